"""A pack in one form → the same pack in another, and what the other form cannot carry."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from quizapp.packs.carried import without_missing
from quizapp.packs.media import MEDIA_FOLDER
from quizapp.packs.problems import Problem
from quizapp.packs.quizpack import QUIZPACK, build_quizpack
from quizapp.packs.reader import Read, read_pack
from quizapp.packs.sheet_csv import write_csv
from quizapp.packs.sheet_writer import one_sheet, template, write_sheets
from quizapp.packs.sheet_xlsx_writer import with_guide, write_xlsx
from quizapp.packs.whole_file import write_whole
from quizapp.packs.writer import write_pack
from quizapp.questions.pack import Pack

XLSX: Final = ".xlsx"
CSV: Final = ".csv"


@dataclass(frozen=True, slots=True)
class Converted:
    """The pack that was written, or None and the errors in the way.

    ``left_out`` holds codes of what the target cannot carry: ``media``, ``reading_text``.
    """

    pack: Pack | None
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()


def convert(source: Path, target: Path, random: Random, read_from: Read = read_pack) -> Converted:
    """Write the pack at ``source`` in the form that the name of ``target`` tells; else as a folder.

    Rows of a sheet that have no id get one. Raises ``OSError`` where nothing can be written.
    """
    read = read_from(source, random)
    if read.pack is None:
        return Converted(None, read.problems)
    return Converted(read.pack, read.problems, write_form(read.pack, target))


def write_template(path: Path) -> None:
    """Write the empty spreadsheet template; raises ``OSError``."""
    write_whole(path, write_xlsx(with_guide(template())))


def write_form(pack: Pack, target: Path) -> tuple[str, ...]:
    """Write a pack in the form that a name tells; returns codes of what that cannot carry.

    Raises ``OSError`` where nothing can be written.
    """
    match target.suffix.casefold():
        case suffix if suffix == QUIZPACK:
            whole, left_out = without_missing(pack)
            write_whole(target, build_quizpack(whole))
            return left_out
        case suffix if suffix == XLSX:
            written = write_sheets(pack)
            write_whole(target, write_xlsx(with_guide(written.book)))
            return written.left_out
        case suffix if suffix == CSV:
            written = write_sheets(pack)
            write_whole(target, write_csv(one_sheet(written.book)))
            lost = (*written.left_out, *(("reading_text",) if pack.passages else ()))
            return tuple(dict.fromkeys(lost))
        case _:
            media = target / MEDIA_FOLDER
            there = [one.name for one in media.iterdir()] if media.is_dir() else []
            whole, left_out = without_missing(pack, there)
            write_pack(whole, target)
            return left_out

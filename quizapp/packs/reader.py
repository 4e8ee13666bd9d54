"""Files → a pack and every problem in it."""

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from quizapp.base.texts import Message
from quizapp.packs.media_reading import take_media
from quizapp.packs.problems import Problem
from quizapp.packs.quizpack import QUIZPACK, is_quizpack, problem_of_line, read_quizpack
from quizapp.packs.quizpack_words import MOST_ROWS
from quizapp.packs.reading_text import ReadingText, read_reading_text
from quizapp.packs.sheet_csv import read_csv
from quizapp.packs.sheet_format import SheetPack, read_sheets
from quizapp.packs.sheet_grid import Workbook
from quizapp.packs.sheet_ods import read_ods
from quizapp.packs.sheet_text import read_passages
from quizapp.packs.sheet_xlsx import read_xlsx
from quizapp.packs.source import (
    PACK_FILE,
    PackFolder,
    RefusedError,
    open_folder,
    read_limited,
)
from quizapp.packs.text_file import MOST_BYTES, TextFile, read_text_file
from quizapp.packs.yaml_format import YamlPack, has_errors, read_yaml
from quizapp.packs.yaml_tree import MOST_NODES, At
from quizapp.questions.checks import Surroundings, check_draft, repeated_ids
from quizapp.questions.codec import Decoded
from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import Mistake, Severity
from quizapp.questions.codec_mistakes import Path as Where
from quizapp.questions.kinds import images_of
from quizapp.questions.pack import Manifest, Pack
from quizapp.questions.picture_checks import picture_places
from quizapp.questions.twins import twins

TABLES: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".ods"})
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
"""How a workbook begins that is locked (or in the old binary form)."""


@dataclass(frozen=True, slots=True)
class ReadPack:
    """The pack, unless an error keeps it from being used, and the problems in order of place."""

    pack: Pack | None
    problems: tuple[Problem, ...]


Read = Callable[[Path, Random | None], ReadPack]
"""Something that reads the pack at a path, as ``read_pack`` does."""


def _nothing_of_manifest(_manifest: Manifest) -> Iterable[Mistake]:
    return ()


def _nothing_of_questions(_decoded: Sequence[Decoded]) -> Iterable[tuple[int, Mistake]]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """Checks from above, such as how answers would be marked; questions go by position."""

    manifest: Callable[[Manifest], Iterable[Mistake]] = _nothing_of_manifest
    questions: Callable[[Sequence[Decoded]], Iterable[tuple[int, Mistake]]] = _nothing_of_questions


NOTHING_FURTHER: Final = Further()


def read_pack(
    path: Path,
    random: Random | None = None,
    files: MutableMapping[str, bytes] | None = None,
    further: Further = NOTHING_FURTHER,
) -> ReadPack:
    """Read the pack at a path; a bad file is a problem, never an exception.

    Questions of a sheet that have no id get one from ``random``; without it that is a mistake.
    Media are put into ``files``, which become the pack's.
    """
    kept: MutableMapping[str, bytes] = {} if files is None else files
    if path.suffix == QUIZPACK or is_quizpack(path):
        return _looked_at(path, ReadPack(*read_quizpack(path, kept)), further)
    try:
        if path.suffix.casefold() in TABLES:
            return _read_table(path, random, further)
        folder = open_folder(path)
        content = folder.text(PACK_FILE)
    except RefusedError as refused:
        return ReadPack(None, (_refusal(str(path), refused),))
    return _read_folder(folder, content, kept, further)


def _looked_at(path: Path, found: ReadPack, further: Further) -> ReadPack:
    """Add what is found further in a single file, whose questions can all be used."""
    if found.pack is None:
        return found
    decoded = [Decoded(one, (), one) for one in found.pack.questions]
    noted = [
        *(problem_of_line(path, one) for one in further.manifest(found.pack.manifest)),
        *(problem_of_line(path, one, at) for at, one in further.questions(decoded)),
    ]
    return ReadPack(found.pack, (*found.problems, *noted))


def _read_table(path: Path, random: Random | None, further: Further) -> ReadPack:
    book = _read_book(path)
    found, passages = read_sheets(book, str(path), random), read_passages(book)
    around = Surroundings(
        # A sheet without its reading text names passages that nobody can look up.
        marks=tuple(one.mark for one in passages) if passages else _named_marks(found),
        media=_named_media(found),
        retired=frozenset(found.manifest.retired if found.manifest else ()),
    )
    _check(found, around, further)
    for position, one in enumerate(found.decoded):
        found.note_question(position, _pictures_left_out(one))
    problems = tuple(sorted(found.problems, key=lambda one: (one.sheet, one.row, one.column)))
    if found.manifest is None or has_errors(problems):
        return ReadPack(None, problems)
    questions = tuple(question for question in found.questions if question)
    pack = Pack(manifest=found.manifest, questions=questions, passages=passages)
    return ReadPack(pack, problems)


def _pictures_left_out(decoded: Decoded) -> Iterator[Mistake]:
    """Yield a warning at each name of a picture or sound, which a sheet has not with it."""
    if decoded.draft is not None:
        for path, name in picture_places(decoded.draft):
            yield warning("sheet_picture", *path, file=name)


def _read_book(path: Path) -> Workbook:
    match path.suffix.casefold():
        case ".xlsx":
            content = read_limited(path, MOST_BYTES)
            if content.startswith(OLD_OFFICE):
                raise RefusedError("sheet_locked")
            return read_xlsx(path)
        case ".ods":
            return read_ods(path)
        case _:
            return Workbook([read_csv(read_limited(path, MOST_BYTES), path.stem)])


def check_text(text: str, file: str = PACK_FILE) -> tuple[Problem, ...]:
    """Return the problems of a pakke.yaml alone, as an editor shows them while one writes."""
    found = read_yaml(text, file)
    around = Surroundings(
        marks=_named_marks(found),
        media=_named_media(found),
        retired=frozenset(found.manifest.retired if found.manifest else ()),
    )
    _check(found, around, NOTHING_FURTHER)
    return _in_order(found.problems)


def _read_folder(
    folder: PackFolder, content: bytes, files: MutableMapping[str, bytes], further: Further
) -> ReadPack:
    file = folder.name_of(PACK_FILE)
    written = read_text_file(content)
    if not written.is_text:
        return ReadPack(None, tuple(_text_problems(written, file)))
    found = read_yaml(written.text, file)
    found.problems += _text_problems(written, file)
    reading = _reading_text(folder, found)
    take_media(folder, found, files)
    around = Surroundings(
        marks=tuple(one.mark for one in reading.passages) if reading else _named_marks(found),
        media=tuple(folder.media),
        retired=frozenset(found.manifest.retired if found.manifest else ()),
    )
    _check(found, around, further)
    problems = _in_order(found.problems)
    if found.manifest is None or has_errors(problems):
        return ReadPack(None, problems)
    pack = Pack(
        manifest=found.manifest,
        questions=tuple(question for question in found.questions if question),
        passages=tuple(reading.passages) if reading else (),
        media=tuple(found.media),
        files=files,
    )
    return ReadPack(pack, problems)


def _named_marks(found: YamlPack | SheetPack) -> tuple[str, ...]:
    """Return every passage that is named, for where nobody can know which there are."""
    return tuple({one.draft.passage for one in found.decoded if one.draft})


def _named_media(found: YamlPack | SheetPack) -> tuple[str, ...]:
    """Return every file that is named, for where nobody can know which are there."""
    drafts = (one.draft for one in found.decoded if one.draft)
    return tuple({name for draft in drafts for name in images_of(draft)})


def _check(found: YamlPack | SheetPack, around: Surroundings, further: Further) -> None:
    if found.manifest is not None:
        found.note_manifest(further.manifest(found.manifest))
    told: set[tuple[int, str, Where]] = set()
    for position, decoded in enumerate(found.decoded):
        mistakes = check_draft(decoded, around)
        told |= {(position, one.code, one.path) for one in mistakes}
        found.note_question(position, mistakes)
    drafts = [decoded.draft for decoded in found.decoded]
    ids = [decoded.id for decoded in found.decoded]
    for position, mistake in (*repeated_ids(ids), *twins(drafts)):
        found.note_question(position, [mistake])
    for position, mistake in further.questions(found.decoded):
        if (position, mistake.code, mistake.path) not in told:
            found.note_question(position, [mistake])


def _reading_text(folder: PackFolder, found: YamlPack) -> ReadingText | None:
    """Return the text, empty where the pack has none; None where it cannot be read."""
    node = found.manifest_node
    if found.manifest is None or node is None or not found.manifest.reading_text:
        return ReadingText()
    name = found.manifest.reading_text
    file = folder.name_of(name)
    try:
        content = folder.text(name)
    except RefusedError as refused:
        fields = refused.fields | {"file": name}
        found.note(node, [Mistake(code=refused.code, path=("læsetekst",), fields=fields)])
        return None
    written = read_text_file(content)
    found.problems += _text_problems(written, file)
    if written.text.count("{#") > MOST_ROWS:
        found.note(node, [Mistake(code="too_complex", path=("læsetekst",))])
        return None
    reading = read_reading_text(written.text)
    inner = YamlPack(file, written.text.split("\n"))
    for line, mistake in reading.mistakes:
        inner.note_at(At(line, 0), mistake)
    found.problems += inner.problems
    return reading


def _text_problems(written: TextFile, file: str) -> list[Problem]:
    if not written.mistakes:
        return []
    inner = YamlPack(file, written.text.split("\n", MOST_NODES))
    for line, column, mistake in written.mistakes:
        inner.note_at(At(line, column), mistake)
    return inner.problems


def _refusal(file: str, refused: RefusedError) -> Problem:
    message = Message(f"packs.{refused.code}", refused.fields)
    return Problem(file=file, code=refused.code, severity=Severity.ERROR, message=message)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: (one.file, one.line, one.column)))

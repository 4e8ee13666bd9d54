"""An installed pack as a whole again: to share it as a file, print it, or look at its pictures."""

from pathlib import Path
from typing import Final

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.values import PackRecord
from quizapp.base.errors import QuizappError, is_of_full_disk
from quizapp.base.ids import PackId
from quizapp.library.forms import MEDIA, read_manifest
from quizapp.library.overview import installed
from quizapp.packs.convert import write_form
from quizapp.packs.manifest import decode_medium
from quizapp.packs.quizpack import QUIZPACK
from quizapp.questions.pack import Medium, Pack, Passage
from quizapp.questions.stored import read_stored

_FORMS: Final = (QUIZPACK, ".xlsx", ".csv")


class NotSavedError(QuizappError):
    """The file could not be written; what was there is as it was."""


def whole_pack(bank: Bank, pack: PackId) -> Pack:
    """Return an installed pack with all it has; raises ``MisuseError`` for one that is not."""
    with bank.read() as reader:
        record = installed(reader, pack)
        questions = [row for row in reader.questions_of(record.pack_id) if not row.is_hidden]
        passages = reader.passages_of(record.pack_id)
        files = _files(reader, record)
    return Pack(
        manifest=read_manifest(record.manifest),
        questions=tuple(read_stored(row.body) for row in questions),
        passages=tuple(
            Passage(mark=one.mark, heading=one.heading, body=one.body) for one in passages
        ),
        media=_media(record),
        files={name: path.read_bytes() for name, path in files.items() if path.is_file()},
    )


def save_pack(bank: Bank, pack: PackId, path: Path) -> tuple[str, ...]:
    """Write an installed pack as a file and return codes of what that form cannot carry.

    The form follows the name: .quizpack, .xlsx or .csv. Raises ``NotSavedError``.
    """
    whole = whole_pack(bank, pack)
    target = path if path.suffix.casefold() in _FORMS else path.with_name(path.name + QUIZPACK)
    try:
        return write_form(whole, target)
    except OSError as error:
        code = "no_room_for_file" if is_of_full_disk(error) else "file_not_saved"
        raise NotSavedError(code, path=str(target)) from error


def _files(reader: Reader, record: PackRecord) -> dict[str, Path]:
    found = {
        name: reader.media_path(record.pack_id, name) for name in reader.media_of(record.pack_id)
    }
    return {name: path for name, path in found.items() if path is not None}


def _media(record: PackRecord) -> tuple[Medium, ...]:
    said = record.manifest.get(MEDIA)
    if not isinstance(said, dict):
        return ()
    return tuple(
        decode_medium(name, fields)[0] for name, fields in said.items() if isinstance(fields, dict)
    )

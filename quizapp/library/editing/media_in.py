"""Pictures and sounds brought into a pack that is being written."""

from pathlib import Path
from typing import Final

from quizapp.base.errors import QuizappError, is_of_full_disk
from quizapp.library.editing.packs import slug
from quizapp.library.editing.store import UnsavedError
from quizapp.packs.media import MEDIA_FOLDER, MOST_BYTES, extension_of, fault_in, is_broken
from quizapp.packs.svg import SvgError, clean_svg
from quizapp.packs.whole_file import write_whole

_MEGABYTE: Final = 1024 * 1024
_LONGEST: Final = 60


def bring_in_medium(folder: Path, name: str, content: bytes) -> str:
    """Copy a picture or sound into a pack's folder; return the name that it has there.

    Its name is made of letters that every system can write; the same file twice stays one. Raises
    ``QuizappError`` for what is no picture or sound, or is too big.
    """
    extension = extension_of(content)
    if not extension:
        raise QuizappError("bad_picture", file=name)
    if len(content) > MOST_BYTES:
        raise _too_big(name)
    if fault := fault_in(content) or ("picture_broken" if is_broken(content) else ""):
        raise QuizappError(fault, file=name)
    if extension == "svg":
        content = _cleaned(name, content)
    place = folder / MEDIA_FOLDER
    stem = slug(Path(name).stem)[:_LONGEST].strip("-") or "billede"
    found, number = f"{stem}.{extension}", 1
    try:
        while (place / found).exists() and (place / found).read_bytes() != content:
            number += 1
            found = f"{stem}-{number}.{extension}"
        if not (place / found).exists():
            write_whole(place / found, content)
    except OSError as error:
        code = "no_room_for_file" if is_of_full_disk(error) else "not_saved"
        raise UnsavedError(code, path=str(place / found)) from error
    return found


def content_to_bring(path: Path) -> bytes:
    """Return the bytes of a file that is brought; raises ``QuizappError``, also for a huge one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_big(path.name)
        return path.read_bytes()
    except OSError as error:
        raise QuizappError("not_opened", path=path.name) from error


def _too_big(name: str) -> QuizappError:
    return QuizappError("picture_too_big", file=name, limit=MOST_BYTES // _MEGABYTE)


def _cleaned(name: str, content: bytes) -> bytes:
    try:
        return clean_svg(content)
    except SvgError as error:
        raise QuizappError("bad_picture", file=name) from error

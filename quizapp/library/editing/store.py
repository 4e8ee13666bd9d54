"""A pack's folder as the editor has it open: read, saved, and what is kept if the program dies."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from quizapp.base.errors import QuizappError
from quizapp.packs.build import write_whole
from quizapp.packs.source import PACK_FILE, RefusedError, read_limited
from quizapp.packs.text_file import MOST_BYTES, read_text_file

_BOM: Final = b"\xef\xbb\xbf"
_OWN_COPY: Final = "pakke (min udgave).yaml"
_OTHER_COPY: Final = "pakke (den anden udgave).yaml"


class ChangedOnDiskError(QuizappError):
    """The file is another than the one that was opened; nothing was written."""


class UnsavedError(QuizappError):
    """The file could not be written; what was written stands in the journal."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A pack file as it was last read or written; ``sha`` is the hash of its bytes."""

    folder: Path
    text: str
    sha: str
    has_bom: bool = False


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was written but not saved when the program ended, and the file it was written in."""

    text: str
    base_sha: str


def read_folder(folder: Path) -> OnDisk:
    """Read the pack file of a folder; raises ``QuizappError``."""
    try:
        content = read_limited(folder / PACK_FILE, MOST_BYTES)
    except RefusedError as refused:
        raise QuizappError("not_opened", path=str(folder / PACK_FILE)) from refused
    return _on_disk(folder, content)


def save(base: OnDisk, text: str) -> OnDisk:
    """Write the text, whole or not at all.

    Raises ``ChangedOnDiskError`` if the file is not what it was, and ``UnsavedError``.
    """
    path = base.folder / PACK_FILE
    content = (_BOM if base.has_bom else b"") + text.encode()
    try:
        if _sha(path.read_bytes()) != base.sha:
            raise ChangedOnDiskError("changed_on_disk", file=PACK_FILE)
        write_whole(path, content)
    except OSError as error:
        raise UnsavedError("not_saved", path=str(path)) from error
    return OnDisk(base.folder, text, _sha(content), base.has_bom)


def keep_own(base: OnDisk, text: str) -> OnDisk:
    """Write the text over a file that changed meanwhile; the other edition is kept beside it."""
    path = base.folder / PACK_FILE
    try:
        other = path.read_bytes()
        write_whole(_free(base.folder / _OTHER_COPY), other)
    except FileNotFoundError:
        other = b""
        with suppress(OSError):
            base.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnsavedError("not_saved", path=str(path)) from error
    content = (_BOM if base.has_bom else b"") + text.encode()
    try:
        write_whole(path, content)
    except OSError as error:
        raise UnsavedError("not_saved", path=str(path)) from error
    return OnDisk(base.folder, text, _sha(content), base.has_bom)


def take_other(base: OnDisk, text: str) -> OnDisk:
    """Read the file that changed meanwhile; the own text is kept beside it."""
    try:
        write_whole(_free(base.folder / _OWN_COPY), text.encode())
    except OSError as error:
        raise UnsavedError("not_saved", path=str(base.folder)) from error
    return read_folder(base.folder)


class Journal:
    """What is written and not saved yet, a file a pack, in the program's own folder."""

    def __init__(self, place: Path) -> None:
        self._place = place
        # Written where one types, cleared where the file is saved.
        self._lock = Lock()

    def write(self, base: OnDisk, text: str) -> None:
        """Keep a text; a full disk is no reason to stop writing."""
        kept = json.dumps({"folder": str(base.folder), "base": base.sha})
        path = self._path(base.folder)
        part = path.with_suffix(".part")
        with self._lock, suppress(OSError):
            self._place.mkdir(parents=True, exist_ok=True)
            # Not flushed to the disk itself: it must outlive the program, not the power.
            part.write_bytes(f"{kept}\n{text}".encode())
            part.replace(path)

    def clear(self, folder: Path) -> None:
        """Forget what was kept for a pack."""
        with self._lock, suppress(OSError):
            self._path(folder).unlink(missing_ok=True)

    def forget_saved(self, saved: OnDisk) -> None:
        """Forget what was kept for a pack if it is what is saved now; what came later stays."""
        with self._lock, suppress(OSError):
            path = self._path(saved.folder)
            if path.read_bytes().decode().partition("\n")[2] == saved.text:
                path.unlink()

    def rescued(self, now: OnDisk) -> Rescued | None:
        """Return what was written in a pack and is not in its file; None when nothing is."""
        try:
            said, end, text = self._path(now.folder).read_bytes().decode().partition("\n")
            found = Rescued(text=text, base_sha=str(json.loads(said)["base"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return None if not end or found.text == now.text else found

    def _path(self, folder: Path) -> Path:
        name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:20]
        return self._place / f"{name}.json"


def _on_disk(folder: Path, content: bytes) -> OnDisk:
    has_bom = content.startswith(_BOM)
    try:
        text = content.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        text = read_text_file(content).text
    written = read_text_file(content)
    # A text with line ends or characters that YAML would see otherwise is taken as it is read.
    if text.replace("\r\n", "\n") != written.text:
        text = written.text
    return OnDisk(folder, text, _sha(content), has_bom)


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _free(path: Path) -> Path:
    """Return a name that nothing has yet."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem} {number}")
    return found

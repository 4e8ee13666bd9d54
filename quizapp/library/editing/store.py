"""A pack's folder as the editor has it open: read, saved, and what is kept if the program dies."""

import hashlib
import json
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Final

from quizapp.base.errors import QuizappError, is_of_full_disk
from quizapp.base.in_place import put_in_place
from quizapp.library.editing.reading_file import (
    USUAL_NAME,
    ReadingFile,
    is_changed,
    keep_beside,
    open_reading,
    sha_of,
    write_reading,
)
from quizapp.packs.source import PACK_FILE, RefusedError, read_limited
from quizapp.packs.text_file import MOST_BYTES, as_read, read_text_file
from quizapp.packs.whole_file import write_whole

_NO_READING: Final = ReadingFile(USUAL_NAME)
_BOM: Final = b"\xef\xbb\xbf"
_LONE_RETURN: Final = re.compile("\r(?!\n)")
_OWN_COPY: Final = "pakke (min udgave).yaml"
_OTHER_COPY: Final = "pakke (den anden udgave).yaml"


class ChangedOnDiskError(QuizappError):
    """The file is another than the one that was opened; nothing was written."""


class UnsavedError(QuizappError):
    """The file could not be written; what was written stands in the journal."""


def _unsaved(error: OSError, path: Path) -> UnsavedError:
    return UnsavedError("not_saved_full" if is_of_full_disk(error) else "not_saved", path=str(path))


@dataclass(frozen=True, slots=True)
class Content:
    """What is written in a pack: its file, and its reading text with line feeds only."""

    text: str
    reading: str = ""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A pack file as it was last read or written; ``sha`` is the hash of its bytes."""

    folder: Path
    text: str
    sha: str
    has_bom: bool = False
    reading: ReadingFile = _NO_READING

    @property
    def content(self) -> Content:
        """What is written in both files."""
        return Content(self.text, self.reading.text)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was written but not saved when the program ended, and the files it was written in."""

    content: Content
    base_sha: str
    reading_sha: str


def read_folder(folder: Path) -> OnDisk:
    """Read the pack file of a folder, and its reading text; raises ``QuizappError``."""
    try:
        content = read_limited(folder / PACK_FILE, MOST_BYTES)
    except RefusedError as refused:
        raise QuizappError("not_opened", path=str(folder / PACK_FILE)) from refused
    return _on_disk(folder, content)


def save(base: OnDisk, content: Content) -> OnDisk:
    """Write what changed, each file whole or not at all.

    Raises ``ChangedOnDiskError`` if a file is not what it was, and ``UnsavedError``.
    """
    path = base.folder / PACK_FILE
    try:
        if sha_of(path.read_bytes()) != base.sha:
            raise ChangedOnDiskError("changed_on_disk", file=PACK_FILE)
        if is_changed(base.folder, base.reading):
            raise ChangedOnDiskError("changed_on_disk", file=base.reading.name)
        # First, or the pack would for a moment point to passages that are not there.
        reading = write_reading(base.folder, base.reading, content.reading)
        written = replace(base, reading=reading)
        return written if content.text == base.text else _write_pack(written, content.text)
    except OSError as error:
        raise _unsaved(error, path) from error


def _write_pack(base: OnDisk, text: str) -> OnDisk:
    content = (_BOM if base.has_bom else b"") + text.encode()
    write_whole(base.folder / PACK_FILE, content)
    return replace(base, text=text, sha=sha_of(content))


def keep_own(base: OnDisk, content: Content) -> OnDisk:
    """Write over files that changed meanwhile; the other edition is kept beside them."""
    path = base.folder / PACK_FILE
    try:
        write_whole(_free(base.folder / _OTHER_COPY), path.read_bytes())
    except FileNotFoundError:
        with suppress(OSError):
            base.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unsaved(error, path) from error
    try:
        reading = base.reading
        if is_changed(base.folder, reading):
            keep_beside(base.folder, reading)
            reading = replace(reading, text="", sha="")
        return _write_pack(
            replace(base, reading=write_reading(base.folder, reading, content.reading)),
            content.text,
        )
    except OSError as error:
        raise _unsaved(error, path) from error


def take_other(base: OnDisk, content: Content) -> OnDisk:
    """Read the files that changed meanwhile; one's own texts are kept beside them."""
    try:
        write_whole(_free(base.folder / _OWN_COPY), content.text.encode())
        if content.reading != base.reading.text:
            own = base.folder / base.reading.name
            write_whole(_free(own.with_stem(f"{own.stem} (min udgave)")), content.reading.encode())
    except OSError as error:
        raise _unsaved(error, base.folder) from error
    return read_folder(base.folder)


class Journal:
    """What is written and not saved yet, a file a pack, in the program's own folder."""

    def __init__(self, place: Path) -> None:
        self._place = place
        # Written where one types, cleared where the file is saved.
        self._lock = Lock()
        self._newest: dict[Path, tuple[OnDisk, OnDisk]] = {}

    def write(self, base: OnDisk, content: Content) -> None:
        """Keep what is written; a full disk is no reason to stop writing."""
        with self._lock, suppress(OSError):
            before, now = self._newest.get(base.folder, (base, base))
            # Whoever writes may not have been told yet that the file was saved.
            self._write(now if base == before else base, content)

    def clear(self, folder: Path) -> None:
        """Forget what was kept for a pack."""
        with self._lock, suppress(OSError):
            self._path(folder).unlink(missing_ok=True)

    def note_saved(self, base: OnDisk, saved: OnDisk) -> None:
        """Forget what was kept for a pack if it is what is saved now in place of ``base``.

        What came later stays, as a change to what is saved.
        """
        with self._lock, suppress(OSError, ValueError):
            self._newest[base.folder] = base, saved
            path = self._path(saved.folder)
            said, _end, text = path.read_bytes().decode().partition("\n")
            content = Content(text, json.loads(said).get("reading", saved.reading.text))
            if content == saved.content:
                path.unlink()
            else:
                self._write(saved, content)

    def rescued(self, now: OnDisk) -> Rescued | None:
        """Return what was written in a pack and is not in its files; None when nothing is."""
        try:
            said, end, text = self._path(now.folder).read_bytes().decode().partition("\n")
            kept = json.loads(said)
            reading = str(kept.get("reading", now.reading.text))
            reading_sha = str(kept.get("reading_base", now.reading.sha))
            found = Rescued(Content(text, reading), str(kept["base"]), reading_sha)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return None if not end or found.content == now.content else found

    def _write(self, base: OnDisk, content: Content) -> None:
        kept = json.dumps(
            {
                "folder": str(base.folder),
                "base": base.sha,
                "reading": content.reading,
                "reading_base": base.reading.sha,
            }
        )
        path = self._path(base.folder)
        part = path.with_suffix(".part")
        self._place.mkdir(parents=True, exist_ok=True)
        # Not flushed to the disk itself: it must outlive the program, not the power.
        part.write_bytes(f"{kept}\n{content.text}".encode())
        put_in_place(part, path)

    def _path(self, folder: Path) -> Path:
        name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:20]
        return self._place / f"{name}.json"


def _on_disk(folder: Path, content: bytes) -> OnDisk:
    has_bom = content.startswith(_BOM)
    try:
        text = content.removeprefix(_BOM).decode()
    except UnicodeDecodeError:
        text = read_text_file(content).text
    if _LONE_RETURN.search(text):
        text = read_text_file(content).text
    return OnDisk(folder, text, sha_of(content), has_bom, open_reading(folder, as_read(text)))


def _free(path: Path) -> Path:
    """Return a name that nothing has yet."""
    number = 1
    found = path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem} {number}")
    return found

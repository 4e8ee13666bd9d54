"""Media beside the bank, named by what they hold."""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.bank.errors import files_named
from quizapp.base.in_place import put_in_place
from quizapp.packs.media import EXTENSIONS, extension_of

OTHER: Final = "bin"


@dataclass(frozen=True, slots=True)
class StoredMedium:
    """A medium in the media folder."""

    sha256: str
    ext: str
    size: int

    @property
    def file_name(self) -> str:
        """The name of the file: never the author's."""
        return f"{self.sha256}.{self.ext}"


def store_media(folder: Path, files: Mapping[str, bytes]) -> dict[str, StoredMedium]:
    """Write media that are not there yet, each whole or not at all, and return what they are.

    Raises a ``BankError``. A file that no bank row names afterwards does no
    harm; ``drop_left_media`` deletes it in time.
    """
    stored = {name: _named(name, content) for name, content in files.items()}
    with files_named(folder):
        if stored:
            folder.mkdir(exist_ok=True)
        for name, medium in stored.items():
            _write(folder / medium.file_name, files[name])
    return stored


def _named(name: str, content: bytes) -> StoredMedium:
    """Name a medium by what it holds; the author's own ending may lie."""
    suffix = Path(name).suffix.removeprefix(".").lower()
    ext = extension_of(content) or (suffix if suffix in EXTENSIONS else OTHER)
    return StoredMedium(hashlib.sha256(content).hexdigest(), ext, len(content))


def _write(path: Path, content: bytes) -> None:
    if path.exists() and path.stat().st_size == len(content):
        # Used again: it is no longer what an earlier installation left.
        with suppress(OSError):
            path.touch()
        return
    part = path.with_suffix(".part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)

"""The files of a pack, wherever they lie, read within limits and never outside the pack."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from quizapp.packs.manifest import is_file_name
from quizapp.packs.media import MEDIA_FOLDER, MOST_BYTES, MOST_FILES
from quizapp.packs.text_file import MOST_BYTES as MOST_TEXT_BYTES

PACK_FILE: Final = "pakke.yaml"
SHEETS: Final = frozenset({".xls", ".xlsm", ".xlsb", ".numbers"})


class RefusedError(Exception):
    """A file cannot be used; carries the code and fields of the sentence."""

    def __init__(self, code: str, **fields: str | int) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A folder with ``pakke.yaml``, perhaps a reading text, and ``media/``."""

    path: Path
    media: Mapping[str, int] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)
    """Media whose names the disk writes otherwise than the program: macOS parts letters."""

    def name_of(self, name: str) -> str:
        """Return how problems name a file of the folder."""
        return str(self.path / name)

    def text(self, name: str) -> bytes:
        """Return the bytes of a text file; raises ``RefusedError``."""
        return read_limited(self.path / name, MOST_TEXT_BYTES)

    def medium(self, name: str) -> bytes:
        """Return the bytes of a picture or sound; raises ``RefusedError``."""
        return read_limited(self.path / MEDIA_FOLDER / self.written.get(name, name), MOST_BYTES)


def open_folder(path: Path) -> PackFolder:
    """Find the pack at a path: the folder, or its ``pakke.yaml``; raises ``RefusedError``."""
    try:
        if path.is_file() and path.name == PACK_FILE:
            return _folder(path.parent)
        if path.is_dir():
            if not (path / PACK_FILE).is_file():
                raise RefusedError("no_pack_file", file=path.name)
            return _folder(path)
        if not path.exists():
            raise RefusedError("file_missing", file=str(path))
    except OSError as error:
        raise RefusedError("file_unreadable", file=str(path)) from error
    if path.suffix.casefold() in SHEETS:
        raise RefusedError("sheet_not_read", file=path.name)
    raise RefusedError("not_a_pack", file=path.name)


def _folder(path: Path) -> PackFolder:
    found = _media_in(path / MEDIA_FOLDER)
    names = {unicodedata.normalize("NFC", name): name for name in found}
    media = {name: found[written] for name, written in names.items()}
    return PackFolder(path, media, {one: two for one, two in names.items() if one != two})


def _media_in(folder: Path) -> dict[str, int]:
    if not folder.is_dir():
        return {}
    found: dict[str, int] = {}
    for entry in folder.iterdir():
        if is_file_name(entry.name) and entry.is_file() and not entry.is_symlink():
            found[entry.name] = entry.stat().st_size
        if len(found) > MOST_FILES:
            raise RefusedError("too_many_files", limit=MOST_FILES)
    return found


def read_limited(path: Path, limit: int) -> bytes:
    """Return the bytes of a file; raises ``RefusedError``, also for a link or a larger file."""
    try:
        if path.is_symlink():
            raise RefusedError("link", file=path.name)
        if not path.is_file():
            raise RefusedError("file_missing", file=path.name)
        with path.open("rb") as stream:
            content = stream.read(limit + 1)
    except OSError as error:
        raise RefusedError("file_unreadable", file=path.name) from error
    if len(content) > limit:
        raise RefusedError("file_too_big", limit=limit // (1024 * 1024))
    return content

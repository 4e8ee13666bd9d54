"""Reads what kind of file a bank is from its first bytes, before any library is loaded.

Source: the SQLite file format, section 1.3 (the database header).
"""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

APPLICATION_ID: Final = 0x515A424B
SCHEMA_VERSION: Final = 1

_MAGIC: Final = b"SQLite format 3\0"
_LENGTH: Final = 100


class HeaderKind(Enum):
    """What the first bytes say."""

    MISSING = auto()
    EMPTY = auto()
    NOT_A_BANK = auto()
    CUT_SHORT = auto()
    NEWER = auto()
    OLDER = auto()
    CURRENT = auto()


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes say, and the number of the newest migration the bank has seen."""

    kind: HeaderKind
    version: int = 0


def read_header(path: Path) -> Header:
    """Read a file's first bytes; raises ``OSError`` when it is there but cannot be read."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        # A pipe would be waited for without end.
        return Header(HeaderKind.NOT_A_BANK)
    try:
        with path.open("rb") as file:
            first = file.read(_LENGTH)
    except FileNotFoundError:
        return Header(HeaderKind.MISSING)
    if not first:
        return Header(HeaderKind.EMPTY)
    if len(first) < _LENGTH:
        is_start = _MAGIC.startswith(first[: len(_MAGIC)])
        return Header(HeaderKind.CUT_SHORT if is_start else HeaderKind.NOT_A_BANK)
    # Bytes 60–63 are user_version, 68–71 application_id, both big-endian.
    if not first.startswith(_MAGIC) or int.from_bytes(first[68:72], "big") != APPLICATION_ID:
        return Header(HeaderKind.NOT_A_BANK)
    return Header(kind_of_version(version := int.from_bytes(first[60:64], "big")), version)


def kind_of_version(version: int) -> HeaderKind:
    """Compare the bank's newest migration with the program's."""
    if version > SCHEMA_VERSION:
        return HeaderKind.NEWER
    return HeaderKind.CURRENT if version == SCHEMA_VERSION else HeaderKind.OLDER

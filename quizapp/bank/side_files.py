"""The files SQLite keeps beside a bank: they belong to that very file and to no other."""

from pathlib import Path
from typing import Final

SUFFIXES: Final = ("-wal", "-shm", "-journal")


def side_files(bank: Path) -> list[Path]:
    """Return the files beside a bank that are there."""
    named = (bank.with_name(bank.name + suffix) for suffix in SUFFIXES)
    return [path for path in named if path.exists()]


def move_side_files(bank: Path, target: Path) -> None:
    """Give another file's name to what lies beside a bank.

    A write-ahead log that stays behind would be played into whatever takes the bank's place.
    """
    for side in side_files(bank):
        side.replace(target.with_name(target.name + side.name.removeprefix(bank.name)))


def drop_side_files(bank: Path) -> None:
    """Remove what lies beside a bank that is removed itself."""
    for side in side_files(bank):
        side.unlink(missing_ok=True)

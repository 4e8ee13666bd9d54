"""The names of backups: when, and why; readable without opening anything."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from quizapp.base.paths import LearnerPaths


class Reason(StrEnum):
    """Why a copy was made; the values stand in file names."""

    DAILY = "daily"
    MANUAL = "manual"
    MIGRATION = "migration"
    INSTALLATION = "installation"
    REPLACED = "replaced"


# No colons: Windows allows none in a file name.
_NAME: Final = re.compile(
    r"(?P<bank>.+)\.(?P<stamp>\d{4}-\d\d-\d\dT\d{6}[+-]\d{4})"
    rf"\.(?P<reason>{'|'.join(Reason)})(?:-\d+)?\.quizbank"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of a bank: where, from when, why, and its size in bytes."""

    path: Path
    at: datetime
    reason: Reason
    size: int


def backup_path(bank: Path, at: datetime, reason: Reason) -> Path:
    """Return a free name for a copy; a second one within the second gets a number."""
    folder = LearnerPaths(bank).backups
    stem = f"{_stem(bank)}.{at:%Y-%m-%dT%H%M%S%z}.{reason}"
    path = folder / f"{stem}.quizbank"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.quizbank"
        number += 1
    return path


def list_backups(bank: Path) -> list[Backup]:
    """Return the copies of a bank, newest first."""
    return sorted(_found(bank), key=lambda backup: (backup.at, backup.path.name), reverse=True)


def newest_backup_day(bank: Path) -> str:
    """Return the day of the newest copy as text, empty when there is none."""
    copies = [backup for backup in list_backups(bank) if backup.reason != Reason.REPLACED]
    return f"{copies[0].at:%d.%m.%Y}" if copies else ""


def _found(bank: Path) -> Iterator[Backup]:
    folder = LearnerPaths(bank).backups
    try:
        files = list(folder.iterdir())
    except OSError:
        return
    for path in files:
        match = _NAME.fullmatch(path.name)
        if match and match["bank"] == _stem(bank):
            yield Backup(
                path=path,
                at=datetime.strptime(match["stamp"], "%Y-%m-%dT%H%M%S%z"),
                reason=Reason(match["reason"]),
                size=path.stat().st_size,
            )


def _stem(bank: Path) -> str:
    return bank.name.removesuffix(".quizbank")

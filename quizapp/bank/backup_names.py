"""The names of backups: when, and why; readable without opening anything."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
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
    rf"\.(?P<reason>{'|'.join(Reason)})(?:-\d+)?"
)
_WHOLE: Final = ".quizbank"
PART: Final = ".part"
"""How the name of a copy ends that is not whole yet."""

_LEFT_AFTER: Final = timedelta(days=1)


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
    path = folder / f"{stem}{_WHOLE}"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}{_WHOLE}"
        number += 1
    return path


def list_backups(bank: Path) -> list[Backup]:
    """Return the copies of a bank, newest first."""
    return sorted(
        _found(bank, _WHOLE), key=lambda backup: (backup.at, backup.path.name), reverse=True
    )


def newest_backup_day(bank: Path) -> str:
    """Return the day of the newest copy as text, empty when there is none."""
    copies = [backup for backup in list_backups(bank) if backup.reason != Reason.REPLACED]
    return f"{copies[0].at:%d.%m.%Y}" if copies else ""


def left_parts(bank: Path, now: datetime) -> list[Path]:
    """Return the halves of copies that a program was killed in: not made on the day before now."""
    return [part.path for part in _found(bank, PART) if abs(now - part.at) > _LEFT_AFTER]


def _found(bank: Path, ending: str) -> Iterator[Backup]:
    folder = LearnerPaths(bank).backups
    try:
        files = list(folder.iterdir())
    except OSError:
        return
    for path in files:
        match = _NAME.fullmatch(path.name.removesuffix(ending))
        if match is None or match["bank"] != _stem(bank) or not path.name.endswith(ending):
            continue
        # Not a day of any calendar, or dropped by another program since it was listed.
        with suppress(ValueError, OSError):
            yield Backup(
                path=path,
                at=datetime.strptime(match["stamp"], "%Y-%m-%dT%H%M%S%z"),
                reason=Reason(match["reason"]),
                size=path.stat().st_size,
            )


def _stem(bank: Path) -> str:
    return bank.name.removesuffix(_WHOLE)

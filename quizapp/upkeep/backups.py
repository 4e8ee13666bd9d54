"""Copies of a bank: daily, before risk, on request; and the way back."""

from datetime import datetime
from pathlib import Path

from quizapp.bank import backup
from quizapp.bank.backup_names import Backup, Reason, list_backups
from quizapp.bank.media_left import drop_left_media
from quizapp.base.errors import QuizappError

__all__ = [
    "Backup",
    "Reason",
    "back_up",
    "back_up_daily",
    "list_backups",
    "restore",
    "restore_newest",
    "set_aside",
]


def back_up(bank: Path, at: datetime) -> Backup:
    """Make a copy now; raises a ``BankError``."""
    return backup.back_up(bank, at, Reason.MANUAL)


def back_up_daily(bank: Path, at: datetime) -> Backup | None:
    """Make today's copy unless it is there; keeps the newest 7, and drops media nothing needs."""
    made = backup.back_up_daily(bank, at)
    if made is not None:
        drop_left_media(bank, at)
    return made


def restore(bank: Path, copy: Path, at: datetime) -> Path | None:
    """Put a copy in the bank's place and return where the file that was there now lies.

    The copy is examined first: raises ``NotABankError``, ``BankDamagedError`` or
    ``BankTooNewError`` and changes nothing; ``BankBusyError`` while a program has the bank open.
    """
    return backup.restore(bank, copy, at)


def restore_newest(bank: Path, at: datetime) -> Path | None:
    """Put the newest copy that is whole in the bank's place; raises what ``restore`` does.

    A bank that was replaced lies among its copies, and may be as damaged as when it was.
    """
    copies = list_backups(bank)
    for copy in copies[:-1]:
        try:
            return backup.restore(bank, copy.path, at)
        except QuizappError:
            continue
    return backup.restore(bank, copies[-1].path, at)


def set_aside(bank: Path, at: datetime) -> Path | None:
    """Move a bank that cannot be read among its copies, so that a new one can be begun."""
    return backup.set_aside(bank, at)

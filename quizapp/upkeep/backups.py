"""Copies of a bank: daily, before risk, on request; and the way back."""

from datetime import datetime
from pathlib import Path

from quizapp.bank import backup
from quizapp.bank.backup_names import Backup, Reason, list_backups

__all__ = ["Backup", "Reason", "back_up", "back_up_daily", "list_backups", "restore"]


def back_up(bank: Path, at: datetime) -> Backup:
    """Make a copy now; raises a ``BankError``."""
    return backup.back_up(bank, at, Reason.MANUAL)


def back_up_daily(bank: Path, at: datetime) -> Backup | None:
    """Make today's copy unless it is there; keeps the newest 7."""
    return backup.back_up_daily(bank, at)


def restore(bank: Path, copy: Path, at: datetime) -> Path | None:
    """Put a copy in the bank's place and return where the file that was there now lies.

    The copy is examined first: raises ``NotABankError``, ``BankDamagedError`` or
    ``BankTooNewError`` and changes nothing; ``BankBusyError`` while a program has the bank open.
    """
    return backup.restore(bank, copy, at)

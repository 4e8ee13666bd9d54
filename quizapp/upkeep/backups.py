"""Copies of a bank: daily, before risk, on request; and the way back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of the bank; ``reason`` is ``daily``, ``manual``, ``migration`` or ``installation``."""

    path: Path
    at: datetime
    reason: str
    size: int


def list_backups(bank: Path) -> list[Backup]:
    """Return the copies of a bank, newest first; needs no bank that can be opened."""


def back_up(bank: Path, at: datetime) -> Backup:
    """Make a copy now."""


def back_up_daily(bank: Path, at: datetime) -> Backup | None:
    """Make today's copy unless it is there; keeps 7."""


def restore(bank: Path, backup: Path, at: datetime) -> Path | None:
    """Put a copy in the bank's place and return where the file that was there now lies.

    The copy is examined first: raises ``NotABankError``, ``BankDamagedError`` or
    ``BankTooNewError`` and changes nothing; ``BankBusyError`` while a program has the bank open.
    """

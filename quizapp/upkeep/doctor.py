"""Examines a bank: the file, what points where, and whether memory is the fold of the log."""

from dataclasses import dataclass
from enum import StrEnum

from quizapp.bank.bank import Bank
from quizapp.base.texts import Message


class Check(StrEnum):
    """What is examined; the values are those of the command line."""

    INTEGRITY = "integrity"
    FOREIGN_KEYS = "foreign_keys"
    MEMORY = "memory"
    DAY_COUNTS = "day_counts"
    FUTURE_DAYS = "future_days"
    BACKUPS = "backups"
    DISK = "disk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The result of one check; ``repair`` says what ``repair=True`` would do, None if nothing."""

    check: Check
    ok: bool
    detail: Message
    repair: Message | None = None


def examine(bank: Bank, study_day: int, *, repair: bool = False) -> list[Finding]:
    """Run every check; writes only when a repair was asked for."""

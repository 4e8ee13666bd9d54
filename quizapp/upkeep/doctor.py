"""Examines a bank: the file, what points where, and whether memory is the fold of the log."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from quizapp.bank.backup_names import list_backups
from quizapp.bank.bank import Bank, Reader
from quizapp.bank.errors import BankDamagedError, files_named
from quizapp.bank.header import HeaderKind, read_header
from quizapp.base.texts import Message
from quizapp.upkeep.replay import compare, replay

# A clock that jumped, not a learner who travels or a computer that is a day ahead.
DAYS_AHEAD: Final = 366
LITTLE_ROOM_BYTES: Final = 50_000_000


class Check(StrEnum):
    """What is examined; the values are those of the command line."""

    INTEGRITY = "integrity"
    FOREIGN_KEYS = "foreign_keys"
    LOG = "log"
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


def examine(bank: Bank, at: datetime, study_day: int, *, repair: bool = False) -> list[Finding]:
    """Run every check; writes only when a repair was asked for, then says what is left."""
    findings = _found(bank, study_day)
    if not repair:
        return findings
    for finding in findings:
        if not finding.ok and (mend := _REPAIRS.get(finding.check)):
            mend(bank, at, study_day)
    return _found(bank, study_day)


def _found(bank: Bank, study_day: int) -> list[Finding]:
    findings = [_examined(bank, check, look) for check, look in _LOOKS.items()]
    return [*findings, _future_days(bank, study_day), _backups(bank), _disk(bank)]


def _examined(bank: Bank, check: Check, look: Callable[[Reader], int]) -> Finding:
    """Run one check that counts faults; a file too damaged to tell is a fault itself."""
    try:
        with bank.read() as reader:
            faults = look(reader)
    except BankDamagedError as error:
        return Finding(check=check, ok=False, detail=error.message)
    return _finding(check, faults)


def _finding(check: Check, faults: int) -> Finding:
    if faults == 0:
        return Finding(check=check, ok=True, detail=Message(f"upkeep.{check}_ok"))
    return Finding(
        check=check,
        ok=False,
        detail=Message(f"upkeep.{check}_bad", {"n": faults}),
        repair=Message(f"upkeep.{check}_repair") if check in _REPAIRS else None,
    )


def _integrity(reader: Reader) -> int:
    return len(reader.integrity_faults())


def _foreign_keys(reader: Reader) -> int:
    return reader.foreign_key_faults()


def _log(reader: Reader) -> int:
    return reader.amendment_faults()


def _memory(reader: Reader) -> int:
    return compare(reader).changed


def _day_counts(reader: Reader) -> int:
    return len(reader.day_cells() ^ reader.day_cells_of_log())


_LOOKS: Final = {
    Check.INTEGRITY: _integrity,
    Check.FOREIGN_KEYS: _foreign_keys,
    Check.LOG: _log,
    Check.MEMORY: _memory,
    Check.DAY_COUNTS: _day_counts,
}


def _future_days(bank: Bank, study_day: int) -> Finding:
    return _examined(
        bank,
        Check.FUTURE_DAYS,
        lambda reader: len(reader.answered_after(study_day + DAYS_AHEAD)),
    )


def _backups(bank: Bank) -> Finding:
    copies = list_backups(bank.path)
    if not copies:
        return Finding(check=Check.BACKUPS, ok=True, detail=Message("upkeep.backups_none"))
    newest = copies[0]
    with files_named(newest.path):
        is_good = read_header(newest.path).kind in {HeaderKind.CURRENT, HeaderKind.OLDER}
    fields: dict[str, str | int] = {"n": len(copies), "when": f"{newest.at:%d.%m.%Y}"}
    said = Message("upkeep.backups_ok" if is_good else "upkeep.backups_bad", fields)
    return Finding(check=Check.BACKUPS, ok=is_good, detail=said)


def _disk(bank: Bank) -> Finding:
    with files_named(bank.path):
        free = shutil.disk_usage(bank.path.parent).free
    is_enough = free >= LITTLE_ROOM_BYTES
    fields = {"megabytes": free // 1_000_000}
    said = Message("upkeep.disk_ok" if is_enough else "upkeep.disk_bad", fields)
    return Finding(check=Check.DISK, ok=is_enough, detail=said)


def _replay(bank: Bank, _at: datetime, _study_day: int) -> None:
    replay(bank)


def _recount(bank: Bank, _at: datetime, _study_day: int) -> None:
    with bank.transaction() as tx:
        tx.recount_days()


def _retract_future(bank: Bank, at: datetime, study_day: int) -> None:
    with bank.transaction() as tx:
        for late in tx.answered_after(study_day + DAYS_AHEAD):
            tx.retract(late.review, at)


_REPAIRS: Final[dict[Check, Callable[[Bank, datetime, int], None]]] = {
    Check.MEMORY: _replay,
    Check.DAY_COUNTS: _recount,
    Check.FUTURE_DAYS: _retract_future,
}

"""Copies of a bank before risk and daily, kept few; the way back; and whether a file is whole."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from quizapp.bank.backup_names import PART, Backup, Reason, backup_path, left_parts, list_backups
from quizapp.bank.engine import damaged, errors_named, refused
from quizapp.bank.errors import BankBusyError, BankError, files_named, on_full_disk
from quizapp.bank.file_uri import file_uri
from quizapp.bank.header import HeaderKind, read_header
from quizapp.bank.side_files import drop_side_files, move_side_files
from quizapp.base.in_place import put_in_place
from quizapp.base.paths import LearnerPaths

DAILY_KEPT: Final = 7
# Copies made before risk, and what a restore replaced.
OTHERS_KEPT: Final = 20

_PAGES_AT_A_TIME: Final = -1
_LOCK_TIMEOUT_S: Final = 1.0


def back_up(bank: Path, at: datetime, reason: Reason) -> Backup:
    """Copy a bank that may be in use, examine nothing, and drop the copies too many.

    The copy appears under its name only when it is whole. Raises a ``BankError``.
    """
    with on_full_disk("no_room_for_copy"), files_named(bank), errors_named(bank):
        LearnerPaths(bank).backups.mkdir(exist_ok=True)
        target = backup_path(bank, at, reason)
        part = target.with_suffix(PART)
        try:
            # Not to read alone: a program killed at its work may have left half of it to undo.
            _copy(bank, part, mode="rw", journal="DELETE")
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)
        size = target.stat().st_size
    _drop_too_many(bank, at)
    return Backup(path=target, at=at, reason=reason, size=size)


def back_up_daily(bank: Path, at: datetime) -> Backup | None:
    """Make today's copy unless there is one; returns None where there was."""
    made = (copy.at for copy in list_backups(bank) if copy.reason == Reason.DAILY)
    if any(day.date() == at.date() for day in made):
        return None
    return back_up(bank, at, Reason.DAILY)


def restore(bank: Path, copy: Path, at: datetime) -> Path | None:
    """Put a copy in the bank's place; returns where the file that was there lies now.

    The copy is examined first. Raises ``NotABankError``, ``BankDamagedError`` or
    ``BankTooNewError`` for a copy that is no good, ``BankBusyError`` while a program writes in the
    bank; then nothing has changed.
    """
    examine_copy(copy)
    with on_full_disk("no_room_to_restore"), files_named(bank), errors_named(bank):
        _refuse_while_in_use(bank)
        folder = LearnerPaths(bank).backups
        folder.mkdir(exist_ok=True)
        part = _restoring(bank)
        try:
            _copy(copy, part, mode="ro", journal="WAL")
            kept = _set_aside(bank, at)
            put_in_place(part, bank)
        finally:
            part.unlink(missing_ok=True)
    return kept


def set_aside(bank: Path, at: datetime) -> Path | None:
    """Move a bank that cannot be read among its copies, so that a new one can be begun.

    Returns where it lies now. Raises ``BankBusyError`` while a program has it open.
    """
    with files_named(bank), errors_named(bank):
        _refuse_while_in_use(bank)
        LearnerPaths(bank).backups.mkdir(exist_ok=True)
        return _set_aside(bank, at)


def finish_restore(bank: Path) -> bool:
    """Finish what a program was killed in: the bank was set aside, its copy has not its name yet.

    Returns whether the bank is there now; a copy that is not whole is left for a new restore.
    """
    part = _restoring(bank)
    if not part.exists():
        return False
    try:
        examine_copy(part)
    except BankError:
        return False
    with files_named(bank):
        move_side_files(bank, bank.with_suffix(".left"))
        put_in_place(part, bank)
    return True


def examine_copy(copy: Path) -> None:
    """Raise a ``BankError`` unless a file is a whole bank that this program can open."""
    with files_named(copy), errors_named(copy):
        header = read_header(copy)
        if header.kind not in {HeaderKind.OLDER, HeaderKind.CURRENT}:
            raise refused(header, copy)
        with closing(_opened(copy, "ro")) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise damaged(copy)


def _copy(source: Path, target: Path, *, mode: str, journal: str) -> None:
    """Copy a bank; a copy to keep stands alone, without a write-ahead log beside it."""
    target.unlink(missing_ok=True)
    with closing(_opened(source, mode)) as original, closing(sqlite3.connect(target)) as made:
        original.backup(made, pages=_PAGES_AT_A_TIME)
        made.execute(f"PRAGMA journal_mode = {journal}")
    # Windows flushes only what it may write.
    with target.open("r+b") as file:
        os.fsync(file.fileno())


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(file_uri(path.absolute(), mode), uri=True, timeout=_LOCK_TIMEOUT_S)


def _restoring(bank: Path) -> Path:
    return bank.with_suffix(".restoring")


def _refuse_while_in_use(bank: Path) -> None:
    if read_header(bank).kind not in {HeaderKind.CURRENT, HeaderKind.OLDER, HeaderKind.NEWER}:
        return
    try:
        with closing(sqlite3.connect(bank, timeout=_LOCK_TIMEOUT_S, isolation_level=None)) as held:
            held.execute("PRAGMA locking_mode = EXCLUSIVE")
            held.execute("BEGIN EXCLUSIVE")
            held.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise BankBusyError("busy") from error
    except sqlite3.DatabaseError:
        # A damaged bank is what a restore is for.
        return


def _set_aside(bank: Path, at: datetime) -> Path | None:
    kept = backup_path(bank, at, Reason.REPLACED)
    move_side_files(bank, kept)
    if not bank.exists():
        return None
    put_in_place(bank, kept)
    return kept


def _drop_too_many(bank: Path, now: datetime) -> None:
    # A clock that was wrong dates copies in days to come: they are the first to go, or for a year
    # each new copy would be the oldest.
    copies = sorted(list_backups(bank), key=lambda copy: (copy.at <= now, copy.at), reverse=True)
    daily = [copy.path for copy in copies if copy.reason == Reason.DAILY]
    others = [copy.path for copy in copies if copy.reason != Reason.DAILY]
    # The copy is made; one that cannot be dropped now will be tomorrow.
    for path in (*daily[DAILY_KEPT:], *others[OTHERS_KEPT:], *left_parts(bank, now)):
        with suppress(OSError):
            path.unlink(missing_ok=True)
            drop_side_files(path)

"""What the driver says, in words that the person can act on."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from quizapp.bank import engine
from quizapp.bank.bank import Bank
from quizapp.bank.engine import errors_named, named_error
from quizapp.bank.errors import (
    BankBusyError,
    BankDamagedError,
    DiskError,
    DiskFullError,
    MissingError,
    NoPermissionError,
    NotABankError,
)
from tests.builders import MONDAY

CODES = (
    (sqlite3.SQLITE_BUSY, BankBusyError),
    (sqlite3.SQLITE_BUSY_SNAPSHOT, BankBusyError),
    (sqlite3.SQLITE_LOCKED, BankBusyError),
    (sqlite3.SQLITE_FULL, DiskFullError),
    (sqlite3.SQLITE_READONLY, NoPermissionError),
    (sqlite3.SQLITE_READONLY_DIRECTORY, NoPermissionError),
    (sqlite3.SQLITE_PERM, NoPermissionError),
    (sqlite3.SQLITE_CORRUPT, BankDamagedError),
    (sqlite3.SQLITE_CORRUPT_VTAB, BankDamagedError),
    (sqlite3.SQLITE_NOTADB, NotABankError),
    (sqlite3.SQLITE_IOERR, DiskError),
    (sqlite3.SQLITE_IOERR_WRITE, DiskError),
    (sqlite3.SQLITE_CANTOPEN, DiskError),
)


def said(code: int) -> sqlite3.OperationalError:
    """Return an error as the driver raises it."""
    error = sqlite3.OperationalError("said by the driver")
    error.sqlite_errorcode = code
    return error


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is there."""
    path = tmp_path / "bank.quizbank"
    path.touch()
    return path


@pytest.mark.parametrize(("code", "kind"), CODES)
def test_each_code_has_its_meaning(file: Path, code: int, kind: type[Exception]) -> None:
    assert type(named_error(said(code), file)) is kind


def test_a_failed_write_on_a_full_disk_is_a_full_disk(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "is_disk_full", lambda _: True)
    assert isinstance(named_error(said(sqlite3.SQLITE_IOERR_SHMSIZE), file), DiskFullError)


def test_a_drive_that_was_pulled_out_is_missing(tmp_path: Path) -> None:
    error = named_error(said(sqlite3.SQLITE_CANTOPEN), tmp_path / "væk" / "bank.quizbank")
    assert isinstance(error, MissingError)
    assert str(error).startswith(str(tmp_path / "væk"))


def test_text_that_is_none_is_damage(file: Path) -> None:
    error = sqlite3.OperationalError("Could not decode to UTF-8 column 'body' with text '\ufffd'")
    assert isinstance(named_error(error, file), BankDamagedError)
    with pytest.raises(BankDamagedError), errors_named(file):
        b"\xff".decode()


def test_a_bug_of_ours_stays_one(file: Path) -> None:
    bug = sqlite3.OperationalError("no such column: x")
    bug.sqlite_errorcode = sqlite3.SQLITE_ERROR
    assert named_error(bug, file) is None
    with pytest.raises(sqlite3.OperationalError), errors_named(file):
        raise bug
    with pytest.raises(OperationalError), errors_named(file):
        raise OperationalError("SELECT x", None, bug)


def test_a_row_that_points_nowhere_is_refused(bank: Bank) -> None:
    with pytest.raises(IntegrityError), bank.transaction() as tx:
        tx.add_report(10_000, 10_000, "", MONDAY)


def test_a_connection_that_cannot_be_set_up_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)
    with pytest.raises(NotABankError):
        engine.connect(path)

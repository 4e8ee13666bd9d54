"""Opens the file: one connection, our own BEGIN, and the driver's errors turned into ours."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from quizapp.bank.backup_names import newest_backup_day
from quizapp.bank.errors import (
    BankBusyError,
    BankDamagedError,
    BankError,
    BankTooNewError,
    DiskError,
    NotABankError,
    is_disk_full,
    missing,
    no_permission,
    no_room,
    of_system,
)
from quizapp.bank.file_uri import file_uri
from quizapp.bank.header import SCHEMA_VERSION, Header, HeaderKind

BUSY_TIMEOUT_S: Final = 10.0
BEGIN: Final = "begin"
TO_READ: Final = "BEGIN"
TO_WRITE: Final = "BEGIN IMMEDIATE"

# The driver's own error, which has no code, for a text whose bytes were damaged.
_NOT_UTF_8: Final = "Could not decode to UTF-8"
_PRAGMAS: Final = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
    # A checkpoint costs 10 ms or more. At SQLite's 1,000 pages every hundredth answer pays for it;
    # so it waits for ``Bank.checkpoint``, which is called when the learner pauses, or for 16 MB.
    "PRAGMA wal_autocheckpoint = 4000",
)


def connect(path: Path, *, timeout_s: float = BUSY_TIMEOUT_S) -> Connection:
    """Open a file that exists and return the one connection to it, with its pragmas set.

    Writers wait for each other up to ``timeout_s``. Raises a ``BankError``.
    """
    engine = make_engine(path, timeout_s=timeout_s)
    with errors_named(path):
        connection = engine.connect()
        try:
            set_pragmas(connection)
        except BaseException:
            close(connection)
            raise
    return connection


def make_engine(path: Path, *, timeout_s: float = BUSY_TIMEOUT_S) -> Engine:
    """Return an engine with a single connection, on which nothing begins but by our own BEGIN."""
    # A file that has gone is never silently made anew.
    uri = file_uri(path.absolute(), "rw")

    def opened() -> sqlite3.Connection:
        made = sqlite3.connect(
            uri, uri=True, timeout=timeout_s, isolation_level=None, check_same_thread=False
        )
        try:
            # What is no whole bank fails here, where it can still be closed: SQLAlchemy would keep
            # the file open, and Windows lets nothing take the place of an open file.
            made.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            made.close()
            raise
        return made

    engine = create_engine("sqlite://", creator=opened, poolclass=StaticPool)
    event.listen(engine, "begin", _begin)
    return engine


def set_pragmas(connection: Connection) -> None:
    """Set the pragmas of an open bank; outside a transaction, where alone some of them work."""
    for pragma in _PRAGMAS:
        run_outside(connection, pragma)


def run_outside(connection: Connection, statement: str) -> list[tuple[object, ...]]:
    """Run a statement outside any transaction and return its rows."""
    return list(driver_of(connection).execute(statement).fetchall())


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return the driver's connection beneath SQLAlchemy's."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def user_version(connection: Connection) -> int:
    """Return the number of the newest migration that a bank has seen."""
    return int(str(connection.exec_driver_sql("PRAGMA user_version").scalar_one()))


def close(connection: Connection) -> None:
    """Close a connection and its engine."""
    connection.close()
    connection.engine.dispose()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.info.get(BEGIN, TO_READ))


@contextmanager
def errors_named(path: Path) -> Iterator[None]:
    """Turn what the driver says into errors that name the file and what to do."""
    try:
        yield
    except DBAPIError as error:
        if named := named_error(error.orig, path):
            raise named from error
        raise
    except sqlite3.Error as error:
        if named := named_error(error, path):
            raise named from error
        raise
    except UnicodeDecodeError as error:
        # The bank holds UTF-8 alone, and nothing else is decoded while it is in use.
        raise damaged(path) from error


def named_error(error: BaseException | None, path: Path) -> BankError | None:
    """Return what the driver's error means to the person, None when it is a bug of ours."""
    if str(error).startswith(_NOT_UTF_8):
        return damaged(path)
    # The low byte is the primary code: SQLITE_BUSY_SNAPSHOT is a SQLITE_BUSY.
    named = _NAMED.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return None if named is None else named(path)


def _unreachable(path: Path) -> BankError:
    """Find out why the file system failed: the code alone does not tell."""
    if is_disk_full(path):
        return no_room()
    try:
        path.stat()
    except FileNotFoundError:
        return missing(path)
    except OSError as error:
        return of_system(error, path)
    return DiskError("disk", file=str(path))


def damaged(path: Path) -> BankDamagedError:
    """Return the error of a damaged bank, with the day of its newest backup."""
    if day := newest_backup_day(path):
        return BankDamagedError("damaged", file=str(path), when=day)
    return BankDamagedError("damaged_no_copy", file=str(path))


def not_a_bank(path: Path) -> BankError:
    """Return the error of a file that is no bank; one that has backups was a bank once."""
    if newest_backup_day(path):
        return damaged(path)
    return NotABankError("not_a_bank", file=str(path))


def refused(header: Header, path: Path) -> BankError:
    """Return the error of a file that its header alone rules out."""
    match header.kind:
        case HeaderKind.MISSING:
            return missing(path)
        case HeaderKind.CUT_SHORT:
            return damaged(path)
        case HeaderKind.NEWER:
            return too_new(header.version)
        case _:
            return not_a_bank(path)


def too_new(version: int) -> BankTooNewError:
    """Return the error of a bank that a newer program wrote."""
    return BankTooNewError("too_new", theirs=str(version), ours=str(SCHEMA_VERSION))


def _busy(_path: Path) -> BankError:
    return BankBusyError("busy")


def _full(_path: Path) -> BankError:
    return no_room()


_NAMED: Final[Mapping[int, Callable[[Path], BankError]]] = {
    sqlite3.SQLITE_BUSY: _busy,
    sqlite3.SQLITE_LOCKED: _busy,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY: no_permission,
    sqlite3.SQLITE_PERM: no_permission,
    sqlite3.SQLITE_AUTH: no_permission,
    sqlite3.SQLITE_CANTOPEN: _unreachable,
    sqlite3.SQLITE_IOERR: _unreachable,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: not_a_bank,
}

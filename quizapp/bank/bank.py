"""The bank: one learner's file, open, with its transactions. Importing this loads SQLAlchemy."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self, assert_never

from sqlalchemy import Connection, select
from sqlalchemy.exc import OperationalError

from quizapp.bank.access import Place
from quizapp.bank.backup import finish_restore
from quizapp.bank.bulk import BulkWrites
from quizapp.bank.create import create
from quizapp.bank.engine import (
    BEGIN,
    TO_READ,
    TO_WRITE,
    close,
    connect,
    damaged,
    driver_of,
    errors_named,
    named_error,
    refused,
    run_outside,
    too_new,
    user_version,
)
from quizapp.bank.errors import files_named, no_permission
from quizapp.bank.examine import ExamineReads
from quizapp.bank.exams import ExamReads, ExamWrites
from quizapp.bank.header import SCHEMA_VERSION, HeaderKind, read_header
from quizapp.bank.installs import InstallReads
from quizapp.bank.layer import LayerReads, LayerWrites
from quizapp.bank.log_tables import DeviceRow
from quizapp.bank.mocks import MockReads, MockWrites
from quizapp.bank.proposals import ProposalReads
from quizapp.bank.queues import QueueReads
from quizapp.bank.reviews import ReviewReads
from quizapp.bank.search import SearchReads
from quizapp.bank.settings import SettingReads, SettingWrites
from quizapp.bank.stat_reads import StatReads
from quizapp.bank.undo import UndoReads, UndoWrites
from quizapp.bank.uninstalls import UndoInstallWrites
from quizapp.base.clock import Clock
from quizapp.base.ids import IdSource
from quizapp.base.paths import LearnerPaths

OWN_DEVICE: Final = 1


class Reader(
    SearchReads,
    QueueReads,
    StatReads,
    ProposalReads,
    ExamReads,
    MockReads,
    ReviewReads,
    LayerReads,
    UndoReads,
    SettingReads,
    ExamineReads,
    InstallReads,
):
    """What can be read in one consistent look at the bank; each group stands in its own module."""


class Transaction(
    ExamWrites,
    MockWrites,
    UndoInstallWrites,
    LayerWrites,
    BulkWrites,
    UndoWrites,
    SettingWrites,
    Reader,
):
    """Reads and writes that happen together or not at all."""


class Bank:
    """One learner's bank, open. Use it from one thread at a time.

    Opening raises ``NotABankError``, ``BankTooNewError``, ``BankDamagedError``,
    ``NoPermissionError`` or ``MissingError``; every transaction may raise ``BankBusyError``,
    ``DiskFullError``, ``BankDamagedError``, ``NoPermissionError``, ``MissingError`` or
    ``DiskError``.
    """

    def __init__(self, connection: Connection, place: Place) -> None:
        self._connection = connection
        self._place = place

    @property
    def path(self) -> Path:
        """The bank's file."""
        return self._place.paths.bank

    @property
    def paths(self) -> LearnerPaths:
        """The bank's file, and the media and backups beside it."""
        return self._place.paths

    @classmethod
    def open(cls, path: Path, clock: Clock, ids: IdSource) -> Self:
        """Open a bank, migrating it when it is older; a missing file becomes a new, empty bank."""
        path = path.absolute()
        _make_ready(path, clock, ids)
        connection = connect(path)
        try:
            device_id = _examine(connection, path)
        except BaseException:
            close(connection)
            raise
        place = Place(
            paths=LearnerPaths(path),
            device_id=device_id,
            clock=clock,
            ids=ids,
            driver=driver_of(connection),
        )
        return cls(connection, place)

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """Begin to write: other writers wait. Commits at the end, rolls back on any exception."""
        with files_named(self.path):
            # The system keeps a deleted file for who has it open: what is written there is lost.
            self.path.stat()
        self._connection.info[BEGIN] = TO_WRITE
        with errors_named(self._place.paths.bank), self._connection.begin():
            yield Transaction(self._connection, self._place)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """Begin one consistent look, which no writer disturbs."""
        self._connection.info[BEGIN] = TO_READ
        with errors_named(self._place.paths.bank), self._connection.begin():
            yield Reader(self._connection, self._place)

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file; call it when the learner pauses."""
        with errors_named(self._place.paths.bank):
            run_outside(self._connection, "PRAGMA wal_checkpoint(PASSIVE)")

    def pragma(self, setting: str) -> None:
        """Set a pragma of this connection, such as ``max_page_count = 100``; to measure and try."""
        with errors_named(self.path):
            run_outside(self._connection, f"PRAGMA {setting}")

    def close(self) -> None:
        """Close the file; nothing is lost without it."""
        close(self._connection)


def _make_ready(path: Path, clock: Clock, ids: IdSource) -> None:
    """See to it that the file is a bank of this program's form."""
    with files_named(path):
        header = read_header(path)
        if header.kind is HeaderKind.MISSING and finish_restore(path):
            header = read_header(path)
    match header.kind:
        case HeaderKind.MISSING | HeaderKind.EMPTY:
            create(path, clock.now(), ids)
        case HeaderKind.OLDER:
            _migrate(path, clock)
        case HeaderKind.CURRENT:
            pass
        case HeaderKind.NOT_A_BANK | HeaderKind.CUT_SHORT | HeaderKind.NEWER:
            raise refused(header, path)
        case _:
            assert_never(header.kind)
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        raise no_permission(path)


def _examine(connection: Connection, path: Path) -> int:
    """Return this device's number; the header may lag behind what another program has written."""
    with errors_named(path), connection.begin():
        version = user_version(connection)
        if version > SCHEMA_VERSION:
            raise too_new(version)
        own = select(DeviceRow.id).where(DeviceRow.id == OWN_DEVICE)
        try:
            device_id = connection.execute(own).scalar_one_or_none()
        except OperationalError as error:
            if named_error(error.orig, path) is None:
                # The file says it is a bank, but lacks the tables of one.
                raise damaged(path) from error
            raise
    if device_id is None:
        raise damaged(path)
    return device_id


def _migrate(path: Path, clock: Clock) -> None:
    from quizapp.bank.migrate import migrate  # noqa: PLC0415 - Alembic takes 0.4 s to import

    migrate(path, clock.now())

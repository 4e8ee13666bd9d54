"""Brings an older bank to this program's form: copy first, all or nothing. Loads Alembic."""

from datetime import datetime
from pathlib import Path
from typing import Final

from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection

from quizapp.bank.backup import back_up
from quizapp.bank.backup_names import Reason
from quizapp.bank.engine import (
    BEGIN,
    TO_WRITE,
    close,
    damaged,
    errors_named,
    make_engine,
    run_outside,
    too_new,
    user_version,
)
from quizapp.bank.header import SCHEMA_VERSION
from quizapp.bank.migrations.versions import v0001_first

STEPS: Final = (v0001_first,)


def migrate(path: Path, at: datetime) -> None:
    """Copy the file, then run every step it has not seen, in one transaction.

    Raises ``BankDamagedError`` when what points where does not hold afterwards; then, as after
    any other failure, the file is as it was.
    """
    back_up(path, at, Reason.MIGRATION)
    with errors_named(path):
        connection = make_engine(path).connect()
        try:
            # With foreign keys on, rebuilding a table deletes what points at its rows.
            run_outside(connection, "PRAGMA foreign_keys = OFF")
            _migrate(connection, path)
            # The header is read from the file itself at the next start.
            run_outside(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            close(connection)


def _migrate(connection: Connection, path: Path) -> None:
    connection.info[BEGIN] = TO_WRITE
    with connection.begin():
        # Another program may have migrated it while this one waited.
        version = user_version(connection)
        if version > SCHEMA_VERSION:
            raise too_new(version)
        operations = Operations(MigrationContext.configure(connection))
        for step in STEPS[version:]:
            step.upgrade(operations)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise damaged(path)
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")

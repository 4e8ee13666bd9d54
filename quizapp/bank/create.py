"""Makes a new bank: every table, its two marks, this device, and the weights to begin with."""

import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert

from quizapp.bank.access import as_json, in_ms
from quizapp.bank.engine import BEGIN, TO_WRITE, close, errors_named, make_engine, run_outside
from quizapp.bank.errors import files_named
from quizapp.bank.header import APPLICATION_ID, SCHEMA_VERSION
from quizapp.bank.learner_tables import FoldRow
from quizapp.bank.log_tables import DeviceRow
from quizapp.bank.side_files import move_side_files
from quizapp.bank.tables import METADATA
from quizapp.base.ids import IdSource
from quizapp.scheduling.evidence import EVIDENCE_VERSION
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS


def create(path: Path, at: datetime, ids: IdSource) -> None:
    """Make an empty bank, in one step for everybody who looks; an existing file is left alone.

    Raises a ``BankError`` when the folder is missing, full or closed to us.
    """
    part = path.with_name(f"{path.name}.{ids.new(in_ms(at))}.new")
    with files_named(path), errors_named(path):
        try:
            part.touch(exist_ok=False)
            _fill(part, at, ids)
            if not path.exists():
                move_side_files(path, part.with_suffix(".left"))
            _reveal(part, path)
        finally:
            part.unlink(missing_ok=True)


def _fill(path: Path, at: datetime, ids: IdSource) -> None:
    connection = make_engine(path).connect()
    try:
        connection.info[BEGIN] = TO_WRITE
        with connection.begin():
            make_tables(connection)
            connection.execute(insert(DeviceRow).values(uuid=ids.new(in_ms(at)).bytes, name=""))
            connection.execute(
                insert(FoldRow).values(
                    model=DEFAULT_WEIGHTS.model,
                    weights=as_json(list(DEFAULT_WEIGHTS.values)),
                    evidence_version=EVIDENCE_VERSION,
                    fitted_on=None,
                    adopted_at=in_ms(at),
                )
            )
        # Set before anybody can look: later the switch would have to wait for whoever else opens.
        run_outside(connection, "PRAGMA journal_mode = WAL")
    finally:
        close(connection)


def make_tables(connection: Connection) -> None:
    """Make every table as the newest migration leaves it (a test compares the two)."""
    METADATA.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _reveal(part: Path, path: Path) -> None:
    """Give the finished file its name, unless another program was faster."""
    try:
        os.link(part, path)
    except FileExistsError:
        # An empty file is what remains of a first start that had no room.
        if path.stat().st_size == 0:
            part.replace(path)
    except OSError:
        # Some file systems know no second name for a file.
        if not path.exists():
            part.replace(path)

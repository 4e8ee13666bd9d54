"""From every released form of the bank to this one, all or nothing."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine

from quizapp.bank import migrate as migrating
from quizapp.bank.backup_names import Reason, list_backups
from quizapp.bank.create import make_tables
from quizapp.bank.errors import BankDamagedError, BankTooNewError
from quizapp.bank.header import APPLICATION_ID, SCHEMA_VERSION, HeaderKind, read_header
from quizapp.bank.migrate import STEPS, migrate
from quizapp.bank.migrations.versions import v0001_first
from quizapp.bank.tables import METADATA
from quizapp.library import overview
from quizapp.scheduling.day import study_day
from quizapp.upkeep.doctor import examine
from tests.builders import MONDAY, PACK, a_bank, answer_card, card_id

FROZEN = Path(__file__).parent / "frozen"


def an_empty_form(path: Path) -> None:
    """Write a bank of the form before the first: no table, version 0."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("CREATE TABLE gone (id)")
        connection.execute("DROP TABLE gone")
        connection.commit()


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return sorted((name, " ".join(sql.split())) for name, sql in rows)


def test_every_version_has_its_step() -> None:
    assert [step.VERSION for step in STEPS] == list(range(1, SCHEMA_VERSION + 1))


def test_migrating_from_nothing_gives_the_tables_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    migrate(path, MONDAY)
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_a_new_bank_and_a_migrated_one_are_the_same(tmp_path: Path) -> None:
    migrated, new = tmp_path / "bank.quizbank", tmp_path / "new.quizbank"
    an_empty_form(migrated)
    migrate(migrated, MONDAY)
    engine = create_engine(f"sqlite:///{new}")
    with engine.begin() as connection:
        make_tables(connection)
    engine.dispose()
    assert schema(migrated) == schema(new)


def test_the_file_is_copied_first(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    migrate(path, MONDAY)
    (copy,) = list_backups(path)
    assert copy.reason is Reason.MIGRATION
    assert read_header(copy.path).kind is HeaderKind.OLDER


def test_the_header_says_so_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    migrate(path, MONDAY)
    assert read_header(path).version == SCHEMA_VERSION


def test_migrating_twice_does_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    migrate(path, MONDAY)
    before = schema(path)
    migrate(path, MONDAY)
    assert schema(path) == before


def test_a_bank_that_became_newer_meanwhile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(BankTooNewError):
        migrate(path, MONDAY)


class FailingStep:
    """A step that fails when it is half done."""

    VERSION = 1

    @staticmethod
    def upgrade(operations: Operations) -> None:
        operations.execute("CREATE TABLE half (id INTEGER)")
        operations.execute("INSERT INTO nowhere VALUES (1)")


class DanglingStep:
    """A step that leaves a row pointing at nothing."""

    VERSION = 1

    @staticmethod
    def upgrade(operations: Operations) -> None:
        v0001_first.upgrade(operations)
        operations.execute("INSERT INTO card VALUES (1, 99, '')")


def test_a_step_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    monkeypatch.setattr(migrating, "STEPS", (FailingStep,))
    with pytest.raises(Exception, match="nowhere"):
        migrate(path, MONDAY)
    assert schema(path) == []
    assert read_header(path).kind is HeaderKind.OLDER


def test_a_step_that_breaks_a_reference_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    monkeypatch.setattr(migrating, "STEPS", (DanglingStep,))
    with pytest.raises(BankDamagedError):
        migrate(path, MONDAY)
    assert schema(path) == []


def frozen(version: int, folder: Path) -> Path:
    """Write out the frozen bank of a released form."""
    path = folder / "bank.quizbank"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FROZEN / f"{version:04}.sql").read_text(encoding="utf-8"))
    return path


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_the_frozen_bank_of_every_released_form_opens_whole(version: int, tmp_path: Path) -> None:
    frozen(version, tmp_path)
    bank = a_bank(tmp_path)
    with bank.read() as reader:
        log = list(reader.log())
    assert [(review.key.question, review.is_retracted) for review in log] == [
        ("sp-1", False),
        ("sp-2", True),
        ("sp-2", False),
        ("kort-1", False),
    ]
    assert len(overview.questions(bank, PACK)) == 4
    found = examine(bank, MONDAY, study_day(MONDAY))
    assert [(finding.check, finding.ok) for finding in found if not finding.ok] == []
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-3"))
    bank.close()


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_the_frozen_bank_is_not_changed_by_accident(version: int) -> None:
    said = (FROZEN / f"{version:04}.sql").read_text(encoding="utf-8")
    assert f"PRAGMA user_version = {version};" in said


def test_an_older_bank_is_brought_forward_when_it_is_opened(tmp_path: Path) -> None:
    an_empty_form(tmp_path / "bank.quizbank")
    # The form before the first has no device: brought forward, then found to be none of ours.
    with pytest.raises(BankDamagedError):
        a_bank(tmp_path)
    assert read_header(tmp_path / "bank.quizbank").kind is HeaderKind.CURRENT


KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from pathlib import Path
from quizapp.bank import migrate
from tests.builders import MONDAY

class Killed:
    VERSION = 1

    @staticmethod
    def upgrade(operations):
        # More than SQLite keeps in memory, so that the file itself has half of it.
        operations.execute("PRAGMA cache_size = 5")
        operations.execute("CREATE TABLE half (body TEXT)")
        for _ in range(400):
            operations.execute("INSERT INTO half VALUES (randomblob(3000))")
        os.kill(os.getpid(), signal.SIGKILL)

migrate.STEPS = (Killed,)
migrate.migrate(Path(sys.argv[1]), MONDAY)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the signal is not Windows'")
@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_kill_in_the_middle_leaves_the_file_to_the_next_start(
    tmp_path: Path, journal: str
) -> None:
    path = tmp_path / "bank.quizbank"
    an_empty_form(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(path)]
    assert subprocess.run(command, cwd=root, check=False).returncode < 0
    assert len(list_backups(path)) == 1
    migrate(path, MONDAY)
    assert "half" not in dict(schema(path))
    assert read_header(path).kind is HeaderKind.CURRENT

"""Opening a bank: new ones, files that are none, newer ones, and files that cannot be had."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.create import create
from quizapp.bank.errors import (
    BankDamagedError,
    BankError,
    BankTooNewError,
    DiskError,
    MissingError,
    NoPermissionError,
    NotABankError,
    files_named,
    is_disk_full,
)
from quizapp.bank.header import APPLICATION_ID, SCHEMA_VERSION, HeaderKind, read_header
from quizapp.base.ids import IdSource
from tests.builders import MONDAY, a_bank, a_clock


def test_a_missing_file_becomes_a_new_bank(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    with bank.read() as reader:
        assert reader.packs() == []
    bank.close()
    assert read_header(bank.path).kind is HeaderKind.CURRENT


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_no_bank_and_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.quizbank"
    os.mkfifo(path)
    assert read_header(path).kind is HeaderKind.NOT_A_BANK


def test_an_empty_file_becomes_a_new_bank(tmp_path: Path) -> None:
    (tmp_path / "bank.quizbank").touch()
    a_bank(tmp_path).close()
    assert read_header(tmp_path / "bank.quizbank").kind is HeaderKind.CURRENT


def test_a_new_bank_leaves_no_other_file(tmp_path: Path) -> None:
    a_bank(tmp_path).close()
    assert [path.name for path in tmp_path.iterdir()] == ["bank.quizbank"]


def test_a_bank_made_by_another_program_meanwhile_is_kept(tmp_path: Path) -> None:
    a_bank(tmp_path).close()
    path = tmp_path / "bank.quizbank"
    before = path.read_bytes()
    create(path, MONDAY, IdSource(Random(5)))
    assert path.read_bytes() == before


def test_a_file_system_without_links_gets_its_bank(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr(os, "link", refuse)
    a_bank(tmp_path).close()
    create(tmp_path / "bank.quizbank", MONDAY, IdSource(Random(5)))
    assert [path.name for path in tmp_path.iterdir()] == ["bank.quizbank"]


def test_the_header_is_read_without_loading_any_library() -> None:
    loaded = "import sys, quizapp.bank.header; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert not {"sqlalchemy", "alembic", "sqlite3"} & set(done.stdout.split())


def test_a_bank_in_force_opens_without_alembic(template: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    script = (
        "import sys; from pathlib import Path; from random import Random;"
        "from quizapp.bank.bank import Bank; from quizapp.base.clock import SystemClock;"
        "from quizapp.base.ids import IdSource;"
        "Bank.open(Path(sys.argv[1]), SystemClock(), IdSource(Random(1))).close();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(copy)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("content", [b"%PDF-1.7" + b"x" * 200, b"short", b"\0" * 8192])
def test_another_file_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bank.quizbank"
    path.write_bytes(content)
    with pytest.raises(NotABankError, match="ikke en fil fra Quizapp"):
        a_bank(tmp_path)
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == ["bank.quizbank"]


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (id)")
    before = path.read_bytes()
    with pytest.raises(NotABankError):
        a_bank(tmp_path)
    assert path.read_bytes() == before


def test_a_newer_bank_is_refused_and_untouched(template: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(BankTooNewError, match="Filen er ikke rørt") as caught:
        a_bank(tmp_path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [found.name for found in tmp_path.iterdir()] == ["bank.quizbank"]
    assert caught.value.exit_code == 3


def test_a_newer_bank_is_refused_though_its_header_lags_behind(
    template: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA wal_autocheckpoint = 0")
        newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        newer.commit()
        assert read_header(path).kind is HeaderKind.CURRENT
        with pytest.raises(BankTooNewError):
            a_bank(tmp_path)


def test_a_bank_without_its_device_is_damaged(template: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM device")
        connection.commit()
    with pytest.raises(BankDamagedError):
        a_bank(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "væk" / "bank.quizbank"
    with pytest.raises(MissingError, match="væk findes ikke"):
        Bank.open(path, a_clock(), IdSource(Random(1)))
    assert not path.parent.exists()


def test_a_folder_in_place_of_the_bank_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "bank.quizbank").mkdir()
    with pytest.raises(DiskError):
        a_bank(tmp_path)


def test_a_bank_that_may_not_be_written_is_refused(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    path.chmod(0o444)
    # Root may write all the same; then the system's answer is put in its place.
    if os.access(path, os.W_OK):
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NoPermissionError, match="må ikke skrive i"):
        a_bank(tmp_path)


@pytest.mark.parametrize("number", [1, 13, 30])
def test_the_system_saying_no_is_a_permission(number: int, tmp_path: Path) -> None:
    with pytest.raises(NoPermissionError), files_named(tmp_path / "bank.quizbank"):
        raise OSError(number, os.strerror(number))


def test_a_broken_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(DiskError) as caught, files_named(tmp_path / "bank.quizbank"):
        raise OSError(5, os.strerror(5))
    assert "Er drevet tilsluttet?" in str(caught.value)


def test_a_disk_that_cannot_be_asked_is_not_called_full(tmp_path: Path) -> None:
    assert not is_disk_full(tmp_path / "nowhere" / "bank.quizbank")


def test_what_the_bank_raises_can_be_acted_on() -> None:
    assert issubclass(BankError, Exception)
    assert BankError.exit_code == 3


def test_the_marks_of_a_bank_stand_where_the_format_says(template: Path) -> None:
    first = template.read_bytes()[:100]
    assert int.from_bytes(first[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(first[60:64], "big") == SCHEMA_VERSION


def test_a_checkpoint_empties_the_write_ahead_log_into_the_file(bank: Bank) -> None:
    with bank.transaction() as tx:
        tx.set_setting("mærke", "findes")
    bank.checkpoint()
    assert "mærke".encode() in bank.path.read_bytes()


def test_a_bank_without_tables_is_damaged(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "bank.quizbank")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("CREATE TABLE other (id)")
    with pytest.raises(BankDamagedError):
        a_bank(tmp_path)

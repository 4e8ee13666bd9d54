"""Two programs in one bank: each waits its turn, and nothing is lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.engine import connect
from quizapp.bank.errors import BankBusyError
from quizapp.base.ids import IdSource
from quizapp.upkeep.replay import replay
from tests.builders import a_bank, a_clock, answer_card, card_id

ROOT = Path(__file__).parents[2]


def a_writer(path: Path, times: int, hold_s: float) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.bank.writer", str(path), str(times), str(hold_s)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_programs_that_answer_at_once_lose_nothing(bank: Bank) -> None:
    with a_writer(bank.path, 60, 0.0) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        for _ in range(60):
            with bank.transaction() as tx:
                answer_card(tx, card_id(tx, "sp-1"))
        writer.communicate(timeout=60)
    assert writer.returncode == 0
    with bank.read() as reader:
        log = list(reader.log())
        assert reader.integrity_faults() == []
    assert len(log) == 120
    assert len({review.tick for review in log}) == 120
    assert replay(bank, check_only=True).changed == 0


def test_a_writer_waits_for_the_one_before(bank: Bank) -> None:
    with a_writer(bank.path, 1, 0.4) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "answered\n"
        with bank.transaction() as tx:
            answer_card(tx, card_id(tx, "sp-1"))
            assert len(tx.reviews(card_id(tx, "sp-2"))) == 1
        writer.communicate(timeout=30)


def test_reading_waits_for_nobody(bank: Bank) -> None:
    with closing(sqlite3.connect(bank.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with bank.read() as reader:
            assert len(reader.packs()) == 1
        other.execute("ROLLBACK")


def test_a_reader_sees_one_moment(bank: Bank) -> None:
    other = a_bank(bank.path.parent, seed=7)
    with bank.read() as reader:
        assert list(reader.log()) == []
        with other.transaction() as tx:
            answer_card(tx, card_id(tx, "sp-1"))
        assert list(reader.log()) == []
    other.close()


def test_a_bank_that_stays_busy_says_so(bank: Bank) -> None:
    bank.pragma("busy_timeout = 50")
    with closing(sqlite3.connect(bank.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BankBusyError, match="Et andet program"), bank.transaction() as tx:
            tx.packs()
        other.execute("ROLLBACK")
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))


def test_a_program_killed_amid_an_answer_leaves_a_whole_bank(bank: Bank) -> None:
    with a_writer(bank.path, 1000, 0.01) as writer:
        assert writer.stdout is not None
        for _ in range(5):
            writer.stdout.readline()
        writer.kill()
    with bank.read() as reader:
        assert reader.integrity_faults() == []
        assert 4 <= len(list(reader.log())) <= 6
    assert replay(bank, check_only=True).changed == 0


def test_a_connection_waits_ten_seconds(bank: Bank) -> None:
    connection = connect(bank.path)
    (waited,) = connection.exec_driver_sql("PRAGMA busy_timeout").one()
    connection.close()
    connection.engine.dispose()
    assert waited == 10_000


def test_every_answer_is_on_the_disk_before_it_is_acknowledged(bank: Bank) -> None:
    connection = connect(bank.path)
    asked = ("journal_mode", "synchronous", "foreign_keys")
    said = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked]
    connection.close()
    connection.engine.dispose()
    assert said == ["wal", 2, 1]


def test_a_bank_opened_twice_is_one_bank(bank: Bank) -> None:
    other = Bank.open(bank.path, a_clock(), IdSource(Random(6)))
    with other.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    other.close()
    with bank.read() as reader:
        assert len(list(reader.log())) == 1


def test_programs_that_start_at_once_share_one_new_bank(tmp_path: Path) -> None:
    path = tmp_path / "bank.quizbank"
    openers = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bank.opener", str(path), f"program-{number}"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    for opener in openers:
        assert opener.stdout is not None
        opener.stdout.readline()
    for opener in openers:
        assert opener.stdin is not None
        opener.stdin.write("go\n")
        opener.stdin.flush()
    for opener in openers:
        opener.communicate(timeout=60)
    assert [opener.returncode for opener in openers] == [0, 0, 0, 0]
    bank = a_bank(tmp_path)
    with bank.read() as reader:
        assert sorted(reader.settings()) == [f"program-{number}" for number in range(4)]
    bank.close()
    assert [found.name for found in tmp_path.iterdir()] == ["bank.quizbank"]

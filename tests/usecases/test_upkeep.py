"""The bank's care: doctor, replay, log, backups and learners."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.paths import DataPaths
from quizapp.base.texts import say
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from quizapp.upkeep import backups, doctor, learners
from quizapp.upkeep.doctor import Check, Finding, examine
from quizapp.upkeep.keeper import Keeper
from quizapp.upkeep.learners import (
    FIRST_LEARNER,
    LearnerNameError,
    choose_learner,
    create_learner,
    folder_name,
    last_learner,
    list_learners,
)
from quizapp.upkeep.log import log_rows
from tests.builders import (
    MONDAY,
    PACK,
    Given,
    a_bank,
    a_clock,
    a_pack,
    answer_card,
    card_id,
    watched,
)

TODAY = study_day(MONDAY)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path)
    install_pack(opened, a_pack(), MONDAY, TODAY)
    yield opened
    opened.close()


def found(bank: Bank, check: Check, *, repair: bool = False) -> Finding:
    findings = {one.check: one for one in examine(bank, MONDAY, TODAY, repair=repair)}
    return findings[check]


def by_hand(bank: Bank, statement: str) -> None:
    with closing(sqlite3.connect(bank.path)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_healthy_bank_passes_every_check(bank: Bank) -> None:
    with bank.transaction() as tx:
        tx.overrule(answer_card(tx, card_id(tx, "sp-1")), Outcome.WRONG, 0.0, "learner", MONDAY)
        tx.retract(answer_card(tx, card_id(tx, "sp-2")), MONDAY)
    findings = examine(bank, MONDAY, TODAY)
    assert [one.check for one in findings] == list(Check)
    assert all(one.ok and one.repair is None for one in findings)
    assert all(say(one.detail) for one in findings)


def test_examining_writes_nothing(bank: Bank) -> None:
    by_hand(bank, "UPDATE memory SET due_day = 5")
    with watched(bank.path):
        assert not found(bank, Check.MEMORY).ok
    assert not found(bank, Check.MEMORY).ok


def test_memory_that_differs_is_found_and_repaired(bank: Bank) -> None:
    by_hand(bank, "UPDATE memory SET due_day = 5 WHERE card_id = 1")
    finding = found(bank, Check.MEMORY)
    assert not finding.ok
    assert finding.repair is not None
    assert say(finding.repair) == "Beregn igen ud fra svarene"
    assert found(bank, Check.MEMORY, repair=True).ok


def test_counts_that_differ_are_found_and_repaired(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    by_hand(bank, "UPDATE day_count SET n = 7")
    assert not found(bank, Check.DAY_COUNTS).ok
    assert found(bank, Check.DAY_COUNTS, repair=True).ok


def test_a_row_that_points_nowhere_is_found(bank: Bank) -> None:
    by_hand(bank, "INSERT INTO card VALUES (99, 99, '')")
    finding = found(bank, Check.FOREIGN_KEYS)
    assert not finding.ok
    assert say(finding.detail).startswith("1 henvisning ")
    assert not found(bank, Check.FOREIGN_KEYS, repair=True).ok


def test_a_review_that_denies_its_amendments_is_found(bank: Bank) -> None:
    with bank.transaction() as tx:
        tx.retract(answer_card(tx, card_id(tx, "sp-1")), MONDAY)
    by_hand(bank, "UPDATE review SET retracted_at = NULL")
    assert not found(bank, Check.LOG).ok


def test_answers_years_ahead_are_found_and_taken_back(bank: Bank) -> None:
    ahead = MONDAY + timedelta(days=3000)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(at=ahead))
        answer_card(tx, card_id(tx, "sp-2"), Given(at=MONDAY + timedelta(days=30)))
    finding = found(bank, Check.FUTURE_DAYS)
    assert not finding.ok
    assert say(finding.detail).startswith("1 svar ")
    assert found(bank, Check.FUTURE_DAYS, repair=True).ok
    with bank.read() as reader:
        assert [review.is_retracted for review in reader.log()] == [True, False]


def test_a_file_that_cannot_be_read_is_a_finding(bank: Bank) -> None:
    with bank.transaction() as tx:
        for _ in range(30):
            answer_card(tx, card_id(tx, "sp-1"), Given(answer="x" * 3000))
    bank.close()
    content = bytearray(bank.path.read_bytes())
    content[-12 * 4096 :] = b"\xff" * 12 * 4096
    bank.path.write_bytes(content)
    damaged = a_bank(bank.path.parent, seed=4)
    findings = examine(damaged, MONDAY, TODAY)
    damaged.close()
    assert not next(one for one in findings if one.check == Check.INTEGRITY).ok


def test_backups_are_counted_and_looked_at(bank: Bank) -> None:
    assert say(found(bank, Check.BACKUPS).detail) == "Der er ingen sikkerhedskopi endnu."
    copy = backups.back_up(bank.path, MONDAY)
    assert "23.11.2026" in say(found(bank, Check.BACKUPS).detail)
    copy.path.write_bytes(b"not a bank")
    assert not found(bank, Check.BACKUPS).ok


def test_a_disk_that_is_nearly_full_is_told(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LITTLE_ROOM_BYTES", 10**18)
    assert not found(bank, Check.DISK).ok


def test_the_log_is_told_as_the_command_line_shows_it(bank: Bank) -> None:
    with bank.transaction() as tx:
        given = Given(outcome=Outcome.ALMOST, score=0.6, elapsed_ms=900)
        uuid = answer_card(tx, card_id(tx, "sp-1"), given)
        due = tx.memory(card_id(tx, "sp-1")).due_day
    (row,) = log_rows(bank)
    assert due is not None
    assert row == {
        "review": str(uuid),
        "card": f"{PACK}/sp-1",
        "at": "2026-11-23T16:30:00+01:00",
        "day": "2026-11-23",
        "mode": "scheduled",
        "answer": "et svar",
        "verdict": "almost",
        "score": 0.6,
        "rule": "T1",
        "rating": 2,
        "due": row["due"],
        "elapsed_ms": 900,
        "retracted": False,
        "overruled": False,
    }
    assert str(row["due"]) > "2026-11-23"


def test_the_log_can_be_left_in_the_middle(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
        answer_card(tx, card_id(tx, "sp-2"))
    rows = log_rows(bank)
    next(rows)
    rows.close()  # type: ignore[attr-defined] # a generator
    assert len(list(log_rows(bank))) == 2


def test_the_keeper_does_all_of_it(bank: Bank) -> None:
    keeper = Keeper(bank, a_clock())
    assert keeper.bank_file == bank.path
    assert all(one.ok for one in keeper.examine())
    assert keeper.replay(check_only=True).cards == 3
    assert list(keeper.log()) == []
    assert keeper.back_up_daily() is not None
    assert keeper.back_up_daily() is None
    assert keeper.back_up().size > 0
    assert len(keeper.backups()) == 2


def test_a_copy_is_restored(bank: Bank) -> None:
    copy = backups.back_up(bank.path, MONDAY)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    bank.close()
    backups.restore(bank.path, copy.path, MONDAY)
    again = a_bank(bank.path.parent, seed=4)
    assert list(log_rows(again)) == []
    again.close()


def test_the_newest_copy_that_is_whole_is_restored(bank: Bank) -> None:
    backups.back_up(bank.path, MONDAY)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    backups.back_up(bank.path, MONDAY + timedelta(hours=1))
    newest = backups.back_up(bank.path, MONDAY + timedelta(hours=2))
    newest.path.write_bytes(b"no bank")
    bank.close()
    backups.restore_newest(bank.path, MONDAY + timedelta(hours=3))
    assert len(list(log_rows(a_bank(bank.path.parent, seed=4)))) == 1


@pytest.fixture
def data(tmp_path: Path) -> DataPaths:
    return DataPaths(tmp_path / "data")


def test_the_first_learner_is_made(data: DataPaths) -> None:
    learner = last_learner(data)
    assert learner.name == FIRST_LEARNER
    assert learner.paths.folder.is_dir()
    assert last_learner(data) == learner


def test_learners_are_listed_in_danish_order(data: DataPaths) -> None:
    assert list_learners(data) == []
    for name in ("Åse", "Zenia", "Ærlig", "Bo", "Øjvind"):
        create_learner(data, name)
    (data.learners / "fil.txt").touch()
    names = [learner.name for learner in list_learners(data)]
    assert names == ["Bo", "Zenia", "Ærlig", "Øjvind", "Åse"]


def test_the_learner_last_opened_is_remembered(data: DataPaths) -> None:
    create_learner(data, "Bo")
    zenia = create_learner(data, "Zenia")
    choose_learner(data, zenia)
    assert last_learner(data) == zenia
    choose_learner(data, list_learners(data)[0])
    assert last_learner(data).name == "Bo"


def test_the_first_by_name_is_opened_when_the_last_is_gone(data: DataPaths) -> None:
    create_learner(data, "Bo")
    zenia = create_learner(data, "Zenia")
    choose_learner(data, zenia)
    zenia.paths.folder.rmdir()
    assert last_learner(data).name == "Bo"


def test_choosing_a_learner_leaves_the_windows_settings(data: DataPaths) -> None:
    learner = create_learner(data, "Bo")
    data.settings.write_text("[window]\nappearance = dark\n", encoding="utf-8")
    choose_learner(data, learner)
    assert "appearance = dark" in data.settings.read_text(encoding="utf-8")


@pytest.mark.parametrize("said", [b"[window\nx", b"\xff\xfe\x00", b"[learner]\nlast = Nobody\n"])
def test_settings_that_cannot_be_read_say_nothing(data: DataPaths, said: bytes) -> None:
    learner = create_learner(data, "Bo")
    data.settings.write_bytes(said)
    assert last_learner(data) == learner


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Søren  Ærø-Åberg", "Søren Ærø-Åberg"),
        ("../../etc/passwd", "etcpasswd"),
        (" a:b*c?.. ", "abc"),
        ("CON", "CON_"),
        ("con.txt", "con.txt_"),
        ("O'Neill (3.b)", "O'Neill (3.b)"),
        ("a\u030aret", "året"),
    ],
)
def test_names_become_folders_that_every_system_takes(name: str, folder: str) -> None:
    assert folder_name(name) == folder


@pytest.mark.parametrize("name", ["", "   ", "../..", "***", "x" * 61])
def test_a_name_needs_letters_and_an_end(name: str) -> None:
    with pytest.raises(LearnerNameError, match="højst 60 tegn"):
        folder_name(name)


def test_two_learners_have_two_names(data: DataPaths) -> None:
    create_learner(data, "Bo")
    with pytest.raises(LearnerNameError, match="allerede en profil"):
        create_learner(data, "bo")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(Exception, match="Er drevet tilsluttet"):
        learners.create_learner(DataPaths(tmp_path / "data"), "Bo")

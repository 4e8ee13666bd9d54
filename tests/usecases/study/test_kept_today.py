"""What is kept of a bank says what the bank itself would, or nothing at all."""

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.study.desk import Desk
from quizapp.study.kept_today import DAYS_KEPT, foresee, keep, kept_today
from quizapp.study.plan import Plan
from quizapp.study.today import ExamGlance
from tests.builders import a_bank, a_clock
from tests.usecases.study.test_sitting import a_desk, rightly


@pytest.fixture
def clock() -> FixedClock:
    return a_clock()


@pytest.fixture
def bank(tmp_path: Path, clock: FixedClock) -> Path:
    """A bank with two answers and a question put off, closed as the window closes it."""
    desk, opened, _own = a_desk(tmp_path)
    sitting = desk.begin(Plan())
    sitting.answer(rightly(sitting))
    sitting.proceed()
    sitting.answer(rightly(sitting))
    sitting.proceed()
    sitting.bury()
    _close(opened, clock)
    return opened.path


def _close(bank: Bank, clock: FixedClock) -> None:
    foreseen = foresee(bank, clock)
    bank.close()
    keep(foreseen, bank.path)


def test_what_is_kept_is_what_the_bank_says_on_each_day(bank: Path, clock: FixedClock) -> None:
    kept = []
    for _day in range(DAYS_KEPT):
        kept.append(kept_today(bank, clock.now()))
        clock.move(days=1)
    clock.move(days=-DAYS_KEPT)
    desk = Desk(a_bank(bank.parent, clock), clock)
    for day in range(DAYS_KEPT):
        assert kept[day] == desk.today()
        clock.move(days=1)


def test_nothing_is_kept_for_days_further_off(bank: Path, clock: FixedClock) -> None:
    clock.move(days=DAYS_KEPT)
    assert kept_today(bank, clock.now()) is None


def test_foreseeing_changes_nothing(bank: Path, clock: FixedClock) -> None:
    before = bank.read_bytes()
    _close(a_bank(bank.parent, clock), clock)
    assert bank.read_bytes() == before


def test_a_bank_that_was_written_to_since_is_asked_itself(bank: Path, clock: FixedClock) -> None:
    desk = Desk(opened := a_bank(bank.parent, clock), clock)
    desk.set_preference("new_per_day", 3)
    assert kept_today(bank, clock.now()) is None
    opened.close()
    assert kept_today(bank, clock.now()) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"form": 0}', '{"form": 1, "bank": []}'])
def test_what_cannot_be_read_is_not_believed(bank: Path, clock: FixedClock, text: str) -> None:
    (bank.parent / "today.json").write_text(text, encoding="utf-8")
    assert kept_today(bank, clock.now()) is None


def test_a_day_of_another_form_is_not_believed(bank: Path, clock: FixedClock) -> None:
    file = bank.parent / "today.json"
    kept = json.loads(file.read_text(encoding="utf-8"))
    kept["days"][0]["moon"] = "full"
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert kept_today(bank, clock.now()) is None


def test_an_exam_ahead_is_kept_too(bank: Path, clock: FixedClock) -> None:
    exam = ExamGlance(
        exam="e", title="Prøve", at=clock.now().isoformat(), days_left=3, minutes=20, score=0.7
    )
    with closing(a_bank(bank.parent, clock)) as opened:
        foreseen = foresee(opened, clock)
    days = tuple(replace(day, exam=exam) for day in foreseen.days)
    keep(replace(foreseen, days=days), bank)
    assert kept_today(bank, clock.now()) == days[0]

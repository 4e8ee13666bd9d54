"""Each rating says when the card would come again, and keeps its word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.library.install import install_pack
from quizapp.questions.answers import Rated
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Mode
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from tests.builders import MONDAY, a_bank, a_clock, a_flashcard, a_pack, a_question


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    bank = a_bank(tmp_path)
    install_pack(bank, a_pack(a_flashcard("kort-1")), MONDAY, study_day(MONDAY))
    yield bank
    bank.close()


def asked(bank: Bank, plan: Plan | None = None) -> Asking:
    state = Desk(bank, a_clock()).begin(plan or Plan()).state
    assert isinstance(state, Asking)
    return state


def test_what_was_not_remembered_comes_again_in_the_round(bank: Bank) -> None:
    assert asked(bank).intervals[0] == 0


def test_the_better_it_was_remembered_the_longer_it_waits(bank: Bank) -> None:
    intervals = asked(bank).intervals
    assert list(intervals) == sorted(intervals)
    assert intervals[3] > intervals[1]


@pytest.mark.parametrize("rating", [2, 3, 4])
def test_what_is_said_is_what_is_decided(bank: Bank, rating: int) -> None:
    sitting = Desk(bank, a_clock()).begin(Plan())
    assert isinstance(sitting.state, Asking)
    said = sitting.state.intervals[rating - 1]
    assert sitting.answer(Given(answer=Rated(rating))).days_until == said


def test_practice_promises_nothing(bank: Bank) -> None:
    assert asked(bank, Plan(mode=Mode.PRACTICE)).intervals == ()


def test_a_marked_question_has_no_ratings(tmp_path: Path) -> None:
    bank = a_bank(tmp_path / "andre")
    install_pack(bank, a_pack(a_question()), MONDAY, study_day(MONDAY))
    assert asked(bank).intervals == ()
    bank.close()

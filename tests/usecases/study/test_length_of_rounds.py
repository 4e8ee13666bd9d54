"""How long a round is: what counts towards its limit, and what practice promises."""

from pathlib import Path

import pytest

from quizapp.questions.answer_form import right_answer
from quizapp.scheduling.memory import Mode
from quizapp.study.flow import Asking, Finished
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from tests.builders import a_pack, a_question
from tests.usecases.study.test_sitting import a_desk, asking, badly, rightly


def test_an_answer_taken_back_leaves_its_place_in_the_round(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(limit=3))
    for _time in range(2):
        sitting.answer(badly(sitting))
        sitting.undo()
    assert sitting.answer(badly(sitting)).progress.total == 3


def test_a_talk_counts_an_answer_taken_back(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(limit=3, counts_undone=True))
    sitting.answer(badly(sitting))
    sitting.undo()
    assert sitting.answer(badly(sitting)).progress.total == 2


@pytest.mark.parametrize(("limit", "returns"), [(4, False), (5, True), (None, True)])
def test_a_failed_card_is_promised_again_only_where_the_round_is_long_enough(
    tmp_path: Path, limit: int | None, returns: bool
) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(limit=limit))
    failed = sitting.answer(badly(sitting))
    asked = []
    while isinstance(sitting.proceed(), Asking):
        asked.append(asking(sitting).card)
        sitting.answer(rightly(sitting))
    assert failed.returns_today is returns
    assert (failed.asking.card in asked) is returns


def test_the_time_left_in_practice_is_by_the_learners_own_pace(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path, a_pack(a_question("a"), a_question("b")))
    sitting = desk.begin(Plan(limit=1))
    sitting.answer(Given(answer=right_answer(asking(sitting).question), elapsed_ms=40_000))
    practising = desk.begin(Plan(mode=Mode.PRACTICE, limit=2))
    assert asking(practising).progress.seconds_left == 80


def test_practice_promises_no_day(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan(mode=Mode.PRACTICE, limit=2))
    while isinstance(sitting.state, Asking):
        assert not sitting.answer(rightly(sitting)).moves_memory
        sitting.proceed()
    assert isinstance(sitting.state, Finished)
    assert (sitting.state.summary.tomorrow, sitting.state.summary.this_week) == (0, 0)

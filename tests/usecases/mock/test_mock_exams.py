"""A mock exam on a real bank: drawn, answered, changed, and there again after a sudden end."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId
from quizapp.library.install import install_pack
from quizapp.questions.answers import Answer
from quizapp.scheduling.day import study_day
from quizapp.scheduling.exam import StudyTime
from quizapp.study.exams import Exams
from quizapp.study.mock_exams import MockError, MockExams
from quizapp.study.mock_values import MockWish
from quizapp.study.plan import Plan
from tests.builders import (
    MONDAY,
    PACK,
    a_bank,
)
from tests.usecases.mock.making import (
    WRONG,
    begun,
    keys,
    rightly,
    the_questions,
)


def test_self_rated_questions_are_left_out_and_counted(mocks: MockExams) -> None:
    offer = mocks.offer(Plan())
    assert (offer.askable, offer.left_out) == (11, 2)
    assert {sheet.asking.card.question for sheet in begun(mocks).sheets}.isdisjoint({"k", "o"})


def test_the_seed_decides_what_is_asked_and_how_it_is_shown(mocks: MockExams) -> None:
    first, again = begun(mocks, 6, seed=3), begun(mocks, 6, seed=3)
    assert keys(first) == keys(again)
    assert [it.asking.shown for it in first.sheets] == [it.asking.shown for it in again.sheets]


def test_a_scope_without_questions_cannot_be_asked(mocks: MockExams) -> None:
    with pytest.raises(MockError, match="ingen spørgsmål"):
        mocks.begin(MockWish(plan=Plan(topics=("findes ikke",)), seed=1))


def test_an_unknown_pack_is_refused(mocks: MockExams) -> None:
    with pytest.raises(MisuseError):
        mocks.begin(MockWish(plan=Plan(packs=(PackId("dk.eksempel.ukendt"),)), seed=1))


def test_an_exam_lends_its_scope_and_its_name(
    bank: Bank, mocks: MockExams, clock: FixedClock
) -> None:
    time = StudyTime(minutes=(20.0,) * 7)
    scope = Plan(packs=(PACK,), topics=("freden",))
    exam = Exams(bank, clock).add("Historieprøve", MONDAY + timedelta(days=9), scope, time, None)
    paper = mocks.begin(MockWish(exam=exam, seed=1))
    assert paper.title == "Historieprøve"
    assert sorted(card.question for card in keys(paper)) == ["p-0", "p-1", "p-2", "p-3"]
    assert mocks.past(exam) == ()
    mocks.hand_in(paper.mock_id)
    assert [one.mock_id for one in mocks.past(exam)] == [paper.mock_id]


def test_every_answer_survives_a_sudden_end(tmp_path: Path, clock: FixedClock) -> None:
    bank = a_bank(tmp_path, clock)
    install_pack(bank, the_questions(), MONDAY, study_day(MONDAY))
    paper = begun(MockExams(bank, clock), minutes=30)
    said: list[Answer | None] = [None] * len(paper.sheets)
    for place, sheet in enumerate(paper.sheets):
        said[place] = rightly(sheet)
        now = replace(sheet, answer=said[place], is_flagged=place % 2 == 0, elapsed_ms=1000 * place)
        MockExams(bank, clock).save(paper.mock_id, place, now)
        # The process is gone without a word: nothing was closed, nothing checkpointed.
        bank = a_bank(tmp_path, clock, seed=place + 2)
        mocks = MockExams(bank, clock)
        running = mocks.running()
        assert running is not None
        there = mocks.resume(running.mock_id)
        assert [it.answer for it in there.sheets] == said
        assert [it.is_flagged for it in there.sheets[: place + 1]] == [
            at % 2 == 0 for at in range(place + 1)
        ]
        assert sum(it.elapsed_ms for it in there.sheets) == 1000 * sum(range(place + 1))
        assert (running.answered, running.asked) == (place + 1, len(paper.sheets))
    bank.close()


def test_time_stands_still_while_the_paper_is_closed(mocks: MockExams, clock: FixedClock) -> None:
    paper = begun(mocks, minutes=30)
    mocks.save(paper.mock_id, 0, replace(paper.sheets[0], elapsed_ms=600_000))
    clock.move(days=2)
    running = mocks.running()
    assert running is not None
    assert running.seconds_left == 20 * 60


def test_an_answer_can_be_changed_and_taken_away(mocks: MockExams) -> None:
    paper = begun(mocks)
    for answer in (WRONG, rightly(paper.sheets[0]), None):
        mocks.save(paper.mock_id, 0, replace(paper.sheets[0], answer=answer))
        assert mocks.resume(paper.mock_id).sheets[0].answer == answer

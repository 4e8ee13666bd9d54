"""The numbers behind a card, what settings cost, and the moment a question turns out hard."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.questions.answers import Typed
from quizapp.scheduling.day import study_day
from quizapp.scheduling.leech import AGAIN_AFTER, LEECH_LAPSES
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking, Judged
from quizapp.study.plan import Plan
from quizapp.study.recording import Given as Answered
from tests.builders import (
    MONDAY,
    PACK,
    Given,
    a_bank,
    a_clock,
    a_pack,
    a_question,
    answer_card,
    card_id,
    watched,
)

FIRST = CardKey(PACK, QuestionId("sp-1"), "")
TODAY = study_day(MONDAY)


@dataclass(frozen=True, slots=True)
class Seat:
    desk: Desk
    bank: Bank
    clock: FixedClock

    def answer(self, question: str, outcome: Outcome, days: int) -> None:
        with self.bank.transaction() as tx:
            given = Given(outcome=outcome, at=MONDAY + timedelta(days=days))
            answer_card(tx, card_id(tx, question), given)


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    clock = a_clock()
    bank = a_bank(tmp_path, clock)
    pack = a_pack(*(a_question(f"sp-{number}") for number in range(1, 41)))
    install_pack(bank, pack, MONDAY, TODAY)
    yield Seat(Desk(bank, clock), bank, clock)
    bank.close()


def test_a_new_card_has_no_numbers_yet(seat: Seat) -> None:
    story = seat.desk.story(FIRST)
    assert (story.answers, story.recall, story.last, story.parts) == (0, None, None, ())


def test_an_answered_card_tells_its_numbers(seat: Seat) -> None:
    seat.answer("sp-1", Outcome.CORRECT, 0)
    seat.answer("sp-1", Outcome.WRONG, 4)
    seat.clock.move(days=6)
    story = seat.desk.story(FIRST)
    with seat.bank.read() as reader:
        memory = reader.memory(card_id(reader, "sp-1"))
    assert (story.answers, story.forgotten) == (2, 1)
    assert story.last is not None
    assert (story.last.study_day, story.last.outcome) == (TODAY + 4, Outcome.WRONG)
    assert story.stability_days == memory.state.stability
    assert story.due_day == memory.due_day
    assert story.interval_days == (memory.due_day or 0) - (TODAY + 4)
    assert story.recall is not None
    assert 0 < story.recall < 1


def test_the_curve_runs_from_answer_to_answer_and_ends_today(seat: Seat) -> None:
    seat.answer("sp-1", Outcome.CORRECT, 0)
    seat.answer("sp-1", Outcome.CORRECT, 4)
    seat.clock.move(days=9)
    story = seat.desk.story(FIRST)
    first, last = story.parts
    assert (first.points[0].day, first.points[-1].day) == (TODAY, TODAY + 4)
    assert (last.points[0].day, last.points[-1].day) == (TODAY + 4, TODAY + 9)
    assert last.points[0].recall == 1
    assert last.points[-1].recall == story.recall


def test_an_answer_of_today_is_a_curve_of_one_point(seat: Seat) -> None:
    seat.answer("sp-1", Outcome.CORRECT, 0)
    (part,) = seat.desk.story(FIRST).parts
    assert len(part.points) == 1


def test_a_card_that_is_not_there_has_no_story(seat: Seat) -> None:
    with pytest.raises(KeyError):
        seat.desk.story(CardKey(PackId("dk.eksempel.andre"), QuestionId("sp-1"), ""))


def test_wanting_to_remember_more_costs_minutes_and_gives_knowledge(seat: Seat) -> None:
    preferences = seat.desk.preferences()
    low, high = (
        seat.desk.workload(replace(preferences, desired_retention=share)) for share in (0.75, 0.95)
    )
    assert low.minutes_later <= high.minutes_later
    assert low.known < high.known <= high.cards == 40


def test_the_settings_in_force_are_tried_when_no_others_are(seat: Seat) -> None:
    assert seat.desk.workload() == seat.desk.workload(seat.desk.preferences())


def test_no_new_cards_teach_nothing_new(seat: Seat) -> None:
    tried = replace(seat.desk.preferences(), new_per_day=0)
    workload = seat.desk.workload(tried)
    assert (workload.minutes, workload.known) == (0, 0)


def test_her_own_pace_sets_the_minutes(seat: Seat) -> None:
    before = seat.desk.workload().minutes
    with seat.bank.transaction() as tx:
        given = Given(at=MONDAY - timedelta(days=1), elapsed_ms=120_000)
        answer_card(tx, card_id(tx, "sp-40"), given)
    assert seat.desk.workload().minutes > before


def test_trying_settings_changes_none(seat: Seat) -> None:
    before = seat.desk.preferences()
    with watched(seat.bank.path):
        seat.desk.workload(replace(before, new_per_day=3))
    assert seat.desk.preferences() == before


def judged_after(seat: Seat, lapses: int) -> Judged:
    """Forget a card so many times and answer it wrongly once more, in a sitting."""
    for number in range(lapses + 1):
        seat.answer("sp-1", Outcome.WRONG, 40 * number)
    seat.clock.move(days=40 * (lapses + 1))
    sitting = seat.desk.begin(Plan(cards=(FIRST,)))
    assert isinstance(sitting.state, Asking)
    return sitting.answer(Answered(answer=Typed("noget helt andet")))


def test_the_learner_is_told_when_a_question_has_failed_often(seat: Seat) -> None:
    assert judged_after(seat, LEECH_LAPSES - 1).is_leech


def test_she_is_not_told_before(seat: Seat) -> None:
    assert not judged_after(seat, LEECH_LAPSES - 2).is_leech


def test_she_is_told_again_but_not_every_time(seat: Seat) -> None:
    assert not judged_after(seat, LEECH_LAPSES).is_leech


def test_she_is_told_again_after_some_more_failures(seat: Seat) -> None:
    assert judged_after(seat, LEECH_LAPSES + AGAIN_AFTER - 1).is_leech


def test_an_answer_that_counts_after_all_makes_nothing_hard(seat: Seat) -> None:
    for number in range(LEECH_LAPSES):
        seat.answer("sp-1", Outcome.WRONG, 40 * number)
    seat.clock.move(days=40 * LEECH_LAPSES)
    sitting = seat.desk.begin(Plan(cards=(FIRST,)))
    assert sitting.answer(Answered(answer=Typed("noget helt andet"))).is_leech
    assert not sitting.overrule().is_leech

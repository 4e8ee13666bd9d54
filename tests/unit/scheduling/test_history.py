"""A log as trials."""

from dataclasses import replace

import pytest

from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import Chances, Evidence, Hints, after, known
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS
from quizapp.scheduling.history import RATED, Trial, trials_of
from quizapp.scheduling.memory import NEW, Mode, Rating
from quizapp.scheduling.replay import Event, LogEntry
from tests.unit.scheduling.strategies import DAY

RIGHT = Evidence(kind=Kind.TERM, score=1.0)


def a_row(tick: int, day: int, evidence: Evidence | None = RIGHT) -> LogEntry:
    return LogEntry(
        tick=tick,
        uuid=tick.to_bytes(16, "big"),
        event=Event.REVIEW,
        study_day=day,
        evidence=evidence,
    )


def test_a_marked_answer_carries_how_likely_it_was_known() -> None:
    trials = trials_of([a_row(1, DAY), a_row(2, DAY + 3)], DEFAULT_WEIGHTS)
    state = after(NEW, RIGHT, DAY, DEFAULT_WEIGHTS)
    assert trials[1] == Trial(
        at=2,
        elapsed=3,
        rating=Rating.GOOD,
        right=1.0,
        is_target=True,
        known=known(state, RIGHT, DAY + 3, DEFAULT_WEIGHTS),
        chances=Chances(0.01, 0.06),
    )


def test_a_self_rated_answer_is_taken_at_its_word() -> None:
    hard = Evidence(kind=Kind.FLASHCARD, score=1.0, self_rating=Rating.HARD)
    trials = trials_of([a_row(1, DAY, hard), a_row(2, DAY + 3, hard)], DEFAULT_WEIGHTS)
    assert trials[1] == Trial(2, 3, Rating.HARD, 1.0, is_target=True, known=None, chances=RATED)


def test_the_first_answer_is_no_target() -> None:
    assert not trials_of([a_row(1, DAY)], DEFAULT_WEIGHTS)[0].is_target


@pytest.mark.parametrize(
    "evidence",
    [
        Evidence(kind=Kind.CHOICE, score=1.0, options=4),
        Evidence(kind=Kind.MULTIPLE_CHOICE, score=1.0, options=4),
        Evidence(kind=Kind.TERM, score=1.0, hints=Hints.PARTIAL),
    ],
)
def test_picked_and_helped_answers_are_history_but_no_targets(evidence: Evidence) -> None:
    trials = trials_of([a_row(1, DAY), a_row(2, DAY + 3, evidence)], DEFAULT_WEIGHTS)
    assert len(trials) == 2
    assert not trials[1].is_target


def test_a_partly_right_answer_is_partly_right() -> None:
    half = Evidence(kind=Kind.CLOZE, score=0.5)
    assert trials_of([a_row(1, DAY, half)], DEFAULT_WEIGHTS)[0].right == 0.5


@pytest.mark.parametrize(
    "row",
    [
        a_row(2, DAY, RIGHT),
        replace(a_row(2, DAY + 3), retracted=True),
        replace(a_row(2, DAY + 3), mode=Mode.PRACTICE),
        a_row(2, DAY + 3, replace(RIGHT, is_rapid=True)),
        replace(a_row(2, DAY + 3, None), event=Event.MOVED, due_day=DAY + 9),
    ],
)
def test_what_does_not_move_memory_is_no_trial(row: LogEntry) -> None:
    assert len(trials_of([a_row(1, DAY), row], DEFAULT_WEIGHTS)) == 1


@pytest.mark.parametrize("event", [Event.CHANGED, Event.RESET])
def test_what_came_before_a_new_start_is_forgotten(event: Event) -> None:
    start = replace(a_row(2, DAY + 3, None), event=event)
    later = a_row(3, DAY + 5)
    expected = trials_of([later], DEFAULT_WEIGHTS)
    assert trials_of([later, start, a_row(1, DAY)], DEFAULT_WEIGHTS) == expected

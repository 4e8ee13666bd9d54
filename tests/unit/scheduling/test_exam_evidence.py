"""The log tells the planner what it needs to know of a learner, and nothing that is not in it."""

import pytest

from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import Evidence, Hints
from quizapp.scheduling.exam import Habits
from quizapp.scheduling.exam_evidence import LearnerEvidence, learner_evidence, with_evidence
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS
from quizapp.scheduling.memory import Mode, Rating
from quizapp.scheduling.replay import Event, LogEntry
from tests.unit.scheduling.exams import TODAY, a_planning

RIGHT = Evidence(kind=Kind.TERM, score=1.0)
WRONG = Evidence(kind=Kind.TERM, score=0.0)


def answered(day: int, evidence: Evidence = RIGHT, mode: Mode = Mode.SCHEDULED) -> LogEntry:
    return LogEntry(
        tick=day * 1_000,
        uuid=day.to_bytes(16, "big"),
        event=Event.REVIEW,
        study_day=day,
        evidence=evidence,
        mode=mode,
    )


def read(*entries: LogEntry) -> LearnerEvidence:
    return learner_evidence([entries], DEFAULT_WEIGHTS)


def test_an_empty_log_tells_nothing() -> None:
    assert read() == LearnerEvidence()


def test_the_first_answer_to_a_card_tries_nothing() -> None:
    assert read(answered(1)).trials == ()


def test_an_answer_days_later_is_a_trial() -> None:
    (trial,) = read(answered(1), answered(6)).trials
    assert trial.elapsed_days == 5
    assert trial.passed > 0.9


def test_a_wrong_answer_is_a_trial_that_was_not_passed() -> None:
    (trial,) = read(answered(1), answered(6, WRONG)).trials
    assert trial.passed < 0.5


def test_trials_come_in_the_order_they_were_made() -> None:
    logs = [[answered(1), answered(9)], [answered(1), answered(4)]]
    trials = learner_evidence(logs, DEFAULT_WEIGHTS).trials
    assert [trial.elapsed_days for trial in trials] == [3, 8]


@pytest.mark.parametrize(
    "other",
    [
        answered(6, mode=Mode.PRACTICE),
        answered(6, Evidence(kind=Kind.TERM, score=1.0, hints=Hints.PARTIAL)),
        answered(6, Evidence(kind=Kind.CHOICE, score=1.0, options=4)),
        answered(1),
    ],
)
def test_what_says_little_of_memory_is_no_trial(other: LogEntry) -> None:
    assert read(answered(1), other).trials == ()


def test_a_second_rating_of_the_day_is_no_trial() -> None:
    rated = Evidence(kind=Kind.FLASHCARD, score=1.0, self_rating=Rating.GOOD)
    assert read(answered(1, rated), answered(1, rated)).trials == ()


def test_a_rating_is_taken_at_its_word() -> None:
    rated = Evidence(kind=Kind.FLASHCARD, score=1.0, self_rating=Rating.GOOD)
    (trial,) = read(answered(1, rated), answered(6, rated)).trials
    assert trial.passed == 1.0


def test_after_a_change_a_card_begins_anew() -> None:
    change = LogEntry(tick=3_000, uuid=b"3", event=Event.CHANGED, study_day=3)
    assert read(answered(1), change, answered(6)).trials == ()


def test_a_moved_card_goes_on() -> None:
    moved = LogEntry(tick=3_000, uuid=b"3", event=Event.MOVED, study_day=3, due_day=9)
    assert len(read(answered(1), moved, answered(6)).trials) == 1


def test_habits_lean_towards_what_the_learner_does() -> None:
    logs = [[answered(1, WRONG)] for _ in range(50)]
    assert learner_evidence(logs, DEFAULT_WEIGHTS).habits.first[0] > Habits().first[0] + 0.2


def test_days_of_study_are_held_against_those_planned() -> None:
    found = read(answered(TODAY - 4), answered(TODAY - 2), answered(TODAY - 9))
    planning = with_evidence(a_planning(), found, since=TODAY - 5)
    assert (planning.days_planned, planning.days_studied) == (5, 2)

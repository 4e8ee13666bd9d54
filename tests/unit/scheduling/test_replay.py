"""The fold of a card's log."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import Evidence, after
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Weights
from quizapp.scheduling.memory import NEW, Mode, Rating
from quizapp.scheduling.replay import Event, Folded, LogEntry, fold
from tests.unit.scheduling.strategies import DAY, entries, logs, weights

RIGHT = Evidence(kind=Kind.TERM, score=1.0)
WRONG = Evidence(kind=Kind.TERM, score=0.0)


def a_review(tick: int, day: int, evidence: Evidence = RIGHT) -> LogEntry:
    return LogEntry(
        tick=tick,
        uuid=tick.to_bytes(16, "big"),
        event=Event.REVIEW,
        study_day=day,
        evidence=evidence,
        due_day=day + 5,
    )


def an_event(tick: int, event: Event, due_day: int | None = None) -> LogEntry:
    uuid = tick.to_bytes(16, "big")
    return LogEntry(tick=tick, uuid=uuid, event=event, study_day=DAY, due_day=due_day)


def test_an_empty_log_is_a_new_card() -> None:
    assert fold([], DEFAULT_WEIGHTS) == Folded(NEW, None)


def test_the_fold_is_the_answers_one_after_the_other() -> None:
    expected = after(after(NEW, RIGHT, DAY, DEFAULT_WEIGHTS), WRONG, DAY + 9, DEFAULT_WEIGHTS)
    log = [a_review(1, DAY), a_review(2, DAY + 9, WRONG)]
    assert fold(log, DEFAULT_WEIGHTS) == Folded(expected, DAY + 14)


@given(logs(), st.randoms(use_true_random=False), weights())
def test_the_order_of_storage_does_not_matter(
    log: list[LogEntry], random: Random, w: Weights
) -> None:
    shuffled = list(log)
    random.shuffle(shuffled)
    assert repr(fold(shuffled, w)) == repr(fold(log, w))


@given(logs(), st.integers(0, 14), weights())
def test_any_prefix_can_be_folded_on(log: list[LogEntry], cut: int, w: Weights) -> None:
    ordered = sorted(log, key=lambda entry: (entry.tick, entry.uuid))
    first = fold(ordered[:cut], w)
    assert repr(fold(ordered[cut:], w, start=first)) == repr(fold(log, w))


@given(logs(), entries(99))
def test_a_retracted_row_is_as_if_it_never_was(log: list[LogEntry], row: LogEntry) -> None:
    retracted = replace(row, retracted=True)
    assert fold([*log, retracted], DEFAULT_WEIGHTS) == fold(log, DEFAULT_WEIGHTS)


@given(logs(), entries(99))
def test_a_restored_row_gives_the_memory_back(log: list[LogEntry], row: LogEntry) -> None:
    answered = replace(row, retracted=False)
    undone = replace(answered, retracted=True)
    redone = replace(undone, retracted=False)
    before = fold([*log, answered], DEFAULT_WEIGHTS)
    fold([*log, undone], DEFAULT_WEIGHTS)
    assert repr(fold([*log, redone], DEFAULT_WEIGHTS)) == repr(before)


@given(logs(), entries(99))
def test_practice_leaves_memory_and_due_day_alone(log: list[LogEntry], row: LogEntry) -> None:
    practised = replace(row, mode=Mode.PRACTICE)
    assert fold([*log, practised], DEFAULT_WEIGHTS) == fold(log, DEFAULT_WEIGHTS)


def test_a_mock_exam_moves_memory() -> None:
    mock = replace(a_review(1, DAY), mode=Mode.MOCK_EXAM)
    assert fold([mock], DEFAULT_WEIGHTS).state.reps == 1


def test_a_changed_answer_starts_anew_and_is_due_when_it_says() -> None:
    log = [a_review(1, DAY), an_event(2, Event.CHANGED, DAY + 1)]
    assert fold(log, DEFAULT_WEIGHTS) == Folded(NEW, DAY + 1)


def test_after_a_reset_only_later_answers_count() -> None:
    log = [a_review(1, DAY), an_event(2, Event.RESET), a_review(3, DAY + 2)]
    assert fold(log, DEFAULT_WEIGHTS) == fold([a_review(3, DAY + 2)], DEFAULT_WEIGHTS)


def test_a_moved_card_keeps_its_memory() -> None:
    log = [a_review(1, DAY), an_event(2, Event.MOVED, DAY + 40)]
    expected = fold(log[:1], DEFAULT_WEIGHTS).state
    assert fold(log, DEFAULT_WEIGHTS) == Folded(expected, DAY + 40)


def test_a_row_that_decides_nothing_keeps_the_due_day() -> None:
    second = replace(a_review(2, DAY, WRONG), due_day=None)
    log = [a_review(1, DAY), second]
    assert fold(log, DEFAULT_WEIGHTS) == fold(log[:1], DEFAULT_WEIGHTS)


def test_self_ratings_on_one_day_all_count() -> None:
    again = Evidence(kind=Kind.FLASHCARD, score=0.0, self_rating=Rating.AGAIN)
    good = Evidence(kind=Kind.FLASHCARD, score=1.0, self_rating=Rating.GOOD)
    log = [a_review(1, DAY, again), a_review(2, DAY, good)]
    assert fold(log, DEFAULT_WEIGHTS).state.reps == 2


def test_folding_nothing_more_changes_nothing() -> None:
    start = fold([a_review(1, DAY)], DEFAULT_WEIGHTS)
    assert fold([], DEFAULT_WEIGHTS, start=start) == start

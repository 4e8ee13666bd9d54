"""The memory curve of a card follows the fold of its log."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.questions.kinds import Kind
from quizapp.scheduling.curve import recall_now, recall_on, stretches_of
from quizapp.scheduling.evidence import Evidence
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS
from quizapp.scheduling.memory import NEW, Mode
from quizapp.scheduling.replay import Event, LogEntry, fold

START = 20_000


def an_answer(place: int, day: int, score: float = 1.0, mode: Mode = Mode.SCHEDULED) -> LogEntry:
    return LogEntry(
        tick=place,
        uuid=place.to_bytes(16, "big"),
        event=Event.REVIEW,
        study_day=START + day,
        evidence=Evidence(kind=Kind.TERM, score=score),
        mode=mode,
    )


def a_reset(place: int, day: int) -> LogEntry:
    return LogEntry(
        tick=place, uuid=place.to_bytes(16, "big"), event=Event.RESET, study_day=START + day
    )


LOGS = st.lists(st.tuples(st.integers(0, 9), st.sampled_from([0.0, 0.6, 0.9, 1.0])), max_size=12)


def a_log(steps: list[tuple[int, float]]) -> list[LogEntry]:
    entries, day = [], 0
    for place, (gap, score) in enumerate(steps):
        day += gap
        entries.append(an_answer(place, day, score))
    return entries


@given(LOGS)
def test_the_curve_ends_in_what_the_fold_remembers(steps: list[tuple[int, float]]) -> None:
    entries = a_log(steps)
    stretches = stretches_of(entries, DEFAULT_WEIGHTS)
    state = fold(entries, DEFAULT_WEIGHTS).state
    assert len(stretches) == state.reps
    if stretches:
        assert stretches[-1].stability == state.stability
        today = state.last_day + 3
        shown = recall_on(stretches[-1], today, DEFAULT_WEIGHTS)
        assert shown == recall_now(state, today, DEFAULT_WEIGHTS)


@given(LOGS)
def test_stretches_never_go_back_in_time(steps: list[tuple[int, float]]) -> None:
    days = [it.study_day for it in stretches_of(a_log(steps), DEFAULT_WEIGHTS)]
    assert days == sorted(days)


def test_recall_falls_along_a_stretch() -> None:
    (stretch,) = stretches_of([an_answer(0, 0)], DEFAULT_WEIGHTS)
    recalls = [recall_on(stretch, START + day, DEFAULT_WEIGHTS) for day in range(20)]
    assert recalls[0] == 1.0
    assert recalls == sorted(recalls, reverse=True)


def test_practice_and_answers_taken_back_leave_no_mark() -> None:
    taken_back = an_answer(1, 4)
    log = [
        an_answer(0, 0),
        LogEntry(
            tick=taken_back.tick,
            uuid=taken_back.uuid,
            event=taken_back.event,
            study_day=taken_back.study_day,
            evidence=taken_back.evidence,
            retracted=True,
        ),
        an_answer(2, 9, mode=Mode.PRACTICE),
    ]
    assert len(stretches_of(log, DEFAULT_WEIGHTS)) == 1


def test_a_card_that_was_reset_begins_a_new_curve() -> None:
    log = [an_answer(0, 0), an_answer(1, 5), a_reset(2, 6), an_answer(3, 7)]
    (stretch,) = stretches_of(log, DEFAULT_WEIGHTS)
    assert stretch.study_day == START + 7


def test_a_moved_card_keeps_its_curve() -> None:
    moved = LogEntry(
        tick=1, uuid=b"1" * 16, event=Event.MOVED, study_day=START + 2, due_day=START + 9
    )
    assert len(stretches_of([an_answer(0, 0), moved], DEFAULT_WEIGHTS)) == 1


def test_a_card_never_asked_has_no_chance_to_tell() -> None:
    assert recall_now(NEW, START, DEFAULT_WEIGHTS) is None

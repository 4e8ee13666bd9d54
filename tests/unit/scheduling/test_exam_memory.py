"""Memory on many cards at once is the memory model itself, at the pace the answers show."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.exam import Habits, Trial
from quizapp.scheduling.exam_memory import ExamMemory
from quizapp.scheduling.exam_pace import Pace, pace_of
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, model_of
from quizapp.scheduling.memory import Rating

MODEL = model_of(DEFAULT_WEIGHTS)
STABILITIES = st.floats(0.01, 2_000)
DIFFICULTIES = st.floats(1, 10)


def memory(pace: Pace | None = None) -> ExamMemory:
    return ExamMemory(DEFAULT_WEIGHTS, Habits(), pace or Pace())


def column(value: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([value])


@given(STABILITIES, st.integers(0, 500))
def test_recall_is_that_of_the_model(stability: float, elapsed: int) -> None:
    found = memory().recall(float(elapsed), column(stability))[0]
    assert found == pytest.approx(MODEL.recall(stability, elapsed))


@given(STABILITIES, DIFFICULTIES, st.floats(0.01, 1))
def test_outcomes_are_those_of_the_model(s: float, d: float, recall: float) -> None:
    outcomes = list(memory().outcomes(column(s), column(d), column(recall)))
    for rating, (_, next_s, next_d) in zip(list(Rating)[1:], outcomes[1:], strict=True):
        assert next_s[0] == pytest.approx(MODEL.next_stability(s, d, recall, rating))
        assert next_d[0] == pytest.approx(MODEL.next_difficulty(d, rating))


@given(STABILITIES, DIFFICULTIES, st.floats(0.01, 1))
def test_a_failed_card_is_repeated_until_once_right(s: float, d: float, recall: float) -> None:
    _, failed, _ = next(memory().outcomes(column(s), column(d), column(recall)))
    forgotten = MODEL.next_stability(s, d, recall, Rating.AGAIN)
    assert failed[0] == pytest.approx(MODEL.same_day_stability(forgotten, Rating.GOOD))


@given(STABILITIES, DIFFICULTIES, st.floats(0.01, 1))
def test_repeats_that_may_fail_too_leave_a_failed_card_shakier(
    s: float, d: float, recall: float
) -> None:
    clumsy = ExamMemory(DEFAULT_WEIGHTS, Habits(repeat_failed=0.3))
    failed = [
        next(each.outcomes(column(s), column(d), column(recall))) for each in (memory(), clumsy)
    ]
    assert failed[1][1][0] <= failed[0][1][0] * (1 + 1e-9)


def test_a_repeat_that_always_fails_ends_at_the_bottom_of_the_tries() -> None:
    hopeless = ExamMemory(DEFAULT_WEIGHTS, Habits(new_repeat_failed=1.0))
    s = MODEL.first_stability(Rating.AGAIN)
    for _ in range(2):
        s = MODEL.same_day_stability(s, Rating.AGAIN)
    assert hopeless.first_s[0] == pytest.approx(MODEL.same_day_stability(s, Rating.GOOD))


@given(STABILITIES, DIFFICULTIES, st.floats(0.01, 1))
def test_something_happens_for_certain(s: float, d: float, recall: float) -> None:
    outcomes = memory().outcomes(column(s), column(d), column(recall))
    assert sum(chance[0] for chance, _, _ in outcomes) == pytest.approx(1)


def test_a_rating_that_is_never_given_has_no_outcome() -> None:
    habits = Habits(passes=(0.0, 1.0, 0.0))
    outcomes = ExamMemory(DEFAULT_WEIGHTS, habits).outcomes(column(5), column(5), column(0.9))
    assert len(list(outcomes)) == 2


def test_a_slower_pace_of_forgetting_is_a_better_recall() -> None:
    slow = memory(Pace(shift=0.5)).recall(10.0, column(5))
    assert slow[0] > memory().recall(10.0, column(5))[0]


def trials(shift: float, count: int) -> list[Trial]:
    rng = np.random.default_rng(1)
    s = np.exp(rng.normal(1.5, 1, count))
    elapsed = np.maximum(rng.exponential(10, count).round(), 1)
    recall = memory(Pace(shift=shift)).recall(elapsed, s)
    return [Trial(float(a), int(b), float(c)) for a, b, c in zip(s, elapsed, recall, strict=True)]


def test_without_answers_the_weights_are_believed() -> None:
    assert pace_of([], DEFAULT_WEIGHTS) == Pace()


@pytest.mark.parametrize("shift", [-0.8, 0.0, 0.8])
def test_the_pace_of_a_learner_is_found_from_her_answers(shift: float) -> None:
    found = pace_of(trials(shift, 3_000), DEFAULT_WEIGHTS)
    assert found.shift + 1.5 * found.tilt == pytest.approx(shift, abs=0.1)


def test_a_few_answers_move_the_pace_less_than_many() -> None:
    few, many = (pace_of(trials(0.8, count), DEFAULT_WEIGHTS) for count in (20, 2_000))
    assert abs(few.shift) < abs(many.shift)


def test_the_pace_becomes_surer_with_every_answer() -> None:
    spreads = [pace_of(trials(0.3, count), DEFAULT_WEIGHTS).spread for count in (0, 50, 1_000)]
    assert spreads == sorted(spreads, reverse=True)


def test_the_pace_stays_sane_when_every_answer_surprises() -> None:
    wrong = [Trial(1_000.0, 1, 0.0)] * 500
    assert -10 < pace_of(wrong, DEFAULT_WEIGHTS).shift < 0


def test_the_curve_of_a_learner_is_found_from_answers_long_after() -> None:
    elapsed = np.tile([2.0, 8.0, 20.0, 60.0], 400)
    true = memory(Pace(bend=0.9)).recall(elapsed, np.full(1_600, 4.0))
    answers = [Trial(4.0, int(a), float(b)) for a, b in zip(elapsed, true, strict=True)]
    found = memory(pace_of(answers, DEFAULT_WEIGHTS)).recall(elapsed, np.full(1_600, 4.0))
    assert np.abs(found - true).max() < 0.05


@given(st.floats(-1, 1))
def test_at_its_stability_a_card_is_known_nine_times_in_ten(bend: float) -> None:
    assert memory(Pace(bend=bend)).recall(7.0, column(7))[0] == pytest.approx(0.9)

"""What answers teach of weak and strong memories: where they were, and only as far as they tell."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.exam import Habits, Trial
from quizapp.scheduling.exam_hindsight import (
    FIRST_RATINGS,
    PLACES,
    Hindsight,
    HindsightMemory,
    expected_shift,
    hindsight_of,
)
from quizapp.scheduling.exam_memory import ExamMemory
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Weights

MEDIAN = Habits(first=FIRST_RATINGS)
NEARLY_ALL_NEW = Habits(first=(0.75, 0.0, 0.25, 0.0))
HER_OWN = Weights((*DEFAULT_WEIGHTS.values[:20], 0.2))
WEAK, STRONG = 0.25, 20.0


def answers(stability: float, gap: int, right: float, count: int = 200) -> tuple[Trial, ...]:
    return tuple(Trial(stability, gap, float(at < right * count)) for at in range(count))


def recall(trials: tuple[Trial, ...], stability: float, gap: int) -> float:
    found = hindsight_of(trials, DEFAULT_WEIGHTS, MEDIAN)
    memory = HindsightMemory(DEFAULT_WEIGHTS, MEDIAN, found)
    return float(memory.recall(float(gap), np.array([stability]))[0])


def test_without_answers_a_median_learner_remembers_as_the_weights_say() -> None:
    plain = ExamMemory(DEFAULT_WEIGHTS, MEDIAN).recall(7.0, np.array([STRONG]))[0]
    assert recall((), STRONG, 7) == pytest.approx(plain)


def test_many_answers_are_believed() -> None:
    assert recall(answers(WEAK, 8, 0.8, 1_000), WEAK, 8) == pytest.approx(0.8, abs=0.02)


def test_what_weak_memories_do_says_little_of_strong_ones() -> None:
    before = recall((), STRONG, 10)
    assert recall(answers(WEAK, 8, 0.95), STRONG, 10) == pytest.approx(before, abs=0.01)


def test_weak_and_strong_memories_can_be_wrong_in_opposite_ways() -> None:
    trials = answers(WEAK, 8, 0.85) + answers(2.3, 8, 0.5)
    assert recall(trials, WEAK, 8) > recall((), WEAK, 8) + 0.15
    assert recall(trials, 2.3, 8) < recall((), 2.3, 8) - 0.1


def test_where_nearly_all_is_failed_at_first_a_failure_says_little() -> None:
    assert expected_shift(DEFAULT_WEIGHTS, NEARLY_ALL_NEW) > 1.0
    assert expected_shift(DEFAULT_WEIGHTS, MEDIAN) == pytest.approx(0.0)


def test_weights_of_her_own_know_her_first_ratings_already() -> None:
    assert expected_shift(HER_OWN, NEARLY_ALL_NEW) == 0.0


def test_weights_of_her_own_leave_less_to_doubt() -> None:
    spreads = [hindsight_of((), each, MEDIAN).spreads for each in (HER_OWN, DEFAULT_WEIGHTS)]
    assert max(spreads[0]) < min(spreads[1])


def test_a_better_memory_is_better_everywhere() -> None:
    found = hindsight_of(answers(WEAK, 8, 0.7), DEFAULT_WEIGHTS, MEDIAN)
    better = found.moved(1.5, 0.1)
    assert all(a > b for a, b in zip(better.shifts, found.shifts, strict=True))


@given(
    st.lists(
        st.builds(
            Trial,
            st.floats(0.01, 1_000),
            st.integers(1, 400),
            st.sampled_from([0.0, 0.3, 1.0]),
        ),
        max_size=60,
    )
)
def test_any_answers_give_bounded_shifts(trials: list[Trial]) -> None:
    found = hindsight_of(trials, DEFAULT_WEIGHTS, MEDIAN)
    assert isinstance(found, Hindsight)
    assert len(found.shifts) == len(PLACES)
    assert all(abs(each) < 8 for each in found.shifts)
    assert all(0 < each <= 1.11 for each in found.spreads)

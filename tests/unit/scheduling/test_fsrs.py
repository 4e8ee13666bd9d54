"""FSRS-6 against py-fsrs, and what must hold for any weights."""

from datetime import UTC, datetime, timedelta

import fsrs
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.scheduling.fsrs import (
    DEFAULT_WEIGHTS,
    INTERVAL_MAX,
    STABILITY_MAX,
    Fsrs6,
    Weights,
    model_of,
)
from quizapp.scheduling.memory import Rating
from tests.unit.scheduling.strategies import random_weights, ratings, weights

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
stabilities = st.floats(0.001, 3_000)
difficulties = st.floats(1, 10)
retentions = st.floats(0.7, 0.99)


def oracle_states(
    values: tuple[float, ...], history: list[tuple[int, Rating]]
) -> list[tuple[float, float, int]]:
    """Stability, difficulty and interval after each (study day, rating), by py-fsrs."""
    scheduler = fsrs.Scheduler(
        parameters=values, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    card = fsrs.Card(card_id=1, due=START)
    found = []
    for seconds, (day, rating) in enumerate(history):
        # A second later each time, so that whole days apart stay whole days apart.
        at = START + timedelta(days=day, seconds=seconds)
        card, _ = scheduler.review_card(card, fsrs.Rating(int(rating)), at)
        assert card.stability is not None
        assert card.difficulty is not None
        assert card.last_review is not None
        found.append((card.stability, card.difficulty, (card.due - card.last_review).days))
    return found


def our_states(
    values: tuple[float, ...], history: list[tuple[int, Rating]]
) -> list[tuple[float, float, int]]:
    """The same by our model."""
    model = Fsrs6(values)
    found: list[tuple[float, float, int]] = []
    stability = difficulty = 0.0
    for at, (day, rating) in enumerate(history):
        elapsed = day - history[at - 1][0] if at else 0
        if not at:
            stability, difficulty = model.first_stability(rating), model.first_difficulty(rating)
        elif elapsed == 0:
            stability = model.same_day_stability(stability, rating)
            difficulty = model.next_difficulty(difficulty, rating)
        else:
            recall = model.recall(stability, elapsed)
            stability = model.next_stability(stability, difficulty, recall, rating)
            difficulty = model.next_difficulty(difficulty, rating)
        found.append((stability, difficulty, model.interval(stability, 0.9)))
    return found


def assert_equal_to_oracle(values: tuple[float, ...], history: list[tuple[int, Rating]]) -> None:
    theirs, ours = oracle_states(values, history), our_states(values, history)
    for (s, d, interval), (our_s, our_d, our_interval) in zip(theirs, ours, strict=True):
        if s > STABILITY_MAX:  # py-fsrs lets stability grow without end
            return
        assert our_s == pytest.approx(s, rel=1e-6)
        assert our_d == pytest.approx(d, rel=1e-6)
        assert abs(our_interval - interval) <= 1
        assert (
            our_interval == interval or abs(Fsrs6(values).exact_interval(s, 0.9) % 1 - 0.5) < 0.01
        )


def random_history(rng: np.random.Generator) -> list[tuple[int, Rating]]:
    gaps = [0, 0, 1, 2, int(rng.integers(1, 31)), int(rng.integers(1, 401))]
    days = np.cumsum(rng.choice(gaps, size=rng.integers(1, 13)))
    return [(int(day - days[0]), Rating(int(rng.integers(1, 5)))) for day in days]


@pytest.mark.parametrize("seed", range(10))
def test_three_hundred_random_histories_agree_with_py_fsrs(seed: int) -> None:
    rng = np.random.default_rng(seed)
    for _ in range(300):
        values = random_weights(int(rng.integers(2**32))).values
        assert_equal_to_oracle(values, random_history(rng))


@given(weights(), st.lists(st.tuples(st.integers(0, 500), ratings()), min_size=1, max_size=8))
def test_any_weights_and_history_agree_with_py_fsrs(
    any_weights: Weights, steps: list[tuple[int, Rating]]
) -> None:
    history = [(sum(gap for gap, _ in steps[: at + 1]), it[1]) for at, it in enumerate(steps)]
    assert_equal_to_oracle(any_weights.values, history)


def test_the_default_weights_are_those_of_py_fsrs() -> None:
    assert DEFAULT_WEIGHTS.values == fsrs.Scheduler().parameters


def test_recall_at_one_stability_is_nine_in_ten() -> None:
    assert model_of(DEFAULT_WEIGHTS).recall(7.5, 7.5) == pytest.approx(0.9)


@given(weights(), stabilities, st.integers(0, 2_000), st.integers(1, 2_000))
def test_recall_falls_with_time(w: Weights, stability: float, days: int, more: int) -> None:
    model = model_of(w)
    assert model.recall(stability, days + more) < model.recall(stability, days) <= 1


@given(weights(), stabilities, retentions, retentions)
def test_the_interval_falls_as_the_wanted_recall_rises(
    w: Weights, stability: float, one: float, other: float
) -> None:
    model = model_of(w)
    low, high = sorted((one, other))
    assert model.interval(stability, high) <= model.interval(stability, low)


@given(weights(), stabilities, retentions)
def test_the_interval_is_the_whole_day_nearest_the_wanted_recall(
    w: Weights, stability: float, wanted: float
) -> None:
    model = model_of(w)
    interval = model.interval(stability, wanted)
    assume(1 < interval < INTERVAL_MAX)
    assert model.recall(stability, interval + 0.5) <= wanted + 1e-12
    assert model.recall(stability, interval - 0.5) >= wanted - 1e-12


@given(weights(), st.floats(0.001, 36_500), retentions)
def test_an_interval_is_never_under_a_day_nor_over_the_longest(
    w: Weights, stability: float, wanted: float
) -> None:
    assert 1 <= model_of(w).interval(stability, wanted) <= INTERVAL_MAX


@given(weights(), stabilities, difficulties, st.integers(1, 3_000))
def test_the_next_stability_never_falls_with_a_better_rating(
    w: Weights, stability: float, difficulty: float, elapsed: int
) -> None:
    model = model_of(w)
    recall = model.recall(stability, elapsed)
    following = [model.next_stability(stability, difficulty, recall, it) for it in Rating]
    assert following == sorted(following)


@given(weights(), stabilities)
def test_the_same_day_stability_never_falls_with_a_better_rating(
    w: Weights, stability: float
) -> None:
    following = [model_of(w).same_day_stability(stability, it) for it in Rating]
    assert following == sorted(following)


@given(weights(), stabilities, difficulties, st.integers(0, 3_000), ratings())
def test_a_pass_never_lowers_stability(
    w: Weights, stability: float, difficulty: float, elapsed: int, rating: Rating
) -> None:
    assume(rating != Rating.AGAIN)
    model = model_of(w)
    recall = model.recall(stability, elapsed)
    assert model.next_stability(stability, difficulty, recall, rating) >= stability
    assert model.same_day_stability(stability, rating) >= stability


@given(weights(), difficulties, ratings())
def test_difficulty_stays_between_one_and_ten(
    w: Weights, difficulty: float, rating: Rating
) -> None:
    assert 1 <= model_of(w).next_difficulty(difficulty, rating) <= 10
    assert 1 <= model_of(w).first_difficulty(rating) <= 10


def test_too_few_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="21 weights, not 3"):
        Weights((1.0, 2.0, 3.0))


def test_a_weight_outside_its_bounds_is_refused() -> None:
    with pytest.raises(ValueError, match="weight 20 is 0"):
        Weights((*DEFAULT_WEIGHTS.values[:20], 0.0))


def test_a_weight_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="weight 0 is nan"):
        Weights((float("nan"), *DEFAULT_WEIGHTS.values[1:]))


def test_a_model_the_program_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="no such model: fsrs-9"):
        Weights(DEFAULT_WEIGHTS.values, "fsrs-9")

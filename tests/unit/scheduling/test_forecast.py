"""The forecast of work and knowledge."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.forecast import Forecast, ForecastCards, ForecastRules, forecast
from tests.unit.scheduling.strategies import DAY, random_weights

RULES = ForecastRules(study_day=DAY, days=120)


def some_cards(number: int, new: int = 0, stability: float = 10.0) -> ForecastCards:
    rng = np.random.default_rng(number)
    s = np.exp(rng.normal(np.log(stability), 0.8, number))
    due = DAY + rng.integers(0, 30, number)
    return ForecastCards(
        stability=s.tolist(),
        difficulty=rng.uniform(3, 8, number).tolist(),
        last_day=(due - np.maximum(1, s.round())).astype(int).tolist(),
        due_day=due.tolist(),
        new=new,
    )


def test_the_same_settings_give_the_same_forecast() -> None:
    assert forecast(some_cards(50, 20), RULES) == forecast(some_cards(50, 20), RULES)


def test_no_cards_are_no_work() -> None:
    found = forecast(ForecastCards(), replace(RULES, days=10))
    assert found == Forecast(reviews=(0,) * 10, new=(0,) * 10, minutes=(0,) * 10, known=(0, 0))


def test_new_cards_come_as_many_a_day_as_wanted() -> None:
    found = forecast(some_cards(0, 50), RULES)
    assert found.new[:4] == (20, 20, 10, 0)


def test_no_new_cards_when_none_are_wanted() -> None:
    assert sum(forecast(some_cards(20, 50), replace(RULES, new_per_day=0)).new) == 0


def test_more_wanted_recall_costs_more_and_gives_more() -> None:
    low, high = (
        forecast(some_cards(300, 100), replace(RULES, desired_retention=wanted))
        for wanted in (0.8, 0.95)
    )
    assert sum(low.reviews) < sum(high.reviews)
    assert low.known[-1] < high.known[-1]


def test_cards_may_be_wanted_otherwise_than_the_rest() -> None:
    cards = some_cards(300)
    others = forecast(replace(cards, retention=(0.8,) * 300), RULES)
    assert others == forecast(cards, replace(RULES, desired_retention=0.8))
    mixed = forecast(replace(cards, retention=(0.8, 0.9) * 150), RULES)
    assert sum(others.reviews) < sum(mixed.reviews) < sum(forecast(cards, RULES).reviews)


def test_in_the_long_run_more_is_known_than_the_wanted_recall() -> None:
    found = forecast(some_cards(500), replace(RULES, days=365))
    assert 0.92 < found.known[-1] < 0.98


def test_the_minutes_hold() -> None:
    found = forecast(some_cards(4_000, 200), replace(RULES, minutes=20))
    assert np.mean(found.minutes) == pytest.approx(20, abs=1)
    assert max(found.minutes) < 25


def test_with_minutes_enough_they_change_nothing() -> None:
    free = forecast(some_cards(100, 10), RULES)
    assert forecast(some_cards(100, 10), replace(RULES, minutes=1_000)) == free


def test_too_few_minutes_leave_less_known() -> None:
    free, short = (forecast(some_cards(2_000), replace(RULES, minutes=it)) for it in (None, 5))
    assert short.known[-1] < free.known[-1]


def test_no_minutes_are_no_work() -> None:
    found = forecast(some_cards(100, 100), replace(RULES, minutes=0))
    assert sum(found.minutes) == 0


def test_known_is_told_each_week_and_on_the_last_day() -> None:
    assert len(forecast(some_cards(10), replace(RULES, days=15)).known) == 3


@given(
    st.integers(0, 2**32 - 1),
    st.floats(0.7, 0.99),
    st.none() | st.floats(0, 60),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_any_settings_give_numbers_that_make_sense(
    seed: int, wanted: float, minutes: float | None, seen: int, new: int
) -> None:
    rules = ForecastRules(
        study_day=DAY,
        days=20,
        desired_retention=wanted,
        minutes=minutes,
        weights=random_weights(seed),
        seed=seed,
    )
    found = forecast(some_cards(seen, new), rules)
    assert all(0 <= share <= 1 for share in found.known)
    assert all(it >= 0 for it in (*found.reviews, *found.new, *found.minutes))
    assert sum(found.new) <= new + 1e-9

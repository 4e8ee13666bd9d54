"""The day a card is due."""

from collections import Counter
from dataclasses import replace
from math import lcm

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.due import Crowd, DueRules, decide_due_day, due_window
from quizapp.scheduling.fsrs import Weights, model_of
from quizapp.scheduling.memory import MemoryState, Phase
from tests.unit.scheduling.strategies import DAY, states, weights

RULES = DueRules()
PLAIN = DueRules(is_spread=False)
names = st.text(min_size=1, max_size=20)
loads = st.dictionaries(st.integers(DAY, DAY + 400), st.integers(0, 500), max_size=40)


def a_state(stability: float, reps: int = 3) -> MemoryState:
    return MemoryState(
        phase=Phase.REVIEW, stability=stability, difficulty=5, last_day=DAY, reps=reps, lapses=0
    )


@given(names, states(), weights(), loads, st.sets(st.integers(DAY, DAY + 40)))
def test_the_same_question_asked_twice_gives_the_same_day(
    card: str, state: MemoryState, w: Weights, load: dict[int, int], siblings: set[int]
) -> None:
    rules, crowd = DueRules(weights=w), Crowd(load=load, sibling_days=siblings)
    assert decide_due_day(card, state, rules, crowd) == decide_due_day(card, state, rules, crowd)


@given(names, states(), weights(), loads, st.sets(st.integers(DAY, DAY + 40)))
def test_the_day_lies_in_the_window_and_after_the_answer(
    card: str, state: MemoryState, w: Weights, load: dict[int, int], siblings: set[int]
) -> None:
    rules = DueRules(weights=w)
    due = decide_due_day(card, state, rules, Crowd(load=load, sibling_days=siblings))
    assert due in due_window(state, rules)
    assert due > state.last_day


@given(names, states(), weights(), st.floats(0.7, 0.97))
def test_without_spreading_the_interval_is_that_of_the_model(
    card: str, state: MemoryState, w: Weights, wanted: float
) -> None:
    rules = DueRules(weights=w, desired_retention=wanted, is_spread=False)
    due = decide_due_day(card, state, rules)
    assert due == state.last_day + model_of(w).interval(state.stability, wanted)


@given(names, states(), st.integers(1, 60))
def test_an_interval_is_never_longer_than_allowed(
    card: str, state: MemoryState, longest: int
) -> None:
    due = decide_due_day(card, state, DueRules(longest_days=longest))
    assert due <= state.last_day + longest


def test_a_short_interval_is_not_spread() -> None:
    found = {decide_due_day(f"card {number}", a_state(2.0), RULES) for number in range(200)}
    assert found == {DAY + 2}


def test_equal_cards_are_spread_over_the_window() -> None:
    found = Counter(decide_due_day(f"card {number}", a_state(30.0), RULES) for number in range(999))
    assert sorted(found) == list(due_window(a_state(30.0), RULES)[:-1])


def test_spreading_keeps_the_middle_of_the_window() -> None:
    days = [decide_due_day(f"card {number}", a_state(30.0), RULES) for number in range(2_000)]
    assert sum(days) / len(days) == pytest.approx(DAY + 30, abs=0.2)


def test_the_next_repetition_draws_anew() -> None:
    found = {decide_due_day("a card", a_state(60.0, reps), RULES) for reps in range(20)}
    assert len(found) > 3


def unevenness(*, is_levelled: bool) -> float:
    """Spread over mean of the days in the middle of a season in which cards are answered daily."""
    rng = np.random.default_rng(1)
    load: Counter[int] = Counter()
    for number in range(6_000):
        state = replace(a_state(float(rng.uniform(5, 40))), last_day=DAY + number // 50)
        crowd = Crowd(load=load) if is_levelled else Crowd()
        load[decide_due_day(f"card {number}", state, RULES, crowd)] += 1
    middle = [load[day] for day in range(DAY + 45, DAY + 115)]
    return float(np.std(middle) / np.mean(middle))


def test_load_is_levelled() -> None:
    assert unevenness(is_levelled=True) < 0.7 * unevenness(is_levelled=False)


def test_a_day_of_siblings_is_avoided() -> None:
    window = due_window(a_state(10.0), RULES)
    crowd = Crowd(sibling_days=set(window[:-2]))
    assert decide_due_day("a card", a_state(10.0), RULES, crowd) == window[-2]


def test_siblings_on_every_day_push_the_card_a_day_on() -> None:
    crowd = Crowd(sibling_days={DAY + 1})
    assert decide_due_day("a card", a_state(1.0), PLAIN, crowd) == DAY + 2


def test_siblings_everywhere_leave_the_first_day() -> None:
    crowd = Crowd(sibling_days={DAY + 1, DAY + 2})
    assert decide_due_day("a card", a_state(1.0), PLAIN, crowd) == DAY + 1


def test_more_wanted_recall_means_sooner() -> None:
    strict = replace(PLAIN, desired_retention=0.95)
    assert decide_due_day("a", a_state(50.0), strict) < decide_due_day("a", a_state(50.0), PLAIN)


def test_a_load_that_thins_out_with_time_moves_cards_neither_early_nor_late() -> None:
    state = a_state(30.0)
    window = due_window(state, RULES)
    whole = lcm(*(day - DAY for day in window))
    crowd = Crowd(load={day: whole // (day - DAY) for day in window})
    days = [decide_due_day(f"card {number}", state, RULES, crowd) for number in range(2_000)]
    assert sum(days) / len(days) == pytest.approx(DAY + 30, abs=0.2)

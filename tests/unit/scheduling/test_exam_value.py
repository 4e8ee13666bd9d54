"""The value of a review under a price of time behaves as values and prices do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.exam_columns import columns_of, groups_of, slots_of, unlike_rows
from quizapp.scheduling.exam_order import parts_of, planning_grid
from quizapp.scheduling.exam_pace import Floats
from quizapp.scheduling.exam_prices import settle, settle_from
from quizapp.scheduling.exam_value import GroupValue, Slots
from tests.unit.scheduling.exams import a_planning, some_cards

PLANNING = a_planning(cards=some_cards(120, seen=0.4), days=10)
GRID = planning_grid(PLANNING)


def values_of(minutes: float = 5.0, days: int = 10) -> tuple[list[GroupValue], Slots]:
    planning = a_planning(cards=PLANNING.cards, days=days, minutes=minutes)
    slots = slots_of(planning)
    parts = parts_of(columns_of(planning), GRID, slots)
    return [value for _, value in parts], slots


def solved(price: float) -> GroupValue:
    values, slots = values_of()
    values[0].solve(np.full(len(slots.days), price), 0.005)
    return values[0]


@settings(max_examples=30)
@given(st.floats(0.001, 5_000), st.floats(1, 10))
def test_a_state_is_shared_out_between_the_points_around_it(s: float, d: float) -> None:
    shares = [share[0] for _, share in GRID.corners(np.array([s]), np.array([d]))]
    assert min(shares) >= 0
    assert sum(shares) == pytest.approx(1)


@settings(max_examples=60)
@given(st.integers(1, 3), st.lists(st.integers(0, 2), max_size=60))
def test_unlike_rows_are_those_that_numpy_finds(width: int, numbers: list[int]) -> None:
    count = len(numbers) // width
    rows = np.array(numbers[: count * width], dtype=float).reshape(count, width) / 2
    kinds, kind_of, counts = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    found = unlike_rows(rows)
    assert np.array_equal(found[0], kinds)
    assert np.array_equal(found[1], kind_of.reshape(-1))
    assert np.array_equal(found[2], counts)


@settings(max_examples=30)
@given(st.floats(0.03, 1_500), st.floats(1, 10))
def test_between_the_points_a_straight_line_is_read_exactly(s: float, d: float) -> None:
    line = (np.log(GRID.s) * 2 + GRID.d).astype(np.float32)
    assert GRID.read(line, np.array([s]), np.array([d]))[0] == pytest.approx(
        2 * np.log(s) + d, abs=1e-3
    )


def test_a_card_goes_somewhere_whatever_the_gap() -> None:
    assert np.allclose(GRID.moves.sum(2), 1, atol=1e-4)


@given(st.integers(1, 4_000))
def test_the_known_gap_taken_for_another_is_close_to_it(days: int) -> None:
    found = GRID.gaps[GRID.gap_index(np.array([days]))][0]
    assert abs(found - days) <= 0.04 * days + 0.5


def test_time_that_costs_more_makes_reviews_worth_less() -> None:
    cheap, dear = solved(0.0001), solved(0.01)
    assert (cheap.values >= dear.values - 1e-6).all()


def test_time_that_costs_more_is_used_less() -> None:
    assert solved(0.0001).usage(0.005).sum() > solved(0.01).usage(0.005).sum()


def test_a_review_is_worth_at_least_what_never_asking_again_gives() -> None:
    value = solved(0.003)
    never = value.after[0].reward[-1]
    assert (value.values[0] >= never - 1e-6).all()


def used(log_price: Floats, values: list[GroupValue]) -> Floats:
    for value in values:
        value.solve(np.exp(log_price), 0.006)
    total: Floats = sum((value.usage(0.006) for value in values), np.zeros(len(log_price)))
    return total


def test_at_the_settled_prices_the_cards_fit_the_days() -> None:
    values, slots = values_of(minutes=8)
    spent = used(settle(values, slots), values)
    assert np.abs(spent / slots.seconds - 1).mean() < 0.15
    assert spent.sum() == pytest.approx(slots.seconds.sum(), rel=0.1)


def test_prices_of_other_minutes_find_their_new_level() -> None:
    values, slots = values_of(minutes=8)
    guess = settle(values, slots)
    fewer = Slots(slots.days, slots.seconds / 2)
    spent = used(settle_from(guess, values, fewer), values)
    assert spent.sum() == pytest.approx(fewer.seconds.sum(), rel=0.1)


def test_settled_prices_stay_about_where_they_are() -> None:
    values, slots = values_of(minutes=8)
    guess = settle(values, slots)
    assert np.abs(settle_from(guess, values, slots) - guess).mean() < 0.1


@pytest.mark.parametrize("settled", [settle, lambda *known: settle_from(np.zeros(0), *known)])
def test_without_days_of_study_there_are_no_prices(settled: object) -> None:
    values, slots = values_of(minutes=0)
    assert callable(settled)
    assert len(settled(values, slots)) == 0


def test_every_card_is_in_one_group() -> None:
    groups = groups_of(columns_of(PLANNING), GRID)
    places = np.concatenate([places for places, _ in groups])
    assert sorted(places.tolist()) == list(range(120))


def test_cards_that_take_long_for_their_worth_are_kept_apart() -> None:
    groups = [group for _, group in groups_of(columns_of(PLANNING), GRID)]
    ratios = [group.passed_seconds / group.worth for group in groups]
    assert len(ratios) > 1
    assert max(ratios) > 1.3 * min(ratios)


@pytest.mark.parametrize("days", [1, 30, 62, 63, 90, 200])
def test_slots_hold_the_seconds_of_all_the_days_likely_to_be_studied(days: int) -> None:
    _, slots = values_of(minutes=5, days=days)
    assert slots.seconds.sum() == pytest.approx(300 + (days - 1) * 300 * 0.9)
    assert (np.diff(slots.days) > 0).all()


def test_new_cards_are_parted_by_what_they_take_and_all_counted() -> None:
    groups = groups_of(columns_of(PLANNING), GRID)
    assert [group.new_cards.cards.sum() for _, group in groups] == [g.new for _, g in groups]
    for _, group in groups:
        assert (np.diff(group.new_cards.charged) >= 0).all()


def test_at_a_high_price_only_the_quickest_new_cards_are_wanted() -> None:
    planning = a_planning(cards=some_cards(40, seen=0.0), days=1)
    slots = slots_of(planning)
    ((_, value), *_) = parts_of(columns_of(planning), GRID, slots)
    value.solve(np.array([1e-6]), 0.001)
    value.solve(value.new_values / value.group.new_seconds, 0.001)
    new = value.group.new_cards
    is_quick = new.seconds < value.group.new_seconds
    wanted = new.seconds[is_quick] @ new.cards[is_quick]
    assert value.usage(0.001).sum() == pytest.approx(wanted, rel=0.05)


def test_where_time_is_plenty_it_costs_next_to_nothing() -> None:
    values, slots = values_of(minutes=200)
    assert np.exp(settle(values, slots)).max() * 13 < 0.002

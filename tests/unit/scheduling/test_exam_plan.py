"""Today's plan keeps its promises, whatever the exams, the cards and the minutes."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.exam import (
    AnswerSeconds,
    Exam,
    ExamCard,
    ExamPlanning,
    Purpose,
    seconds_on,
)
from quizapp.scheduling.exam_plan import full_plan, plan_today
from tests.unit.scheduling.exams import TODAY, a_planning, plannings, some_cards

FEW = settings(max_examples=8)


def asked(planning: ExamPlanning) -> list[int]:
    return [planned.card for planned in plan_today(planning).cards]


@FEW
@given(plannings())
def test_the_same_planning_gives_the_same_plan(planning: ExamPlanning) -> None:
    assert plan_today(planning) == plan_today(planning)


@FEW
@given(plannings())
def test_a_plan_stays_within_the_minutes_of_the_day(planning: ExamPlanning) -> None:
    plan = plan_today(planning)
    budget = seconds_on(planning, TODAY)
    assert sum(planned.seconds for planned in plan.cards) <= max(budget, 0) + 1e-6


@FEW
@given(plannings())
def test_a_day_off_is_silent(planning: ExamPlanning) -> None:
    off = replace(planning.time, days_off=planning.time.days_off | {TODAY})
    assert plan_today(replace(planning, time=off)).cards == ()


@FEW
@given(plannings())
def test_no_card_is_asked_twice_a_day(planning: ExamPlanning) -> None:
    plan = asked(planning)
    done = {card.card for card in planning.cards if card.stability and card.last_day == TODAY}
    assert len(plan) == len(set(plan))
    assert not done & set(plan)


@FEW
@given(plannings(), st.sampled_from([1e-6, 0.37, 3.0, 1e5]))
def test_only_the_proportion_of_weights_matters(planning: ExamPlanning, scale: float) -> None:
    scaled = tuple(
        replace(exam, cards={card: weight * scale for card, weight in exam.cards.items()})
        for exam in planning.exams
    )
    assert asked(replace(planning, exams=scaled)) == asked(planning)


def test_the_order_in_which_cards_are_given_does_not_matter() -> None:
    planning = a_planning(cards=some_cards(80))
    backwards = replace(planning, cards=planning.cards[::-1])
    assert asked(backwards) == asked(planning)


def test_an_exam_in_the_past_asks_nothing_for_itself() -> None:
    plan = plan_today(a_planning(days=-1, minutes=60))
    assert {planned.purpose for planned in plan.cards} == {Purpose.ORDINARY}


def test_without_minutes_there_is_nothing_to_do() -> None:
    assert asked(a_planning(minutes=0)) == []


def test_without_cards_there_is_nothing_to_do() -> None:
    assert asked(a_planning(cards=())) == []


def test_before_an_exam_in_an_hour_the_shakiest_cards_are_asked() -> None:
    cards = some_cards(60, seen=1.0)
    cards = tuple(replace(card, last_day=TODAY - 5, due_day=None) for card in cards)
    planning = replace(a_planning(cards=cards, days=0, minutes=5), fraction=0.25 - 1 / 24)
    plan = full_plan(planning).cards
    assert np.mean([each.recall for each in plan[:15]]) < np.mean(
        [each.recall for each in plan[15:]]
    )


def test_twenty_exams_share_the_minutes() -> None:
    cards = some_cards(60)
    exams = tuple(
        Exam(exam=number, day=TODAY + 1 + number, cards={card.card: 1.0 for card in cards[number:]})
        for number in range(20)
    )
    plan = plan_today(replace(a_planning(cards=cards), exams=exams))
    assert 0 < sum(planned.seconds for planned in plan.cards) <= 300


def test_a_card_that_weighs_more_comes_first() -> None:
    cards = tuple(ExamCard(card=number, rank=number) for number in range(20))
    planning = a_planning(cards=cards)
    heavy = replace(planning.exams[0], cards=dict(planning.exams[0].cards) | {13: 4.0})
    assert asked(replace(planning, exams=(heavy,)))[0] == 13


def test_new_cards_of_equal_worth_keep_the_order_of_the_author() -> None:
    cards = tuple(ExamCard(card=number, rank=100 - number) for number in range(20))
    plan = asked(a_planning(cards=cards))
    assert plan == sorted(plan, reverse=True)


def test_what_no_exam_asks_is_left_out() -> None:
    cards = some_cards(20, seen=0.0)
    planning = a_planning(cards=cards, minutes=60)
    only = replace(planning.exams[0], cards={3: 1.0, 4: 1.0})
    assert set(asked(replace(planning, exams=(only,)))) == {3, 4}


def test_ordinary_reviews_that_are_due_are_kept_alive_when_there_is_time() -> None:
    due = ExamCard(card=99, stability=30.0, last_day=TODAY - 30, due_day=TODAY)
    planning = a_planning(minutes=120)
    plan = plan_today(replace(planning, cards=(*planning.cards, due)))
    assert Purpose.ORDINARY in {each.purpose for each in plan.cards if each.card == 99}


def test_cards_that_the_exam_needs_come_before_ordinary_reviews() -> None:
    due = ExamCard(card=99, stability=30.0, last_day=TODAY - 30, due_day=TODAY)
    cards = tuple(ExamCard(card=number, rank=number) for number in range(200))
    planning = a_planning(cards=(*cards, due), minutes=5)
    exam = replace(planning.exams[0], cards={card.card: 1.0 for card in cards})
    assert 99 not in asked(replace(planning, exams=(exam,)))


def test_a_missed_day_moves_its_cards_to_the_next_plan() -> None:
    cards = tuple(ExamCard(card=number, rank=number) for number in range(200))
    today = set(asked(a_planning(cards=cards)))
    assert today & set(asked(a_planning(cards=cards, today=TODAY + 1)))


def test_a_learner_who_misses_days_sees_new_cards_sooner() -> None:
    planning = a_planning(cards=some_cards(200, seen=0.5), days=12, minutes=3)
    steady = replace(planning, days_planned=30, days_studied=30)
    unsteady = replace(planning, days_planned=30, days_studied=10)
    places = [
        np.mean([at for at, planned in enumerate(full_plan(each).cards) if planned.is_new])
        for each in (steady, unsteady)
    ]
    assert places[1] < places[0]


def test_a_plan_from_the_prices_of_the_day_before_asks_for_much_the_same() -> None:
    cards = some_cards(150, seen=0.6)
    yesterday = plan_today(a_planning(cards=cards, today=TODAY, minutes=12))
    planning = a_planning(cards=cards, today=TODAY + 1, minutes=12)
    fresh, warm = set(asked(planning)), set(asked(replace(planning, prices=yesterday.prices)))
    assert len(fresh & warm) > 0.8 * len(fresh | warm)


def test_an_exam_months_ahead_takes_days_together() -> None:
    plan = plan_today(a_planning(days=150, minutes=5))
    assert plan.prices is not None
    assert len(plan.prices.days) < 150


@pytest.mark.parametrize("days", [1, 2, 20])
def test_all_the_minutes_are_used_while_there_is_something_to_gain(days: int) -> None:
    cards = some_cards(300, seen=0.5)
    plan = plan_today(a_planning(cards=cards, days=days, minutes=10))
    assert sum(planned.seconds for planned in plan.cards) > 0.95 * 600


def test_new_cards_that_take_long_are_not_all_left_for_the_last_day() -> None:
    slow = AnswerSeconds(new=60.0, passed=40.0, failed=90.0)
    cards = tuple(
        replace(card, seconds=slow) if number % 3 == 0 else card
        for number, card in enumerate(some_cards(90, seen=0.0))
    )
    planning = a_planning(cards=cards, days=8, minutes=6.5)
    seen: set[int] = set()
    for day in range(8):
        left = tuple(card for card in cards if card.card not in seen)
        weights = {card.card: 1.0 for card in cards}
        known = tuple(
            replace(card, stability=3.0, last_day=TODAY + day - 1)
            for card in cards
            if card.card in seen
        )
        exam = replace(planning.exams[0], cards=weights)
        today = replace(planning, today=TODAY + day, cards=(*left, *known), exams=(exam,))
        seen |= {each.card for each in plan_today(today).cards if each.is_new}
    assert len(seen) == len(cards)

"""What is to be expected of an exam: likely, modest about itself, and quick to try changes on."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.exam import Exam, ExamCard, ExamPlanning, Trial
from quizapp.scheduling.exam_columns import slots_of
from quizapp.scheduling.exam_forecast import (
    ExamForecast,
    NoForecast,
    WhatIf,
    WhyNone,
    changed,
    forecast_exam,
    forecast_exams,
    what_if,
)
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, model_of
from tests.unit.scheduling.exams import TODAY, a_planning, plannings, some_cards

CARDS = some_cards(120, seen=0.4)


def forecast(planning: ExamPlanning, exam: int = 1) -> ExamForecast:
    found = forecast_exam(planning, exam)
    assert isinstance(found, ExamForecast)
    return found


def score(planning: ExamPlanning) -> float:
    return forecast(planning).expected.score


def tried(planning: ExamPlanning, change: WhatIf) -> float:
    found = what_if(replace(planning, prices=forecast(planning).prices), 1, change)
    assert isinstance(found, ExamForecast)
    return found.expected.score


@settings(max_examples=8)
@given(plannings())
def test_every_figure_is_a_share_with_its_interval_around_it(planning: ExamPlanning) -> None:
    for each in forecast_exams(planning):
        if isinstance(each, ExamForecast):
            for part in (each.expected, *each.by_category.values(), *each.by_topic.values()):
                assert 0 <= part.low <= part.score <= part.high <= 1
                assert 0 <= part.now <= 1


@settings(max_examples=8)
@given(plannings())
def test_every_exam_is_answered_for_in_the_order_given(planning: ExamPlanning) -> None:
    assert [each.exam for each in forecast_exams(planning)] == [e.exam for e in planning.exams]


def test_an_exam_behind_has_no_forecast() -> None:
    assert forecast_exam(a_planning(days=-2), 1) == NoForecast(exam=1, why=WhyNone.PAST)


def test_an_exam_without_cards_has_no_forecast() -> None:
    assert forecast_exam(a_planning(cards=()), 1) == NoForecast(exam=1, why=WhyNone.NO_CARDS)


def test_without_minutes_cards_are_forgotten_as_memory_says() -> None:
    cards = tuple(
        ExamCard(card=number, stability=5.0 + number, last_day=TODAY - 3) for number in range(5)
    )
    model = model_of(DEFAULT_WEIGHTS)
    known = [model.recall(5.0 + number, 3 + 20) for number in range(5)]
    tried = [Trial(5.0, days, model.recall(5.0, days)) for days in (2, 5, 10, 20, 40)]
    planning = a_planning(cards=cards, days=20, minutes=0)
    found = score(replace(planning, trials=tuple(tried) * 400))
    assert found == pytest.approx(sum(known) / 5, abs=0.01)


def test_an_exam_later_today_is_known_as_now_if_there_is_no_time_left() -> None:
    found = forecast(replace(a_planning(cards=CARDS, days=0), spent_seconds=10_000)).expected
    assert found.score == pytest.approx(found.now, abs=0.01)


def test_the_whole_is_the_mean_of_its_categories() -> None:
    found = forecast(a_planning(cards=CARDS))
    parts = found.by_category.values()
    assert sum(part.score * part.cards for part in parts) / 120 == pytest.approx(
        found.expected.score
    )


def test_a_card_counts_in_each_of_its_topics() -> None:
    found = forecast(a_planning(cards=CARDS)).by_topic
    assert {name: part.cards for name, part in found.items()} == {
        "Fred": 40,
        "Handel": 40,
        "Krig": 80,
    }


def test_a_card_that_weighs_more_counts_more() -> None:
    strong = ExamCard(card=1, stability=500.0, last_day=TODAY)
    planning = a_planning(cards=(strong, ExamCard(card=2)), minutes=0)
    exam = replace(planning.exams[0], cards={1: 3.0, 2: 1.0})
    assert score(replace(planning, exams=(exam,))) == pytest.approx(0.75, abs=0.01)


def test_coverage_is_the_share_of_cards_that_have_been_asked() -> None:
    found = forecast(a_planning(cards=CARDS))
    assert found.coverage == sum(card.stability is not None for card in CARDS) / 120


def test_with_little_time_not_every_card_is_reached() -> None:
    planning = a_planning(cards=some_cards(300, seen=0.0), days=4, minutes=5)
    assert 20 < forecast(planning).will_see < 150


def test_the_days_ahead_use_the_minutes_and_end_near_the_forecast() -> None:
    found = forecast(a_planning(cards=CARDS, days=8, minutes=5))
    assert [each.day for each in found.ahead] == list(range(TODAY, TODAY + 8))
    assert {each.minutes for each in found.ahead} == {5.0}
    assert found.ahead[0].known == pytest.approx(found.expected.now, abs=0.05)
    assert found.expected.now < found.ahead[-1].known < 1


@settings(max_examples=6)
@given(plannings())
def test_every_day_ahead_has_its_interval_around_what_is_known(planning: ExamPlanning) -> None:
    for each in forecast_exams(planning):
        if isinstance(each, ExamForecast):
            assert all(0 <= it.low <= it.known <= it.high <= 1 for it in each.ahead)


def test_the_interval_is_closed_today_and_opens_with_what_is_still_to_come() -> None:
    found = forecast(a_planning(cards=some_cards(120, seen=0.8), days=12, minutes=10))
    widths = [each.high - each.low for each in found.ahead]
    assert widths[0] == pytest.approx(0.0)
    assert min(widths[1:]) > 0.01
    assert found.expected.high - found.expected.low > widths[1]


def test_the_interval_of_the_last_day_leads_to_that_of_the_exam() -> None:
    found = forecast(a_planning(cards=some_cards(200, seen=0.8), days=12, minutes=3))
    last = found.ahead[-1]
    assert last.low == pytest.approx(found.expected.low, abs=0.04)
    assert last.high == pytest.approx(found.expected.high, abs=0.04)


def test_more_answers_make_the_interval_narrower() -> None:
    planning = a_planning(cards=CARDS)
    unsure = forecast(planning).expected
    sure = forecast(replace(planning, trials=(Trial(5.0, 5, 0.9),) * 2_000)).expected
    assert sure.high - sure.low < unsure.high - unsure.low


def test_a_learner_who_forgets_faster_than_thought_is_expected_to_score_less() -> None:
    planning = a_planning(cards=CARDS)
    assert score(replace(planning, trials=(Trial(10.0, 3, 0.4),) * 200)) < score(planning) - 0.02


@settings(max_examples=4)
@given(st.integers(0, 1_000), st.sampled_from([5.0, 20.0]))
def test_more_minutes_never_promise_less(seed: int, extra: float) -> None:
    planning = a_planning(cards=some_cards(80, seed), minutes=4)
    assert tried(planning, WhatIf(extra_minutes=extra)) > score(planning) - 0.003


def test_days_off_taken_back_promise_more() -> None:
    planning = a_planning(cards=CARDS, days_off=frozenset(range(TODAY + 1, TODAY + 6)))
    assert tried(planning, WhatIf(without_days_off=True)) > score(planning)


def test_a_pause_until_the_exam_can_be_taken_back() -> None:
    planning = a_planning(cards=CARDS, days_off=frozenset(range(TODAY, TODAY + 8)))
    assert tried(planning, WhatIf(without_days_off=True)) > score(planning) + 0.1


def test_to_begin_later_promises_less() -> None:
    planning = a_planning(cards=CARDS)
    assert tried(planning, WhatIf(start=TODAY + 6)) < score(planning) - 0.02


def test_a_topic_left_out_promises_more_of_the_rest() -> None:
    planning = a_planning(cards=some_cards(200, seen=0.1), minutes=3)
    assert tried(planning, WhatIf(left_out="Fred")) > score(planning)


def test_more_minutes_leave_free_days_free() -> None:
    planning = a_planning()
    time = replace(planning.time, minutes=(5.0,) * 5 + (0.0,) * 2, own={TODAY: 0.0, TODAY + 1: 9.0})
    later = changed(replace(planning, time=time), WhatIf(extra_minutes=10)).time
    assert (later.minutes, later.own) == ((15.0,) * 5 + (0.0,) * 2, {TODAY: 0.0, TODAY + 1: 19.0})


def test_exams_that_share_the_minutes_take_from_each_other() -> None:
    planning = a_planning(cards=CARDS, minutes=3)
    alone = replace(planning.exams[0], cards={card.card: 1.0 for card in CARDS[:60]})
    other = Exam(exam=2, day=TODAY + 8, cards={card.card: 1.0 for card in CARDS[60:]})
    both = replace(planning, exams=(alone, other))
    assert score(both) < score(replace(planning, exams=(alone,))) - 0.01


def test_an_exam_at_the_end_of_time_is_no_more_work_than_one_far_away() -> None:
    planning = a_planning(cards=CARDS, days=2_900_000)
    assert len(slots_of(planning).days) == len(slots_of(a_planning(days=9_000)).days)
    assert 0 <= forecast(planning).expected.score <= 1


def test_a_card_of_two_exams_is_expected_at_both() -> None:
    planning = a_planning(cards=CARDS, days=4)
    later = replace(planning.exams[0], exam=2, day=TODAY + 12)
    both = replace(planning, exams=(*planning.exams, later))
    first, second = (forecast(both, exam).expected.score for exam in (1, 2))
    assert first < second

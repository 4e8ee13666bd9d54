"""The learner is told whether her goal is within reach, and the way out where it is not."""

from dataclasses import replace

import pytest

from quizapp.base.texts import say
from quizapp.scheduling.exam import ExamPlanning
from quizapp.scheduling.exam_advice import (
    Advice,
    Reach,
    WayOut,
    advise,
    message_of,
    reach_of,
    topics_at_risk,
)
from quizapp.scheduling.exam_forecast import ExamForecast, WhatIf, forecast_exam
from tests.unit.scheduling.exams import TODAY, a_planning, some_cards

CARDS = some_cards(100, seen=0.3)


def advice(planning: ExamPlanning) -> Advice:
    return advise(planning, forecast_exam(planning, 1))


def with_goal(goal: float, **more: float) -> ExamPlanning:
    return a_planning(cards=CARDS, goal=goal, days=6, minutes=more.get("minutes", 5.0))


def expected(minutes: float = 5.0) -> float:
    found = forecast_exam(with_goal(0.5, minutes=minutes), 1)
    assert isinstance(found, ExamForecast)
    return found.expected.score


@pytest.mark.parametrize(
    ("score", "reach"),
    [
        (0.70, Reach.OUT_OF_REACH),
        (0.795, Reach.NEAR),
        (0.805, Reach.NEAR),
        (0.83, Reach.REACHABLE),
        (0.9, Reach.ABOVE),
    ],
)
def test_a_score_stands_somewhere_to_the_goal(score: float, reach: Reach) -> None:
    assert reach_of(score, 0.8) == reach


def test_a_goal_just_missed_takes_a_few_minutes_more() -> None:
    found = advice(with_goal(expected() + 0.03))
    assert found.reach == Reach.OUT_OF_REACH
    assert found.way_out is not None
    assert found.way_out.change is not None
    assert 0 < found.way_out.change.extra_minutes <= 30
    assert found.is_reachable is False


def test_the_extra_minutes_asked_for_are_enough() -> None:
    goal = expected() + 0.03
    way = advice(with_goal(goal)).way_out
    assert way is not None
    assert way.score >= goal


def test_a_goal_beyond_all_minutes_is_lowered() -> None:
    planning = with_goal(0.999)
    with_a_day_off = replace(planning.time, days_off=frozenset({TODAY + 2}))
    found = advice(replace(planning, time=with_a_day_off))
    assert found.way_out is not None
    assert found.way_out.goal is not None
    assert found.way_out.goal <= found.way_out.score < found.way_out.goal + 0.05
    assert "i stedet: kan nås" in say(found.messages[1])


def test_days_off_are_offered_when_more_minutes_do_not_help() -> None:
    off = frozenset(range(TODAY + 1, TODAY + 7))
    cards = some_cards(400, seen=0.0)
    planning = a_planning(cards=cards, goal=0.9, days=7, minutes=60, days_off=off)
    way = advice(planning).way_out
    assert way is not None
    assert way.change == WhatIf(without_days_off=True)


def test_a_goal_far_surpassed_lets_minutes_go() -> None:
    found = advice(with_goal(0.3, minutes=20))
    assert found.reach == Reach.ABOVE
    assert found.way_out is not None
    assert found.way_out.change is not None
    assert found.way_out.change.extra_minutes < 0
    assert say(found.messages[0]).startswith("Planen giver mere end dit mål.")


def test_a_goal_surpassed_by_few_minutes_keeps_them() -> None:
    found = advice(with_goal(expected() - 0.06))
    assert found.reach == Reach.ABOVE
    assert found.way_out is None or found.way_out.score >= expected() - 0.06


def test_a_goal_near_the_forecast_is_on_the_border() -> None:
    found = advice(with_goal(expected()))
    assert found.reach == Reach.NEAR
    assert found.way_out is None
    assert say(found.messages[0]).startswith("Målet ligger lige på grænsen")


def test_a_goal_within_reach_is_said_to_be() -> None:
    found = advice(with_goal(expected() - 0.03))
    assert found.is_reachable
    assert say(found.messages[0]).startswith("Målet kan nås: Med 5 minutter om dagen")


def test_without_a_goal_the_forecast_stands_alone() -> None:
    found = advice(a_planning(cards=CARDS))
    assert found.is_reachable is None
    assert found.messages[0].code == "exam.expected"


@pytest.mark.parametrize(
    ("planning", "code"),
    [
        (a_planning(days=-1), "exam.past"),
        (a_planning(cards=()), "exam.no_cards"),
        (a_planning(minutes=0), "exam.no_minutes"),
    ],
)
def test_what_stands_in_the_way_of_a_plan_is_said(planning: ExamPlanning, code: str) -> None:
    found = advice(planning)
    assert [message.code for message in found.messages] == [code]
    assert say(found.messages[0])


def test_cards_that_will_not_be_reached_are_counted() -> None:
    planning = a_planning(cards=some_cards(400, seen=0.0), days=3)
    codes = [message.code for message in advice(planning).messages]
    assert codes == ["exam.expected", "exam.not_all", "exam.unsure"]


@pytest.mark.parametrize(("days", "date"), [(1, "den 5. oktober"), (3, "den 7. oktober")])
def test_a_near_exam_is_named_by_its_date(days: int, date: str) -> None:
    planning = a_planning(cards=some_cards(400, seen=0.0), days=days)
    assert f"inden {date};" in say(advice(planning).messages[1])


@pytest.mark.parametrize(
    ("other", "code"),
    [(0.0, "exam.no_minutes"), (30.0, "exam.no_minutes")],
)
def test_minutes_after_an_exam_are_no_minutes_for_it(other: float, code: str) -> None:
    planning = a_planning(cards=CARDS, days=3)
    later = replace(planning.exams[0], exam=2, day=TODAY + 9)
    time = replace(planning.time, minutes=(other,) * 7, days_off=frozenset(range(TODAY, TODAY + 4)))
    found = advice(replace(planning, exams=(*planning.exams, later), time=time))
    assert [message.code for message in found.messages] == [code]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (WhatIf(extra_minutes=10), "10 minutter mere om dagen: ca. 83 %."),
        (WhatIf(without_days_off=True), "Uden fridage: ca. 83 %."),
        (WhatIf(start=TODAY + 1), "Begynder du først i morgen: ca. 83 %."),
    ],
)
def test_a_change_is_told_with_what_it_gives(change: WhatIf, said: str) -> None:
    assert say(message_of(a_planning(), WayOut(change=change, score=0.83))) == said


def test_a_topic_left_out_is_told_to_be_asked_all_the_same() -> None:
    way = WayOut(change=WhatIf(left_out="Fred"), score=0.83)
    assert "»Fred«" in say(message_of(a_planning(), way))


def test_topics_at_risk_are_the_ones_below_the_whole() -> None:
    found = forecast_exam(a_planning(cards=some_cards(200, seen=0.2), minutes=2), 1)
    assert isinstance(found, ExamForecast)
    worst = topics_at_risk(found)
    assert all(found.by_topic[name].score < found.expected.score for name in worst)

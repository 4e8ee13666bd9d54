"""What a plan is made from: minutes of the days, exams ahead, values that cannot be built wrong."""

from dataclasses import replace

import pytest

from quizapp.scheduling.day import date_of
from quizapp.scheduling.exam import (
    AnswerSeconds,
    Exam,
    StudyTime,
    chance_missed,
    exam_is_ahead,
    exams_ahead,
    seconds_on,
)
from tests.unit.scheduling.exams import TODAY, a_planning

MONDAY = TODAY - date_of(TODAY).weekday()
WEEK = (10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 0.0)


def test_each_weekday_has_its_minutes() -> None:
    time = StudyTime(minutes=WEEK)
    assert [time.minutes_on(MONDAY + day) for day in range(7)] == list(WEEK)


def test_a_day_off_has_no_minutes() -> None:
    assert StudyTime(minutes=WEEK, days_off=frozenset({MONDAY})).minutes_on(MONDAY) == 0


def test_a_day_may_have_minutes_of_its_own() -> None:
    time = StudyTime(minutes=WEEK, own={MONDAY: 45})
    assert (time.minutes_on(MONDAY), time.minutes_on(MONDAY + 7)) == (45, 10)


@pytest.mark.parametrize(("given", "kept"), [(-5.0, 0.0), (5_000.0, 1_440.0)])
def test_a_day_has_between_no_minutes_and_a_day_of_them(given: float, kept: float) -> None:
    assert StudyTime(minutes=(given,) * 7).minutes_on(TODAY) == kept


def test_a_week_of_six_days_is_refused() -> None:
    with pytest.raises(ValueError, match="7 days"):
        StudyTime(minutes=WEEK[:6])


def test_a_weight_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="weight"):
        Exam(exam=1, day=TODAY, cards={1: -1.0})


def test_an_answer_that_takes_no_time_is_refused() -> None:
    with pytest.raises(ValueError, match="takes time"):
        AnswerSeconds(new=0)


@pytest.mark.parametrize(
    ("day", "fraction", "is_ahead"),
    [(TODAY + 1, 0.0, True), (TODAY, 0.6, True), (TODAY, 0.5, False), (TODAY - 1, 0.9, False)],
)
def test_an_exam_is_ahead_until_its_hour(day: int, fraction: float, is_ahead: bool) -> None:
    exam = Exam(exam=1, day=day, fraction=fraction, cards={1: 1.0})
    assert exam_is_ahead(exam, TODAY, 0.5) is is_ahead


def test_exams_without_any_weight_are_left_out() -> None:
    planning = a_planning()
    empty = Exam(exam=2, day=TODAY + 3, cards={1: 0.0})
    assert exams_ahead(replace(planning, exams=(*planning.exams, empty))) == list(planning.exams)


@pytest.mark.parametrize(
    ("planned", "studied", "chance"), [(0, 0, 0.1), (16, 16, 0.02), (16, 8, 0.42), (4, 6, 0.05)]
)
def test_who_let_days_go_by_is_expected_to_again(planned: int, studied: int, chance: float) -> None:
    planning = replace(a_planning(), days_planned=planned, days_studied=studied)
    assert chance_missed(planning) == pytest.approx(chance)


def test_time_spent_today_is_taken_off_today_only() -> None:
    planning = replace(a_planning(minutes=5), spent_seconds=100)
    assert (seconds_on(planning, TODAY), seconds_on(planning, TODAY + 1)) == (200, 300)


def test_before_an_exam_today_there_is_only_the_time_until_it() -> None:
    planning = replace(a_planning(days=0, minutes=300), fraction=0.25 - 1 / 24)
    assert seconds_on(planning, TODAY) == pytest.approx(3_600)


def test_an_exam_today_leaves_the_evening_to_a_later_exam() -> None:
    planning = a_planning(days=0, minutes=60)
    later = Exam(exam=2, day=TODAY + 5, cards={1: 1.0})
    planning = replace(planning, fraction=0.24, exams=(*planning.exams, later))
    assert seconds_on(planning, TODAY) == 3_600

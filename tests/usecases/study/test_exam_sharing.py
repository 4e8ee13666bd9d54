"""Exams that share today's minutes: which part each of them gets."""

from dataclasses import replace

import pytest
from hypothesis import given

from quizapp.scheduling.exam import Exam, ExamPlanning, exams_ahead
from quizapp.study.exam_sharing import share_of, sharing_of
from tests.unit.scheduling.exams import TODAY, a_planning, plannings, some_cards

CARDS = 40


def two_exams(days: int, others_days: int) -> ExamPlanning:
    """Two exams over half of the new cards each."""
    planning = a_planning(cards=some_cards(CARDS, seen=0.0), minutes=8.0)
    halves = (range(CARDS // 2), range(CARDS // 2, CARDS))
    exams = tuple(
        Exam(exam=number, day=TODAY + ahead, cards=dict.fromkeys(half, 1.0))
        for number, (ahead, half) in enumerate(
            zip((days, others_days), halves, strict=True), start=1
        )
    )
    return replace(planning, exams=exams)


def test_the_exam_tomorrow_gets_more_than_one_in_a_year() -> None:
    planning = two_exams(1, 365)
    soon, late = share_of(planning, 1), share_of(planning, 2)
    assert soon is not None
    assert late is not None
    assert soon > late


def test_what_both_exams_ask_is_time_for_both() -> None:
    planning = two_exams(5, 5)
    every = dict.fromkeys(range(CARDS), 1.0)
    exams = tuple(replace(exam, cards=every) for exam in planning.exams)
    assert share_of(replace(planning, exams=exams), 1) == pytest.approx(0.5)


@given(plannings())
def test_the_shares_are_never_more_than_the_whole(planning: ExamPlanning) -> None:
    shares = [share_of(planning, exam.exam) for exam in exams_ahead(planning)]
    assert sum(share for share in shares if share is not None) <= 1 + 1e-9


@pytest.mark.parametrize("count", [2, 3])
def test_it_is_said_how_many_share(count: int) -> None:
    planning = two_exams(4, 9)
    others = tuple(replace(planning.exams[1], exam=number) for number in range(3, count + 1))
    message = sharing_of(replace(planning, exams=planning.exams + others), 1, "Historie")
    assert message is not None
    assert message.fields["a"] == "Historie"
    assert message.fields.get("n", 2) == count


def test_one_exam_has_its_minutes_for_itself() -> None:
    assert sharing_of(a_planning(), 1, "Historie") is None


def test_a_day_without_minutes_is_not_shared() -> None:
    planning = two_exams(4, 9)
    idle = replace(planning, time=replace(planning.time, minutes=(0.0,) * 7))
    assert sharing_of(idle, 1, "Historie") is None

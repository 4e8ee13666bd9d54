"""What the home page says of an exam that is near: the day before, and on the day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from quizapp.study.plan import Plan
from quizapp.study.today import HomeState, Today
from quizapp.ui.home.exam_strip import (
    WARM_UP,
    ExamStrip,
    headline_of,
    sentence_of,
    warm_up_of,
)
from quizapp.ui.widgets.button import Button
from tests.screens.examining import TONIGHT, a_glance
from tests.screens.samples import today as a_day


def near(days_left: int, state: HomeState = HomeState.READY, **figures: int) -> Today:
    return replace(a_day(state, **figures), exam=a_glance(days_left=days_left))


def said(today: Today) -> str:
    assert today.exam is not None
    return sentence_of(today.exam, today)


def test_the_day_before_says_what_to_take_and_how_long() -> None:
    text = said(near(1, minutes=11))
    assert text.endswith("Tag de spørgsmål, du er mest usikker på – ca. 11 minutter.")


def test_the_day_before_asks_for_nothing_once_it_is_done() -> None:
    assert "usikker" not in said(near(1, HomeState.DONE, minutes=0, due=0, new=0))


@pytest.mark.parametrize(("due", "asked"), [(3, 3), (40, WARM_UP)])
def test_on_the_day_it_offers_to_warm_up(due: int, asked: int) -> None:
    assert said(near(0, due=due)) == f"Vil du varme op med {asked} spørgsmål?"


@pytest.mark.parametrize(
    ("days_left", "ahead", "headline"),
    [
        (0, 0, "Historieprøve er i nat kl. 1.00"),
        (1, 1, "Historieprøve om 2 dage"),
        (2, 2, "Historieprøve om 3 dage"),
    ],
)
def test_an_exam_past_midnight_is_counted_to_its_own_date(
    days_left: int, ahead: int, headline: str
) -> None:
    at = (TONIGHT + timedelta(days=ahead)).isoformat()
    glance = a_glance(days_left=days_left, at=at)
    assert headline_of(glance, near(days_left)) == headline


@pytest.mark.parametrize(
    ("days_left", "headline"),
    [(0, "er i dag kl. 9.00"), (1, "er i morgen"), (2, "om 2 dage")],
)
def test_an_exam_by_day_is_counted_in_days(days_left: int, headline: str) -> None:
    said = headline_of(a_glance(days_left=days_left), near(days_left))
    assert said == f"Historieprøve {headline}"


def test_on_the_day_new_questions_are_no_warm_up() -> None:
    assert "varme op" not in said(near(0, HomeState.ONLY_NEW, due=0))


def test_other_days_have_no_warm_up() -> None:
    assert [warm_up_of(a_glance(days_left=left), near(left)) for left in (1, 5)] == [0, 0]


def test_the_button_begins_the_round_it_tells_of(qtbot: QtBot) -> None:
    strip = ExamStrip(near(0, due=4))
    qtbot.addWidget(strip)
    begin = next(it for it in strip.findChildren(Button) if it.text() == "Varm op")
    with qtbot.waitSignal(strip.started) as started:
        begin.click()
    assert started.args == [Plan(limit=4)]

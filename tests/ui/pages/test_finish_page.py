"""The finish page names what comes again, and lets it wait."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.study.flow import Finished
from quizapp.study.found import State, Wanted
from quizapp.study.plan import Plan
from quizapp.ui.study.coming_card import DayBars
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Give a window in which one question was not known and the round was ended."""
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        opened.routes.begin(Plan(limit=1))
        opened.until_asked()
        opened.do("question.unknown")
        opened.until_judged()
        opened.do("round.leave")
        opened.until(lambda: isinstance(opened.state, Finished))
        yield opened


def finished(opened: Opened) -> Finished:
    assert isinstance(opened.state, Finished)
    return opened.state


def test_what_was_missed_is_named_with_its_answer(opened: Opened) -> None:
    (missed,) = finished(opened).summary.again
    opened.until(lambda: missed.prompt in opened.words())
    assert missed.correct in opened.words()


def test_it_can_be_put_on_pause_from_there(opened: Opened) -> None:
    (missed,) = finished(opened).summary.again
    opened.until(lambda: missed.prompt in opened.words())
    button = opened.button(f"Sæt »{missed.prompt}« på pause")
    assert isinstance(button, QPushButton)
    button.click()
    opened.until(lambda: "På pause. Du finder det igen i biblioteket." in opened.words())
    assert not button.isEnabled()
    finder = opened.routes._services.desk.finder
    assert len(opened.ask(lambda: finder.find(Wanted(state=State.PAUSED))).questions) == 1


def test_it_says_when_it_goes_on_and_how_long_the_next_days_take(opened: Opened) -> None:
    opened.until(lambda: "Næste gang: i morgen, ca." in opened.words())
    [bars] = opened.window.findChildren(DayBars)
    assert bars.isVisible()
    # The round ended on a Monday.
    assert bars.accessibleDescription().startswith("tirsdag: ")
    assert bars.accessibleDescription().count(":") == 7


def test_five_minutes_more_begin_where_something_is_left(opened: Opened) -> None:
    opened.until(lambda: bool(opened.window.findChildren(DayBars)))
    focused = opened.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Færdig")
    opened.click("5 minutter mere")
    opened.until_asked()


def test_nothing_more_is_offered_when_the_day_is_done(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        desk = opened.routes._services.desk
        opened.ask(lambda: desk.set_preference("new_per_day", 1))
        opened.routes.begin(Plan(limit=1))
        opened.until_asked()
        opened.do("question.unknown")
        opened.until_judged()
        opened.do("round.leave")
        opened.until(lambda: bool(opened.window.findChildren(DayBars)))
        assert "5 minutter mere" not in names_of(opened)


def names_of(opened: Opened) -> list[str]:
    return [part.accessibleName() for part in opened.window.findChildren(QPushButton)]

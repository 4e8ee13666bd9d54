"""A study page on the screen, with a clock that stands still."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.base.clock import FixedClock
from quizapp.study.flow import FlowState, Judged
from quizapp.ui.study.page import StudyPage
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme, look_in_force

ShowPage = Callable[[FlowState], StudyPage]


@pytest.fixture(autouse=True)
def _plain_theme(qapp: QApplication) -> None:
    """Give every test the plain theme; put on only where it is not, for it takes a while."""
    if look_in_force().theme != Theme() or not qapp.styleSheet():
        apply_theme(qapp, Theme())


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 0, tzinfo=UTC))


@pytest.fixture
def show_page(qtbot: QtBot, clock: FixedClock) -> ShowPage:
    """Return a function that shows a state of a sitting in a window of its own."""

    def show(state: FlowState) -> StudyPage:
        page = StudyPage(clock)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.show_turn(state, can_undo=isinstance(state, Judged))
        # A part that is put into a window that is open is shown by an event.
        QApplication.processEvents()
        return page

    return show

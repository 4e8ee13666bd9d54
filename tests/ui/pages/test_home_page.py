"""»I dag« in little room: one can begin without scrolling."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.study.today import HomeState
from quizapp.ui.home.page import HomePage
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from quizapp.ui.widgets.bars import Ring
from tests.screens.samples import today


@pytest.fixture
def _theme_after(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, Theme())


@pytest.mark.usefixtures("_theme_after")
@pytest.mark.parametrize("state", [HomeState.HALF_WAY, HomeState.READY, HomeState.DONE])
def test_one_can_begin_without_scrolling(
    qtbot: QtBot, qapp: QApplication, state: HomeState
) -> None:
    apply_theme(qapp, Theme(scale=2.0))
    page = HomePage()
    qtbot.addWidget(page)
    page.show_today(today(state))
    page.resize(620, 480)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    QApplication.processEvents()
    assert page.main is not None
    top = page.main.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert top + page.main.height() <= page.viewport().height()


def test_with_room_the_minutes_are_drawn_too(qtbot: QtBot) -> None:
    page = HomePage()
    qtbot.addWidget(page)
    page.show_today(today())
    page.resize(1000, 800)
    page.show()
    qtbot.waitExposed(page)
    [ring] = page.findChildren(Ring)
    assert ring.isVisible()

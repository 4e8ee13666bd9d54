"""Toast and popover come, wait, and go as they should."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.overlay import Overlay
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.widgets.toast import SHOWN_MS, Toast


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    made.setProperty("opener", None)
    column.addWidget(Button("Hvorfor?"), 0, Qt.AlignmentFlag.AlignTop)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _opener(page: QWidget) -> Button:
    opener = page.findChild(Button)
    assert isinstance(opener, Button)
    return opener


def test_a_toast_can_be_taken_back(page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(page)
    toast.say("Sat på pause")
    with qtbot.waitSignal(toast.undone):
        qtbot.mouseClick(toast.undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_stays_eight_seconds() -> None:
    assert SHOWN_MS == 8_000


def test_a_toast_in_focus_waits(page: QWidget) -> None:
    toast = Toast(page)
    toast.say("Sat på pause")
    toast.undo.setFocus()
    assert not toast._timer.isActive()
    _opener(page).setFocus()
    assert toast._timer.isActive()


def test_a_toast_stands_above_the_bar(page: QWidget) -> None:
    toast = Toast(page)
    toast.set_lift(72)
    toast.say("Sat på pause")
    assert toast.geometry().bottom() < page.height() - 72


def test_a_toast_keeps_its_place_when_the_window_changes(page: QWidget) -> None:
    toast = Toast(page)
    toast.say("Sat på pause")
    page.resize(500, 300)
    assert page.rect().contains(toast.geometry())


def test_escape_closes_a_popover_and_gives_the_focus_back(page: QWidget, qtbot: QtBot) -> None:
    popover = Popover(page)
    _opener(page).setFocus()
    popover.open_by(_opener(page), "Hvorfor nu?", "Du svarede sidst for 6 dage siden.")
    assert popover.close_button.hasFocus()
    with qtbot.waitSignal(popover.closed):
        qtbot.keyClick(popover.close_button, Qt.Key.Key_Escape)
    assert _opener(page).hasFocus()


def test_a_press_beside_a_popover_closes_it(page: QWidget, qtbot: QtBot) -> None:
    popover = Popover(page)
    popover.open_by(_opener(page), "Hvorfor nu?", "Fordi.")
    with qtbot.waitSignal(popover.closed):
        target = page.childAt(QPoint(690, 390))
        assert target is not None
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
    assert not popover.isVisible()


def test_the_link_of_a_popover_leads_on(page: QWidget, qtbot: QtBot) -> None:
    popover = Popover(page)
    popover.open_by(_opener(page), "Hvorfor nu?", "Fordi.", "Sådan regner programmet")
    with qtbot.waitSignal(popover.link_pressed):
        qtbot.mouseClick(popover.link, Qt.MouseButton.LeftButton)


def test_a_popover_stays_inside_the_window(page: QWidget) -> None:
    popover = Popover(page)
    _opener(page).move(650, 380)
    popover.open_by(_opener(page), "Hvorfor nu?", "Fordi. " * 20)
    assert page.rect().contains(popover.geometry())


def test_a_popover_outlives_the_button_it_was_opened_by(page: QWidget, qtbot: QtBot) -> None:
    popover = Popover(page)
    opener = _opener(page)
    popover.open_by(opener, "Hvorfor?", "Fordi.")
    with qtbot.waitSignal(opener.destroyed):
        opener.deleteLater()
    with qtbot.waitSignal(popover.closed):
        popover.close_up()
    assert not popover.isVisible()


def test_an_overlay_outlives_what_had_the_focus_before(page: QWidget, qtbot: QtBot) -> None:
    opener = _opener(page)
    opener.setFocus()
    overlay = Overlay(page)
    overlay.open()
    with qtbot.waitSignal(opener.destroyed):
        opener.deleteLater()
    with qtbot.waitSignal(overlay.closed):
        overlay.close_up()
    assert not overlay.isVisible()


def test_an_overlay_opened_twice_gives_the_focus_back(page: QWidget) -> None:
    inside = Button("Inde")
    opener = _opener(page)
    opener.setFocus()
    overlay = Overlay(page)
    overlay.panel.body.addWidget(inside)
    overlay.open()
    inside.setFocus()
    overlay.open()
    overlay.close_up()
    assert opener.hasFocus()

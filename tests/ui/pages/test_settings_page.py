"""Settings: the list of sections, and Ctrl+Z, which takes each change back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.settings.page import SettingsPage
from quizapp.ui.widgets.minutes_box import MinutesBox
from quizapp.ui.widgets.slider import ValueSlider
from quizapp.ui.widgets.toast import Toast
from quizapp.ui.window_settings import Appearance, Chosen
from tests.ui.pages.window import ELEVEN, Opened, opened_window

WIDE = (995, 800)
NARROW = (700, 480)


@pytest.fixture
def page(qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(Chosen())
    qtbot.addWidget(page)
    page.resize(*WIDE)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    QApplication.processEvents()
    return page


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        opened.do("app.settings")
        opened.until_title("Indstillinger")
        yield opened


def take_back(opened: Opened) -> None:
    opened.until(lambda: opened.can_do("edit.undo"))
    opened.do("edit.undo")


def test_the_list_stands_beside_the_cards(page: SettingsPage) -> None:
    card = page.slider.parentWidget()
    assert card is not None
    right = page.list.mapTo(page, QPoint(page.list.width(), 0)).x()
    assert page.list.isVisible()
    assert right < card.mapTo(page, QPoint(0, 0)).x()


def test_in_a_narrow_window_the_cards_have_the_room(page: SettingsPage) -> None:
    page.resize(*NARROW)
    QApplication.processEvents()
    card = page.slider.parentWidget()
    assert card is not None
    assert not page.list.isVisible()
    assert card.mapTo(page, QPoint(0, 0)).x() == page.header.mapTo(page, QPoint(0, 0)).x()


@pytest.mark.parametrize("code", ["looks", "aloud", "marking", "days", "copies", "advanced"])
def test_each_section_can_be_gone_to(page: SettingsPage, code: str) -> None:
    item = next(item for item in page.list.items if item.place.code == code)
    QTest.mouseClick(item, Qt.MouseButton.LeftButton)
    section = next(one for one in page._sections if one.place.code == code)
    assert page.current == code
    assert item.isChecked()
    assert section.first.hasFocus() or not section.first.isEnabled()
    top = section.cards[0].mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.viewport().height() - section.cards[0].height() // 2


def test_the_list_follows_the_scrolling(page: SettingsPage) -> None:
    bar = page.verticalScrollBar()
    seen = []
    for value in range(bar.minimum(), bar.maximum(), 20):
        bar.setValue(value)
        if page.current not in seen:
            seen.append(page.current)
    bar.setValue(bar.maximum())
    assert seen == ["looks", "aloud", "marking", "days", "copies"][: len(seen)]
    assert len(seen) > 3
    assert page.current == "advanced"


def test_the_list_stays_in_view_at_the_end_of_the_page(page: SettingsPage) -> None:
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    top = page.list.mapTo(page.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < 40


def test_down_walks_the_list_and_enter_goes_there(page: SettingsPage) -> None:
    page.list.items[0].setFocus()
    QTest.keyClick(page.list.items[0], Qt.Key.Key_Down)
    assert page.list.items[1].hasFocus()
    QTest.keyClick(page.list.items[1], Qt.Key.Key_Return)
    assert page.current == page.list.items[1].place.code


def test_tab_meets_the_list_once(page: SettingsPage) -> None:
    page.go_to("aloud")
    stops = [item for item in page.list.items if item.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [item.place.code for item in stops] == ["aloud"]


def test_colours_are_taken_back(opened: Opened) -> None:
    page = opened.routes.settings.page
    before = opened.window._appearance.chosen.appearance
    next(tile for tile in page.schemes.tiles if tile.value == Appearance.DARK.value).click()
    assert opened.window._appearance.chosen.appearance is Appearance.DARK
    take_back(opened)
    assert opened.window._appearance.chosen.appearance is before


def test_one_pull_of_the_slider_is_taken_back_at_once(opened: Opened) -> None:
    page = opened.routes.settings.page
    for percent in (105, 120, 150):
        page.slider.setValue(percent)
    assert opened.window._appearance.chosen.scale == 1.5
    take_back(opened)
    assert opened.window._appearance.chosen.scale == 1.0
    assert page.slider.value() == 100


def test_two_changes_are_taken_back_one_by_one(opened: Opened) -> None:
    page = opened.routes.settings.page
    page.slider.setValue(120)
    opened.until(lambda: not opened.routes.settings._steps._settling.isActive())
    page.slider.setValue(150)
    take_back(opened)
    assert opened.window._appearance.chosen.scale == 1.2
    take_back(opened)
    assert opened.window._appearance.chosen.scale == 1.0


def test_what_the_bank_keeps_is_taken_back(opened: Opened) -> None:
    page = opened.routes.settings.page
    page.friendly.click()
    take_back(opened)
    opened.until(lambda: not page.friendly.isChecked())
    desk = opened.routes._services.desk
    assert not opened.ask(desk.preferences).is_dyslexia_friendly


def test_the_language_is_taken_back(opened: Opened) -> None:
    before = opened.routes
    english = next(it for it in before.settings.page.languages.tiles if it.value == "en")
    english.click()
    opened.until(lambda: opened.window.routes not in (None, before))
    opened.until_title("Settings")
    take_back(opened)
    opened.until_title("Indstillinger")


def test_a_change_says_that_it_can_be_taken_back(opened: Opened) -> None:
    opened.routes.settings.page.calm.click()
    toast = opened.window.findChild(Toast)
    assert isinstance(toast, Toast)
    opened.until(toast.isVisible)
    assert toast.undo.isVisible()


def wheel(part: QWidget) -> bool:
    """Turn the wheel over a part; tell whether the part kept it for itself."""
    middle = QPointF(part.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(part.mapToGlobal(part.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - the constructor takes no names
    )
    event.ignore()
    QApplication.sendEvent(part, event)
    return event.isAccepted()


def test_the_wheel_scrolls_the_page_and_changes_nothing(page: SettingsPage) -> None:
    for part in (page.slider, page.plan.slider):
        before = part.value()
        wheel(part)
        assert part.value() == before
    page.go_to("days")
    for drop_down in (page.plan.new, page.plan.minutes, page.hour):
        at = drop_down.currentIndex()
        wheel(drop_down)
        assert drop_down.currentIndex() == at


def test_the_wheel_passes_over_minutes_and_values(qtbot: QtBot) -> None:
    for part in (MinutesBox("mandag", "Mandag", 20).spin, ValueSlider("Minutter om dagen")):
        qtbot.addWidget(part)
        before = part.value()
        assert not wheel(part)
        assert part.value() == before

"""Titles keep their place from room to room, and words their distance from the edge."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.frame import PageScroll, SittingStrip


def left_of(page: PageScroll, qtbot: QtBot, width: int) -> int:
    qtbot.addWidget(page)
    title = QLabel("Titel")
    page.column.addWidget(title)
    page.resize(width, 600)
    page.show()
    qtbot.waitExposed(page)
    return title.mapTo(page, QPoint(0, 0)).x()


@pytest.mark.parametrize("width", [600, 1000, 1800])
def test_a_narrow_column_of_the_desk_begins_where_a_wide_one_does(qtbot: QtBot, width: int) -> None:
    narrow = left_of(PageScroll(760, at_desk=True), qtbot, width)
    assert narrow == left_of(PageScroll(), qtbot, width)


def test_the_words_of_a_strip_without_a_button_stand_in_from_the_edge(qtbot: QtBot) -> None:
    strip = SittingStrip("Afslut runden")
    qtbot.addWidget(strip)
    strip.more.hide()
    strip.resize(1000, 50)
    strip.set_progress(0.5, "5 af 8")
    strip.show()
    qtbot.waitExposed(strip)
    words = strip.findChildren(QLabel)[0]
    right = words.mapTo(strip, QPoint(words.width(), 0)).x()
    assert strip.width() - right >= look_in_force().space(28)


@pytest.mark.parametrize("text", ["Åbent spørgsmål", "Portsmouth-traktaten 1905"])
def test_a_drop_down_has_room_for_its_longest_entry(qtbot: QtBot, text: str) -> None:
    drop_down = DropDown("Svarform")
    qtbot.addWidget(drop_down)
    drop_down.addItems(["Tal", text])
    drop_down.setCurrentIndex(1)
    needed = drop_down.fontMetrics().horizontalAdvance(text)
    assert drop_down.words_room(drop_down.sizeHint().width()) >= needed


def test_a_drop_down_too_narrow_for_its_choice_takes_another_line(qtbot: QtBot) -> None:
    drop_down = DropDown("Svarform")
    qtbot.addWidget(drop_down)
    drop_down.addItems(["Tal", "Åbent spørgsmål"])
    one = drop_down.heightForWidth(150)
    drop_down.setCurrentIndex(1)
    assert drop_down.heightForWidth(150) > one


def test_the_list_of_a_drop_down_is_as_high_as_its_entries(qtbot: QtBot) -> None:
    drop_down = DropDown("Pakke")
    qtbot.addWidget(drop_down)
    drop_down.addItems(["Alle pakker", "Portsmouth 1905: freden efter den russisk-japanske krig"])
    drop_down.resize(460, 42)
    drop_down.show()
    qtbot.waitExposed(drop_down)
    drop_down.showPopup()
    view = drop_down.view()
    needed = sum(view.sizeHintForRow(row) for row in range(2))
    high = view.height()
    drop_down.hidePopup()
    assert high <= needed + 20


def send(button: Button, kind: QEvent.Type) -> None:
    at = QPointF(button.rect().center())
    held = Qt.MouseButton.LeftButton
    down = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else held
    there = button.mapToGlobal(at)
    event = QMouseEvent(kind, at, there, held, down, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(button, event)


@pytest.mark.parametrize(("before", "presses"), [(False, 0), (True, 2)])
def test_the_second_press_of_two_counts_only_on_what_got_the_first(
    qtbot: QtBot, *, before: bool, presses: int
) -> None:
    button = Button("Mit svar var rigtigt")
    qtbot.addWidget(button)
    button.show()
    qtbot.waitExposed(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda on=False: pressed.append(on))
    if before:
        send(button, QEvent.Type.MouseButtonPress)
        send(button, QEvent.Type.MouseButtonRelease)
    send(button, QEvent.Type.MouseButtonDblClick)
    send(button, QEvent.Type.MouseButtonRelease)
    assert len(pressed) == presses

"""Rows are put in order by keys alone, and by pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.lift_list import LiftList, LiftRow
from quizapp.ui.widgets.options import Mark, OptionState

NAMES = ("Meiji", "Intervention", "Port Arthur", "Mukden")


@pytest.fixture
def rows(qtbot: QtBot) -> LiftList:
    made = LiftList("Ældst øverst", NAMES)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def _row(rows: LiftList, name: str) -> LiftRow:
    return next(row for row in rows.findChildren(LiftRow) if row.text_shown == name)


def test_space_lifts_arrows_move_and_space_puts_down(rows: LiftList, qtbot: QtBot) -> None:
    row = _row(rows, "Meiji")
    row.setFocus()
    with qtbot.waitSignal(rows.reordered) as reordered:
        qtbot.keyClick(row, Qt.Key.Key_Space)
        qtbot.keyClick(row, Qt.Key.Key_Down)
        qtbot.keyClick(row, Qt.Key.Key_Down)
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert reordered.args == [(1, 2, 0, 3)]


def test_the_focus_goes_with_the_row(rows: LiftList, qtbot: QtBot) -> None:
    row = _row(rows, "Meiji")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert row.hasFocus()


def test_a_name_says_where_the_row_stands(rows: LiftList, qtbot: QtBot) -> None:
    row = _row(rows, "Meiji")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert row.accessibleName() == "Meiji, plads 2 af 4"


def test_escape_puts_the_row_back(rows: LiftList, qtbot: QtBot) -> None:
    row = _row(rows, "Meiji")
    row.setFocus()
    with qtbot.assertNotEmitted(rows.reordered):
        qtbot.keyClick(row, Qt.Key.Key_Space)
        qtbot.keyClick(row, Qt.Key.Key_Down)
        qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert rows.order() == (0, 1, 2, 3)


def test_arrows_alone_only_move_the_focus(rows: LiftList, qtbot: QtBot) -> None:
    _row(rows, "Meiji").setFocus()
    qtbot.keyClick(_row(rows, "Meiji"), Qt.Key.Key_Down)
    assert _row(rows, "Intervention").hasFocus()
    assert rows.order() == (0, 1, 2, 3)


def test_a_row_at_the_end_stays_there(rows: LiftList, qtbot: QtBot) -> None:
    row = _row(rows, "Mukden")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    qtbot.keyClick(row, Qt.Key.Key_Down)
    assert rows.order() == (0, 1, 2, 3)


def test_a_row_can_be_dragged(rows: LiftList, qtbot: QtBot) -> None:
    row = _row(rows, "Meiji")
    start = row.rect().center()
    with qtbot.waitSignal(rows.reordered) as reordered:
        qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
        qtbot.mouseMove(row, start + QPoint(0, 20))
        qtbot.mouseMove(row, start + QPoint(0, row.height() * 3))
        qtbot.mouseRelease(row, Qt.MouseButton.LeftButton, pos=start)
    assert reordered.args[0].index(0) > 0


def test_two_presses_move_a_row_without_dragging(rows: LiftList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rows.reordered) as reordered:
        qtbot.mouseClick(_row(rows, "Meiji"), Qt.MouseButton.LeftButton)
        qtbot.mouseClick(_row(rows, "Port Arthur"), Qt.MouseButton.LeftButton)
    assert reordered.args == [(1, 2, 0, 3)]


def test_enter_is_left_to_the_page(rows: LiftList, qtbot: QtBot) -> None:
    row = _row(rows, "Meiji")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert not row.is_lifted


def test_marked_rows_stay(rows: LiftList, qtbot: QtBot) -> None:
    rows.set_marks([Mark(OptionState.RIGHT, "rigtigt")] * 4)
    row = _row(rows, "Meiji")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert not row.is_lifted
    assert row.accessibleName() == "Meiji, plads 1 af 4. rigtigt"

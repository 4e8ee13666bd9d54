"""Pairs are made by keys, by pointer and by drop-down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.options import Mark, OptionState

LEFT = ("Interventionen", "Store tab", "Ingen erstatning")
RIGHT = ("Optøjer", "Opgivne krav", "Fredsønske", "Utilfredshed")


@pytest.fixture
def board(qtbot: QtBot) -> MatchBoard:
    made = MatchBoard(("Årsag", "Virkning"), LEFT, RIGHT)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_digit_and_a_letter_make_a_pair(board: MatchBoard, qtbot: QtBot) -> None:
    board.left[0].setFocus()
    with qtbot.waitSignal(board.paired) as paired:
        qtbot.keyClick(board.left[0], Qt.Key.Key_2)
        qtbot.keyClick(board.left[1], Qt.Key.Key_C)
    assert paired.args == [{1: 2}]


def test_the_pointer_makes_a_pair(board: MatchBoard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.paired) as paired:
        qtbot.mouseClick(board.left[2], Qt.MouseButton.LeftButton)
        qtbot.mouseClick(board.right[0], Qt.MouseButton.LeftButton)
    assert paired.args == [{2: 0}]


def test_a_right_hand_item_takes_one_line(board: MatchBoard, qtbot: QtBot) -> None:
    board.set_pairs({0: 1})
    board.left[1].setFocus()
    qtbot.keyClick(board.left[1], Qt.Key.Key_B)
    assert board.pairs() == {1: 1}


def test_delete_lets_a_pair_go(board: MatchBoard, qtbot: QtBot) -> None:
    board.set_pairs({0: 1, 1: 0})
    board.left[0].setFocus()
    qtbot.keyClick(board.left[0], Qt.Key.Key_Delete)
    assert board.pairs() == {1: 0}


def test_the_focus_goes_on_to_the_next_without_a_pair(board: MatchBoard, qtbot: QtBot) -> None:
    board.left[0].setFocus()
    qtbot.keyClick(board.left[0], Qt.Key.Key_A)
    assert board.left[1].hasFocus()


def test_a_pair_is_told_in_the_names_of_both(board: MatchBoard) -> None:
    board.set_pairs({0: 1})
    assert board.left[0].accessibleName() == "1, Interventionen, forbundet med B"
    assert board.right[1].accessibleName() == "B, Opgivne krav, forbundet med 1"


def test_without_room_each_left_item_has_a_drop_down(board: MatchBoard, qtbot: QtBot) -> None:
    board.resize(400, 600)
    shown = [box for box in board.findChildren(QComboBox) if box.isVisible()]
    assert len(shown) == len(LEFT)
    with qtbot.waitSignal(board.paired) as paired:
        shown[1].setFocus()
        qtbot.keyClick(shown[1], Qt.Key.Key_Down)
        shown[1].activated.emit(shown[1].currentIndex())
    assert paired.args == [{1: 0}]


def test_marked_pairs_stay(board: MatchBoard, qtbot: QtBot) -> None:
    board.set_pairs({0: 0, 1: 1, 2: 2})
    board.set_marks([Mark(OptionState.RIGHT), Mark(OptionState.WRONG), Mark(OptionState.RIGHT)])
    with qtbot.assertNotEmitted(board.paired):
        qtbot.keyClick(board.left[0], Qt.Key.Key_Delete)
        qtbot.keyClick(board.left[0], Qt.Key.Key_D)

"""What several parts share: lying beside or below each other, and walking with arrow keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.forms.inputs import Labelled, LineInput
from quizapp.ui.forms.rows_input import RowOfInputs
from quizapp.ui.forms.side_by_side import SideBySide
from quizapp.ui.settings.sections import SectionList
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.ends import Ends
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.side_bar import Place, SideBar

PLACES = (Place("one", "En", "house"), Place("two", "To", "library"), Place("three", "Tre", "x"))


def a_row(parent: QWidget) -> tuple[Part, QWidget, QWidget]:
    row = RowOfInputs(("Fra", "Til"), 1, parent)
    return row, row.edits[0], row.edits[1]


def two_fields(parent: QWidget) -> tuple[Part, QWidget, QWidget]:
    both = SideBySide(parent)
    first, second = Labelled("År", LineInput()), Labelled("Dag", LineInput())
    both.add(first)
    both.add(second)
    return both, first, second


def two_ends(parent: QWidget) -> tuple[Part, QWidget, QWidget]:
    first, second = WrappingLabel("Det første af to"), QPushButton("Det sidste af to")
    return Ends(first, second, parent=parent), first, second


@pytest.mark.parametrize("build", [a_row, two_fields, two_ends])
@pytest.mark.parametrize(("width", "is_beside"), [(900, True), (130, False)])
def test_parts_lie_beside_each_other_only_where_there_is_room(
    qtbot: QtBot,
    build: Callable[[QWidget], tuple[Part, QWidget, QWidget]],
    width: int,
    *,
    is_beside: bool,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part, first, second = build(window)
    window.show()
    part.setGeometry(0, 0, width, 300)

    def lie_beside() -> bool:
        end = first.mapTo(part, first.rect().bottomRight()).x()
        return second.mapTo(part, second.rect().topLeft()).x() > end

    qtbot.waitUntil(lambda: lie_beside() == is_beside)


@pytest.mark.parametrize(("key", "end"), [(Qt.Key.Key_Up, 2), (Qt.Key.Key_Down, 1)])
@pytest.mark.parametrize("is_bar", [True, False])
def test_arrow_keys_walk_round_a_column(
    qtbot: QtBot, key: Qt.Key, end: int, *, is_bar: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = SideBar("Quizapp", PLACES, ()) if is_bar else SectionList()
    if isinstance(column, SectionList):
        column.show_places(PLACES)
    QVBoxLayout(window).addWidget(column)
    with qtbot.waitActive(window):
        window.show()
    column.items[0].setFocus()
    qtbot.keyClick(column.items[0], key)
    qtbot.waitUntil(column.items[end].hasFocus)

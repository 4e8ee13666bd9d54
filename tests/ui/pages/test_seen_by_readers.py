"""What lies over a page is there for a screen reader too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.study.plan import Plan
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.frame import EdgeBar, PageScroll
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path) as window:
        yield window


def names_in(part: QAccessibleInterface) -> Iterator[str]:
    """Yield the names of a part and everything in it that is showing."""
    if part.state().invisible:
        return
    yield part.text(QAccessible.Text.Name)
    for at in range(part.childCount()):
        yield from names_in(part.child(at))


def spoken(opened: Opened) -> list[str]:
    return list(names_in(QAccessible.queryAccessibleInterface(opened.window)))


def test_the_panel_that_finds_commands_is_in_the_tree(opened: Opened) -> None:
    assert "Afslut Quizapp" not in "\n".join(spoken(opened))
    opened.do("edit.find")
    QApplication.processEvents()
    assert "Afslut Quizapp" in "\n".join(spoken(opened))


def test_a_toast_is_in_the_tree(opened: Opened) -> None:
    opened.routes.settings.told.emit("Sikkerhedskopien er lavet.")
    assert "Sikkerhedskopien er lavet." in spoken(opened)


def test_a_date_is_announced_as_a_date_once(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        opened.routes.begin(
            Plan(cards=(CardKey(PackId("dk.quizapp.test.elleve"), QuestionId("a-dato")),))
        )
        opened.until_asked()
        card = opened.routes.study.page.card
        assert card is not None
        assert card.spoken().startswith("Spørgsmål 1 af 1. Dato. Hvornår")


def test_a_drop_down_says_what_it_chooses(qtbot: QtBot) -> None:
    drop_down = DropDown("Minutter om dagen")
    qtbot.addWidget(drop_down)
    drop_down.addItem("20 minutter")
    part = QAccessible.queryAccessibleInterface(drop_down)
    said = part.text(QAccessible.Text.Name) + part.text(QAccessible.Text.Description)
    assert "Minutter om dagen" in said


def test_a_page_has_the_same_parts_when_there_is_nothing_left_to_scroll(qtbot: QtBot) -> None:
    page = PageScroll()
    qtbot.addWidget(page)
    page.resize(400, 300)
    high = QWidget()
    high.setFixedHeight(2000)
    page.column.addWidget(high)
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    children = QAccessible.queryAccessibleInterface(page).childCount()
    high.setFixedHeight(10)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
    assert QAccessible.queryAccessibleInterface(page).childCount() == children
    page.hide()
    assert QAccessible.queryAccessibleInterface(page).childCount() == children


def test_the_bar_at_the_edge_and_the_page_follow_each_other(qtbot: QtBot) -> None:
    page = PageScroll()
    qtbot.addWidget(page)
    page.resize(400, 300)
    high = QWidget()
    high.setFixedHeight(2000)
    page.column.addWidget(high)
    page.show()
    own = page.verticalScrollBar()
    qtbot.waitUntil(lambda: own.maximum() > 0)
    edge = next(bar for bar in page.findChildren(EdgeBar) if bar.isVisible())
    edge.setValue(100)
    assert own.value() == 100
    own.setValue(40)
    assert (edge.value(), edge.maximum()) == (40, own.maximum())

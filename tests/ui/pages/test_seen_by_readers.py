"""What lies over a page is there for a screen reader too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import quizapp.ui
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.study.plan import Plan
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.edge_scroll import EdgeBar
from quizapp.ui.widgets.fold_out import FoldOut
from quizapp.ui.widgets.frame import PageScroll
from quizapp.ui.widgets.options import OptionList
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


def role_of(part: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(part).role()


def is_checked(part: QWidget) -> bool:
    return bool(QAccessible.queryAccessibleInterface(part).state().checked)


def act_on(part: QWidget, action: str) -> None:
    """Do what a screen reader does to a part."""
    doing = QAccessible.queryAccessibleInterface(part).actionInterface()
    assert action in doing.actionNames()
    doing.doAction(action)


@pytest.mark.parametrize(
    ("several", "role"),
    [(False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)],
)
def test_an_option_is_read_as_one_of_several_or_as_one_to_tick(
    qtbot: QtBot,
    several: bool,
    role: QAccessible.Role,
) -> None:
    options = OptionList(("Ja", "Nej", "Måske"), several=several)
    qtbot.addWidget(options)
    assert {role_of(row) for row in options.rows} == {role}


def test_only_the_chosen_option_is_read_as_chosen(qtbot: QtBot) -> None:
    options = OptionList(("Ja", "Nej", "Måske"))
    qtbot.addWidget(options)
    for chosen in (0, 2, 1):
        options.set_chosen((chosen,))
        assert [is_checked(row) for row in options.rows] == [at == chosen for at in range(3)]
    options.set_chosen(())
    assert not any(is_checked(row) for row in options.rows)


def test_a_reader_chooses_an_option_once(qtbot: QtBot) -> None:
    options = OptionList(("Ja", "Nej", "Måske"))
    qtbot.addWidget(options)
    pressed: list[int] = []
    options.pressed.connect(pressed.append)
    options.pressed.connect(lambda at: options.set_chosen((at,)))
    act_on(options.rows[1], QAccessibleActionInterface.toggleAction())
    act_on(options.rows[2], QAccessibleActionInterface.toggleAction())
    assert pressed == [1, 2]
    assert [is_checked(row) for row in options.rows] == [False, False, True]


def test_the_page_that_is_shown_is_chosen_among_pages(opened: Opened) -> None:
    item = opened.button("I dag")
    assert (role_of(item), is_checked(item)) == (QAccessible.Role.RadioButton, True)


def test_what_unfolds_is_a_button_that_says_whether_it_is_folded(qtbot: QtBot) -> None:
    fold = FoldOut("Kildekritik")
    qtbot.addWidget(fold)
    assert role_of(fold.head) == QAccessible.Role.Button
    said = [fold.head.accessibleName()]
    fold.head.click()
    said.append(fold.head.accessibleName())
    assert said == ["Kildekritik, foldet ind", "Kildekritik, foldet ud"]


def test_nothing_scrolls_with_a_bar_that_readers_stumble_over() -> None:
    folder = Path(quizapp.ui.__file__).parent
    plain = [
        path.name
        for path in folder.rglob("*.py")
        if re.search(r"\bQScrollArea\(\)|\(QScrollArea\):", path.read_text(encoding="utf-8"))
    ]
    assert set(plain) - {"panes.py"} == {"edge_scroll.py"}


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

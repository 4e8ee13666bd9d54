"""The library in the window: found while typing, looked at, paused, noted, begun anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from quizapp.study.flow import Asking
from quizapp.study.found import Order, State
from quizapp.ui.library.questions_page import QuestionsPage
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        opened.do("go.library")
        opened.until_title("Bibliotek")
        opened.until(lambda: page_of(opened).detail is not None)
        yield opened


def page_of(opened: Opened) -> QuestionsPage:
    return opened.routes.questions.page


def shown(opened: Opened) -> int:
    return len(page_of(opened).list.rows.questions)


def search(opened: Opened, text: str, expected: int) -> None:
    field = page_of(opened).search.edit
    field.setFocus()
    QTest.keyClicks(field, text)
    opened.until(lambda: shown(opened) == expected)


def press(opened: Opened, name: str) -> None:
    """Press a button where it is, in view or not."""
    button = opened.button(name)
    assert isinstance(button, QPushButton)
    button.click()


def looked_at(opened: Opened) -> str:
    detail = page_of(opened).detail
    assert detail is not None
    return detail.detail.hit.prompt


def test_the_search_field_has_the_focus(opened: Opened) -> None:
    assert QApplication.focusWidget() is page_of(opened).search.edit


def test_typing_finds(opened: Opened) -> None:
    search(opened, "grundlov", 2)
    assert page_of(opened).count.text() == "2 af 11"


def test_the_button_says_how_many_are_practised(opened: Opened) -> None:
    search(opened, "grundlov", 2)
    assert page_of(opened).practise.text() == "Øv de 2 viste"


def test_nothing_found_says_what_to_do(opened: Opened) -> None:
    search(opened, "findes ikke", 0)
    opened.until(lambda: "Ingen spørgsmål passer på »findes ikke«." in opened.words())
    press(opened, "Fjern filtre")
    opened.until(lambda: shown(opened) == 11)


def test_down_walks_into_the_list_and_shows_what_is_walked_to(opened: Opened) -> None:
    search(opened, "grundlov", 2)
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Down)
    opened.until(lambda: looked_at(opened).startswith("Sæt begivenhederne"))


def test_up_from_the_first_row_leads_back_to_the_field(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is page_of(opened).search.edit


def test_a_letter_in_the_list_goes_on_in_the_field(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is page_of(opened).list
    QTest.keyClicks(focused, "g")
    opened.until(lambda: page_of(opened).search.edit.text() == "g")


def test_a_filter_is_set_and_taken_away(opened: Opened) -> None:
    filters = page_of(opened).filters
    filters._choose("state", State.PAUSED)
    opened.until(lambda: shown(opened) == 0)
    press(opened, "Tilstand: På pause")
    opened.until(lambda: shown(opened) == 11)


def test_a_head_sorts_and_sorts_the_other_way(opened: Opened) -> None:
    first = tuple(page_of(opened).list.rows.questions)
    page_of(opened).heads.heads[Order.QUESTION].click()
    opened.until(lambda: tuple(page_of(opened).list.rows.questions) == first[::-1])


def test_a_question_is_paused_and_taken_in_again(opened: Opened) -> None:
    press(opened, "Sæt på pause")
    opened.until(lambda: "På pause." in opened.words())
    opened.do("edit.undo")
    opened.until(lambda: "taget med igen" in opened.words())


def test_a_note_is_written_and_stands_there(opened: Opened) -> None:
    press(opened, "Skriv en note")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Husk det")
    QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: "Noten er gemt." in opened.words() and "Husk det" in opened.words())


def test_several_are_chosen_with_space_and_paused_together(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Space)
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Space)
    opened.until(lambda: "2 spørgsmål valgt" in opened.words())
    press(opened, "Sæt på pause")
    opened.until(lambda: "2 spørgsmål er på pause." in opened.words())


def test_what_is_shown_is_practised(opened: Opened) -> None:
    search(opened, "grundlov", 2)
    page_of(opened).practise.click()
    assert isinstance(opened.until_asked(), Asking)
    assert opened.until_asked().progress.total == 2


def test_where_room_is_short_a_question_has_a_page_of_its_own(opened: Opened) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, Theme(scale=2.0))
    opened.press(Qt.Key.Key_Down)
    opened.press(Qt.Key.Key_Return)
    page = page_of(opened)
    opened.until(lambda: page.back.isVisible() and not page.list.isVisible())
    opened.do("go.back")
    opened.until(page.list.isVisible)


def test_the_packs_are_one_step_away(opened: Opened) -> None:
    page_of(opened).packs.click()
    opened.until_title("Pakker")
    opened.do("go.back")
    opened.until_title("Bibliotek")


def test_a_row_is_read_as_one_sentence(opened: Opened) -> None:
    search(opened, "Kalmarunionen", 1)
    page = page_of(opened)
    opened.until(lambda: page.list.rows.hit_at(0) is not None)
    table = QAccessible.queryAccessibleInterface(page.list)
    children = (table.child(at) for at in range(table.childCount()))
    said = [child.text(QAccessible.Text.Name) for child in children]
    assert "Hvad kaldes unionen fra 1397? Begreb, nyt." in said

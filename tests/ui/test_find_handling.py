"""»Find handling« finds what one types, and Enter does nothing rash."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui import find_handling
from quizapp.ui.actions import Actions
from quizapp.ui.find_handling import FindHandling
from quizapp.ui.find_hits import Group, Hit, in_groups
from quizapp.ui.study.finish_column import coming_text


@pytest.fixture
def find(qtbot: QtBot) -> FindHandling:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1180, 800)
    opened = FindHandling(Actions(window), window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    opened.open()
    return opened


def shown(find: FindHandling) -> list[Hit]:
    """Return what is listed, from the top down."""
    QApplication.processEvents()
    return [row.hit for row in find._rows if row.isVisibleTo(find)]


def found(find: FindHandling, query: str) -> list[str]:
    find.field.edit.setText(query)
    QApplication.processEvents()
    return [hit.text for hit in shown(find)]


def a_question(text: str, done: list[str]) -> Hit:
    """Return a question that notes what is done with it."""
    more = tuple(
        Hit(text=what, icon="target", act=partial(done.append, f"{what} {text}"))
        for what in ("Vis", "Øv")
    )
    return Hit(
        text=text,
        icon="hash",
        act=lambda: done.append(text),
        group=Group.QUESTION,
        note="Pakken",
        more=more,
    )


def current(find: FindHandling) -> str:
    """Return what Enter would do."""
    return next(row.hit.text for row in find._rows if row.is_current)


def press(find: FindHandling, key: Qt.Key) -> None:
    QTest.keyClick(find.field.edit, key)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("indst", "Indstillinger"),
        ("udskriv", "Bibliotek"),
        ("prøve", "Prøveeksamen"),
        ("navn", "Skift profil …"),
        ("tidslinje", "Øv"),
        ("fuld", "Fuld skærm"),
    ],
)
def test_what_one_would_type_is_found(find: FindHandling, query: str, first: str) -> None:
    assert found(find, query)[0] == first


def test_a_name_comes_before_what_is_found_by_other_words(find: FindHandling) -> None:
    assert found(find, "eks")[0].startswith("Eks")


def test_enter_on_arrival_does_not_leave_the_program(find: FindHandling) -> None:
    names = found(find, "")
    actions = [hit.text for hit in shown(find) if hit.group is Group.ACTION]
    assert names[0] == "Dagens runde"
    assert actions[-1] == "Afslut Quizapp"


def test_actions_come_before_questions_and_these_before_pages() -> None:
    page = Hit(text="Fremgang", icon="", act=list, group=Group.PAGE)
    action = Hit(text="Dagens runde", icon="", act=list)
    question = a_question("Hvem?", [])
    assert in_groups([page, action], [question]) == [action, question, page]


def test_questions_that_come_later_leave_the_choice_as_it_was(find: FindHandling) -> None:
    found(find, "indst")
    find.show_questions("indst", [a_question("Hvad blev indstillet?", [])], 1)
    assert "Hvad blev indstillet?" in [hit.text for hit in shown(find)]
    assert current(find) == "Indstillinger"


def test_where_nothing_else_fits_the_first_question_is_the_one(find: FindHandling) -> None:
    done: list[str] = []
    found(find, "qqq")
    find.show_questions("qqq", [a_question("Hvad er qqq?", done)], 1)
    press(find, Qt.Key.Key_Return)
    assert done == ["Hvad er qqq?"]


def test_questions_of_an_older_query_are_passed_over(find: FindHandling) -> None:
    found(find, "qqqq")
    find.show_questions("qqq", [a_question("Hvad er qqq?", [])], 1)
    assert shown(find) == []


def test_tab_shows_what_else_can_be_done(find: FindHandling) -> None:
    done: list[str] = []
    found(find, "qqq")
    find.show_questions("qqq", [a_question("Hvad?", done)], 1)
    press(find, Qt.Key.Key_Tab)
    assert [hit.text for hit in shown(find)] == ["Vis", "Øv"]
    press(find, Qt.Key.Key_Down)
    press(find, Qt.Key.Key_Return)
    assert done == ["Øv Hvad?"]


def test_escape_leads_back_from_there_before_it_closes(find: FindHandling) -> None:
    found(find, "qqq")
    find.show_questions("qqq", [a_question("Hvad?", [])], 1)
    press(find, Qt.Key.Key_Tab)
    press(find, Qt.Key.Key_Escape)
    assert [hit.text for hit in shown(find)] == ["Hvad?"]
    assert not find.isHidden()


def test_the_list_is_as_high_as_what_is_in_it(find: FindHandling) -> None:
    found(find, "qqq")
    find.show_questions("qqq", [a_question(f"Hvad {n}?", []) for n in "abc"], 3)
    press(find, Qt.Key.Key_Tab)
    assert shown(find)
    for row in find._rows:
        top = row.mapTo(find._scroll, QPoint(0, 0)).y()
        assert 0 <= top <= find._scroll.height() - row.height()


def test_tab_on_a_plain_command_changes_nothing(find: FindHandling) -> None:
    before = found(find, "fuld")
    press(find, Qt.Key.Key_Tab)
    assert [hit.text for hit in shown(find)] == before
    assert find.field.edit.hasFocus()


def test_count_and_first_are_said_once_when_one_stops_typing(
    find: FindHandling, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(find_handling, "announce", lambda _widget, text: said.append(text))
    for query in ("f", "fu", "ful", "fuld"):
        found(find, query)
    QTest.qWait(find_handling.ANNOUNCE_AFTER_MS + 100)
    assert said == ["1 fundet. Fuld skærm, F11"]


def test_escape_closes_it(find: FindHandling) -> None:
    QTest.keyClick(find.field.edit, Qt.Key.Key_Escape)
    assert find.isHidden()


@pytest.mark.parametrize(
    ("tomorrow", "week", "text"),
    [
        (3, 4, "3 i morgen, 4 senere på ugen."),
        (1, 0, "1 i morgen."),
        (0, 2, "2 senere på ugen."),
    ],
)
def test_nothing_is_said_of_days_on_which_nothing_comes(
    tomorrow: int, week: int, text: str
) -> None:
    assert coming_text(tomorrow, week) == text

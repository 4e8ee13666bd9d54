"""»Find handling« finds what one types, and Enter does nothing rash."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.actions import Actions
from quizapp.ui.find_handling import FindHandling, HitRow
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


def found(find: FindHandling, query: str) -> list[str]:
    find.field.edit.setText(query)
    QApplication.processEvents()
    rows = [row for row in find.findChildren(HitRow) if row.isVisibleTo(find)]
    return [row.hit.text for row in rows]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("mørk", "Indstillinger"),
        ("moerkt", "Indstillinger"),
        ("skrift", "Indstillinger"),
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
    assert names[0] != "Afslut Quizapp"
    assert names[-1] == "Afslut Quizapp"


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

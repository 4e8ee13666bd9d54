"""Each kind of question is answered by keys alone, and says exactly what was answered."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.clock import FixedClock
from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import (
    Answer,
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Rated,
    Typed,
    TypedList,
    WrittenAndRated,
)
from quizapp.questions.kinds import Question
from quizapp.ui.study.page import StudyPage
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Tick
from tests.screens import samples as s
from tests.ui.pages.conftest import ShowPage

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Space": Qt.Key.Key_Space,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Del": Qt.Key.Key_Delete,
}
CONTROL = Qt.KeyboardModifier.ControlModifier


def focused_part() -> QWidget:
    """Return the part that has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    return focused


def press(*keys: str) -> None:
    """Press keys by name, or type a text, in whatever has the focus."""
    for key in keys:
        focused = focused_part()
        if key in KEYS:
            QTest.keyClick(focused, KEYS[key])
        else:
            QTest.keyClicks(focused, key)
        QApplication.processEvents()


def answers_of(page: StudyPage) -> list[Any]:
    """Return a list that fills with what the page answers and rates."""
    given: list[Any] = []
    page.answered.connect(given.append)
    page.rated.connect(given.append)
    return given


CASES = {
    "a date": (s.DATE, ("5/9", "Enter"), Typed("5/9")),
    "a number": (s.NUMBER, ("60.000", "Enter"), Typed("60.000")),
    "a term": (s.TERM, ("Manchuriet", "Enter"), Typed("Manchuriet")),
    "a choice by digit": (s.CHOICE, ("2",), Picked(s.SHOWN[s.CHOICE.id].options[1])),
    "a choice by letter": (s.CHOICE, ("c",), Picked(s.SHOWN[s.CHOICE.id].options[2])),
    "a choice by arrows": (
        s.CHOICE,
        ("Down", "Down", "Enter"),
        Picked(s.SHOWN[s.CHOICE.id].options[1]),
    ),
    "several options": (
        s.MULTIPLE,
        ("2", "3", "4", "3", "Enter"),
        PickedMany((s.SHOWN[s.MULTIPLE.id].options[1], s.SHOWN[s.MULTIPLE.id].options[3])),
    ),
    "an order": (
        s.ORDERING,
        ("Down", "Space", "Down", "Space", "Enter"),
        Ordered(tuple(s.SHOWN[s.ORDERING.id].options[at] for at in (0, 2, 1, 3, 4, 5))),
    ),
    "an order put back": (
        s.ORDERING,
        ("Space", "Down", "Esc", "Enter"),
        Ordered(s.SHOWN[s.ORDERING.id].options),
    ),
    "pairs": (
        s.MATCHING,
        ("1", "b", "3", "a", "Enter"),
        Matched(
            (
                (s.MATCHING.pairs[0][0], s.SHOWN[s.MATCHING.id].right[1]),
                (s.MATCHING.pairs[2][0], s.SHOWN[s.MATCHING.id].right[0]),
            )
        ),
    ),
    "gaps": (
        s.CLOZE,
        ("sydlige", "Enter", "Sakhalin", "Tab", "erstatning", "Enter"),
        TypedList(("sydlige", "Sakhalin", "erstatning")),
    ),
    "a list": (
        s.ENUMERATION,
        ("Rusland", "Enter", "Tyskland", "Enter", "Frankrig", "Enter"),
        TypedList(("Rusland", "Tyskland", "Frankrig")),
    ),
    "a list with commas": (
        s.ENUMERATION,
        ("Rusland, Tyskland, Frankrig", "Enter", "Enter"),
        TypedList(("Rusland", "Tyskland", "Frankrig")),
    ),
    "a card": (s.FLASHCARD, ("Space", "4"), Rated(4)),
    "a card as remembered": (s.FLASHCARD, ("Enter", "Enter"), Rated(3)),
}


@pytest.mark.parametrize(("question", "keys", "answer"), CASES.values(), ids=CASES.keys())
def test_keys_alone_answer(
    show_page: ShowPage,
    clock: FixedClock,
    question: Question,
    keys: tuple[str, ...],
    answer: object,
) -> None:
    page = show_page(s.asking(question))
    given = answers_of(page)
    for key in keys:
        clock.move(seconds=1)
        press(key)
    assert given == [answer]


def test_a_turned_card_asks_how_well_it_was_remembered(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.FLASHCARD))
    press("Space")
    labels = [label.text() for label in page.findChildren(WrappingLabel) if label.isVisible()]
    assert "Hvor godt huskede du det?" in labels


def test_a_turned_card_says_which_passage_it_leads_to(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.FLASHCARD))
    press("Space")
    names = [button.accessibleName() for button in page.findChildren(Button)]
    assert "Vis i teksten, afsnit 2" in names


def test_an_own_text_is_compared_and_then_rated(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.OPEN))
    given = answers_of(page)
    press("Japan")
    QTest.keyClick(focused_part(), Qt.Key.Key_Return, CONTROL)
    press("2")
    assert given == [WrittenAndRated("Japan", 2)]


def compare_with_model(page: StudyPage) -> tuple[Tick, ...]:
    """Write an answer to an open question, compare it, and return the rows of the rubric."""
    press("Japan")
    QTest.keyClick(focused_part(), Qt.Key.Key_Return, CONTROL)
    return tuple(page.findChildren(Tick))


def test_a_ticked_row_keeps_the_focus_and_says_what_it_comes_to(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.OPEN))
    rows = compare_with_model(page)
    press("Space")
    shown = [label.text() for label in page.findChildren(WrappingLabel) if label.isVisible()]
    assert f"1 af {len(rows)} – det svarer til »Noget af det«." in shown
    assert focused_part() is rows[0]


def test_arrows_walk_along_the_rubric(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.OPEN))
    rows = compare_with_model(page)
    press("Space", "Down", "Space")
    assert [row.isChecked() for row in rows[:2]] == [True, True]
    press("Up", "Up", "Space")
    assert [row.isChecked() for row in rows[:2]] == [False, True]


def test_enter_goes_from_the_rubric_to_the_rating_it_comes_to(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.OPEN))
    given = answers_of(page)
    compare_with_model(page)
    press("Space", "Enter")
    assert "Noget af det" in focused_part().accessibleName()
    assert given == []


@pytest.mark.parametrize("question", [s.DATE, s.NUMBER, s.TERM, s.CLOZE, s.ENUMERATION])
def test_enter_in_an_empty_field_is_not_marked(show_page: ShowPage, question: Question) -> None:
    page = show_page(s.asking(question))
    given = answers_of(page)
    press(*(["Enter"] * 3))
    assert given == []


@pytest.mark.parametrize("question", [s.DATE, s.NUMBER], ids=lambda it: type(it).__name__)
def test_a_text_that_cannot_be_read_is_repeated_only_in_part(
    show_page: ShowPage, question: Question
) -> None:
    page = show_page(s.asking(question))
    press("soldaterne " * 9, "Enter")
    assert page.card is not None
    said = "\n".join(label.text() for label in page.card.view.findChildren(WrappingLabel))
    assert "»soldaterne soldaterne soldaterne soldat…«" in said


def test_an_empty_field_says_what_to_do(show_page: ShowPage) -> None:
    show_page(s.asking(s.DATE))
    press("Enter")
    assert "Ved ikke" in focused_part().accessibleDescription()


def test_enter_with_no_option_chosen_answers_nothing(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.CHOICE))
    given = answers_of(page)
    press("Enter")
    assert given == []


NOT_KNOWN = (
    (s.FLASHCARD, Rated(1), s.FLASHCARD.back),
    (s.OPEN, WrittenAndRated("", 1), s.OPEN.model),
)


@pytest.mark.parametrize(("question", "nothing", "right"), NOT_KNOWN, ids=("card", "open"))
def test_who_does_not_know_is_shown_the_answer_though_she_rates_herself(
    show_page: ShowPage, question: Question, nothing: Answer, right: str
) -> None:
    page = show_page(s.asking(question))
    told = "Du har selv bedømt svaret."
    judged = s.judged(question, nothing, Outcome.WRONG, feedback=told, correct="", rule="self")
    page.show_turn(judged, can_undo=True)
    QApplication.processEvents()
    shown = [label.text() for label in page.findChildren(WrappingLabel) if label.isVisible()]
    assert right in shown
    assert "Ikke besvaret" in shown
    assert told not in shown


@pytest.mark.parametrize("question", s.ALL_KINDS, ids=lambda it: type(it).__name__)
def test_not_knowing_answers_nothing_of_the_right_kind(
    show_page: ShowPage, qtbot: QtBot, question: Question
) -> None:
    page = show_page(s.asking(question))
    with qtbot.waitSignal(page.answered) as caught:
        page.answer_nothing()
    assert isinstance(caught.args, list)
    empty = (
        Typed(""),
        Picked(""),
        PickedMany(()),
        Ordered(()),
        Matched(()),
        TypedList(()),
        Rated(1),
        WrittenAndRated("", 1),
    )
    assert caught.args[0] in empty

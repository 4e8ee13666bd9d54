"""What a sitting shows must be about the question it stands by."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.base.texts import say
from quizapp.grading.grade import grade
from quizapp.grading.options import MarkingOptions
from quizapp.questions.answers import (
    Answer,
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Typed,
    TypedList,
)
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Medium
from quizapp.study.flow import Judged, Picture
from quizapp.ui.study.outcome_part import TextLink
from quizapp.ui.widgets.label import WrappingLabel
from tests.screens import samples as s
from tests.screens import scenes
from tests.ui.pages.conftest import ShowPage
from tests.ui.pages.window import ELEVEN, Opened, opened_window

TAKEN_BACK = "Svaret er taget tilbage."


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def test_a_text_that_comes_late_is_not_shown_before_the_next_answer(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_CHOICE)
    page.show_turn(s.asking(s.DATE), can_undo=True)
    page.show_text(s.PASSAGES)
    assert page.stage.text is None


def test_the_way_from_the_text_stays_when_the_answer_is_overruled(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_CHOICE)
    page.show_text(s.PASSAGES)
    page.show_turn(replace(scenes.WRONG_CHOICE, is_overruled=True), can_undo=True)
    assert page.card is not None
    assert page.card.outcome is not None
    links = page.card.outcome.findChildren(TextLink)
    assert [link.accessibleName() for link in links] == ["Skjul teksten"]


def test_what_was_told_of_the_answer_taken_back_goes_with_the_next(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.type("5. juni 1850")
    opened.until_judged()
    opened.press(Qt.Key.Key_Z, control=True)
    opened.until_asked()
    opened.until(lambda: TAKEN_BACK in opened.words())
    opened.type("5. juni 1849")
    opened.until_judged()
    assert TAKEN_BACK not in opened.words()


NOTHING_GIVEN: tuple[tuple[Question, Answer], ...] = (
    (s.DATE, Typed("")),
    (s.CHOICE, Picked("")),
    (s.MULTIPLE, PickedMany(())),
    (s.ORDERING, Ordered(())),
    (s.MATCHING, Matched(())),
    (s.CLOZE, TypedList(())),
    (s.ENUMERATION, TypedList(())),
)


def not_known(question: Question, answer: Answer) -> Judged:
    """Return what marking says of no answer."""
    verdict = grade(question, answer, MarkingOptions())
    feedback = say(verdict.message)
    judged = s.judged(question, answer, verdict.outcome, feedback=feedback, correct="")
    return replace(judged, verdict=verdict)


@pytest.mark.parametrize(
    ("question", "answer"), NOTHING_GIVEN, ids=lambda it: type(it).__name__ if it else ""
)
def test_who_does_not_know_is_told_so_and_not_what_she_got_wrong(
    show_page: ShowPage, question: Question, answer: Answer
) -> None:
    page = show_page(s.asking(question))
    page.show_turn(not_known(question, answer), can_undo=True)
    assert page.card is not None
    assert page.card.outcome is not None
    said = page.card.outcome.spoken
    assert said.startswith("Ikke besvaret. Helt i orden – her er svaret.")
    assert not page.can_overrule


def test_an_order_that_nobody_made_is_not_marked_as_right(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.ORDERING))
    page.show_turn(not_known(s.ORDERING, Ordered(())), can_undo=True)
    QApplication.processEvents()
    shown = [label.text() for label in page.findChildren(WrappingLabel) if label.isVisible()]
    assert "Rigtig plads" not in shown
    assert "Rigtig rækkefølge" in shown


def test_what_the_menu_offered_for_the_question_goes_with_the_question(
    show_page: ShowPage,
) -> None:
    page = show_page(scenes.WRONG_NUMBER.asking)
    page.strip.more.click()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    page.show_turn(scenes.WRONG_NUMBER, can_undo=True)
    assert not menu.isVisible()


def test_a_card_with_a_picture_fits_its_page(show_page: ShowPage, tmp_path: Path) -> None:
    image = QImage(220, 330, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(tmp_path / "kort.png"))
    asking = s.asking(s.FLASHCARD)
    picture = Picture(tmp_path / "kort.png", Medium(name="kort.png", alt="Et kort"))
    page = show_page(replace(asking, shown=replace(asking.shown, picture=picture)))
    QTest.qWait(50)
    assert page.stage.area.verticalScrollBar().maximum() == 0

"""Keys that come faster than the page changes: the focus is where the sitting goes on, at once.

A key waits in the queue while an answer is stored, and is given to whatever has the focus when the
verdict comes, before any event that shows what is new on the page.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from quizapp.base.clock import FixedClock
from quizapp.questions.kinds import Question, kind_of
from quizapp.study.flow import FlowState, Judged
from quizapp.ui.study.next_button import NextButton
from quizapp.ui.study.page import StudyPage
from tests.screens import samples as s
from tests.screens import scenes
from tests.ui.pages.conftest import ShowPage

KINDS = (
    *(s.DATE, s.NUMBER, s.TERM, s.CHOICE, s.MULTIPLE, s.ORDERING),
    *(s.MATCHING, s.CLOZE, s.ENUMERATION, s.FLASHCARD, s.OPEN),
)
JUDGED = (
    *(scenes.RIGHT_DATE, scenes.WRONG_NUMBER, scenes.ALMOST_TERM, scenes.WRONG_CHOICE),
    *(scenes.ALMOST_MULTIPLE, scenes.WRONG_ORDER, scenes.WRONG_PAIRS, scenes.ALMOST_CLOZE),
)


@contextmanager
def focus_gone_through() -> Iterator[list[QWidget | None]]:
    """Give a list of what has had the focus, one after another."""
    seen: list[QWidget | None] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def on_changed(_old: QWidget | None, new: QWidget | None) -> None:
        seen.append(new)

    app.focusChanged.connect(on_changed)
    try:
        yield seen
    finally:
        app.focusChanged.disconnect(on_changed)


def turn(page: StudyPage, state: FlowState) -> None:
    """Show a state, as the end of some work does: no event comes in between."""
    page.show_turn(state, can_undo=True)


@pytest.mark.parametrize("judged", JUDGED, ids=lambda it: kind_of(it.asking.question).name)
def test_a_verdict_has_the_way_on_focused_at_once(show_page: ShowPage, judged: Judged) -> None:
    page = show_page(judged.asking)
    turn(page, judged)
    assert isinstance(QApplication.focusWidget(), NextButton)


@pytest.mark.parametrize("question", KINDS, ids=lambda it: kind_of(it).name)
def test_the_next_question_is_answered_at_once(show_page: ShowPage, question: Question) -> None:
    page = show_page(scenes.ALMOST_DATE)
    turn(page, s.asking(question))
    assert page.card is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is page.card.view or page.card.view.isAncestorOf(focused)


def test_the_end_of_a_round_has_its_button_focused_at_once(show_page: ShowPage) -> None:
    page = show_page(scenes.ALMOST_DATE)
    turn(page, s.FINISHED)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Færdig"


@pytest.mark.parametrize("state", [scenes.RIGHT_DATE, s.asking(s.NUMBER), s.FINISHED])
def test_the_way_out_never_has_the_focus_on_the_way(show_page: ShowPage, state: FlowState) -> None:
    page = show_page(s.asking(s.DATE))
    if state is not scenes.RIGHT_DATE:
        turn(page, scenes.RIGHT_DATE)
        QApplication.processEvents()
    with focus_gone_through() as seen:
        turn(page, state)
        QApplication.processEvents()
    buttons = [page.strip.leave, page.strip.more]
    assert not [part for part in seen if part in buttons]


def enter(*, is_held: bool = False) -> None:
    """Press Enter where the focus is, or let one that is held down repeat."""
    focused = QApplication.focusWidget()
    assert focused is not None
    if is_held:
        key, none = Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
        held = QKeyEvent(QEvent.Type.KeyPress, key, none, "\r", autorep=True)
        QApplication.sendEvent(focused, held)
    else:
        QTest.keyClick(focused, Qt.Key.Key_Return)
    QApplication.processEvents()


def answers_of(page: StudyPage) -> list[object]:
    """Return a list that fills with what the page answers, rates and wishes."""
    given: list[object] = []
    for said in (page.answered, page.rated, page.wished):
        said.connect(given.append)
    return given


@pytest.mark.parametrize("is_held", [False, True])
def test_an_enter_too_many_rates_no_card_that_was_just_turned(
    show_page: ShowPage, clock: FixedClock, *, is_held: bool
) -> None:
    page = show_page(s.asking(s.FLASHCARD))
    given = answers_of(page)
    clock.move(seconds=1)
    enter()
    clock.move(seconds=is_held)
    enter(is_held=is_held)
    assert given == []
    clock.move(seconds=1)
    enter()
    assert len(given) == 1


def test_an_enter_too_many_turns_no_card(show_page: ShowPage, clock: FixedClock) -> None:
    page = show_page(s.asking(s.FLASHCARD))
    enter()
    assert page.card is not None
    assert page.card.view.can_submit()
    clock.move(seconds=1)
    enter()
    assert not page.card.view.can_submit()


def test_an_enter_too_many_is_no_answer_to_an_order(show_page: ShowPage, clock: FixedClock) -> None:
    page = show_page(s.asking(s.ORDERING))
    given = answers_of(page)
    enter()
    assert given == []
    clock.move(seconds=1)
    enter()
    assert len(given) == 1


def test_who_has_moved_something_answers_as_soon_as_she_likes(show_page: ShowPage) -> None:
    page = show_page(s.asking(s.ORDERING))
    given = answers_of(page)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    enter()
    assert len(given) == 1


def test_the_key_that_leaves_the_last_verdict_leaves_no_summary_unseen(
    show_page: ShowPage, clock: FixedClock
) -> None:
    page = show_page(s.FINISHED)
    given = answers_of(page)
    enter()
    assert given == []
    clock.move(seconds=1)
    enter()
    assert len(given) == 1

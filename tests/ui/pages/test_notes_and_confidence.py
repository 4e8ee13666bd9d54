"""A learner's own note and how sure she is, in a sitting."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from quizapp.bank.bank import Bank
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from quizapp.study.preferences import CONFIDENCE_KEY
from quizapp.ui.study.confidence_part import ConfidencePart
from tests.builders import a_bank, a_clock
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        yield opened


def wish(opened: Opened, key: str) -> None:
    """Switch a setting on, in the thread that has the bank."""
    desk = opened.routes._services.desk
    opened.ask(lambda: desk.set_preference(key, value=True))


def begun(opened: Opened) -> Asking:
    opened.routes.begin(Plan(limit=3))
    return opened.until_asked()


def write_note(opened: Opened, text: str) -> None:
    opened.do("question.note")
    opened.until(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)
    QTest.keyClick(focused, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: "Noten er gemt." in opened.words())


def reviews(home: Path, opened: Opened) -> list[int | None]:
    """Return how sure the learner said she was, answer by answer."""
    opened.window.close_bank()
    bank: Bank = a_bank(home, a_clock(), seed=9)
    with bank.read() as reader:
        rows = reader._driver.execute("SELECT confidence FROM review ORDER BY tick").fetchall()
    bank.close()
    return [row[0] for row in rows]


def test_a_note_is_shown_after_the_answer_and_not_before(opened: Opened) -> None:
    begun(opened)
    write_note(opened, "Husk junidagene")
    assert "Din note: Husk junidagene" not in opened.words()
    opened.do("question.unknown")
    opened.until_judged()
    opened.until(lambda: "Din note: Husk junidagene" in opened.words())


def test_a_note_written_after_the_answer_is_shown_at_once(opened: Opened) -> None:
    begun(opened)
    opened.do("question.unknown")
    opened.until_judged()
    write_note(opened, "Husk junidagene")
    opened.until(lambda: "Din note: Husk junidagene" in opened.words())


def test_a_note_is_there_the_next_time_the_question_is_asked(opened: Opened) -> None:
    asking = begun(opened)
    write_note(opened, "Husk junidagene")
    opened.routes.begin(Plan(cards=(asking.card,)))
    opened.until(lambda: isinstance(opened.state, Asking) and opened.state.note != "")


def test_writing_a_note_leaves_the_question_unanswered(opened: Opened) -> None:
    asking = begun(opened)
    write_note(opened, "Husk junidagene")
    assert opened.state == asking


def test_nobody_is_asked_how_sure_she_is_unless_she_wants_it(opened: Opened) -> None:
    begun(opened)
    assert "Hvor sikker er du?" not in opened.words()


def test_how_sure_she_was_is_stored_with_the_answer(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        wish(opened, CONFIDENCE_KEY)
        begun(opened)
        opened.until(lambda: "Hvor sikker er du?" in opened.words())
        opened.button("Helt sikker").click()  # type: ignore[attr-defined]  # a button
        opened.do("question.unknown")
        opened.until_judged()
        assert reviews(tmp_path, opened) == [3]


def test_an_answer_without_it_says_nothing_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        begun(opened)
        opened.do("question.unknown")
        opened.until_judged()
        assert reviews(tmp_path, opened) == [None]


def test_no_choice_is_made_for_her(qtbot: QtBot) -> None:
    part = ConfidencePart()
    qtbot.addWidget(part)
    assert part.value is None

"""An answer can be taken back from »I dag« once its round is over, and be brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.study.flow import Finished
from quizapp.ui.shell import HOME
from quizapp.ui.study.wishes import Wish
from tests.builders import LOG, difference, rows_of
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        yield opened


def bank_of(opened: Opened) -> Path:
    """Return the only bank there is."""
    (bank,) = opened.home.rglob("*.quizbank")
    return bank


def answer_one(opened: Opened) -> None:
    """Answer one question of the day's round, wrong or not, and go back to »I dag«."""
    opened.do("round.start")
    opened.until_asked()
    opened.do("question.unknown")
    opened.until_judged()
    opened.do("round.leave")
    opened.until(lambda: isinstance(opened.state, Finished))
    opened.routes.study.do(Wish.LEAVE)
    opened.until_title("I dag")


def test_an_answer_is_taken_back_from_home_and_brought_back(opened: Opened) -> None:
    before = rows_of(bank_of(opened), LOG)
    answer_one(opened)
    after = rows_of(bank_of(opened), LOG)
    opened.do("edit.undo")
    opened.until(lambda: "Dit svar er taget tilbage" in opened.words())
    assert not difference(before, rows_of(bank_of(opened), LOG))
    opened.do("edit.redo")
    opened.until(lambda: "Dit svar gælder igen" in opened.words())
    assert not difference(after, rows_of(bank_of(opened), LOG))


def test_with_nothing_answered_undo_says_so(opened: Opened) -> None:
    opened.do("edit.undo")
    opened.until(lambda: "Der er ikke noget svar at tage tilbage." in opened.words())


def test_elsewhere_an_answer_is_not_taken_back(opened: Opened) -> None:
    answer_one(opened)
    opened.do("app.settings")
    opened.until_title("Indstillinger")
    assert not opened.can_do("edit.undo")
    assert not opened.can_do("edit.redo")
    opened.do(HOME)
    opened.until_title("I dag")
    assert opened.can_do("edit.redo")

"""What stands in place of the pages when the bank cannot be opened."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.bank.errors import BankBusyError, disk_full
from quizapp.base.errors import QuizappError
from quizapp.ui.trouble_page import TroublePage
from quizapp.ui.widgets.label import WrappingLabel
from tests.ui.pages.window import Opened, opened_window


def words_of(qtbot: QtBot, error: QuizappError) -> str:
    """Return what the page says of an error."""
    page = TroublePage(Path("bank.quizbank"), error)
    qtbot.addWidget(page)
    return " ".join(label.text() for label in page.findChildren(WrappingLabel))


def test_a_full_disk_speaks_of_no_answer_before_one_is_given(qtbot: QtBot) -> None:
    words = words_of(qtbot, disk_full())
    assert "Disken er fuld. " in words
    assert "svar er ikke gemt" not in words


def test_another_trouble_is_said_in_its_own_words(qtbot: QtBot) -> None:
    assert "Et andet program bruger filen." in words_of(qtbot, BankBusyError("busy"))


@pytest.mark.filterwarnings("error")
def test_no_key_does_two_things_before_there_are_pages(qtbot: QtBot, tmp_path: Path) -> None:
    shared: list[list[str]] = []

    def look(opened: Opened) -> None:
        keys: dict[str, list[str]] = {}
        for action in opened.window.actions():
            for key in action.shortcuts() if action.isEnabled() else ():
                keys.setdefault(key.toString(), []).append(action.objectName())
        shared.extend(names for names in keys.values() if len(names) > 1)

    with opened_window(qtbot, tmp_path, meanwhile=look):
        assert not shared

"""What is being written goes on in another language: every step back, and every word typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.base.texts import use_language
from quizapp.ui.editor.page import EditorPage
from quizapp.ui.editor.question_commands import add
from quizapp.ui.language import DANISH, ENGLISH, speak
from tests.ui.pages.editor_desk import Desk, new_pack


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with new_pack(qtbot, tmp_path) as made:
        yield made
    speak(qapp, DANISH)
    use_language(DANISH)


def choose(desk: Desk, code: str) -> None:
    """Choose a language in the settings, and come back to the pack."""
    opened = desk.opened
    opened.do("app.settings")
    before = opened.routes
    tiles = {tile.value: tile for tile in before.settings.page.languages.tiles}
    tiles[code].click()
    opened.until(lambda: opened.routes is not before)
    opened.until(lambda: opened.routes.editor.route.writing is not None)
    opened.do("go.authoring")
    opened.until_title("Min pakke")


def test_what_was_done_before_can_be_taken_back_after(desk: Desk) -> None:
    add(desk.writing)
    desk.term("Hvad hed unionen fra 1397?", "Kalmarunionen")
    before = desk.writing
    choose(desk, ENGLISH)
    assert desk.writing is not before
    assert desk.writing.document is before.document
    assert desk.writing.chosen == before.chosen
    assert "Export" in desk.writing.page.export.text()
    desk.writing.undo()
    assert "Kalmarunionen" not in desk.writing.document.text
    desk.writing.redo()
    assert "svar: Kalmarunionen" in desk.saved()


def test_what_is_written_after_is_saved_once_and_nothing_clashes(desk: Desk) -> None:
    add(desk.writing)
    desk.term("Hvad?", "Det")
    choose(desk, ENGLISH)
    desk.fill("svar", "Noget andet")
    assert "svar: Noget andet" in desk.saved()
    assert desk.writing.page.notice.isHidden()
    # The journal goes after the file is written, in the same piece of work.
    journals = "home/**/editing/????????????????????.json"
    desk.opened.until(lambda: not list(desk.folder.parent.glob(journals)))


def test_the_page_of_the_language_before_goes(desk: Desk, qtbot: QtBot) -> None:
    add(desk.writing)
    desk.term("Hvad?", "Det")
    for code in (ENGLISH, DANISH, ENGLISH):
        choose(desk, code)
        desk.writing.session.save()
    qtbot.wait(200)
    # The one that is shown, and the one set aside until the language changes again.
    pages = [one for one in QApplication.allWidgets() if isinstance(one, EditorPage)]
    assert len(pages) <= 2

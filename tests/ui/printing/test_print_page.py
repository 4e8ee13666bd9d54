"""The page where a pack is made ready for paper."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quizapp.packs.reader import read_pack
from quizapp.ui.printing.compose import Part
from quizapp.ui.printing.page import PrintPage
from tests.ui.pages.window import ELEVEN, opened_window


@pytest.fixture
def page(qtbot: QtBot) -> PrintPage:
    pack = read_pack(ELEVEN).pack
    assert pack is not None
    shown = PrintPage(pack)
    qtbot.addWidget(shown)
    shown.resize(900, 800)
    shown.show()
    return shown


def test_sheets_and_key_are_chosen_at_first(page: PrintPage) -> None:
    assert page.wish.parts == (Part.SHEETS, Part.KEY)
    assert (page.wish.count, page.wish.seed) == (None, 1)
    assert page.pages


def test_what_is_chosen_changes_the_pages(page: PrintPage) -> None:
    before = len(page.pages)
    page.ticks[Part.CARDS].toggle()
    assert len(page.pages) > before
    page.count.set_text("2")
    page.seed.set_text("4711")
    assert (page.wish.count, page.wish.seed) == (2, 4711)
    page.count.set_text("alle")
    assert page.wish.count is None


def test_nothing_chosen_is_nothing_to_print(page: PrintPage) -> None:
    for tick in page.ticks.values():
        tick.setChecked(False)
    assert not page.pages
    assert not page.save.isEnabled()


def test_a_pdf_and_a_file_are_made_from_the_packs_page(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path / "hjem", ELEVEN) as opened:
        opened.do("go.library")
        opened.until(lambda: opened.title == "Bibliotek")
        opened.routes.questions.page.packs_asked.emit()
        opened.until(lambda: opened.title == "Pakker")
        opened.routes.library.save("dk.quizapp.test.elleve", "Elleve", tmp_path / "a.quizpack")
        opened.until((tmp_path / "a.quizpack").exists)
        opened.click("Udskriv »Elleve svarformer«")
        opened.until(lambda: opened.title == "Udskriv")
        [shown] = opened.window.findChildren(PrintPage)
        opened.routes.printing.save_as(shown, tmp_path / "a.pdf")
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
        shown.left.emit()
        opened.until(lambda: opened.title == "Pakker")

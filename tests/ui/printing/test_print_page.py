"""The page where a pack is made ready for paper."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.ids import QuestionId
from quizapp.packs.reader import read_pack
from quizapp.ui.printing.compose import Part
from quizapp.ui.printing.page import PrintPage
from quizapp.ui.tasks import TaskRunner
from tests.ui.pages.window import ELEVEN, opened_window


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.stop()


@pytest.fixture
def page(qtbot: QtBot, runner: TaskRunner) -> PrintPage:
    pack = read_pack(ELEVEN).pack
    assert pack is not None
    shown = PrintPage(pack, runner, "Pakker")
    qtbot.addWidget(shown)
    shown.resize(900, 800)
    with qtbot.waitSignal(shown.composed):
        shown.show()
    return shown


def test_sheets_and_key_are_chosen_at_first(page: PrintPage) -> None:
    assert page.wish.parts == (Part.SHEETS, Part.KEY)
    assert (page.wish.count, page.wish.seed) == (None, 1)
    assert page.pages


def test_what_is_chosen_changes_the_pages(qtbot: QtBot, page: PrintPage) -> None:
    before = len(page.pages)
    with qtbot.waitSignal(page.composed):
        page.ticks[Part.CARDS].toggle()
    assert len(page.pages) > before
    page.count.set_text("2")
    page.seed.set_text("4711")
    assert (page.wish.count, page.wish.seed) == (2, 4711)
    page.count.set_text("alle")
    assert page.wish.count is None


def test_nothing_chosen_is_nothing_to_print(qtbot: QtBot, page: PrintPage) -> None:
    with qtbot.waitSignal(page.composed):
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
        opened.until(lambda: bool(shown.pages))
        opened.routes.printing.save_as(shown, tmp_path / "a.pdf")
        opened.until((tmp_path / "a.pdf").exists)
        assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
        opened.do("go.back")
        opened.until(lambda: opened.title == "Pakker")


@pytest.mark.parametrize("times", [1, 2, 3])
def test_asked_for_more_than_once_it_goes_back_to_where_it_was_asked_for(
    qtbot: QtBot, tmp_path: Path, times: int
) -> None:
    with opened_window(qtbot, tmp_path / "hjem", ELEVEN) as opened:
        opened.do("go.library")
        opened.until_title("Bibliotek")
        opened.routes.questions.page.packs_asked.emit()
        opened.until_title("Pakker")
        for _time in range(times):
            opened.routes.printing.open("dk.quizapp.test.elleve")
        opened.ask(lambda: None)
        assert opened.title.startswith("Udskriv")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        opened.do("go.back")
        opened.until_title("Pakker")


def test_a_page_that_has_gone_meanwhile_is_not_gone_back_to(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path / "hjem", ELEVEN) as opened:
        opened.do("go.library")
        opened.until_title("Bibliotek")
        opened.window._shell.show_page(QWidget(), "go.library", "Tilføj", is_passing=True)
        opened.routes.printing.open("dk.quizapp.test.elleve")
        opened.until_title("Udskriv")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        opened.do("go.back")
        opened.until_title("Bibliotek")


def test_pages_are_laid_out_beside_the_window_and_the_last_choice_is_what_is_shown(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    pack = read_pack(ELEVEN).pack
    assert pack is not None
    questions = tuple(
        replace(one, id=QuestionId(f"{one.id}-{number}"))
        for number in range(40)
        for one in pack.questions
    )
    shown = PrintPage(replace(pack, questions=questions), runner, "Pakker")
    qtbot.addWidget(shown)
    assert not shown.pages
    assert not shown.save.isEnabled()
    shown.show()
    qtbot.waitUntil(shown.busy.isVisible)
    shown.count.set_text("3")
    with qtbot.waitSignal(shown.composed):
        shown.ticks[Part.KEY].setChecked(False)
    assert not shown.busy.isVisible()
    assert [page.count for page in shown.pages if page.has_foot] == [1, 1]
    assert shown.save.isEnabled()


def test_a_page_that_is_left_while_it_is_laid_out_stops_the_work(
    qtbot: QtBot, page: PrintPage, runner: TaskRunner
) -> None:
    page.count.set_text("5")
    page.hide()
    before = page.pages
    done: list[bool] = []
    runner.run(lambda: True, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(done))
    assert page.pages is before

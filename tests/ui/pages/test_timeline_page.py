"""Laying a timeline by keys and by pointer, and reading a text, over a real bank."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from sqlite3 import connect

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.base.clock import FixedClock
from quizapp.base.paths import content_folder
from quizapp.study.timeline import Timeline
from quizapp.ui.practice.read_page import ReadPage
from quizapp.ui.practice.timeline_page import TimelinePage
from quizapp.ui.practice.ways import Way
from quizapp.ui.study.next_button import GUARD_MS
from quizapp.ui.widgets.option_picture import OptionPicture
from tests.screens import illustrated
from tests.screens.practising import a_line, reading
from tests.ui.pages.window import Opened, opened_window, press

PACK = content_folder() / "portsmouth-1905"
Show = Callable[[Timeline], TimelinePage]


@pytest.fixture
def show(qtbot: QtBot, clock: FixedClock) -> Show:
    def shown(line: Timeline) -> TimelinePage:
        page = TimelinePage(clock)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.show_line(line, can_undo=False)
        QApplication.processEvents()
        return page

    return shown


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, PACK) as window:
        yield window


def shown_dates(page: TimelinePage) -> list[str]:
    return [tile.event_shown.date for tile in page.board.tiles if tile.isVisible()]


def test_arrows_digits_and_ends_move_the_place(show: Show) -> None:
    page = show(a_line(5, 4))
    moved = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_1, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        press(key)
        moved.append(page.board.place)
    assert moved == [4, 0, 0, 5, 0]


def test_the_place_says_where_it_is(show: Show) -> None:
    page = show(a_line(5, 4))
    press(Qt.Key.Key_1)
    assert page.board.open_place.accessibleName() == "Plads 1 af 6, før 1868"
    press(Qt.Key.Key_Right)
    assert page.board.open_place.accessibleName() == "Plads 2 af 6, efter 1868, før 1894–1895"


def test_a_picture_of_the_event_stands_on_its_card_and_with_the_verdict(show: Show) -> None:
    line = illustrated.line_with_pictures()
    page = show(line)
    (asked,) = page.findChildren(OptionPicture)
    assert "Ingen del" in asked.said
    page.show_laid(line.judge(0), line.lay(line.judge(0)))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (told,) = page.findChildren(OptionPicture)
    assert "syd for linjen" in told.said


def test_enter_lays_it_where_the_place_is(show: Show) -> None:
    page = show(a_line(5, 4))
    asked: list[object] = []
    page.lay_asked.connect(asked.append)
    press(Qt.Key.Key_2, Qt.Key.Key_Return)
    assert asked == [1]


def test_pressing_between_two_events_moves_the_place_there(show: Show) -> None:
    page = show(a_line(5, 4))
    first = page.board.tiles[0]
    beside = first.mapTo(page.board, QPoint(first.width() + 5, 10))
    QTest.mouseClick(page.board, Qt.MouseButton.LeftButton, pos=beside)
    assert page.board.place == 1
    QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert page.board.place == 0


def test_a_long_line_keeps_the_place_in_view(show: Show) -> None:
    page = show(a_line(9, 1))
    for key in (Qt.Key.Key_1, Qt.Key.Key_5, Qt.Key.Key_End):
        press(key)
        place = page.board.open_place.geometry()
        assert page.board.rect().contains(place)
        assert 3 <= len(shown_dates(page)) < 9
    press(Qt.Key.Key_1)
    assert page.board.place == 0
    assert shown_dates(page)[0] == "44 f.Kr."


def test_the_date_appears_with_the_verdict(show: Show) -> None:
    line = a_line(5, 4)
    page = show(line)
    assert "27. marts 1898" not in shown_dates(page)
    laid = line.judge(0)
    page.show_laid(laid, line.lay(laid))
    QApplication.processEvents()
    assert "27. marts 1898" in shown_dates(page)
    assert page.main.hasFocus()


def test_an_absent_minded_enter_does_not_pass_a_mistake_over(show: Show, clock: FixedClock) -> None:
    line = a_line(5, 4)
    page = show(line)
    laid = line.judge(0)
    page.show_laid(laid, line.lay(laid))
    press(Qt.Key.Key_Return)
    assert page.judged is not None
    clock.move(milliseconds=GUARD_MS)
    press(Qt.Key.Key_Return)
    assert page.judged is None


def test_a_whole_timeline_by_keys_leaves_memory_alone(opened: Opened) -> None:
    opened.do("go.study")
    opened.until_title("Øv")
    practice = opened.routes.practice
    practice.page.ways.choose(Way.TIMELINE)
    practice.page.begin()
    page = practice.line.page
    opened.until(page.isVisible)
    while page.is_asking:
        press(Qt.Key.Key_Return)
        opened.until(lambda: page.judged is not None)
        opened.clock.move(milliseconds=GUARD_MS)
        press(Qt.Key.Key_Return)
    assert page.line is not None
    assert len(page.line.past) == page.line.total > 10
    press(Qt.Key.Key_Return)
    opened.until_title("Øv")
    assert practice.page.isVisible()
    with closing(connect(opened.home / "bank.quizbank")) as bank:
        (begun,) = bank.execute("SELECT count(*) FROM memory WHERE phase > 0").fetchone()
        (answers,) = bank.execute("SELECT count(*) FROM review").fetchone()
    assert (begun, answers) == (0, page.line.total)


def test_a_place_is_taken_back_by_its_key(opened: Opened) -> None:
    opened.do("go.study")
    opened.until_title("Øv")
    practice = opened.routes.practice
    practice.page.ways.choose(Way.TIMELINE)
    practice.page.begin()
    page = practice.line.page
    opened.until(page.isVisible)
    assert not opened.can_do("edit.undo")
    before = page.line
    opened.do("question.unknown")
    opened.until(lambda: page.judged is not None)
    opened.do("edit.undo")
    opened.until(lambda: page.is_asking)
    assert page.line == before
    opened.do("round.leave")
    opened.until_title("Øv")


def test_a_text_is_read_passage_by_passage(opened: Opened) -> None:
    opened.do("go.study")
    opened.until_title("Øv")
    practice = opened.routes.practice
    practice.page.ways.choose(Way.READ)
    practice.page.begin()
    opened.until(practice.text.isVisible)
    press(Qt.Key.Key_Return)
    assert practice.text.title.startswith("Afsnit 2 af ")
    press(Qt.Key.Key_Escape)
    opened.until_title("Øv")


def test_an_arrow_too_many_does_not_end_the_text(qtbot: QtBot) -> None:
    page = reading(8)()
    qtbot.addWidget(page)
    assert isinstance(page, ReadPage)
    ended: list[bool] = []
    page.left.connect(lambda: ended.append(True))
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert not ended
    page.main.click()
    assert ended

"""What stands in place of the pages when the bank cannot be opened."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from quizapp.bank.errors import BankBusyError, BankDamagedError, DiskFullError
from quizapp.base.errors import QuizappError
from quizapp.library.shelf import Shelf
from quizapp.ui import trouble_page
from quizapp.ui.program import Services
from quizapp.ui.trouble_page import TroublePage
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.upkeep.backups import back_up
from tests.builders import a_bank, a_clock
from tests.services import services_over
from tests.ui.pages.window import ELEVEN, Opened, opened_window


def words_of(qtbot: QtBot, error: QuizappError) -> str:
    """Return what the page says of an error."""
    page = TroublePage(Path("bank.quizbank"), error)
    qtbot.addWidget(page)
    return " ".join(label.text() for label in page.findChildren(WrappingLabel))


@pytest.mark.parametrize("code", ["disk_full", "no_room", "no_room_for_copy"])
def test_a_full_disk_speaks_of_nothing_else_when_a_bank_is_opened(qtbot: QtBot, code: str) -> None:
    words = words_of(qtbot, DiskFullError(code))
    assert "Disken er fuld. " in words
    assert "ikke" not in words.partition("Disken er fuld. ")[2].partition(".")[0]


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


@contextmanager
def damaged_window(
    qtbot: QtBot, home: Path, prepare: Callable[[Path], None] = lambda _bank: None
) -> Iterator[Opened]:
    """Give a window over a bank that was damaged after something was done with it."""
    clock = a_clock()
    bank = home / "bank.quizbank"
    with closing(a_bank(home, clock)) as made:
        Shelf(made, clock).install(ELEVEN)
    prepare(bank)
    bank.write_bytes(bank.read_bytes()[:5000])

    def open_again() -> Services:
        return services_over(a_bank(home, clock), clock)

    with opened_window(qtbot, home, open_services=open_again) as opened:
        opened.until(lambda: "er beskadiget" in opened.words())
        yield opened


def test_without_a_copy_one_can_begin_anew_and_the_file_is_kept(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with damaged_window(qtbot, tmp_path) as opened:
        assert "begynde forfra" in opened.words()
        opened.press(Qt.Key.Key_Return)
        opened.until(lambda: "Du har ingen pakker endnu" in opened.words())
        [kept] = (tmp_path / "backups").glob("*.replaced.quizbank")
        assert kept.stat().st_size == 5000


def test_a_copy_that_is_damaged_too_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    def copy_twice(bank: Path) -> None:
        back_up(bank, a_clock().now())
        newest = back_up(bank, a_clock().now() + timedelta(days=1)).path
        newest.write_bytes(newest.read_bytes()[:5000])

    with damaged_window(qtbot, tmp_path, copy_twice) as opened:
        opened.press(Qt.Key.Key_Return)
        opened.until(lambda: "Elleve svarformer" in opened.words())


def test_another_copy_can_be_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "stick" / "min.quizbank"

    def keep_elsewhere(bank: Path) -> None:
        elsewhere.parent.mkdir()
        back_up(bank, a_clock().now()).path.rename(elsewhere)

    def choose(*_asked: object) -> tuple[str, str]:
        return str(elsewhere), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    with damaged_window(qtbot, tmp_path, keep_elsewhere) as opened:
        opened.click("Vælg en kopi")
        opened.until(lambda: "Elleve svarformer" in opened.words())


def test_a_chosen_file_that_is_no_copy_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "noter.quizbank"
    other.write_text("Det her er ikke en fil med svar.")
    with damaged_window(qtbot, tmp_path) as opened:
        page = opened.window.findChild(TroublePage)
        assert isinstance(page, TroublePage)
        page.restore(other)
        opened.until(lambda: "noter.quizbank er ikke en fil fra Quizapp" in opened.words())
        assert (tmp_path / "bank.quizbank").stat().st_size == 5000


def test_the_whole_message_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def hear(_part: QWidget, text: str, *, urgent: bool) -> None:
        assert urgent
        said.append(text)

    monkeypatch.setattr(trouble_page, "announce", hear)
    page = TroublePage(
        Path("bank.quizbank"), BankDamagedError("damaged", file="bank.quizbank", when="23.11.2026")
    )
    qtbot.addWidget(page)
    page.take_focus()
    for part in ("kunne ikke åbnes", "Intet er ændret", "er beskadiget", "Gendan den nyeste"):
        assert part in said[0]


def test_copying_the_error_says_that_it_is_done(qtbot: QtBot) -> None:
    page = TroublePage(Path("bank.quizbank"), BankBusyError("busy"))
    qtbot.addWidget(page)
    copy = next(it for it in page.findChildren(Button) if it.text() == "Kopiér fejlen")
    copy.click()
    assert copy.text() == "Kopieret"
    assert "bruger filen" in QGuiApplication.clipboard().text()

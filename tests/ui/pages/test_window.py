"""The whole window over a real bank: rounds, packs, settings, and what goes wrong."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.base.errors import QuizappError
from quizapp.library.shelf import Shelf
from quizapp.study.desk import Desk
from quizapp.study.flow import Finished
from quizapp.ui.program import Services
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.window_settings import WindowSettings
from quizapp.upkeep.backups import back_up
from tests.builders import a_bank, a_clock
from tests.services import services_over
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def test_the_first_start_offers_the_pack(opened: Opened) -> None:
    assert "Elleve svarformer" in opened.words()


def test_enter_begins_the_first_round(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    assert opened.until_asked().progress.total == 5


def test_an_answer_is_judged_and_stored(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.type("5. juni 1849")
    opened.until_judged()
    opened.until_title("Rigtigt")


def test_ctrl_z_takes_an_answer_back_also_from_the_next_empty_field(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    first = opened.until_asked().card
    opened.type("5. juni 1849")
    opened.until_judged()
    opened.press(Qt.Key.Key_Return)
    opened.until(lambda: opened.until_asked().card != first)
    opened.press(Qt.Key.Key_Z, control=True)
    opened.until(lambda: opened.until_asked().card == first)
    opened.until(lambda: "Svaret er taget tilbage." in opened.words())


def test_ctrl_z_takes_letters_back_before_answers(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    first = opened.until_asked().card
    opened.type("5. juni 1849")
    opened.until_judged()
    opened.press(Qt.Key.Key_Return)
    opened.until(lambda: opened.until_asked().card != first)
    opened.press(Qt.Key.Key_6)
    opened.press(Qt.Key.Key_Z, control=True)
    assert opened.until_asked().card != first


def test_what_cannot_be_read_is_asked_again_once(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.type("grundlovsdag")
    assert opened.title.startswith("1 af 5")
    opened.type("grundlovsdag")
    opened.until_judged()


def test_stopping_early_says_that_all_is_kept(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.type("5. juni 1849")
    opened.until_judged()
    opened.do("round.leave")
    opened.until(lambda: isinstance(opened.state, Finished))
    assert "Du stoppede efter 1 spørgsmål. Alle svar er gemt." in opened.words()


def test_leaving_before_any_answer_goes_straight_home(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.do("round.leave")
    opened.until_title("I dag")


def test_what_is_pressed_while_an_unanswered_round_is_left_is_no_fault(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    page = opened.routes.study.page
    faults: list[object] = []
    opened.routes.study._round.failed.connect(faults.append)
    left: list[bool] = []
    opened.routes.study.left.connect(lambda: left.append(True))
    opened.do("round.leave")
    opened.until(lambda: bool(left))
    page.answer_nothing()
    opened.until_title("I dag")
    assert not faults
    opened.do("round.start")
    opened.until_asked()


def test_home_counts_what_was_answered(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.type("5. juni 1849")
    opened.until_judged()
    opened.do("round.leave")
    opened.until(lambda: isinstance(opened.state, Finished))
    opened.clock.move(seconds=1)
    opened.press(Qt.Key.Key_Return)
    opened.until(lambda: "Du er nået til spørgsmål 1 af 11" in opened.words())


def test_a_question_put_on_pause_is_left_out(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    first = opened.until_asked().card
    opened.do("question.pause")
    opened.until(lambda: opened.until_asked().card != first)


def test_an_overruled_answer_counts_as_right(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    opened.type("6. juni 1850")
    opened.until_judged()
    opened.do("question.overrule")
    opened.until(lambda: opened.until_judged().is_overruled)
    assert "Tæller som rigtigt, fordi du siger det." in opened.words()


def test_only_what_can_be_done_is_switched_on(opened: Opened) -> None:
    assert not opened.can_do("question.hint")
    assert not opened.can_do("question.note")
    assert opened.can_do("learner.switch")
    assert opened.can_do("go.library")


def test_the_desk_keeps_its_keys_out_of_a_round(opened: Opened) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    assert not opened.can_do("go.library")


def go_to_packs(opened: Opened) -> None:
    """Go through the library to the page of packs."""
    opened.do("go.library")
    opened.until_title("Bibliotek")
    opened.routes.questions.page.packs.click()
    opened.until_title("Pakker")


def test_a_removed_pack_comes_back(opened: Opened) -> None:
    go_to_packs(opened)
    opened.until(lambda: "11 spørgsmål i 1 pakke" in opened.words())
    opened.click("Fjern »Elleve svarformer«")
    opened.until(lambda: "Du har ingen pakker endnu." in opened.words())
    opened.do("edit.undo")
    opened.until(lambda: "11 spørgsmål i 1 pakke" in opened.words())


def test_a_known_pack_is_not_added_twice(opened: Opened) -> None:
    opened.routes.open_pack(ELEVEN)
    opened.until(lambda: "Du har allerede denne version." in opened.words())


def test_a_pack_is_shown_before_it_is_added(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path) as opened:
        assert "Du har ingen pakker endnu." in opened.words()
        opened.routes.open_pack(ELEVEN)
        opened.until(lambda: "11 nye spørgsmål." in opened.words())
        opened.press(Qt.Key.Key_Return)
        opened.until_title("Bibliotek")
        assert "11 spørgsmål" in opened.words()


def test_a_file_that_is_no_pack_says_so_and_changes_nothing(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "brev.quizpack"
    path.write_bytes(b"Hej far")
    opened.routes.open_pack(path)
    opened.until(lambda: "Pakken har fejl" in opened.words())
    assert "Intet er ændret." in opened.words()


def test_an_older_version_is_asked_about_first(opened: Opened, tmp_path: Path) -> None:
    newer = tmp_path / "nyere"
    shutil.copytree(ELEVEN, newer)
    pack = newer / "pakke.yaml"
    text = pack.read_text(encoding="utf-8")
    changed = text.replace("version: 1", "version: 2").replace("fra 1397?", "fra året 1397?")
    pack.write_text(changed, encoding="utf-8")
    opened.routes.open_pack(newer)
    opened.until(lambda: "Opdatering fra version 1 til 2" in opened.words())
    opened.press(Qt.Key.Key_Return)
    opened.until_title("Bibliotek")
    opened.routes.open_pack(ELEVEN)
    opened.until(lambda: "du har version 2" in opened.words())
    opened.press(Qt.Key.Key_Return)
    opened.until_title("Bibliotek")
    go_to_packs(opened)
    assert "version 2" in {chip.text() for chip in opened.window.findChildren(Chip)}


def test_a_damaged_file_is_put_back_from_the_newest_copy(qtbot: QtBot, tmp_path: Path) -> None:
    clock = a_clock()
    bank = tmp_path / "bank.quizbank"
    with closing(a_bank(tmp_path, clock)) as made:
        Shelf(made, clock).install(ELEVEN)
    back_up(bank, clock.now())
    bank.write_bytes(bank.read_bytes()[:5000])

    def open_again() -> Services:
        return services_over(a_bank(tmp_path, clock), clock)

    with opened_window(qtbot, tmp_path, open_services=open_again) as opened:
        opened.until(lambda: "er beskadiget" in opened.words())
        opened.press(Qt.Key.Key_Return)
        opened.until(lambda: "Elleve svarformer" in opened.words())


def test_escape_goes_back_from_a_page(opened: Opened) -> None:
    opened.do("app.settings")
    opened.until_title("Indstillinger")
    opened.press(Qt.Key.Key_Escape)
    opened.until_title("I dag")


def test_a_command_is_found_by_a_few_letters(opened: Opened) -> None:
    opened.do("edit.find")
    QApplication.processEvents()
    opened.type("indst")
    opened.until_title("Indstillinger")


def test_the_keys_are_listed(opened: Opened) -> None:
    opened.do("help.keys")
    opened.until(lambda: "Genvejstaster" in opened.words())
    opened.press(Qt.Key.Key_Escape)
    opened.until(lambda: "Genvejstaster" not in opened.words())


def test_a_bank_that_cannot_be_opened_is_a_page_with_a_way_on(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse() -> Services:
        raise QuizappError("not_a_bank", file="bank.quizbank")

    with opened_window(qtbot, tmp_path, open_services=refuse) as opened:
        assert "bank.quizbank er ikke en fil fra Quizapp" in opened.words()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "Prøv igen"


def test_a_full_disk_keeps_the_answer_on_the_page(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()

    def full(*_given: object) -> None:
        raise QuizappError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr("quizapp.study.sitting.record_answer", full)
        opened.type("5. juni 1849")
        opened.until(lambda: "Disken er fuld" in opened.words())
    opened.press(Qt.Key.Key_Return)
    opened.until_judged()
    opened.until_title("Rigtigt")


def test_the_window_stands_where_it_stood(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        opened.window.resize(900, 610)
    assert WindowSettings(tmp_path / "settings.ini").chosen.geometry


def test_what_was_kept_of_today_is_shown_before_the_bank_is_open(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clock = a_clock()
    with closing(a_bank(tmp_path, clock)) as made:
        Shelf(made, clock).install(ELEVEN)
        kept = Desk(made, clock).today()
    shown: list[str] = []

    def open_slowly() -> Services:
        until_shown.wait(60)
        return services_over(a_bank(tmp_path, clock), clock)

    def look(opened: Opened) -> None:
        opened.until(lambda: "Elleve svarformer" in opened.words())
        shown.append(opened.window.windowTitle())
        until_shown.set()

    until_shown = Event()
    with opened_window(
        qtbot, tmp_path, open_services=open_slowly, kept=kept, meanwhile=look
    ) as opened:
        assert shown == ["Quizapp"]
        assert "Elleve svarformer" in opened.words()


def test_what_was_kept_of_today_gives_way_to_what_the_bank_says(
    qtbot: QtBot, tmp_path: Path
) -> None:
    clock = a_clock()
    with closing(a_bank(tmp_path, clock)) as made:
        kept = Desk(made, clock).today()
    with opened_window(qtbot, tmp_path, ELEVEN, kept=kept) as opened:
        assert "Elleve svarformer" in opened.words()


@pytest.mark.parametrize("key", [Qt.Key.Key_5, Qt.Key.Key_2])
def test_what_is_asked_for_before_there_are_pages_is_done_when_there_are(
    qtbot: QtBot, tmp_path: Path, key: Qt.Key
) -> None:
    until_asked = Event()

    def open_slowly() -> Services:
        until_asked.wait(60)
        services = services_over(a_bank(tmp_path, a_clock()), a_clock())
        services.shelf.install(ELEVEN)
        return services

    def ask(opened: Opened) -> None:
        opened.press(key, control=True)
        until_asked.set()

    with opened_window(qtbot, tmp_path, open_services=open_slowly, meanwhile=ask) as opened:
        opened.until_title("Bibliotek" if key is Qt.Key.Key_5 else "Øv")


def test_a_round_asked_for_on_the_kept_page_begins(qtbot: QtBot, tmp_path: Path) -> None:
    clock = a_clock()
    with closing(a_bank(tmp_path, clock)) as made:
        Shelf(made, clock).install(ELEVEN)
        kept = Desk(made, clock).today()
    until_asked = Event()

    def open_slowly() -> Services:
        until_asked.wait(60)
        return services_over(a_bank(tmp_path, clock), clock)

    def begin(opened: Opened) -> None:
        opened.until(lambda: "Elleve svarformer" in opened.words())
        opened.press(Qt.Key.Key_Return)
        until_asked.set()

    with opened_window(
        qtbot, tmp_path, open_services=open_slowly, kept=kept, meanwhile=begin
    ) as opened:
        assert opened.until_asked().progress.total == 5

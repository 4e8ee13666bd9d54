"""Who studies: chosen, added, renamed and removed in the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from quizapp.base.paths import DataPaths
from quizapp.ui.learners.page import LearnersPage, ProfileCard
from quizapp.upkeep.learners import create_learner, list_learners, wishes_to_be_asked
from tests.ui.pages.window import Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    data = DataPaths(tmp_path)
    create_learner(data, "Anna")
    create_learner(data, "Bo")
    with opened_window(qtbot, tmp_path) as opened:
        opened.do("learner.switch")
        opened.until_title("Hvem skal øve?")
        yield opened


def page_of(opened: Opened) -> LearnersPage:
    return opened.routes.learners.page


def card_of(opened: Opened, name: str) -> ProfileCard:
    return next(card for card in page_of(opened).profiles if card.profile.name == name)


def names(opened: Opened) -> list[str]:
    return [learner.shown for learner in list_learners(DataPaths(opened.home))]


def press(opened: Opened, name: str) -> None:
    button = opened.button(name)
    assert isinstance(button, QPushButton)
    button.click()


def test_everybody_has_a_row(opened: Opened) -> None:
    assert [card.profile.name for card in page_of(opened).profiles] == ["Anna", "Bo"]


def test_a_learner_is_added(opened: Opened) -> None:
    page = page_of(opened)
    QTest.keyClicks(page.name.edit, "Carl")
    press(opened, "Tilføj profil")
    opened.until(lambda: names(opened) == ["Anna", "Bo", "Carl"])
    opened.until(lambda: "Profilen »Carl« er klar." in opened.words())


def test_a_taken_name_is_refused_under_the_field(opened: Opened) -> None:
    QTest.keyClicks(page_of(opened).name.edit, "Bo")
    press(opened, "Tilføj profil")
    opened.until(lambda: "Der er allerede en profil, der hedder »Bo«." in opened.words())


def test_an_empty_name_asks_for_one(opened: Opened) -> None:
    press(opened, "Tilføj profil")
    assert "Skriv et navn." in opened.words()


def test_a_learner_is_renamed(opened: Opened) -> None:
    field = card_of(opened, "Bo").ask_for_name()
    field.set_text("Bodil")
    field.submitted.emit("Bodil")
    opened.until(lambda: names(opened) == ["Anna", "Bodil"])


def test_a_name_that_is_taken_is_refused_under_the_field_it_was_written_in(
    opened: Opened,
) -> None:
    field = card_of(opened, "Bo").ask_for_name()
    field.set_text("Anna")
    field.submitted.emit("Anna")
    opened.until(lambda: "Der er allerede en profil, der hedder »Anna«." in opened.words())
    assert field.edit.accessibleDescription().startswith("Der er allerede en profil")
    assert field.edit.hasFocus()
    assert not page_of(opened).name.edit.accessibleDescription().startswith("Der er allerede")


def test_the_focus_stays_with_a_learner_who_is_renamed(opened: Opened) -> None:
    field = card_of(opened, "Bo").ask_for_name()
    field.set_text("Bodil")
    field.submitted.emit("Bodil")
    opened.until(lambda: "Profilen hedder nu »Bodil«." in opened.words())
    assert card_of(opened, "Bodil").rename.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_focus_goes_back_to_what_opened_a_question(opened: Opened, key: Qt.Key) -> None:
    card = card_of(opened, "Bo")
    card.remove.setFocus()
    card.remove.click()
    assert opened.button("Behold").hasFocus()
    opened.press(key)
    assert card.remove.hasFocus()
    assert opened.title == "Hvem skal øve?"


def test_removing_asks_first_and_names_what_goes(opened: Opened) -> None:
    card_of(opened, "Bo").ask_before_removing()
    opened.until(lambda: "Fjern profilen »Bo« og 0 svar?" in opened.words())
    assert names(opened) == ["Anna", "Bo"]


def test_a_learner_is_removed_once_it_is_confirmed(opened: Opened) -> None:
    card_of(opened, "Bo").removed.emit("Bo")
    opened.until(lambda: names(opened) == ["Anna"])
    assert list((opened.home / "removed").iterdir())


def test_removing_a_learner_is_undone_with_her_name_and_all_her_files(opened: Opened) -> None:
    card_of(opened, "Bo").renamed.emit("Bo", "Bo Hansen")
    # The name is written before the page has read it.
    opened.until(lambda: "Bo Hansen" in [card.profile.name for card in page_of(opened).profiles])
    folder = opened.home / "learners/Bo"
    (folder / "noget.txt").write_text("mit", encoding="utf-8")
    before = sorted(path.name for path in folder.iterdir())
    card_of(opened, "Bo Hansen").removed.emit("Bo")
    opened.until(lambda: names(opened) == ["Anna"])
    opened.do("edit.undo")
    opened.until(lambda: names(opened) == ["Anna", "Bo Hansen"])
    assert sorted(path.name for path in folder.iterdir()) == before
    assert not list((opened.home / "removed").iterdir())


def test_a_learner_who_has_a_window_is_not_removed(opened: Opened) -> None:
    lock = QLockFile(str(opened.home / "learners/Bo/window.lock"))
    assert lock.tryLock(0)
    card_of(opened, "Bo").removed.emit("Bo")
    opened.until(lambda: "Et andet program bruger filen." in opened.words())
    assert names(opened) == ["Anna", "Bo"]
    lock.unlock()


def test_removing_twice_is_removing_once(opened: Opened) -> None:
    card = card_of(opened, "Bo")
    told: list[str] = []
    opened.routes.learners.told.connect(lambda text, _undo: told.append(text))
    failed: list[object] = []
    opened.routes.learners.failed.connect(failed.append)
    card.removed.emit(card.profile.folder)
    card.removed.emit(card.profile.folder)
    opened.until(lambda: len(page_of(opened).profiles) == 1)
    opened.ask(lambda: None)
    assert len(told) == 1
    assert not failed


def test_a_learner_whose_folder_was_deleted_is_said_to_be_gone(opened: Opened) -> None:
    card = card_of(opened, "Bo")
    DataPaths(opened.home).learner(card.profile.folder).folder.rmdir()
    card.chosen.emit(card.profile.folder)
    opened.until(lambda: "Den profil er her ikke længere." in opened.words())
    opened.until(lambda: len(page_of(opened).profiles) == 1)


def test_keeping_closes_the_question(opened: Opened) -> None:
    card_of(opened, "Bo").ask_before_removing()
    opened.until(lambda: "Fjern profilen »Bo«" in opened.words())
    press(opened, "Behold")
    opened.until(lambda: "Fjern profilen »Bo«" not in opened.words())


def test_another_learner_gets_the_window(opened: Opened) -> None:
    card_of(opened, "Bo").choose.click()
    opened.until(lambda: not opened.window.isVisible())
    assert opened.window._program.handover.learner == "Bo"


def test_whether_to_ask_at_the_start_is_remembered(opened: Opened) -> None:
    page_of(opened).asking.click()
    opened.until(lambda: not wishes_to_be_asked(DataPaths(opened.home)))

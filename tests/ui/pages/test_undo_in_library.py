"""Everything that takes something away in the library is taken back by Ctrl+Z, to the last row."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from quizapp.bank.values import OwnWording
from quizapp.base.ids import PackId
from quizapp.grading.verdict import Outcome
from quizapp.scheduling.memory import Mode
from quizapp.study.plan import Plan
from quizapp.ui.forms.own_version_box import OwnVersionBox
from quizapp.ui.library.detail_pane import DetailCard
from quizapp.ui.program import Services
from quizapp.ui.study.more_menu import MoreMenu
from quizapp.ui.widgets.chip import Chip
from tests.builders import LOG, Rows, a_bank, a_clock, answer_card, difference, rows_of
from tests.services import services_over
from tests.ui.pages.window import ELEVEN, Opened, opened_window

ELEVEN_ID = PackId("dk.quizapp.test.elleve")
# What a sitting left behind, and what undo itself notes, is no part of what is taken back.
APART = LOG | {"setting"}


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        window.do("go.library")
        window.until_title("Bibliotek")
        window.until(lambda: window.routes.questions.page.detail is not None)
        yield window


def rows(opened: Opened) -> Rows:
    return rows_of(opened.home / "bank.quizbank", APART)


def detail(opened: Opened) -> DetailCard:
    card = opened.routes.questions.page.detail
    assert card is not None
    return card


def press(opened: Opened, name: str) -> None:
    button = opened.button(name)
    assert isinstance(button, QPushButton)
    button.click()


def undone(opened: Opened, before: Rows, said: str) -> None:
    """Wait for the sentence, press Ctrl+Z, and compare every row."""
    opened.until(lambda: said in opened.words())
    assert difference(before, rows(opened)), "nothing had changed"
    opened.do("edit.undo")
    opened.until(lambda: said not in opened.words())
    opened.until(lambda: difference(before, rows(opened)) == {})


def choose_all(opened: Opened) -> None:
    opened.routes.questions.page.list.setFocus()
    opened.press(Qt.Key.Key_A, control=True)
    opened.until(lambda: "11 spørgsmål valgt" in opened.words())


def test_pausing(opened: Opened) -> None:
    before = rows(opened)
    press(opened, "Sæt på pause")
    undone(opened, before, "På pause.")


def test_taking_in_again(opened: Opened) -> None:
    press(opened, "Sæt på pause")
    opened.until(lambda: "På pause." in opened.words())
    opened.until(lambda: detail(opened).detail.hit.is_paused)
    before = rows(opened)
    press(opened, "Tag med igen")
    undone(opened, before, "Spørgsmålet er taget med igen.")


def test_pausing_all(opened: Opened) -> None:
    press(opened, "Sæt på pause")
    opened.until(lambda: detail(opened).detail.hit.is_paused)
    before = rows(opened)
    choose_all(opened)
    press(opened, "Sæt på pause")
    undone(opened, before, "10 spørgsmål er på pause.")


def test_taking_all_in_again(opened: Opened) -> None:
    choose_all(opened)
    press(opened, "Sæt på pause")
    opened.until(lambda: "11 spørgsmål er på pause." in opened.words())
    before = rows(opened)
    opened.until(lambda: opened.routes.questions.page.detail is not None)
    choose_all(opened)
    press(opened, "Tag med igen")
    undone(opened, before, "11 spørgsmål er taget med igen.")


def test_a_note_written_and_taken_away(opened: Opened) -> None:
    before = rows(opened)
    write_note(opened, "Husk det")
    undone(opened, before, "Noten er gemt.")
    write_note(opened, "Husk det")
    opened.until(lambda: detail(opened).detail.note == "Husk det")
    with_note = rows(opened)
    write_note(opened, "")
    undone(opened, with_note, "Noten er fjernet.")


def write_note(opened: Opened, text: str) -> None:
    detail(opened).write_note()
    box = detail(opened).note_box
    assert box is not None
    box.edit.setPlainText(text)
    box.save.click()


def test_removing_a_pack(opened: Opened) -> None:
    opened.routes.questions.page.packs.click()
    opened.until_title("Pakker")
    before = rows(opened)
    press(opened, "Fjern »Elleve svarformer«")
    undone(opened, before, "er fjernet. Dine svar er gemt.")


def a_newer_pack(folder: Path) -> Path:
    newer = folder / "nyere"
    shutil.copytree(ELEVEN, newer)
    pack = newer / "pakke.yaml"
    text = pack.read_text(encoding="utf-8")
    changed = text.replace("version: 1", "version: 2").replace("fra 1397?", "fra året 1397?")
    pack.write_text(changed, encoding="utf-8")
    return newer


def test_updating_a_pack(opened: Opened, tmp_path: Path) -> None:
    newer = a_newer_pack(tmp_path)
    before = rows(opened)
    opened.routes.open_pack(newer)
    opened.until(lambda: "Opdatering fra version 1 til 2" in opened.words())
    opened.press(Qt.Key.Key_Return)
    undone(opened, before, "Pakken er opdateret.")


def test_the_keys_take_an_update_back_and_not_the_word_searched_for_before(
    opened: Opened, tmp_path: Path
) -> None:
    newer = a_newer_pack(tmp_path)
    search(opened, "union")
    before = rows(opened)
    opened.routes.open_pack(newer)
    opened.until(lambda: "Opdatering fra version 1 til 2" in opened.words())
    opened.press(Qt.Key.Key_Return)
    opened.until(lambda: "Pakken er opdateret." in opened.words())
    edit = opened.routes.questions.page.search.edit
    opened.until(edit.hasFocus)
    opened.press(Qt.Key.Key_Z, control=True)
    opened.until(lambda: difference(before, rows(opened)) == {})
    assert edit.text() == "union"


def test_what_is_being_searched_for_is_taken_back_letter_by_letter(opened: Opened) -> None:
    press(opened, "Sæt på pause")
    opened.until(lambda: "På pause." in opened.words())
    before = rows(opened)
    search(opened, "union")
    opened.press(Qt.Key.Key_Z, control=True)
    opened.until(lambda: opened.routes.questions.page.search.edit.text() != "union")
    assert difference(before, rows(opened)) == {}


def own_box(opened: Opened) -> OwnVersionBox:
    press(opened, "Lav din egen udgave")
    opened.until(lambda: bool(detail(opened).findChildren(OwnVersionBox)))
    return detail(opened).findChildren(OwnVersionBox)[0]


def test_writing_an_own_version_by_keys(opened: Opened) -> None:
    before = rows(opened)
    box = own_box(opened)
    assert QApplication.focusWidget() is box.edits["prompt"]
    QTest.keyClicks(box.edits["prompt"], "Mit ")
    opened.press(Qt.Key.Key_Return, control=True)
    opened.until(lambda: detail(opened).detail.hit.prompt.startswith("Mit "))
    assert detail(opened).detail.packed is not None
    undone(opened, before, "Din udgave er gemt.")


def test_going_back_to_the_packs_version(opened: Opened) -> None:
    box = own_box(opened)
    box.edits["explanation"].setPlainText("Min huskeregel")
    box.save.click()
    opened.until(lambda: detail(opened).detail.packed is not None)
    before = rows(opened)
    press(opened, "Brug pakkens udgave")
    undone(opened, before, "Pakkens udgave gælder igen.")


def test_what_cannot_be_asked_is_said_in_the_box_and_nothing_is_lost(opened: Opened) -> None:
    before = rows(opened)
    box = own_box(opened)
    prompt: QPlainTextEdit = box.edits["prompt"]
    prompt.setPlainText("")
    box.edits["explanation"].setPlainText("Min huskeregel")
    box.save.click()
    opened.until(lambda: "mangler" in opened.words().casefold())
    assert box.texts().explanation == "Min huskeregel"
    assert difference(before, rows(opened)) == {}


@pytest.fixture
def begun(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    """Give a window in which every question was answered and has a wording of her own."""
    with opened_window(qtbot, tmp_path, ELEVEN, open_services=lambda: begun_bank(tmp_path)) as one:
        one.do("go.library")
        one.until_title("Bibliotek")
        one.until(lambda: one.routes.questions.page.detail is not None)
        yield one


def begun_bank(home: Path) -> Services:
    clock = a_clock()
    bank = a_bank(home, clock)
    services = services_over(bank, clock)
    services.shelf.install(ELEVEN)
    cards = [question.cards[0] for question in services.shelf.questions(ELEVEN_ID)]
    with bank.transaction() as tx:
        for key in cards:
            card = tx.card_id(key)
            assert card is not None
            answer_card(tx, card)
            own = OwnWording(wording="Mit ord", outcome=Outcome.CORRECT)
            tx.add_own_wording(tx.question_of(card).question_id, own)
    return services


def test_beginning_anew(begun: Opened) -> None:
    before = rows(begun)
    press(begun, "Nulstil")
    undone(begun, before, "Spørgsmålet er nyt igen.")


def test_beginning_all_anew(begun: Opened) -> None:
    before = rows(begun)
    choose_all(begun)
    press(begun, "Nulstil")
    undone(begun, before, "11 spørgsmål er nye igen.")


def test_letting_an_own_wording_go(begun: Opened) -> None:
    before = rows(begun)
    assert "Mit ord" in detail(begun).detail.wordings
    detail(begun).wording_dropped.emit("Mit ord")
    undone(begun, before, "»Mit ord« tæller ikke mere.")


def test_an_own_version_with_another_answer(begun: Opened) -> None:
    before = rows(begun)
    search(begun, "union")
    box = own_box(begun)
    [edit] = box.edits_of("svar")
    edit.setFocus()
    QTest.keySequence(edit, "Ctrl+A")
    QTest.keyClicks(edit, "Nordens union")
    box.save.click()
    undone(begun, before, "Din udgave er gemt.")


def search(opened: Opened, text: str) -> None:
    field = opened.routes.questions.page.search.edit
    field.setFocus()
    QTest.keyClicks(field, text)
    page = opened.routes.questions.page
    opened.until(lambda: len(page.list.rows.questions) == 1)
    opened.until(lambda: page.detail is not None and text in page.detail.detail.hit.prompt)


def test_an_own_version_is_written_in_the_middle_of_a_round(opened: Opened) -> None:
    opened.do("go.home")
    opened.until_title("I dag")
    opened.press(Qt.Key.Key_Return)
    asking = opened.until_asked()
    page = opened.routes.study.page
    menu = MoreMenu(page)
    menu.fill(asking, can_undo=False)
    assert "Ret min udgave …" not in {action.text() for action in menu.actions()}
    page.answer_nothing()
    opened.until_judged()
    menu.fill(page.state, can_undo=True)
    assert "Ret min udgave …" in {action.text() for action in menu.actions()}
    page.own_asked.emit(asking.card)
    opened.until(lambda: bool(page.findChildren(OwnVersionBox)))
    [box] = page.findChildren(OwnVersionBox)
    box.edits["explanation"].setPlainText("Min huskeregel")
    opened.press(Qt.Key.Key_Return, control=True)
    opened.until(lambda: "Din udgave er gemt." in opened.words())
    opened.until(lambda: not page.findChildren(OwnVersionBox))
    assert any("Min huskeregel" in str(row) for row in rows(opened)["revision"])


def test_an_own_version_is_kept_when_its_box_goes_before_it_is(opened: Opened) -> None:
    box = own_box(opened)
    box.edits["explanation"].setPlainText("Min huskeregel")
    with opened.worker_held():
        box.save.click()
        box.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(box)
    opened.until(lambda: "Din udgave er gemt." in opened.words())


def test_what_she_wrote_is_marked_as_hers_when_it_is_asked(opened: Opened) -> None:
    box = own_box(opened)
    box.edits["explanation"].setPlainText("Min huskeregel")
    box.save.click()
    opened.until(lambda: detail(opened).detail.packed is not None)
    mine = detail(opened).detail.hit
    opened.routes.begin(Plan(cards=mine.cards, mode=Mode.PRACTICE))
    asking = opened.until_asked()
    assert asking.is_own
    chips = {chip.text() for chip in opened.routes.study.page.findChildren(Chip)}
    assert "Din udgave" in chips


def test_what_the_desk_offers_to_undo_is_not_offered_in_a_round(opened: Opened) -> None:
    press(opened, "Sæt på pause")
    opened.until(lambda: "På pause." in opened.words())
    opened.do("go.home")
    opened.until_title("I dag")
    opened.press(Qt.Key.Key_Return)
    opened.until_asked()
    assert "På pause." not in opened.words()

"""Pictures in a pack that is written: dropped, pasted, said more of, taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.option_picture import OptionPicture
from quizapp.ui.widgets.picture import PictureArea
from tests.ui.pages.editor_desk import Desk, new_pack


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with new_pack(qtbot, tmp_path) as desk:
        yield desk


def test_a_dropped_picture_lies_in_the_pack_and_asks_for_its_origin(
    desk: Desk, tmp_path: Path
) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(tmp_path / "Min by.png"))
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    brought = QMimeData()
    brought.setUrls([QUrl.fromLocalFile(str(tmp_path / "Min by.png"))])
    desk.writing.page.dropped.emit(brought)
    desk.opened.until((desk.folder / "media/min-by.png").is_file)
    desk.opened.until(lambda: "billede: min-by.png" in desk.writing.document.text)
    desk.looked()
    assert "billedbeskrivelse" in desk.opened.words().lower()
    picture = desk.form.picture
    assert picture is not None
    for place, text in enumerate(("En rød by", "Mig", "Egen tegning", "CC0-1.0"), 1):
        edit = picture.edits()[place]
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
        edit.editingFinished.emit()
    [medium] = desk.pack().media
    assert (medium.alt, medium.creator, medium.source, medium.license) == (
        "En rød by",
        "Mig",
        "Egen tegning",
        "CC0-1.0",
    )


def test_a_pasted_picture_lies_in_the_pack(desk: Desk) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    picture = desk.form.picture
    assert picture is not None
    picture.paste.click()
    desk.opened.until(lambda: "billede: billede.png" in desk.writing.document.text)
    assert (desk.folder / "media/billede.png").read_bytes().startswith(b"\x89PNG")


def a_file(folder: Path, name: str) -> QMimeData:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(folder / name))
    brought = QMimeData()
    brought.setUrls([QUrl.fromLocalFile(str(folder / name))])
    return brought


@pytest.fixture
def choice(desk: Desk) -> Desk:
    desk.opened.do("author.add")
    desk.writing.forms.kind_chosen.emit("valg")
    for key, text in (("spørgsmål", "Hvad?"), ("rigtigt", "Tårnet"), ("forkerte", "Slottet")):
        desk.fill(key, text)
    return desk


def test_a_picture_dropped_on_an_option_is_the_pictures_of_that_option(
    choice: Desk, tmp_path: Path
) -> None:
    pictures = choice.form.option_pictures
    assert pictures is not None
    assert [box.option for box in pictures.boxes] == ["Tårnet", "Slottet"]
    assert pictures.boxes[1].picture.take(a_file(tmp_path, "slot.png"))
    choice.opened.until(lambda: "Slottet: slot.png" in choice.writing.document.text)
    choice.opened.until(lambda: choice.writing.page.preview.findChild(OptionPicture) is not None)
    choice.fill("forkerte", "Kronborg")
    assert "Kronborg: slot.png" in choice.writing.document.text
    choice.writing.undo()
    assert "Slottet: slot.png" in choice.writing.document.text
    pictures.boxes[1].picture.remove.click()
    assert "slot.png" not in choice.writing.document.text
    choice.writing.undo()
    assert "Slottet: slot.png" in choice.writing.document.text


def test_one_undo_takes_a_dropped_picture_back_with_all_that_is_said_of_it(
    choice: Desk, tmp_path: Path
) -> None:
    before = choice.writing.document.text
    choice.form.pictures["billede"].take(a_file(tmp_path, "by.png"))
    choice.opened.until(lambda: "billede: by.png" in choice.writing.document.text)
    choice.writing.undo()
    assert choice.writing.document.text == before
    choice.writing.redo()
    assert "billede: by.png" in choice.writing.document.text
    assert "by.png: {" in choice.writing.document.text


def test_what_is_being_typed_when_a_picture_comes_is_a_step_of_its_own(
    choice: Desk, tmp_path: Path
) -> None:
    choice.form.pictures["billede"].take(a_file(tmp_path, "by.png"))
    edit = choice.field("hint")
    edit.setFocus()
    QTest.keyClicks(edit, "Ved vandet")
    choice.opened.until(lambda: "billede: by.png" in choice.writing.document.text)
    choice.writing.undo()
    assert "by.png" not in choice.writing.document.text
    assert "hint: Ved vandet" in choice.writing.document.text


def test_one_undo_brings_a_picture_back_that_was_taken_away(choice: Desk, tmp_path: Path) -> None:
    part = choice.form.pictures["billede"]
    part.take(a_file(tmp_path, "by.png"))
    choice.opened.until(lambda: "billede: by.png" in choice.writing.document.text)
    before = choice.writing.document.text
    part.remove.click()
    assert "by.png" not in choice.writing.document.text
    choice.writing.undo()
    assert choice.writing.document.text == before


def test_an_explanation_gets_its_own_picture(choice: Desk, tmp_path: Path) -> None:
    part = choice.form.pictures["forklaringsbillede"]
    part.take(a_file(tmp_path, "svar.png"))
    choice.opened.until(lambda: "forklaringsbillede: svar.png" in choice.writing.document.text)
    assert "  billede:" not in choice.writing.document.text


def test_a_picture_that_comes_late_does_not_go_to_another_question(
    choice: Desk, tmp_path: Path
) -> None:
    part = choice.form.pictures["billede"]
    part.take(a_file(tmp_path, "sen.png"))
    choice.opened.do("author.copy")
    choice.opened.until((choice.folder / "media/sen.png").is_file)
    choice.opened.until(lambda: "sen.png:" in choice.writing.document.text)
    assert "billede: sen.png" not in choice.writing.document.text


def test_a_name_that_leads_out_of_the_folder_shows_nothing(choice: Desk, tmp_path: Path) -> None:
    a_file(tmp_path, "hemmelig.png")
    part = choice.form.pictures["billede"]
    for name in (str(tmp_path / "hemmelig.png"), "../../hemmelig.png", "..\\..\\hemmelig.png"):
        part.show_value(name)
        assert part.findChild(PictureArea) is None

"""A pack that is written meets other files: saved, rescued, shared, changed by others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from quizapp.base.ids import PackId
from quizapp.library.editing.packs import begin_pack
from quizapp.packs.editions import pack_content_sha
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import read_pack
from quizapp.questions.kinds import Kind
from quizapp.questions.pack import Manifest, Pack
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.widgets.option_picture import OptionPicture
from quizapp.ui.widgets.picture import PictureArea
from tests.ui.pages.editor_desk import Desk, new_pack, open_pack
from tests.ui.pages.window import opened_window
from tests.unit.packs.test_quizpack import a_card


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


def test_a_file_that_others_change_is_not_written_over(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    mine = desk.saved()
    path = desk.folder / "pakke.yaml"
    path.write_text(mine.replace("Hvad?", "Deres?"), encoding="utf-8")
    desk.fill("svar", "Noget")
    desk.opened.until(desk.writing.page.notice.isVisible)
    assert "Deres?" in path.read_text(encoding="utf-8")
    desk.opened.click("Behold min")
    desk.opened.until(lambda: "svar: Noget" in path.read_text(encoding="utf-8"))
    kept = desk.folder / "pakke (den anden udgave).yaml"
    assert "Deres?" in kept.read_text(encoding="utf-8")


def test_what_was_not_saved_is_offered_when_the_pack_is_opened_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    manifest = Manifest(id=PackId("a.b"), title="Min pakke", version=1)
    folder = begin_pack(tmp_path / "pakke", manifest)
    with opened_window(qtbot, tmp_path / "home") as opened:
        desk = open_pack(opened, folder)
        desk.writing.session.is_held = True
        desk.opened.do("author.add")
        desk.term("Hvad?", "Det")
    assert "Hvad?" not in (folder / "pakke.yaml").read_text(encoding="utf-8")
    with opened_window(qtbot, tmp_path / "home") as opened:
        desk = open_pack(opened, folder)
        assert desk.writing.page.notice.isVisible()
        assert "Hvad?" not in (folder / "pakke.yaml").read_text(encoding="utf-8")
        desk.opened.click("Behold")
        assert "Hvad?" in desk.saved()


def test_leaving_the_page_saves_and_coming_back_finds_the_question(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.fill("spørgsmål", "Hvad?")
    desk.opened.do("go.home")
    desk.opened.until_title("I dag")
    assert "Hvad?" in desk.saved()
    desk.opened.do("go.authoring")
    desk.opened.until_title("Min pakke")
    assert desk.form.kind is Kind.TERM


def test_a_pack_that_is_tried_can_be_added_and_taken_back(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad hed unionen fra 1397?", "Kalmarunionen")
    desk.looked()
    desk.opened.do("author.try")
    desk.opened.until_title("Tilføj pakke")


def test_a_pack_is_written_as_one_file(desk: Desk, tmp_path: Path) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad hed unionen fra 1397?", "Kalmarunionen")
    desk.opened.routes.editor.route.write_file(tmp_path / "min.quizpack")
    desk.opened.until((tmp_path / "min.quizpack").is_file)
    shared = read_pack(tmp_path / "min.quizpack").pack
    assert shared is not None
    assert [one.prompt for one in shared.questions] == ["Hvad hed unionen fra 1397?"]


def test_a_new_pack_begins_with_a_title_alone(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path / "home") as opened:
        opened.do("go.authoring")
        opened.until_title("Skriv pakker")
        opened.click("Ny pakke")
        opened.until_title("Ny pakke")
        opened.type("Enevælden")
        opened.until_title("Enevælden")
        assert (tmp_path / "home/packs/enevaelden/pakke.yaml").is_file()
        assert isinstance(QApplication.focusWidget(), QPlainTextEdit)


def test_the_other_edition_can_be_taken_and_ones_own_is_kept(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    mine = desk.saved()
    path = desk.folder / "pakke.yaml"
    path.write_text(mine.replace("Hvad?", "Deres?"), encoding="utf-8")
    desk.fill("svar", "Noget")
    desk.opened.until(desk.writing.page.notice.isVisible)
    desk.opened.click("Brug den anden")
    edit = desk.field("spørgsmål")
    assert isinstance(edit, QPlainTextEdit)
    desk.opened.until(lambda: edit.toPlainText() == "Deres?")
    own = desk.folder / "pakke (min udgave).yaml"
    assert "svar: Noget" in own.read_text(encoding="utf-8")
    desk.opened.do("edit.undo")
    assert edit.toPlainText() == "Hvad?"


def test_rescued_work_can_be_discarded(qtbot: QtBot, tmp_path: Path) -> None:
    manifest = Manifest(id=PackId("a.b"), title="Min pakke", version=1)
    folder = begin_pack(tmp_path / "pakke", manifest)
    before = (folder / "pakke.yaml").read_text(encoding="utf-8")
    with opened_window(qtbot, tmp_path / "home") as opened:
        desk = open_pack(opened, folder)
        desk.writing.session.is_held = True
        desk.opened.do("author.add")
        desk.term("Hvad?", "Det")
    with opened_window(qtbot, tmp_path / "home") as opened:
        desk = open_pack(opened, folder)
        desk.opened.click("Kassér")
        assert desk.writing.document.text == before
        assert not desk.writing.document.questions
    with opened_window(qtbot, tmp_path / "home") as opened:
        assert not open_pack(opened, folder).writing.page.notice.isVisible()


def test_what_was_rescued_is_counted_by_question_and_is_not_called_saved(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = begin_pack(tmp_path / "pakke", Manifest(id=PackId("a.b"), title="Min", version=1))
    with opened_window(qtbot, tmp_path / "home") as opened:
        desk = open_pack(opened, folder)
        desk.opened.do("author.add")
        desk.term("Hvad?", "Det")
        desk.saved()
        desk.writing.session.is_held = True
        desk.fill("svar", "Noget andet")
    with opened_window(qtbot, tmp_path / "home") as opened:
        desk = open_pack(opened, folder)
        assert "1 ændring er reddet" in opened.words()
        assert "Ikke gemt i filen" in opened.words()
        desk.opened.click("Behold")
        assert "svar: Noget andet" in desk.saved()
        opened.until(lambda: "Ikke gemt i filen" not in opened.words())


def test_a_shared_file_is_opened_as_a_folder_of_ones_own(qtbot: QtBot, tmp_path: Path) -> None:
    manifest = Manifest(id=PackId("a.b"), title="Delt pakke", version=1)
    shared = tmp_path / "delt.quizpack"
    shared.write_bytes(build_quizpack(Pack(manifest=manifest, questions=(a_card("a"),))))
    with opened_window(qtbot, tmp_path / "home") as opened:
        opened.do("go.authoring")
        opened.until_title("Skriv pakker")
        opened.routes.editor.route.open(shared)
        opened.until_title("Delt pakke")
        assert (tmp_path / "home/packs/delt/pakke.yaml").is_file()


def test_a_file_that_is_no_pack_is_said_to_be_none(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "x.quizpack").write_bytes(b"ikke en pakke")
    with opened_window(qtbot, tmp_path / "home") as opened:
        opened.do("go.authoring")
        opened.until_title("Skriv pakker")
        opened.routes.editor.route.open(tmp_path / "x.quizpack")
        opened.until(lambda: "kunne ikke læses som en pakke" in opened.words())
        assert opened.title == "Skriv pakker"


def test_what_the_pack_says_of_itself_is_written(desk: Desk) -> None:
    desk.opened.click("Om pakken")
    desk.opened.until(lambda: isinstance(desk.writing.page.form, PackForm))
    form = desk.writing.page.form
    assert isinstance(form, PackForm)
    edit = form.inputs["titel"].edits()[0]
    assert isinstance(edit, QLineEdit)
    edit.selectAll()
    QTest.keyClicks(edit, "En ny titel")
    assert "  titel: En ny titel\n" in desk.saved()


def test_a_pack_that_was_left_is_saved_and_changes_no_more(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.fill("spørgsmål", "Hvad?")
    writing = desk.writing
    desk.opened.do("go.back")
    desk.opened.until_title("Skriv pakker")
    path = desk.folder / "pakke.yaml"
    desk.opened.until(lambda: "Hvad?" in path.read_text(encoding="utf-8"))
    writing.undo()
    assert "Hvad?" in writing.document.text
    assert "Min pakke" in desk.opened.words()


def test_a_pack_is_written_for_other_programs(desk: Desk, tmp_path: Path) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad hed unionen fra 1397?", "Kalmarunionen")
    desk.opened.routes.editor.route.write_file(tmp_path / "min.xlsx")
    desk.opened.until(lambda: "Gemt som »min.xlsx«" in desk.opened.words())
    assert (tmp_path / "min.xlsx").read_bytes().startswith(b"PK")


def choose_way(desk: Desk, words: str) -> None:
    """Open the menu of ways to share, and choose one."""
    page = desk.writing.page
    desk.opened.do("author.export")
    desk.opened.until(lambda: bool(ways(desk)))
    [action] = [one for one in ways(desk) if words in one.text()]
    action.trigger()
    for menu in page.export.findChildren(QMenu):
        menu.close()


def ways(desk: Desk) -> list[QAction]:
    menus = desk.writing.page.export.findChildren(QMenu)
    return [one for menu in menus if menu.isVisible() for one in menu.actions()]


def test_a_pack_that_is_written_goes_on_paper_and_back_to_the_editor(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad hed unionen fra 1397?", "Kalmarunionen")
    choose_way(desk, "På papir")
    desk.opened.until_title("Udskriv")
    desk.opened.do("go.back")
    desk.opened.until_title("Min pakke")
    assert desk.writing.page.isVisible()


def test_a_corrected_pack_goes_out_under_the_next_number_and_no_one_loses_an_answer(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad hed unionen fra 1397?", "Kalmarunionen")
    first, second = tmp_path / "en.quizpack", tmp_path / "to.quizpack"
    targets = iter([(str(first), ""), (str(second), "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: next(targets))
    choose_way(desk, "Som pakke til andre")
    desk.opened.until(first.exists)
    desk.fill("svar", "Unionen i Kalmar")
    choose_way(desk, "Som version 2")
    desk.opened.until(second.exists)
    one, other = (read_pack(path).pack for path in (first, second))
    assert one is not None
    assert other is not None
    assert (one.manifest.version, other.manifest.version) == (1, 2)
    assert other.manifest.previous == pack_content_sha(one)
    assert [question.id for question in one.questions] == [item.id for item in other.questions]
    assert "version: 2" in desk.saved()
    desk.writing.undo()
    assert desk.writing.document.manifest().version == 1


def test_a_pack_with_errors_is_not_shared(desk: Desk, tmp_path: Path) -> None:
    desk.opened.do("author.add")
    desk.fill("spørgsmål", "Hvad hed unionen fra 1397?")
    desk.opened.routes.editor.route.write_file(tmp_path / "min.quizpack")
    desk.opened.until(lambda: "Pakken har fejl" in desk.opened.words())
    assert not (tmp_path / "min.quizpack").exists()

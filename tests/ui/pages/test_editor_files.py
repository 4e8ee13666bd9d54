"""A pack that is written meets other files: saved, rescued, shared, changed by others."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from quizapp.base.ids import PackId
from quizapp.library.editing.packs import begin_pack
from quizapp.packs.editions import pack_content_sha
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import read_pack
from quizapp.questions.kinds import Kind
from quizapp.questions.pack import Manifest, Pack
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.editor.sharing import ToShare
from quizapp.ui.widgets.toast import Toast
from tests.ui.pages.editor_desk import Desk, new_pack, open_pack
from tests.ui.pages.window import opened_window
from tests.unit.packs.test_quizpack import a_card


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with new_pack(qtbot, tmp_path) as desk:
        yield desk


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


def left_behind_the_worker(desk: Desk, act: Callable[[], None]) -> None:
    """Leave the pack, and do something whose answer comes only when its page has gone."""
    page = desk.writing.page
    desk.opened.do("go.back")
    with desk.opened.worker_held():
        act()
        desk.opened.until_title("Skriv pakker")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(page)
    desk.opened.ask(lambda: None)


def test_a_page_that_is_being_left_asks_for_no_more_previews(desk: Desk) -> None:
    desk.opened.do("author.add")
    writing = desk.writing
    left_behind_the_worker(desk, lambda: writing.show_chosen(writing.chosen))


def test_a_pack_that_is_left_when_it_was_to_be_shared_opens_no_menu(desk: Desk) -> None:
    desk.opened.do("author.add")
    opener = desk.writing.page.export
    pack = ToShare(folder=desk.folder, pack_id="a.b", title="Min pakke", version=1)
    sharing = desk.opened.routes.editor.route._sharing
    left_behind_the_worker(desk, lambda: sharing.choose(opener, pack))
    assert QApplication.activePopupWidget() is None


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
    targets = iter([[str(first)], [str(second)]])
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QFileDialog.DialogCode.Accepted)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _dialog: next(targets))
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
    [toast] = desk.opened.window.findChildren(Toast)
    assert toast.icon_name == "triangle-alert"

"""A teacher writes a pack in the window: every key reaches the file, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.ids import PackId
from quizapp.library.editing.packs import begin_pack
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import read_pack
from quizapp.questions.kinds import Choice, Date, Kind, Term
from quizapp.questions.pack import Manifest, Pack
from quizapp.ui.editor.pack_form import PackForm
from quizapp.ui.editor.question_form import QuestionForm
from quizapp.ui.editor.writing import Writing
from tests.ui.pages.window import Opened, opened_window
from tests.unit.packs.test_quizpack import a_card


class Desk:
    """A window in which a pack is being written."""

    def __init__(self, opened: Opened, folder: Path) -> None:
        self.opened = opened
        self.folder = folder

    @property
    def writing(self) -> Writing:
        """The open pack."""
        writing = self.opened.routes.editor.route.writing
        assert writing is not None
        return writing

    @property
    def form(self) -> QuestionForm:
        """The form of the chosen question."""
        form = self.writing.page.form
        assert isinstance(form, QuestionForm)
        return form

    def field(self, key: str, place: int = 0) -> QWidget:
        """Return where a field is written."""
        return self.form.fields[key].input.edits()[place]

    def fill(self, key: str, text: str, place: int = 0) -> None:
        """Write in a field."""
        edit = self.field(key, place)
        edit.setFocus()
        assert isinstance(edit, QLineEdit | QPlainTextEdit)
        edit.selectAll()
        QTest.keyClicks(edit, text)
        self.writing.flush()

    def saved(self) -> str:
        """Wait until all is saved, and return the file."""
        self.writing.flush()
        path = self.folder / "pakke.yaml"
        self.opened.until(lambda: path.read_text(encoding="utf-8") == self.writing.document.text)
        return path.read_text(encoding="utf-8")

    def pack(self) -> Pack:
        """Return the pack as the saved file has it."""
        self.saved()
        found = read_pack(self.folder)
        assert found.pack is not None, found.problems
        return found.pack

    def looked(self) -> None:
        """Wait until the text as it is now has been looked through."""
        self.writing.flush()
        self.opened.until(lambda: self.writing.session.looked_text == self.writing.document.text)

    def term(self, prompt: str, answer: str) -> None:
        """Fill in a question that is answered by a term."""
        self.fill("spørgsmål", prompt)
        self.fill("svar", answer)


def open_pack(opened: Opened, folder: Path) -> Desk:
    """Open a folder in the editor."""
    opened.do("go.authoring")
    opened.until_title("Skriv pakker")
    route = opened.routes.editor.route
    route.open(folder)
    opened.until(lambda: route.writing is not None)
    return Desk(opened, folder)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    manifest = Manifest(id=PackId("a.b"), title="Min pakke", version=1, license="CC0-1.0")
    folder = begin_pack(tmp_path / "pakke", manifest)
    with opened_window(qtbot, tmp_path / "home") as opened:
        yield open_pack(opened, folder)


def test_a_question_that_is_typed_is_in_the_file(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad hed unionen fra 1397?", "Kalmarunionen")
    [question] = desk.pack().questions
    assert isinstance(question, Term)
    assert (question.prompt, question.key.answers) == (
        "Hvad hed unionen fra 1397?",
        ("Kalmarunionen",),
    )


def test_ctrl_enter_begins_the_next_question_of_the_same_kind(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    desk.opened.press(Qt.Key.Key_Return, control=True)
    assert len(desk.writing.document.questions) == 2
    assert QApplication.focusWidget() is desk.field("spørgsmål")
    assert desk.form.kind is Kind.TERM


def test_another_kind_keeps_what_was_written(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvornår?", "5. juni 1849")
    box = desk.form.fields["type"].input
    box.show_value("dato")
    box.changed.emit()
    assert desk.form.kind is Kind.DATE
    [question] = desk.pack().questions
    assert isinstance(question, Date)


def test_options_are_written_in_rows(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvem?", "Hun")
    box = desk.form.fields["type"].input
    box.show_value("valg")
    box.changed.emit()
    desk.fill("forkerte", "Han", 0)
    desk.fill("forkerte", "Han kom senere", 1)
    desk.fill("forkerte", "De", 2)
    [question] = desk.pack().questions
    assert isinstance(question, Choice)
    assert [(one.text, one.why) for one in question.wrong] == [
        ("Han", "Han kom senere"),
        ("De", ""),
    ]


def test_undo_takes_back_what_was_typed_and_redo_brings_it_again(desk: Desk) -> None:
    desk.opened.do("author.add")
    empty = desk.writing.document.text
    desk.fill("spørgsmål", "Hvad?")
    desk.writing.document.settle()
    desk.fill("svar", "Det")
    full = desk.writing.document.text
    desk.opened.press(Qt.Key.Key_Z, control=True)
    desk.opened.press(Qt.Key.Key_Z, control=True)
    assert desk.writing.document.text == empty
    edit = desk.field("spørgsmål")
    assert isinstance(edit, QPlainTextEdit)
    assert edit.toPlainText() == ""
    desk.opened.do("edit.redo")
    desk.opened.do("edit.redo")
    assert desk.writing.document.text == full
    assert edit.toPlainText() == "Hvad?"


def test_a_copy_and_a_move_by_keys(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    desk.opened.do("author.copy")
    desk.term("Hvem?", "Hun")
    desk.opened.do("author.up")
    pack = desk.pack()
    assert [one.prompt for one in pack.questions] == ["Hvem?", "Hvad?"]
    assert len({one.id for one in pack.questions}) == 2


def test_a_deleted_question_comes_back_by_the_toast(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    desk.writing.delete()
    assert not desk.writing.document.questions
    desk.opened.do("edit.undo")
    assert len(desk.writing.document.questions) == 1


def test_several_questions_get_topics_at_once(desk: Desk) -> None:
    for number in range(3):
        desk.opened.do("author.add")
        desk.term(f"Hvad er {number}?", f"Det {number}")
    desk.writing.page.list.view.selectAll()
    desk.opened.click("Emner")
    desk.opened.type("krig, fred")
    assert {one.topics for one in desk.pack().questions} == {("krig", "fred")}


def test_a_problem_is_shown_and_mended_by_its_button(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    path = desk.folder / "pakke.yaml"
    desk.saved()
    text = path.read_text(encoding="utf-8") + "  hintt: et hint\n"
    desk.writing.document.replace_text(text)
    desk.writing.session.note_change()
    desk.looked()
    assert "Mente du »hint«" in desk.opened.words()
    desk.opened.click("Ret til »hint«")
    assert "  hint: et hint\n" in desk.saved()


def test_go_to_shows_the_field_that_is_missing(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.fill("spørgsmål", "Hvad?")
    desk.looked()
    desk.opened.do("author.list")
    desk.opened.click("Gå til")
    assert QApplication.focusWidget() is desk.field("svar")


def test_the_preview_marks_an_answer_that_is_tried(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvornår?", "5. september 1905")
    box = desk.form.fields["type"].input
    box.show_value("dato")
    box.changed.emit()
    preview = desk.writing.page.preview
    desk.opened.until(lambda: isinstance(preview.question, Date))
    desk.opened.do("author.preview")
    assert QApplication.focusWidget() is preview.field.edit
    QTest.keyClicks(preview.field.edit, "5/9 05")
    desk.opened.until(lambda: "5/9 05: Rigtigt" in _names(preview))
    assert "september 1905: Næsten" in _names(preview)


def _names(root: QWidget) -> list[str]:
    return [part.accessibleName() for part in root.findChildren(QWidget) if part.isVisible()]


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


def test_lines_that_cannot_be_read_are_shown_as_they_stand(desk: Desk) -> None:
    text = desk.writing.document.text
    desk.writing.document.replace_text(text + '- id: a\n  type: "kort\n  kategori: begreb\n')
    desk.writing.session.note_change()
    desk.writing.choose([desk.writing.document.questions[0].uid])
    assert "Linjerne kan ikke læses som felter" in desk.opened.words()


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


def test_the_list_is_filtered_by_words_and_walked_by_arrows(desk: Desk) -> None:
    for number in range(3):
        desk.opened.do("author.add")
        desk.term(f"Hvad er {number}?", f"Svaret er {number}")
    listed = desk.writing.page.list
    listed.filter.set_text("svaret 0")
    shown = listed.view.model()
    # What is chosen is shown whether it fits or not.
    assert [shown.index(row, 0).data()[:13] for row in range(shown.rowCount())] == [
        "1. Hvad er 0?",
        "3. Hvad er 2?",
    ]
    listed.filter.set_text("")
    desk.opened.do("author.list")
    desk.opened.press(Qt.Key.Key_Up)
    assert desk.writing.chosen == (desk.writing.document.questions[1].uid,)
    desk.opened.press(Qt.Key.Key_Delete)
    assert len(desk.writing.document.questions) == 2


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

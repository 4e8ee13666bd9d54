"""The reading text is written in the editor: passages, their marks, and what points to them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.library.editing.packs import begin_pack
from quizapp.packs.reader import read_pack
from quizapp.ui.editor.passage_form import NoTextForm, PassageForm
from quizapp.ui.editor.question_commands import add, delete, move
from quizapp.ui.widgets.rich_text import RichText
from tests.ui.pages.editor_desk import MANIFEST, Desk, new_pack, open_pack
from tests.ui.pages.window import opened_window

PLAIN = "# Krigen\n\n## Optakten\n\n{#afsnit-1}\nDet ene.\n\n{#afsnit-2}\nDet andet.\n"
TEXT = PLAIN.replace("\n", "\r\n")


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with new_pack(qtbot, tmp_path) as made:
        yield made


@pytest.fixture
def with_text(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    folder = begin_pack(tmp_path / "pakke", MANIFEST)
    path = folder / "pakke.yaml"
    head = path.read_text(encoding="utf-8").replace("pakke:\n", "pakke:\n  læsetekst: tekst.md\n")
    questions = "- id: a\n  type: skriv\n  kategori: sted\n  spørgsmål: Hvor?\n  svar: Her\n"
    path.write_text(f"{head}{questions}  læs: afsnit-2\n", encoding="utf-8")
    (folder / "tekst.md").write_bytes(TEXT.encode())
    with opened_window(qtbot, tmp_path / "home") as opened:
        yield open_pack(opened, folder)


def form_of(desk: Desk) -> PassageForm:
    form = desk.writing.page.form
    assert isinstance(form, PassageForm)
    return form


def write_passage(desk: Desk, words: str, heading: str = "") -> None:
    form = form_of(desk)
    form.words.edit.selectAll()
    QTest.keyClicks(form.words.edit, words)
    if heading:
        QTest.keyClicks(form.heading.edit, heading)
    desk.writing.flush()


def text_file(desk: Desk) -> bytes:
    session = desk.writing.session
    desk.writing.flush()
    session.save()
    desk.opened.until(lambda: session.base.content == desk.writing.document.content)
    return (desk.folder / "tekst.md").read_bytes()


def test_a_pack_without_a_text_says_so_and_gets_one(desk: Desk) -> None:
    writing = desk.writing
    writing.toggle_text()
    form = writing.page.form
    assert isinstance(form, NoTextForm)
    assert form.begin.hasFocus()
    form.begin.click()
    write_passage(desk, "Det begyndte i 1904.", "Optakten")
    assert text_file(desk) == b"## Optakten\n\n{#afsnit-1}\nDet begyndte i 1904.\n"
    assert "læsetekst: tekst.md" in (desk.folder / "pakke.yaml").read_text(encoding="utf-8")


def test_only_the_passage_that_was_written_in_changes_in_the_file(with_text: Desk) -> None:
    with_text.writing.toggle_text()
    with_text.writing.choose([with_text.writing.document.reading.passages[1].uid])
    write_passage(with_text, "Noget andet.")
    assert text_file(with_text) == TEXT.replace("Det andet.", "Noget andet.").encode()


def test_a_question_is_asked_to_a_passage_and_points_to_it(desk: Desk) -> None:
    desk.writing.toggle_text()
    add(desk.writing)
    write_passage(desk, "Freden kom i 1905.")
    form_of(desk).ask.click()
    desk.term("Hvornår kom freden?", "1905")
    box = desk.form.fields["læs"].input.edits()[0]
    assert not box.isHidden()
    [question] = desk.pack().questions
    assert question.passage == "afsnit-1"
    assert desk.pack().passages[0].body == "Freden kom i 1905."


def test_the_preview_shows_a_passage_as_it_is_written(with_text: Desk) -> None:
    with_text.writing.toggle_text()
    write_passage(with_text, "Med et nyt ord.")
    [words] = with_text.writing.page.preview.findChildren(RichText)
    assert "Med et nyt ord." in words.toPlainText()


def test_questions_follow_a_mark_that_changes_in_one_step(with_text: Desk) -> None:
    writing = with_text.writing
    before = writing.document.content
    writing.toggle_text()
    writing.choose([writing.document.reading.passages[1].uid])
    mark = form_of(with_text).mark.edit
    mark.setText("Freden 1905")
    QTest.keyClick(mark, Qt.Key.Key_Return)
    assert "{#freden-1905}" in writing.document.content.reading
    assert "læs: freden-1905" in writing.document.text
    writing.undo()
    assert writing.document.content == before


def test_a_mark_that_another_passage_has_is_not_taken(with_text: Desk) -> None:
    writing = with_text.writing
    writing.toggle_text()
    mark = form_of(with_text).mark.edit
    mark.setText("afsnit-2")
    QTest.keyClick(mark, Qt.Key.Key_Return)
    assert "{#afsnit-1}" in writing.document.content.reading
    assert mark.text() == "afsnit-1"


def test_passages_are_moved_taken_out_and_brought_back(with_text: Desk) -> None:
    writing = with_text.writing
    before = writing.document.content
    writing.toggle_text()
    move(writing, 1)
    assert [one.mark for one in writing.text.passages()] == ["afsnit-2", "afsnit-1"]
    writing.choose([writing.document.reading.passages[0].uid])
    delete(writing)
    assert "læs" not in writing.document.text.replace("læsetekst", "")
    for _step in range(2):
        writing.undo()
    assert writing.document.content == before
    writing.redo()
    assert [one.mark for one in writing.text.passages()] == ["afsnit-2", "afsnit-1"]


def test_a_long_text_that_was_pasted_is_parted_at_its_blank_lines(desk: Desk) -> None:
    writing = desk.writing
    writing.toggle_text()
    add(writing)
    form_of(desk).words.edit.insertPlainText("Et.\n\nTo.\n\nTre.")
    writing.flush()
    form_of(desk).part.click()
    assert [one.body for one in writing.text.passages()] == ["Et.", "To.", "Tre."]
    writing.undo()
    assert [one.body for one in writing.text.passages()] == ["Et.\n\nTo.\n\nTre."]


def test_undo_goes_to_where_the_step_was_made(with_text: Desk) -> None:
    writing = with_text.writing
    writing.toggle_text()
    write_passage(with_text, "Ændret.")
    writing.toggle_text()
    with_text.fill("spørgsmål", "Hvor var det?")
    shown = []
    for act in (writing.undo, writing.undo, writing.redo, writing.redo):
        act()
        shown.append(writing.text.is_shown)
    assert shown == [False, True, True, False]


def test_a_problem_in_the_text_leads_to_its_passage(with_text: Desk) -> None:
    writing = with_text.writing
    bad = PLAIN.replace("{#afsnit-2}", "{#AFSNIT 2}")
    writing.document.replace_text(writing.document.text, bad)
    writing.session.note_change()
    with_text.looked()
    findings = writing.page.problems._findings
    [finding] = [one for one in findings if one.is_in_reading]
    writing.page.problems.gone_to.emit(finding)
    assert writing.text.is_shown
    assert writing.text.chosen == writing.document.reading.passages[1].uid


def test_what_was_typed_in_a_passage_survives_the_program(with_text: Desk) -> None:
    with_text.writing.session.is_held = True
    with_text.writing.toggle_text()
    write_passage(with_text, "Reddet.")
    kept = with_text.folder.parent.glob("home/**/editing/*.json")
    assert any("Reddet." in one.read_text(encoding="utf-8") for one in kept)


def test_a_pack_with_a_text_is_read_as_it_is_shown(with_text: Desk) -> None:
    pack = read_pack(with_text.folder).pack
    assert pack is not None
    assert with_text.writing.text.passages() == pack.passages


def test_the_focus_stays_on_the_page_where_a_pane_has_nothing_to_do_in_it(desk: Desk) -> None:
    desk.opened.window.resize(720, 480)
    desk.writing.toggle_text()
    add(desk.writing)
    write_passage(desk, "Freden kom i 1905.")
    for code in ("author.preview", "author.problems"):
        desk.opened.do(code)
        focused = QApplication.focusWidget()
        assert focused is not None
        assert desk.writing.page.isAncestorOf(focused), code


def test_the_focus_stays_in_the_form_when_a_step_back_brings_another(desk: Desk) -> None:
    add(desk.writing)
    desk.term("Hvad?", "Det")
    desk.writing.show_about()
    desk.writing.undo()
    desk.writing.undo()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.writing.page.form_scroll.isAncestorOf(focused)

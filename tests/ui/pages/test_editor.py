"""A teacher writes questions in the window: every key reaches the pack, and can be taken back."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from quizapp.questions.kinds import Choice, Date, Kind, Term
from quizapp.ui.editor.kind_input import PAUSE_MS
from quizapp.ui.editor.question_commands import add, delete
from quizapp.ui.forms.rows_input import RowsInput
from tests.ui.pages.editor_desk import Desk, new_pack


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    with new_pack(qtbot, tmp_path) as desk:
        yield desk


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


def test_a_kind_chosen_for_a_question_that_has_gone_changes_nothing(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvem?", "Hun")
    box = desk.form.fields["type"].input
    desk.writing.chosen = ()
    text = desk.writing.document.text
    box.show_value("valg")
    box.changed.emit()
    assert desk.writing.document.text == text


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


def test_why_an_option_is_wrong_is_kept_before_the_option_is_written(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvem?", "Hun")
    box = desk.form.fields["type"].input
    box.show_value("valg")
    box.changed.emit()
    desk.fill("forkerte", "Han kom senere", 1)
    desk.opened.do("author.add")
    desk.writing.choose([desk.writing.document.questions[0].uid])
    reason = desk.field("forkerte", 1)
    assert isinstance(reason, QLineEdit)
    assert reason.text() == "Han kom senere"
    assert '"": Han kom senere' in desk.saved()


def test_undo_of_a_new_question_goes_back_to_the_one_it_was_begun_at(desk: Desk) -> None:
    desk.opened.do("author.add")
    desk.term("Hvad?", "Det")
    desk.opened.do("author.add")
    desk.opened.do("edit.undo")
    assert [one.uid for one in desk.writing.document.questions] == [*desk.writing.chosen]
    assert desk.form.fields["svar"].input.value() == "Det"


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
    delete(desk.writing)
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


def test_lines_that_cannot_be_read_are_shown_as_they_stand(desk: Desk) -> None:
    text = desk.writing.document.text
    desk.writing.document.replace_text(text + '- id: a\n  type: "kort\n  kategori: begreb\n')
    desk.writing.session.note_change()
    desk.writing.choose([desk.writing.document.questions[0].uid])
    assert "Linjerne kan ikke læses som felter" in desk.opened.words()


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


def test_tab_goes_through_a_row_that_was_added_before_it_goes_on(desk: Desk) -> None:
    add(desk.writing)
    desk.form.kind_chosen.emit("par")
    rows = desk.form.fields["par"].input
    assert isinstance(rows, RowsInput)
    for place in (0, 1):
        rows.rows[place].edits[0].setFocus()
        QTest.keyClicks(rows.rows[place].edits[0], f"x{place}")
    stops = [*rows.rows[1].edits, rows.rows[1].remove, rows.rows[2].edits[0]]
    stops[0].setFocus()
    for here, following in pairwise(stops):
        QTest.keyClick(here, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is following


def test_keys_may_walk_past_a_kind_without_losing_what_it_cannot_hold(
    qtbot: QtBot, desk: Desk
) -> None:
    add(desk.writing)
    desk.term("Hvad?", "Det")
    desk.fill("også", "Dette")
    box = desk.field("type")
    box.setFocus()
    for _step in range(2):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Up)
    qtbot.wait(PAUSE_MS + 100)
    [question] = desk.pack().questions
    assert isinstance(question, Term)
    assert question.key.answers == ("Det", "Dette")


def test_tab_makes_the_kind_that_keys_have_come_to_and_goes_on_to_the_next_field(
    qtbot: QtBot, desk: Desk
) -> None:
    add(desk.writing)
    desk.term("Hvad?", "Det")
    box = desk.field("type")
    box.setFocus()
    QTest.keyClicks(box, "V")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: desk.form.kind is Kind.CHOICE)
    assert desk.form.focused_key() == "kategori"


def test_problems_keep_their_lines_while_one_types(desk: Desk) -> None:
    add(desk.writing)
    desk.term("Hvad?", "Det")
    desk.looked()
    strip = desk.writing.page.problems
    before = strip.lines
    assert before
    place = before[0].finding.problem.line
    desk.writing.document.set_manifest({"beskrivelse": "To\nlinjer"})
    desk.writing.session.note_change()
    desk.looked()
    assert strip.lines is before
    assert before[0].finding.problem.line == place + 3


def test_a_problem_beside_another_field_leaves_both_on_one_line(desk: Desk) -> None:
    desk.opened.window.resize(1280, 800)
    add(desk.writing)
    desk.form.kind_chosen.emit("dato")
    desk.fill("spørgsmål", "Hvornår?")
    desk.fill("svar", "Gallipoli")
    desk.looked()
    desk.opened.until(desk.form.fields["svar"].problem.isVisible)
    QApplication.processEvents()
    tops = [
        desk.form.fields[key].input.mapTo(desk.form, QPoint(0, 0)).y()
        for key in ("svar", "nøjagtighed")
    ]
    # A drop-down is a little higher than a line.
    assert abs(tops[0] - tops[1]) < 5

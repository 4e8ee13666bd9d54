"""Fields, gaps and lists: what is typed comes out, Enter does what it says, slips are marked."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.field import LIMIT, Field
from quizapp.ui.widgets.gap_text import Gap, GapText
from quizapp.ui.widgets.list_field import ListField
from quizapp.ui.widgets.verdict import differing

W = TypeVar("W", bound=QWidget)
SENTENCE = ("Japan fik den ", Gap(7), " halvdel af ", Gap(8), ", men ingen ", Gap(18), ".")


def _active(qtbot: QtBot, part: W) -> W:
    qtbot.addWidget(part)
    part.resize(700, 300)
    part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)
    return part


def test_enter_submits_what_is_typed(qtbot: QtBot) -> None:
    field = _active(qtbot, Field("Skriv datoen"))
    qtbot.keyClicks(field.edit, "5/9 1905")
    with qtbot.waitSignal(field.submitted) as submitted:
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert submitted.args == ["5/9 1905"]


def test_the_hint_is_the_description(qtbot: QtBot) -> None:
    field = _active(qtbot, Field("Skriv datoen"))
    field.set_hint("Dag, måned og år.", ("17. marts 1725", "17/3 1725"))
    assert field.edit.accessibleDescription() == "Dag, måned og år. 17. marts 1725, 17/3 1725"


def test_an_error_stands_under_the_field_and_in_its_description(qtbot: QtBot) -> None:
    field = _active(qtbot, Field("Dato"))
    field.set_hint("Dag og år.")
    field.set_error("Datoen er passeret.")
    assert field.edit.accessibleDescription() == "Datoen er passeret."
    field.set_error("")
    assert field.edit.accessibleDescription() == "Dag og år."


def test_a_field_takes_200_characters_and_counts_the_last_ones(qtbot: QtBot) -> None:
    field = _active(qtbot, Field("Svar"))
    field.set_text("a" * 300)
    assert len(field.text()) == LIMIT
    counts = [label for label in field.findChildren(QWidget) if label.isVisible()]
    assert any(getattr(one, "text", str)() == "200 af 200 tegn" for one in counts)


def test_a_unit_is_part_of_the_name(qtbot: QtBot) -> None:
    field = _active(qtbot, Field("Skriv et tal", unit="soldater"))
    assert field.edit.accessibleName() == "Skriv et tal, soldater"


def test_gaps_are_read_with_their_number(qtbot: QtBot) -> None:
    text = _active(qtbot, GapText(SENTENCE))
    assert text.fields[2].edit.accessibleName() == "hul 3 af 3"


def test_enter_goes_through_the_gaps_and_answers_in_the_last(qtbot: QtBot) -> None:
    text = _active(qtbot, GapText(SENTENCE))
    text.fields[0].edit.setFocus()
    for field, word in zip(text.fields[:2], ("sydlige", "Sakhalin"), strict=True):
        qtbot.keyClicks(field.edit, word)
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert text.fields[2].edit.hasFocus()
    with qtbot.waitSignal(text.submitted) as submitted:
        qtbot.keyClick(text.fields[2].edit, Qt.Key.Key_Return)
    assert submitted.args == [("sydlige", "Sakhalin", "")]


def test_the_width_of_a_gap_gives_no_length_away(qtbot: QtBot) -> None:
    text = _active(qtbot, GapText(("a ", Gap(3), " b ", Gap(8), " c ", Gap(9))))
    widths = [field.sizeHint().width() for field in text.fields]
    assert widths[0] == widths[1] < widths[2]


def test_enter_opens_the_next_line_and_answers_from_the_last(qtbot: QtBot) -> None:
    lines = _active(qtbot, ListField(2))
    lines.lines[0].edit.setFocus()
    qtbot.keyClicks(lines.lines[0].edit, "Rusland")
    qtbot.keyClick(lines.lines[0].edit, Qt.Key.Key_Return)
    assert lines.lines[1].edit.hasFocus()
    qtbot.keyClicks(lines.lines[1].edit, "Tyskland")
    with qtbot.waitSignal(lines.submitted) as submitted:
        qtbot.keyClick(lines.lines[1].edit, Qt.Key.Key_Return)
    assert submitted.args == [("Rusland", "Tyskland")]


def test_commas_give_each_answer_its_own_line(qtbot: QtBot) -> None:
    lines = _active(qtbot, ListField(3))
    qtbot.keyClicks(lines.lines[0].edit, "Rusland, Tyskland, Frankrig")
    qtbot.keyClick(lines.lines[0].edit, Qt.Key.Key_Return)
    assert [line.edit.text() for line in lines.lines] == ["Rusland", "Tyskland", "Frankrig"]


def test_a_list_without_a_count_grows(qtbot: QtBot) -> None:
    lines = _active(qtbot, ListField(None))
    qtbot.keyClicks(lines.lines[0].edit, "Rusland")
    qtbot.keyClick(lines.lines[0].edit, Qt.Key.Key_Return)
    assert len(lines.lines) == 2
    with qtbot.waitSignal(lines.submitted):
        qtbot.keyClick(lines.lines[1].edit, Qt.Key.Key_Return)


def test_arrows_go_between_lines(qtbot: QtBot) -> None:
    lines = _active(qtbot, ListField(2))
    lines.lines[0].edit.setFocus()
    qtbot.keyClick(lines.lines[0].edit, Qt.Key.Key_Down)
    assert lines.lines[1].edit.hasFocus()


@pytest.mark.parametrize("place", [0, 1])
def test_a_line_can_be_taken_out(qtbot: QtBot, place: int) -> None:
    lines = _active(qtbot, ListField(3))
    lines.set_answers(("Rusland", "Tyskland", "Frankrig"))
    kept = [name for at, name in enumerate(lines.answers()) if at != place]
    qtbot.mouseClick(lines.lines[place].remove, Qt.MouseButton.LeftButton)
    assert list(lines.answers()) == kept


def test_the_letters_that_differ_are_marked_whatever_their_size() -> None:
    marked = differing("KOBENHAVNN", "København", "text")
    assert [(span.start, span.length) for span in marked] == [(1, 1), (9, 1)]


def test_a_letter_that_is_two_small_ones_moves_no_mark() -> None:
    (span,) = differing("Straßex", "Straße", "text")
    assert (span.start, span.length) == (6, 1)

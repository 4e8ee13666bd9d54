"""The box that an own version is written in, for a question of every kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.library.own_texts import OwnTexts
from quizapp.questions.codec import encode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind, kind_of
from quizapp.ui.forms.own_version_box import OwnVersionBox
from quizapp.ui.widgets.note_box import NoteBox
from tests.screens.authoring import QUESTIONS

OF_KIND = {kind_of(one): encode(one) for one in QUESTIONS}


def own_texts(kind: Kind, **answers: Plain) -> OwnTexts:
    return OwnTexts(kind=kind, prompt="Hvad?", answers=answers, hint="", explanation="")


@pytest.mark.parametrize("kind", list(Kind))
def test_answers_that_nobody_touches_are_as_they_came(qtbot: QtBot, kind: Kind) -> None:
    texts = own_texts(kind, **OF_KIND[kind])
    box = OwnVersionBox(texts)
    qtbot.addWidget(box)
    assert box.fields
    assert box.texts() == texts


@pytest.mark.parametrize("kind", list(Kind))
def test_the_answer_of_every_kind_can_be_written(qtbot: QtBot, kind: Kind) -> None:
    box = OwnVersionBox(own_texts(kind, **OF_KIND[kind]))
    qtbot.addWidget(box)
    key, *_others = box.fields
    first, *_more = box.edits_of(key)
    QTest.keyClicks(first, "igen")
    assert "igen" in str(box.texts().answers[key])


def test_one_more_thing_is_added_to_a_list_by_keys(qtbot: QtBot) -> None:
    box = OwnVersionBox(own_texts(Kind.ENUMERATION, svar=["Dagmar", "Thyra"]))
    qtbot.addWidget(box)
    last = box.edits_of("svar")[-2]
    QTest.keyClicks(last, "Gunhild")
    assert box.texts().answers["svar"] == ["Dagmar", "Thyra", "Gunhild"]


def test_the_keys_that_keep_and_leave_reach_the_box_from_every_field(qtbot: QtBot) -> None:
    box = OwnVersionBox(own_texts(Kind.CHOICE, rigtigt="Ja", forkerte=["Nej", "Måske"]))
    qtbot.addWidget(box)
    box.show()
    every = [*box.edits.values(), *(edit for key in box.fields for edit in box.edits_of(key))]
    for edit in every:
        with qtbot.waitSignal(box.saved, timeout=1000):
            QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        with qtbot.waitSignal(box.closed, timeout=1000):
            QTest.keyClick(edit, Qt.Key.Key_Escape)


def test_undo_takes_back_what_was_typed_in_the_box(qtbot: QtBot) -> None:
    box = OwnVersionBox(own_texts(Kind.TERM, svar="Dannebrog"))
    qtbot.addWidget(box)
    box.show()
    [edit] = box.edits_of("svar")
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "et")
    QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "Dannebrog"
    assert box.texts().answers["svar"] == "Dannebrog"


def test_a_note_is_kept_by_its_keys(qtbot: QtBot) -> None:
    box = NoteBox("Husk ")
    qtbot.addWidget(box)
    box.show()
    box.take_focus()
    assert QApplication.focusWidget() in (box.edit, None)
    QTest.keyClicks(box.edit, "det")
    with qtbot.waitSignal(box.saved, timeout=1000) as said:
        QTest.keyClick(box.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["Husk det"]

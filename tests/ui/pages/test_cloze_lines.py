"""A cloze without a prompt is named by its text, wherever one line says which question it is."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.clock import SystemClock
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Kind
from quizapp.ui.mock.answer_row import AnswerRow
from quizapp.ui.mock.page import MockPage
from quizapp.ui.mock.result_pdf import _answer
from quizapp.ui.widgets.label import WrappingLabel
from tests.builders import a_question
from tests.screens.mocks import a_mark, a_paper, a_sheet

CLOZE = a_question("hul", type="indsæt", spørgsmål=None, svar=None, tekst="Freden kom i {1864}.")
LINE = "Freden kom i ___."


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    mark = replace(a_mark(0, Outcome.WRONG), question=CLOZE, kind=Kind.CLOZE)
    row = AnswerRow(mark)
    qtbot.addWidget(row)
    return row


def test_in_a_result(row: QWidget) -> None:
    assert LINE in [label.text() for label in row.findChildren(WrappingLabel)]
    assert any(LINE in part.accessibleName() for part in [row, *row.findChildren(QWidget)])


def test_in_a_result_on_paper() -> None:
    mark = replace(a_mark(0, Outcome.WRONG), question=CLOZE, kind=Kind.CLOZE)
    assert LINE in _answer(mark)


def test_in_the_title_of_a_mock_exam(qtbot: QtBot) -> None:
    sheet = a_sheet(0)
    asked = replace(sheet, asking=replace(sheet.asking, question=CLOZE), answer=None)
    page = MockPage(SystemClock())
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.titled) as titled:
        page.show_paper(replace(a_paper(1), sheets=(asked,)))
    assert str(titled.args[0]).endswith(LINE)

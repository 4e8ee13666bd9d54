"""Mock exams that are made for an exam: offered with it, listed on its page, leading back there."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.bank.bank import Bank
from quizapp.scheduling.exam import StudyTime
from quizapp.study.exams import Exams
from quizapp.study.mock_exams import MockExams
from quizapp.study.mock_values import MockWish
from quizapp.study.plan import Plan
from tests.ui.pages.test_mock_window import other_bank
from tests.ui.pages.window import ELEVEN, Opened, opened_window

Key = Qt.Key


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def an_exam(bank: Bank, opened: Opened) -> UUID:
    at = opened.clock.now() + timedelta(days=9)
    time = StudyTime(minutes=(20.0,) * 7)
    return Exams(bank, opened.clock).add("Historieprøve", at, Plan(), time, None)


def test_the_exam_ahead_is_offered_first_with_its_own_questions(opened: Opened) -> None:
    bank = other_bank(opened)
    exams = Exams(bank, opened.clock)
    at = opened.clock.now() + timedelta(days=9)
    scope = Plan(categories=("dato",))
    exam = exams.add("Historieprøve", at, scope, StudyTime(minutes=(20.0,) * 7), None)
    askable = MockExams(bank, opened.clock).offer(Plan(), exam).askable
    bank.close()
    opened.do("mock.start")
    opened.until(lambda: f"{askable} spørgsmål kan komme med." in opened.words())
    assert opened.routes.mock.start.form.exam == exam


def test_enter_goes_on_with_the_one_under_way_also_where_an_exam_is_ahead(opened: Opened) -> None:
    bank = other_bank(opened)
    exam = an_exam(bank, opened)
    MockExams(bank, opened.clock).begin(MockWish(exam=exam, seed=2))
    bank.close()
    opened.do("mock.start")
    opened.until_title("Prøveeksamen")
    opened.press(Key.Key_Return)
    opened.until_title("1 af 9")


def test_the_exam_page_leads_here_and_back(opened: Opened) -> None:
    bank = other_bank(opened)
    exam = an_exam(bank, opened)
    bank.close()
    opened.do("go.exam")
    opened.until_title("Eksamen")
    opened.routes.exam.page.mock_asked.emit(exam)
    opened.until(opened.routes.mock.start.isVisible)
    assert opened.routes.mock.start.form.exam == exam
    opened.press(Key.Key_Escape)
    opened.until_title("Eksamen")


def test_gone_on_with_from_today_it_leads_back_to_its_exam(opened: Opened) -> None:
    bank = other_bank(opened)
    exam = an_exam(bank, opened)
    MockExams(bank, opened.clock).begin(MockWish(exam=exam, seed=2))
    bank.close()
    opened.do("go.home")
    opened.until(lambda: "Du er midt i en prøveeksamen." in opened.words())
    opened.click("Fortsæt prøveeksamen")
    opened.until_title("1 af 9")
    opened.do("mock.hand_in")
    opened.click("Aflevér alligevel")
    opened.until(opened.routes.mock.results.isVisible)
    opened.press(Key.Key_Escape)
    opened.until_title("Eksamen")


def test_the_exam_page_lists_what_its_mock_exams_came_to(opened: Opened) -> None:
    bank = other_bank(opened)
    exam = an_exam(bank, opened)
    mocks = MockExams(bank, opened.clock)
    first = mocks.begin(MockWish(exam=exam, seed=1))
    mocks.hand_in(first.mock_id)
    mocks.begin(MockWish(exam=exam, seed=2))
    bank.close()
    opened.do("go.exam")
    opened.until_title("Eksamen")
    opened.until(lambda: "0 af 9 rigtige" in opened.words())
    opened.click("Historieprøve, i dag")
    opened.until(opened.routes.mock.results.isVisible)
    opened.press(Key.Key_Escape)
    opened.until_title("Eksamen")
    opened.click("Fortsæt prøveeksamen")
    opened.until_title("1 af 9")

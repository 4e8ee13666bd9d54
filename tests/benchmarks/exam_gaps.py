"""What a learner does with an exam, for ``window_gaps``: the form, the page, a what-if, a mock."""

from datetime import timedelta

from PySide6.QtGui import QAction

from quizapp.study.exam_values import ExamDraft
from quizapp.study.exams import Exams
from quizapp.ui.main_window import MainWindow
from tests.benchmarks.bank_builder import NOW
from tests.benchmarks.gaps import Gaps, routes_of, turn_for, turn_until, visit

EXAM = ExamDraft(title="Historieprøve", at=NOW + timedelta(days=40), minutes=(20.0,) * 7, goal=0.9)


def plan_for(exams: Exams) -> None:
    """Store the exam before the window opens."""
    exams.save(EXAM)


def follow_exam(gaps: Gaps, window: MainWindow) -> None:
    """Look at the exam, try other minutes, change the plan, and sit a mock exam."""
    routes = routes_of(window)
    visit(gaps, window, "exam page", action(window, "go.exam").trigger, "Eksamen")
    page = routes.exam.page
    with gaps.doing("exam what-if"):
        assert page.what_if is not None
        page.what_if.slider.setValue(page.what_if.present + 10)
        turn_for(2.0)
    with gaps.doing("exam form"):
        assert page.view is not None
        routes.exam.edit(page.view.uuid)
        turn_until(routes.exam.has_open_form, "the form")
        turn_for(2.0)
    visit(gaps, window, "exam page again", action(window, "go.exam").trigger, "Eksamen")
    mock = routes.mock
    with gaps.doing("mock exam begins"):
        mock.open()
        turn_until(mock.start.isVisible, "the start")
        mock.begin()
        turn_until(mock.page.isVisible, "the paper")
    with gaps.doing("mock exam handed in"):
        mock.page.notice.confirmed.emit()
        turn_until(mock.results.isVisible, "the result")


def action(window: MainWindow, code: str) -> QAction:
    """Return a command of the window."""
    return next(one for one in window.actions() if one.objectName() == code)

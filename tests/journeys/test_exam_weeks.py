"""Two weeks up to an exam in the whole window, three days let go, and the day after."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.questions.answer_form import right_answer
from quizapp.questions.answers import Answer, Typed
from quizapp.scheduling.exam_forecast import ExamForecast
from quizapp.scheduling.exam_terms import Afterwards
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.mock_values import MockResult
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from quizapp.ui.exam.page import ExamPage
from quizapp.ui.mock.answers import put_back
from quizapp.ui.study.ordering_view import OrderingView
from quizapp.ui.widgets.label import WrappingLabel
from tests.ui.pages.window import Opened, opened_window

CONTENT = Path(__file__).resolve().parents[2] / "content/portsmouth-1905"
DAYS = 14
LET_GO = {4, 5, 9}
MINUTES = 8
ANSWER_MS = 15_000
MIDDLE = 7
A_LITTLE = 0.1
T = TypeVar("T")


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, CONTENT) as window:
        yield window


def in_worker(opened: Opened, work: Callable[[Desk], T]) -> T:
    """Do something with the desk in the one thread that has the bank."""
    found: list[T] = []
    desk = opened.routes._services.desk
    opened.routes._runner.run(lambda: work(desk), found.append, opened.routes.fail)
    opened.until(lambda: bool(found))
    return found[0]


def study(desk: Desk, rng: Random) -> int:
    """Do the day's round, three answers in four right; return how many were given."""
    sitting = desk.begin(Plan())
    given = 0
    while isinstance(sitting.state, Asking) and given < 100:
        right = right_answer(sitting.state.question)
        knows = rng.random() < 0.75 or not isinstance(right, Typed)
        answer: Answer = right if knows else Typed("det ved jeg ikke")
        sitting.answer(Given(answer=answer, elapsed_ms=ANSWER_MS))
        sitting.proceed()
        given += 1
    return given


def add_exam(opened: Opened) -> ExamPage:
    opened.do("go.exam")
    opened.until_title("Eksamen")
    opened.click("Tilføj en eksamen")
    opened.until_title("Ny eksamensplan")
    form = opened.routes.exam.form
    assert form is not None
    QTest.keyClicks(form.name.edit, "Historieprøve")
    form.day.edit.setFocus()
    QTest.keyClicks(form.day.edit, "7/12")
    for box in form.week.boxes:
        box.spin.setValue(MINUTES)
    form.goal.setCurrentIndex(form.goal.findData(80))
    opened.until(lambda: "forventet resultat" in form.preview.said)
    form.try_to_save()
    page = opened.routes.exam.page
    opened.until(lambda: page.view is not None)
    opened.until_title("Eksamen")
    return page


def look_at(opened: Opened, page: ExamPage) -> ExamForecast:
    """Open the exam page and return what it forecasts today."""
    before = page.view
    opened.do("go.exam")
    opened.until(lambda: page.view is not before and opened.title == "Eksamen")
    what_if = page.what_if
    if what_if is not None:
        opened.until(lambda: "–" not in [it.text() for it in what_if.findChildren(WrappingLabel)])
    assert page.view is not None
    forecast = page.view.outlook.forecast
    assert isinstance(forecast, ExamForecast)
    return forecast


def keep_picture(opened: Opened, folder: Path, name: str) -> None:
    """Keep a picture of the window where ``QUIZAPP_PICTURES`` says, else in a folder."""
    QApplication.processEvents()
    kept = Path(os.environ.get("QUIZAPP_PICTURES") or folder)
    assert opened.window.grab().save(str(kept / f"{name}.png"))


def sit_mock_exam(opened: Opened, folder: Path, rng: Random) -> MockResult:
    """Begin a mock exam from the exam page, answer it, three in four right, and hand it in."""
    room = opened.routes.mock
    opened.click("Prøveeksamen")
    opened.until(room.start.form.isVisible)
    keep_picture(opened, folder, "proeve_1_begynd")
    opened.press(Qt.Key.Key_Return)
    opened.until(lambda: room.page.isVisible() and room.page.card is not None)
    for place in range(len(room.page.map.squares)):
        room.page.open_place(place)
        card = room.page.card
        assert card is not None
        right = right_answer(card.asking.question)
        knows = rng.random() < 0.75 or not isinstance(right, Typed)
        put_back(card.view, right if knows else Typed("det ved jeg ikke"), card.asking.shown)
        if isinstance(card.view, OrderingView):
            card.view.rows.reordered.emit(card.view.rows.order())
        card.view.changed.emit()
        if place in (0, MIDDLE):
            keep_picture(opened, folder, f"proeve_2_{place:02}")
    assert "Rigtigt" not in opened.words()
    room.page.ask_to_hand_in()
    if not room.results.isVisible() and room.page.notice.isVisible():
        room.page.notice.button.click()
    opened.until(room.results.isVisible)
    keep_picture(opened, folder, "proeve_3_resultat")
    assert room.results.result is not None
    return room.results.result


def test_two_weeks_with_three_days_let_go_and_a_mock_exam_the_day_before(
    opened: Opened, tmp_path: Path
) -> None:
    page = add_exam(opened)
    rng = Random(3)
    seen: list[int] = []
    for day in range(DAYS):
        if day:
            opened.clock.move(days=1)
        if day not in LET_GO:
            answers = in_worker(opened, lambda desk: study(desk, rng))
            assert 0 < answers <= MINUTES * 60_000 / ANSWER_MS + 10
            seen.append(look_at(opened, page).expected.seen)
            keep_picture(opened, tmp_path, f"dag_{day:02}")
        words = opened.words()
        assert "sprunget" not in words
        assert "bagud" not in words
    assert seen == sorted(seen)
    assert seen[-1] > 2 * seen[0]
    assert page.view is not None
    known = [it.known for it in page.view.measured]
    assert known[-1] > known[0]
    before = look_at(opened, page).expected
    keep_picture(opened, tmp_path, "prognose_1_foer")
    figure = sit_mock_exam(opened, tmp_path, rng).figure
    after = look_at(opened, page).expected
    keep_picture(opened, tmp_path, "prognose_2_efter")
    low, high = figure.interval
    # This learner forgets by chance, not with time, so the paper may say a little otherwise.
    assert low - A_LITTLE < before.now < high + A_LITTLE
    # The paper is evidence: what was asked there is known better now, or known not to be known.
    assert after.now != before.now
    assert abs(after.score - before.score) < A_LITTLE


def test_the_forecast_follows_what_was_done(opened: Opened, tmp_path: Path) -> None:
    page = add_exam(opened)
    rng = Random(5)
    first = look_at(opened, page)
    keep_picture(opened, tmp_path, "foer")
    for _day in range(6):
        in_worker(opened, lambda desk: study(desk, rng))
        opened.clock.move(days=1)
    later = look_at(opened, page)
    keep_picture(opened, tmp_path, "efter")
    # A learner who does what the plan says is told nearly the same, and more surely.
    assert abs(later.expected.score - first.expected.score) < 0.25
    assert later.expected.high - later.expected.low < first.expected.high - first.expected.low
    assert later.expected.now > first.expected.now


def test_after_the_day_the_cards_go_to_rest_and_come_back(opened: Opened) -> None:
    page = add_exam(opened)
    in_worker(opened, lambda desk: study(desk, Random(1)))
    opened.clock.move(days=DAYS + 1)
    opened.do("go.home")
    opened.until(lambda: "Hvordan gik Historieprøve?" in opened.words())
    opened.click("Skriv resultatet")
    opened.until(lambda: page.after is not None)
    assert page.after is not None
    page.after.buttons[Afterwards.REST].click()
    opened.until(lambda: page.view is None)
    asks_anything = in_worker(
        opened, lambda desk: isinstance(desk.begin(Plan(any_day=True)).state, Asking)
    )
    assert not asks_anything
    opened.click("Hent »Historieprøve« frem")
    opened.until(lambda: page.view is not None)

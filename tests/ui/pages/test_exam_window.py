"""Exams in the whole window: added, changed, followed, finished, and everything taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from quizapp.ui.exam.form_page import FormPage
from quizapp.ui.exam.page import ExamPage
from quizapp.ui.exam.route import ExamRoute
from quizapp.ui.language import DANISH, speak
from quizapp.ui.widgets.day_calendar import DayKind
from quizapp.ui.widgets.popover import Popover
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def room(opened: Opened) -> ExamRoute:
    return opened.routes.exam


def open_form(opened: Opened) -> FormPage:
    opened.do("go.exam")
    opened.until_title("Eksamen")
    opened.click("Tilføj en eksamen")
    opened.until_title("Ny eksamensplan")
    form = room(opened).form
    assert form is not None
    return form


def type_into(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def add_exam(opened: Opened, day: str = "11. december", name: str = "Historieprøve") -> ExamPage:
    """Add an exam by its form, and wait for its page."""
    form = open_form(opened)
    type_into(form.name.edit, name)
    type_into(form.day.edit, day)
    opened.press(Qt.Key.Key_Return, control=True)
    opened.until_title("Eksamen")
    page = room(opened).page
    opened.until(lambda: page.view is not None and page.view.draft.title == name)
    return page


def words(opened: Opened) -> str:
    """Return the words of the window with plain spaces."""
    return opened.words().replace("\u00a0", " ")


def test_without_an_exam_the_page_has_one_way_on(opened: Opened) -> None:
    opened.do("go.exam")
    opened.until_title("Eksamen")
    assert "Du har ingen eksamen i kalenderen." in opened.words()
    opened.press(Qt.Key.Key_Return)
    opened.until_title("Ny eksamensplan")


def test_the_plan_is_drawn_while_the_form_is_filled_in(opened: Opened) -> None:
    form = open_form(opened)
    assert "Skriv datoen" in form.preview.said
    type_into(form.day.edit, "11/12")
    opened.until(lambda: "forventet resultat" in form.preview.said)
    before = form.preview.said
    form.goal.setCurrentIndex(form.goal.findData(95))
    form.goal.activated.emit(form.goal.currentIndex())
    opened.until(lambda: form.preview.said != before)


def test_a_date_that_no_longer_can_be_read_takes_its_plan_away(opened: Opened) -> None:
    form = open_form(opened)
    type_into(form.day.edit, "11/12")
    tried: list[object] = []
    form.tried.connect(tried.append)
    opened.until(lambda: bool(tried))
    handle = room(opened)._trying
    type_into(form.day.edit, "engang")
    opened.until(lambda: tried[-1] is None)
    assert handle is not None
    assert handle.is_cancelled
    assert "Skriv datoen" in form.preview.said


def test_a_time_written_after_the_date_is_not_lost(opened: Opened) -> None:
    form = open_form(opened)
    type_into(form.day.edit, "11. december kl. 13.30")
    opened.press(Qt.Key.Key_Return, control=True)
    opened.until_title("Eksamen")
    opened.until(lambda: "fredag den 11. december kl. 13.30 · om 18 dage" in words(opened))


def test_an_exam_past_midnight_stands_at_its_own_date(opened: Opened) -> None:
    form = open_form(opened)
    type_into(form.day.edit, "26/11")
    type_into(form.clock.edit, "1.00")
    opened.press(Qt.Key.Key_Return, control=True)
    opened.until_title("Eksamen")
    page = room(opened).page
    opened.until(lambda: page.view is not None)
    assert "torsdag den 26. november kl. 1.00 · om 3 dage" in words(opened)
    assert page.days is not None
    (exam,) = [it.day for it in page.days.calendar.cells.values() if it.day.kind is DayKind.EXAM]
    assert exam.corner == "26"
    opened.clock.move(days=2)
    opened.do("go.home")
    opened.until(lambda: "Eksamen er i nat kl. 1.00" in opened.words())
    opened.do("go.exam")
    opened.until(lambda: "torsdag den 26. november kl. 1.00 · i nat" in words(opened))


def test_an_exam_is_added_with_control_and_enter(opened: Opened) -> None:
    page = add_exam(opened)
    assert page.view is not None
    assert (page.view.draft.at.day, page.view.draft.at.hour) == (11, 9)
    assert "fredag den 11. december kl. 9.00 · om 18 dage" in words(opened)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_either_enter_saves_while_qt_speaks_danish(
    opened: Opened, qapp: QApplication, key: Qt.Key
) -> None:
    speak(qapp, DANISH)
    form = open_form(opened)
    type_into(form.day.edit, "11. december")
    opened.press(key, control=True)
    opened.until_title("Eksamen")


def test_what_is_wrong_is_said_under_its_field(opened: Opened) -> None:
    form = open_form(opened)
    type_into(form.day.edit, "engang til maj")
    opened.press(Qt.Key.Key_Return, control=True)
    assert "»engang til maj« kan ikke læses som en dato – skriv fx 17. maj." in opened.words()
    assert opened.title == "Ny eksamensplan"
    assert form.day.edit.hasFocus()


def test_a_new_exam_is_taken_back(opened: Opened) -> None:
    page = add_exam(opened)
    opened.do("edit.undo")
    opened.until(lambda: page.view is None)
    assert "Du har ingen eksamen i kalenderen." in opened.words()


def test_escape_leaves_the_form_unsaved(opened: Opened) -> None:
    form = open_form(opened)
    type_into(form.day.edit, "11/12")
    opened.press(Qt.Key.Key_Escape)
    opened.until_title("Eksamen")
    assert room(opened).page.view is None


def test_a_day_gets_minutes_of_its_own_by_keys_alone(opened: Opened) -> None:
    page = add_exam(opened)
    assert page.days is not None
    calendar = page.days.calendar
    calendar.focus_day(calendar.current)
    opened.press(Qt.Key.Key_Right)
    tomorrow = calendar.current
    opened.press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "45")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    opened.until(lambda: page.days is not None and page.days.calendar is not calendar)
    assert page.days is not None
    assert page.view is not None
    day = next(it for it in page.view.days if it.day == tomorrow)
    assert (day.planned, day.is_own) == (45.0, True)
    opened.until(lambda: page.days is not None and page.days.calendar.current == tomorrow)
    opened.do("edit.undo")
    opened.until(lambda: page.view is not None and not any(it.is_own for it in page.view.days))
    # What had the focus is gone, and it has not fallen on whatever stands next.
    opened.until(lambda: page.first is not None and page.first.hasFocus())


def test_other_minutes_are_tried_and_used(opened: Opened) -> None:
    page = add_exam(opened)
    assert page.what_if is not None
    slider = page.what_if.slider
    slider.setFocus()
    opened.press(Qt.Key.Key_PageUp)
    opened.until(lambda: "Forventet" in slider.accessibleDescription())
    wanted = slider.value()
    opened.click("Brug det i planen")
    opened.until(lambda: page.view is not None and page.view.usual_minutes == wanted)
    opened.do("edit.undo")
    opened.until(lambda: page.view is not None and page.view.usual_minutes == wanted - 5)


def test_the_home_page_leads_to_the_exam(opened: Opened) -> None:
    add_exam(opened)
    opened.do("go.home")
    opened.until_title("I dag")
    opened.until(lambda: "Forventet" in opened.words())
    assert "Historieprøve om 18 dage" in opened.words()
    opened.click("Se planen")
    opened.until_title("Eksamen")


def test_why_that_figure_leads_on_to_the_plan(opened: Opened) -> None:
    page = add_exam(opened)
    opened.click("Hvorfor det tal?")
    [popover] = [one for one in page.findChildren(Popover) if one.isVisible()]
    popover.link.click()
    opened.until(lambda: opened.title != "Eksamen")
    form = room(opened).form
    assert form is not None
    assert form.name.text() == "Historieprøve"


def test_a_round_follows_the_plan_and_says_why(opened: Opened) -> None:
    add_exam(opened)
    opened.do("round.start")
    asked = opened.until_asked()
    assert asked.reason.code == "study.why.exam"
    assert asked.reason.fields["exam"] == "Historieprøve"


def test_a_weak_topic_is_practised_from_the_page(opened: Opened) -> None:
    page = add_exam(opened)
    assert page.weak is not None
    if page.weak.buttons:
        page.weak.buttons[0].click()
        opened.until_asked()


def test_exams_are_found_by_name(opened: Opened) -> None:
    add_exam(opened, name="Terminsprøve")
    opened.do("go.home")
    opened.until_title("I dag")
    opened.do("edit.find")
    opened.type("terminspr")
    opened.until_title("Eksamen")


def test_exams_are_not_offered_in_the_middle_of_a_round(opened: Opened) -> None:
    add_exam(opened)
    assert [it.text for it in room(opened).hits()] == ["Eksamen: Historieprøve"]
    opened.do("round.start")
    opened.until_asked()
    assert room(opened).hits() == []


def test_two_exams_are_tabs(opened: Opened) -> None:
    page = add_exam(opened, name="Første")
    opened.click("Tilføj en eksamen")
    opened.until_title("Ny eksamensplan")
    form = room(opened).form
    assert form is not None
    assert "Minutterne er fælles for alle dine eksamener." in opened.words()
    type_into(form.name.edit, "Anden")
    type_into(form.day.edit, "1. juni")
    form.try_to_save()
    opened.until(lambda: page.view is not None and page.view.draft.title == "Anden")
    opened.click("Første")
    opened.until(lambda: page.view is not None and page.view.draft.title == "Første")
    assert "To eksamener deler dine minutter: »Første« får " in opened.words()


def test_an_exam_is_deleted_and_brought_back(opened: Opened) -> None:
    page = add_exam(opened)
    opened.click("Redigér planen")
    opened.until_title("Redigér eksamensplanen")
    opened.click("Slet eksamenen")
    opened.until(lambda: page.view is None)
    opened.do("edit.undo")
    opened.until(lambda: page.view is not None)


def test_an_exam_that_is_put_away_is_fetched_from_the_page(opened: Opened) -> None:
    page = add_exam(opened)
    opened.click("Redigér planen")
    opened.until_title("Redigér eksamensplanen")
    opened.click("Læg den væk")
    opened.until(lambda: page.view is None)
    opened.click("Hent »Historieprøve« frem")
    opened.until(lambda: page.view is not None)


@pytest.mark.parametrize("way", ["Fortsæt som før", "Fortsæt roligt"])
def test_after_the_day_the_page_asks_how_it_went(opened: Opened, way: str) -> None:
    page = add_exam(opened)
    opened.clock.move(days=19)
    opened.do("go.home")
    opened.until(lambda: "Hvordan gik Historieprøve?" in opened.words())
    opened.click("Skriv resultatet")
    opened.until_title("Eksamen")
    assert page.after is not None
    page.after.score.set_text("82 %")
    page.after.grade.setCurrentIndex(page.after.grade.findData("10"))
    opened.click(way)
    opened.until(lambda: page.view is not None and page.view.result.then is not None)
    assert page.view is not None
    assert (page.view.result.score, page.view.result.grade) == (0.82, "10")
    opened.do("edit.undo")
    opened.until(lambda: page.view is not None and page.view.result.then is None)


def test_a_share_that_is_none_is_refused(opened: Opened) -> None:
    page = add_exam(opened)
    opened.clock.move(days=19)
    page.chosen.emit(page.view.uuid if page.view else None)
    opened.until(lambda: page.after is not None)
    assert page.after is not None
    page.after.score.set_text("120")
    opened.click("Fortsæt som før")
    assert "Skriv et tal fra 0 til 100, eller lad feltet stå tomt." in opened.words()


def test_control_t_shows_the_curve_as_a_table(opened: Opened) -> None:
    page = add_exam(opened)
    assert page.curve is not None
    page.curve.more.setFocus()
    opened.press(Qt.Key.Key_T, control=True)
    assert page.curve.table is not None


@pytest.mark.parametrize(
    ("day", "clock"),
    [("i dag", "17.00"), ("i dag", "23.59"), ("i morgen", "9"), ("1. maj 2036", "")],
)
def test_an_exam_soon_or_far_away_is_shown(opened: Opened, day: str, clock: str) -> None:
    form = open_form(opened)
    type_into(form.day.edit, day)
    type_into(form.clock.edit, clock)
    form.try_to_save()
    page = room(opened).page
    opened.until(lambda: page.view is not None)
    assert page.view is not None
    assert not page.view.is_over
    assert page.curve is not None


@pytest.mark.parametrize(("day", "clock"), [("i dag", "16"), ("1. maj 2020", "9.00")])
def test_a_day_that_is_past_is_refused(opened: Opened, day: str, clock: str) -> None:
    form = open_form(opened)
    type_into(form.day.edit, day)
    type_into(form.clock.edit, clock)
    form.try_to_save()
    assert "passeret" in opened.words()
    assert room(opened).page.view is None


def test_twenty_exams_are_shown(opened: Opened) -> None:
    exams = opened.routes.exam
    page = add_exam(opened, name="Prøve 1")
    for number in range(2, 21):
        exams.edit(None)
        opened.until(lambda: opened.title == "Ny eksamensplan")
        form = exams.form
        assert form is not None
        form.name.set_text(f"Prøve {number}")
        form.day.set_text(f"{number}. december")
        form.try_to_save()
        opened.until_title("Eksamen")
    assert page.view is not None
    assert len(page.view.tabs) == 20

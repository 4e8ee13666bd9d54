"""The numbers behind »Hvorfor nu?«, and what is said when a question keeps failing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.grading.verdict import Outcome
from quizapp.study.story import CardStory, CurvePart, CurvePoint, LastAnswer
from quizapp.ui.story_part import StoryPart, days_text, memory_curve, rows_of
from quizapp.ui.study.page import StudyPage
from quizapp.ui.study.wishes import Wish
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from quizapp.ui.widgets.button import Button
from tests.screens import samples as s
from tests.screens import scenes
from tests.ui.pages.conftest import ShowPage
from tests.ui.pages.test_verdict_page import wishes_of, words_on

TODAY = s.STUDY_DAY
STORY = CardStory(
    study_day=TODAY,
    answers=2,
    forgotten=1,
    is_leech=False,
    recall=0.724,
    last=LastAnswer(study_day=TODAY - 6, outcome=Outcome.ALMOST),
    stability_days=12.3,
    due_day=TODAY,
    interval_days=6,
    parts=(
        CurvePart(
            score=1.0,
            points=(
                CurvePoint(day=TODAY - 20, recall=1.0),
                CurvePoint(day=TODAY - 6, recall=0.6),
            ),
        ),
        CurvePart(
            score=0.6,
            points=(
                CurvePoint(day=TODAY - 6, recall=1.0),
                CurvePoint(day=TODAY, recall=0.724),
            ),
        ),
    ),
)
NEW_STORY = CardStory(study_day=TODAY, answers=0, forgotten=0, is_leech=False)


def button(page: StudyPage, text: str) -> Button:
    (found,) = (it for it in page.findChildren(Button) if it.text() == text and it.isVisible())
    return found


def press(page: StudyPage, text: str) -> None:
    QTest.mouseClick(button(page, text), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_the_rows_say_what_is_known_in_plain_words() -> None:
    assert rows_of(STORY) == (
        ("Chance for at huske det", "ca. 72 %"),
        ("Sidst svarede du", "den 18. november – Næsten"),
        ("Holder ca.", "12 dage"),
        ("Ventetid, der blev valgt", "6 dage"),
        ("Glemt", "1 gang"),
    )


def test_days_are_counted_in_danish() -> None:
    assert [days_text(days) for days in (0.2, 1, 1.4, 2000)] == [
        *("under en dag", "1 dag", "1 dag", "2.000 dage"),
    ]


def test_the_curve_says_itself_in_words(qtbot: QtBot) -> None:
    curve = memory_curve(STORY)
    qtbot.addWidget(curve)
    assert curve.accessibleName() == "Hukommelseskurve"
    assert curve.accessibleDescription() == (
        "Du har svaret 2 gange siden den 4. november. Nu husker du det med en chance på ca. 72 %."
    )
    interface = QAccessible.queryAccessibleInterface(curve)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Graphic


def test_the_curve_is_drawn(qtbot: QtBot) -> None:
    curve = memory_curve(STORY)
    qtbot.addWidget(curve)
    curve.resize(360, curve.height())
    picture = curve.grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    look = curve.look
    assert {look.colour(name).name() for name in ("accent", "ok", "warn")} <= colours


def test_a_curve_of_one_day_is_drawn_too(qtbot: QtBot) -> None:
    part = CurvePart(score=0.0, points=(CurvePoint(day=TODAY, recall=1.0),))
    curve = memory_curve(replace(STORY, parts=(part,)))
    qtbot.addWidget(curve)
    curve.resize(360, curve.height())
    assert not curve.grab().isNull()


def test_a_question_never_asked_has_no_curve(qtbot: QtBot) -> None:
    part = StoryPart(NEW_STORY)
    qtbot.addWidget(part)
    assert part.curve is None
    assert "Du har ikke svaret på det endnu." in words_on(part)


def test_the_numbers_come_when_they_are_asked_for(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page(scenes.WRONG_NUMBER.asking)
    page._show_why_now()
    QApplication.processEvents()
    assert page.popover.isVisible()
    assert "Chance for at huske det" not in words_on(page)
    with qtbot.waitSignal(page.story_asked) as asked:
        press(page, "Vis tallene")
    assert asked.args == [scenes.WRONG_NUMBER.asking.card]
    page.show_story(STORY)
    QApplication.processEvents()
    assert page.popover.isVisible()
    assert "ca. 72 %" in words_on(page)
    assert not page.popover.link.isVisible()


def test_esc_closes_the_numbers_and_gives_the_focus_back(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_NUMBER)
    assert page.card is not None
    press(page, "Hvorfor?")
    page.show_story(STORY)
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not page.popover.isVisible()
    assert QApplication.focusWidget() is button(page, "Hvorfor?")


def test_numbers_that_come_too_late_are_left_out(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_NUMBER)
    page.show_story(STORY)
    assert not page.popover.isVisible()


def test_a_popover_opened_anew_begins_without_numbers(show_page: ShowPage) -> None:
    page = show_page(scenes.WRONG_NUMBER)
    press(page, "Hvorfor?")
    page.show_story(STORY)
    page.popover.close_up()
    press(page, "Hvorfor?")
    assert "ca. 72 %" not in words_on(page)


def test_a_question_that_keeps_failing_is_named_with_a_way_out(show_page: ShowPage) -> None:
    page = show_page(replace(scenes.WRONG_NUMBER, is_leech=True))
    assert "Det her spørgsmål driller." in words_on(page)
    wishes = wishes_of(page)
    press(page, "Sæt på pause")
    assert wishes == [Wish.SUSPEND]


@pytest.mark.parametrize("is_leech", [True, False])
def test_a_screen_reader_hears_it_with_the_verdict(show_page: ShowPage, *, is_leech: bool) -> None:
    judged = replace(scenes.WRONG_NUMBER, is_leech=is_leech)
    page = show_page(judged)
    assert page.card is not None
    assert page.card.outcome is not None
    assert ("driller" in page.card.outcome.spoken) is is_leech


def test_the_numbers_keep_inside_the_window_however_large_the_text(
    qapp: QApplication, show_page: ShowPage
) -> None:
    apply_theme(qapp, Theme(scale=2.0))
    page = show_page(scenes.WRONG_NUMBER)
    for size in ((1024, 640), (720, 480)):
        page.resize(*size)
        page._show_why_now()
        page.show_story(STORY)
        QApplication.processEvents()
        assert page.rect().contains(page.popover.geometry())
        assert "ca. 72 %" in words_on(page)
        page.popover.close_up()

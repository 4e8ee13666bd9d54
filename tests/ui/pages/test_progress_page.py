"""The progress page says its figures in words, and gives them as pictures, sheets and tables."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.scheduling.memory import Mode
from quizapp.stats.values import Day, Progress, Retention
from quizapp.study.plan import Plan
from quizapp.ui.progress import words
from quizapp.ui.progress.charts import levels_of, month_marks
from quizapp.ui.progress.page import ProgressPage
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.charts import BarChart
from quizapp.ui.widgets.days import HeatMap
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.popover import Popover
from tests.screens import samples as s
from tests.screens.knowing import a_beginning, a_progress, a_year
from tests.ui.pages.window import ELEVEN, Opened, opened_window

Show = Callable[[Progress], ProgressPage]
NBSP = "\u00a0"


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def build(progress: Progress) -> ProgressPage:
        page = ProgressPage()
        qtbot.addWidget(page)
        page.resize(1000, 800)
        page.show_progress(progress)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        QApplication.processEvents()
        return page

    return build


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def words_of(page: ProgressPage) -> str:
    labels = page.findChildren(WrappingLabel)
    text = "\n".join(label.text() for label in labels if label.isVisible())
    return text.replace(NBSP, " ")


def button(page: ProgressPage, name: str) -> Button:
    return next(it for it in page.findChildren(Button) if it.accessibleName() == name)


def test_the_page_sums_itself_up_in_a_sentence(show: Show) -> None:
    said = words_of(show(a_progress()))
    assert "Blev du spurgt om alt i dag, ville du huske ca. 63 % – mellem 57 og 68 %." in said


def test_three_figures_have_their_meaning(show: Show) -> None:
    said = words_of(show(a_progress()))
    for words_there in ("af 246", "husker du lige nu", "forventet 87 %", "øvet i november"):
        assert words_there in said


def test_before_ten_answers_the_page_says_when_there_is_something_to_see(show: Show) -> None:
    page = show(replace(a_beginning(), answers=9))
    assert "når du har svaret på ti spørgsmål" in words_of(page)
    assert page.cards == ()


def test_the_empty_page_begins_a_round(show: Show, qtbot: QtBot) -> None:
    page = show(replace(a_beginning(), answers=0))
    page.take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    with qtbot.waitSignal(page.started) as begun:
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert begun.args == [Plan()]


def test_too_few_repetitions_give_no_share(show: Show) -> None:
    said = words_of(show(a_beginning()))
    assert "husket ved repetition" in said
    assert "forventet" not in said


def test_each_chart_has_a_name_and_says_its_figures(show: Show) -> None:
    page = show(a_progress())
    assert [card.title for card in page.cards] == [
        "Aktivitet det seneste år",
        "Efter kategori",
        "Minutter de næste dage",
        "Dine fejl",
        "Efter pakke",
        "Forventet og husket",
    ]
    for card in page.cards:
        assert card.accessibleName() == card.title
        assert any(letter.isdigit() for letter in card.accessibleDescription())


def test_the_drawings_say_what_their_card_says(show: Show) -> None:
    page = show(a_progress())
    for drawing in (*page.findChildren(HeatMap), *page.findChildren(BarChart)):
        assert drawing.accessibleName()
        assert drawing.accessibleDescription().endswith(".")


def test_ctrl_t_shows_the_chart_in_focus_as_a_table_and_back(show: Show) -> None:
    page = show(a_progress())
    page.cards[2].more.setFocus()
    QTest.keyClick(page.cards[2].more, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert [card for card in page.cards if card.table is not None] == [page.cards[2]]
    QTest.keyClick(page.cards[2].more, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.cards[2].table is None
    assert page.cards[2].chart.isVisible()


def test_ctrl_t_without_a_chart_in_focus_shows_all_as_tables(show: Show) -> None:
    page = show(a_progress())
    page.take_focus()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert all(card.table is not None for card in page.cards)


def test_a_table_is_read_by_arrow_keys(show: Show) -> None:
    page = show(a_progress())
    card = page.cards[3]
    card.toggle_table()
    assert card.table is not None
    card.table.setFocus()
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    assert card.table.currentRow() == 1
    item = card.table.item(1, 0)
    assert item is not None
    assert item.text() == "Cifre byttet om"


def test_a_table_takes_the_place_of_its_chart_in_tabs_order(show: Show) -> None:
    page = show(a_progress())
    card = page.cards[0]
    page.toggle_tables()
    card.more.setFocus()
    QTest.keyClick(card.more, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card.table


def test_ctrl_t_in_a_chart_goes_to_its_table_and_back(show: Show) -> None:
    page = show(a_progress())
    card = page.cards[1]
    card.more.setFocus()
    QTest.keyClick(card.more, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    table = card.table
    assert table is not None
    assert QApplication.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert card.table is None
    assert QApplication.focusWidget() is card.more


def test_the_rows_of_a_table_are_as_high_as_a_finger_wants(show: Show) -> None:
    page = show(a_progress())
    card = page.cards[3]
    card.toggle_table()
    assert card.table is not None
    assert card.table.rowHeight(0) == card.look.space(42)


def test_more_figures_are_folded_away_until_they_are_asked_for(show: Show) -> None:
    page = show(a_progress())
    assert page.more is not None
    assert not any(card.isVisible() for card in page.more.cards)
    page.more.head.click()
    assert all(card.isVisible() for card in page.more.cards)
    page.show_progress(a_progress())
    assert page.more is not None
    assert page.more.head.is_open


def test_what_was_expected_and_what_was_remembered_is_a_table_too(show: Show) -> None:
    page = show(a_progress())
    assert page.more is not None
    packs, retention = page.more.cards
    assert packs.figures.rows == ((s.TITLE, "102", "128", "154"),)
    assert retention.figures.head == ("Forventet", "Husket", "Svar")
    assert retention.figures.rows[0] == ("55 %", "50 %", "12")


def test_without_repetitions_there_is_nothing_to_measure(show: Show) -> None:
    few = replace(a_progress().quarter, answers=9)
    page = show(replace(a_progress(), quarter=few))
    assert page.more is not None
    assert [card.title for card in page.more.cards] == ["Efter pakke"]


def test_a_chart_is_saved_as_a_picture(show: Show, tmp_path: Path) -> None:
    page = show(a_progress())
    page.cards[0].save_picture(tmp_path / "år.png")
    image = QImage(str(tmp_path / "år.png"))
    assert image.width() >= 2 * page.cards[0].chart.width()
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in (150, 160)}) > 2


def test_a_chart_is_saved_as_a_sheet(show: Show, tmp_path: Path) -> None:
    page = show(a_progress())
    page.cards[3].save_csv(tmp_path / "fejl.csv")
    with (tmp_path / "fejl.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[:2] == [["Fejl", "Antal"], ["Stavning", "14"]]


def test_a_sheet_that_cannot_be_written_is_told_of(
    show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(a_progress())
    with qtbot.waitSignal(page.warned) as told:
        page.cards[0].save_csv(tmp_path / "findes ikke" / "år.csv")
    assert told.args == ["»år.csv« kunne ikke gemmes der. Vælg en anden mappe."]


def test_the_menu_of_a_chart_has_its_three_ways(show: Show) -> None:
    page = show(a_progress())
    menu = page.cards[1].menu()
    texts = [action.text() for action in menu.actions()]
    menu.deleteLater()
    assert texts == ["Vis som tabel", "Gem som billede …", "Gem som CSV …"]


def test_sure_but_wrong_can_be_practised(show: Show, qtbot: QtBot) -> None:
    page = show(a_progress())
    link = button(page, "Øv dem, du var sikker på, men svarede forkert på")
    with qtbot.waitSignal(page.started) as begun:
        link.click()
    assert begun.args == [Plan(cards=a_progress().sure_but_wrong, mode=Mode.PRACTICE)]


def test_every_why_has_one_way_onwards(show: Show, qtbot: QtBot) -> None:
    page = show(a_progress())
    for name, place in (
        ("Hvorfor husker du så meget?", "go.library"),
        ("Hvorfor forventet?", "app.settings"),
    ):
        [why] = [it for it in page.findChildren(Button) if it.accessibleName() == name]
        why.click()
        [popover] = page.window().findChildren(Popover)
        with qtbot.waitSignal(page.onwards) as onwards:
            popover.link.click()
        assert onwards.args == [place]


def test_why_opens_and_escape_gives_the_focus_back(show: Show) -> None:
    page = show(a_progress())
    page.take_focus()
    why = QApplication.focusWidget()
    assert why is not None
    QTest.keyClick(why, Qt.Key.Key_Return)
    assert "svar og på, hvor længe siden det er." in words_of(page)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert inside is not why
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is why


@pytest.mark.parametrize(
    ("measured", "said"),
    [(0.9, "passer godt"), (0.99, "husker mere"), (0.7, "husker mindre")],
)
def test_forecast_and_measurement_are_compared_in_words(measured: float, said: str) -> None:
    retention = Retention(days=30, answers=50, measured=measured, expected=0.88)
    assert said in words.agreement(retention)


@pytest.mark.parametrize(
    ("minutes", "figure"), [(0, ("0", "min.")), (59, ("59", "min.")), (252, ("4 t. 12", "min."))]
)
def test_time_is_hours_and_minutes(minutes: int, figure: tuple[str, str]) -> None:
    value, unit = words.time_figure(minutes * 60_000)
    assert (value.replace(NBSP, " "), unit) == figure


def test_levels_follow_the_learners_own_busy_days() -> None:
    days = tuple(Day(at, answers, 0, 0) for at, answers in enumerate((0, 1, 10, 20, 200, 40)))
    levels = levels_of(days)
    assert (levels[0], levels[1], levels[4]) == (0, 1, 4)
    assert levels == [*sorted(levels[:5]), levels[5]]


def test_no_two_months_of_a_year_run_into_each_other() -> None:
    weeks = [mark.week for mark in month_marks(a_year(s.STUDY_DAY))]
    assert min(later - one for one, later in pairwise(weeks)) >= 3


def test_ctrl_4_opens_the_page_over_a_real_bank(opened: Opened) -> None:
    opened.do("go.progress")
    opened.until_title("Fremgang")
    assert "når du har svaret på ti spørgsmål" in opened.words()


def test_the_page_over_a_real_bank_counts_the_answers(opened: Opened) -> None:
    opened.do("round.start")
    opened.until_asked()
    opened.do("question.unknown")
    opened.until_judged()
    opened.do("round.leave")
    opened.until_title("Runden er slut")
    opened.click("Færdig")
    opened.until_title("I dag")
    opened.do("go.progress")
    opened.until_title("Fremgang")
    assert "Du har svaret på 1." in opened.words()


def test_the_menu_opens_below_its_button(show: Show) -> None:
    page = show(a_progress())
    card = page.cards[0]
    card.more.click()
    menu = card.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    menu.close()


def test_a_change_of_size_keeps_the_table_whole(show: Show, qapp: QApplication) -> None:
    page = show(a_progress())
    card = page.cards[3]
    card.toggle_table()
    assert card.table is not None
    before = card.table.height()
    apply_theme(qapp, Theme(scale=1.5))
    QApplication.processEvents()
    assert card.table.height() > before

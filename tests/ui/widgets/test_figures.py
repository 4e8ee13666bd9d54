"""Rubric, filters, choices and charts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.charts import BarChart, ChartBar, grid_top
from quizapp.ui.widgets.days import DayStrip, HeatMap
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.rubric import Rubric, RubricLine
from quizapp.ui.widgets.segmented import Segmented
from quizapp.ui.widgets.stat_tile import StatTile


def _active(qtbot: QtBot, part: QWidget) -> None:
    qtbot.addWidget(part)
    part.resize(700, 300)
    part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)


@pytest.fixture
def rubric(qtbot: QtBot) -> Rubric:
    made = Rubric(
        (RubricLine("Skelner", 2), RubricLine("Nævner to", 2), RubricLine("Begrunder", 1))
    )
    _active(qtbot, made)
    made.rows[0].setFocus()
    return made


def test_digits_give_points_and_go_to_the_next_line(rubric: Rubric, qtbot: QtBot) -> None:
    qtbot.keyClick(rubric.rows[0], Qt.Key.Key_2)
    qtbot.keyClick(rubric.rows[1], Qt.Key.Key_0)
    assert rubric.points() == (2, 0, None)
    assert rubric.rows[2].hasFocus()


def test_the_pointer_gives_points(rubric: Rubric, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rubric.changed) as changed:
        qtbot.mouseClick(rubric.rows[2].keys[1], Qt.MouseButton.LeftButton)
    assert changed.args == [(None, None, 1)]


def test_a_digit_beyond_the_most_gives_nothing(rubric: Rubric, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rubric.changed):
        qtbot.keyClick(rubric.rows[0], Qt.Key.Key_7)


def test_arrows_go_between_the_lines(rubric: Rubric, qtbot: QtBot) -> None:
    qtbot.keyClick(rubric.rows[0], Qt.Key.Key_Down)
    assert rubric.rows[1].hasFocus()


def test_the_total_counts_what_was_given(rubric: Rubric, qtbot: QtBot) -> None:
    qtbot.keyClick(rubric.rows[0], Qt.Key.Key_2)
    assert rubric.total() == (2, 5)


def test_a_line_says_its_points(rubric: Rubric, qtbot: QtBot) -> None:
    qtbot.keyClick(rubric.rows[0], Qt.Key.Key_2)
    assert rubric.rows[0].accessibleName() == "Skelner. 2 af 2 point"


def test_a_filter_that_is_off_wants_its_menu(qtbot: QtBot) -> None:
    chip = FilterChip("Kategori")
    _active(qtbot, chip)
    with qtbot.waitSignal(chip.opened), qtbot.assertNotEmitted(chip.cleared):
        qtbot.keyClick(chip, Qt.Key.Key_Return)


def test_a_filter_that_is_on_wants_to_go(qtbot: QtBot) -> None:
    chip = FilterChip("Kategori")
    _active(qtbot, chip)
    chip.set_value("Dato")
    assert chip.accessibleName() == "Kategori: Dato. Tryk for at fjerne"
    with qtbot.waitSignal(chip.cleared), qtbot.assertNotEmitted(chip.opened):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_a_segmented_choice_is_made_of_radio_buttons(qtbot: QtBot) -> None:
    choice = Segmented("Periode", (("week", "Uge"), ("year", "I år")))
    _active(qtbot, choice)
    interface = QAccessible.queryAccessibleInterface(choice.segments["week"])
    assert interface.role() == QAccessible.Role.RadioButton


def test_a_press_or_an_arrow_chooses_a_segment(qtbot: QtBot) -> None:
    choice = Segmented("Periode", (("week", "Uge"), ("year", "I år")))
    _active(qtbot, choice)
    choice.set_value("week")
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.mouseClick(choice.segments["year"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["year"]
    with qtbot.waitSignal(choice.chosen) as chosen:
        qtbot.keyClick(choice.segments["year"], Qt.Key.Key_Left)
    assert chosen.args == ["week"]


@given(highest=st.floats(min_value=0, max_value=1e6))
def test_no_bar_is_higher_than_its_grid(highest: float) -> None:
    assert grid_top(highest) >= highest


def test_a_chart_has_a_name_and_says_its_figures(qtbot: QtBot) -> None:
    chart = BarChart(
        "Minutter de næste dage", "20 i dag, 15 i morgen", [ChartBar(20), ChartBar(15)]
    )
    qtbot.addWidget(chart)
    assert chart.accessibleName() == "Minutter de næste dage"
    assert chart.accessibleDescription() == "20 i dag, 15 i morgen"


def test_a_figure_is_read_as_one_sentence(qtbot: QtBot) -> None:
    tile = StatTile(("154", "af 246"), "husker du lige nu", "Mellem 146 og 162")
    qtbot.addWidget(tile)
    assert tile.accessibleName() == "154 af 246. husker du lige nu. Mellem 146 og 162"


def test_the_newest_days_stay_when_room_is_short(qtbot: QtBot) -> None:
    strip = DayStrip("Seneste dage", "1 dag", [0] * 13 + [4])
    qtbot.addWidget(strip)
    strip.resize(40, 20)
    strip.show()
    image = strip.grab().toImage()
    colours = {image.pixelColor(x, 7).name() for x in range(40)}
    assert strip.look.hex("heat4").lower() in colours


def test_a_heat_map_has_a_column_for_every_week(qtbot: QtBot) -> None:
    year = HeatMap("Aktivitet", "i ord", [1] * 365, start_weekday=3)
    qtbot.addWidget(year)
    assert year._weeks() == 53

"""Filters, choices and charts."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.charts import BarChart, ChartBar, grid_top
from quizapp.ui.widgets.days import DayStrip, HeatMap
from quizapp.ui.widgets.filter_chip import FilterChip
from quizapp.ui.widgets.segmented import Segmented
from quizapp.ui.widgets.stat_tile import StatTile


def _active(qtbot: QtBot, part: QWidget) -> None:
    qtbot.addWidget(part)
    part.resize(700, 300)
    part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)


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

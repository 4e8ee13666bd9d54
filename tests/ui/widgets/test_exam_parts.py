"""The parts of the exam page: days that keys walk in, a slider, a curve, minutes."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.band_curve import Band, BandCurve
from quizapp.ui.widgets.day_calendar import CalendarDay, DayCalendar, DayKind
from quizapp.ui.widgets.forecast_bar import ForecastBar
from quizapp.ui.widgets.minutes_box import MinutesBox
from quizapp.ui.widgets.slider import ValueSlider

WEEKDAYS = ("man", "tirs", "ons", "tors", "fre", "lør", "søn")
TODAY = 3


def days(count: int) -> list[CalendarDay]:
    return [
        CalendarDay(
            day=100 + at,
            corner=str(at + 1),
            middle="20",
            name=f"dag {at}",
            kind=DayKind.TODAY if at == TODAY else DayKind.AHEAD,
            share=0.5,
        )
        for at in range(count)
    ]


def a_calendar(qtbot: QtBot, shown: Sequence[CalendarDay]) -> DayCalendar:
    calendar = DayCalendar("Dage", WEEKDAYS, shown)
    qtbot.addWidget(calendar)
    with qtbot.waitActive(calendar):
        calendar.show()
        calendar.activateWindow()
    return calendar


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    QApplication.processEvents()


def test_tab_comes_to_today_alone(qtbot: QtBot) -> None:
    calendar = a_calendar(qtbot, days(21))
    assert calendar.current == 100 + TODAY
    reached = [
        cell.day.day
        for cell in calendar.cells.values()
        if cell.focusPolicy() == Qt.FocusPolicy.StrongFocus
    ]
    assert reached == [100 + TODAY]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ((Qt.Key.Key_Right,), 4),
        ((Qt.Key.Key_Left, Qt.Key.Key_Left), 1),
        ((Qt.Key.Key_Down,), 10),
        ((Qt.Key.Key_Up,), 0),
        ((Qt.Key.Key_End,), 20),
        ((Qt.Key.Key_End, Qt.Key.Key_Right), 20),
        ((Qt.Key.Key_Home,), 0),
    ],
)
def test_arrows_walk(qtbot: QtBot, keys: tuple[Qt.Key, ...], place: int) -> None:
    calendar = a_calendar(qtbot, days(21))
    calendar.focus_day(100 + TODAY)
    for key in keys:
        press(key)
    assert calendar.current == 100 + place
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"dag {place}"


def test_enter_chooses_a_day(qtbot: QtBot) -> None:
    calendar = a_calendar(qtbot, days(21))
    calendar.focus_day(105)
    with qtbot.waitSignal(calendar.chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == [105]


def test_many_weeks_are_paged_by_walking_and_by_buttons(qtbot: QtBot) -> None:
    calendar = a_calendar(qtbot, days(80))
    calendar.focus_day(100)
    assert max(calendar.cells) == 34
    press(Qt.Key.Key_PageDown)
    assert calendar.current == 135
    assert 35 in calendar.cells
    calendar.later.click()
    calendar.later.click()
    assert 79 in calendar.cells
    assert not calendar.later.isEnabled()
    for _turn in range(3):
        calendar.earlier.click()
    assert 0 in calendar.cells
    assert not calendar.earlier.isEnabled()


def test_a_slider_follows_the_pointer(qtbot: QtBot) -> None:
    slider = ValueSlider("Minutter om dagen")
    qtbot.addWidget(slider)
    slider.setRange(5, 60)
    slider.resize(300, slider.height())
    slider.show()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(299, 10))
    assert slider.value() == 60
    QTest.mouseMove(slider, QPoint(0, 10))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton)
    part = QAccessible.queryAccessibleInterface(slider)
    assert part.role() == QAccessible.Role.Slider
    assert part.text(QAccessible.Text.Name) == "Minutter om dagen"


@pytest.mark.parametrize(("least", "bottom"), [(0.05, 0.0), (0.38, 0.2), (0.63, 0.6), (0.97, 0.6)])
def test_the_scale_begins_below_the_least_value(least: float, bottom: float) -> None:
    band = Band(measured=(), forecast=((0.0, least), (9.0, 0.98)), low=0.97, high=1.0)
    assert band.bottom == pytest.approx(bottom)


def test_a_curve_of_a_single_day_is_drawn(qtbot: QtBot) -> None:
    band = Band(measured=((5.0, 0.5),), forecast=((5.0, 0.5), (5.0, 0.5)), low=0.4, high=0.6)
    curve = BandCurve("Forventet resultat", "I dag 50 %.", band)
    qtbot.addWidget(curve)
    curve.resize(300, 200)
    assert not curve.grab().isNull()
    part = QAccessible.queryAccessibleInterface(curve)
    assert part.text(QAccessible.Text.Description) == "I dag 50 %."


@pytest.mark.parametrize(("score", "low", "high"), [(0.98, 0.95, 1.0), (0.02, 0.0, 0.05)])
def test_the_figures_at_the_end_stand_within_the_chart(
    qtbot: QtBot, score: float, low: float, high: float
) -> None:
    ends = ((0.0, 0.3), (9.0, score))
    band = Band(measured=(), forecast=ends, low=low, high=high, ends="7. dec.")
    curve = BandCurve("Forventet resultat", "", band)
    qtbot.addWidget(curve)
    curve.resize(400, 200)
    image = curve.grab().toImage()
    wide, high_px = image.width(), image.height()
    ground = image.pixel(wide - 1, high_px // 2)
    inked = "".join(
        "x" if any(image.pixel(x, y) != ground for x in range(wide - 48, wide)) else " "
        for y in range(high_px)
    )
    assert len(inked.split()) == 4, "three figures, and the day below them"
    assert not inked.startswith("x")


def test_a_forecast_says_its_figures(qtbot: QtBot) -> None:
    bar = ForecastBar("Forventet resultat")
    qtbot.addWidget(bar)
    bar.set_forecast(0.78, 0.71, 0.84, 0.8)
    assert bar.accessibleDescription() == "ca. 78 %, mellem 71 og 84 %; mål 80 %"
    bar.set_forecast(None, 0.0, 0.0, None)
    assert bar.accessibleDescription() == ""


def test_minutes_go_by_five_and_none_is_a_day_off(qtbot: QtBot) -> None:
    box = MinutesBox("man", "Minutter om mandagen", 10)
    qtbot.addWidget(box)
    box.more.click()
    assert box.minutes == 15
    for _turn in range(4):
        box.less.click()
    assert (box.minutes, box.spin.text()) == (0, "fri")


def test_the_wheel_passes_over_minutes_that_are_not_being_set(qtbot: QtBot) -> None:
    box = MinutesBox("man", "Minutter om mandagen", 10)
    qtbot.addWidget(box)
    box.show()
    box.more.setFocus()
    box.spin.clearFocus()
    middle = QPointF(box.spin.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(box.spin.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own order
    )
    QApplication.sendEvent(box.spin, wheel)
    assert box.minutes == 10


def test_the_band_goes_through_the_interval_of_each_day(qtbot: QtBot) -> None:
    def dark_at(edges: tuple[tuple[float, float, float], ...]) -> int:
        """Count the pixels of the band above the middle of the days."""
        band = Band(measured=(), forecast=((0.0, 0.5), (10.0, 0.5)), low=0.4, high=0.6, edges=edges)
        curve = BandCurve("Forventet resultat", "", band)
        qtbot.addWidget(curve)
        curve.resize(400, 300)
        image, x = curve.grab().toImage(), 190
        plain = QColor(image.pixel(x, 30))
        return sum(QColor(image.pixel(x, y)) != plain for y in range(image.height()))

    assert dark_at(((5.0, 0.25, 0.75),)) > dark_at(()) + 20 > dark_at(((5.0, 0.49, 0.51),)) + 20


def test_a_day_off_is_dashed_and_others_are_not(qtbot: QtBot) -> None:
    colours: list[int] = []
    for minutes in (0, 10):
        box = MinutesBox("søn", "Minutter om søndagen", minutes)
        qtbot.addWidget(box)
        seen = box.grab().toImage()
        along = range(seen.width() // 4, 3 * seen.width() // 4)
        colours.append(len({seen.pixelColor(at, 0).name() for at in along}))
    assert colours[0] > 1
    assert colours[1] == 1

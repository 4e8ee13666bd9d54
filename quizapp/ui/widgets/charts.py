"""Painted charts that say the same in words: bars over days, and dots against a diagonal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.paint import draw_box, painting

DOTS_PX = 78
_GRID_STEPS = (1, 2, 5, 10, 15, 20, 25, 30, 50, 60, 100, 150, 200, 250, 500, 1_000, 2_000, 5_000)
_GRID_LINES = 3


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A value, what to write below it (perhaps nothing), and whether it is the one that counts."""

    value: float
    label: str = ""
    is_now: bool = False


def grid_top(highest: float) -> int:
    """Return the least round number that three equal steps reach without being under a value.

    >>> grid_top(20), grid_top(31), grid_top(0)
    (30, 45, 3)
    """
    step = next((size for size in _GRID_STEPS if size * _GRID_LINES >= highest), 0)
    return _GRID_LINES * (step or ceil(highest / _GRID_LINES))


class _Chart(Drawing):
    """A drawing with a name and a description; its small letters are regular, not bold."""

    def __init__(self, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleDescription(description)

    def _small(self) -> QFont:
        font = self.look.font("label")
        font.setWeight(self.look.font("base").weight())
        return font


class BarChart(_Chart):
    """Bars from the left, one a day; ``write`` turns a value of the scale into its text."""

    def __init__(
        self,
        name: str,
        description: str,
        bars: Sequence[ChartBar],
        write: Callable[[float], str] = lambda value: f"{value:.0f}",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, description, parent)
        self._bars = tuple(bars)
        self._write = write
        self._top = grid_top(max((one.value for one in bars), default=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.em(16), self.look.em(9))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(10), self.look.em(6))

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(self._small())
        left = metrics.horizontalAdvance(self._write(self._top)) + self.look.space(8)
        line = metrics.height()
        return QRectF(self.rect()).adjusted(left, line / 2, -2, -line - self.look.space(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        plot = self._plot()
        with painting(self) as painter:
            painter.setFont(self._small())
            self._draw_grid(painter, plot)
            self._draw_bars(painter, plot)

    def _draw_grid(self, painter: QPainter, plot: QRectF) -> None:
        look = self.look
        line_height = QFontMetricsF(self._small()).height()
        for step in range(_GRID_LINES + 1):
            y = plot.bottom() - plot.height() * step / _GRID_LINES
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(look.colour("muted"))
            place = QRectF(0, y - line_height / 2, plot.left() - look.space(6), line_height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, self._write(self._top * step / _GRID_LINES))

    def _draw_bars(self, painter: QPainter, plot: QRectF) -> None:
        look = self.look
        pitch = plot.width() / max(len(self._bars), 1)
        width = min(pitch * 0.62, look.space(26))
        line_height = QFontMetricsF(self._small()).height()
        for at, one in enumerate(self._bars):
            middle = plot.left() + pitch * (at + 0.5)
            height = plot.height() * one.value / self._top
            if height > 0:
                place = QRectF(middle - width / 2, plot.bottom() - height, width, height)
                colour = look.colour("accent" if one.is_now else "heat2")
                draw_box(painter, place, fill=colour, radius=min(look.space(4), width / 2))
            if one.label:
                painter.setPen(look.colour("muted"))
                room = QRectF(
                    middle - look.em(4), plot.bottom() + look.space(4), look.em(8), line_height
                )
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, one.label)


@dataclass(frozen=True, slots=True)
class Dot:
    """What was forecast and what came, as shares from 0 to 1, and how many answers it rests on."""

    forecast: float
    measured: float
    count: int


class CalibrationDots(_Chart):
    """Dots near the dashed line are forecasts that came true; a larger dot rests on more."""

    def __init__(
        self,
        name: str,
        description: str,
        dots: Sequence[Dot],
        side: int = DOTS_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, description, parent)
        self._dots = tuple(dots)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = self.look.space(self._side)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        most = max((dot.count for dot in self._dots), default=1)
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        low = min((min(dot.forecast, dot.measured) for dot in self._dots), default=0.0)
        span = max(1 - low, 0.05)
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=look.colour("sunk"),
                line=look.colour("line"),
                radius=look.radius("key"),
            )
            painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(room.bottomLeft(), room.topRight())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent"))
            for dot in self._dots:
                radius = 2 + 4 * (dot.count / most) ** 0.5
                x = room.left() + room.width() * (dot.forecast - low) / span
                y = room.bottom() - room.height() * (dot.measured - low) / span
                painter.drawEllipse(QPointF(x, y), radius, radius)

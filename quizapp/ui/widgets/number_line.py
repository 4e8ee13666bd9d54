"""Two numbers on a line: the answer given and the right one."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.paint import painting

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MARGIN = 0.3  # of a step, at least, beyond the outer values


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A value on the line, its word above it, and the name of its colour."""

    value: float
    word: str
    colour: str


def ticks_around(low: float, high: float) -> tuple[float, ...]:
    """Return a few round numbers that enclose the two values with some room outside them.

    >>> ticks_around(41_000, 60_000)
    (30000.0, 40000.0, 50000.0, 60000.0, 70000.0)
    """
    span = max(high - low, abs(high) * 0.1, 1e-9)
    rough = span / 2
    unit = 10.0 ** floor(log10(rough))
    step = next(unit * size for size in _STEPS if unit * size >= rough)
    first, last = floor(low / step - _MARGIN), ceil(high / step + _MARGIN)
    if low >= 0:
        first = max(first, 0)
    return tuple(step * count for count in range(first, last + 1))


class NumberLine(Drawing):
    """A line with round numbers below and two values above; its words say the same."""

    def __init__(
        self,
        name: str,
        points: tuple[LinePoint, LinePoint],
        write: Callable[[float], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._points = points
        self._write = write
        self._ticks = ticks_around(*sorted(point.value for point in points))
        said = ", ".join(f"{point.word} {write(point.value)}" for point in points)
        self.setAccessibleDescription(said)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()

    @override
    def _restyle(self) -> None:
        self.setFixedHeight(2 * self.look.line_px("label") + self.look.space(26))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.em(30), self.height())

    def _x(self, value: float) -> float:
        metrics = QFontMetricsF(self.look.font("label"))
        side = metrics.horizontalAdvance(self._write(self._ticks[-1])) / 2 + self.look.space(8)
        share = (value - self._ticks[0]) / (self._ticks[-1] - self._ticks[0])
        return side + share * (self.width() - 2 * side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        middle = look.line_px("label") + look.space(13)
        edge = look.colour("edge")
        with painting(self) as painter:
            painter.setFont(look.font("label"))
            start, end = (self._x(value) for value in (self._ticks[0], self._ticks[-1]))
            painter.setPen(QPen(edge, 2))
            painter.drawLine(QPointF(start, middle), QPointF(end, middle))
            self._draw_ticks(painter, middle)
            one, other = (self._x(point.value) for point in self._points)
            dashes = QPen(look.colour("muted"), 2, Qt.PenStyle.DotLine)
            painter.setPen(dashes)
            painter.drawLine(QPointF(one, middle), QPointF(other, middle))
            self._draw_points(painter, middle)

    def _draw_ticks(self, painter: QPainter, middle: float) -> None:
        look = self.look
        drawn_to = float("-inf")
        small = look.font("label")
        small.setWeight(look.font("base").weight())
        painter.setFont(small)
        metrics = QFontMetricsF(small)
        for value in self._ticks:
            x = self._x(value)
            painter.setPen(QPen(look.colour("edge"), 2))
            painter.drawLine(QPointF(x, middle - 5), QPointF(x, middle + 5))
            text = self._write(value)
            width = metrics.horizontalAdvance(text) + 2
            if x - width / 2 < drawn_to:
                continue
            drawn_to = x + width / 2 + look.space(8)
            painter.setPen(look.colour("muted"))
            place = QRectF(x - width / 2, middle + look.space(9), width, look.line_px("label"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_points(self, painter: QPainter, middle: float) -> None:
        look = self.look
        painter.setFont(look.font("label"))
        metrics = QFontMetricsF(look.font("label"))
        first, second = sorted(self._points, key=lambda point: point.value)
        widths = [metrics.horizontalAdvance(point.word) + 2 for point in (first, second)]
        lefts = [self._x(first.value) - widths[0] / 2, self._x(second.value) - widths[1] / 2]
        overlap = lefts[0] + widths[0] + look.space(8) - lefts[1]
        if overlap > 0:
            lefts = [lefts[0] - overlap / 2, lefts[1] + overlap / 2]
        for point, left, width in zip((first, second), lefts, widths, strict=True):
            colour = look.colour(point.colour)
            painter.setPen(QPen(look.colour("card"), 2))
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(self._x(point.value), middle), 7, 7)
            painter.setPen(colour)
            kept = min(max(left, 0.0), self.width() - width)
            place = QRectF(kept, 0, width, look.line_px("label"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, point.word)

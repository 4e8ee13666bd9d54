"""What was measured and what is forecast, with the band in which it is likely to end."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.paint import painting

Place = tuple[float, float]
Edge = tuple[float, float, float]
STEP: Final = 0.2
TOP: Final = 1.0
BELOW_LEAST: Final = 0.02
LINES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Points of day and share (0–1): measured until today, forecast from today to the end.

    ``low`` and ``high`` bound the end, ``edges`` (day, lower and upper share) the days before it;
    the band is closed today. ``begins``, ``now`` and ``ends`` are the words below the axis.
    """

    measured: tuple[Place, ...]
    forecast: tuple[Place, ...]
    low: float
    high: float
    edges: tuple[Edge, ...] = ()
    goal: float | None = None
    begins: str = ""
    now: str = ""
    ends: str = ""

    @property
    def bottom(self) -> float:
        """The round share at which the scale begins."""
        shares = [share for _day, share in (*self.measured, *self.forecast)]
        shares += [low for _day, low, _high in self.edges]
        least = min([*shares, self.low, TOP if self.goal is None else self.goal])
        steps = int(max(least - BELOW_LEAST, 0.0) / STEP)
        return min(steps, LINES) * STEP


class _Scale:
    """Where days and shares stand in the plot; found once for each painting."""

    def __init__(self, plot: QRectF, band: Band) -> None:
        days = [day for day, _share in (*band.measured, *band.forecast)]
        self.plot = plot
        self._first, last = min(days), max(days)
        self._wide = plot.width() / (last - self._first or 1.0)
        self._bottom = band.bottom
        self._high = plot.height() / (TOP - self._bottom)

    def place(self, point: Place) -> QPointF:
        """Return where a day and a share stand."""
        day, share = point
        x = self.plot.left() + self._wide * (day - self._first)
        return QPointF(x, self.plot.bottom() - self._high * (share - self._bottom))


class BandCurve(Drawing):
    """The curve; its description says the same in words."""

    def __init__(
        self, name: str, description: str, band: Band, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self.setAccessibleDescription(description)
        self._band = band
        self._scale = _Scale(QRectF(), band)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.em(20), self.look.em(16))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(14), self.look.em(11))

    def _small(self) -> QFont:
        font = self.look.font("label")
        font.setWeight(self.look.font("base").weight())
        return font

    def _room(self) -> QRectF:
        look = self.look
        small = QFontMetricsF(self._small())
        left = small.horizontalAdvance(_percent(TOP)) + look.space(8)
        right = QFontMetricsF(look.font("strong")).horizontalAdvance(_percent(TOP))
        above, below = small.height() / 2 + 1, look.line_px("label") + look.space(6)
        return QRectF(self.rect()).adjusted(left, above, -right - look.space(12), -below)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._scale = _Scale(self._room(), self._band)
        with painting(self) as painter:
            self._draw_grid(painter)
            self._draw_goal(painter)
            self._draw_band(painter)
            self._draw_line(painter, self._band.measured, "muted")
            self._draw_line(painter, self._band.forecast, "accent")
            self._draw_end(painter)
            self._draw_words(painter)

    def _draw_grid(self, painter: QPainter) -> None:
        look, plot = self.look, self._scale.plot
        painter.setFont(self._small())
        height = QFontMetricsF(self._small()).height()
        count = round((TOP - self._band.bottom) / STEP)
        for step in range(count + 1):
            y = plot.bottom() - plot.height() * step / count
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(look.colour("muted"))
            room = QRectF(0, y - height / 2, plot.left() - look.space(6), height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, flags, _percent(self._band.bottom + STEP * step))

    def _draw_goal(self, painter: QPainter) -> None:
        look, plot, goal = self.look, self._scale.plot, self._band.goal
        if goal is None:
            return
        y = self._scale.place((self._band.forecast[0][0], goal)).y()
        painter.setPen(QPen(look.colour("ok"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setFont(look.font("label"))
        text = _("mål {p} %").format(p=round(100 * goal))
        height = QFontMetricsF(look.font("label")).height()
        top = y - height - 2 if y - height > plot.top() else y + 2
        room = QRectF(plot.left() + look.space(6), top, plot.width(), height)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft, text)

    def _draw_band(self, painter: QPainter) -> None:
        """Fill from today, where the value is known, to the interval at the end."""
        band = self._band
        today, (last, _score) = band.forecast[0], band.forecast[-1]
        upper = [today, *((day, high) for day, _low, high in band.edges), (last, band.high)]
        lower = [(last, band.low), *((day, low) for day, low, _high in reversed(band.edges))]
        colour = self.look.colour("accent")
        colour.setAlphaF(0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.save()
        painter.setClipRect(self._scale.plot)
        painter.drawPolygon(QPolygonF([self._scale.place(point) for point in (*upper, *lower)]))
        painter.restore()

    def _draw_line(self, painter: QPainter, points: tuple[Place, ...], colour: str) -> None:
        pen = QPen(self.look.colour(colour), 2.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([self._scale.place(point) for point in points]))

    def _draw_end(self, painter: QPainter) -> None:
        look, band = self.look, self._band
        last, score = band.forecast[-1]
        middle = self._scale.place((last, score))
        painter.setPen(QPen(look.colour("card"), 2))
        painter.setBrush(look.colour("accent"))
        painter.drawEllipse(middle, look.space(7), look.space(7))
        fonts = (look.font("strong"), self._small())
        strong, small = (QFontMetricsF(font).height() for font in fonts)
        left = middle.x() + look.space(11)
        # The three figures stand below each other, also where the ends lie at the chart's edge.
        apart, edge = (strong + small) / 2, small / 2
        lowest = self._scale.plot.bottom() + look.space(5) - edge
        at = min(max(middle.y(), apart + edge), lowest - apart)
        above = max(min(self._scale.place((last, band.high)).y(), at - apart), edge)
        below = min(max(self._scale.place((last, band.low)).y(), at + apart), lowest)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for y, text, font, colour in (
            (at, _percent(score), look.font("strong"), "accent"),
            (above, str(round(100 * band.high)), self._small(), "muted"),
            (below, str(round(100 * band.low)), self._small(), "muted"),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            painter.drawText(QRectF(left, y - strong / 2, self.width() - left, strong), flags, text)

    def _draw_words(self, painter: QPainter) -> None:
        look, plot, band = self.look, self._scale.plot, self._band
        top, height = plot.bottom() + look.space(5), float(look.line_px("label"))
        now = self._scale.place(band.forecast[0])
        painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(now.x(), plot.top()), QPointF(now.x(), plot.bottom()))
        shown: list[QRectF] = []
        ends = self._scale.place(band.forecast[-1]).x()
        begins = self._scale.place(band.measured[0]).x() if band.measured else now.x()
        for text, x, font, colour in (
            (band.now, now.x(), look.font("label"), "text"),
            (band.ends, ends, self._small(), "muted"),
            (band.begins, begins, self._small(), "muted"),
        ):
            width = QFontMetricsF(font).horizontalAdvance(text)
            # Not under the figures of the grid: there a word would be read as one of them.
            left = min(max(x - width / 2, plot.left()), self.width() - width)
            room = QRectF(left, top, width + 1, height)
            clear = room.adjusted(-look.space(6), 0, look.space(6), 0)
            if text and not any(clear.intersects(other) for other in shown):
                painter.setFont(font)
                painter.setPen(look.colour(colour))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
                shown.append(room)


def _percent(share: float) -> str:
    return _("{n} %").format(n=round(100 * share))

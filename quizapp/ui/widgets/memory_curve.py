"""How memory of one question fell and was lifted again; each answer is a mark on the curve."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.paint import draw_disc, painting
from quizapp.ui.widgets.verdict import DRESSES, Outcome

GRID: Final = (1.0, 0.5, 0.0)


@dataclass(frozen=True, slots=True)
class CurveLine:
    """How recall fell after an answer: points of day and share (0–1), the answer's own first."""

    outcome: Outcome
    points: tuple[tuple[float, float], ...]


class MemoryCurve(Drawing):
    """A curve from the first answer until today; its description says the same in words.

    ``begins`` and ``ends`` are the words below its two ends.
    """

    def __init__(
        self,
        words: tuple[str, str],
        lines: Sequence[CurveLine],
        begins: str,
        ends: str,
        parent: QWidget | None = None,
    ) -> None:
        name, description = words
        super().__init__(name, parent)
        self.setAccessibleDescription(description)
        self._lines = tuple(lines)
        self._begins = begins
        self._ends = ends
        days = [day for line in lines for day, _share in line.points]
        self._first = min(days, default=0.0)
        self._last = max(days, default=0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()

    @override
    def _restyle(self) -> None:
        self.setFixedHeight(self.look.space(96) + self.look.line_px("label"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.em(16), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(8), self.height())

    def _plot(self) -> QRectF:
        look = self.look
        metrics = QFontMetricsF(look.font("label"))
        left = metrics.horizontalAdvance("100\u00a0%") + look.space(8)
        side = self._mark_side() / 2
        below = look.line_px("label") + look.space(6)
        return QRectF(self.rect()).adjusted(left + side, side, -side - 1, -below)

    def _mark_side(self) -> float:
        return float(self.look.grown(15))

    def _place(self, day: float, share: float) -> QPointF:
        plot = self._plot()
        span = self._last - self._first
        x = plot.left() + plot.width() * ((day - self._first) / span if span else 1.0)
        return QPointF(x, plot.bottom() - plot.height() * share)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._draw_grid(painter)
            self._draw_ends(painter)
            pen = QPen(self.look.colour("accent"), 2)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for line in self._lines:
                painter.drawPolyline(QPolygonF([self._place(*point) for point in line.points]))
            self._draw_marks(painter)

    def _draw_grid(self, painter: QPainter) -> None:
        look, plot = self.look, self._plot()
        font = look.font("label")
        font.setWeight(look.font("base").weight())
        painter.setFont(font)
        height = look.line_px("label")
        for share in GRID:
            y = plot.bottom() - plot.height() * share
            painter.setPen(QPen(look.colour("line"), 1))
            left = plot.left() - self._mark_side() / 2
            painter.drawLine(QPointF(left, y), QPointF(self.width(), y))
            painter.setPen(look.colour("muted"))
            room = QRectF(0, y - height / 2, left - look.space(4), height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, flags, _("{n} %").format(n=round(100 * share)))

    def _draw_ends(self, painter: QPainter) -> None:
        look, plot = self.look, self._plot()
        painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(plot.topRight(), plot.bottomRight())
        height = look.line_px("label")
        top = self.height() - height
        room = QRectF(plot.left() - self._mark_side() / 2, top, self.width() - plot.left(), height)
        painter.setPen(look.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._last > self._first:
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, self._begins)
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("text"))
        painter.drawText(
            QRectF(0, top, self.width(), height), Qt.AlignmentFlag.AlignRight | middle, self._ends
        )

    def _draw_marks(self, painter: QPainter) -> None:
        side = self._mark_side()
        for line in self._lines:
            middle = self._place(*line.points[0])
            dress = DRESSES[line.outcome]
            place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            draw_disc(painter, self.look, place, dress.colour, dress.icon)

"""A forecast on one line: the interval, the likeliest value, and the goal."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import Drawing
from quizapp.ui.widgets.paint import draw_bar, draw_box, painting

HALF = 0.5


class ForecastBar(Drawing):
    """The line from 50 (or 0) to 100 %; shares are 0–1, its figures stand in print beside it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._score: float | None = None
        self._low = self._high = 0.0
        self._goal: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._restyle()

    def set_forecast(
        self, score: float | None, low: float, high: float, goal: float | None
    ) -> None:
        """Show another forecast; without a score only the goal is shown."""
        self._score, self._low, self._high, self._goal = score, low, high, goal
        said = ""
        if score is not None:
            said = _("ca. {p} %, mellem {low} og {high} %").format(
                p=round(100 * score), low=round(100 * low), high=round(100 * high)
            )
        if goal is not None:
            said = f"{said}; {self._goal_text()}".strip("; ")
        self.setAccessibleDescription(said)
        self.update()

    def _goal_text(self) -> str:
        return "" if self._goal is None else _("mål {p} %").format(p=round(100 * self._goal))

    @override
    def _restyle(self) -> None:
        label = QFontMetricsF(self.look.font("label")).height()
        self.setFixedHeight(round(2 * self.look.space(12) + label))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.em(16), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(11), self.height())

    @property
    def _least(self) -> float:
        shown = [it for it in (self._score, self._low, self._goal) if it]
        return HALF if min(shown, default=1.0) >= HALF else 0.0

    def _x(self, share: float) -> float:
        room = self.width() - 2 * self.look.space(6)
        return self.look.space(6) + room * (share - self._least) / (1 - self._least)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        middle = float(look.space(12))
        thick = look.space(8)
        with painting(self) as painter:
            bar = QRectF(0, middle - thick / 2, self.width(), thick)
            edge = look.colour("edge") if look.is_contrast else None
            draw_box(painter, bar, fill=look.colour("track"), line=edge, radius=thick / 2)
            if self._score is not None:
                left, right = self._x(self._low), self._x(self._high)
                pale = QRectF(left, bar.top(), right - left, thick)
                draw_bar(painter, pale, look.colour("heat2"))
            self._draw_goal(painter, middle)
            if self._score is not None:
                painter.setPen(QPen(look.colour("card"), 2))
                painter.setBrush(look.colour("accent"))
                centre = QPointF(self._x(self._score), middle)
                painter.drawEllipse(centre, look.space(8), look.space(8))
            self._draw_words(painter)

    def _draw_goal(self, painter: QPainter, middle: float) -> None:
        if self._goal is None:
            return
        x, reach = self._x(self._goal), self.look.space(12)
        painter.setPen(QPen(self.look.colour("ok"), 2))
        painter.drawLine(QPointF(x, middle - reach + 1), QPointF(x, middle + reach - 2))

    def _draw_words(self, painter: QPainter) -> None:
        look = self.look
        top = 2.0 * look.space(12)
        small = look.font("label")
        small.setWeight(look.font("base").weight())
        taken = QRectF()
        if self._goal is not None:
            text = self._goal_text()
            width = QFontMetricsF(look.font("label")).horizontalAdvance(text) + 2
            left = min(max(self._x(self._goal) - width / 2, 0.0), self.width() - width)
            taken = QRectF(left, top, width, self.height() - top)
            painter.setFont(look.font("label"))
            painter.setPen(look.colour("ok"))
            painter.drawText(taken, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        for share, side in (
            (self._least, Qt.AlignmentFlag.AlignLeft),
            (1.0, Qt.AlignmentFlag.AlignRight),
        ):
            text = _("{n} %").format(n=round(100 * share))
            width = QFontMetricsF(small).horizontalAdvance(text) + look.space(6)
            left = 0.0 if side == Qt.AlignmentFlag.AlignLeft else self.width() - width
            place = QRectF(left, top, width, self.height() - top)
            if not place.intersects(taken):
                painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, text)

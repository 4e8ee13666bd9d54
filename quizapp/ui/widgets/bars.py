"""Bars and rings: a value drawn, with its number always in print beside it."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.base import Drawing, took_new_look
from quizapp.ui.widgets.paint import draw_bar, draw_box, painting

_FULL_CIRCLE = 360 * 16
_TOP = 90 * 16
_LARGE_RING = 110


class ProgressBar(QProgressBar):
    """Solid for what is remembered or done, pale for what is begun; shares from 0 to 1."""

    def __init__(
        self, name: str, done: float = 0, begun: float = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self.setTextVisible(False)
        self._done = 0.0
        self._begun = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_shares(done, begun)
        self._restyle()

    def set_shares(self, done: float, begun: float = 0) -> None:
        """Show other shares."""
        self._done = min(max(done, 0.0), 1.0)
        self._begun = min(max(begun, 0.0), 1.0 - self._done)
        self.setValue(round(self._done * 100))
        self.setAccessibleDescription(_("{n} %").format(n=round(self._done * 100)))
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(self.look.space(8))
        self.setMinimumWidth(self.look.space(60))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.look.space(160), self.look.space(8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        whole = QRectF(self.rect())
        with painting(self) as painter:
            edge = look.colour("edge") if look.is_contrast else None
            clip = QPainterPath()
            clip.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
            draw_box(
                painter, whole, fill=look.colour("track"), line=edge, radius=whole.height() / 2
            )
            painter.setClipPath(clip)
            if self._begun:
                pale = QRectF(whole)
                pale.setWidth(whole.width() * (self._done + self._begun))
                painter.fillRect(pale, look.colour("heat1"))
            if self._done:
                solid = QRectF(whole)
                solid.setWidth(max(whole.width() * self._done, whole.height()))
                if self._begun:
                    painter.fillRect(solid, look.colour("accent"))
                else:
                    draw_bar(painter, solid, look.colour("accent"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self._restyle()
            self.updateGeometry()


class SplitBar(Drawing):
    """A bar split in parts by their weight; each part is (weight, name of its colour)."""

    def __init__(
        self, name: str, parts: Sequence[tuple[float, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._parts: tuple[tuple[float, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(parts)
        self._restyle()

    def set_parts(self, parts: Sequence[tuple[float, str]]) -> None:
        """Show other parts."""
        self._parts = tuple(part for part in parts if part[0] > 0)
        self.update()

    @override
    def _restyle(self) -> None:
        self.setFixedHeight(self.look.space(12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        whole = QRectF(self.rect())
        total = sum(weight for weight, _ in self._parts)
        with painting(self) as painter:
            clip = QPainterPath()
            clip.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
            painter.setClipPath(clip)
            painter.fillRect(whole, look.colour("track"))
            left = whole.left()
            for weight, colour in self._parts:
                width = whole.width() * weight / total
                painter.fillRect(
                    QRectF(left, whole.top(), width, whole.height()), look.colour(colour)
                )
                left += width
                if left < whole.right() - 1:
                    gap = QRectF(left - 1, whole.top(), 2, whole.height())
                    painter.fillRect(gap, look.colour("card"))


class Ring(Drawing):
    """A ring around one number; ``share`` from 0 to 1."""

    def __init__(
        self,
        name: str,
        side: int = 126,
        colour: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._side = side
        self._colour = colour
        self._share = 0.0
        self._value = ""
        self._unit = ""
        self._restyle()

    def set_value(self, share: float, value: str, unit: str = "", colour: str = "") -> None:
        """Show a share with its number and, below it, what the number counts."""
        self._share = min(max(share, 0.0), 1.0)
        self._value = value
        self._unit = unit
        self._colour = colour or self._colour
        self.setAccessibleDescription(f"{value} {unit}".strip())
        self._restyle()
        self.update()

    @override
    def _restyle(self) -> None:
        look = self.look
        value, unit = QFontMetricsF(look.font("title")), QFontMetricsF(look.font("label"))
        widest = max(unit.horizontalAdvance(self._unit), value.horizontalAdvance(self._value))
        across = (widest + 4 * self._thickness()) * 1.2
        # The corners of both words stay inside the ring.
        reach = (value.height() + (unit.height() if self._unit else 0)) / 2
        over = hypot(value.horizontalAdvance(self._value) / 2, reach - value.descent())
        under = hypot(unit.horizontalAdvance(self._unit) / 2, reach - unit.descent())
        inside = 2 * (max(over, under) + look.space(4) + self._thickness())
        side = max(look.space(self._side), round(max(across, inside)))
        self.setFixedSize(side, side)

    def _thickness(self) -> int:
        return self.look.space(12 if self._side >= _LARGE_RING else 9)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        half = self._thickness() / 2
        circle = QRectF(self.rect()).adjusted(half, half, -half, -half)
        with painting(self) as painter:
            pen = QPen(look.colour("track"), self._thickness())
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawEllipse(circle)
            if self._share:
                pen.setColor(look.colour(self._colour))
                painter.setPen(pen)
                painter.drawArc(circle, _TOP, -round(_FULL_CIRCLE * self._share))
            value = QFontMetricsF(look.font("title"))
            unit = QFontMetricsF(look.font("label")) if self._unit else None
            total = value.height() + (unit.height() if unit else 0)
            top = (self.height() - total) / 2
            painter.setFont(look.font("title"))
            painter.setPen(look.colour("text"))
            middle = Qt.AlignmentFlag.AlignCenter
            painter.drawText(QRectF(0, top, self.width(), value.height()), middle, self._value)
            if unit:
                small = look.font("label")
                small.setWeight(look.font("base").weight())
                painter.setFont(small)
                painter.setPen(look.colour("muted"))
                below = QRectF(0, top + value.height(), self.width(), unit.height())
                painter.drawText(below, middle, self._unit)

"""The few shapes that everything is drawn from."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import Look

_SHADOW_STEPS = 16
_SHADOW_STRENGTH = {"light": 0.068, "dark": 0.36, "contrast": 0.0}


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Give a smooth painter on the widget and end it, also after an error."""
    painter = QPainter(widget)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    try:
        yield painter
    finally:
        painter.end()


def draw_box(
    painter: QPainter,
    rect: QRectF | QRect,
    *,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1,
    radius: float = 0,
) -> None:
    """Fill a rounded box and draw its line inside the rectangle."""
    inset = width / 2 if line is not None else 0
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)


def draw_ring(painter: QPainter, look: Look, rect: QRectF | QRect, radius: float) -> None:
    """Draw the ring of keyboard focus just inside the rectangle."""
    draw_box(painter, rect, line=look.colour("ring"), width=2, radius=radius)


def draw_disc(painter: QPainter, look: Look, rect: QRectF, colour: str, icon: str) -> None:
    """Draw the filled disc of a verdict with its icon in the middle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(colour))
    painter.drawEllipse(rect)
    draw_icon_in(painter, rect, icon, look.hex("on_verdict"), 0.5)


def draw_icon_in(painter: QPainter, rect: QRectF, icon: str, colour: str, share: float) -> None:
    """Draw an icon in the middle of a rectangle; ``share`` is its part of the height."""
    side = rect.height() * share
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    paint_icon(painter, icon, colour, place)


def draw_bar(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill a bar with round ends."""
    draw_box(painter, rect, fill=colour, radius=rect.height() / 2)


def draw_shadow(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """Draw a soft shadow around (never under) a box."""
    strength = _SHADOW_STRENGTH[look.theme.scheme.value]
    if not strength:
        return
    box = QPainterPath()
    box.addRoundedRect(rect, radius, radius)
    around = QPainterPath()
    around.addRect(rect.adjusted(-40, -40, 40, 60))
    painter.save()
    painter.setClipPath(around.subtracted(box), Qt.ClipOperation.IntersectClip)
    painter.setPen(Qt.PenStyle.NoPen)
    whole = _SHADOW_STEPS * (_SHADOW_STEPS + 1) / 2
    for step in range(_SHADOW_STEPS):
        colour = look.colour("shadow")
        colour.setAlphaF(strength * (step + 1) / whole)  # stronger towards the box
        painter.setBrush(colour)
        spread = 26 * (1 - step / _SHADOW_STEPS) - 2
        grown = rect.adjusted(-spread, -spread, spread, spread).translated(QPointF(0, 6))
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
    painter.restore()

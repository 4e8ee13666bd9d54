"""The few shapes that everything is drawn from."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import Look

_DOT_INSET = 0.28
_SHADOW_STEPS = 16
_SHADOW_REACH = 34  # how far a shadow shows beyond its box, in pixels
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


def draw_tile(painter: QPainter, look: Look, rect: QRect, *, chosen: bool) -> None:
    """Draw the ground of a tile to choose: soft and with a line of the accent when it is."""
    fill, line = ("accent_soft", "accent") if chosen else ("card", "line")
    draw_box(
        painter,
        rect,
        fill=look.colour(fill),
        line=look.colour(line),
        width=2,
        radius=look.radius("tile"),
    )


def draw_tile_mark(painter: QPainter, look: Look, rect: QRectF, *, chosen: bool) -> None:
    """Draw the ring of a tile to choose, with a dot in it when it is."""
    ink = look.colour("accent" if chosen else "edge")
    draw_box(painter, rect, fill=look.colour("card"), line=ink, width=2, radius=rect.width() / 2)
    if chosen:
        inset = rect.width() * _DOT_INSET
        dot = rect.adjusted(inset, inset, -inset, -inset)
        draw_box(painter, dot, fill=ink, radius=dot.width() / 2)


def draw_row(painter: QPainter, look: Look, row: QWidget) -> None:
    """Draw the ground of a row to press, where the pointer or the focus is on it."""
    if row.underMouse():
        draw_box(painter, row.rect(), fill=look.colour("sunk"), radius=look.radius("key"))
    if row.hasFocus():
        draw_ring(painter, look, row.rect(), look.radius("key"))


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
    if not _SHADOW_STRENGTH[look.theme.scheme.value]:
        return
    ratio = painter.device().devicePixelRatio()
    corner = _SHADOW_REACH + round(radius)
    piece = _shadow_piece(look, round(radius), ratio)
    outer = rect.adjusted(-_SHADOW_REACH, -_SHADOW_REACH, _SHADOW_REACH, _SHADOW_REACH)
    lefts = (outer.left(), outer.left() + corner, outer.right() - corner, outer.right())
    tops = (outer.top(), outer.top() + corner, outer.bottom() - corner, outer.bottom())
    cuts = (0, corner, corner + 1, 2 * corner + 1)
    for row in range(3):
        for column in range(3):
            if row == column == 1:
                continue
            target = QRectF(
                QPointF(lefts[column], tops[row]), QPointF(lefts[column + 1], tops[row + 1])
            )
            source = QRectF(
                QPointF(cuts[column], cuts[row]) * ratio,
                QPointF(cuts[column + 1], cuts[row + 1]) * ratio,
            )
            painter.drawPixmap(target, piece, source)


@lru_cache(maxsize=16)
def _shadow_piece(look: Look, radius: int, ratio: float) -> QPixmap:
    """Draw the shadow of the least box once; its nine parts make the shadow of any box."""
    corner = _SHADOW_REACH + radius
    side = 2 * corner + 1
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    box = QRectF(_SHADOW_REACH, _SHADOW_REACH, 2 * radius + 1, 2 * radius + 1)
    hole = QPainterPath()
    hole.addRoundedRect(box, radius, radius)
    around = QPainterPath()
    around.addRect(QRectF(0, 0, side, side))
    strength = _SHADOW_STRENGTH[look.theme.scheme.value]
    whole = _SHADOW_STEPS * (_SHADOW_STEPS + 1) / 2
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(around.subtracted(hole))
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_SHADOW_STEPS):
        colour = look.colour("shadow")
        colour.setAlphaF(strength * (step + 1) / whole)  # stronger towards the box
        painter.setBrush(colour)
        spread = 26 * (1 - step / _SHADOW_STEPS) - 2
        grown = box.adjusted(-spread, -spread, spread, spread).translated(QPointF(0, 6))
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
    painter.end()
    return pixmap

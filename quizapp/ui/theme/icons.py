"""Lucide icons, drawn in a colour of the theme and sharp on every screen."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).parents[1] / "assets" / "icons"


@cache
def _drawing(name: str) -> str:
    return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    tinted = _drawing(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(tinted.encode()))


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw the icon into a square; raises ``FileNotFoundError`` for a name that is not shipped."""
    _renderer(name, colour).render(painter, rect)


@lru_cache(maxsize=256)
def _pixmap(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    _renderer(name, colour)  # an unknown name must fail before there is a painter to end
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, name, colour, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def icon_of(name: str, colour: str, side: int) -> QIcon:
    """Return the icon for menus and line edits, ``side`` pixels wide."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    return QIcon(_pixmap(name, colour, side, ratio))

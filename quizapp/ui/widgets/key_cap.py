"""The small cap that names a key, and the line that says what keys do."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import Look
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, painting


def cap_size(look: Look, key: str) -> QSize:
    """Return how much room the cap of a key takes."""
    metrics = QFontMetricsF(look.font("label"))
    width = metrics.horizontalAdvance(key) + 2 * look.grown(7)
    return QSize(round(width), round(metrics.height() + 2 * look.grown(2)))


def draw_cap(painter: QPainter, look: Look, rect: QRectF, key: str, *, on_accent: bool) -> None:
    """Draw a cap; on a filled button it is a lighter patch, elsewhere a small key."""
    radius = look.radius("small")
    if on_accent:
        patch = look.colour("on_accent")
        patch.setAlphaF(0.15)
        draw_box(painter, rect, fill=patch, radius=radius)
        painter.setPen(look.colour("on_accent"))
    else:
        draw_box(
            painter, rect, fill=look.colour("sunk"), line=look.colour("accent_line"), radius=radius
        )
        painter.setPen(look.colour("muted"))
    painter.setFont(look.font("label"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key)


class KeyCap(Part):
    """A key by its name; read aloud by the words beside it, so silent itself."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    @override
    def sizeHint(self) -> QSize:
        return cap_size(self.look, self.key)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_cap(painter, self.look, QRectF(self.rect()), self.key, on_accent=False)


class KeyLine(Part):
    """A line of key caps, each with what it does."""

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._pairs: list[FlowLayout] = []
        for key, meaning in keys:
            pair = QWidget()
            inner = FlowLayout(pair)
            self._pairs.append(inner)
            inner.addWidget(KeyCap(key))
            inner.addWidget(WrappingLabel(meaning, "small", "muted"))
            self._flow.addWidget(pair)
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._flow.set_gaps(self.look.grown(14), self.look.space(6))
        for pair in self._pairs:
            pair.set_gaps(self.look.grown(6), self.look.space(4))

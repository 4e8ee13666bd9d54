"""The first letter of a name in a circle."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.ui.theme.look import Look
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.paint import painting

_SMALL = 28


class Avatar(Part):
    """A picture of a name; silent, for the name stands beside it."""

    def __init__(self, name: str, side: int = 36, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._side = side
        self._restyle()

    @override
    def _restyle(self) -> None:
        side = self.look.grown(self._side)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_avatar(painter, self.look, QRectF(self.rect()), self._name)


def draw_avatar(
    painter: QPainter, look: Look, place: QRectF, name: str, ground: str = "accent_soft"
) -> None:
    """Draw the first letter of a name in a circle; ``ground`` is what fills it."""
    painter.setPen(look.colour("accent") if look.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground))
    painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(look.font("section" if place.height() > look.grown(_SMALL) else "label"))
    painter.setPen(look.colour("accent"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name.strip()[:1].upper())

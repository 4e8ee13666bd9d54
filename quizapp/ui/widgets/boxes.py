"""Ground, card, tile, sunk box and hairline: what pages are laid out on."""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.paint import draw_box, draw_shadow, painting


class Ground(Part):
    """The floor of a page; it also paints the shadows of the cards that stand on it."""

    def __init__(self, colour: str = "bg", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(event.rect(), self.look.colour(self._colour))
            for card in self.findChildren(Card):
                if card.has_shadow and card.isVisible():
                    corner = card.mapTo(self, QPoint(0, 0))
                    place = QRectF(corner.x(), corner.y(), card.width(), card.height())
                    draw_shadow(painter, self.look, place, self.look.radius("card"))


class Box(Part):
    """A box with a line around it; ``body`` takes what it holds, from the top down."""

    def __init__(
        self,
        *,
        fill: str = "card",
        line: str = "line",
        radius: str = "card",
        padding: tuple[int, int] = (22, 20),
        gap: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fill_name = fill
        self._line_name = line
        self._radius_name = radius
        self._padding = padding
        self._gap = gap
        self.body = QVBoxLayout(self)
        Box._restyle(self)  # not the subclass's own, whose parts are not there yet

    def set_colours(self, fill: str, line: str) -> None:
        """Change what the box is filled and framed with."""
        self._fill_name, self._line_name = fill, line
        self.update()

    @override
    def _restyle(self) -> None:
        across, down = (self.look.space(side) for side in self._padding)
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(self.look.space(self._gap))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=self.look.colour(self._fill_name),
                line=self.look.colour(self._line_name),
                radius=self.look.radius(self._radius_name),
            )


class Card(Box):
    """The white box of a page; a shadow only for the one that matters most."""

    def __init__(
        self,
        *,
        shadow: bool = False,
        padding: tuple[int, int] = (22, 20),
        gap: int = 10,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(padding=padding, gap=gap, parent=parent)
        self.has_shadow = shadow

    def _tell_ground(self) -> None:
        if not self.has_shadow:
            return
        above = self.parentWidget()
        while above is not None and not isinstance(above, Ground):
            above = above.parentWidget()
        if above is not None:
            above.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_ground()

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._tell_ground()


class Tile(Box):
    """A smaller white box."""

    def __init__(self, *, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(radius="tile", padding=(16, 14), gap=gap, parent=parent)


class SunkBox(Box):
    """A box for quoted or secondary matter, inside a card."""

    def __init__(self, *, gap: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(fill="sunk", radius="tile", padding=(18, 14), gap=gap, parent=parent)


class Hairline(Part):
    """A thin line between two things in a card."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), self.look.colour("line"))


def row(*parts: QWidget, gap: int = 8, stretch_last: bool = False) -> QHBoxLayout:
    """Lay parts side by side, from the left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        layout.addWidget(part)
    if not stretch_last:
        layout.addStretch(1)
    elif parts:
        layout.setStretchFactor(parts[-1], 1)
    return layout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)

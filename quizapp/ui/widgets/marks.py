"""Small painted marks: an icon, a disc, the square that shows a key."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, draw_disc, draw_icon_in, painting


class Icon(Part):
    """An icon; silent, for its words are in the name of what it stands beside."""

    def __init__(
        self, name: str, colour: str = "muted", side: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._side = side
        self._restyle()

    def set_icon(self, name: str, colour: str | None = None) -> None:
        """Show another icon, perhaps in another colour."""
        self._name = name
        self._colour = self._colour if colour is None else colour
        self.update()

    @override
    def _restyle(self) -> None:
        side = self.look.grown(self._side)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_icon(painter, self._name, self.look.hex(self._colour), QRectF(self.rect()))


class Disc(Part):
    """A filled disc with an icon: the sign of a verdict."""

    def __init__(
        self, icon: str, colour: str, side: int = 40, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._colour = colour
        self._side = side
        self._restyle()

    @override
    def _restyle(self) -> None:
        side = self.look.grown(self._side) if self.look.scale < 1 else self.look.space(self._side)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            draw_disc(painter, self.look, QRectF(self.rect()), self._colour, self._icon)


class IconTile(Part):
    """An icon on a soft square."""

    def __init__(self, icon: str, side: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._side = side
        self._ground = "accent_soft"
        self._restyle()

    def set_on_soft(self, *, on_soft: bool) -> None:
        """Stand out from a soft ground, such as that of a chosen tile, or from a card."""
        self._ground = "card" if on_soft else "accent_soft"
        self.update()

    @override
    def _restyle(self) -> None:
        self.setFixedSize(QSize(1, 1) * self.look.space(self._side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        with painting(self) as painter:
            draw_box(
                painter,
                self.rect(),
                fill=look.colour(self._ground),
                line=look.colour("accent_line") if look.is_contrast else None,
                radius=look.radius("control"),
            )
            draw_icon_in(painter, QRectF(self.rect()), self._icon, look.hex("accent"), 0.5)


class KeySquare(Part):
    """A square with the key that chooses something, or with a sign once it is marked."""

    def __init__(self, key: str, side: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._side = side
        self._icon = ""
        self._fill = "sunk"
        self._ink = "muted"
        self._restyle()

    def show_key(self, fill: str = "sunk", ink: str = "muted") -> None:
        """Show the key; ``fill`` other than »sunk« is drawn without a line."""
        self._icon, self._fill, self._ink = "", fill, ink
        self.update()

    def show_icon(self, icon: str, fill: str, ink: str = "on_verdict") -> None:
        """Show a sign instead of the key."""
        self._icon, self._fill, self._ink = icon, fill, ink
        self.update()

    @override
    def _restyle(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        letters = QFontMetrics(self.look.font("small_strong")).height()
        self.setFixedSize(QSize(1, 1) * max(self.look.space(self._side), letters + 8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        with painting(self) as painter:
            line = look.colour("accent_line") if self._fill == "sunk" else None
            draw_box(
                painter,
                self.rect(),
                fill=look.colour(self._fill),
                line=line,
                radius=look.radius("key"),
            )
            if self._icon:
                draw_icon_in(painter, QRectF(self.rect()), self._icon, look.hex(self._ink), 0.55)
            else:
                painter.setFont(look.font("small_strong"))
                painter.setPen(look.colour(self._ink))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)


class IconLine(Part):
    """An icon with a line of text beside it, the icon level with the first line."""

    def __init__(
        self,
        icon: str,
        text: str,
        role: str = "small",
        colour: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._icon = Icon(icon, colour, 16)
        self.label = WrappingLabel(text, role, colour)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.label, 1)
        self._restyle()

    def set_text(self, text: str) -> None:
        """Change the words."""
        self.label.setText(text)

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(8))
        drop = max((self.look.line_px(self._role) - self.look.grown(16)) // 2, 0)
        self._icon.setContentsMargins(0, drop, 0, 0)
        self._icon.setFixedSize(self.look.grown(16), self.look.grown(16) + drop)

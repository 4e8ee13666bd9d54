"""The button in its five dresses, with an icon and the key that does the same."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import letters_px, words_px, wrapped_px
from quizapp.ui.widgets.base import PressPart
from quizapp.ui.widgets.key_cap import cap_size, draw_cap
from quizapp.ui.widgets.paint import draw_box, draw_ring, painting

# Laid out with wrapping, a text may be a little wider than its advance.
_SLACK = 4
_WRAP = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class Dress(StrEnum):
    """How much a button wants to be pressed; at most one ``MAIN`` a page."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"
    SOFT = "soft"
    LINK = "link"
    TOAST = "toast"


class Button(PressPart):
    """A button whose width follows its words; ``clicked`` says that it was pressed."""

    def __init__(
        self,
        text: str = "",
        dress: Dress = Dress.PLAIN,
        *,
        icon: str = "",
        key: str = "",
        small: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dress = dress
        self._icon_name = icon
        self._key = key
        self._small = small
        self._is_flush = False
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        self.setAccessibleName(text)
        self._restyle()

    def set_text(self, text: str) -> None:
        """Change the words, also the ones that are read aloud."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Change the icon; an empty name takes it away."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Change the key shown on the button; an empty one takes it away."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_flush(self, *, is_flush: bool) -> None:
        """Let the words of a button without an edge stand in line with what is above them."""
        self._is_flush = is_flush and self._dress in (Dress.QUIET, Dress.LINK)
        self.updateGeometry()
        self.update()

    def _left(self) -> int:
        return self.look.space(2) if self._is_flush else self._parts()[0]

    def _font(self) -> QFont:
        return self.look.font(self._role())

    def _role(self) -> str:
        return "small_strong" if self._small else "strong"

    @override
    def _restyle(self) -> None:
        self.setFont(self._font())

    def _parts(self) -> tuple[int, int, int, QSize]:
        """Side padding, gap, icon side and cap size, in pixels."""
        look = self.look
        flush = self._dress is Dress.LINK
        padding = 2 if flush else 14 if self._small else 18
        if not self.text():
            padding = 10
        icon = look.grown(15 if self._small else 18) if self._icon_name else 0
        cap = cap_size(look, self._key) if self._key else QSize(0, 0)
        return look.space(padding), look.space(8), icon, cap

    @override
    def sizeHint(self) -> QSize:
        padding, gap, icon, cap = self._parts()
        pieces = [words_px(self.look, self._role(), self.text())] if self.text() else []
        pieces += [float(size) for size in (icon, cap.width()) if size]
        width = self._left() + padding + sum(pieces) + gap * max(len(pieces) - 1, 0)
        low = self._small or self._dress is Dress.LINK
        floor = self.look.target() + (0 if low else self.look.space(4))
        height = max(floor, letters_px(self.look, self._role()) + 2 * self.look.space(8))
        return QSize(max(round(width) + _SLACK, self.look.target()), round(height))

    def _beside_words(self) -> int:
        """Return how much of the width is not for words."""
        padding, gap, icon, cap = self._parts()
        pieces = [side + gap for side in (icon, cap.width()) if side]
        return self._left() + padding + sum(pieces) + 2

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        room = max(width - self._beside_words(), 1)
        words = wrapped_px(self.look, self._role(), self.text(), room)
        return max(hint.height(), words + 2 * self.look.space(8))

    @override
    def minimumSizeHint(self) -> QSize:
        words = (words_px(self.look, self._role(), word) for word in self.text().split())
        widest = round(max(words, default=0))
        width = min(widest + self._beside_words(), self.sizeHint().width())
        return QSize(max(width, self.look.target()), self.sizeHint().height())

    def _inks(self) -> tuple[QColor | None, QColor | None, str]:
        """Fill, line and the name of the colour of the words."""
        look = self.look
        lit = self.underMouse() or self.isDown()
        match self._dress:
            case Dress.MAIN if not self.isEnabled():
                return look.colour("off"), None, "on_off"
            case Dress.MAIN:
                return look.colour("accent_hover" if lit else "accent"), None, "on_accent"
            case Dress.PLAIN:
                ground = "accent_soft" if lit else "card"
                return look.colour(ground), look.colour("line"), "text"
            case Dress.SOFT:
                line = look.colour("accent_line") if lit or look.is_contrast else None
                return look.colour("accent_soft"), line, "accent"
            case Dress.QUIET:
                return (look.colour("track") if lit else None), None, "muted"
            case Dress.LINK | Dress.TOAST:
                return None, None, "accent" if self._dress is Dress.LINK else "toast_link"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        fill, line, ink = self._inks()
        ink = ink if self.isEnabled() or ink == "on_off" else "muted"
        radius = look.radius("control") + 2
        with painting(self) as painter:
            if self._dress is not Dress.LINK:
                draw_box(painter, self.rect(), fill=fill, line=line, width=2, radius=radius)
            if self.hasFocus() and self._dress is Dress.TOAST:
                draw_box(painter, self.rect(), line=look.colour(ink), width=2, radius=radius)
            elif self.hasFocus():
                if self._dress is Dress.MAIN:
                    # The ring may be hard to tell from the fill: a line of the ground between them.
                    inside = self.rect().adjusted(2, 2, -2, -2)
                    gap = look.colour("card")
                    draw_box(painter, inside, line=gap, width=2, radius=max(radius - 2, 0))
                draw_ring(painter, look, self.rect(), radius)
            self._draw_parts(painter, ink)

    def _draw_parts(self, painter: QPainter, ink: str) -> None:
        _padding, gap, icon, cap = self._parts()
        metrics = QFontMetricsF(self._font())
        needed = self.sizeHint().width()
        centred = not self._is_flush and self._dress is not Dress.LINK
        left = self._left() + (max(self.width() - needed, 0) / 2 if centred else 0)
        height = float(self.height())
        if icon:
            place = QRectF(left, (height - icon) / 2, icon, icon)
            paint_icon(painter, self._icon_name, self.look.hex(ink), place)
            left += icon + gap
        if self.text():
            font = self._font()
            font.setUnderline(self._dress is Dress.LINK and self.underMouse())
            painter.setFont(font)
            painter.setPen(self.look.colour(ink))
            room = self.width() - self._beside_words() + 2
            width = min(metrics.horizontalAdvance(self.text()) + _SLACK, room)
            painter.drawText(QRectF(left, 0, width, height), _WRAP, self.text())
            left += width + gap
        if self._key:
            place = QRectF(left, (height - cap.height()) / 2, cap.width(), cap.height())
            filled = self._dress is Dress.MAIN and self.isEnabled()
            draw_cap(painter, self.look, place, self._key, on_accent=filled)


class IconButton(Button):
    """A button with an icon only; the name is read aloud and shown as a tool tip."""

    def __init__(
        self, icon: str, name: str, dress: Dress = Dress.QUIET, parent: QWidget | None = None
    ) -> None:
        super().__init__("", dress, icon=icon, small=True, parent=parent)
        self.setAccessibleName(name)
        self.setToolTip(name)

"""Radio tiles that show themselves: a font by its letters, a theme by a small window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.theme.fonts import font_of
from quizapp.ui.theme.tokens import SCHEMES, Colours, Scheme
from quizapp.ui.widgets.base import Part, PressBox, let_press_through
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.paint import draw_box, draw_ring, draw_tile, draw_tile_mark, painting


@dataclass(frozen=True, slots=True, kw_only=True)
class TileChoice:
    """One thing to choose: its value, its words, and either a font or schemes to show."""

    value: str
    text: str
    note: str = ""
    family: str = ""
    schemes: tuple[Scheme, ...] = ()


class FontSample(Part):
    """A few words in a font of their own."""

    def __init__(self, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = family
        self._restyle()

    @override
    def _restyle(self) -> None:
        self.setFixedHeight(self.look.line_px("section") + self.look.space(4))

    @override
    def sizeHint(self) -> QSize:
        font = font_of(self._family, self.look.text_px("section"), 400)
        width = QFontMetricsF(font).horizontalAdvance(_("Fred i 1905"))
        return QSize(round(width) + self.look.space(4), self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setFont(font_of(self._family, self.look.text_px("section"), 400))
            painter.setPen(self.look.colour("text"))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(self.rect(), flags, _("Fred i 1905"))


class SchemeSample(Part):
    """A small window in the colours of one scheme, or split between two."""

    def __init__(self, schemes: tuple[Scheme, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schemes = schemes
        self._restyle()

    @override
    def _restyle(self) -> None:
        self.setFixedSize(self.look.space(124), self.look.space(70))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        share = self.width() / len(self._schemes)
        with painting(self) as painter:
            for at, scheme in enumerate(self._schemes):
                painter.setClipRect(QRectF(at * share, 0, share, self.height()))
                self._draw(painter, SCHEMES[scheme])

    def _draw(self, painter: QPainter, colours: Colours) -> None:
        whole = QRectF(self.rect())
        unit = self.width() / 31
        line = QColor(self.look.colours.line)
        draw_box(painter, whole, fill=QColor(colours.bg), line=line, radius=2 * unit)
        card = QRectF(9 * unit, 3 * unit, 20 * unit, whole.height() - 6 * unit)
        draw_box(painter, card, fill=QColor(colours.card), line=QColor(colours.line), radius=unit)
        for top, width, colour in ((5, 12, colours.text), (7.5, 8, colours.muted)):
            bar = QRectF(11 * unit, top * unit, width * unit, unit)
            draw_box(painter, bar, fill=QColor(colour), radius=unit / 2)
        button = QRectF(21 * unit, whole.height() - 6 * unit, 6 * unit, 2 * unit)
        draw_box(painter, button, fill=QColor(colours.accent), radius=unit)


class ChoiceTile(PressBox):
    """One tile; whether it is the chosen one is read with its name."""

    def __init__(self, choice: TileChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = choice.value
        self.let_others_check(one_of=True)
        self._column = QVBoxLayout(self)
        parts: list[QWidget] = []
        if choice.family:
            parts.append(FontSample(choice.family))
        if choice.schemes:
            parts.append(SchemeSample(choice.schemes))
        for part in parts:
            self._column.addWidget(part)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._column.addLayout(self._words)
        words = [WrappingLabel(choice.text, "small_strong")]
        if choice.note:
            words.append(WrappingLabel(choice.note, "small", "muted"))
        for label in words:
            self._words.addWidget(label)
        parts += words
        let_press_through(*parts)
        self.setAccessibleName(f"{choice.text}, {choice.note}" if choice.note else choice.text)
        self._restyle()

    @override
    def _restyle(self) -> None:
        side = self.look.space(14)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self.look.space(4))
        # The mark stands in the lower right corner, and no word may run into it.
        self._words.setContentsMargins(0, 0, self.look.grown(16) + self.look.space(6), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        with painting(self) as painter:
            draw_tile(painter, look, self.rect(), chosen=self.isChecked())
            self._draw_mark(painter)
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), look.radius("tile"))

    def _draw_mark(self, painter: QPainter) -> None:
        look = self.look
        side = look.grown(16)
        edge = look.space(12)
        mark = QRectF(self.width() - side - edge, self.height() - side - edge, side, side)
        draw_tile_mark(painter, look, mark, chosen=self.isChecked())


class TileRow(Part):
    """Tiles of which one is chosen; ``chosen`` carries its value."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[TileChoice], value: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._widest = 0
        self.tiles = tuple(ChoiceTile(choice) for choice in choices)
        for tile in self.tiles:
            self._flow.addWidget(tile)
            tile.show_checked(is_checked=tile.value == value)
            tile.clicked.connect(lambda _on=False, one=tile: self.chosen.emit(one.value))
        self._restyle()

    def show_value(self, value: str) -> None:
        """Show another value as the chosen one."""
        for tile in self.tiles:
            tile.show_checked(is_checked=tile.value == value)

    @override
    def _restyle(self) -> None:
        self._flow.set_gaps(self.look.space(10), self.look.space(10))
        for tile in self.tiles:
            tile.setMinimumWidth(0)
        self._widest = max((tile.sizeHint().width() for tile in self.tiles), default=0)
        for tile in self.tiles:
            tile.setMinimumWidth(self._widest)
        self._share_out()

    def _share_out(self) -> None:
        """Begin a new line so early that none of the lines is nearly empty."""
        gap = self.look.space(10)
        fitting = max((self.width() + gap) // (self._widest + gap), 1)
        lines = -(-len(self.tiles) // fitting)
        self._flow.set_most(-(-len(self.tiles) // max(lines, 1)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

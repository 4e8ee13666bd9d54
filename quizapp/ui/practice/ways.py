"""The ways to practise, as radio tiles that walk by arrow keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import N_, _
from quizapp.ui.widgets.base import Part, PressBox, let_press_through
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconTile
from quizapp.ui.widgets.paint import draw_ring, draw_tile, draw_tile_mark, painting

_TILE_EM = 15
_MOST_BESIDE = 3
_MARK = 22
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Way(StrEnum):
    """How a selection is gone through."""

    MIXED = "mixed"
    MISSED = "missed"
    LEAF = "leaf"
    TIMELINE = "timeline"
    MOCK = "mock"
    READ = "read"


@dataclass(frozen=True, slots=True)
class WayWords:
    """What a way is called, what it is, and what its button says."""

    icon: str
    name: str
    what: str
    begin: str


WORDS = {
    Way.MIXED: WayWords(
        "layers",
        N_("Blandet"),
        N_("Alle slags spørgsmål mellem hinanden – det lærer man mest af."),
        N_("Begynd blandet"),
    ),
    Way.MISSED: WayWords(
        "rotate-ccw",
        N_("Kun fejl"),
        N_("Dem, du sidst svarede forkert eller kun næsten rigtigt på."),
        N_("Begynd med fejlene"),
    ),
    Way.LEAF: WayWords(
        "copy",
        N_("Bladr"),
        N_("Vend kort i dit eget tempo. Ingen bedømmelse."),
        N_("Begynd at bladre"),
    ),
    Way.TIMELINE: WayWords(
        "clock",
        N_("Tidslinje"),
        N_("Læg begivenhederne, hvor de hører til."),
        N_("Begynd tidslinjen"),
    ),
    Way.MOCK: WayWords(
        "list-checks",
        N_("Prøveeksamen"),
        N_("Som den rigtige prøve: Du ser først svarene til sidst."),
        N_("Begynd en prøveeksamen"),
    ),
    Way.READ: WayWords(
        "book-open-text",
        N_("Læs teksten"),
        N_("Læseteksten afsnit for afsnit – med spørgsmål undervejs."),
        N_("Begynd at læse"),
    ),
}


class WayTile(PressBox):
    """One way; it is read as a radio button. ``confirmed`` is Enter on the one already chosen."""

    confirmed = Signal()

    def __init__(self, way: Way, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = way
        self.setCheckable(True)
        self.setAutoExclusive(True)
        said = WORDS[way]
        self._icon = IconTile(said.icon)
        self._name = WrappingLabel(_(said.name), "strong")
        self._what = WrappingLabel(_(said.what), "small", "muted")
        self._much = WrappingLabel("", "small_strong")
        let_press_through(self._icon, self._name, self._what, self._much)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self._name, self._what):
            self._column.addWidget(label)
        self._column.addStretch(1)
        self._column.addWidget(self._much)
        self.toggled.connect(lambda on: self._icon.set_on_soft(on_soft=on))
        self._restyle()
        self.set_much("")

    def set_much(self, text: str) -> None:
        """Say how much there is of it."""
        self._much.setText(text)
        said = WORDS[self.way]
        parts = (_(said.name), _(said.what), text)
        self.setAccessibleName(" ".join(part for part in parts if part))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.isChecked():
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def _restyle(self) -> None:
        side = self.look.space(20)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(self.look.space(8))

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
        side, edge = look.grown(_MARK), look.space(20)
        mark = QRectF(self.width() - side - edge, edge, side, side)
        draw_tile_mark(painter, look, mark, chosen=self.isChecked())


class WayTiles(Part):
    """The tiles; ``chosen`` carries a ``Way``, ``confirmed`` says that it shall begin."""

    chosen = Signal(object)
    confirmed = Signal()

    def __init__(self, ways: Sequence[Way] = tuple(Way), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Måde at øve på"))
        self.tiles = {way: WayTile(way) for way in ways}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._beside = 0
        for way, tile in self.tiles.items():
            # Not only when it is pressed: a screen reader checks it without a press.
            tile.toggled.connect(lambda on, way=way: self._on_toggled(way, is_on=on))
            tile.confirmed.connect(self.confirmed)
        self.tiles[ways[0]].setChecked(True)
        self._restyle()

    def _on_toggled(self, way: Way, *, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(way)

    @property
    def way(self) -> Way:
        """The way that is chosen."""
        return next(way for way, tile in self.tiles.items() if tile.isChecked())

    def choose(self, way: Way) -> None:
        """Choose a way, as pressing its tile does."""
        self.tiles[way].click()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        ways = list(self.tiles)
        at = (ways.index(self.way) + step) % len(ways)
        self.choose(ways[at])
        self.tiles[ways[at]].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        """Lay the tiles in as many columns as there is room for, at most three."""
        gap = self.look.space(16)
        fits = (self.width() + gap) // (self.look.em(_TILE_EM) + gap)
        beside = max(1, min(fits, _MOST_BESIDE, len(self.tiles)))
        if beside == self._beside:
            return
        self._beside = beside
        for at, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, at // beside, at % beside)
        for column in range(_MOST_BESIDE):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._grid.setSpacing(self.look.space(16))
        self._arrange()

"""Four buttons that fill the bottom bar: how well was it remembered."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Part, PressBox, let_press_through
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import KeySquare
from quizapp.ui.widgets.options import place_of_key
from quizapp.ui.widgets.paint import draw_box, draw_ring, painting

_COLOURS = (
    ("bad_soft", "bad"),
    ("warn_soft", "warn"),
    ("ok_soft", "ok"),
    ("accent_soft", "accent"),
)


@dataclass(frozen=True, slots=True)
class RatingChoice:
    """One way to rate: its words and when the question would come again."""

    text: str
    interval: str


class RatingButton(PressBox):
    """One of the four."""

    def __init__(self, place: int, choice: RatingChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._square = KeySquare(str(place + 1), 33)
        self._square.show_key(*_COLOURS[place])
        self._text = WrappingLabel(choice.text, "strong")
        self._interval = WrappingLabel(choice.interval, "small", "muted")
        self._has_interval = bool(choice.interval)
        self._interval.setVisible(self._has_interval)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._interval)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self._square, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addLayout(words, 1)
        let_press_through(self._square, self._text, self._interval)
        said = (str(place + 1), choice.text, choice.interval)
        self.setAccessibleName(", ".join(part for part in said if part))
        self._restyle()

    def whole_px(self) -> int:
        """Return how wide the button is with all it can show."""
        words = max(self._text.sizeHint().width(), self._interval.sizeHint().width())
        margins = self._line.contentsMargins()
        beside = margins.left() + margins.right() + self._line.spacing()
        return self._square.width() + words + beside

    def set_bare(self, *, is_bare: bool) -> None:
        """Show the words alone, where there is room for nothing else; the rest is still read."""
        self._square.setVisible(not is_bare)
        self._interval.setVisible(not is_bare and self._has_interval)

    @override
    def _restyle(self) -> None:
        look = self.look
        self._line.setContentsMargins(look.space(16), look.space(8), look.space(12), look.space(8))
        self._line.setSpacing(look.space(12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        radius = look.radius("control") + 2
        lit = self.underMouse() or self.isDown()
        with painting(self) as painter:
            draw_box(
                painter,
                QRectF(self.rect()),
                fill=look.colour("accent_soft" if lit else "card"),
                line=look.colour("line"),
                width=2,
                radius=radius,
            )
            if self.hasFocus():
                draw_ring(painter, look, self.rect(), radius)


class RatingBar(Part):
    """Ratings 1 to 4 with what they lead to; ``rated`` carries the number chosen."""

    rated = Signal(int)

    def __init__(self, choices: Sequence[RatingChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = tuple(RatingButton(at, choice) for at, choice in enumerate(choices))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        for at, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, number=at + 1: self.rated.emit(number))
        self._restyle()

    def focus_rating(self, number: int) -> None:
        """Move the focus to a rating from 1 to 4, the one that seems to fit."""
        self.buttons[number - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that the page got: 1 to 4 rate, Left and Right move the focus."""
        place = place_of_key(event, len(self.buttons))
        if place is not None and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.rated.emit(place + 1)
            return True
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            now = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), 0)
            at = min(max(now + steps[Qt.Key(event.key())], 0), len(self.buttons) - 1)
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        widest = max((button.whole_px() for button in self.buttons), default=0)
        gap = self._grid.spacing()
        in_line = len(self.buttons)
        columns = in_line if self.width() >= in_line * (widest + gap) - gap else 2
        is_bare = 0 < self.width() < columns * (widest + gap) - gap
        for button in self.buttons:
            button.set_bare(is_bare=is_bare)
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons):
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()

    @override
    def _restyle(self) -> None:
        self._grid.setSpacing(self.look.space(10))
        self._columns = 0
        self._arrange()

"""Answer options: rows that are chosen by key or pointer, and marked in place afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.study.flow import Picture
from quizapp.ui.widgets.base import Part, PressBox, let_press_through
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import KeySquare
from quizapp.ui.widgets.option_picture import (
    NO_PICTURES,
    OptionPicture,
    PictureAndWords,
    option_picture,
)
from quizapp.ui.widgets.paint import draw_box, draw_icon_in, draw_ring, painting

_TWO_FROM_EM = 36


class OptionState(StrEnum):
    """How an option stands: before the answer the first two, after it the rest."""

    PLAIN = "plain"
    CHOSEN = "chosen"
    RIGHT = "right"
    ALMOST = "almost"
    WRONG = "wrong"
    MISSED = "missed"
    DIMMED = "dimmed"


@dataclass(frozen=True, slots=True)
class Mark:
    """What an option became: its state, the word at its end, and why, below it."""

    state: OptionState
    word: str = ""
    note: str = ""


_GROUNDS = {
    OptionState.PLAIN: ("card", "line"),
    OptionState.CHOSEN: ("accent_soft", "accent"),
    OptionState.RIGHT: ("ok_soft", "ok"),
    OptionState.ALMOST: ("warn_soft", "warn"),
    OptionState.WRONG: ("bad_soft", "bad"),
    OptionState.MISSED: ("card", "ok"),
    OptionState.DIMMED: ("card", "line"),
}
_INKS = {
    OptionState.RIGHT: "ok",
    OptionState.ALMOST: "warn",
    OptionState.WRONG: "bad",
    OptionState.MISSED: "ok",
}
SIGNS = {
    OptionState.RIGHT: ("check", "ok"),
    OptionState.ALMOST: ("equal-approximately", "warn"),
    OptionState.WRONG: ("x", "bad"),
}


class TickSquare(Part):
    """The tick at the end of an option of which several may be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checked = False
        self._restyle()

    def set_checked(self, *, checked: bool) -> None:
        """Show the tick or take it away."""
        self._checked = checked
        self.update()

    @override
    def _restyle(self) -> None:
        side = self.look.grown(22)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        rect = QRectF(self.rect())
        fill = look.colour("accent" if self._checked else "card")
        line = None if self._checked else look.colour("edge")
        with painting(self) as painter:
            draw_box(painter, rect, fill=fill, line=line, width=1.5, radius=look.radius("small"))
            if self._checked:
                draw_icon_in(painter, rect, "check", look.hex("on_accent"), 0.6)


class OptionRow(PressBox):
    """One option: key, wrapping words, and after the answer a word and a reason."""

    def __init__(
        self,
        key: str,
        text: str,
        *,
        several: bool = False,
        shown: OptionPicture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.picture = shown
        self._text = text
        self.mark = Mark(OptionState.PLAIN)
        self.let_others_check(one_of=not several)
        self.setAutoDefault(not several)  # with several, Enter answers and Space chooses
        self._square = KeySquare(key)
        self._label = WrappingLabel(text, "base", capped=False)
        self._note = WrappingLabel("", "small")
        self._word = WrappingLabel("", "small_strong")
        self._several = several
        self._tick = TickSquare()
        if not several:
            self._tick.hide()
        self._note.hide()
        self._word.hide()
        self._words = QVBoxLayout()
        self._line = QHBoxLayout(self)
        self._lay_out(shown)
        self.setAccessibleName(f"{key}, {text}")
        self._restyle()

    def _lay_out(self, shown: OptionPicture | None) -> None:
        """Put the parts in a line, the picture beside or above the words."""
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self._square, 0, middle)
        self._words.addWidget(self._label)
        self._words.addWidget(self._note)
        if shown is None:
            self._line.addLayout(self._words, 1)
        else:
            self._line.addWidget(PictureAndWords(shown, self._words), 1)
            self.setAccessibleDescription(_("Billede: {alt}").format(alt=shown.said))
        self._line.addWidget(self._word, 0, middle)
        if shown is not None:
            self._line.addWidget(shown.enlarge, 0, middle)
        self._line.addWidget(self._tick, 0, middle)
        let_press_through(self._square, self._label, self._note, self._word, self._tick)

    def set_mark(self, mark: Mark) -> None:
        """Show how the option stands; its word and reason are read with its name."""
        self.mark = mark
        chosen = mark.state is OptionState.CHOSEN
        self.show_checked(is_checked=chosen)
        self._tick.set_checked(checked=chosen)
        if mark.state in SIGNS:
            self._square.show_icon(*SIGNS[mark.state])
        elif chosen:
            self._square.show_key("accent", "on_accent")
        else:
            self._square.show_key()
        self._note.setText(mark.note)
        self._note.setVisible(bool(mark.note))
        self._word.setText(mark.word)
        self._word.setVisible(bool(mark.word))
        strong = mark.state in _INKS
        self._tick.setVisible(self._several and not strong)
        ink = "muted" if mark.state is OptionState.DIMMED else "text"
        self._label.set_role("strong" if strong else "base", ink)
        self._word.set_role("small_strong", _INKS.get(mark.state, "muted"))
        parts = (f"{self._key}, {self._text}", mark.word, mark.note)
        self.setAccessibleName(". ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    @override
    def _restyle(self) -> None:
        look = self.look
        self._line.setContentsMargins(
            look.space(18), look.space(12), look.space(18), look.space(12)
        )
        self._line.setSpacing(look.space(14))
        self._words.setSpacing(look.space(2))
        self.setMinimumHeight(look.space(54))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._draw_ground(painter)

    def _draw_ground(self, painter: QPainter) -> None:
        look = self.look
        fill, line = _GROUNDS[self.mark.state]
        radius = look.radius("tile")
        hovered = self.underMouse() and self.isEnabled()
        if self.mark.state is OptionState.PLAIN and hovered:
            line = "accent_line"
        draw_box(
            painter,
            self.rect(),
            fill=look.colour(fill),
            line=look.colour(line),
            width=2,
            radius=radius,
        )
        if self.hasFocus():
            draw_ring(painter, look, self.rect(), radius)


class OptionList(Part):
    """The options of a question; ``pressed`` carries the place of the one that was chosen.

    It changes no state by itself: whoever listens says with ``set_chosen`` what is chosen now.
    """

    pressed = Signal(int)
    confirmed = Signal()

    def __init__(
        self,
        options: Sequence[str],
        *,
        several: bool = False,
        pictures: Mapping[str, Picture] = NO_PICTURES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self.rows = tuple(
            OptionRow(
                option_key(place), text, several=several, shown=option_picture(pictures, text)
            )
            for place, text in enumerate(options)
        )
        self._has_pictures = bool(self.rows) and all(row.picture for row in self.rows)
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        for place, option in enumerate(self.rows):
            option.clicked.connect(lambda _=False, at=place: self.pressed.emit(at))
        if self.rows:
            self.setFocusProxy(self.rows[0])
        self._restyle()

    def set_chosen(self, places: Sequence[int]) -> None:
        """Show which options are chosen."""
        for place, option in enumerate(self.rows):
            state = OptionState.CHOSEN if place in places else OptionState.PLAIN
            option.set_mark(Mark(state))

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show how each option turned out; they can be read but no longer pressed."""
        for option, mark in zip(self.rows, marks, strict=True):
            option.set_mark(mark)
            if option.picture is None:
                option.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            option.setCursor(Qt.CursorShape.ArrowCursor)
            option.blockSignals(True)  # noqa: FBT003 - Qt's own signature

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that the page got: digits and letters choose, arrows move the focus."""
        place = place_of_key(event, len(self.rows))
        if place is not None:
            if not self.rows[place].signalsBlocked():
                self.rows[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.pressed.emit(place)
            return True
        steps = {Qt.Key.Key_Down: self._columns, Qt.Key.Key_Up: -self._columns}
        if self._columns > 1:
            steps |= {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps and self.rows:
            self._move_focus(steps[Qt.Key(event.key())])
            return True
        if self._several and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
            return True
        return False

    def _move_focus(self, step: int) -> None:
        now = next((at for at, option in enumerate(self.rows) if option.hasFocus()), None)
        at = 0 if now is None else now + step
        if not 0 <= at < len(self.rows):
            return
        self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Lay pictures two and two, where there is room, so that they can be compared."""
        is_wide = self._has_pictures and self.width() >= self.look.em(_TWO_FROM_EM)
        columns = 2 if is_wide else 1
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def _lay_out(self) -> None:
        for place, option in enumerate(self.rows):
            self._grid.addWidget(option, place // self._columns, place % self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    @override
    def _restyle(self) -> None:
        self._grid.setSpacing(self.look.space(10))
        self._arrange()


def option_key(place: int) -> str:
    """Return the key of an option: 1 to 9."""
    return str(place + 1)


def place_of_key(event: QKeyEvent, count: int) -> int | None:
    """Return the place that a digit or a letter from A to I stands for, if there is one."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    key = event.key()
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        place = key - Qt.Key.Key_1.value
    elif Qt.Key.Key_A <= key <= Qt.Key.Key_I:
        place = key - Qt.Key.Key_A.value
    else:
        return None
    return place if place < count else None

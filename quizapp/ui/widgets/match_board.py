"""Find pairs: numbers left, letters right, a line between; drop-downs when there is no room."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.study.flow import Picture
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.option_picture import NO_PICTURES, option_picture
from quizapp.ui.widgets.options import SIGNS, Mark, OptionRow, OptionState
from quizapp.ui.widgets.paint import painting

_LINES_FROM_EM = 46
_GUTTER = 76


class MatchBoard(Part):
    """Pairs by number and letter; ``paired`` carries {left place: right place} after a change."""

    paired = Signal(object)

    def __init__(
        self,
        heads: tuple[str, str],
        left: Sequence[str],
        right: Sequence[str],
        *,
        pictures: Mapping[str, Picture] = NO_PICTURES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = (tuple(left), tuple(right))
        self._pairs: dict[int, int] = {}
        self._outcomes: tuple[Mark, ...] = ()
        self._selected: int | None = None
        self._heads = tuple(WrappingLabel(head, "label", "muted") for head in heads)
        self._lies_narrow = False
        self._is_right_seen = any(text in pictures for text in right)
        self.left = tuple(
            OptionRow(str(at + 1), text, shown=option_picture(pictures, text))
            for at, text in enumerate(left)
        )
        self.right = tuple(
            OptionRow(ascii_uppercase[at], text, shown=option_picture(pictures, text))
            for at, text in enumerate(right)
        )
        self._choices = tuple(self._drop_down(at) for at in range(len(left)))
        self._left_side = _column(self._heads[0], self.left, self._choices)
        self._right_side = _column(self._heads[1], self.right, ())
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self._left_side, 1)
        self._line.addWidget(self._right_side, 1)
        for at, part in enumerate(self.left):
            part.clicked.connect(lambda _=False, place=at: self._on_left(place))
            part.setAutoDefault(False)  # Enter answers the question
        for at, part in enumerate(self.right):
            part.clicked.connect(lambda _=False, place=at: self._on_right(place))
            part.setAutoDefault(False)
        for part in (*self.left, *self.right):
            part.setAutoExclusive(False)  # several are marked at once: one on each side
        if self.left:
            self.setFocusProxy(self.left[0])
        self._restyle()
        self._show()

    def pairs(self) -> dict[int, int]:
        """Return the pairs made, {left place: right place}."""
        return dict(self._pairs)

    def set_pairs(self, pairs: Mapping[int, int]) -> None:
        """Show these pairs."""
        self._pairs = dict(pairs)
        self._show()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show how each pair, from the top left down, turned out; nothing can be changed."""
        self._outcomes = tuple(marks)
        self._selected = None
        for part, mark in zip(self.left, marks, strict=True):
            part.set_mark(mark)
        for part in (*self.left, *self.right):
            if part.picture is None:
                part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for choice in self._choices:
            choice.setEnabled(False)
        self.update()

    def _drop_down(self, place: int) -> QComboBox:
        choice = DropDown(_("Hører sammen med {n}").format(n=place + 1))
        policy = choice.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        choice.setSizePolicy(policy)
        choice.addItem(_("Vælg"), None)
        for at, text in enumerate(self._texts[1]):
            choice.addItem(f"{ascii_uppercase[at]}  {text}", at)
        choice.activated.connect(lambda _=0, at=place: self._on_chosen(at))
        return choice

    def _on_chosen(self, place: int) -> None:
        right = self._choices[place].currentData()
        if right is None:
            self._pairs.pop(place, None)
        else:
            self._connect(place, right)
        self._tell()

    def _connect(self, left: int, right: int) -> None:
        """Make a pair; a right-hand item takes one line, so it leaves the pair it was in."""
        self._pairs = {one: other for one, other in self._pairs.items() if other != right}
        self._pairs[left] = right

    def _tell(self) -> None:
        self._show()
        self.paired.emit(self.pairs())

    def _on_left(self, place: int) -> None:
        if not self._outcomes:
            self._selected = None if self._selected == place else place
            self._show()

    def _on_right(self, place: int) -> None:
        if self._outcomes:
            return
        left = self._selected
        if left is None:
            left = next((one for one, other in self._pairs.items() if other == place), None)
            if left is not None:
                self._selected = left
                self._show()
            return
        self._connect(left, place)
        self._selected = None
        self._tell()
        announce(self, self.left[left].accessibleName())
        free = next((at for at in range(len(self.left)) if at not in self._pairs), left)
        self.left[free].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key that the page got: digits choose left, letters connect, Delete lets go."""
        if self._outcomes or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        key = event.key()
        digit, letter = key - Qt.Key.Key_1.value, key - Qt.Key.Key_A.value
        if 0 <= digit < len(self.left):
            self._selected = digit
            self.left[digit].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._show()
        elif 0 <= letter < len(self.right):
            focused = next((at for at, one in enumerate(self.left) if one.hasFocus()), None)
            self._selected = focused if self._selected is None else self._selected
            self._on_right(letter)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._let_go()
        else:
            return self._take_arrow(key)
        return True

    def _let_go(self) -> None:
        focused = next((at for at, one in enumerate(self.left) if one.hasFocus()), self._selected)
        if focused is not None and self._pairs.pop(focused, None) is not None:
            self._tell()

    def _take_arrow(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        sides = (self.left, self.right)
        side = next((one for one in sides if any(part.hasFocus() for part in one)), None)
        if side is None:
            return False
        at = next(place for place, part in enumerate(side) if part.hasFocus())
        if key in steps:
            end = min(max(at + steps[Qt.Key(key)], 0), len(side) - 1)
            side[end].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            other = self.left if key == Qt.Key.Key_Left else self.right
            other[min(at, len(other) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _show(self) -> None:
        taken = {right: left for left, right in self._pairs.items()}
        for at, part in enumerate(self.left):
            joined = self._pairs.get(at)
            chosen = joined is not None or at == self._selected
            part.set_mark(Mark(OptionState.CHOSEN if chosen else OptionState.PLAIN))
            part.setAccessibleName(_joined(str(at + 1), self._texts[0][at], joined, by_letter=True))
            index = 0 if joined is None else joined + 1
            self._choices[at].setCurrentIndex(index)
        for at, part in enumerate(self.right):
            left = taken.get(at)
            part.set_mark(Mark(OptionState.PLAIN if left is None else OptionState.CHOSEN))
            name = _joined(ascii_uppercase[at], self._texts[1][at], left, by_letter=False)
            part.setAccessibleName(name)
        self.update()

    def _is_narrow(self) -> bool:
        return 0 < self.width() < self.look.em(_LINES_FROM_EM)

    def _arrange(self) -> None:
        narrow = self._is_narrow()
        if self._lies_narrow != narrow:
            self._lies_narrow = narrow
            # Pictures to choose among stay in sight, below what they belong to.
            lay(self._line, is_beside=not narrow)
            # A blank head keeps the sides level; below each other it is only a gap.
            self._heads[0].setVisible(bool(self._heads[0].text()) or not narrow)
            self._right_side.setVisible(not narrow or self._is_right_seen)
            for choice in self._choices:
                choice.setVisible(narrow)
            if not self._outcomes:
                self._show()
            self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(_GUTTER))
        for side in (self._left_side, self._right_side):
            inner = side.layout()
            assert inner is not None, "both sides were made with a layout"
            inner.setSpacing(self.look.space(10))
        for choice in self._choices:
            choice.setVisible(self._is_narrow())
        self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(16), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_narrow():
            return
        with painting(self) as painter:
            for left, right in self._pairs.items():
                state = self._outcomes[left].state if self._outcomes else OptionState.CHOSEN
                colour = self.look.colour(SIGNS.get(state, ("", "accent"))[1])
                start, end = self._ends(left, right)
                bend = (end.x() - start.x()) / 2
                path = QPainterPath(start)
                path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
                painter.setPen(QPen(colour, 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPath(path)
                painter.setBrush(colour)
                for point in (start, end):
                    painter.drawEllipse(point, 3.5, 3.5)

    def _ends(self, left: int, right: int) -> tuple[QPointF, QPointF]:
        one, other = self.left[left], self.right[right]
        start = one.mapTo(self, one.rect().topRight()) + _half(one)
        end = other.mapTo(self, other.rect().topLeft()) + _half(other)
        return QPointF(start) + QPointF(5, 0), QPointF(end) - QPointF(5, 0)


def _half(part: QWidget) -> QPoint:
    return QPoint(0, part.height() // 2)


def _joined(key: str, text: str, other: int | None, *, by_letter: bool) -> str:
    if other is None:
        return f"{key}, {text}"
    partner = ascii_uppercase[other] if by_letter else str(other + 1)
    return _("{key}, {text}, forbundet med {other}").format(key=key, text=text, other=partner)


def _column(
    head: WrappingLabel, parts: Sequence[OptionRow], choices: Sequence[QComboBox]
) -> QWidget:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(head)
    for at, part in enumerate(parts):
        column.addWidget(part)
        if choices:
            column.addWidget(choices[at])
    column.addStretch(1)
    return side

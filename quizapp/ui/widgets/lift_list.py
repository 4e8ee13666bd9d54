"""Put things in order: lift a row, move it, put it down, by keys or by pointer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.study.flow import Picture
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.base import Part, PressBox, let_press_through
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.option_picture import (
    NO_PICTURES,
    OptionPicture,
    PictureAndWords,
    option_picture,
)
from quizapp.ui.widgets.options import SIGNS, Mark, OptionState
from quizapp.ui.widgets.paint import draw_box, draw_ring, draw_shadow, painting

_INDENT = 18


class LiftRow(PressBox):
    """One thing in the order; the whole row is its handle."""

    dragged = Signal(int)
    dropped = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        item: int,
        text: str,
        shown: OptionPicture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.item = item
        self.text_shown = text
        self.is_lifted = False
        self._mark = Mark(OptionState.PLAIN)
        self._grabbed_at: QPoint | None = None
        self._is_dragging = False
        self.setAutoDefault(False)  # Enter answers the question; only Space lifts
        self._grip = Icon("grip-vertical")
        self._number = WrappingLabel("", "small_strong", "muted")
        self._label = WrappingLabel(text, "base", capped=False)
        self._word = WrappingLabel(_("Løftet"), "small_strong", "accent")
        self._up = Icon("arrow-up", "accent")
        self._down = Icon("arrow-down", "accent")
        self._line = QHBoxLayout(self)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._line.addWidget(self._grip, 0, middle)
        self._line.addWidget(self._number, 0, middle)
        self._add_words(shown)
        for part in (self._word, self._up, self._down):
            self._line.addWidget(part, 0, middle)
            part.hide()
        let_press_through(self._grip, self._number, self._label, self._word, self._up, self._down)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._restyle()

    def _add_words(self, shown: OptionPicture | None) -> None:
        if shown is None:
            self._line.addWidget(self._label, 1)
            return
        words = QVBoxLayout()
        words.addWidget(self._label)
        self._line.addWidget(PictureAndWords(shown, words), 1)
        self._line.addWidget(shown.enlarge, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleDescription(_("Billede: {alt}").format(alt=shown.said))

    def show_place(self, place: int, count: int) -> None:
        """Show where the row stands, from 0."""
        self._number.setText(str(place + 1))
        name = _("{item}, plads {n} af {count}")
        self.setAccessibleName(name.format(item=self.text_shown, n=place + 1, count=count))

    def set_lifted(self, *, is_lifted: bool) -> None:
        """Draw the row as lifted or as lying."""
        self.is_lifted = is_lifted
        for part in (self._word, self._up, self._down):
            part.setVisible(is_lifted)
        self._grip.set_icon("grip-vertical", "accent" if is_lifted else "muted")
        self._number.set_role("small_strong", "accent" if is_lifted else "muted")
        self._label.set_role("strong" if is_lifted else "base")
        self._restyle()
        self.update()

    def set_mark(self, mark: Mark) -> None:
        """Show whether the place was right; the row can no longer be moved."""
        self._mark = mark
        sign, ink = SIGNS.get(mark.state, ("", "muted"))
        if sign:
            self._grip.set_icon(sign, ink)
        self._word.setText(mark.word)
        self._word.set_role("small_strong", ink)
        self._word.setVisible(bool(mark.word))
        self.setAccessibleName(f"{self.accessibleName()}. {mark.word}".removesuffix(". "))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def _box(self) -> QRectF:
        left = self.look.space(_INDENT) if self.is_lifted else 0
        return QRectF(self.rect()).adjusted(left, 0, 0, 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._grabbed_at = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed_at is None:
            return
        moved = (event.position().toPoint() - self._grabbed_at).manhattanLength()
        if self._is_dragging or moved >= QApplication.startDragDistance():
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint().y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grabbed_at is None:
            return
        self._grabbed_at = None
        if self._is_dragging:
            self._is_dragging = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.dropped.emit()
            return
        step = self._step_under(event.position().toPoint())
        if step:
            self.stepped.emit(step)
        else:
            self.click()

    def _step_under(self, point: QPoint) -> int:
        """Say whether one of the arrows of a lifted row was meant: -1, 1, or 0 for neither."""
        if not self.is_lifted:
            return 0
        reach = (self.look.target() - self._up.width()) // 2
        for arrow, step in ((self._up, -1), (self._down, 1)):
            if arrow.geometry().adjusted(-reach // 2, -reach, reach // 2, reach).contains(point):
                return step
        return 0

    @override
    def _restyle(self) -> None:
        look = self.look
        indent = look.space(_INDENT) if self.is_lifted else 0
        edge = look.space(16)
        self._line.setContentsMargins(edge + indent, look.space(8), edge, look.space(8))
        self._line.setSpacing(look.space(14))
        self._number.setFixedWidth(look.grown(18))
        self.setMinimumHeight(look.space(50))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        radius = look.radius("control") + 2
        line, fill = "line", "card"
        if self.is_lifted:
            line = "accent"
        elif self._mark.state in SIGNS:
            ink = SIGNS[self._mark.state][1]
            line, fill = f"{ink}_line", f"{ink}_soft"
        with painting(self) as painter:
            if self.is_lifted:
                draw_shadow(painter, look, self._box().adjusted(8, 4, -8, -8), radius)
            draw_box(
                painter,
                self._box(),
                fill=look.colour(fill),
                line=look.colour(line),
                width=2,
                radius=radius,
            )
            if self.hasFocus() and not self.is_lifted:
                draw_ring(painter, look, self._box(), radius)


class LiftList(Part):
    """Rows to put in order; ``reordered`` carries the items' numbers in their new order."""

    reordered = Signal(object)

    def __init__(
        self,
        name: str,
        items: Sequence[str],
        *,
        pictures: Mapping[str, Picture] = NO_PICTURES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows = [
            LiftRow(item, text, option_picture(pictures, text)) for item, text in enumerate(items)
        ]
        self._before: tuple[int, ...] = ()
        self._is_marked = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for lifted in self._rows:
            self._column.addWidget(lifted)
            lifted.clicked.connect(lambda _=False, one=lifted: self._on_pressed(one))
            lifted.stepped.connect(lambda step, one=lifted: self._on_stepped(one, step))
            lifted.dragged.connect(lambda y, one=lifted: self._on_dragged(one, y))
            lifted.dropped.connect(self._put_down)
        self._renumber()
        if self._rows:
            self.setFocusProxy(self._rows[0])
        self._restyle()

    def order(self) -> tuple[int, ...]:
        """Return the numbers of the items, from the top down."""
        return tuple(lifted.item for lifted in self._rows)

    def set_order(self, order: Sequence[int]) -> None:
        """Lay the rows in this order."""
        by_item = {lifted.item: lifted for lifted in self._rows}
        self._rows = [by_item[item] for item in order]
        self._lay_out()

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show, from the top down, how each row stands; nothing can be moved any more."""
        self._is_marked = True
        for lifted, mark in zip(self._rows, marks, strict=True):
            lifted.set_lifted(is_lifted=False)
            lifted.set_mark(mark)

    def _lifted_place(self) -> int | None:
        return next((at for at, one in enumerate(self._rows) if one.is_lifted), None)

    def _renumber(self) -> None:
        for place, lifted in enumerate(self._rows):
            lifted.show_place(place, len(self._rows))
        for first, second in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(first, second)

    def _lay_out(self) -> None:
        for place, lifted in enumerate(self._rows):
            self._column.insertWidget(place, lifted)
        self._renumber()

    def _move(self, start: int, end: int) -> None:
        if not 0 <= end < len(self._rows) or start == end:
            return
        moved = self._rows.pop(start)
        self._rows.insert(end, moved)
        self._lay_out()
        announce(self, moved.accessibleName())

    def _lift(self, place: int) -> None:
        self._before = self.order()
        self._rows[place].set_lifted(is_lifted=True)
        announce(self, f"{_('Løftet')}: {self._rows[place].accessibleName()}")

    def _put_down(self, *, back: bool = False) -> None:
        place = self._lifted_place()
        if place is None:
            return
        lifted = self._rows[place]
        lifted.set_lifted(is_lifted=False)
        if back:
            self.set_order(self._before)
        announce(self, f"{_('Sat ned')}: {lifted.accessibleName()}")
        if not back and self.order() != self._before:
            self.reordered.emit(self.order())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = next((at for at, one in enumerate(self._rows) if one.hasFocus()), None)
        if place is None or self._is_marked or not self._take_key(event, place):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent, place: int) -> bool:
        lifted = self._lifted_place()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            end = place + steps[Qt.Key(event.key())]
            if lifted is not None:
                self._move(place, end)
            elif 0 <= end < len(self._rows):
                self._rows[end].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and lifted is not None:
            self._put_down(back=True)
            return True
        return False

    def _on_pressed(self, pressed: LiftRow) -> None:
        """Lift the row; with one lifted already, put that one down here."""
        if self._is_marked:
            return
        place = self._rows.index(pressed)
        lifted = self._lifted_place()
        if lifted is None:
            self._lift(place)
        else:
            self._move(lifted, place)
            self._put_down()

    def _on_stepped(self, moved: LiftRow, step: int) -> None:
        place = self._rows.index(moved)
        self._move(place, place + step)

    def _on_dragged(self, dragged: LiftRow, screen_y: int) -> None:
        if self._is_marked:
            return
        if not dragged.is_lifted:
            self._put_down()
            self._lift(self._rows.index(dragged))
        y = self.mapFromGlobal(QPoint(0, screen_y)).y()
        others = (one for one in self._rows if one is not dragged)
        end = sum(one.geometry().center().y() < y for one in others)
        self._move(self._rows.index(dragged), end)

    @override
    def _restyle(self) -> None:
        self._column.setSpacing(self.look.space(8))

"""Something more that unfolds where it stands."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.base import PressBox, let_press_through
from quizapp.ui.widgets.boxes import Box
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.paint import draw_ring, painting


class FoldHead(PressBox):
    """The line that folds and unfolds; a button, whose name says which it would do.

    Not checkable: it would be read as a check box. ``turned`` carries whether it is unfolded now.
    """

    turned = Signal(bool)

    def __init__(
        self, title: str, icon: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.is_open = False
        self._said = f"{title}, {note}" if note else title
        self._title = WrappingLabel(title, "strong")
        self._note = WrappingLabel(note, "small", "muted")
        self._note.setVisible(bool(note))
        self._arrow = Icon("chevron-right", "muted")
        self._line = QHBoxLayout(self)
        parts: list[QWidget] = [self._title]
        if icon:
            sign = Icon(icon, "accent")
            self._line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
            parts.append(sign)
        self._line.addWidget(self._title, 1)
        self._line.addWidget(self._note, 0, Qt.AlignmentFlag.AlignVCenter)
        self._line.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        let_press_through(*parts, self._note, self._arrow)
        self._name_it()
        self.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        self._restyle()

    def set_open(self, *, is_open: bool) -> None:
        """Fold or unfold."""
        if is_open != self.is_open:
            self.is_open = is_open
            self._arrow.set_icon("chevron-down" if is_open else "chevron-right")
            self._name_it()
            self.turned.emit(is_open)

    def _name_it(self) -> None:
        state = _("foldet ud") if self.is_open else _("foldet ind")
        self.setAccessibleName(f"{self._said}, {state}")

    @override
    def _restyle(self) -> None:
        self._line.setContentsMargins(
            self.look.space(17), self.look.space(6), self.look.space(17), self.look.space(6)
        )
        self._line.setSpacing(self.look.space(10))
        self.setMinimumHeight(self.look.target() + self.look.space(4))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            with painting(self) as painter:
                draw_ring(painter, self.look, QRectF(self.rect()), self.look.radius("tile"))


class FoldOut(Box):
    """A titled box that is folded at first; ``inside`` takes what it hides."""

    unfolded = Signal(bool)

    def __init__(
        self,
        title: str,
        *,
        icon: str = "",
        note: str = "",
        is_open: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(fill="sunk", radius="tile", padding=(0, 0), gap=0, parent=parent)
        self.head = FoldHead(title, icon, note)
        self._content = QWidget()
        self.inside = QVBoxLayout(self._content)
        self.body.addWidget(self.head)
        self.body.addWidget(self._content)
        self._content.hide()
        self.head.turned.connect(self._content.setVisible)
        self.head.turned.connect(self.unfolded)
        self.head.set_open(is_open=is_open)
        self._restyle()

    def set_open(self, *, is_open: bool) -> None:
        """Fold or unfold."""
        self.head.set_open(is_open=is_open)

    @override
    def _restyle(self) -> None:
        super()._restyle()
        side = self.look.space(17)
        self.inside.setContentsMargins(side, 0, side, self.look.space(14))
        self.inside.setSpacing(self.look.space(8))

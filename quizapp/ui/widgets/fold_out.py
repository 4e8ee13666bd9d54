"""Something more that unfolds where it stands."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import PressBox, let_press_through
from quizapp.ui.widgets.boxes import Box
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon
from quizapp.ui.widgets.paint import draw_ring, painting


class FoldHead(PressBox):
    """The line that folds and unfolds; it is read as a button that is pressed or not."""

    def __init__(
        self, title: str, icon: str, note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setCheckable(True)
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
        self.setAccessibleName(f"{title}, {note}" if note else title)
        self.toggled.connect(self._on_toggled)
        self._restyle()

    def _on_toggled(self, unfolded: bool) -> None:  # noqa: FBT001 - a slot of Qt's toggled
        self._arrow.set_icon("chevron-down" if unfolded else "chevron-right")

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
        self.head.toggled.connect(self._content.setVisible)
        self.head.toggled.connect(self.unfolded)
        self.head.setChecked(is_open)
        self._restyle()

    def set_open(self, *, is_open: bool) -> None:
        """Fold or unfold."""
        self.head.setChecked(is_open)

    @override
    def _restyle(self) -> None:
        super()._restyle()
        side = self.look.space(17)
        self.inside.setContentsMargins(side, 0, side, self.look.space(14))
        self.inside.setSpacing(self.look.space(8))

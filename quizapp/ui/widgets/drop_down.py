"""A drop-down list with the program's own arrow."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QWidget,
)
from typing_extensions import override

from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.paint import painting

_MOST_EM = 13
_BORDER_PX = 2


class DropDown(QComboBox):
    """A combo box that may be narrower than its longest entry, but shows it in full when open."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self.setAccessibleName(name)
        # On Linux Qt says the choice for the name, and leaves the name to a label of its own kind.
        self.setAccessibleDescription(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # The style's own delegate for combo boxes knows nothing of the height of a line.
        self.setItemDelegate(QStyledItemDelegate(self))
        view = QListView(self)
        view.setWordWrap(True)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setView(view)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(lambda _text: self.updateGeometry())

    def words_room(self, width: int) -> int:
        """Return how much of a width is for the words, in pixels; the rest is edge and arrow."""
        return width - 2 * (self.look.space(12) + _BORDER_PX) - self.look.space(28) - _BORDER_PX

    @override
    def sizeHint(self) -> QSize:
        entries = (self.itemText(at) for at in range(self.count()))
        widest = max((self.fontMetrics().horizontalAdvance(entry) for entry in entries), default=0)
        hint = super().sizeHint()
        return QSize(max(hint.width(), widest - self.words_room(0)), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        # What is chosen can be read in full, unless it is as long as a title.
        words = self.fontMetrics().horizontalAdvance(self.currentText())
        beside = -self.words_room(0)
        width = min(max(words + beside, self.look.em(8)), self.look.em(_MOST_EM))
        return QSize(width, super().minimumSizeHint().height())

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        room = self.words_room(self.width())
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = words  # type: ignore[attr-defined]  # missing in PySide's stubs

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.look.grown(18)
        left = self.width() - side - self.look.space(12)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        with painting(self) as painter:
            paint_icon(painter, "chevron-down", self.look.hex("muted"), place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and look_in_force() is not self.look:
            self.look = look_in_force()
            self.updateGeometry()

"""A drop-down list with the program's own arrow."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
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
from quizapp.ui.theme.look import Look, look_in_force, words_px, wrapped_px
from quizapp.ui.widgets.base import took_new_look
from quizapp.ui.widgets.field import field_px
from quizapp.ui.widgets.paint import painting

_MOST_EM = 13
_BORDER_PX = 2
_WRAP = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class DropDown(QComboBox):
    """A combo box that grows in height where the words chosen need it; it elides nothing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: Look = look_in_force()
        self.setAccessibleName(name)
        # On Linux Qt says the choice for the name, and leaves the name to a label of its own kind.
        self.setAccessibleDescription(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # The style's own delegate for combo boxes knows nothing of the height of a line.
        self.setItemDelegate(QStyledItemDelegate(self))
        view = QListView(self)
        view.setWordWrap(True)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setView(view)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentTextChanged.connect(lambda _text: self.updateGeometry())

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel is the page's: what only goes by changes nothing.
        event.ignore()

    def words_room(self, width: int) -> int:
        """Return how much of a width is for the words, in pixels; the rest is edge and arrow."""
        return width - 2 * (self.look.space(12) + _BORDER_PX) - self.look.space(28) - _BORDER_PX

    def _line_px(self) -> int:
        """Return the height of one line; that of a field, so that they can stand side by side."""
        return max(super().sizeHint().height(), field_px(self.look))

    @override
    def sizeHint(self) -> QSize:
        entries = (self.itemText(at) for at in range(self.count()))
        widest = round(max((words_px(self.look, "base", entry) for entry in entries), default=0))
        hint = super().sizeHint()
        return QSize(max(hint.width(), widest + 1 - self.words_room(0)), self._line_px())

    @override
    def minimumSizeHint(self) -> QSize:
        # What is chosen stands on one line, unless it is as long as a title.
        words = round(words_px(self.look, "base", self.currentText())) + 1
        beside = -self.words_room(0)
        width = min(max(words + beside, self.look.em(5)), self.look.em(_MOST_EM))
        return QSize(width, self._line_px())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room, line = max(self.words_room(width), 1), self._line_px()
        if words_px(self.look, "base", self.currentText()) <= room:
            return line
        words = wrapped_px(self.look, "base", self.currentText(), room)
        return max(line, words + 2 * self.look.space(8))

    @override
    def showPopup(self) -> None:
        # By the width that the entries get; by another, room is kept for lines they do not need.
        view = self.view()
        view.resize(self.width(), view.height())
        super().showPopup()

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        # The style would cut the words; they are drawn on as many lines as they need.
        option.currentText = ""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self.look.grown(18)
        left = self.width() - side - self.look.space(12)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        words = QRectF(self.rect())
        words.setLeft(self.look.space(12) + _BORDER_PX)
        words.setWidth(self.words_room(self.width()) + _BORDER_PX)
        with painting(self) as painter:
            painter.setFont(self.look.font())
            painter.setPen(self.look.colour("text" if self.isEnabled() else "muted"))
            painter.drawText(words, _WRAP, self.currentText())
            paint_icon(painter, "chevron-down", self.look.hex("muted"), place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if took_new_look(self, event):
            self.updateGeometry()

"""A drop-down list with the program's own arrow."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate, QWidget
from typing_extensions import override

from quizapp.ui.theme.icons import paint_icon
from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.paint import painting


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

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.em(8), super().minimumSizeHint().height())

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

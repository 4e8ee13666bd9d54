"""A text that keeps to one line: the name of a pack, a folder."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.paint import painting


class OneLine(QLabel):
    """A text on one line, cut with … where there is no room; read in full."""

    def __init__(self, role: str, colour: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._colour = colour
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_role(self, role: str) -> None:
        """Write the text in another size."""
        self._role = role
        self.updateGeometry()
        self.update()

    def set_whole(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(look_in_force().font(self._role))
        return QSize(metrics.horizontalAdvance(self._whole), look_in_force().line_px(self._role))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = look_in_force()
        font = look.font(self._role)
        shown = QFontMetrics(font).elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.width()
        )
        with painting(self) as painter:
            painter.setFont(font)
            painter.setPen(look.colour(self._colour))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)

"""Parts beside each other where there is room, else one below the other."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Part


def lay(line: QBoxLayout, *, is_beside: bool) -> bool:
    """Lay what is in a line beside or below each other; tell whether it lay otherwise before."""
    directions = QBoxLayout.Direction
    wanted = directions.LeftToRight if is_beside else directions.TopToBottom
    is_other = line.direction() != wanted
    if is_other:
        line.setDirection(wanted)
    return is_other


class BesideOrBelow(Part):
    """A part whose ``line`` lies beside each other from ``_beside_px`` on, else below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.line.setContentsMargins(0, 0, 0, 0)

    def _beside_px(self) -> float:
        """Return how wide the part must be for its line to lie beside each other."""
        raise NotImplementedError

    def _on_laid(self, *, is_beside: bool) -> None:
        """Move what has another place now."""

    def lies_beside(self) -> bool:
        """Whether the line lies beside each other now."""
        return self.line.direction() == QBoxLayout.Direction.LeftToRight

    def _arrange(self) -> None:
        is_beside = self.width() >= self._beside_px()
        if lay(self.line, is_beside=is_beside):
            self._on_laid(is_beside=is_beside)
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        # Or it could never become so narrow that the parts go below each other.
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

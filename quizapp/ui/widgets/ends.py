"""Two parts at the ends of a line, one over the other where the line is too short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.base import Part


class Ends(Part):
    """The first part takes the room there is, the second what it needs."""

    def __init__(
        self, first: QWidget, second: QWidget, gap: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._second, self._gap = first, second, gap
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(first, 1)
        self._line.addWidget(second, 0, Qt.AlignmentFlag.AlignVCenter)
        self._restyle()

    @override
    def minimumSizeHint(self) -> QSize:
        # Not both side by side: they may always stand one over the other.
        sizes = [part.minimumSizeHint() for part in (self._first, self._second)]
        return QSize(max(size.width() for size in sizes), max(size.height() for size in sizes))

    def _arrange(self) -> None:
        beside = self._first.minimumSizeHint().width() + self._second.sizeHint().width()
        stacked = 0 < self.width() < beside + self.look.space(self._gap)
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if stacked else directions.LeftToRight
        if direction != self._line.direction():
            self._line.setDirection(direction)
            self._line.setSpacing(self.look.space(4 if stacked else self._gap))
            self.updateGeometry()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        is_row = self._line.direction() == QBoxLayout.Direction.LeftToRight
        self._line.setSpacing(self.look.space(self._gap if is_row else 4))
        self._arrange()

"""Fields side by side, or below each other where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.forms.inputs import Labelled
from quizapp.ui.widgets.base import Part

_EACH_EM = 8.4


class SideBySide(Part):
    """Parts of one width on a line, or one below the other where the words need more room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._line)
        self._restyle()

    def add(self, part: QWidget, weight: int = 1) -> None:
        """Put a part after those already there; a heavier one gets more of the room."""
        self._parts.append(part)
        self._line.addWidget(part, weight, Qt.AlignmentFlag.AlignBottom)
        self._place_problem(part)
        self._arrange()

    def _place_problem(self, part: QWidget) -> None:
        """Put what is wrong with a part below the whole line: under the part it would lift it."""
        if isinstance(part, Labelled):
            is_beside = self._line.direction() == QBoxLayout.Direction.LeftToRight
            (self._column if is_beside else part.column).addWidget(part.problem)

    def _arrange(self) -> None:
        directions = QBoxLayout.Direction
        is_beside = self.width() >= self.look.em(_EACH_EM) * self._line.count()
        wanted = directions.LeftToRight if is_beside else directions.TopToBottom
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            for part in self._parts:
                self._place_problem(part)
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        # Or it could never become so narrow that the parts go below each other.
        return QSize(0, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(10))
        self._column.setSpacing(self.look.space(5))
        self._arrange()

"""Fields side by side, or below each other where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.forms.inputs import Labelled
from quizapp.ui.widgets.beside import BesideOrBelow

_EACH_EM = 8.4


class SideBySide(BesideOrBelow):
    """Parts of one width on a line, or one below the other where the words need more room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self.line)
        self._restyle()

    def add(self, part: QWidget, weight: int = 1) -> None:
        """Put a part after those already there; a heavier one gets more of the room."""
        self._parts.append(part)
        self.line.addWidget(part, weight, Qt.AlignmentFlag.AlignBottom)
        self._place_problem(part, is_beside=self.lies_beside())
        self._arrange()

    def _place_problem(self, part: QWidget, *, is_beside: bool) -> None:
        """Put what is wrong with a part below the whole line: under the part it would lift it."""
        if isinstance(part, Labelled):
            (self._column if is_beside else part.column).addWidget(part.problem)

    @override
    def _beside_px(self) -> float:
        return self.look.em(_EACH_EM) * self.line.count()

    @override
    def _on_laid(self, *, is_beside: bool) -> None:
        for part in self._parts:
            self._place_problem(part, is_beside=is_beside)

    @override
    def _restyle(self) -> None:
        self.line.setSpacing(self.look.space(10))
        self._column.setSpacing(self.look.space(5))
        self._arrange()

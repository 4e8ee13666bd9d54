"""A chart of a few named bars, each with its figure in print."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.bars import ProgressBar
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """One bar: its words, the solid and the pale share (0–1), and the figure printed beside."""

    text: str
    figure: str
    done: float
    begun: float = 0.0
    icon: str = ""


class BarRows(Part):
    """The bars below each other."""

    def __init__(self, rows: Sequence[BarRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        for at, row in enumerate(rows):
            bar = ProgressBar(f"{row.text}: {row.figure}", row.done, row.begun)
            if row.icon:
                self._grid.addWidget(Icon(row.icon, "accent"), at, 0, middle)
            self._grid.addWidget(WrappingLabel(row.text), at, 1, middle)
            self._grid.addWidget(bar, at, 2, middle)
            figure = WrappingLabel(row.figure, "strong")
            self._grid.addWidget(figure, at, 3, middle | Qt.AlignmentFlag.AlignRight)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._restyle()

    @override
    def _restyle(self) -> None:
        self._grid.setHorizontalSpacing(self.look.space(10))
        self._grid.setVerticalSpacing(self.look.space(12))

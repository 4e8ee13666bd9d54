"""One figure with what it means: large number, small unit, a strong line, a muted one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.label import WrappingLabel


class StatTile(Card):
    """A card for one figure; read as one sentence."""

    def __init__(
        self,
        figure: tuple[str, str],
        meaning: str,
        note: str = "",
        beside: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(gap=4, parent=parent)
        value, unit = figure
        self._figure = QHBoxLayout()
        self._figure.addWidget(WrappingLabel(value, "figure"), 0, Qt.AlignmentFlag.AlignBottom)
        self._figure.addWidget(
            WrappingLabel(unit, "base", "muted"), 1, Qt.AlignmentFlag.AlignBottom
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(self._figure)
        words.addWidget(WrappingLabel(meaning, "strong"))
        if note:
            words.addWidget(WrappingLabel(note, "small", "muted"))
        words.addStretch(1)
        line = QHBoxLayout()
        line.addLayout(words, 1)
        if beside is not None:
            line.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        said = (f"{value} {unit}".strip(), meaning, note)
        self.setAccessibleName(". ".join(part for part in said if part))
        self._restyle()

    @override
    def _restyle(self) -> None:
        super()._restyle()
        self._figure.setSpacing(self.look.space(8))

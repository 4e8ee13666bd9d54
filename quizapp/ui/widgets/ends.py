"""Two parts at the ends of a line, one over the other where the line is too short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.ui.widgets.beside import BesideOrBelow


class Ends(BesideOrBelow):
    """The first part takes the room there is, the second what it needs."""

    def __init__(
        self, first: QWidget, second: QWidget, gap: int = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._second, self._gap = first, second, gap
        self.setLayout(self.line)
        self.line.addWidget(first, 1)
        self.line.addWidget(second, 0, Qt.AlignmentFlag.AlignVCenter)
        self._restyle()

    @override
    def minimumSizeHint(self) -> QSize:
        # Not both side by side: they may always stand one over the other.
        sizes = [part.minimumSizeHint() for part in (self._first, self._second)]
        return QSize(max(size.width() for size in sizes), max(size.height() for size in sizes))

    @override
    def _beside_px(self) -> float:
        beside = self._first.minimumSizeHint().width() + self._second.sizeHint().width()
        return beside + self.look.space(self._gap)

    @override
    def _on_laid(self, *, is_beside: bool) -> None:
        self.line.setSpacing(self.look.space(self._gap if is_beside else 4))

    @override
    def _restyle(self) -> None:
        self._on_laid(is_beside=self.lies_beside())
        self._arrange()

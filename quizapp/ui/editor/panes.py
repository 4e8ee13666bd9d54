"""The panes of the editor: a card whose inside scrolls by itself."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.boxes import Card, Ground
from quizapp.ui.widgets.edge_scroll import EdgeBar


class PaneScroll(QScrollArea):
    """What scrolls inside a card; ``column`` takes the parts from the top down."""

    def __init__(self, side: int = 20, ground: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._ground = Ground(ground)
        self.setWidget(self._ground)
        self._edge = EdgeBar(self)
        self._outer = QVBoxLayout(self._ground)
        self.column = QVBoxLayout()
        self._outer.addLayout(self.column)
        self._outer.addStretch(1)
        self._restyle()

    def _restyle(self) -> None:
        look = look_in_force()
        across = look.space(self._side)
        self._outer.setContentsMargins(across, look.space(4), across, look.space(16))
        self.column.setSpacing(look.space(12))

    def show_part(self, part: QWidget) -> None:
        """Scroll until the part is in view."""
        self.ensureWidgetVisible(part, 0, look_in_force().space(24))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._edge.lay_over(self)
        return super().viewportEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_outer"):
            self._restyle()


class Pane(Card):
    """A card of the editor, its parts to the edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=(1, 14), gap=10, parent=parent)

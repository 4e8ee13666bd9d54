"""A panel over the dimmed page: for finding a command and for the list of keys."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.ui.theme.dress import dress
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.paint import painting

_DIM = 0.45
_PANEL_PX = 660
_TOP_PX = 96


class Overlay(Part):
    """Covers a window while it is open; Esc or a press beside the panel closes it.

    The focus stays inside while it is open, and goes back to where it was.
    """

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._before: QWidget | None = None
        self.panel = Card(padding=(20, 18), gap=10)
        self._line = QHBoxLayout()
        self._line.addStretch(1)
        self._line.addWidget(self.panel, 1_000)
        self._line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._line)
        self._column.addStretch(1)
        over.installEventFilter(self)
        self.hide()
        self._restyle()

    def open(self) -> None:
        """Show the panel over everything else."""
        dress(self)
        if self.isHidden():
            self._before = self._over.window().focusWidget()
        self.setGeometry(self._over.rect())
        self._restyle()
        self.show()
        self.raise_()

    def toggle(self) -> None:
        """Open the panel, or take it away."""
        if self.isHidden():
            self.open()
        else:
            self.close_up()

    def close_up(self) -> None:
        """Take the panel away and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        # The page may have been built anew behind the panel.
        if before is not None and isValid(before):
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab walks round inside the panel and never into what lies dimmed below it.
        inside = [
            part
            for part in self.panel.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible()
        ]
        if not inside:
            return True
        focused = self.window().focusWidget()
        at = inside.index(focused) if focused in inside else -1
        inside[(at + (1 if next else -1)) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self._restyle()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        # Nothing that is pressed here reaches the page below.
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_up()

    @override
    def _restyle(self) -> None:
        look = self.look
        tall = self.height() > look.space(_TOP_PX) * 6
        side = look.space(24)
        self._column.setContentsMargins(side, look.space(_TOP_PX) if tall else side, side, side)
        self.panel.setMaximumWidth(round(_PANEL_PX * max(1.0, min(look.scale, 1.6))))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        dim = QColor(self.look.colour("shadow"))
        dim.setAlphaF(_DIM)
        with painting(self) as painter:
            painter.fillRect(self.rect(), dim)

"""Tells when a window has been painted once, so that nothing slow begins before."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

PATIENCE_MS: Final = 300


class FirstPaint(QObject):
    """``past`` says once that the window has been painted, or that it is not going to be soon.

    A window that opens minimised is not painted at all.
    """

    past = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._end)
        self._timer.start(PATIENCE_MS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Wait no longer than until this paint is over."""
        if event.type() == QEvent.Type.Paint:
            self._timer.start(0)
        return False

    def _end(self) -> None:
        self._window.removeEventFilter(self)
        self.past.emit()

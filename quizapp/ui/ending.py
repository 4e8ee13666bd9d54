"""Ends the window as one closes it when the system asks: at logout, or from the terminal."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)


class EndingSignals(QObject):
    """``asked`` says that the program shall end; asked a second time, it ends at once.

    Qt's loop does not let Python look for signals, so each wakes it through a socket.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.settimeout(0)  # never wait
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)

    def install(self) -> None:
        """Stand ready; call it in the main thread."""
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        for number in _ASKING:
            signal.signal(number, self._on_signal)

    def remove(self) -> None:
        """Leave signals to the system again."""
        signal.set_wakeup_fd(-1)
        for number in _ASKING:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._near.close()
        self._far.close()

    def _wake(self) -> None:
        # By coming here Python has had its turn, and the signal has been handled.
        self._near.recv(64)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del frame
        signal.signal(number, signal.SIG_DFL)
        self.asked.emit()

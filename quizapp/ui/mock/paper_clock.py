"""The time at a paper: it runs while the page is shown, and not while the computer sleeps."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.base.clock import Clock

TICK_MS: Final = 1000
LONGEST_TICK_MS: Final = 5_000
"""More than this between two looks was no time at the paper: the computer slept."""


class PaperClock(QObject):
    """``ticked`` comes every second while it runs."""

    ticked = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._looked_ms: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.ticked)

    def start(self) -> None:
        """Let the time run from now on."""
        self._looked_ms = self._clock.monotonic_ms()
        self._timer.start()

    def stop(self) -> None:
        """Let the time stand still."""
        self._looked_ms = None
        self._timer.stop()

    def take(self) -> int:
        """Return the milliseconds since the last look; 0 while the time stands still."""
        if self._looked_ms is None:
            return 0
        before, self._looked_ms = self._looked_ms, self._clock.monotonic_ms()
        return min(max(self._looked_ms - before, 0), LONGEST_TICK_MS)

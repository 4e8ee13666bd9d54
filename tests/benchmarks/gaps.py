"""How long the window's event loop stands still while something is done."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from quizapp.ui.main_window import MainWindow
from quizapp.ui.routes import Routes

PATIENCE_S: Final = 120.0
IN_A_SITTING_MS: Final = 50.0
ANYWHERE_MS: Final = 100.0
SITTING: Final = ("sitting begins", "answer", "next question", "sitting ends")


@dataclass(frozen=True, slots=True)
class Gap:
    """How long the event loop stood still, and how much of the time this program worked."""

    ms: float
    worked_ms: float

    @property
    def ours_ms(self) -> float:
        """How long it would have stood still with the processor to itself."""
        return min(self.ms, self.worked_ms)


class Pulse(QObject):
    """Notes how long it is between one turn of the event loop and the next."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)
        self.reset()

    def reset(self) -> None:
        """Begin a new measurement."""
        self._last, self._worked = time.perf_counter(), time.process_time()
        self.longest = Gap(0.0, 0.0)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        gap = Gap((now - self._last) * 1000, (worked - self._worked) * 1000)
        self._last, self._worked = now, worked
        self.longest = max(self.longest, gap, key=lambda one: one.ours_ms)


class Gaps:
    """The longest gap of each thing that was done."""

    def __init__(self) -> None:
        self.pulse = Pulse()
        self.longest: dict[str, Gap] = {}
        self.took: dict[str, float] = {}

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """Measure what is done here."""
        self.pulse.reset()
        began = time.perf_counter()
        yield
        turn_for(0.03)
        took = (time.perf_counter() - began) * 1000 - 30
        before = self.longest.get(what, self.pulse.longest)
        self.longest[what] = max(before, self.pulse.longest, key=lambda one: one.ours_ms)
        self.took[what] = max(self.took.get(what, 0.0), took)

    def tell(self) -> bool:
        """Print the figures; return whether every target was met."""
        is_good = True
        for what, longest in self.longest.items():
            target = IN_A_SITTING_MS if what in SITTING else ANYWHERE_MS
            is_good &= longest.ours_ms < target
            found = {
                "what": what,
                "longest_gap_ms": round(longest.ms, 1),
                "worked_ms": round(longest.worked_ms, 1),
                "target_ms": target,
                "took_ms": round(self.took[what], 1),
            }
            print(json.dumps(found))
        return is_good


def turn_for(seconds: float) -> None:
    """Let the event loop run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def turn_until(check: Callable[[], bool], what: str) -> None:
    """Let the event loop run until something is so, in turns as long as it likes."""
    end = time.monotonic() + PATIENCE_S
    while not check():
        if time.monotonic() > end:
            message = f"waited for {what}"
            raise TimeoutError(message)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def routes_of(window: MainWindow) -> Routes:
    """Return the pages of a window that is open."""
    assert window.routes is not None
    return window.routes


def visit(gaps: Gaps, window: MainWindow, what: str, act: Callable[[], None], title: str) -> None:
    """Go to a page, and stay until the worker has nothing left to do for it."""
    routes = routes_of(window)
    is_idle = False

    def idle(_nothing: object) -> None:
        nonlocal is_idle
        is_idle = True

    with gaps.doing(what):
        act()
        routes._runner.run(lambda: None, idle, lambda _error: None)
        turn_until(lambda: is_idle and title in window.windowTitle(), what)

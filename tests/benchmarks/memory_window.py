"""How long the window is held up while settings are priced and weights are fitted and adopted.

``python -m tests.benchmarks.memory_window`` builds a bank in a folder of its own and prints one
JSON line a measurement: how long it took, and the longest time the window's thread did not come
to its turn (a timer of 5 ms), in ms.
"""

import argparse
import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from quizapp.base.clock import FixedClock
from quizapp.bootstrap import open_bank, window_services
from quizapp.ui.settings.memory_fit import FitOffer, FitResult
from quizapp.ui.settings.memory_route import MemoryRoute
from quizapp.ui.settings.page import SettingsPage
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from quizapp.ui.window_settings import Chosen
from tests.benchmarks.bank_builder import NOW, build_bank

TICK_MS = 5
LONGEST_S = 300.0


class Watch:
    """Notes how long the window's thread was away from its event loop."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def measure(self, name: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        """Do something, run the window until it is done, and print what it took."""
        self._gaps.clear()
        started = self._last = time.perf_counter()
        act()
        while not done() and time.perf_counter() - started < LONGEST_S:
            self._app.processEvents()
        row = {
            "measured": name,
            "seconds": round(time.perf_counter() - started, 2),
            "longest_gap_ms": round(1000 * max(self._gaps, default=0.0), 1),
        }
        print(json.dumps(row), flush=True)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append(now - self._last)
        self._last = now


def measure(app: QApplication, bank: Path) -> None:
    """Price a change, fit and adopt, and go back, as a learner would."""
    clock = FixedClock(NOW)
    services = window_services(open_bank(bank, clock), clock)
    runner = TaskRunner()
    page = SettingsPage(Chosen())
    page.show()
    memory = MemoryRoute(services, runner, clock, page)
    watch = Watch(app)
    watch.measure("open", memory.refresh, lambda: bool(memory.plan.price.text()))
    gc.freeze()
    before = memory.plan.price.text()
    watch.measure(
        "price", lambda: memory.plan.slider.setValue(80), lambda: memory.plan.price.text() != before
    )
    watch.measure(
        "fit and adopt", memory.fit.start.click, lambda: isinstance(memory.fit.state, FitResult)
    )
    if memory.fit.undo.isVisible():
        watch.measure("undo", memory.fit.undo.click, lambda: isinstance(memory.fit.state, FitOffer))
    runner.run(services.close, lambda _nothing: None, lambda _error: None)
    runner.stop()


def main() -> int:
    """Build a bank and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=100_000)
    options = parser.parse_args()
    application = QApplication([])
    apply_theme(application, Theme())
    with TemporaryDirectory() as folder:
        bank = Path(folder) / "bank.quizbank"
        build_bank(bank, options.cards, options.reviews)
        measure(application, bank)
    return 0


if __name__ == "__main__":
    sys.exit(main())

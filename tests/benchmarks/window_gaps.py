"""Measures how long the window's event loop stands still over a big bank.

``python -m tests.benchmarks.window_gaps [--bank FILE] [--answers N]`` prints JSON lines: for each
thing that was done, the longest time in which the event loop did not come round, in milliseconds,
how much of it this program was at work (all its threads; less than the gap where other programs
had the processor), and how long the thing took. What is held against the target is the lesser of
the gap and the work in it. A tick a millisecond is what is measured by.
"""

import argparse
import gc
import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from quizapp.base.clock import ShiftedClock, SystemClock
from quizapp.bootstrap import COLLECT_AFTER, open_for_window
from quizapp.questions.answers import Typed
from quizapp.study.flow import Asking, Finished, Judged
from quizapp.study.plan import Plan
from quizapp.ui.language import DANISH, ENGLISH
from quizapp.ui.main_window import MainWindow
from quizapp.ui.practice.ways import Way
from quizapp.ui.routes import Routes
from quizapp.ui.study.wishes import Wish
from quizapp.ui.theme.fonts import OPEN_DYSLEXIC
from quizapp.ui.window_settings import Appearance
from tests.benchmarks.bank_builder import NOW, build_bank
from tests.journeys.offscreen import application, close_window, window_over

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


def study(gaps: Gaps, routes: Routes, answers: int) -> None:
    """Answer so many questions of the day's round."""
    with gaps.doing("sitting begins"):
        routes.begin(Plan())
        turn_until(lambda: isinstance(routes.study.state, Asking), "a question")
    for number in range(answers):
        with gaps.doing("answer"):
            said = f"Slaget ved sted {number}" if number % 3 else "noget helt andet"
            routes.study.page.answered.emit(Typed(said))
            turn_until(lambda: isinstance(routes.study.state, Judged), "a verdict")
        with gaps.doing("next question"):
            routes.study.do(Wish.PROCEED)
            turn_until(lambda: not isinstance(routes.study.state, Judged), "the next question")
        if isinstance(routes.study.state, Finished):
            return
    with gaps.doing("sitting ends"):
        routes.study.do(Wish.STOP)
        turn_until(lambda: isinstance(routes.study.state, Finished), "the end")


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


def practise(gaps: Gaps, routes: Routes) -> None:
    """Begin a mixed round, leaf, lay a timeline and leave each again."""
    practice, shell = routes.practice, routes._shell
    for way in (Way.MIXED, Way.LEAF, Way.TIMELINE):
        practice.page.ways.choose(way)
        with gaps.doing(f"practice {way}"):
            practice.page.begin()
            if practice.page.main.isEnabled():
                turn_until(lambda: not shell.is_at_desk, f"practice {way}")
        with gaps.doing(f"back from {way}"):
            leave = {
                Way.LEAF: practice.leaves.left.emit,
                Way.TIMELINE: practice.line.page.left.emit,
            }
            leave.get(way, lambda: routes.study.do(Wish.LEAVE))()
            turn_until(lambda: shell.is_at_desk, "the desk")


def change_looks(gaps: Gaps, window: MainWindow) -> None:
    """Change colours, size, font and language with all the pages built."""
    keeper = window._appearance
    for what, changes in (
        ("theme", {"appearance": Appearance.DARK}),
        ("text size", {"scale": 1.25}),
        ("font", {"family": OPEN_DYSLEXIC}),
        ("theme back", {"appearance": Appearance.LIGHT}),
    ):
        with gaps.doing(what):
            keeper.choose(**changes)
            turn_for(0.6)
    with gaps.doing("language"):
        keeper.choose(language=ENGLISH)
        turn_for(1.5)
    with gaps.doing("language back"):
        keeper.choose(language=DANISH)
        turn_for(1.5)


def measure(bank: Path, answers: int) -> bool:
    """Do what a learner does over a bank, and print the gaps."""
    gc.set_threshold(*COLLECT_AFTER)
    app = application()
    gaps = Gaps()
    with gaps.doing("idle"):
        turn_for(1)
    clock = ShiftedClock(NOW, SystemClock())
    with gaps.doing("window opens"):
        window = window_over(app, bank, clock, lambda: open_for_window(bank, clock))
        turn_until(lambda: window.routes is not None, "the pages")
    routes = routes_of(window)
    visit(gaps, window, "home", routes.go_home, "I dag")
    study(gaps, routes, answers)
    pages = (
        ("home after the sitting", "go.home", "I dag"),
        ("progress", "go.progress", "Fremgang"),
        ("library", "go.library", "Bibliotek"),
        ("settings", "app.settings", "Indstillinger"),
        ("home again", "go.home", "I dag"),
        ("practice", "go.study", "Øv"),
    )
    routes.study.do(Wish.LEAVE)
    for what, code, title in pages:
        act = next(one for one in window.actions() if one.objectName() == code)
        visit(gaps, window, what, act.trigger, title)
    practise(gaps, routes)
    change_looks(gaps, window)
    close_window(window)
    return gaps.tell()


def main() -> int:
    """Measure over the bank that the command line names, else over a new one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", type=Path, help="a bank of bank_builder, to save building one")
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--answers", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "bank.quizbank")
        if options.bank is None:
            build_bank(copy, options.cards, 2 * options.cards)
        else:
            shutil.copy(options.bank, copy)
        return 0 if measure(copy, options.answers) else 1


if __name__ == "__main__":
    raise SystemExit(main())

"""Measures how long the window's event loop stands still over a big bank.

``python -m tests.benchmarks.window_gaps [--bank FILE] [--answers N]`` prints JSON lines: for each
thing that was done, the longest time in which the event loop did not come round, in milliseconds,
how much of it this program was at work (all its threads; less than the gap where other programs
had the processor), and how long the thing took. What is held against the target is the lesser of
the gap and the work in it. A tick a millisecond is what is measured by.
"""

import argparse
import gc
import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock, ShiftedClock, SystemClock
from quizapp.base.ids import IdSource
from quizapp.bootstrap import COLLECT_AFTER, open_for_window
from quizapp.questions.answers import Typed
from quizapp.study.exams import Exams
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
from tests.benchmarks.exam_gaps import action, follow_exam, plan_for
from tests.benchmarks.gaps import Gaps, routes_of, turn_for, turn_until, visit
from tests.journeys.offscreen import application, close_window, window_over


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
        visit(gaps, window, what, action(window, code).trigger, title)
    practise(gaps, routes)
    follow_exam(gaps, window)
    change_looks(gaps, window)
    close_window(window)
    return gaps.tell()


def with_exam(path: Path) -> None:
    """Plan for an exam before the window opens."""
    with closing(Bank.open(path, FixedClock(NOW), IdSource(Random(1)))) as bank:
        plan_for(Exams(bank, FixedClock(NOW)))


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
        with_exam(copy)
        return 0 if measure(copy, options.answers) else 1


if __name__ == "__main__":
    raise SystemExit(main())

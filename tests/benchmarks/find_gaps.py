"""Looks for questions in »Find handling« over a big bank, and measures how the window stands still.

``python -m tests.benchmarks.find_gaps --bank FILE`` prints JSON lines, as ``window_gaps`` does.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

from quizapp.base.clock import ShiftedClock, SystemClock
from quizapp.bootstrap import open_for_window
from quizapp.ui.find_handling import FindHandling
from quizapp.ui.find_hits import Group
from quizapp.ui.main_window import MainWindow
from tests.benchmarks.bank_builder import NOW, build_bank
from tests.benchmarks.exam_gaps import action
from tests.benchmarks.gaps import Gaps, routes_of, turn_for, turn_until
from tests.journeys.offscreen import application, close_window, window_over


def find_questions(gaps: Gaps, window: MainWindow, words: tuple[str, ...]) -> None:
    """Type each word, a letter at a time as one types, and open the first question found."""
    routes = routes_of(window)
    find = window.findChild(FindHandling)
    assert isinstance(find, FindHandling)
    for word in words:
        with gaps.doing("find opens"):
            action(window, "edit.find").trigger()
            turn_for(0.2)
        with gaps.doing("find first question"):
            for letter in word:
                find.field.edit.insert(letter)
                turn_for(0.08)
            turn_until(lambda: bool(_questions(find)), "a question")
        with gaps.doing("find looks through all"):
            turn_for(4)
        find.close_up()
    with gaps.doing("find opens a question"):
        action(window, "edit.find").trigger()
        find.field.edit.setText(words[-1])
        turn_until(lambda: bool(_questions(find)), "a question")
        at = next(at for at, row in enumerate(find._rows) if row.hit.group is Group.QUESTION)
        find._rows[at].click()
        turn_until(lambda: routes.questions.page.detail is not None, "the question")


def _questions(find: FindHandling) -> list[str]:
    return [row.hit.text for row in find._rows if row.hit.group is Group.QUESTION]


def main() -> int:
    """Measure over the bank that the command line names, else over a new one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", type=Path, help="a bank of bank_builder, to save building one")
    parser.add_argument("--cards", type=int, default=100_000)
    options = parser.parse_args()
    app = application()
    gaps = Gaps()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "bank.quizbank")
        if options.bank is None:
            build_bank(copy, options.cards, options.cards)
        else:
            shutil.copy(options.bank, copy)
        clock = ShiftedClock(NOW, SystemClock())
        window = window_over(app, copy, clock, lambda: open_for_window(copy, clock))
        turn_until(lambda: window.routes is not None, "the pages")
        turn_for(2)
        find_questions(gaps, window, ("slaget", "sted"))
        with gaps.doing("settings"):
            action(window, "app.settings").trigger()
            turn_for(1)
        close_window(window)
    return 0 if gaps.tell() else 1


if __name__ == "__main__":
    raise SystemExit(main())

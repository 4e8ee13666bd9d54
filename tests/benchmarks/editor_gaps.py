"""Measures how long the window stands still while a large pack is opened in the editor.

``python -m tests.benchmarks.editor_gaps [--questions N]`` prints JSON lines as ``window_gaps``
does, then the longest turn of the window's own thread in milliseconds of its processor time: the
worker reads the pack meanwhile, and what it works is no wait where there is a second processor.
"""

import argparse
import gc
import json
import tempfile
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from quizapp.base.clock import ShiftedClock, SystemClock
from quizapp.base.ids import PackId
from quizapp.bootstrap import COLLECT_AFTER, open_for_window
from quizapp.packs.writer import write_pack
from quizapp.questions.pack import Manifest, Pack
from tests.benchmarks.bank_builder import NOW, build_bank
from tests.benchmarks.exam_gaps import action
from tests.benchmarks.gaps import Gaps, routes_of, turn_for, turn_until
from tests.builders import a_question
from tests.journeys.offscreen import application, close_window, window_over

TIMES: Final = 3
MOST_MS: Final = 60.0


class Thread(QObject):
    """Notes the longest turn in processor time of this thread alone."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.thread_time()
        self.longest_ms = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = now


def a_large_pack(folder: Path, questions: int) -> Path:
    """Write a pack to open."""
    asked = tuple(
        a_question(f"q{number}", spørgsmål=f"Hvad hedder sted {number}?", svar=f"Sted {number}")
        for number in range(questions)
    )
    manifest = Manifest(id=PackId("a.b"), title="Mange", version=1, license="CC0-1.0")
    write_pack(Pack(manifest=manifest, questions=asked), folder)
    return folder


def measure(folder: Path, pack: Path) -> bool:
    """Open the pack some times, and print the gaps."""
    gc.set_threshold(*COLLECT_AFTER)
    app = application()
    bank = folder / "bank.quizbank"
    build_bank(bank, 300, 300)
    clock = ShiftedClock(NOW, SystemClock())
    window = window_over(app, bank, clock, lambda: open_for_window(bank, clock))
    turn_until(lambda: window.routes is not None, "the pages")
    route = routes_of(window).editor.route
    action(window, "go.authoring").trigger()
    turn_for(2)
    gaps, thread = Gaps(), Thread()
    for _time in range(TIMES):
        with gaps.doing("pack opens"):
            route.open(pack)
            turn_until(lambda: route.is_writing, "the editor")
            turn_for(1.5)
        with gaps.doing("pack closes"):
            route.show_list()
            turn_for(1.5)
    close_window(window)
    gaps.tell()
    print(json.dumps({"longest_turn_ms": round(thread.longest_ms, 1), "target_ms": MOST_MS}))
    return thread.longest_ms <= MOST_MS


def main() -> int:
    """Measure with as many questions as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=2_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return 0 if measure(folder, a_large_pack(folder / "pakke", options.questions)) else 1


if __name__ == "__main__":
    raise SystemExit(main())

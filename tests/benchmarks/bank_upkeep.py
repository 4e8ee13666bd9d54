"""Measures the slow work: installing, updating, undoing, replaying, examining, copying.

``python -m tests.benchmarks.bank_upkeep`` prints a JSON line for each; ``ratio`` is to the same
number of bare folds, or of bare inserts, in plain Python and sqlite3 in the same run.
"""

import argparse
import json
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final, TypeVar

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.ids import IdSource
from quizapp.library.install import install_pack, undo_installation
from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import Evidence
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS
from quizapp.scheduling.replay import Event, LogEntry, fold
from quizapp.upkeep import backups
from quizapp.upkeep.doctor import examine
from quizapp.upkeep.replay import replay
from tests.benchmarks.bank_builder import NOW, TODAY, build_bank
from tests.builders import MONDAY, a_bank, a_pack, a_question, answer_card, next_version

T = TypeVar("T")
QUESTIONS: Final = 10_000
ANSWERED: Final = 2_000


def timed(what: str, act: Callable[[], T], bare_s: float = 0.0) -> T:
    """Print how long an act took, and its ratio to the bare work."""
    began = time.perf_counter()
    result = act()
    spent = time.perf_counter() - began
    row: dict[str, object] = {"what": what, "seconds": round(spent, 3)}
    if bare_s:
        row["ratio"] = round(spent / bare_s, 2)
    print(json.dumps(row), flush=True)
    return result


def packs(folder: Path) -> None:
    """Measure a pack of 10,000 questions: new, again, corrected, taken back."""
    bank = a_bank(folder)
    pack = a_pack(*(a_question(f"sp-{n}", emner=[f"e/{n % 50}"]) for n in range(QUESTIONS)))
    began = time.perf_counter()
    with closing(sqlite3.connect(folder / "plain.db")) as plain:
        plain.execute("CREATE TABLE question (id INTEGER PRIMARY KEY, body TEXT)")
        rows = [(n, "x" * 200) for n in range(6 * QUESTIONS)]
        plain.executemany("INSERT INTO question VALUES (?, ?)", rows)
        plain.commit()
    bare_s = time.perf_counter() - began
    timed("install 10,000", lambda: install_pack(bank, pack, MONDAY, TODAY), bare_s)
    timed("install again", lambda: install_pack(bank, pack, MONDAY, TODAY), bare_s)
    with bank.transaction() as tx:
        for card in range(1, ANSWERED + 1):
            answer_card(tx, card)
    corrected = next_version(
        pack,
        *(
            a_question(f"sp-{n}", svar="nyt") if n % 2 else a_question(f"sp-{n}", hint="h")
            for n in range(QUESTIONS)
        ),
    )
    done = timed("update 10,000", lambda: install_pack(bank, corrected, MONDAY, TODAY), bare_s)
    installation = done.installation
    assert installation is not None
    timed("undo update", lambda: undo_installation(bank, installation, MONDAY), bare_s)
    bank.close()


def upkeep(folder: Path, cards: int, reviews: int) -> None:
    """Measure replay, doctor and backup of a big bank."""
    path = folder / "bank.quizbank"
    build_bank(path, cards, reviews)
    bank = Bank.open(path, FixedClock(NOW), IdSource(Random(2)))
    evidence = Evidence(kind=Kind.TERM, score=1.0)
    entries = [
        LogEntry(tick=n, uuid=b"", event=Event.REVIEW, study_day=n * 9, evidence=evidence)
        for n in range(3)
    ]
    began = time.perf_counter()
    for _ in range(reviews // 3):
        fold(entries, DEFAULT_WEIGHTS)
    bare_s = time.perf_counter() - began
    print(json.dumps({"what": f"bare fold of {reviews}", "seconds": round(bare_s, 3)}))
    timed(f"replay {reviews}", lambda: replay(bank), bare_s)
    timed(f"replay --check {reviews}", lambda: replay(bank, check_only=True), bare_s)
    timed("doctor", lambda: examine(bank, NOW, TODAY), bare_s)
    timed("backup", lambda: backups.back_up(path, NOW))
    bank.close()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=300_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        packs(Path(folder, "packs"))
        (Path(folder) / "upkeep").mkdir()
        upkeep(Path(folder, "upkeep"), options.cards, options.reviews)


if __name__ == "__main__":
    main()

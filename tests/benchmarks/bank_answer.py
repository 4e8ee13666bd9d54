"""Measures an answer: read, evidence, due day, write, commit, and the next question.

``python -m tests.benchmarks.bank_answer [--cards N] [--answers N]`` prints JSON lines: ours, then
plain sqlite3 doing the same writes to a copy of the same bank in the same run, then the ratios.
``--checkpoint`` compares ways to move the write-ahead log into the file.
"""

import argparse
import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Final

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.ids import IdSource
from tests.benchmarks.bank_builder import NOW, REVIEW, TODAY, build_bank
from tests.builders import Given, answer_card

WARM_UP: Final = 50
INSERT: Final = f"INSERT INTO review ({REVIEW}) VALUES ({', '.join('?' * 25)})"  # noqa: S608
UPDATE: Final = (
    "UPDATE memory SET phase = 2, stability = ?, difficulty = ?, last_day = ?, reps = reps + 1,"
    "lapses = 0, due_day = ?, fold_id = 1 WHERE card_id = ?"
)
BUMP: Final = (
    "INSERT INTO day_count VALUES (?, 1, 2, 0, 2, 1, 4000) ON CONFLICT DO UPDATE SET "
    "n = n + 1, elapsed_ms = elapsed_ms + 4000"
)
STEP: Final = "INSERT INTO undo_step (at, offset_min, label, actions) VALUES (?, 0, 'a', '[]')"
TICK: Final = "SELECT max(tick) FROM review"
MEMORY: Final = "SELECT * FROM memory WHERE card_id = ?"
NEXT: Final = (
    "SELECT * FROM card JOIN question ON question.id = card.question_id "
    "JOIN revision ON revision.id = question.revision_id WHERE card.id = ?"
)


def measure(act: Callable[[int], None], cards: list[int]) -> dict[str, float]:
    """Time an act on each card and return milliseconds."""
    for card in cards[:WARM_UP]:
        act(card)
    spent: list[float] = []
    for card in cards[WARM_UP:]:
        began = time.perf_counter_ns()
        act(card)
        spent.append((time.perf_counter_ns() - began) / 1e6)
    return {
        "p50_ms": round(median(spent), 3),
        "p99_ms": round(quantiles(spent, n=100)[98], 3),
        "max_ms": round(max(spent), 3),
    }


def ours(path: Path, cards: list[int], pragma: str = "") -> dict[str, float]:
    """Measure the bank."""
    bank = Bank.open(path, FixedClock(NOW), IdSource(Random(2)))
    given = Given(at=NOW)
    if pragma:
        bank.pragma(pragma)

    def act(card: int) -> None:
        with bank.transaction() as tx:
            answer_card(tx, card, given)
        with bank.read() as reader:
            reader.question_of(card + 1)

    try:
        return measure(act, cards)
    finally:
        bank.close()


def plain(path: Path, cards: list[int]) -> dict[str, float]:
    """Measure sqlite3 alone with the same durability and the same rows."""
    ids = IdSource(Random(3))
    at = int(NOW.timestamp() * 1000)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

        def act(card: int) -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(MEMORY, (card,)).fetchone()
            (tick,) = connection.execute(TICK).fetchone()
            row = (
                *(ids.new(at).bytes, 1, tick + 1, card, card, None, at, 0, TODAY, 0, 3),
                *('"et svar"', 3, 0, 4000, None, 2, 1.0, "T1", 1, None, 0, TODAY + 9, None, None),
            )
            connection.execute(INSERT, row)
            connection.execute(UPDATE, (9.0, 5.0, TODAY, TODAY + 9, card))
            connection.execute(BUMP, (TODAY,))
            connection.execute(STEP, (at,))
            connection.execute("COMMIT")
            connection.execute(NEXT, (card + 1,)).fetchone()

        return measure(act, cards)


def main() -> None:
    """Print the figures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=270_000)
    parser.add_argument("--answers", type=int, default=3_000)
    parser.add_argument("--bank", type=Path, help="a bank of bank_builder, to save building one")
    parser.add_argument("--checkpoint", action="store_true")
    options = parser.parse_args()
    drawn = Random(7).sample(range(1, options.cards), options.answers + WARM_UP)
    with tempfile.TemporaryDirectory() as folder:
        built = options.bank
        if built is None:
            built = Path(folder, "built.quizbank")
            build_bank(built, options.cards, options.reviews)
        ways = ("1000", "0", "200", "4000") if options.checkpoint else ("",)
        found: dict[str, float] = {}
        for way in ways:
            copy = Path(shutil.copy(built, Path(folder, "ours.quizbank")))
            pragma = f"wal_autocheckpoint = {way}" if way else ""
            found = ours(copy, drawn, pragma)
            about = {"what": "bank", "cards": options.cards, "answers": options.answers}
            print(json.dumps(about | ({"checkpoint": pragma} if pragma else {}) | found))
        copy = Path(shutil.copy(built, Path(folder, "plain.quizbank")))
        bare = plain(copy, drawn)
        print(json.dumps({"what": "sqlite3", "cards": options.cards} | bare))
        ratio = {name: round(found[name] / bare[name], 2) for name in ("p50_ms", "p99_ms")}
        print(json.dumps({"what": "ratio", "p50": ratio["p50_ms"], "p99": ratio["p99_ms"]}))


if __name__ == "__main__":
    main()

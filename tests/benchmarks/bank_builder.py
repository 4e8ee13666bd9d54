"""Builds a big bank from a seed, for measuring: ``python -m tests.benchmarks.bank_builder FILE``.

Cards lie in packs of 10,000; four of five are begun, with memory as after a year of study.
"""

import argparse
import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.base.ids import IdSource
from quizapp.library.forms import question_form
from quizapp.questions.codec import decode
from quizapp.questions.kinds import Category
from quizapp.scheduling.day import study_day

NOW: Final = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
TODAY: Final = study_day(NOW)
A_PACK: Final = 10_000
BEGUN: Final = 0.8
TOPICS: Final = 20
CATEGORIES: Final = tuple(Category)[:4]
REVIEW: Final = (
    "uuid, device_id, tick, card_id, revision_id, study_session_id, at, offset_min, study_day,"
    "mode, kind, answer, options, hints, elapsed_ms, confidence, verdict, score, rule,"
    "rules_version, self_rating, rapid, due_day, retracted_at, counted_score"
)


def build_bank(path: Path, cards: int, reviews: int, seed: int = 1) -> None:
    """Write a bank with so many cards and reviews; the same seed gives the same bank."""
    rng = random.Random(seed)
    Bank.open(path, FixedClock(NOW), IdSource(rng)).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        _add_packs(connection, cards)
        _add_questions(connection, cards)
        _add_memory(connection, cards, rng)
        _add_reviews(connection, cards, reviews, rng)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _add_packs(connection: sqlite3.Connection, cards: int) -> None:
    for pack in range((cards + A_PACK - 1) // A_PACK):
        manifest = {"id": f"dk.maaling.pakke-{pack}", "titel": f"Pakke {pack}", "version": 1}
        connection.execute(
            "INSERT INTO pack VALUES (?, ?, 1, ?, '', ?, ?, 1, 1)",
            (pack + 1, manifest["id"], f"sha-{pack}", f"sha-{pack}", json.dumps(manifest)),
        )
        for topic in range(TOPICS):
            connection.execute(
                "INSERT INTO topic VALUES (?, ?, ?)",
                (pack * TOPICS + topic + 1, pack + 1, f"emne {topic % 4}/del {topic}"),
            )


def _add_questions(connection: sqlite3.Connection, cards: int) -> None:
    for number in range(cards):
        decoded = decode(
            {
                "id": f"sp-{number}",
                "type": "skriv",
                "kategori": CATEGORIES[number % 4].value,
                "spørgsmål": f"Hvad hed slaget nummer {number} i den lange krig mod øst?",
                "svar": f"Slaget ved sted {number}",
                "forklaring": "Slaget afgjorde, hvem der havde magten i området bagefter.",
            }
        )
        assert decoded.question is not None
        form = question_form(decoded.question, number % A_PACK)
        row = number + 1
        connection.execute(
            "INSERT INTO revision VALUES (?, ?, 1, ?, ?, ?)",
            (row, row, bytes.fromhex(form.content_sha), bytes.fromhex(form.meaning_sha), form.body),
        )
        pack = number // A_PACK
        connection.execute(
            "INSERT INTO question VALUES (?, ?, ?, ?, 3, ?, 0, NULL, ?, ?, NULL, NULL)",
            (row, pack + 1, form.key, row, number % 4 + 1, form.position, form.sort_key),
        )
        connection.execute("INSERT INTO card VALUES (?, ?, '')", (row, row))
        connection.execute(
            "INSERT INTO question_topic VALUES (?, ?)", (pack * TOPICS + number % TOPICS + 1, row)
        )


def _add_memory(connection: sqlite3.Connection, cards: int, rng: random.Random) -> None:
    def rows() -> Iterator[tuple[object, ...]]:
        for number in range(cards):
            named = (number + 1, number // A_PACK + 1, number + 1, number % 4 + 1)
            rank = number % A_PACK * 1000
            if rng.random() > BEGUN:
                yield (*named, 0, 0, rank, 0.0, 0.0, 0, None, 0, 0, 1)
                continue
            stability = rng.lognormvariate(3.3, 1.2)
            last_day = TODAY - int(rng.random() * min(stability, 300))
            due = last_day + max(1, round(stability))
            difficulty = rng.uniform(1, 10)
            yield (*named, 2, 0, rank, stability, difficulty, last_day, due, 4, 0, 1)

    connection.executemany(
        "INSERT INTO memory VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows()
    )


def _add_reviews(
    connection: sqlite3.Connection, cards: int, reviews: int, rng: random.Random
) -> None:
    ids = IdSource(rng)
    start = int(NOW.timestamp() * 1000) - 365 * 86_400_000
    step = 365 * 86_400_000 // max(reviews, 1)

    def rows() -> Iterator[tuple[object, ...]]:
        for number in range(reviews):
            card = rng.randrange(cards) + 1
            at = start + number * step
            day = TODAY - 365 + number * 365 // reviews
            right = rng.random() < BEGUN
            yield (
                *(ids.new(at).bytes, 1, at, card, card, None, at, 60, day, 0, 3),
                *('"Slaget"', 0, 0, 5000, None, 2 if right else 0, 1.0 if right else 0.0),
                *("T1", 1, None, 0, day + rng.randrange(1, 40), None, None),
            )

    marks = ", ".join("?" * 25)
    connection.executemany(f"INSERT INTO review ({REVIEW}) VALUES ({marks})", rows())  # noqa: S608 - our own columns


def main() -> None:
    """Build the bank that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=270_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    build_bank(options.file, options.cards, options.reviews, options.seed)
    print(json.dumps({"file": str(options.file), "bytes": options.file.stat().st_size}))


if __name__ == "__main__":
    main()

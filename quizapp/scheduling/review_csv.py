"""Reads a review log of any origin: a table of cards, days or instants, and ratings."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Final

from quizapp.base.errors import QuizappError
from quizapp.scheduling.day import ROLLOVER_HOUR, elapsed_days
from quizapp.scheduling.history import History, rated_trial
from quizapp.scheduling.memory import Rating

CARD: Final = "card"
RATING: Final = "rating"
RATINGS: Final = frozenset(Rating)
TIME: Final = "review_time_ms"
DELTA: Final = "delta_days"
HOUR_MS: Final = 3_600_000
DAY_MS: Final = 24 * HOUR_MS


class ReviewLogError(QuizappError):
    """The file is no review log that can be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class ReviewLog:
    """Trials by card, each card's in their order, and how many rows they came from."""

    history: History
    rows: int


@dataclass(frozen=True, slots=True)
class _Row:
    card: str
    at: int
    day: int
    elapsed: int | None
    rating: Rating


def read_review_file(path: Path) -> ReviewLog:
    """Read a CSV file; raises ``ReviewLogError`` when it cannot be read or understood."""
    try:
        return read_review_log(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReviewLogError("review_log_unreadable", file=path.name) from error


def read_review_log(text: str) -> ReviewLog:
    """Read CSV text with the columns card, rating and review_time_ms or delta_days.

    An instant is UTC and its day begins at 4:00 UTC; without instants the rows are in the order of
    time, and a card's first ``delta_days`` is not read. Raises ``ReviewLogError``.
    """
    by_card: defaultdict[str, list[_Row]] = defaultdict(list)
    rows = 0
    for row in _rows(text):
        by_card[row.card].append(row)
        rows += 1
    if not rows:
        raise ReviewLogError("review_log_empty")
    history: History = []
    for card in by_card.values():
        card.sort(key=lambda row: row.at)
        history.append([])
        for place, row in enumerate(card):
            before = card[place - 1] if place else row
            elapsed = elapsed_days(before.day, row.day) if row.elapsed is None else row.elapsed
            history[-1].append(
                rated_trial(row.at, elapsed if place else 0, row.rating, is_first=not place)
            )
    return ReviewLog(history, rows)


def _rows(text: str) -> Iterator[_Row]:
    reader = csv.DictReader(StringIO(text), delimiter=_delimiter(text))
    columns = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    for needed in (CARD, RATING):
        if needed not in columns:
            raise ReviewLogError("review_log_no_column", column=needed)
    time = columns.get(TIME, columns.get(DELTA))
    if time is None:
        raise ReviewLogError("review_log_no_column", column=f"{TIME} / {DELTA}")
    for number, cells in enumerate(reader):
        line = reader.line_num
        card = (cells[columns[CARD]] or "").strip()
        if not card:
            raise ReviewLogError("review_log_no_card", line=line)
        rating = _rating(cells[columns[RATING]], line)
        if TIME in columns:
            at = int(_number(cells[time], TIME, line))
            yield _Row(card, at, (at - ROLLOVER_HOUR * HOUR_MS) // DAY_MS, None, rating)
        else:
            written = cells[time] or "0"
            yield _Row(card, number, 0, max(0, int(_number(written, DELTA, line))), rating)


def _delimiter(text: str) -> str:
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _number(written: str | None, column: str, line: int) -> int | float:
    try:
        number = float(written or "")
        return int(number) if number == int(number) else number
    except (ValueError, OverflowError) as error:
        raise ReviewLogError(
            "review_log_no_number", line=line, column=column, value=written or ""
        ) from error


def _rating(written: str | None, line: int) -> Rating:
    number = _number(written, RATING, line)
    if number not in RATINGS:
        raise ReviewLogError("review_log_rating", line=line, value=written or "")
    return Rating(int(number))

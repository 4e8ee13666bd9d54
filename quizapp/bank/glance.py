"""A look at a bank from outside, without opening it: for the list of learners."""

import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.bank.file_uri import file_uri


def count_answers(path: Path) -> int | None:
    """Return how many answers a bank holds, None where there is none that can be read."""
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(file_uri(path.absolute(), "ro"), uri=True)) as bank:
            (count,) = bank.execute(
                "SELECT count(*) FROM review WHERE retracted_at IS NULL"
            ).fetchone()
    except sqlite3.Error:
        return None
    return int(count)

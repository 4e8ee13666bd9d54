"""What a command works with: the use cases, the clock and the three streams."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO

from quizapp.base.clock import Clock
from quizapp.library.shelf import Shelf
from quizapp.questions.answer_form import Plain
from quizapp.stats.ledger import Ledger
from quizapp.study.desk import Desk
from quizapp.study.exams import Exams
from quizapp.upkeep.keeper import Keeper


class Lines(Protocol):
    """Where a command reads line by line; an empty text is the end."""

    def readline(self) -> str:
        """Return the next line with its newline."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The use cases over one open bank."""

    desk: Desk
    shelf: Shelf
    keeper: Keeper
    ledger: Ledger
    exams: Exams
    close: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One run of the command line; ``bank`` is opened when a command first needs ``services``."""

    services: Callable[[], Services]
    bank: Path
    clock: Clock
    source: Lines
    out: TextIO
    is_json: bool

    def line(self, row: Mapping[str, Plain], text: str) -> None:
        """Write one thing: as a JSON object with ``--json``, else as its Danish text."""
        if self.is_json:
            self.write(row)
        else:
            self.out.write(f"{text}\n")
            self.out.flush()

    def write(self, row: Mapping[str, Plain]) -> None:
        """Write one JSON object on a line of its own and flush it."""
        self.out.write(json.dumps(row, ensure_ascii=False) + "\n")
        self.out.flush()

"""What a command works with: the use cases, the clock and the three streams."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.terminal import printable
from quizapp.library.shelf import Shelf
from quizapp.questions.answer_form import Plain
from quizapp.questions.pack import Pack
from quizapp.stats.ledger import Ledger
from quizapp.study.desk import Desk
from quizapp.study.exams import Exams
from quizapp.upkeep.keeper import Keeper


class Lines(Protocol):
    """Where a command reads line by line; an empty text is the end."""

    def readline(self) -> str:
        """Return the next line with its newline."""
        ...


class PrintPack(Protocol):
    """Writes a pack on paper as a PDF; the only thing here that needs Qt."""

    def __call__(
        self,
        pack: Pack,
        path: Path,
        *,
        parts: tuple[str, ...],
        versions: tuple[str, ...],
        count: int | None,
        seed: int,
    ) -> int:
        """Write the file and return how many pages it has."""
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
    print_pack: PrintPack

    def line(self, row: Mapping[str, Plain], text: str, *further: str) -> None:
        """Write one thing: as a JSON object with ``--json``, else as its Danish lines."""
        if self.is_json:
            self.write(row)
        else:
            self._put("".join(f"{printable(one)}\n" for one in (text, *further)))

    def write(self, row: Mapping[str, Plain]) -> None:
        """Write one JSON object on a line of its own and flush it."""
        self._put(json.dumps(row, ensure_ascii=False) + "\n")

    def _put(self, text: str) -> None:
        try:
            self.out.write(text)
            self.out.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            with suppress(OSError):
                self.out.close()
            raise QuizappError("not_told") from error

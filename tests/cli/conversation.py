"""Runs the command line in this process and reads what it wrote."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from quizapp.base.clock import Clock, FixedClock
from quizapp.bootstrap import command_services, print_pack
from quizapp.cli.main import Streams, Wiring, run

NOON = datetime.fromisoformat("2026-11-22T12:00:00+01:00")
Row = dict[str, Any]


@dataclass(frozen=True)
class Said:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[Row]:
        """The JSON lines of standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


def command(bank: Path, *arguments: str, source: str = "", now: datetime = NOON) -> Said:
    """Run one command over a bank, with a clock that stands still unless ``--now`` is given."""
    streams = Streams(source=io.StringIO(source), out=io.StringIO(), err=io.StringIO())
    wiring = Wiring(
        clock=lambda at: FixedClock(at if at is not None else now),
        find_bank=lambda chosen: chosen or bank,
        services=command_services,
        print_pack=print_pack,
    )
    code = run(arguments, streams, wiring)
    assert isinstance(streams.out, io.StringIO)
    assert isinstance(streams.err, io.StringIO)
    return Said(code, streams.out.getvalue(), streams.err.getvalue())


class Answering:
    """Standard input that is decided while it is read, from all that was written so far."""

    def __init__(self, out: io.StringIO, replies: "Replies") -> None:
        self._out = out
        self._replies = replies

    def readline(self) -> str:
        """Return what the learner says next."""
        rows = [json.loads(line) for line in self._out.getvalue().splitlines()]
        reply = self._replies(rows)
        if reply is None:
            return ""
        text = reply if isinstance(reply, str) else json.dumps(reply, ensure_ascii=False)
        return text + "\n"


Replies = Callable[[list[Row]], Row | str | None]
"""What the learner says next, given all that was written; None ends the input."""


def study(
    bank: Path,
    replies: Replies,
    *arguments: str,
    now: datetime = NOON,
    clock: Clock | None = None,
) -> list[Row]:
    """Hold a sitting with a learner who sees what is asked; returns all that was written."""
    out = io.StringIO()
    streams = Streams(source=Answering(out, replies), out=out, err=io.StringIO())
    wiring = Wiring(
        clock=lambda at: clock or FixedClock(at if at is not None else now),
        find_bank=lambda chosen: chosen or bank,
        services=command_services,
        print_pack=print_pack,
    )
    assert run(["study", "--jsonl", *arguments], streams, wiring) == 0
    return [json.loads(line) for line in out.getvalue().splitlines()]

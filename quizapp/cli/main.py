"""The command line's way in: arguments to command, errors to Danish sentences and exit codes."""

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.terminal import printable
from quizapp.cli import care, exam, fitting, making, marking, packs, printing, sitting, stats
from quizapp.cli.context import Context, Lines, PrintPack, Services
from quizapp.cli.danish import speak_danish
from quizapp.cli.parser import Command, build_parser

COMMANDS: Sequence[Command] = (
    *packs.COMMANDS,
    *making.COMMANDS,
    *printing.COMMANDS,
    *sitting.COMMANDS,
    *marking.COMMANDS,
    *exam.COMMANDS,
    *care.COMMANDS,
    *fitting.COMMANDS,
    *stats.COMMANDS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wiring:
    """How a run gets its clock (``--now``), finds its bank (``--bank``) and opens it."""

    clock: Callable[[datetime | None], Clock]
    find_bank: Callable[[Path | None], Path]
    services: Callable[[Path, Clock], Services]
    print_pack: PrintPack


@dataclass(frozen=True, slots=True, kw_only=True)
class Streams:
    """Standard input, output and error."""

    source: Lines
    out: TextIO
    err: TextIO


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; raises ``MisuseError``, or ``SystemExit`` after showing help."""
    speak_danish()
    return build_parser(COMMANDS).parse_args(arguments)


def run(arguments: Sequence[str], streams: Streams, wiring: Wiring) -> int:
    """Run one command and return its exit code (0 done, 1 problems, 2 misuse, 3 could not)."""
    try:
        options = parse(arguments)
        clock = wiring.clock(options.now)
        bank = wiring.find_bank(options.bank)
        with ExitStack() as stack:

            def services() -> Services:
                opened = wiring.services(bank, clock)
                stack.callback(opened.close)
                return opened

            context = Context(
                services=services,
                bank=bank,
                clock=clock,
                source=streams.source,
                out=streams.out,
                is_json=options.json,
                print_pack=wiring.print_pack,
            )
            return int(options.run(context, options))
    except QuizappError as error:
        with suppress(OSError):
            streams.err.write(f"{printable(str(error))}\n")
            streams.err.flush()
        return error.exit_code
    except BrokenPipeError:
        # The reader has gone (`quizapp log | head`): there is nobody left to tell.
        sys.stderr.close()
        return 0

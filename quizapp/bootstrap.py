"""The only place that builds long-lived objects and wires them.

What loads the bank (SQLAlchemy) or Qt is imported where it is needed: the window paints before it
opens the bank, and the command line never loads Qt.
"""

# ruff: noqa: PLC0415 - see above

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.base.clock import Clock, ShiftedClock, SystemClock
from quizapp.base.errors import QuizappError
from quizapp.base.ids import IdSource
from quizapp.base.paths import content_folder, data_paths
from quizapp.base.terminal import printable
from quizapp.cli.danish import speak_danish
from quizapp.cli.parser import build_window_parser

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random

    from quizapp.bank.bank import Bank
    from quizapp.cli.context import Services as CommandServices
    from quizapp.questions.pack import Pack
    from quizapp.study.today import Today
    from quizapp.ui.program import OpenedBank
    from quizapp.ui.program import Services as WindowServices


# Fewer and later than Python's own: a round over a big bank holds many objects, none in circles.
# The second round is kept short, for the window stands still while it is collected.
COLLECT_AFTER = (10_000, 4, 30)


def new_random() -> "Random":
    """Return chance that no other run shares."""
    # Not above: it loads for 6 ms, and the first paint needs no chance.
    import secrets
    from random import Random

    return Random(secrets.randbits(128))  # noqa: S311 - names, not secrets


def new_ids() -> IdSource:
    """Return a source of ids that no other run shares."""
    return IdSource(new_random())


def clock_from(now: "datetime | None") -> Clock:
    """Return the clock that ``--now`` asks for."""
    running = SystemClock()
    return ShiftedClock(now, running) if now is not None else running


def find_bank(chosen: Path | None) -> Path:
    """Return the bank that was asked for, else that of the learner last opened."""
    from quizapp.upkeep.learners import last_learner

    return chosen.absolute() if chosen is not None else last_learner(data_paths()).paths.bank


def open_bank(path: Path, clock: Clock) -> "Bank":
    """Open a bank with the shipped packs installed; a copy is made before they change anything."""
    from quizapp.bank.bank import Bank
    from quizapp.library.shipped import has_new_shipped, install_shipped
    from quizapp.scheduling.day import study_day

    is_old = True
    # A folder that may not be looked into is told of when the bank is opened.
    with suppress(OSError):
        is_old = path.exists()
    bank = Bank.open(path, clock, new_ids())
    if has_new_shipped(bank, content_folder()):
        if is_old:
            back_up_today(path, clock)
        now = clock.now()
        install_shipped(bank, content_folder(), now, study_day(now))
    return bank


def back_up_today(path: Path, clock: Clock) -> None:
    """Make today's copy of a bank unless there is one."""
    from quizapp.bank.errors import BankError
    from quizapp.upkeep.backups import back_up_daily

    # A full disk: the answers can still be read, and doctor says that the copy is missing.
    with suppress(BankError):
        back_up_daily(path, clock.now())


def command_services(path: Path, clock: Clock) -> "CommandServices":
    """Open the bank for one command."""
    from quizapp.cli.context import Services
    from quizapp.library.shelf import Shelf
    from quizapp.stats.ledger import Ledger
    from quizapp.study.desk import Desk
    from quizapp.study.exams import Exams
    from quizapp.upkeep.keeper import Keeper

    bank = open_bank(path, clock)
    back_up_today(path, clock)
    return Services(
        desk=Desk(bank, clock),
        shelf=Shelf(bank, clock, new_random()),
        keeper=Keeper(bank, clock),
        exams=Exams(bank, clock),
        ledger=Ledger(bank),
        close=bank.close,
    )


def print_pack(
    pack: "Pack",
    path: Path,
    *,
    parts: tuple[str, ...],
    versions: tuple[str, ...],
    count: int | None,
    seed: int,
) -> int:
    """Write a pack on paper as a PDF and return how many pages it has."""
    from quizapp.ui.printing import command

    return command.print_pack(pack, path, parts=parts, versions=versions, count=count, seed=seed)


def run_command(arguments: Sequence[str]) -> int:
    """Run the command line."""
    from quizapp.cli import main

    return main.run(
        arguments,
        main.Streams(source=sys.stdin, out=sys.stdout, err=sys.stderr),
        main.Wiring(
            clock=clock_from,
            find_bank=find_bank,
            services=command_services,
            print_pack=print_pack,
        ),
    )


def look_up_today(path: Path, clock: Clock) -> "Today | None":
    """Return what was kept of today when the bank was last closed; called in the worker thread."""
    from quizapp.study.kept_today import kept_today

    return kept_today(path, clock.now())


def open_for_window(path: Path, clock: Clock) -> "OpenedBank":
    """Open the bank for the window; called in its worker thread after the first paint.

    What is loaded here is what today's figures need, and no more: they are waited for.
    """
    from quizapp.study.home import read_today
    from quizapp.ui.program import OpenedBank

    bank = open_bank(path, clock)
    return OpenedBank(
        today=read_today(bank, clock),
        load_services=lambda: window_services(bank, clock),
        close=lambda: close_for_window(bank, clock),
    )


def close_for_window(bank: "Bank", clock: Clock) -> None:
    """Close the window's bank, and keep what the next days' first page will say."""
    from quizapp.study.kept_today import foresee, keep

    path, kept = bank.path, None
    # A disk that failed must not keep the window from closing.
    with suppress(QuizappError):
        kept = foresee(bank, clock)
    bank.close()
    if kept is not None:
        keep(kept, path)


def window_services(bank: "Bank", clock: Clock) -> "WindowServices":
    """Load the use cases and make today's copy, once the figures are there to look at."""
    from quizapp.library.shelf import Shelf
    from quizapp.stats.ledger import Ledger
    from quizapp.study.desk import Desk
    from quizapp.study.exams import Exams
    from quizapp.study.mock_exams import MockExams
    from quizapp.ui.program import Services
    from quizapp.upkeep.keeper import Keeper

    back_up_today(bank.path, clock)
    return Services(
        desk=Desk(bank, clock),
        shelf=Shelf(bank, clock, new_random()),
        keeper=Keeper(bank, clock),
        ledger=Ledger(bank),
        exams=Exams(bank, clock),
        mocks=MockExams(bank, clock),
        close=bank.close,
    )


def run_window(arguments: Sequence[str]) -> int:
    """Open the window; what can be known before it is there is said on standard error."""
    speak_danish()
    try:
        options = build_window_parser().parse_args(arguments)
        bank = options.bank.absolute() if options.bank is not None else None
        return _show_window(bank, clock_from(options.now), options.pack)
    except QuizappError as error:
        sys.stderr.write(f"{printable(str(error))}\n")
        return error.exit_code


def _show_window(chosen: Path | None, clock: Clock, pack: Path | None) -> int:
    from quizapp.ui import app
    from quizapp.ui.program import Program
    from quizapp.ui.window_settings import WindowSettings
    from quizapp.upkeep.learners import asks_at_start, name_shown

    app.demand_screen(os.environ, sys.platform)
    gc.set_threshold(*COLLECT_AFTER)
    paths = data_paths()

    def program_of(bank: Path, opened: tuple[Path, ...] = ()) -> Program:
        return Program(
            paths=paths,
            clock=clock,
            learner=name_shown(paths, bank.parent.name),
            bank=bank,
            settings=WindowSettings(paths.settings),
            kept_today=lambda: look_up_today(bank, clock),
            open_bank=lambda: open_for_window(bank, clock),
            opened=opened,
            asks_who=chosen is None and not opened and asks_at_start(paths),
            of_learner=lambda folder: replace(
                program_of(paths.learner(folder).bank), asks_who=False
            ),
        )

    opened = (pack.absolute(),) if pack is not None else ()
    return app.run_window(program_of(find_bank(chosen), opened), [])

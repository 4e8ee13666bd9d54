"""The words of the command line: commands, options, and argparse speaking Danish."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from quizapp.base.errors import MisuseError
from quizapp.base.texts import _

COMMAND_NAMES = frozenset(
    {
        "backup",
        "build",
        "check",
        "convert",
        "doctor",
        "due",
        "evaluate",
        "exam",
        "fit",
        "install",
        "log",
        "mark",
        "packs",
        "print",
        "proposals",
        "replay",
        "restore",
        "show",
        "stats",
        "study",
        "template",
    }
)
"""Known without importing the commands, which load the bank: the window must start without."""

OPTIONS_WITH_VALUE = frozenset({"--bank", "--now"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One argument or option of a command, as argparse takes it; ``help`` is a Danish text."""

    names: tuple[str, ...]
    help: str
    type: Callable[[str], object] = str
    default: object = None
    metavar: str | None = None
    nargs: str | int | None = None
    choices: Sequence[str] | None = None
    is_flag: bool = False
    many: bool = False
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command: its name, what it does (Danish), its options, and what runs it."""

    name: str
    help: str
    run: Callable[..., int]
    options: tuple[Option, ...] = ()


class DanishParser(argparse.ArgumentParser):
    """A parser whose own sentences are Danish and whose errors are the program's."""

    @override
    def error(self, message: str) -> NoReturn:
        raise MisuseError("arguments", detail=message.rstrip("."), command=self.prog)


def instant(text: str) -> datetime:
    """Read an ISO instant; one without an offset is in the computer's zone."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("»{text}« er ikke et tidspunkt. Skriv fx 2026-11-22T16:30.").format(text=text)
        ) from None
    return at if at.tzinfo else at.astimezone()


def at_least_one(text: str) -> int:
    """Read a whole number from 1."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(
            _("»{text}« er ikke et helt tal fra 1 og op.").format(text=text)
        )
    return number


def whole_number(text: str) -> int:
    """Read a whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("»{text}« er ikke et helt tal.").format(text=text)
        ) from None


def build_parser(commands: Sequence[Command]) -> DanishParser:
    """Return the parser of all commands; common options may stand before or after the command."""
    parser = DanishParser(
        prog="quizapp", description=_("Quizapp spørger, retter og husker."), add_help=False
    )
    _add_common(parser, is_outer=True)
    rooms = parser.add_subparsers(dest="command", metavar=_("KOMMANDO"), title=_("Kommandoer"))
    for command in commands:
        room = rooms.add_parser(
            command.name, help=_(command.help), description=_(command.help), add_help=False
        )
        room.set_defaults(run=command.run)
        _add_common(room, is_outer=False)
        for option in command.options:
            _add(room, option)
    return parser


def build_window_parser() -> DanishParser:
    """Return the parser of the arguments that open the window."""
    parser = DanishParser(prog="quizapp", add_help=False)
    _add_common(parser, is_outer=True)
    parser.add_argument("pack", type=Path, nargs="?")
    return parser


def names_command(arguments: Sequence[str]) -> bool:
    """Say whether the arguments are for the command line; else they open the window."""
    rest = iter(arguments)
    for argument in rest:
        if argument in OPTIONS_WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument in COMMAND_NAMES or not Path(argument).exists()
        elif argument.partition("=")[0] not in OPTIONS_WITH_VALUE:
            return True
    return False


def _add_common(parser: argparse.ArgumentParser, *, is_outer: bool) -> None:
    absent = None if is_outer else argparse.SUPPRESS
    parser.add_argument("-h", "--help", action="help", help=_("Vis denne hjælp."))
    parser.add_argument(
        "--bank", type=Path, default=absent, metavar=_("FIL"), help=_("Filen med dine svar.")
    )
    parser.add_argument(
        "--now",
        type=instant,
        default=absent,
        metavar=_("TID"),
        help=_("Lad uret begynde her, fx 2026-11-22T16:30."),
    )
    parser.add_argument(
        "--json",
        action="store_true",
        default=False if is_outer else argparse.SUPPRESS,
        help=_("Skriv ét JSON-objekt på hver linje."),
    )


def _add(parser: argparse.ArgumentParser, option: Option) -> None:
    if option.is_flag:
        parser.add_argument(*option.names, action="store_true", help=_(option.help))
        return
    added = parser.add_argument(
        *option.names,
        action="append" if option.many else "store",
        type=option.type,
        default=option.default,
        metavar=option.metavar,
        nargs=option.nargs,
        choices=option.choices,
        help=_(option.help),
    )
    if option.is_required:
        # A positional is required by itself, and refuses to be told so.
        added.required = True

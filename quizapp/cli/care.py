"""``log``, ``doctor``, ``replay``, ``backup`` and ``restore``: care of the bank."""

import argparse
from pathlib import Path

from quizapp.base.errors import MisuseError
from quizapp.base.texts import N_, _, ngettext, say
from quizapp.cli.context import Context
from quizapp.cli.parser import Command, Option
from quizapp.questions.answer_form import Plain
from quizapp.upkeep import backups
from quizapp.upkeep.backups import Backup


def log(context: Context, _options: argparse.Namespace) -> int:
    """List every answer, in log order."""
    for row in context.services().keeper.log():
        context.line(row, "{at}  {card}  {verdict}".format_map(row))
    return 0


def doctor(context: Context, options: argparse.Namespace) -> int:
    """Examine the bank; exit code 1 when something is not as it should be."""
    findings = context.services().keeper.examine(repair=options.repair)
    for finding in findings:
        keys: dict[str, Plain] = {
            "check": finding.check.value,
            "ok": finding.ok,
            "detail": say(finding.detail),
        }
        if finding.repair is not None:
            keys["repair"] = say(finding.repair)
        mark = "✓" if finding.ok else "✗"
        context.line(keys, f"{mark} {say(finding.detail)}")
    return 0 if all(finding.ok for finding in findings) else 1


def replay(context: Context, options: argparse.Namespace) -> int:
    """Compute memory again from the log; with ``--check`` exit code 1 when it differs."""
    done = context.services().keeper.replay(check_only=options.check)
    text = ngettext(
        "{reviews} svar på {cards} spørgsmål beregnet igen; {n} afveg.",
        "{reviews} svar på {cards} spørgsmål beregnet igen; {n} afveg.",
        done.changed,
    ).format(reviews=done.reviews, cards=done.cards, n=done.changed)
    context.line({"cards": done.cards, "reviews": done.reviews, "changed": done.changed}, text)
    return 1 if options.check and done.changed else 0


def backup(context: Context, options: argparse.Namespace) -> int:
    """Make a copy of the bank, or list the copies."""
    if options.list:
        for copy in context.services().keeper.backups():
            _say_backup(context, copy)
        return 0
    _say_backup(context, context.services().keeper.back_up())
    return 0


def restore(context: Context, options: argparse.Namespace) -> int:
    """Put a copy in the bank's place; the file that was there is kept beside it."""
    bank = context.bank
    copy = options.copy
    if copy is None:
        copies = backups.list_backups(bank)
        if not copies:
            raise MisuseError("no_backup", file=str(bank))
        copy = copies[0].path
    kept = backups.restore(bank, copy, context.clock.now())
    text = _("{copy} er gendannet.").format(copy=copy.name)
    if kept is not None:
        text += " " + _("Filen, der var der før, ligger i {kept}.").format(kept=kept)
    context.line(
        {"restored": str(copy), "bank": str(bank), "kept": str(kept) if kept else None}, text
    )
    return 0


def _say_backup(context: Context, copy: Backup) -> None:
    keys: dict[str, Plain] = {
        "file": str(copy.path),
        "at": copy.at.isoformat(),
        "reason": copy.reason,
        "size": copy.size,
    }
    context.line(keys, "{file}".format_map(keys))


COMMANDS = (
    Command(name="log", help=N_("Vis alle svar."), run=log),
    Command(
        name="doctor",
        help=N_("Tjek filen med dine svar."),
        run=doctor,
        options=(Option(names=("--repair",), help=N_("Ret det, der kan rettes."), is_flag=True),),
    ),
    Command(
        name="replay",
        help=N_("Beregn igen, hvad du husker, ud fra svarene."),
        run=replay,
        options=(Option(names=("--check",), help=N_("Sammenlign kun; ret intet."), is_flag=True),),
    ),
    Command(
        name="backup",
        help=N_("Lav en sikkerhedskopi."),
        run=backup,
        options=(Option(names=("--list",), help=N_("Vis kopierne."), is_flag=True),),
    ),
    Command(
        name="restore",
        help=N_("Gendan en sikkerhedskopi, den nyeste hvis ingen nævnes."),
        run=restore,
        options=(
            Option(
                names=("copy",),
                help=N_("Kopiens fil."),
                type=Path,
                nargs="?",
                metavar="FIL",
            ),
        ),
    ),
)

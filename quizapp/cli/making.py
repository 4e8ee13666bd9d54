"""``build``, ``convert`` and ``template``: packs made into other forms."""

import argparse
import secrets
from pathlib import Path
from random import Random

from quizapp.base.errors import MisuseError, QuizappError
from quizapp.base.texts import N_, _
from quizapp.cli.context import Context
from quizapp.cli.packs import write_problems
from quizapp.cli.parser import Command, Option
from quizapp.library.apart import read_apart
from quizapp.packs.build import build
from quizapp.packs.convert import XLSX, convert, write_template
from quizapp.questions.answer_form import Plain

OTHER_FORMS = frozenset(
    {
        ".ods",
        ".xls",
        ".xlsm",
        ".tsv",
        ".txt",
        ".yaml",
        ".yml",
        ".json",
        ".docx",
        ".pdf",
        ".zip",
        ".md",
    }
)
"""Endings of files that no pack can be written as; without them the name is that of a folder."""


class NotWrittenError(QuizappError):
    """The file could not be written; what was there is as it was."""

    family = "usage"


def run_build(context: Context, options: argparse.Namespace) -> int:
    """Build the single file of a pack."""
    try:
        built = build(options.path, options.out, read_apart)
    except OSError as error:
        raise NotWrittenError("not_written", path=str(options.out)) from error
    write_problems(context, built.problems)
    if built.pack is None:
        return 1
    row: dict[str, Plain] = {
        "written": str(options.out),
        "pack": built.pack.manifest.id,
        "version": built.pack.manifest.version,
        "questions": len(built.pack.questions),
        "size": built.size,
        "left_out": [],
        "own_use_only": built.is_for_own_use,
    }
    context.line(row, _("{written}: {questions} spørgsmål, version {version}").format_map(row))
    return 0


def run_convert(context: Context, options: argparse.Namespace) -> int:
    """Write a pack in another form, and list what that form cannot carry."""
    if options.target.suffix.casefold() in OTHER_FORMS:
        raise MisuseError("no_such_form", path=options.target.name)
    # New ids must not be the same for two teachers, so chance comes from the system.
    random = Random(secrets.randbits(64))  # noqa: S311 - names, not secrets
    try:
        converted = convert(options.source, options.target, random, read_apart)
    except OSError as error:
        raise NotWrittenError("not_written", path=str(options.target)) from error
    write_problems(context, converted.problems)
    if converted.pack is None:
        return 1
    words = {"media": _("billeder og lyd"), "reading_text": _("læseteksten")}
    row: dict[str, Plain] = {
        "written": str(options.target),
        "questions": len(converted.pack.questions),
        "left_out": list(converted.left_out),
    }
    text = _("{written}: {questions} spørgsmål.").format_map(row)
    if converted.left_out:
        names = ", ".join(words.get(code, code) for code in converted.left_out)
        text += " " + _("Ikke med: {names}.").format(names=names)
    context.line(row, text)
    return 0


def run_template(context: Context, options: argparse.Namespace) -> int:
    """Write the empty spreadsheet that teachers fill in."""
    if options.out.suffix.casefold() != XLSX:
        raise MisuseError("no_such_form", path=options.out.name)
    try:
        write_template(options.out)
    except OSError as error:
        raise NotWrittenError("not_written", path=str(options.out)) from error
    context.line(
        {"written": str(options.out), "left_out": []},
        _("{file} er klar til at udfylde.").format(file=options.out),
    )
    return 0


COMMANDS = (
    Command(
        name="build",
        help=N_("Saml en pakke i én fil, der kan deles."),
        run=run_build,
        options=(
            Option(names=("path",), help=N_("Pakkens mappe."), type=Path, metavar=N_("STI")),
            Option(
                names=("-o", "--out"),
                help=N_("Filen, der skal skrives."),
                type=Path,
                metavar=N_("FIL"),
                is_required=True,
            ),
        ),
    ),
    Command(
        name="convert",
        help=N_("Omsæt en pakke til mappe, regneark, CSV eller én fil."),
        run=run_convert,
        options=(
            Option(names=("source",), help=N_("Pakken."), type=Path, metavar=N_("FRA")),
            Option(
                names=("target",),
                help=N_("Ny fil (.xlsx, .csv, .quizpack) eller mappe."),
                type=Path,
                metavar=N_("TIL"),
            ),
        ),
    ),
    Command(
        name="template",
        help=N_("Skriv en skabelon til regneark."),
        run=run_template,
        options=(Option(names=("out",), help=N_("Ny fil, .xlsx."), type=Path, metavar=N_("FIL")),),
    ),
)

"""``print``: a pack on paper, as a PDF."""

import argparse
from pathlib import Path

from quizapp.base.ids import PackId
from quizapp.base.texts import N_, ngettext
from quizapp.cli.context import Context
from quizapp.cli.parser import Command, Option, at_least_one
from quizapp.library.install import read_strangers
from quizapp.questions.answer_form import Plain
from quizapp.questions.pack import Pack

PARTS = ("ark", "facit", "kort", "tekst")
VERSIONS = ("A", "B")


def run_print(context: Context, options: argparse.Namespace) -> int:
    """Write quiz sheets, answer key, cards or reading text of a pack as a PDF."""
    pack = _pack(context, options.pack)
    pages = context.print_pack(
        pack,
        options.out,
        parts=tuple(options.part or ("ark", "facit")),
        versions=VERSIONS[:1] if options.one_version else VERSIONS,
        count=options.count,
        seed=options.seed,
    )
    row: dict[str, Plain] = {
        "written": str(options.out),
        "pack": pack.manifest.id,
        "pages": pages,
        "seed": options.seed,
    }
    text = ngettext("{written}: {pages} side.", "{written}: {pages} sider.", pages)
    context.line(row, text.format_map(row))
    return 0


def _pack(context: Context, named: str) -> Pack:
    """Return an installed pack by its id, or read the one at a path."""
    path = Path(named)
    if path.exists():
        return read_strangers(path)
    return context.services().shelf.whole(PackId(named))


COMMANDS = (
    Command(
        name="print",
        help=N_("Skriv opgaveark, facit, kort eller læsetekst som PDF."),
        run=run_print,
        options=(
            Option(names=("pack",), help=N_("Pakkens id eller fil."), metavar=N_("PAKKE")),
            Option(
                names=("--out", "-o"),
                help=N_("Filen, der skal skrives."),
                type=Path,
                metavar=N_("FIL"),
                is_required=True,
            ),
            Option(
                names=("--part",),
                help=N_("ark, facit, kort eller tekst; du kan vælge flere."),
                choices=PARTS,
                many=True,
                metavar=N_("DEL"),
            ),
            Option(
                names=("--count",),
                help=N_("Antal spørgsmål, valgt tilfældigt."),
                type=at_least_one,
                metavar=N_("TAL"),
            ),
            Option(
                names=("--seed",),
                help=N_("Samme tal giver samme blanding."),
                type=at_least_one,
                default=1,
                metavar=N_("TAL"),
            ),
            Option(names=("--one-version",), help=N_("Kun version A."), is_flag=True),
        ),
    ),
)

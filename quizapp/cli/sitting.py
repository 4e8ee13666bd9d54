"""``due`` and ``study --jsonl``: what there is to do, and a sitting over standard streams."""

import argparse

from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId
from quizapp.base.texts import N_, _
from quizapp.cli.context import Context
from quizapp.cli.jsonl import Talk
from quizapp.cli.parser import Command, Option, at_least_one, whole_number
from quizapp.questions.kinds import Category
from quizapp.study.plan import Plan

PACKS = Option(
    names=("--pack",), help=N_("Kun denne pakke (kan gentages)."), many=True, metavar="ID"
)
CATEGORIES = Option(
    names=("--category",), help=N_("Kun denne kategori (kan gentages)."), many=True, metavar="NAVN"
)
TOPICS = Option(
    names=("--topic",), help=N_("Kun dette emne (kan gentages)."), many=True, metavar="EMNE"
)


def plan_from(options: argparse.Namespace) -> Plan:
    """Return the plan that the filter options describe; raises ``MisuseError``."""
    known = {category.value for category in Category}
    for category in options.category or ():
        if category not in known:
            raise MisuseError("unknown_category", value=category, known=", ".join(sorted(known)))
    return Plan(
        packs=tuple(PackId(pack) for pack in options.pack or ()),
        categories=tuple(options.category or ()),
        topics=tuple(options.topic or ()),
        limit=getattr(options, "limit", None),
        counts_undone=True,
        seed=getattr(options, "seed", None),
    )


def due(context: Context, options: argparse.Namespace) -> int:
    """List what is due, pack by pack, and the total."""
    desk, plan = context.services().desk, plan_from(options)
    desk.check(plan)
    amounts = desk.due(plan)
    for amount in amounts.packs:
        context.line(
            {"pack": amount.pack, "due": amount.due, "new": amount.new, "minutes": amount.minutes},
            _("{pack}: {due} til repetition, {new} nye, ca. {minutes} min.").format(
                pack=amount.pack, due=amount.due, new=amount.new, minutes=amount.minutes
            ),
        )
    total = amounts.total
    context.line(
        {"total": True, "due": total.due, "new": total.new, "minutes": total.minutes},
        _("I alt: {due} til repetition, {new} nye, ca. {minutes} min.").format(
            due=total.due, new=total.new, minutes=total.minutes
        ),
    )
    return 0


def study(context: Context, options: argparse.Namespace) -> int:
    """Hold a sitting: questions out, answers in, one JSON object a line."""
    if not options.jsonl:
        raise MisuseError("study_needs_jsonl")
    desk, plan = context.services().desk, plan_from(options)
    desk.check(plan)
    Talk(context, desk.begin(plan)).hold()
    return 0


COMMANDS = (
    Command(
        name="due",
        help=N_("Vis, hvad der er til repetition."),
        run=due,
        options=(PACKS, CATEGORIES, TOPICS),
    ),
    Command(
        name="study",
        help=N_("Tag en runde fra et andet program, linje for linje."),
        run=study,
        options=(
            Option(names=("--jsonl",), help=N_("Ét JSON-objekt på hver linje."), is_flag=True),
            Option(
                names=("--limit",), help=N_("Højst så mange svar."), type=at_least_one, metavar="N"
            ),
            Option(
                names=("--seed",),
                help=N_("Samme tal giver samme rækkefølge."),
                type=whole_number,
                metavar="N",
            ),
            PACKS,
            CATEGORIES,
            TOPICS,
        ),
    ),
)

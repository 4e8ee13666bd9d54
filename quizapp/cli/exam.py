"""``exam add|list|plan|forecast``: exams on the command line."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Final

from quizapp.base.errors import MisuseError
from quizapp.base.texts import MONTHS, N_, _, say
from quizapp.cli.context import Context
from quizapp.cli.parser import Command, Option
from quizapp.cli.sitting import CATEGORIES, PACKS, TOPICS, plan_from
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.day import day_of
from quizapp.scheduling.exam import StudyTime
from quizapp.scheduling.exam_forecast import Expected, NoForecast
from quizapp.study.exam_dates import in_learners_zone

WEEK: Final = 7
MOST_MINUTES: Final = 1440
USUAL_MINUTES: Final = 20.0
MORNING: Final = time(9)
"""When an exam is taken to begin if only its date is given."""


def run(context: Context, options: argparse.Namespace) -> int:
    """Do what is asked about exams."""
    actions: dict[str, Callable[[Context, argparse.Namespace], None]] = {
        "add": _add,
        "list": _list,
        "plan": _plan,
        "forecast": _forecast,
    }
    actions[options.action](context, options)
    return 0


def _add(context: Context, options: argparse.Namespace) -> None:
    if options.at is None:
        raise MisuseError("exam_needs_date")
    title = options.title or _("Eksamen")
    time_for_it = StudyTime(
        minutes=_week(options.minutes or [USUAL_MINUTES]),
        days_off=frozenset(day_of(day) for day in options.off or ()),
    )
    exams = context.services().exams
    at = in_learners_zone(options.at, context.clock.now())
    name = str(exams.add(title, at, plan_from(options), time_for_it, options.goal))
    context.line({"exam": name}, _("»{title}« er gemt: {exam}").format(title=title, exam=name))


def _list(context: Context, _options: argparse.Namespace) -> None:
    for each in context.services().exams.listed():
        row: dict[str, Plain] = {
            "exam": str(each.record.uuid),
            "title": each.record.title,
            "at": each.record.at.isoformat(),
            "cards": each.cards,
            "goal": each.record.goal,
        }
        said = row | {"when": _when(each.record.at)}
        context.line(row, _("{title}: {when}, {cards} spørgsmål ({exam})").format_map(said))


def _plan(context: Context, options: argparse.Namespace) -> None:
    exams = context.services().exams
    for each in exams.plan(exams.find(_name(options))):
        row: dict[str, Plain] = {
            "card": str(each.card),
            "new": each.planned.is_new,
            "seconds": round(each.planned.seconds, 1),
            "recall": round(each.planned.recall, 4),
            "gain": round(each.planned.gain, 5),
        }
        context.line(row, "{card}".format_map(row))


def _forecast(context: Context, options: argparse.Namespace) -> None:
    exams = context.services().exams
    outlook = exams.outlook(exams.find(_name(options)))
    forecast, advice = outlook.forecast, outlook.advice
    said = " ".join(say(message) for message in advice.messages)
    row: dict[str, Plain] = {"exam": _name(options), "message": said}
    if isinstance(forecast, NoForecast):
        row |= {"score": None, "low": None, "high": None, "coverage": None, "reachable": None}
        row |= {"by_category": {}, "by_topic": {}}
    else:
        row |= {
            "score": round(forecast.expected.score, 4),
            "low": round(forecast.expected.low, 4),
            "high": round(forecast.expected.high, 4),
            "coverage": round(forecast.coverage, 4),
            "reachable": advice.is_reachable,
            "by_category": _scores(forecast.by_category),
            "by_topic": _scores(forecast.by_topic),
        }
    context.line(row, said)


def _when(at: datetime) -> str:
    """Write when an exam begins for somebody to read."""
    return _("{day}. {month} {year} kl. {hour}.{minute:02}").format(
        day=at.day, month=_(MONTHS[at.month - 1]), year=at.year, hour=at.hour, minute=at.minute
    )


def _scores(expected: Mapping[str, Expected]) -> dict[str, Plain]:
    return {name: round(each.score, 4) for name, each in expected.items()}


def _name(options: argparse.Namespace) -> str:
    if options.exam is None:
        raise MisuseError("exam_needs_name")
    return str(options.exam)


def _week(minutes: list[float]) -> tuple[float, ...]:
    if len(minutes) not in {1, WEEK}:
        raise MisuseError("exam_minutes")
    return tuple(minutes * WEEK if len(minutes) == 1 else minutes)


def exam_time(text: str) -> datetime:
    """Read when an exam begins: an ISO instant, or a date, which means nine in the morning.

    What has no offset is of the learner's zone, which is not known here.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    try:
        at = datetime.combine(day, MORNING) if day else datetime.fromisoformat(text)
        # Whether it can be had in a zone; in which one the clock says.
        at.astimezone()
    except (ValueError, OverflowError, OSError):
        raise argparse.ArgumentTypeError(
            _("»{text}« er ikke et tidspunkt. Skriv fx 2026-12-10T09:00.").format(text=text)
        ) from None
    return at


def day_off(text: str) -> date:
    """Read a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("»{text}« er ikke en dato. Skriv fx 2026-12-10.").format(text=text)
        ) from None


def minutes_of_a_day(text: str) -> float:
    """Read minutes, at most a day's."""
    try:
        minutes = float(text.replace(",", "."))
    except ValueError:
        minutes = -1.0
    if not 0 <= minutes <= MOST_MINUTES:
        raise argparse.ArgumentTypeError(_("»{text}« er ikke et antal minutter.").format(text=text))
    return minutes


def goal_share(text: str) -> float:
    """Read the wanted share of right answers: 0.8, 0,8, 80 or 80 %."""
    try:
        share = float(text.replace(",", ".").replace("%", "").strip())
    except ValueError:
        share = -1.0
    share = share / 100 if share > 1 or "%" in text else share
    if not 0 < share <= 1:
        raise argparse.ArgumentTypeError(
            _("»{text}« er ikke en andel. Skriv fx 0.8 eller 80 %.").format(text=text)
        )
    return share


COMMANDS = (
    Command(
        name="exam",
        help=N_("Tilføj en eksamen, og se planen for i dag og det forventede resultat."),
        run=run,
        options=(
            Option(
                names=("action",),
                help=N_("Tilføj, vis alle, dagens plan eller forventet resultat."),
                choices=("add", "list", "plan", "forecast"),
            ),
            Option(
                names=("exam",),
                help=N_("Eksamens id eller navn."),
                nargs="?",
                metavar=N_("EKSAMEN"),
            ),
            Option(names=("--title",), help=N_("Eksamens navn."), metavar=N_("NAVN")),
            Option(
                names=("--at",),
                help=N_("Hvornår, fx 2026-12-10T09:00."),
                type=exam_time,
                metavar=N_("TID"),
            ),
            Option(
                names=("--minutes",),
                help=N_("Minutter om dagen, eller syv tal fra mandag."),
                type=minutes_of_a_day,
                nargs="+",
                metavar=N_("N"),
            ),
            Option(
                names=("--off",),
                help=N_("En fridag, fx 2026-12-05 (kan gentages)."),
                type=day_off,
                many=True,
                metavar=N_("DATO"),
            ),
            Option(
                names=("--goal",),
                help=N_("Dit mål: andel rigtige, fx 0.8."),
                type=goal_share,
                metavar=N_("ANDEL"),
            ),
            PACKS,
            CATEGORIES,
            TOPICS,
        ),
    ),
)

"""Exams in a pupil's words: when, what to expect, and each day of the plan."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.base.texts import WEEKDAYS, Message, _, ngettext, number_text, say
from quizapp.scheduling.day import date_of
from quizapp.scheduling.exam_advice import Reach
from quizapp.scheduling.exam_forecast import ExamForecast, NoForecast
from quizapp.study.exam_values import ExamView, Outlook, PlanDay
from quizapp.ui.calendar_words import full_day, in_days, minutes_of

SHORT = 3
LONG_SHORT = 4
HOUR = 60


def percent(share: float) -> str:
    """Return a share as whole per cent."""
    return _("{n} %").format(n=round(100 * share))


def between(low: float, high: float) -> str:
    """Return »mellem 71 og 84 %«."""
    return _("mellem {low} og {high} %").format(low=round(100 * low), high=round(100 * high))


def clock(at: datetime) -> str:
    """Return »kl. 9.00«."""
    return _("kl. {hour}.{minute:02}").format(hour=at.hour, minute=at.minute)


def when(view: ExamView) -> str:
    """Return »fredag den 11. december kl. 9.00 · om 17 dage«."""
    at = view.draft.at
    day = f"{full_day(at.date())} {clock(at)}"
    if view.is_over or view.exam_day < view.study_day:
        return day
    tonight = view.exam_day == view.study_day < view.date_day
    # No line begins with the dot.
    return f"{day}\u00a0· {_('i nat') if tonight else left(view.date_day - view.study_day)}"


def left(days: int) -> str:
    """Return how long it is until a day."""
    if days <= 0:
        return _("i dag")
    if days == 1:
        return _("i morgen")
    return ngettext("om {n} dag", "om {n} dage", days).format(n=number_text(days))


def short_weekdays() -> tuple[str, ...]:
    """Return the weekdays from Monday as they stand above a calendar."""
    # »tirs« and »tors« would be the same in three letters of another length.
    return tuple(_short(_(day)) for day in WEEKDAYS)


def headline(outlook: Outlook) -> str:
    """Return the first thing the page says."""
    forecast, advice = outlook.forecast, outlook.advice
    if isinstance(forecast, NoForecast) or not forecast.has_time:
        return say(advice.messages[0])
    fields = advice.messages[0].fields
    minutes, goal = int(fields["m"]), fields.get("goal", 0)
    match advice.reach:
        case None:
            return _("Regn med ca. {p} % rigtige").format(p=fields["p"])
        case Reach.ABOVE:
            return _("Planen giver mere end dit mål")
        case Reach.REACHABLE:
            return _("Målet kan nås")
        case Reach.NEAR:
            return _("Målet ligger lige på grænsen")
        case Reach.OUT_OF_REACH:
            return ngettext(
                "Målet på {goal} % kan ikke nås med {m} minut om dagen",
                "Målet på {goal} % kan ikke nås med {m} minutter om dagen",
                minutes,
            ).format(goal=goal, m=number_text(minutes))


def sentences(outlook: Outlook) -> str:
    """Return what to expect, and what would change it."""
    forecast, advice = outlook.forecast, outlook.advice
    if isinstance(forecast, NoForecast) or not forecast.has_time:
        return ""
    expected = forecast.expected
    # Without a goal the headline has told the figure already.
    text = (
        _("Sandsynligvis {between}.")
        if advice.reach is None
        else _("Regn med ca. {p} % – {between}.")
    )
    said = text.format(p=round(100 * expected.score), between=between(expected.low, expected.high))
    parts = [said]
    if advice.reach is Reach.ABOVE and advice.way_out is not None:
        parts.append(_enough(advice.messages[0]))
    parts += [say(message) for message in advice.messages[1:]]
    return " ".join(parts)


def why_forecast() -> str:
    """Return what the figure and its two bounds are."""
    return _(
        "Programmet regner ud, hvor sandsynligt det er, at du husker hvert spørgsmål på dagen,"
        " hvis du følger planen. I otte af ti tilfælde ender resultatet mellem de to tal; de"
        " kommer tættere på hinanden, når du har svaret på mere."
    )


def curve_said(view: ExamView, forecast: ExamForecast) -> str:
    """Return the curve in one or two sentences."""
    expected = forecast.expected
    text = _("I dag ville ca. {now} % være rigtige, {when} ca. {p} % – {between}.")
    said = text.format(
        now=round(100 * expected.now),
        when=in_days(view.date_day - view.study_day, date_of(view.date_day)),
        p=round(100 * expected.score),
        between=between(expected.low, expected.high),
    )
    goal = view.draft.goal
    return said if goal is None else f"{said} {_('Målet er {p} %.').format(p=round(100 * goal))}"


def coverage(forecast: ExamForecast) -> str:
    """Return »64 af 120 spørgsmål nået«."""
    expected = forecast.expected
    return _("{seen} af {total} spørgsmål nået").format(
        seen=number_text(expected.seen), total=number_text(expected.cards)
    )


def total_time(days: Sequence[PlanDay], today: int) -> str:
    """Return the time that is left in all: »i alt 4 t. 18 min.«."""
    minutes = round(sum(it.planned for it in days if it.day >= today))
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return _("i alt {n} min.").format(n=rest)
    return _("i alt {hours} t. {n} min.").format(hours=number_text(hours), n=rest)


def day_name(day: PlanDay, today: int) -> str:
    """Return a day of the calendar as it is read aloud."""
    parts = [full_day(date_of(day.day))]
    if day.is_exam:
        parts.append(_("eksamen"))
    if day.day <= today and day.done >= 1:
        parts.append(_("øvet {minutes}").format(minutes=minutes_of(round(day.done))))
    if day.day >= today and not day.is_exam:
        planned = round(day.planned)
        parts.append(minutes_of(planned) if planned else _("fri"))
    if day.is_own and day.day >= today:
        parts.append(_("ændret for den dag alene"))
    return ", ".join(parts)


def _short(word: str) -> str:
    is_long = word in {"tirsdag", "torsdag"}  # English has three letters for all
    return word[: LONG_SHORT if is_long else SHORT]


def _enough(message: Message) -> str:
    minutes = int(message.fields["m"])
    return ngettext(
        "Du kan nøjes med {m} minut om dagen.", "Du kan nøjes med {m} minutter om dagen.", minutes
    ).format(m=number_text(minutes))

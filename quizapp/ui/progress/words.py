"""The figures of progress in a pupil's words."""

from collections.abc import Sequence

from quizapp.base.texts import MONTHS, WEEKDAYS, Message, _, day_text, ngettext, number_text, say
from quizapp.questions.kinds import Category
from quizapp.scheduling.day import date_of
from quizapp.stats.values import Day, DayAhead, Mastery, Mistake, Progress, Retention
from quizapp.ui.calendar_words import short_date
from quizapp.ui.question_words import category_word

MS_PER_MINUTE = 60_000
MINUTES_PER_HOUR = 60
FEWEST_REPETITIONS = 10
CLOSE = 0.04
NO_FIGURE = "–"
SHORT = 3


def percent(share: float) -> str:
    """Return a share as whole per cent."""
    return _("{n} %").format(n=round(100 * share))


def if_asked_today(overall: Mastery) -> str:
    """Return the sentence that sums up the page."""
    text = _("Blev du spurgt om alt i dag, ville du huske ca. {p} % – mellem {low} og {high} %.")
    low, high = whole_between(overall.low / overall.total, overall.high / overall.total, 100)
    return text.format(p=round(100 * overall.share), low=low, high=high)


def whole_between(low: float, high: float, unit: int = 1) -> tuple[int, int]:
    """Return an interval in whole numbers, rounded outwards."""
    return int(low * unit), -int(-high * unit // 1)


def why_remembered(progress: Progress) -> str:
    """Return why the figure is what it is."""
    text = _("Tallet bygger på {n} svar og på, hvor længe siden det er.")
    return text.format(n=number_text(progress.answers))


def why_expected() -> str:
    """Return what the expected share is."""
    return _(
        "Hver gang et spørgsmål kommer igen, har programmet et bud på, om du husker det. Her er de"
        " seneste 30 dages bud ved siden af, hvordan det gik."
    )


def agreement(retention: Retention) -> str:
    """Return how forecast and measurement fit each other."""
    if abs(retention.measured - retention.expected) <= CLOSE:
        return _("De to tal passer godt sammen")
    if retention.measured > retention.expected:
        return _("Du husker mere, end programmet regnede med")
    return _("Du husker mindre, end programmet regnede med")


def measured(retention: Retention) -> str:
    """Return the two shares as a sentence."""
    text = _("Husket {p} %, forventet {q} %.")
    return text.format(p=round(100 * retention.measured), q=round(100 * retention.expected))


def how_dots_are_read() -> str:
    """Return what a dot is, and the line."""
    return _(
        "Hver prik er de svar, programmet var lige sikker på. På linjen gik det som forventet,"
        " og over den huskede du mere."
    )


def time_figure(elapsed_ms: int) -> tuple[str, str]:
    """Return time spent as a large figure and its small unit: »4 t. 12« and »min.«."""
    hours, minutes = divmod(round(elapsed_ms / MS_PER_MINUTE), MINUTES_PER_HOUR)
    if not hours:
        return str(minutes), _("min.")
    return _("{hours} t. {minutes}").format(hours=number_text(hours), minutes=minutes), _("min.")


def month_name(study_day: int) -> str:
    """Return the name of the month that a study day lies in."""
    return _(MONTHS[date_of(study_day).month - 1])


def short_months() -> tuple[str, ...]:
    """Return the months in three letters."""
    return tuple(_(month)[:SHORT] for month in MONTHS)


def short_weekdays() -> tuple[str, ...]:
    """Return the weekdays from Monday in three letters."""
    return tuple(_(day)[:SHORT] for day in WEEKDAYS)


def answers_text(answers: int) -> str:
    """Return »1 svar«, »2.946 svar«."""
    return ngettext("{n} svar", "{n} svar", answers).format(n=number_text(answers))


def streak_text(streak: int) -> str:
    """Return »12 dage i træk«."""
    return ngettext("{n} dag i træk", "{n} dage i træk", streak).format(n=number_text(streak))


def year_said(days: Sequence[Day], study_day: int) -> str:
    """Return the year in one or two sentences."""
    practised = sum(day.answers > 0 for day in days)
    most = max(days, key=lambda day: day.answers)
    text = _("{answers} på {days}. Flest {date}: {n}.")
    return text.format(
        answers=answers_text(sum(day.answers for day in days)),
        days=ngettext("{n} dag", "{n} dage", practised).format(n=number_text(practised)),
        date=said_day(most.study_day, study_day),
        n=number_text(most.answers),
    )


def ahead_said(days: Sequence[DayAhead], study_day: int) -> str:
    """Return what comes in one or two sentences."""
    most = max(days, key=lambda day: day.minutes)
    text = _(
        "I dag ca. {today} min. De næste {days} dage i alt ca. {total} min. Flest {date}: {n}."
    )
    return text.format(
        today=number_text(round(days[0].minutes)),
        days=len(days),
        total=number_text(round(sum(day.minutes for day in days))),
        date=said_day(most.study_day, study_day),
        n=number_text(round(most.minutes)),
    )


def categories_said(categories: Sequence[Mastery]) -> str:
    """Return what is remembered of each category, in one sentence."""
    parts = [f"{name_of(one)} {percent(one.share)}" for one in categories]
    return _("Husket nu: {parts}.").format(parts=", ".join(parts))


def mistakes_said(mistakes: Sequence[Mistake]) -> str:
    """Return the commonest mistakes in one sentence."""
    if not mistakes:
        return _("Ingen fejl de seneste 30 dage.")
    parts = [f"{mistake_word(one)} {number_text(one.n)}" for one in mistakes]
    return _("De seneste 30 dage: {parts}.").format(parts=", ".join(parts))


def mistake_word(mistake: Mistake) -> str:
    """Return the name of a sort of mistake."""
    return say(Message(f"stats.{mistake.code}"))


def name_of(mastery: Mastery) -> str:
    """Return the word of a category, or the title of a pack."""
    is_category = mastery.pack is None and mastery.name in set(Category)
    return category_word(mastery.name) if is_category else mastery.name


def said_day(day: int, study_day: int) -> str:
    """Return a day as it is said today."""
    return day_text(date_of(day), date_of(study_day))


def axis_day(day: int) -> str:
    """Return a day as it stands below a chart: »1. dec.«."""
    return short_date(date_of(day))

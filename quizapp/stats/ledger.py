"""The learner's figures: what the progress page and ``quizapp stats`` show."""

from collections.abc import Iterable

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.stat_reads import DayActivity
from quizapp.scheduling.day import date_of
from quizapp.stats.ahead import days_ahead
from quizapp.stats.mastery import masteries_of
from quizapp.stats.mistakes import DAYS, mistakes_of
from quizapp.stats.retention import foretold_since, retention
from quizapp.stats.values import Day, Progress, StatRules

MONTH = 30
QUARTER = 90
DAYS_AHEAD = 30
WEEKS_SHOWN = 53
FURTHEST_BACK = 36_500


class Ledger:
    """Figures of one bank. Use it from one thread at a time."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def progress(self, rules: StatRules) -> Progress:
        """Return all figures of the progress page, from one look at the bank."""
        with self._bank.read() as reader:
            return progress_of(reader, rules)


def progress_of(reader: Reader, rules: StatRules) -> Progress:
    """Return all figures of the progress page."""
    today = rules.study_day
    cards = reader.remembered()
    done = reader.activity(today - FURTHEST_BACK, today)
    told = foretold_since(reader, today - QUARTER + 1)
    quarter = retention(told, QUARTER, today)
    known = masteries_of(reader, cards, today, quarter)
    return Progress(
        study_day=today,
        answers=sum(day.answers for day in done),
        overall=known.overall,
        categories=known.categories,
        packs=known.packs,
        month=retention(told, MONTH, today),
        quarter=quarter,
        year=year_of(done, today),
        streak=streak_of(done, today),
        ahead=days_ahead(reader, cards, rules, DAYS_AHEAD),
        mistakes=mistakes_of(reader.misses(today - DAYS + 1)),
        sure_but_wrong=reader.sure_but_wrong().cards,
    )


def year_of(done: Iterable[DayActivity], study_day: int) -> tuple[Day, ...]:
    """Return every study day of the last 53 weeks, from a Monday on, ending today."""
    by_day = {day.study_day: day for day in done}
    first = study_day - 7 * (WEEKS_SHOWN - 1) - date_of(study_day).weekday()
    empty = DayActivity(0, 0, 0, 0)
    return tuple(
        Day(day, found.answers, found.right, found.elapsed_ms)
        for day in range(first, study_day + 1)
        for found in (by_day.get(day, empty),)
    )


def streak_of(done: Iterable[DayActivity], study_day: int) -> int:
    """Return the days in a row on which something was answered, up to today or yesterday."""
    days = {day.study_day for day in done if day.answers}
    at = study_day if study_day in days else study_day - 1
    length = 0
    while at - length in days:
        length += 1
    return length

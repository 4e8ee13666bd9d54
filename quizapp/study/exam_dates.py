"""Dates and times to come as a learner writes them: an exam's day, its hour, days off."""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime, time, timedelta
from typing import Final

from quizapp.base.texts import WEEKDAYS
from quizapp.notation.date_reading import read_date
from quizapp.notation.partial import EitherOf, Expression, Interval, Partial

CENTURY: Final = 2000
WEEK: Final = 7
LONGEST_HOLIDAY: Final = 370
_SOON: Final = {"i dag": 0, "i morgen": 1, "i overmorgen": 2, "today": 0, "tomorrow": 1}
_WEEKDAY: Final = re.compile(r"(?:på |næste )?(\w{3,})\.?")
_COUNT: Final = ("", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_IN_DAYS: Final = re.compile(r"om (\w+) (dage?|døgn|uger?)")
_AND_CLOCK: Final = re.compile(r"(.*\S)[\s,]+kl\.?\s*(\d.*)", re.IGNORECASE)
_CLOCK: Final = re.compile(r"(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:]\s*(\d{2}))?", re.IGNORECASE)
_COMPACT: Final = re.compile(r"(\d{1,2})(\d{2})")
_DAY_DASH_MONTH: Final = re.compile(r"(\d{1,2})-(\d{1,2})(?:-(\d{4}|\d{2}))?")
_BOTH: Final = re.compile(r"(?!mellem\b).*\bog\b.*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[,;]|\bsamt\b")


def day_to_come(text: str, today: date) -> date | None:
    """Read a day in any Danish notation; without a year it is the next such day.

    Returns None for what is no single day. A day that is written with its year may be past.
    """
    said = " ".join(text.casefold().split())
    if said in _SOON:
        return today + timedelta(days=_SOON[said])
    ahead = _weekday_ahead(said, today)
    if ahead is None:
        ahead = _days_ahead(said)
    if ahead is not None:
        return today + timedelta(days=ahead)
    dashed = _DAY_DASH_MONTH.fullmatch(said)
    if dashed:
        said = "/".join(part for part in dashed.groups() if part)
    point = read_date(said).expression
    return _day_of(point, today) if isinstance(point, Partial) else None


def apart_from_clock(text: str) -> tuple[str, str]:
    """Part a day from the time written after it; the second is empty where there is none.

    >>> apart_from_clock("11. december kl. 13")
    ('11. december', '13')
    """
    match = _AND_CLOCK.fullmatch(text.strip())
    if match is None or clock_time(match[2]) is None:
        return text, ""
    return match[1].rstrip(" ,"), match[2].strip()


def clock_time(text: str) -> time | None:
    """Read a time of day such as 9, 9.00, kl. 13:30 or 0900."""
    said = text.strip()
    match = _CLOCK.fullmatch(said) or _COMPACT.fullmatch(said)
    if match is None:
        return None
    try:
        return time(int(match[1]), int(match[2] or 0))
    except ValueError:
        return None


def days_to_come(text: str, today: date) -> frozenset[date] | None:
    """Read days and spans of days, set apart by commas; None when a part cannot be read.

    >>> sorted(days_to_come("5.-6. december, 12/12", date(2026, 11, 24)))[-1]
    datetime.date(2026, 12, 12)
    """
    found: set[date] = set()
    for part in _BETWEEN.split(text):
        if not part.strip():
            continue
        days = _days_in(part, today)
        if not days:
            return None
        found |= days
    return frozenset(found)


def in_learners_zone(said: datetime, now: datetime) -> datetime:
    """Return what was said of an instant in the learner's zone; without an offset it is of it.

    The computer's zone knows summer time; it is used where ``now`` is of it.
    """
    local = said.astimezone()
    if now.astimezone().utcoffset() == now.utcoffset():
        return local
    return said.replace(tzinfo=now.tzinfo) if said.tzinfo is None else said.astimezone(now.tzinfo)


def days_text(days: Collection[date], write: Callable[[date], str]) -> str:
    """Write days so that ``days_to_come`` reads them again, days in a row as a span."""
    runs: list[list[date]] = []
    for day in sorted(days):
        if runs and (day - runs[-1][-1]).days == 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    spans = (dict.fromkeys((run[0], run[-1])) for run in runs)
    return ", ".join(" – ".join(write(day) for day in span) for span in spans)


def _weekday_ahead(said: str, today: date) -> int | None:
    """Return how many days it is to a weekday, written out or cut short (fre, tors.)."""
    match = _WEEKDAY.fullmatch(said)
    if match is None:
        return None
    found = [at for at, day in enumerate(WEEKDAYS) if day.startswith(match[1])]
    return (found[0] - today.weekday() - 1) % WEEK + 1 if len(found) == 1 else None


def _days_ahead(said: str) -> int | None:
    """Return how many days »om 14 dage« or »om to uger« is."""
    match = _IN_DAYS.fullmatch(said.replace(" én ", " en ").replace(" et ", " en "))
    if match is None:
        return None
    count = _COUNT.index(match[1]) if match[1] in _COUNT else match[1]
    if not str(count).isdecimal() or int(count) > LONGEST_HOLIDAY:
        return None
    return int(count) * (WEEK if match[2].startswith("uge") else 1)


def _days_in(text: str, today: date) -> set[date]:
    single = day_to_come(text, today)
    if single is not None:
        return {single}
    expression: Expression = read_date(text).expression
    if isinstance(expression, EitherOf):
        options = [_day_of(it, today) for it in expression.options]
        return {it for it in options if it is not None} if None not in options else set()
    if not isinstance(expression, Interval):
        return set()
    first = _day_of(expression.start, today)
    last = None if first is None else _day_of(expression.end, first)
    if first is None or last is None or not 0 <= (last - first).days <= LONGEST_HOLIDAY:
        return set()
    if _BOTH.fullmatch(text.strip()):
        return {first, last}
    return {first + timedelta(days=at) for at in range((last - first).days + 1)}


def _day_of(point: Partial, today: date) -> date | None:
    """Return the day that is written; without a year the next one from ``today`` on."""
    if point.day is None or point.month is None or point.modifier is not None:
        return None
    if point.year is None:
        return _next(point.day, point.month, today)
    year = point.year.number + (CENTURY if point.year.is_short else 0)
    return _date(year, point.month, point.day)


def _next(day: int, month: int, today: date) -> date | None:
    # The 29th of February may be eight years away.
    for year in range(today.year, today.year + 9):
        found = _date(year, month, day)
        if found is not None and found >= today:
            return found
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

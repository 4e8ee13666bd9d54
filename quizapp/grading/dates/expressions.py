"""What a text says against one date or period of the key: points, periods (D9), bounds."""

from dataclasses import replace
from typing import assert_never

from quizapp.grading.dates.located import LEVELS, Level, locate, unit_of
from quizapp.grading.dates.points import Asked, Fit, Match, match_point
from quizapp.notation.calendar import MONTHS_IN_YEAR, contains, first_day, last_day
from quizapp.notation.date_words import TO_WORDS
from quizapp.notation.dates import DateValue, Day, Month, Point, Span, Year, precision_of
from quizapp.notation.partial import (
    Bound,
    EitherOf,
    Expression,
    HalfOpen,
    Interval,
    Partial,
    Unreadable,
)

ONE_END = Match(Fit.INCOMPLETE, "D9", "one_end")


def match_single(expression: Expression, asked: Asked) -> Match:
    """Match what was written against a single date."""
    match expression:
        case Partial():
            return match_point(expression, asked)
        case Interval():
            return _interval_for_point(expression, asked)
        case Bound() | HalfOpen():
            return Match(Fit.WRONG, "D9", "bound")
        case EitherOf():
            return Match(Fit.WRONG, "G6", "two")
        case Unreadable():
            return Match(Fit.WRONG, "D1", "unreadable")
        case _:
            assert_never(expression)


def _interval_for_point(interval: Interval, asked: Asked) -> Match:
    """D9: a period for a single date is wrong, unless it lies inside what was asked for."""
    instead = interval.instead
    is_asked = instead is not None and (asked.level is Level.MONTH or instead.day is not None)
    if instead is not None and is_asked and asked.level <= Level.MONTH:
        return match_point(instead, asked)
    start, end = _placed(interval.start, asked), _placed(interval.end, asked)
    if start is None or end is None or _is_reversed(start, end):
        return Match(Fit.WRONG, "D9", "interval")
    whole = Span(start, end)
    if asked.level is Level.DAY:
        return _days_around(whole, asked)
    units = unit_of(asked.target, asked.precision)
    if any(contains(unit, whole) for unit in units):
        is_known = LEVELS[precision_of(asked.target)] < asked.level
        is_true = not is_known or contains(whole, asked.target) or contains(asked.target, whole)
        return Match(Fit.RIGHT, "D4") if is_true else Match(Fit.INCOMPLETE, "D4", "false_detail")
    if asked.level >= Level.DECADE and any(_is_almost(whole, unit) for unit in units):
        return Match(Fit.INCOMPLETE, "D9", "one_off")
    return Match(Fit.WRONG, "D9", "interval")


def _placed(written: Partial, asked: Asked) -> Point | None:
    """Return one end of a written period as a value; None if it is not plainly one."""
    if written.year is None and written.month is not None and asked.year_given:
        return _with_key_year(written, asked)
    located = locate(written, asked.target)
    if located is None or located.is_era_missing or located.is_short or located.is_impossible:
        return None
    stretch = located.stretches[0]
    return stretch if isinstance(stretch, Day | Month | Year) else None


def _with_key_year(written: Partial, asked: Asked) -> Point | None:
    year = first_day(asked.target).year
    if written.month is None or not 1 <= written.month <= MONTHS_IN_YEAR:
        return None
    month = Month(year, written.month)
    if written.day is None:
        return month
    day = Day(year, written.month, written.day)
    return day if 1 <= written.day <= last_day(month).day else None


def _is_reversed(start: Point, end: Point) -> bool:
    first, last = first_day(start), last_day(end)
    return (first.year, first.month, first.day) > (last.year, last.month, last.day)


def _days_around(whole: Span, asked: Asked) -> Match:
    """Say almost of an interval inside one month that holds the day asked for."""
    start, end = first_day(whole), last_day(whole)
    is_days = isinstance(whole.start, Day) and isinstance(whole.end, Day)
    in_one_month = (start.year, start.month) == (end.year, end.month)
    if is_days and in_one_month and contains(whole, asked.target):
        return Match(Fit.INCOMPLETE, "D9", "around")
    return Match(Fit.WRONG, "D9", "interval")


def _is_almost(whole: Span, unit: DateValue) -> bool:
    first, last = first_day(whole).year, last_day(whole).year
    return abs(first - first_day(unit).year) <= 1 and abs(last - last_day(unit).year) <= 1


def match_period(expression: Expression, start: Asked, end: Asked) -> Match:
    """Match what was written against a period, each end as exact as the key has it."""
    match expression:
        case Interval():
            return _two_ends(expression, start, end)
        case Partial():
            return _one_point(expression, start, end)
        case HalfOpen():
            return _half_open(expression, start, end)
        case Bound() | EitherOf() | Unreadable():
            return match_single(expression, start)
        case _:
            assert_never(expression)


def _half_open(expression: HalfOpen, start: Asked, end: Asked) -> Match:
    """Say almost of one end alone, but not of the other end in its place."""
    match = match_point(expression.point, end if expression.word in TO_WORDS else start)
    if match.fit <= Fit.NEAR:
        return Match(Fit.WRONG, "D9", "wrong")
    return _worse_of(match, ONE_END)


def _worse_of(one: Match, other: Match) -> Match:
    return min(one, other, key=lambda match: match.fit)


def _two_ends(interval: Interval, start: Asked, end: Asked) -> Match:
    first, last = match_point(interval.start, start), match_point(interval.end, end)
    turned = _worse_of(match_point(interval.start, end), match_point(interval.end, start))
    is_turned = turned.fit >= Fit.INCOMPLETE and Fit.RIGHT not in {first.fit, last.fit}
    if is_turned and _worse_of(first, last).fit <= Fit.NEAR:
        return Match(Fit.INCOMPLETE, "D9", "reversed")
    if Fit.NEAR in {first.fit, last.fit}:
        other = last if first.fit is Fit.NEAR else first
        is_sole_flaw = other.fit >= Fit.SLIP
        near = first if first.fit is Fit.NEAR else last
        return near if is_sole_flaw else Match(Fit.WRONG, "D9", "wrong")
    if Fit.WRONG not in {first.fit, last.fit}:
        worse = _worse_of(first, last)
        return replace(worse, rule="D9") if worse.fit is Fit.RIGHT else worse
    return first if first.fit is Fit.WRONG else last


def _one_point(written: Partial, start: Asked, end: Asked) -> Match:
    """One end only is almost; so is a coarser point that holds the whole period."""
    whole = _whole_unit(written, start, end)
    if whole is not None:
        return whole
    matches = [match_point(written, start), match_point(written, end)]
    best = max(matches, key=lambda one: one.fit)
    if best.fit <= Fit.NEAR:
        return Match(Fit.WRONG, "D9", "wrong") if best.fit is Fit.NEAR else best
    if all(match.rule == "D3" for match in matches if match.fit is best.fit):
        is_period = written.decade is not None or written.century is not None
        is_whole = all(match.fit is best.fit for match in matches)
        return best if is_whole or not is_period else Match(Fit.WRONG, "D9", "wrong")
    return _worse_of(best, ONE_END)


def _whole_unit(written: Partial, start: Asked, end: Asked) -> Match | None:
    """Match a century, decade or year that is the period itself: 1800-tallet for 1800–1899."""
    located = locate(written, start.target)
    if located is None or written.modifier is not None or located.level < Level.SEASON:
        return None
    stretch = located.stretches[0]
    same_start = first_day(stretch) == first_day(start.target)
    if not (same_start and last_day(stretch) == last_day(end.target)):
        return None
    if located.is_era_missing:
        return Match(Fit.INCOMPLETE, "D10", "missing")
    return Match(Fit.SLIP, "D11", "hundreds") if located.is_hundreds else Match(Fit.RIGHT, "D9")

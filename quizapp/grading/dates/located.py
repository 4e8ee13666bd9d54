"""A written point in time placed beside the key: years completed, units and details as values."""

from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction

from quizapp.notation.author import signed_year
from quizapp.notation.calendar import (
    MONTHS_IN_YEAR,
    first_day,
    last_day,
    month_length,
)
from quizapp.notation.dates import (
    Century,
    DateValue,
    Day,
    Decade,
    Month,
    Point,
    Precision,
    Span,
    Year,
)
from quizapp.notation.partial import (
    Era,
    Modifier,
    Partial,
    Season,
    WrittenCentury,
    WrittenDecade,
    WrittenYear,
)

CENTURY = 100
DECADE = 10


class Level(IntEnum):
    """How coarse a written point is; seasons lie between months and years."""

    DAY = 0
    MONTH = 1
    SEASON = 2
    YEAR = 3
    DECADE = 4
    CENTURY = 5


LEVELS = {
    Precision.DAY: Level.DAY,
    Precision.MONTH: Level.MONTH,
    Precision.YEAR: Level.YEAR,
    Precision.DECADE: Level.DECADE,
    Precision.CENTURY: Level.CENTURY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A written point as stretches of time (a winter is two), and what was missing or wrong."""

    level: Level
    stretches: tuple[DateValue, ...]
    modifier: Modifier | None = None
    is_era_missing: bool = False
    is_minus: bool = False
    is_short: bool = False
    is_impossible: bool = False
    is_hundreds: bool = False

    @property
    def is_no_month(self) -> bool:
        """Whether what stands for the month is none."""
        return self.is_impossible and self.level is Level.YEAR


def year_beside(target: DateValue) -> int:
    """Return the year that completes a short or missing one."""
    return first_day(target).year


def like_year_of(target: DateValue) -> WrittenYear:
    """Return the year of a date as if it had been written out, era and all."""
    beside = year_beside(target)
    return WrittenYear(abs(beside), "bce" if beside < 0 else "ce")


def locate(written: Partial, target: DateValue) -> Located | None:
    """Place a written point beside the key's date; None if it names nothing that can be placed."""
    if written.century is not None:
        return _century(written.century, target, written.modifier)
    if written.decade is not None:
        return _decade(written.decade, target, written.modifier)
    if written.bare is not None:
        alone = WrittenYear(written.bare, is_short=not written.is_digit)
        written = replace(written, bare=None, year=alone)
    if written.year is None:
        return None
    year, located = _year(written.year, target)
    located = replace(located, modifier=written.modifier)
    if written.season is not None:
        stretches = _season(written.season, year)
        return replace(located, level=Level.SEASON, stretches=stretches)
    if written.month is None:
        return located
    return _in_year(written, year, located)


def _in_year(written: Partial, year: int, located: Located) -> Located:
    month = written.month or 0
    if not 1 <= month <= MONTHS_IN_YEAR:
        return replace(located, is_impossible=True)
    if written.day is None:
        return replace(located, level=Level.MONTH, stretches=(Month(year, month),))
    if not 1 <= written.day <= month_length(month, year):
        located = replace(located, is_impossible=True)
        return replace(located, level=Level.MONTH, stretches=(Month(year, month),))
    return replace(located, level=Level.DAY, stretches=(Day(year, month, written.day),))


def _year(written: WrittenYear, target: DateValue) -> tuple[int, Located]:
    """D6 and D10: complete a short year and a missing era from the key, and remember it."""
    beside = year_beside(target)
    year, era_missing = _with_era(written.number, written.era, beside)
    is_short = False
    if written.is_short and abs(beside) >= CENTURY:
        completed = _completed(written.number, target)
        is_short = completed is not None
        year = completed if completed is not None else year
    located = Located(
        level=Level.YEAR,
        stretches=(Year(year or 1),),
        is_era_missing=era_missing and not written.era,
        is_minus=era_missing and written.era == "minus",
        is_short=is_short,
    )
    return year or 1, located


def _with_era(number: int, era: Era, beside: int) -> tuple[int, bool]:
    if beside < 0 and era in {"", "minus"}:
        return -number, True
    return signed_year(WrittenYear(number, era)), False


def _completed(short: int, target: DateValue) -> int | None:
    """Return the year of the key's time that ends in two given digits."""
    first, last = first_day(target).year, last_day(target).year
    years = range(max(first, -9999), min(last, 9999) + 1)
    return next((year for year in years if abs(year) % CENTURY == short), None)


def _season(season: Season, year: int) -> tuple[DateValue, ...]:
    if season.winter_from is not None:
        start = season.winter_from if year > 0 else -season.winter_from
        return (Span(Month(start, 12), Month(start + 1 or 1, 2)),)
    if season.months[-1] == MONTHS_IN_YEAR:
        return Span(Month(year, 1), Month(year, 2)), Month(year, 12)
    return (Span(Month(year, season.months[0]), Month(year, season.months[-1])),)


def _decade(written: WrittenDecade, target: DateValue, modifier: Modifier | None) -> Located:
    beside = year_beside(target)
    first, era_missing = _with_era(written.first, written.era, beside)
    is_short = False
    if written.is_short and abs(beside) >= CENTURY:
        is_short = True
        first = beside - beside % CENTURY + written.first
        if beside < 0:
            first = -(abs(beside) - abs(beside) % CENTURY + written.first)
    decade = Decade(first if first or beside > 0 else -1)
    return Located(
        level=Level.DECADE,
        stretches=(decade,),
        modifier=modifier,
        is_era_missing=era_missing,
        is_short=is_short,
    )


def _century(written: WrittenCentury, target: DateValue, modifier: Modifier | None) -> Located:
    beside = year_beside(target)
    is_early, era_missing = beside < 0, beside < 0 and not written.era
    if written.era:
        is_early = written.era == "bce"
    return Located(
        level=Level.CENTURY,
        stretches=(century_span(written, is_early=is_early),),
        modifier=modifier,
        is_era_missing=era_missing,
        is_hundreds=written.form == "erne",
    )


def century_span(written: WrittenCentury, *, is_early: bool) -> DateValue:
    """D11: 1800-tallet is 1800–1899, det 19. århundrede 1801–1900."""
    if written.form == "århundrede":
        last = written.number * CENTURY
        first = max(last - CENTURY + 1, 1)
        return (
            Span(Year(-last), Year(-first)) if is_early else Span(Year(first), Year(max(last, 1)))
        )
    first = written.number
    return Century((-first or -1) if is_early else first)


def part_of(stretch: DateValue, modifier: Modifier) -> DateValue:
    """Return the part of a stretch that a modifier names, by whole days, generously at the ends."""
    match stretch:
        case Month(year, month):
            days = Fraction(month_length(month, year))
            first, last = _share(modifier, days)
            return Span(Day(year, month, first + 1), Day(year, month, last))
        case Year(year):
            first, last = _share(modifier, Fraction(MONTHS_IN_YEAR))
            return Span(Month(year, first + 1), Month(year, last))
        case Day():
            return stretch
        case _:
            start, end = first_day(stretch).year, last_day(stretch).year
            first, last = _share(modifier, Fraction(end - start + 1))
            return Span(Year(start + first or 1), Year(start + last - 1 or -1))


def _share(modifier: Modifier, units: Fraction) -> tuple[int, int]:
    start, end = modifier.start * units, modifier.end * units
    return int(start), int(-(-end // 1))


def unit_of(target: Point, precision: Precision) -> tuple[DateValue, ...]:
    """Return the asked unit that holds a date; a century is one in either count of D11."""
    year = first_day(target).year
    match precision:
        case Precision.MONTH if isinstance(target, Day):
            return (Month(target.year, target.month),)
        case Precision.YEAR if isinstance(target, Day | Month):
            return (Year(target.year),)
        case Precision.DECADE if isinstance(target, Day | Month | Year):
            return (Decade(year - year % DECADE if year > 0 else -(-year - -year % DECADE) or -1),)
        case Precision.CENTURY if isinstance(target, Day | Month | Year | Decade):
            return _centuries_of(year)
        case Precision.CENTURY if isinstance(target, Century):
            number = abs(target.first) // CENTURY + 1
            written = WrittenCentury(number, "århundrede")
            return target, century_span(written, is_early=target.first < 0)
        case _:
            return (target,)


def _centuries_of(year: int) -> tuple[DateValue, ...]:
    size = abs(year)
    number = (size - 1) // CENTURY + 1
    by_name = Century(size - size % CENTURY if year > 0 else -(size - size % CENTURY) or -1)
    return by_name, century_span(WrittenCentury(number, "århundrede"), is_early=year < 0)

"""Calendar arithmetic on historic dates: lengths of months, day numbers, bounds of a value."""

from typing import Final, assert_never

from quizapp.notation.dates import Century, DateValue, Day, Decade, Month, Span, Year

GREGORIAN_FROM: Final = 1582
MONTHS_IN_YEAR: Final = 12
_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY: Final = 2


def astronomical(year: int) -> int:
    """Return the year on a scale without a gap: 1 f.Kr. is 0, 44 f.Kr. is -43."""
    return year + 1 if year < 0 else year


def is_leap(year: int, *, julian: bool = False) -> bool:
    """Whether a year has a 29 February; Julian up to 1582, and later where asked for."""
    scale = astronomical(year)
    if scale % 4:
        return False
    return julian or year <= GREGORIAN_FROM or scale % 100 != 0 or scale % 400 == 0


def month_length(month: int, year: int | None, *, julian: bool = False) -> int:
    """Return the days of a month; 29 for a February of no known year."""
    if month == FEBRUARY and (year is None or is_leap(year, julian=julian)):
        return 29
    return _LENGTHS[month - 1]


def day_number(day: Day) -> int:
    """Return a running number of the day; neighbours differ by one."""
    year, month = astronomical(day.year), day.month
    if month <= FEBRUARY:
        year, month = year - 1, month + MONTHS_IN_YEAR
    whole = 365 * year + year // 4 + (153 * (month - 3) + 2) // 5 + day.day
    return whole if day.year <= GREGORIAN_FROM else whole - year // 100 + year // 400 + 12


def first_day(value: DateValue) -> Day:
    """Return the first day that a value covers."""
    match value:
        case Day():
            return value
        case Month(year, month):
            return Day(year, month, 1)
        case Year(year):
            return Day(year, 1, 1)
        case Decade(first) | Century(first):
            return Day(_opening_year(value, first), 1, 1)
        case Span(start, _):
            return first_day(start)
        case _:
            assert_never(value)


def last_day(value: DateValue) -> Day:
    """Return the last day that a value covers."""
    match value:
        case Day():
            return value
        case Month(year, month):
            return Day(year, month, month_length(month, year))
        case Year(year):
            return Day(year, 12, 31)
        case Decade(first) | Century(first):
            return Day(_closing_year(value, first), 12, 31)
        case Span(_, end):
            return last_day(end)
        case _:
            assert_never(value)


def first_year(value: DateValue) -> int:
    """Return the first year that a value touches."""
    return first_day(value).year


def _size(value: Decade | Century) -> int:
    return 10 if isinstance(value, Decade) else 100


def _opening_year(value: Decade | Century, first: int) -> int:
    if first > 0:
        return first
    return 1 if first == 0 else first - _size(value) + 1


def _closing_year(value: Decade | Century, first: int) -> int:
    return first + _size(value) - 1 if first >= 0 else min(first, -1)


def contains(outer: DateValue, inner: DateValue) -> bool:
    """Whether all of one value lies inside another."""
    starts = _key(first_day(outer)) <= _key(first_day(inner))
    return starts and _key(last_day(inner)) <= _key(last_day(outer))


def _key(day: Day) -> tuple[int, int, int]:
    return day.year, day.month, day.day

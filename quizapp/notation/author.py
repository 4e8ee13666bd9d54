"""Dates and numbers as authors write them, strictly read: anything doubtful is refused."""

import re
from decimal import Decimal
from typing import Final, NoReturn, assert_never

from quizapp.notation.calendar import (
    MONTHS_IN_YEAR,
    first_day,
    last_day,
    month_length,
)
from quizapp.notation.date_reading import read_date
from quizapp.notation.date_words import MONTHS
from quizapp.notation.dates import Century, DateValue, Day, Decade, Month, Point, Span, Year
from quizapp.notation.partial import (
    Interval,
    Partial,
    WrittenCentury,
    WrittenDecade,
    WrittenYear,
)

SHORTEST_PLAIN_YEAR: Final = 100


class UnreadableError(ValueError):
    """A text that an author gave as a date or number and that cannot be read as one."""


def _refuse(text: str) -> NoReturn:
    raise UnreadableError(text)


def read_author_date(text: str) -> DateValue:
    """Read a date as Danes write it, a pair like 1904-05 as years; raises ``UnreadableError``."""
    expression = read_date(text).expression
    match expression:
        case Partial():
            return _point(expression, text)
        case Interval(start, end):
            span = Span(_point(start, text), _point(end, text))
            return span if _runs_forward(span) else _refuse(text)
        case _:
            _refuse(text)


def _point(written: Partial, text: str) -> Point:
    """Turn a complete point into a value; slips and missing parts are refused."""
    if written.slips or written.modifier or written.season:
        _refuse(text)
    if written.century is not None:
        return Century(century_first(written.century))
    if written.decade is not None and not written.decade.is_short:
        return Decade(decade_first(written.decade))
    if written.bare is not None:
        return Year(written.bare) if written.bare else _refuse(text)
    if written.year is None or written.year.is_short:
        _refuse(text)
    return _dated(written, signed_year(written.year), text)


def _dated(written: Partial, year: int, text: str) -> Point:
    if written.month is None:
        return Year(year)
    if not 1 <= written.month <= MONTHS_IN_YEAR:
        _refuse(text)
    if written.day is None:
        return Month(year, written.month)
    if not 1 <= written.day <= month_length(written.month, year, julian=True):
        _refuse(text)
    return Day(year, written.month, written.day)


def signed_year(year: WrittenYear) -> int:
    """Return the year as a value: negative for f.Kr. and for a minus."""
    return -year.number if year.era in {"bce", "minus"} else year.number


def decade_first(decade: WrittenDecade) -> int:
    """Return the first year of a decade as a value."""
    if decade.era == "bce":
        return -decade.first or -1
    return decade.first


def century_first(century: WrittenCentury) -> int:
    """Return the first year of the -tallet that a century is, or is nearest to."""
    first = century.number
    if century.form == "århundrede":
        first = (century.number - 1) * 100
    return (-first or -1) if century.era == "bce" else first


def _runs_forward(span: Span) -> bool:
    first, last = first_day(span.start), last_day(span.end)
    return (first.year, first.month, first.day) <= (last.year, last.month, last.day)


_KEY_POINT: Final = re.compile(r"(?P<year>\d{1,4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")


def read_key_date(text: str) -> DateValue:
    """Read the notation of the marking schema: 1905-09-05, 189X, 18XX, 44 BCE, 27 BCE/14.

    Raises ``UnreadableError``.
    """
    start, slash, end = text.strip().partition("/")
    if not slash:
        return _key_point(start)
    return Span(_key_point(start), _key_point(end))


def _key_point(text: str) -> Point:
    digits = text.strip()
    sign = -1 if digits.endswith(" BCE") else 1
    digits = digits.removesuffix(" BCE").strip()
    if digits.endswith("XX") and digits[:-2].isdecimal():
        first = int(digits[:-2]) * 100
        return Century(sign * first if first or sign > 0 else -1)
    if digits.endswith("X") and digits[:-1].isdecimal():
        first = int(digits[:-1]) * 10
        return Decade(sign * first if first or sign > 0 else -1)
    parts = _KEY_POINT.fullmatch(digits)
    if parts is None or not int(parts["year"]):
        _refuse(text)
    written = Partial(
        year=WrittenYear(int(parts["year"])),
        month=int(parts["month"]) if parts["month"] else None,
        day=int(parts["day"]) if parts["day"] else None,
    )
    return _dated(written, sign * int(parts["year"]), text)


_NUMBER: Final = re.compile(
    r"(?P<sign>-?)(?:(?P<grouped>[1-9]\d{0,2}(?:(?P<group>[. '])\d{3})(?:(?P=group)\d{3})*)"
    r"(?:,(?P<decimals>\d+))?|(?P<plain>\d+)(?:[.,](?P<fraction>\d+))?)"
    r"(?: ?(?P<size>mio\.?|mill\.?|mia\.?|million(?:er)?|milliard(?:er)?|billion(?:er)?|tusinde?))?"
)
_SIZES: Final = {"tus": 10**3, "mio": 10**6, "mil": 10**6, "mia": 10**9, "bil": 10**12}


def read_author_number(text: str) -> Decimal:
    """Read a number as Danes write it (60.000, 1,5 mio.); raises ``UnreadableError``.

    A point before exactly three digits groups thousands; anywhere else it is a decimal sign, since
    only one reading is left.
    """
    plain = re.sub(r"\s+", " ", text).strip().casefold().replace("−", "-").replace("’", "'")
    plain = re.sub(r"^(?:ca\.?|cirka|omkring) ", "", plain)
    parts = _NUMBER.fullmatch(plain)
    if parts is None:
        _refuse(text)
    whole = re.sub("[. ']", "", parts["grouped"] or parts["plain"])
    decimals = parts["decimals"] or parts["fraction"] or "0"
    value = Decimal(f"{parts['sign']}{whole}.{decimals}")
    if parts["size"]:
        size = parts["size"]
        value *= 10**9 if size.startswith("milli") and "ard" in size else _SIZES[size[:3]]
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def danish_date(value: DateValue) -> str:
    """Write a date the Danish way: 5. juni 1849, 44 f.Kr., 1890’erne, 1904–1905."""
    match value:
        case Day(year, month, day):
            return f"{day}. {MONTHS[month - 1]} {_full_year(year)}"
        case Month(year, month):
            return f"{MONTHS[month - 1]} {_full_year(year)}"
        case Year(year):
            return _danish_year(year)
        case Decade(first):
            return f"{0 if first == -1 else abs(first)}’erne" + _era(first)
        case Century(first):
            return f"{0 if first == -1 else abs(first)}-tallet" + _era(first)
        case Span(start, end):
            return _danish_span(start, end)
        case _:
            assert_never(value)


def _danish_year(year: int) -> str:
    return f"{abs(year)}{_era(year)}"


def _full_year(year: int) -> str:
    """Write the era with a year of two digits, or it reads as short for another."""
    return f"{year} e.Kr." if 0 < year < SHORTEST_PLAIN_YEAR else _danish_year(year)


def _era(year: int) -> str:
    return " f.Kr." if year < 0 else ""


def _danish_span(start: Point, end: Point) -> str:
    first, last = danish_date(start), danish_date(end)
    both_early = first.endswith(" f.Kr.") and last.endswith(" f.Kr.")
    if isinstance(start, Year) and isinstance(end, Year):
        return f"{first.removesuffix(' f.Kr.') if both_early else first}–{last}"
    return f"{first} – {last}"

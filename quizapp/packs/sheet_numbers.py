"""Numbers of cells as the teacher sees them: decimals, percentages, days, months, times."""

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from quizapp.notation.author import danish_date
from quizapp.notation.calendar import MONTHS_IN_YEAR
from quizapp.notation.dates import Day, Month, Year
from quizapp.questions.codec_keys import MOST_DIGITS, decimal_text

LAST_SERIAL: Final = 2_958_465
_NOT_CODE: Final = re.compile(r"\"[^\"]*\"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|\\.", re.IGNORECASE)
_EPOCH: Final = date(1899, 12, 30)
_EPOCH_1904: Final = date(1904, 1, 1)
_FALSE_LEAP_DAY: Final = 60
_DAYS_BEFORE_1904: Final = 1_462
_MINUTES_OF_HOUR: Final = 60
_MINUTES_OF_DAY: Final = 24 * 60
_DAY_LENGTH: Final = len("1945-05-05")
_DAY_PARTS: Final = 3
_PERCENT: Final = Decimal(100)


class Shown(Enum):
    """What a cell's format makes of its number."""

    DAY = auto()
    MONTH = auto()
    YEAR = auto()
    TIME = auto()
    PERCENT = auto()


BUILT_IN: Final[dict[int, Shown]] = {
    **dict.fromkeys((9, 10), Shown.PERCENT),
    **dict.fromkeys((14, 15, 16, 22, *range(27, 32), 36, *range(50, 59)), Shown.DAY),
    17: Shown.MONTH,
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48)), Shown.TIME),
}
"""Formats that xlsx knows by number alone."""


def shown_by(code: str) -> Shown | None:
    """Return what a format code of xlsx shows; None for a plain number or text."""
    letters = _NOT_CODE.sub("", code).casefold()
    if letters in {"general", "standard"}:
        return None
    if "%" in letters:
        return Shown.PERCENT
    if "d" in letters:
        return Shown.DAY
    if "y" in letters:
        return Shown.MONTH if "m" in letters else Shown.YEAR
    is_time = "h" in letters or "s" in letters
    return Shown.TIME if is_time else (Shown.DAY if "m" in letters else None)


def number_text(number: Decimal) -> str:
    """Write a number of a cell with a decimal comma and without the noise of binary fractions."""
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        return str(number)
    return decimal_text(Decimal(repr(float(number))))


def percent_text(number: Decimal) -> str:
    """Write a number of a cell that is shown as a percentage."""
    return f"{number_text(number * _PERCENT)} %"


def time_text(number: Decimal) -> str:
    """Write a part of a day as hours and minutes."""
    hours, minutes = divmod(round(number * _MINUTES_OF_DAY), _MINUTES_OF_HOUR)
    return f"{hours}:{minutes:02}"


def serial_text(serial: int, shown: Shown, *, is_1904: bool) -> str:
    """Write a day that xlsx counts; Excel believes in a 29 February 1900, number 60."""
    if is_1904:
        found = _EPOCH_1904 + timedelta(days=min(serial, LAST_SERIAL - _DAYS_BEFORE_1904))
    else:
        found = _EPOCH + timedelta(days=serial + (serial < _FALSE_LEAP_DAY))
    return _day_text(Day(found.year, found.month, found.day), shown)


def day_text(written: str, seen: str) -> str:
    """Write a date of ods, as exact as the cell shows it; ``""`` for one that is no date."""
    parts = written[:_DAY_LENGTH].split("-")
    if len(parts) != _DAY_PARTS or not all(map(str.isdecimal, parts)):
        return ""
    year, month, day = map(int, parts)
    if not 1 <= month <= MONTHS_IN_YEAR:
        return ""
    numbers = {int(one) for one in re.findall(r"[0-9]{1,4}", seen)}
    if not numbers or day in numbers:
        shown = Shown.DAY
    else:
        has_month = month in numbers or re.search(r"[^\W\d]", seen)
        shown = Shown.MONTH if has_month else Shown.YEAR
    return _day_text(Day(year, month, day), shown)


def _day_text(day: Day, shown: Shown) -> str:
    match shown:
        case Shown.MONTH:
            return danish_date(Month(day.year, day.month))
        case Shown.YEAR:
            return danish_date(Year(day.year))
        case _:
            return danish_date(day)

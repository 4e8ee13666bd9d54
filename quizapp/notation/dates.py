"""Historic dates as values: a day, month, year, decade, century or a span of them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never


class Precision(StrEnum):
    """How exact a date is; the values are pakke.yaml's words."""

    DAY = "dag"
    MONTH = "måned"
    YEAR = "år"
    DECADE = "årti"
    CENTURY = "århundrede"
    RANGE = "periode"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day. Years f.Kr. are negative and there is no year 0: 44 f.Kr. is -44."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year."""

    year: int
    month: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year; negative for f.Kr."""

    year: int


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years by their first: 1890 for 1890'erne; negative for f.Kr."""

    first: int


@dataclass(frozen=True, slots=True)
class Century:
    """A hundred years by their first: 1800 for 1800-tallet (1800–1899); negative for f.Kr."""

    first: int


Point = Day | Month | Year | Decade | Century


@dataclass(frozen=True, slots=True)
class Span:
    """From one point in time to another, both included."""

    start: Point
    end: Point


DateValue = Point | Span


def precision_of(value: DateValue) -> Precision:
    """Return how exact a date is."""
    match value:
        case Day():
            return Precision.DAY
        case Month():
            return Precision.MONTH
        case Year():
            return Precision.YEAR
        case Decade():
            return Precision.DECADE
        case Century():
            return Precision.CENTURY
        case Span():
            return Precision.RANGE
        case _:
            assert_never(value)

"""What a learner wrote of a date: perhaps without year, era or century, perhaps with a slip."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final, Literal

Era = Literal["", "bce", "ce", "minus"]
CenturyForm = Literal["tallet", "århundrede", "erne"]

# Stands for a month that is none, where a misspelt maj, juni or juli was written.
NO_MONTH: Final = 99


@dataclass(frozen=True, slots=True)
class WrittenYear:
    """A year's digits; ``is_short`` for '05, which may stand for 1905."""

    number: int
    era: Era = ""
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class WrittenCentury:
    """A century, by its first year (1800) or by its number (19), as ``form`` says."""

    number: int
    form: CenturyForm
    era: Era = ""


@dataclass(frozen=True, slots=True)
class WrittenDecade:
    """A decade by its first year; ``is_short`` for 90'erne."""

    first: int
    era: Era = ""
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Modifier:
    """A part of a period as shares of it: slutningen is from 2/3 to 1."""

    start: Fraction
    end: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class Season:
    """Spring, summer, autumn or winter by its months; ``winter_from`` for vinteren 1904-05."""

    months: tuple[int, ...]
    text: str
    winter_from: int | None = None


class Slip(Enum):
    """A slip of notation that makes a right date »almost«."""

    MONTH_SPELLING = "måned"
    AMERICAN_ORDER = "amerikansk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """One point in time as written. ``bare`` is a number that only its company explains.

    ``is_digit`` says of it that it is one digit, which stands for no year of two.
    """

    day: int | None = None
    month: int | None = None
    year: WrittenYear | None = None
    season: Season | None = None
    decade: WrittenDecade | None = None
    century: WrittenCentury | None = None
    modifier: Modifier | None = None
    bare: int | None = None
    is_digit: bool = False
    slips: frozenset[Slip] = frozenset()


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another.

    ``instead`` is another meaning: 1905-09 where a month is asked, 9-4 where a day is.
    """

    start: Partial
    end: Partial
    instead: Partial | None = None


@dataclass(frozen=True, slots=True)
class HalfOpen:
    """Only one end of a period: fra 1904, til 1905."""

    point: Partial
    word: str


@dataclass(frozen=True, slots=True)
class Bound:
    """Before or after some point: a claim that does not say when."""

    point: Partial
    word: str


@dataclass(frozen=True, slots=True)
class EitherOf:
    """Several dates offered as alternatives."""

    options: tuple[Partial, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No date could be read, or several that are no period."""


Expression = Partial | Interval | HalfOpen | Bound | EitherOf | Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDate:
    """What a text says of a date, and which calendar it names.

    ``is_night`` marks the night between two days, which belongs to both.
    """

    expression: Expression
    is_night: bool = False
    is_old_style: bool = False
    is_new_style: bool = False

"""Answer keys of the typed kinds: what an answer is marked against."""

from dataclasses import dataclass
from decimal import Decimal

from quizapp.notation.dates import Precision
from quizapp.notation.written import WrittenDate, WrittenNumber


@dataclass(frozen=True, slots=True)
class ListedDate:
    """A date the author has something to say about, with her own feedback (or none)."""

    date: WrittenDate
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ListedNumber:
    """A number the author has something to say about, with her own feedback (or none)."""

    number: WrittenNumber
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ListedWording:
    """A wording the author has something to say about, with her own feedback (or none)."""

    wording: str
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateKey:
    """A date to be typed. ``near_days`` None means the rule's own (1, or 0 with a named date)."""

    value: WrittenDate
    precision: Precision
    also: tuple[WrittenDate, ...] = ()
    almost: tuple[ListedDate, ...] = ()
    reject: tuple[ListedDate, ...] = ()
    old_style: WrittenDate | None = None
    year_given: bool = False
    tolerance_years: int = 0
    near_days: int | None = None
    almost_precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """Two numbers, the smaller first, both included."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Share:
    """A tolerance as a share of the value: 0.01 for »1 %«."""

    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberKey:
    """A number to be typed, with its tolerance (absolute, or a share) and its unit."""

    value: WrittenNumber
    tolerance: Decimal | Share = Decimal(0)
    also: tuple[WrittenNumber, ...] = ()
    almost: tuple[ListedNumber, ...] = ()
    reject: tuple[ListedNumber, ...] = ()
    accept_range: Interval | None = None
    almost_range: Interval | None = None
    unit: str = ""
    unit_aliases: tuple[str, ...] = ()
    unit_reject: tuple[str, ...] = ()
    unit_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TermKey:
    """A term to be typed; ``answers`` holds every accepted wording, the author's own first."""

    answers: tuple[str, ...]
    almost: tuple[ListedWording, ...] = ()
    reject: tuple[ListedWording, ...] = ()


Key = DateKey | NumberKey | TermKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One gap of a cloze text: its key, and a hint shown on request."""

    key: Key
    hint: str = ""

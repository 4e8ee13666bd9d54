"""The figures of progress as values: what is remembered, how sure that is, what comes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizapp.base.ids import CardKey, PackId


@dataclass(frozen=True, slots=True, kw_only=True)
class StatRules:
    """From which study day the figures are seen, and the settings that steer what comes.

    ``desired_retention`` is 0–1, ``own_retention`` the same of single cards (by their number) that
    are to go otherwise; ``minutes_per_day`` None sets no limit.
    """

    study_day: int
    new_per_day: int
    minutes_per_day: int | None
    desired_retention: float
    own_retention: Mapping[int, float] = field(default_factory=dict[int, float])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mastery:
    """How much of a pack, a category or everything would be right if it were asked today.

    ``remembered`` is the expected number of the ``total`` cards; between ``low`` and ``high`` it
    lies in four of five cases. ``begun`` counts the cards asked at least once.
    """

    name: str
    total: int
    begun: int
    remembered: float
    low: float
    high: float
    pack: PackId | None = None

    @property
    def share(self) -> float:
        """The share remembered, 0–1."""
        return self.remembered / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same expected chance: that chance, the share that came, how many."""

    expected: float
    measured: float
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """The share right at repetition over some days (0–1), beside what memory had foretold."""

    days: int
    answers: int
    measured: float
    expected: float
    bins: tuple[Bin, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on one study day."""

    study_day: int
    answers: int
    right: int
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class DayAhead:
    """What is to be expected of one study day: repetitions, new cards, and minutes for both."""

    study_day: int
    reviews: float
    new: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Mistake:
    """How often one sort of mistake was made; ``code`` names it in ``base/sentences/stats``."""

    code: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """The progress page as values.

    ``answers`` counts all answers ever, retracted ones left out. ``year`` holds every study day of
    the last 53 weeks from a Monday on, oldest first, ending today; ``streak`` the days in a row up
    to today or yesterday.
    """

    study_day: int
    answers: int
    overall: Mastery
    categories: tuple[Mastery, ...]
    packs: tuple[Mastery, ...]
    month: Retention
    quarter: Retention
    year: tuple[Day, ...]
    streak: int
    ahead: tuple[DayAhead, ...]
    mistakes: tuple[Mistake, ...]
    sure_but_wrong: tuple[CardKey, ...]

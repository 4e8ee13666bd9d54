"""What settings cost and give: work per day and share known, for a year ahead.

Every card is played forward, day by day: it is remembered with the chance the model gives, costs
its seconds and gets its next due day. Small banks are played many times over and averaged. Chance
is seeded: the same cards and settings give the same forecast. No numpy is imported until one is
made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizapp.scheduling.due import DESIRED_RETENTION
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Weights
from quizapp.scheduling.queue import NEW_PER_DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastCards:
    """Memory of all cards that have been asked, in columns, and how many are still new.

    ``seconds`` is what an answer takes on average; a failed card takes twice that, as it returns.
    ``retention`` is how much to remember (0–1) of each card; empty where the rules say it of all.
    """

    stability: Sequence[float] = field(default_factory=tuple[float, ...])
    difficulty: Sequence[float] = field(default_factory=tuple[float, ...])
    last_day: Sequence[int] = field(default_factory=tuple[int, ...])
    due_day: Sequence[int] = field(default_factory=tuple[int, ...])
    retention: Sequence[float] = field(default_factory=tuple[float, ...])
    new: int = 0
    seconds: float = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRules:
    """The settings to try from a study day on; ``minutes`` None sets no limit."""

    study_day: int
    days: int = 365
    desired_retention: float = DESIRED_RETENTION
    new_per_day: int = NEW_PER_DAY
    minutes: float | None = None
    weights: Weights = DEFAULT_WEIGHTS
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What the settings come to, per day from the first on.

    ``known`` is the expected share (0–1) of all cards, the new ones too, that would be right if
    they were asked at the end of days 7, 14, … and of the last day.
    """

    reviews: tuple[float, ...]
    new: tuple[float, ...]
    minutes: tuple[float, ...]
    known: tuple[float, ...]


def forecast(cards: ForecastCards, rules: ForecastRules) -> Forecast:
    """Play the cards forward under the settings."""
    from quizapp.scheduling.playing import played  # noqa: PLC0415 - numpy only when needed

    return played(cards, rules)

"""Exams as values: what is planned from, what is asked today, and what is to be expected.

Study days are whole numbers (days since 1970-01-01). A fraction is the share of a study day that
has passed, counted from the hour at which the day begins.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from quizapp.scheduling.day import date_of
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Weights

WEEK: Final = 7
SECONDS_A_MINUTE: Final = 60.0
MINUTES_A_DAY: Final = 1440.0
# What is believed of a learner nothing is known of: that she misses a day in ten.
MISSED_BEFORE: Final = 0.4
DAYS_BEFORE: Final = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeconds:
    """How long a card takes: the first time, when it is known, when it must be asked again."""

    new: float = 20.0
    passed: float = 13.0
    failed: float = 33.0

    def __post_init__(self) -> None:
        if min(self.new, self.passed, self.failed) <= 0:
            raise ValueError("an answer takes time")


ORDINARY_SECONDS: Final = AnswerSeconds()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamCard:
    """A card as the planner sees it; ``card`` is the bank's own number.

    ``stability`` is None for a card never asked; ``due_day`` is the ordinary date, ``rank`` the
    author's order.
    """

    card: int
    stability: float | None = None
    difficulty: float = 5.0
    last_day: int = 0
    due_day: int | None = None
    rank: int = 0
    pack: str = ""
    category: str = ""
    topics: tuple[str, ...] = ()
    seconds: AnswerSeconds = ORDINARY_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """One exam: its study day and time of day, and the weight of each card that it may ask.

    ``goal`` is the wanted share of right answers (0–1). Weights count relative to each other.
    """

    exam: int
    day: int
    fraction: float = 0.25
    cards: Mapping[int, float]
    goal: float | None = None

    def __post_init__(self) -> None:
        if min(self.cards.values(), default=0.0) < 0:
            raise ValueError("a weight is 0 or more")


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyTime:
    """Minutes for each weekday from Monday, days off, and single days with minutes of their own."""

    minutes: tuple[float, ...]
    days_off: frozenset[int] = frozenset()
    own: Mapping[int, float] = field(default_factory=dict[int, float])

    def __post_init__(self) -> None:
        if len(self.minutes) != WEEK:
            raise ValueError(f"a week has {WEEK} days, not {len(self.minutes)}")

    def minutes_on(self, day: int) -> float:
        """Return the minutes of a study day."""
        if day in self.days_off:
            return 0.0
        planned = self.own.get(day, self.minutes[date_of(day).weekday()])
        return min(max(planned, 0.0), MINUTES_A_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How the learner rates: shares of Again, Hard, Good, Easy, and of the last three on a pass.

    ``new_repeat_failed`` and ``repeat_failed`` are how often repeating a failed card on the same
    day fails too and sets memory back again; 0 where only the first answer of a day counts.
    """

    first: tuple[float, float, float, float] = (0.35, 0.1, 0.45, 0.1)
    passes: tuple[float, float, float] = (0.2, 0.7, 0.1)
    new_repeat_failed: float = 0.0
    repeat_failed: float = 0.0


@dataclass(frozen=True, slots=True)
class Trial:
    """An earlier answer on a later day than the last: what memory said before it, and the result.

    ``passed`` is how likely (0–1) the card was remembered, given the answer.
    """

    stability: float
    elapsed_days: int
    passed: float


@dataclass(frozen=True, slots=True)
class Prices:
    """What a second was worth on study days, as logarithms: a guess for the plan of a later day."""

    days: tuple[int, ...]
    logarithms: tuple[float, ...]


def go_on() -> None:
    """Let planning go on to its end, whatever is asked meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPlanning:
    """All that a plan for today is made from; the same input gives the same plan.

    ``days_planned`` counts the days of study lately (a month, say) on which the plan had minutes,
    ``days_studied`` those of them on which the learner studied. ``prices`` of a plan made shortly
    before save most of the work. ``heed`` is called now and then while a plan is made; what it
    raises ends the work.
    """

    today: int
    fraction: float = 0.0
    cards: tuple[ExamCard, ...]
    exams: tuple[Exam, ...]
    time: StudyTime
    spent_seconds: float = 0.0
    weights: Weights = DEFAULT_WEIGHTS
    habits: Habits = field(default_factory=Habits)
    trials: tuple[Trial, ...] = ()
    days_planned: int = 0
    days_studied: int = 0
    prices: Prices | None = None
    heed: Callable[[], None] = field(default=go_on, compare=False, repr=False)


class Purpose(StrEnum):
    """Why a card is in today's plan."""

    EXAM = "exam"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A card of today's plan.

    ``seconds`` is what it is expected to take, ``recall`` (0–1) the chance that it is known now,
    ``gain`` what asking it today adds to the chance that it is known at its exams.
    """

    card: int
    is_new: bool
    seconds: float
    recall: float
    gain: float
    purpose: Purpose = Purpose.EXAM


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan:
    """Today's cards, best first, and the seconds they may take together."""

    day: int
    budget_seconds: float
    cards: tuple[Planned, ...] = ()
    prices: Prices | None = None


def exam_is_ahead(exam: Exam, today: int, fraction: float) -> bool:
    """Say whether the exam is still to come, be it later today."""
    return (exam.day, exam.fraction) > (today, fraction)


def chance_missed(planning: ExamPlanning) -> float:
    """Return how likely the learner is to let a day of study go by, from what she did lately."""
    missed = max(planning.days_planned - planning.days_studied, 0)
    return (MISSED_BEFORE + missed) / (DAYS_BEFORE + planning.days_planned)


def seconds_on(planning: ExamPlanning, day: int) -> float:
    """Return the seconds for study on a day; today's are those not yet spent before the exam."""
    seconds = planning.time.minutes_on(day) * SECONDS_A_MINUTE
    if day != planning.today:
        return seconds
    ahead = [e for e in planning.exams if exam_is_ahead(e, day, planning.fraction)]
    left = max(seconds - planning.spent_seconds, 0.0)
    if ahead and all(exam.day == day for exam in ahead):
        until = max(exam.fraction for exam in ahead) - planning.fraction
        return min(left, until * MINUTES_A_DAY * SECONDS_A_MINUTE)
    return left


def exams_ahead(planning: ExamPlanning) -> list[Exam]:
    """Return the exams still to come, the first one first."""
    ahead = [
        exam
        for exam in planning.exams
        if exam_is_ahead(exam, planning.today, planning.fraction) and any(exam.cards.values())
    ]
    return sorted(ahead, key=lambda exam: (exam.day, exam.fraction, exam.exam))

"""The numbers behind »Hvorfor nu?«, as values: what is remembered of one card, and since when."""

from dataclasses import dataclass

from quizapp.grading.verdict import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """A chance of remembering (0–1) on a study day, perhaps between two."""

    day: float
    recall: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePart:
    """How recall fell from one answer until the next, or until today; ``score`` is 0–1."""

    score: float
    points: tuple[CurvePoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAnswer:
    """The newest answer that counts."""

    study_day: int
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStory:
    """What is known of one card today; ``recall`` and the rest are None before its first answer.

    ``stability_days`` is how long it holds, ``interval_days`` what was decided between the newest
    answer that moved it and the day it is due.
    """

    study_day: int
    answers: int
    forgotten: int
    is_leech: bool
    recall: float | None = None
    last: LastAnswer | None = None
    stability_days: float | None = None
    due_day: int | None = None
    interval_days: int | None = None
    parts: tuple[CurvePart, ...] = ()

"""FSRS-6: how stability and difficulty move, and when recall has fallen to a wanted level.

Source: the formulas of Free Spaced Repetition Scheduler, version 6 (21 weights). Weights carry the
name of their model, so that a later model can stand beside this one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import Final

from quizapp.scheduling.memory import Rating

FSRS_6: Final = "fsrs-6"
STABILITY_MIN: Final = 0.001
STABILITY_MAX: Final = 36_500.0
INTERVAL_MAX: Final = 36_500
DIFFICULTY_MIN: Final = 1.0
DIFFICULTY_MAX: Final = 10.0
RECALL_AT_STABILITY: Final = 0.9

LOWER: Final = (
    *(0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001),
    *(0.001, 0.001, 0.001, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.1),
)
UPPER: Final = (
    *(100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5),
    *(5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0, 0.8, 0.8),
)


@dataclass(frozen=True, slots=True)
class Weights:
    """The numbers of one model; raises ``ValueError`` when they are not weights of it."""

    values: tuple[float, ...]
    model: str = FSRS_6

    def __post_init__(self) -> None:
        if self.model != FSRS_6:
            raise ValueError(f"no such model: {self.model}")
        if len(self.values) != len(LOWER):
            raise ValueError(f"{self.model} has {len(LOWER)} weights, not {len(self.values)}")
        for index, (low, value, high) in enumerate(zip(LOWER, self.values, UPPER, strict=True)):
            if not low <= value <= high:
                raise ValueError(f"weight {index} is {value}, outside {low}–{high}")


DEFAULT_WEIGHTS: Final = Weights(
    (
        *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
        *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
    )
)


class Fsrs6:
    """The model with one set of weights; days are whole study days."""

    __slots__ = ("_d0", "_decay", "_easy_d0", "_factor", "_growth", "_s0", "_shrink", "_w")

    def __init__(self, values: Sequence[float]) -> None:
        self._w = w = tuple(values)
        self._decay = -w[20]
        self._factor = RECALL_AT_STABILITY ** (1 / self._decay) - 1
        self._s0 = tuple(clamped_stability(w[number]) for number in range(4))
        raw_d0 = [w[4] - exp(w[5] * number) + 1 for number in range(4)]
        self._d0 = tuple(_clamped_difficulty(value) for value in raw_d0)
        self._easy_d0 = raw_d0[3]
        self._growth = exp(w[8])
        self._shrink = exp(w[17] * w[18])

    def recall(self, stability: float, elapsed_days: float) -> float:
        """Return the retrievability: the chance that the card is still remembered."""
        return float((1 + self._factor * elapsed_days / stability) ** self._decay)

    def exact_interval(self, stability: float, desired_retention: float) -> float:
        """Return the days, not rounded, until recall has fallen to the desired retention."""
        return float(stability / self._factor * (desired_retention ** (1 / self._decay) - 1))

    def interval(self, stability: float, desired_retention: float) -> int:
        """Return whole days until recall has fallen to the desired retention, at least 1."""
        exact = self.exact_interval(stability, desired_retention)
        return min(max(round(min(exact, INTERVAL_MAX)), 1), INTERVAL_MAX)

    def first_stability(self, rating: Rating) -> float:
        """Return the stability after the first answer ever."""
        return self._s0[rating - 1]

    def first_difficulty(self, rating: Rating) -> float:
        """Return the difficulty after the first answer ever."""
        return self._d0[rating - 1]

    def next_difficulty(self, difficulty: float, rating: Rating) -> float:
        """Return the difficulty after a later answer."""
        w = self._w
        damped = difficulty - (10.0 - difficulty) * w[6] * (rating - 3) / 9.0
        return _clamped_difficulty(w[7] * self._easy_d0 + (1 - w[7]) * damped)

    def next_stability(
        self, stability: float, difficulty: float, recall: float, rating: Rating
    ) -> float:
        """Return the stability after an answer on a later study day than the last."""
        w = self._w
        if rating == Rating.AGAIN:
            forgotten = (
                w[11]
                * difficulty ** -w[12]
                * ((stability + 1) ** w[13] - 1)
                * exp((1 - recall) * w[14])
            )
            return clamped_stability(min(forgotten, stability / self._shrink))
        bonus = {Rating.HARD: w[15], Rating.EASY: w[16]}.get(rating, 1.0)
        growth = (
            self._growth
            * (11 - difficulty)
            * stability ** -w[9]
            * (exp((1 - recall) * w[10]) - 1)
            * bonus
        )
        return clamped_stability(stability * (1 + growth))

    def same_day_stability(self, stability: float, rating: Rating) -> float:
        """Return the stability after one more answer on the same study day."""
        w = self._w
        growth = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
        if rating != Rating.AGAIN:
            growth = max(growth, 1.0)
        return clamped_stability(stability * growth)


def clamped_stability(value: float) -> float:
    """Keep a stability within what the model allows."""
    return min(max(value, STABILITY_MIN), STABILITY_MAX)


def _clamped_difficulty(value: float) -> float:
    return min(max(value, DIFFICULTY_MIN), DIFFICULTY_MAX)


@lru_cache(maxsize=16)
def model_of(weights: Weights) -> Fsrs6:
    """Return the model that a set of weights belongs to."""
    return Fsrs6(weights.values)

"""FSRS-6 on many cards at once, as the exam planner looks ahead with it."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.exam import Habits
from quizapp.scheduling.exam_pace import AS_WEIGHED, Floats, Pace, recall_at
from quizapp.scheduling.fsrs import (
    DIFFICULTY_MAX,
    DIFFICULTY_MIN,
    STABILITY_MAX,
    STABILITY_MIN,
    Weights,
)

Ints = NDArray[np.int64]

AGAIN: Final = 1
GOOD: Final = 3
EASY: Final = 4


class ExamMemory:
    """The memory model of one learner: recall, and what an answer may lead to."""

    def __init__(self, weights: Weights, habits: Habits, pace: Pace = AS_WEIGHED) -> None:
        self._w = w = weights.values
        self._weights = weights
        raw = [w[4] - float(np.exp(w[5] * rating)) + 1 for rating in range(4)]
        self._easy_d0 = raw[3]
        self.pace = pace
        self.passes = tuple(habits.passes)
        self.first_shares = np.array(habits.first) / sum(habits.first)
        first_s = np.clip(np.array(w[:4]), STABILITY_MIN, STABILITY_MAX)
        first_d = np.clip(np.array(raw), DIFFICULTY_MIN, DIFFICULTY_MAX)
        # A card failed at first sight is asked again the same day, until once right.
        first_s[0] = self._same_day(first_s[:1], GOOD)[0]
        first_d[0] = self._next_d(first_d[:1], GOOD)[0]
        self.first_s, self.first_d = first_s, first_d

    def recall(self, elapsed: Floats | float, stability: Floats) -> Floats:
        """Return the chance that a card is remembered after so many days."""
        return recall_at(self.pace, self._weights, elapsed, stability)

    def outcomes(
        self, s: Floats, d: Floats, recall: Floats
    ) -> Iterator[tuple[Floats, Floats, Floats]]:
        """Yield each outcome of asking a card: its chance, the new stability and difficulty."""
        failed = self._same_day(self._failed(s, d, recall), GOOD)
        yield 1 - recall, failed, self._next_d(self._next_d(d, AGAIN), GOOD)
        w = self._w
        growth = np.exp(w[8]) * (11 - d) * s ** -w[9] * np.expm1((1 - recall) * w[10])
        bonuses = (w[15], 1.0, w[16])
        for rating, (share, bonus) in enumerate(zip(self.passes, bonuses, strict=True), 2):
            if share > 0:
                passed = np.minimum(s * (1 + growth * bonus), STABILITY_MAX)
                yield recall * share, passed, self._next_d(d, rating)

    def _failed(self, s: Floats, d: Floats, recall: Floats) -> Floats:
        w = self._w
        forgotten = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * np.exp((1 - recall) * w[14])
        worst: Floats = np.minimum(forgotten, s / np.exp(w[17] * w[18]))
        return np.maximum(worst, STABILITY_MIN)

    def _next_d(self, d: Floats, rating: int) -> Floats:
        w = self._w
        damped = d - (10.0 - d) * w[6] * (rating - 3) / 9.0
        moved = w[7] * self._easy_d0 + (1 - w[7]) * damped
        return np.clip(moved, DIFFICULTY_MIN, DIFFICULTY_MAX)

    def _same_day(self, s: Floats, rating: int) -> Floats:
        w = self._w
        growth = np.maximum(np.exp(w[17] * (rating - 3 + w[18])) * s ** -w[19], 1.0)
        grown: Floats = np.clip(s * growth, STABILITY_MIN, STABILITY_MAX)
        return grown

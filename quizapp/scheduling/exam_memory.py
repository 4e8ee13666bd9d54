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
MOST_REPEATS: Final = 3


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
        self._repeat_failed = habits.repeat_failed
        failed = self._repeated(first_s[:1], first_d[:1], habits.new_repeat_failed)
        first_s[0], first_d[0] = failed[0][0], failed[1][0]
        self.first_s, self.first_d = first_s, first_d

    def recall(self, elapsed: Floats | float, stability: Floats) -> Floats:
        """Return the chance that a card is remembered after so many days."""
        return recall_at(self.pace, self._weights, elapsed, stability)

    def outcomes(
        self, s: Floats, d: Floats, recall: Floats
    ) -> Iterator[tuple[Floats, Floats, Floats]]:
        """Yield each outcome of asking a card: its chance, the new stability and difficulty."""
        forgotten = self._failed(s, d, recall)
        failed, harder = self._repeated(forgotten, self._next_d(d, AGAIN), self._repeat_failed)
        yield 1 - recall, failed, harder
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

    def _repeated(self, s: Floats, d: Floats, fails: float) -> tuple[Floats, Floats]:
        """Return where a failed card ends that is asked again the same day until once right.

        That is the mean over how often it fails once more, of stability in the logarithm.
        """
        log_s, mean_d, likely = np.zeros(len(s)), np.zeros(len(d)), 1.0
        for more in range(MOST_REPEATS if fails > 0 else 1):
            share = likely * (1.0 if more == MOST_REPEATS - 1 or fails <= 0 else 1 - fails)
            log_s += share * np.log(self._same_day(s, GOOD))
            mean_d += share * self._next_d(d, GOOD)
            likely -= share
            s, d = self._same_day(s, AGAIN), self._next_d(d, AGAIN)
        return np.exp(log_s), np.clip(mean_d, DIFFICULTY_MIN, DIFFICULTY_MAX)

    def _same_day(self, s: Floats, rating: int) -> Floats:
        w = self._w
        growth = np.exp(w[17] * (rating - 3 + w[18])) * s ** -w[19]
        if rating > AGAIN:
            growth = np.maximum(growth, 1.0)
        grown: Floats = np.clip(s * growth, STABILITY_MIN, STABILITY_MAX)
        return grown

"""FSRS-6 on many cards at once, as the exam planner looks ahead with it.

A learner may forget faster or slower than her weights say. ``Pace`` is what her answers have shown
of that: recall is read off at a stability of exp(shift) · S^(1 + tilt).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.exam import Habits, Trial
from quizapp.scheduling.fsrs import (
    DIFFICULTY_MAX,
    DIFFICULTY_MIN,
    RECALL_AT_STABILITY,
    STABILITY_MAX,
    STABILITY_MIN,
    Weights,
)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

AGAIN: Final = 1
GOOD: Final = 3
EASY: Final = 4
SHIFT_PRIOR: Final = 0.8
TILT_PRIOR: Final = 0.2
MOST_TRIALS: Final = 4_000
NEWTON_STEPS: Final = 12
LONGEST_STEP: Final = 0.5
HARDLY: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Pace:
    """How much longer than the weights say this learner remembers, and how that goes with S.

    ``spread`` is how uncertain the shift is, as a standard deviation.
    """

    shift: float = 0.0
    tilt: float = 0.0
    spread: float = SHIFT_PRIOR


class ExamMemory:
    """The memory model of one learner: recall, and what an answer may lead to."""

    def __init__(self, weights: Weights, habits: Habits, pace: Pace = Pace()) -> None:
        self._w = w = weights.values
        self._decay = -w[20]
        self._factor = RECALL_AT_STABILITY ** (1 / self._decay) - 1
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
        s = stability
        if self.pace.shift or self.pace.tilt:
            s = np.exp(self.pace.shift + (1 + self.pace.tilt) * np.log(s))
        result: Floats = (1 + self._factor * elapsed / s) ** self._decay
        return result

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


def pace_of(trials: Sequence[Trial], weights: Weights) -> Pace:
    """Return the learner's pace: the likeliest one, held towards none by a prior."""
    if not trials:
        return Pace()
    newest = trials[-MOST_TRIALS:]
    log_s = np.log(np.clip([trial.stability for trial in newest], STABILITY_MIN, STABILITY_MAX))
    elapsed = np.array([trial.elapsed_days for trial in newest], dtype=float)
    passed = np.array([trial.passed for trial in newest])
    decay = -weights.values[20]
    factor = RECALL_AT_STABILITY ** (1 / decay) - 1
    rows = np.stack([np.ones_like(log_s), log_s])
    prior = np.array([SHIFT_PRIOR**-2, TILT_PRIOR**-2])
    at = np.zeros(2)
    holds = np.diag(prior)
    for _ in range(NEWTON_STEPS):
        ratio = factor * elapsed / np.exp(log_s + at @ rows)
        recall = np.clip((1 + ratio) ** decay, HARDLY, 1 - HARDLY)
        slope = -decay * recall * ratio / (1 + ratio)  # of recall, by the log of stability
        likelier = (passed - recall) / (recall * (1 - recall)) * slope
        bend = slope**2 / (recall * (1 - recall))
        holds = (rows * bend) @ rows.T + np.diag(prior)
        step = np.linalg.solve(holds, rows @ likelier - prior * at)
        at = at + np.clip(step, -LONGEST_STEP, LONGEST_STEP)
    middle = rows.mean(1)
    spread = float(np.sqrt(middle @ np.linalg.solve(holds, middle)))
    return Pace(float(at[0]), float(at[1]), spread)

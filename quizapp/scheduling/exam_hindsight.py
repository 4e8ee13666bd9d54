"""What the answers so far say of how far memory states can be trusted, for forecasts.

A pace (``exam_pace``) moves all memories alike, which serves a plan. A forecast needs more: a
learner may well forget strong memories as her weights say and weak ones not at all so. Here the
shift of stability depends on the stability itself, as far as answers at that stability tell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from typing_extensions import override

from quizapp.scheduling.exam import ExamPlanning, Habits, Trial
from quizapp.scheduling.exam_memory import ExamMemory
from quizapp.scheduling.exam_pace import MOST_TRIALS, STEPS, Floats
from quizapp.scheduling.exam_value import Grid
from quizapp.scheduling.fsrs import (
    DEFAULT_WEIGHTS,
    RECALL_AT_STABILITY,
    STABILITY_MAX,
    STABILITY_MIN,
    Weights,
)

PLACES: Final = np.array([-1.5, 0.0, 1.5, 3.0, 5.0])
"""Logarithms of stability at which the shift is learnt; between them it is a straight line."""

SPREAD: Final = 1.1
"""How far a learner's shift is from none, before anything is known of her."""

OWN_SPREAD: Final = 0.4
"""The same where the weights are her own: most of what sets her apart is in them."""

ALIKE: Final = 1.0
"""Within such a distance (in logarithms of stability) shifts are much alike."""

FIRST_RATINGS: Final = (0.24, 0.094, 0.495, 0.171)
"""How the people rate first answers whose median the default weights are (fsrs-rs, BSD-3)."""

MORE_THAN_IT_SAYS: Final = 1.3
"""So much more than first ratings say; found on simulated learners, not on those of the table."""

LONGEST_STEP: Final = 0.5
SURE: Final = 1e-3
TINY: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Hindsight:
    """Shifts of the logarithm of stability at the places, and how unsure each is."""

    shifts: tuple[float, ...]
    spreads: tuple[float, ...]

    def moved(self, by: float, least: float) -> "Hindsight":
        """Return it so many spreads better, each spread together with a ``least`` one."""
        pairs = zip(self.shifts, self.spreads, strict=True)
        moved = tuple(shift + by * float(np.hypot(spread, least)) for shift, spread in pairs)
        return Hindsight(moved, self.spreads)


def hindsight_of(trials: Sequence[Trial], weights: Weights, habits: Habits) -> Hindsight:
    """Return the likeliest shifts, held by a prior towards what first ratings suggest."""
    before = np.full(len(PLACES), expected_shift(weights, habits))
    likeness = np.exp(-((PLACES[:, None] - PLACES[None, :]) ** 2) / (2 * ALIKE**2))
    spread = SPREAD if weights == DEFAULT_WEIGHTS else OWN_SPREAD
    prior = np.linalg.inv(spread**2 * likeness + TINY * np.eye(len(PLACES)))
    at, holds = before, prior
    if trials:
        seen = _Seen(trials[-MOST_TRIALS:], weights)
        for _ in range(STEPS):
            slope, curvature = seen.slope_at(at)
            holds = curvature + prior
            step = np.linalg.solve(holds, slope - prior @ (at - before))
            at = at + np.clip(step, -LONGEST_STEP, LONGEST_STEP)
    spreads = np.sqrt(np.diag(np.linalg.inv(holds)))
    return Hindsight(tuple(at.tolist()), tuple(spreads.tolist()))


def expected_shift(weights: Weights, habits: Habits) -> float:
    """Return the shift that a learner's first ratings let expect.

    Default weights read a first rating as it is meant by people who know most of what they are
    asked. Where nearly all is new, and nearly all is failed at first, a failure tells little: on
    average such a learner starts where others do. Weights of her own have that in them already.
    """
    if weights != DEFAULT_WEIGHTS:
        return 0.0
    memory = ExamMemory(weights, habits)
    own = memory.first_shares
    difference = np.log(memory.first_s) @ (np.array(FIRST_RATINGS) - own)
    return MORE_THAN_IT_SAYS * float(difference)


class HindsightMemory(ExamMemory):
    """The memory model with the shifts of hindsight."""

    def __init__(self, weights: Weights, habits: Habits, hindsight: Hindsight) -> None:
        super().__init__(weights, habits)
        self._shifts = np.array(hindsight.shifts)

    @override
    def recall(self, elapsed: Floats | float, stability: Floats) -> Floats:
        shift = np.interp(np.log(stability), PLACES, self._shifts)
        return super().recall(elapsed, stability * np.exp(shift))


@lru_cache(maxsize=6)
def hindsight_grid(weights: Weights, habits: Habits, hindsight: Hindsight) -> Grid:
    """Return the grid of such a memory; the newest few are kept, as they are dear to make."""
    return Grid(HindsightMemory(weights, habits, hindsight))


def recalled_by(
    planning: ExamPlanning, elapsed: Sequence[float], stability: Sequence[float]
) -> list[float]:
    """Return the chances of remembering so many days after an answer, with hindsight."""
    weights, habits = planning.weights, planning.habits
    memory = HindsightMemory(weights, habits, hindsight_of(planning.trials, weights, habits))
    found = memory.recall(np.array(elapsed, dtype=float), np.array(stability, dtype=float))
    return [float(each) for each in found]


class _Seen:
    """Trials in columns, each between two places."""

    def __init__(self, trials: Sequence[Trial], weights: Weights) -> None:
        self._decay = float(weights.values[20])
        self._factor = float(RECALL_AT_STABILITY ** (-1 / self._decay) - 1)
        stability = [trial.stability for trial in trials]
        self._log_s = np.log(np.clip(stability, STABILITY_MIN, STABILITY_MAX))
        self._elapsed = np.array([trial.elapsed_days for trial in trials], dtype=float)
        self._passed = np.array([trial.passed for trial in trials])
        one_by_one = np.eye(len(PLACES))
        self._shares = np.array([np.interp(self._log_s, PLACES, each) for each in one_by_one])

    def slope_at(self, shifts: Floats) -> tuple[Floats, Floats]:
        """Return how the log likelihood rises with each shift, and its expected curvature."""
        ratio = self._factor * self._elapsed / np.exp(self._log_s + shifts @ self._shares)
        recall = np.clip((1 + ratio) ** -self._decay, SURE, 1 - SURE)
        rises = self._shares * (self._decay * recall * ratio / (1 + ratio))
        doubt = recall * (1 - recall)
        slope: Floats = rises @ ((self._passed - recall) / doubt)
        curvature: Floats = (rises / doubt) @ rises.T
        return slope, curvature

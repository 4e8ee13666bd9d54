"""What a learner's answers have shown of her forgetting, beyond what her weights say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.exam import Trial
from quizapp.scheduling.fsrs import RECALL_AT_STABILITY, STABILITY_MAX, STABILITY_MIN, Weights

Floats = NDArray[np.float64]
SHIFT_PRIOR: Final = 0.8
TILT_PRIOR: Final = 0.2
BEND_PRIOR: Final = 0.6
MOST_TRIALS: Final = 4_000
STEPS: Final = 12
LONGEST_STEP: Final = 0.5
DOUBT: Final = 4.0
HARDLY: Final = 1e-4
FLATTEST: Final = 0.05
STEEPEST: Final = 1.5


@dataclass(frozen=True, slots=True)
class Pace:
    """How much longer than the weights say this learner remembers.

    Recall is read off at a stability of exp(shift) · S^(1 + tilt), on a curve that falls exp(bend)
    times as steeply in the long run. ``spread`` and ``bend_spread`` are how uncertain shift and
    bend are (standard deviations).
    """

    shift: float = 0.0
    tilt: float = 0.0
    bend: float = 0.0
    spread: float = SHIFT_PRIOR
    bend_spread: float = BEND_PRIOR


AS_WEIGHED: Final = Pace()


def recall_at(pace: Pace, weights: Weights, elapsed: Floats | float, stability: Floats) -> Floats:
    """Return the chance that a card is remembered after so many days, at a learner's pace."""
    decay, factor = _curve(pace.bend, weights)
    s = stability
    if pace.shift or pace.tilt:
        s = np.exp(pace.shift + (1 + pace.tilt) * np.log(s))
    result: Floats = (1 + factor * elapsed / s) ** -decay
    return result


def _curve(bend: float, weights: Weights) -> tuple[float, float]:
    decay = float(np.clip(weights.values[20] * np.exp(bend), FLATTEST, STEEPEST))
    return decay, float(RECALL_AT_STABILITY ** (-1 / decay) - 1)


def pace_of(trials: Sequence[Trial], weights: Weights) -> Pace:
    """Return the learner's pace: the likeliest one, held towards none by a prior."""
    if not trials:
        return AS_WEIGHED
    newest = trials[-MOST_TRIALS:]
    log_s = np.log(np.clip([trial.stability for trial in newest], STABILITY_MIN, STABILITY_MAX))
    elapsed = np.array([trial.elapsed_days for trial in newest], dtype=float)
    passed = np.array([trial.passed for trial in newest])
    prior = np.array([SHIFT_PRIOR, TILT_PRIOR, BEND_PRIOR]) ** -2
    at, holds = np.zeros(3), np.diag(prior)
    for _ in range(STEPS):
        recall, slopes = _slopes(at, weights, elapsed, log_s)
        surprise = (passed - recall) / (recall * (1 - recall))
        holds = (slopes / (recall * (1 - recall))) @ slopes.T + np.diag(prior)
        step = np.linalg.solve(holds, slopes @ surprise - prior * at)
        at = at + np.clip(step, -LONGEST_STEP, LONGEST_STEP)
    usual = np.array([1.0, log_s.mean(), 0.0])
    unsure = np.linalg.inv(holds)
    spread = float(np.sqrt(usual @ unsure @ usual))
    # Little surprise may be chance alone: then the weights are believed.
    surprise = np.maximum(at @ (holds - np.diag(prior)) @ at, DOUBT)
    shift, tilt, bend = (float(each) for each in at * (1 - DOUBT / surprise))
    return Pace(shift, tilt, bend, spread, float(np.sqrt(unsure[2, 2])))


def _slopes(at: Floats, weights: Weights, elapsed: Floats, log_s: Floats) -> tuple[Floats, Floats]:
    """Return recall, and how it moves with shift, tilt and bend."""
    decay, factor = _curve(float(at[2]), weights)
    days = elapsed / np.exp(log_s + at[0] + at[1] * log_s)
    ratio = factor * days
    recall = np.clip((1 + ratio) ** -decay, HARDLY, 1 - HARDLY)
    by_shift = decay * recall * ratio / (1 + ratio)
    factor_by_bend = (1 + factor) * np.log(RECALL_AT_STABILITY) / decay
    by_bend = -recall * decay * (np.log1p(ratio) + days * factor_by_bend / (1 + ratio))
    return recall, np.stack([by_shift, by_shift * log_s, by_bend])

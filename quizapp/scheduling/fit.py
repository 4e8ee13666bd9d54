"""Weights fitted to one learner's history.

The loss of her answers, newer ones counting more, plus a prior at the default weights is lowered by
damped Gauss–Newton steps (Levenberg–Marquardt) with exact derivatives. New weights are adopted only
when weights fitted to the earlier part of the history predict the later part better than those she
has. Meant for a worker process: numpy is imported when this module is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, LOWER, UPPER, Weights
from quizapp.scheduling.gradient import COUNT, Floats
from quizapp.scheduling.history import History
from quizapp.scheduling.likelihood import (
    Prepared,
    Slope,
    chance_right,
    prepare,
    recalls,
    slope,
)

MOST_STEPS: Final = 40
ENOUGH: Final = 1e-6
FIRST_DAMPING: Final = 1e-3
MOST_DAMPING: Final = 1e8
DECIMALS: Final = 6
OLDEST_COUNTS: Final = 0.25
FEWEST_TARGETS: Final = 200
TRAINING_SHARE: Final = 0.7
FIRSTS: Final = slice(0, 4)
# How far fitted learners lie from the default: the first four in the logarithm.
SPREAD: Final = np.array(
    [
        *(1.3, 1.3, 1.1, 1.1, 0.6, 0.3, 0.6, 0.1, 0.4, 0.2, 0.35),
        *(0.35, 0.08, 0.15, 0.6, 0.25, 0.8, 0.3, 0.3, 0.12, 0.12),
    ]
)
LOW: Final = np.concatenate([np.log(LOWER[FIRSTS]), LOWER[4:]])
HIGH: Final = np.concatenate([np.log(UPPER[FIRSTS]), UPPER[4:]])


class FitCancelledError(Exception):
    """The caller asked the fit to stop."""


class TooFewTargetsError(Exception):
    """The history is too short to learn from."""


Watch = Callable[[float], bool]
"""Is told the share that is done (0–1) and says whether to go on."""


def never_cancelled(_share: float) -> bool:
    """Go on, whatever the share."""
    return True


def fit(
    prepared: Prepared,
    importance: Floats,
    *,
    strength: float = 1.0,
    start: Weights = DEFAULT_WEIGHTS,
    watch: Watch = never_cancelled,
) -> Weights:
    """Return the weights that best explain the targets, each by its importance.

    ``strength`` scales the prior, ``start`` is where the search begins. Raises
    ``FitCancelledError`` when ``watch`` says so.
    """
    precision = strength / SPREAD**2
    origin = _to_free(np.array(DEFAULT_WEIGHTS.values))
    here, damping = _to_free(np.array(start.values)), FIRST_DAMPING
    current = _penalised(prepared, importance, here, origin, precision)
    for step in range(MOST_STEPS):
        if not watch(step / MOST_STEPS):
            raise FitCancelledError
        there = _candidate(here, current, damping)
        new = _penalised(prepared, importance, there, origin, precision)
        if new.loss >= current.loss:
            damping *= 8
            if damping > MOST_DAMPING:
                break
            continue
        gain, here, current = current.loss - new.loss, there, new
        damping /= 4
        if gain < ENOUGH * (abs(new.loss) + 1):
            break
    return Weights(_to_weights(here))


@dataclass(frozen=True, slots=True, kw_only=True)
class FitReport:
    """What a fit came to; losses are mean log losses on the newest 30 % of the targets.

    ``is_better`` says that weights fitted to the older 70 % beat the learner's own there: only
    then are the new ``weights``, fitted to everything, worth adopting. ``right`` is the share (0–1)
    of right answers there, ``foretold_now`` and ``foretold_fitted`` the shares foretold.
    """

    weights: Weights
    targets: int
    loss_now: float
    loss_fitted: float
    right: float
    foretold_now: float
    foretold_fitted: float

    @property
    def is_better(self) -> bool:
        """Whether the new weights won on what they had not seen."""
        return self.loss_fitted < self.loss_now


def fit_to_learner(history: History, now: Weights, watch: Watch = never_cancelled) -> FitReport:
    """Fit weights to a learner's history and try them against those she has now.

    Raises ``TooFewTargetsError`` below 200 targets, ``FitCancelledError`` when ``watch`` says so.
    """
    prepared = prepare(history)
    if prepared.size < FEWEST_TARGETS:
        raise TooFewTargetsError(prepared.size)
    early = oldest(prepared, TRAINING_SHARE)
    tried = fit(prepared, recency(prepared, early), watch=lambda done: watch(done / 2))
    # The rest of the answers moves the weights but little: the search goes on from there.
    weights = fit(
        prepared,
        recency(prepared, np.ones(prepared.size)),
        start=tried,
        watch=lambda done: watch(0.5 + done / 2),
    )
    late = 1 - early
    before, after = (_measured(prepared, it, late) for it in (now, tried))
    return FitReport(
        weights=weights,
        targets=prepared.size,
        loss_now=before[0],
        loss_fitted=after[0],
        right=float(late @ prepared.right / late.sum()),
        foretold_now=before[1],
        foretold_fitted=after[1],
    )


def oldest(prepared: Prepared, share: float) -> Floats:
    """Return 1 for the oldest share of the targets, 0 for the others."""
    chosen = np.zeros(prepared.size)
    chosen[np.argsort(prepared.at, kind="stable")[: int(share * prepared.size)]] = 1
    return chosen


def recency(prepared: Prepared, chosen: Floats) -> Floats:
    """Return the importance of each chosen target: the newest counts 1, the oldest a quarter."""
    in_time = np.argsort(prepared.at, kind="stable")
    importance = np.zeros(prepared.size)
    share = np.cumsum(chosen[in_time]) / chosen.sum()
    importance[in_time] = OLDEST_COUNTS + (1 - OLDEST_COUNTS) * share**3
    return np.where(chosen > 0, importance, 0.0)


def _measured(prepared: Prepared, weights: Weights, chosen: Floats) -> tuple[float, float]:
    """Return the mean loss on the chosen targets, and the mean chance of a right answer."""
    values, total = np.array(weights.values), float(chosen.sum())
    recall, _jacobian = recalls(prepared, values)
    foretold = float(chosen @ chance_right(prepared, recall)) / total
    return slope(prepared, values, chosen).loss / total, foretold


def _penalised(
    prepared: Prepared, importance: Floats, here: Floats, origin: Floats, precision: Floats
) -> Slope:
    values = np.array(_to_weights(here))
    found = slope(prepared, values, importance)
    scale = np.ones(COUNT)
    scale[FIRSTS] = values[FIRSTS]
    away = here - origin
    return Slope(
        found.loss + 0.5 * float(precision @ away**2),
        found.gradient * scale + precision * away,
        found.curvature * np.outer(scale, scale) + np.diag(precision),
    )


def _candidate(here: Floats, current: Slope, damping: float) -> Floats:
    stuck = ((here <= LOW) & (current.gradient > 0)) | ((here >= HIGH) & (current.gradient < 0))
    free = np.flatnonzero(~stuck)
    matrix = current.curvature[np.ix_(free, free)]
    matrix = matrix + damping * np.diag(np.diag(matrix))
    there = here.copy()
    there[free] -= np.linalg.solve(matrix, current.gradient[free])
    there = np.clip(there, LOW, HIGH)
    there[FIRSTS] = _sorted_by_pooling(there[FIRSTS], np.diag(current.curvature)[FIRSTS])
    return there


def _sorted_by_pooling(values: Floats, weight: Floats) -> Floats:
    """Return the nearest values that never fall: neighbours out of order share their mean."""
    pools: list[tuple[float, float, int]] = []
    for value, its_weight in zip(values.tolist(), weight.tolist(), strict=True):
        pool = (value, its_weight, 1)
        while pools and pools[-1][0] > pool[0]:
            before = pools.pop()
            total = before[1] + pool[1]
            mean = (before[0] * before[1] + pool[0] * pool[1]) / total
            pool = (mean, total, before[2] + pool[2])
        pools.append(pool)
    return np.repeat([pool[0] for pool in pools], [pool[2] for pool in pools])


def _to_free(values: Floats) -> Floats:
    return np.concatenate([np.log(values[FIRSTS]), values[4:]])


def _to_weights(free: Floats) -> tuple[float, ...]:
    values = np.concatenate([np.exp(free[FIRSTS]), free[4:]])
    return tuple(np.clip(values.round(DECIMALS), LOWER, UPPER).tolist())

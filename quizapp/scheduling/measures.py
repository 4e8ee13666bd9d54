"""How good predictions are: log loss, RMSE over bins, AUC."""

from typing import Final

import numpy as np

from quizapp.scheduling.evaluation import Evaluation, Measures, Split
from quizapp.scheduling.fit import fit, oldest, recency
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Weights
from quizapp.scheduling.gradient import Floats
from quizapp.scheduling.likelihood import SURE, Prepared, chance_right, prepare, recalls
from quizapp.scheduling.review_csv import ReviewLog, ReviewLogError

# The bin widths of srs-benchmark: each bin is wider than the one before by a constant factor.
DAY_BINS: Final = (2.48, 3.62)
COUNT_BINS: Final = (1.99, 1.89)
LAPSE_BINS: Final = (1.65, 1.73)
FEWEST_TARGETS: Final = 2


def evaluated(log: ReviewLog) -> Evaluation:
    """Fit weights to a log and measure them beside the default; see ``evaluation.evaluate``."""
    prepared = prepare(log.history)
    if prepared.size < FEWEST_TARGETS:
        raise ReviewLogError("review_log_too_short")
    everything = np.ones(prepared.size)
    weights = fit(prepared, recency(prepared, everything))
    early = oldest(prepared, 0.7)
    late = 1 - early
    of_early = fit(prepared, recency(prepared, early))
    constant = np.full(prepared.size, float(early @ prepared.right / early.sum()))
    return Evaluation(
        rows=log.rows,
        cards=len(log.history),
        targets=prepared.size,
        default=measure(prepared, foretold(prepared, DEFAULT_WEIGHTS), everything),
        fitted=measure(prepared, foretold(prepared, weights), everything),
        weights=weights,
        split=Split(
            default=measure(prepared, foretold(prepared, DEFAULT_WEIGHTS), late),
            fitted=measure(prepared, foretold(prepared, of_early), late),
            constant=measure(prepared, constant, late),
        ),
    )


def foretold(prepared: Prepared, weights: Weights) -> Floats:
    """Return the chance of a right answer at each target."""
    recall, _ = recalls(prepared, np.array(weights.values))
    return chance_right(prepared, recall)


def measure(prepared: Prepared, chance: Floats, chosen: Floats) -> Measures:
    """Measure the chances foretold at the targets where ``chosen`` is above 0; at least one."""
    where = np.flatnonzero(chosen)
    y, p = prepared.right[where], chance[where]
    keys = np.stack(
        [
            _binned(prepared.elapsed[where], *DAY_BINS),
            _binned(prepared.days[where], *COUNT_BINS),
            _binned(prepared.lapses[where], *LAPSE_BINS),
        ]
    )
    return Measures(log_loss=log_loss(y, p), rmse_bins=_rmse(keys, y, p), auc=auc(y, p))


def log_loss(y: Floats, p: Floats) -> float:
    """Return the mean of -ln of the chance given to what happened."""
    p = np.clip(p, SURE, 1 - SURE)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def auc(y: Floats, p: Floats) -> float:
    """Return how often a right answer had the higher chance than a wrong one; ties count half.

    One half where all answers were right or all wrong; a partly right answer counts as both.
    """
    _, tie = np.unique(p, return_inverse=True)
    rights, wrongs = np.bincount(tie, y), np.bincount(tie, 1 - y)
    pairs = float(rights.sum() * wrongs.sum())
    if not pairs:
        return 0.5
    return float(rights @ (np.cumsum(wrongs) - wrongs / 2) / pairs)


def _binned(values: Floats, first: float, factor: float) -> Floats:
    lifted = np.maximum(values, 1)
    edges = first * factor ** np.floor(np.log(lifted) / np.log(factor))
    return np.where(values > 0, np.round(edges, 2), 0.0)


def _rmse(keys: Floats, y: Floats, p: Floats) -> float:
    _, place = np.unique(keys, axis=1, return_inverse=True)
    count = np.bincount(place)
    gap = (np.bincount(place, y) - np.bincount(place, p)) / count
    return float(np.sqrt(count @ gap**2 / count.sum()))

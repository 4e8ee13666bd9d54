"""Weights fitted to a learner."""

from pathlib import Path

import numpy as np
import pytest

from quizapp.scheduling.evaluation import evaluate_log
from quizapp.scheduling.fit import (
    FitCancelledError,
    TooFewTargetsError,
    fit,
    fit_to_learner,
    oldest,
    recency,
)
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, LOWER, UPPER, Weights
from quizapp.scheduling.history import History, rated_trial
from quizapp.scheduling.likelihood import prepare, slope
from quizapp.scheduling.memory import Rating
from tests.unit.scheduling.learners import QUICK_FORGETTER, simulated


def same_card(number: int, *steps: tuple[int, int]) -> History:
    return [
        [
            rated_trial(10 * card + at, elapsed, Rating(rating), is_first=not at)
            for at, (elapsed, rating) in enumerate(steps)
        ]
        for card in range(number)
    ]


def fitted(history: History) -> Weights:
    prepared = prepare(history)
    return fit(prepared, np.ones(prepared.size))


def loss(history: History, w: Weights) -> float:
    prepared = prepare(history)
    return slope(prepared, np.array(w.values), np.ones(prepared.size)).loss / prepared.size


def test_first_stabilities_move_from_the_default_to_the_learners_own() -> None:
    values = fitted(simulated(QUICK_FORGETTER, 600)).values[:4]
    for found, true, default in zip(
        values, QUICK_FORGETTER.values, DEFAULT_WEIGHTS.values, strict=False
    ):
        assert abs(np.log(found / true)) < 0.8 * abs(np.log(default / true))


def test_fitted_weights_foretell_another_history_of_the_learner_better() -> None:
    weights = fitted(simulated(QUICK_FORGETTER, 200))
    other = simulated(QUICK_FORGETTER, 400, seed=2)
    assert loss(other, weights) < loss(other, DEFAULT_WEIGHTS) - 0.008


def test_a_learner_like_the_default_keeps_close_to_it() -> None:
    weights = fitted(simulated(DEFAULT_WEIGHTS, 30))
    other = simulated(DEFAULT_WEIGHTS, 400, seed=2)
    assert loss(other, weights) < loss(other, DEFAULT_WEIGHTS) + 0.02


def test_nothing_learnt_leaves_the_default() -> None:
    prepared = prepare(simulated(QUICK_FORGETTER, 20))
    assert fit(prepared, np.zeros(prepared.size)) == DEFAULT_WEIGHTS


@pytest.mark.parametrize(
    "history",
    [
        same_card(60, (0, 3), (3, 3), (8, 3), (20, 3), (60, 3)),
        same_card(60, (0, 1), (1, 1), (1, 1), (1, 1)),
        same_card(20, (0, 1), (0, 1), (0, 3), (1, 1), (0, 3), (5, 3)),
        same_card(20, (0, 4), (3_000, 4), (9_000, 4)),
        same_card(1, (0, 3), (1, 1)),
        same_card(40, (0, 1), (9, 3)) + same_card(40, (0, 4), (1, 1)),
    ],
    ids=["always right", "always wrong", "same day", "ages apart", "one target", "upside down"],
)
def test_odd_histories_give_weights_in_order_and_within_bounds(history: History) -> None:
    values = fitted(history).values
    assert list(values[:4]) == sorted(values[:4])
    assert all(low <= it <= high for low, it, high in zip(LOWER, values, UPPER, strict=True))


def test_the_first_step_is_already_a_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.scheduling.fit.MOST_STEPS", 1)
    history = simulated(QUICK_FORGETTER, 100)
    assert loss(history, fitted(history)) < loss(history, DEFAULT_WEIGHTS)


def test_the_same_history_gives_the_same_weights() -> None:
    history = simulated(QUICK_FORGETTER, 100)
    assert fitted(history) == fitted(history)


def test_newer_answers_count_more() -> None:
    prepared = prepare(simulated(QUICK_FORGETTER, 50))
    importance = recency(prepared, np.ones(prepared.size))
    in_time = importance[np.argsort(prepared.at, kind="stable")]
    assert np.all(np.diff(in_time) > 0)
    assert in_time[-1] == 1
    assert 0.25 < in_time[0] < 0.26


def test_only_what_is_chosen_counts() -> None:
    prepared = prepare(simulated(QUICK_FORGETTER, 50))
    early = oldest(prepared, 0.7)
    assert np.array_equal(recency(prepared, early) > 0, early > 0)
    assert prepared.at[early > 0].max() <= prepared.at[early == 0].min()


def test_a_different_learner_gains_by_the_fit() -> None:
    report = fit_to_learner(simulated(QUICK_FORGETTER, 300), DEFAULT_WEIGHTS)
    assert report.is_better
    assert report.loss_fitted < report.loss_now


def test_weights_that_are_already_hers_are_not_replaced() -> None:
    report = fit_to_learner(simulated(QUICK_FORGETTER, 100), QUICK_FORGETTER)
    assert not report.is_better


def test_too_short_a_history_is_refused() -> None:
    with pytest.raises(TooFewTargetsError):
        fit_to_learner(simulated(QUICK_FORGETTER, 10), DEFAULT_WEIGHTS)


def test_progress_rises_from_nothing_towards_all() -> None:
    told: list[float] = []

    def watch(share: float) -> bool:
        told.append(share)
        return True

    fit_to_learner(simulated(QUICK_FORGETTER, 100), DEFAULT_WEIGHTS, watch)
    assert told == sorted(told)
    assert told[0] == 0
    assert 0.5 <= told[-1] < 1


@pytest.mark.parametrize("stop_at", [0.0, 0.5])
def test_a_fit_can_be_cancelled(stop_at: float) -> None:
    with pytest.raises(FitCancelledError):
        fit_to_learner(
            simulated(QUICK_FORGETTER, 100), DEFAULT_WEIGHTS, lambda share: share < stop_at
        )


def test_the_shared_log_is_fitted_as_well_as_the_references(shared_dir: Path) -> None:
    found = evaluate_log(shared_dir / "reviews" / "shared_anki_josh.csv")
    assert found.fitted.log_loss <= 0.459
    assert found.split.fitted.log_loss <= 0.4545

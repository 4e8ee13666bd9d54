"""Recall and its derivatives on arrays, against the model on single cards."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling import likelihood
from quizapp.scheduling.evidence import after
from quizapp.scheduling.fsrs import LOWER, UPPER, Weights, model_of
from quizapp.scheduling.gradient import Floats
from quizapp.scheduling.history import History, Trial, trials_of
from quizapp.scheduling.likelihood import chance_right, prepare, recalls, slope
from quizapp.scheduling.memory import NEW, Phase
from quizapp.scheduling.replay import Event, LogEntry
from tests.unit.scheduling.learners import QUICK_FORGETTER, simulated
from tests.unit.scheduling.strategies import random_entry, random_weights, weights


def random_history(seed: int, w: Weights) -> tuple[History, list[float]]:
    """Trials of random logs, and recall at each target as the single-card model has it."""
    rng = np.random.default_rng(seed)
    history: History = []
    expected: dict[int, float] = {}
    for card in range(8):
        log = [random_entry(rng, number) for number in range(10)]
        log = [entry for entry in log if entry.event == Event.REVIEW]
        unique = [_at(entry, 100 * card + place) for place, entry in enumerate(log)]
        trials = trials_of(unique, w)
        history.append(trials)
        expected |= _recalls(unique, trials, w)
    prepared = prepare(history)
    return history, [expected[at] for at in prepared.at]


def _at(entry: LogEntry, tick: int) -> LogEntry:
    return LogEntry(
        tick=tick,
        uuid=entry.uuid,
        event=entry.event,
        study_day=entry.study_day,
        evidence=entry.evidence,
        mode=entry.mode,
        retracted=entry.retracted,
    )


def _recalls(log: list[LogEntry], trials: list[Trial], w: Weights) -> dict[int, float]:
    by_tick = {entry.tick: entry for entry in log}
    state, found = NEW, {}
    for trial in trials:
        entry = by_tick[trial.at]
        assert entry.evidence is not None
        if state.phase != Phase.NEW:
            found[trial.at] = model_of(w).recall(state.stability, trial.elapsed)
        state = after(state, entry.evidence, entry.study_day, w)
    return found


@given(st.integers(0, 2**32 - 1), weights())
def test_arrays_remember_as_the_single_card_does(seed: int, w: Weights) -> None:
    history, expected = random_history(seed, w)
    found, _ = recalls(prepare(history), np.array(w.values))
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)


def inner_weights(seed: int) -> Floats:
    """Random weights away from their bounds, where derivatives have two sides."""
    low, high = np.array(LOWER), np.array(UPPER)
    drawn = np.array(random_weights(seed).values)
    inner: Floats = np.clip(drawn, low + 0.02 * (high - low), high - 0.02 * (high - low))
    return inner


@pytest.mark.parametrize("seed", range(6))
def test_the_gradient_is_that_of_small_steps(seed: int) -> None:
    values = inner_weights(seed)
    history, _ = random_history(seed, Weights(tuple(values.tolist())))
    prepared = prepare(history + simulated(QUICK_FORGETTER, 40, seed))
    importance = np.linspace(0.2, 1, prepared.size)
    found = slope(prepared, values, importance)
    for index in range(len(values)):
        step = np.zeros(len(values))
        step[index] = 1e-6 * max(0.1, values[index])
        up, down = (slope(prepared, values + sign * step, importance).loss for sign in (1, -1))
        numeric = (up - down) / (2 * step[index])
        assert found.gradient[index] == pytest.approx(numeric, rel=2e-3, abs=2e-3)


def test_blocks_of_any_size_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    history = simulated(QUICK_FORGETTER, 50)
    values = np.array(QUICK_FORGETTER.values)
    whole = slope(prepare(history), values, np.ones(prepare(history).size))
    monkeypatch.setattr(likelihood, "CARDS_AT_ONCE", 7)
    parts = slope(prepare(history), values, np.ones(prepare(history).size))
    assert parts.loss == pytest.approx(whole.loss)
    assert parts.gradient == pytest.approx(whole.gradient)
    assert parts.curvature == pytest.approx(whole.curvature)


def test_empty_cards_are_left_out() -> None:
    history = simulated(QUICK_FORGETTER, 5)
    assert prepare([[], *history, []]).size == prepare(history).size


def test_days_and_lapses_count_what_came_before() -> None:
    history = simulated(QUICK_FORGETTER, 1, seed=3)
    prepared = prepare(history)
    later = [trial for trial in history[0][1:] if trial.elapsed]
    assert prepared.days.tolist() == list(range(1, len(later) + 1))
    lapses = np.cumsum([trial.right == 0 for trial in later])
    assert prepared.lapses.tolist() == [0, *lapses[:-1]]


def test_a_guess_and_a_slip_bound_the_chance() -> None:
    prepared = prepare(random_history(1, QUICK_FORGETTER)[0])
    ones = np.ones(prepared.size)
    assert chance_right(prepared, ones) == pytest.approx(np.clip(1 - prepared.slip, 0, 1 - 1e-7))
    assert chance_right(prepared, 0 * ones) == pytest.approx(np.clip(prepared.guess, 1e-7, 1))

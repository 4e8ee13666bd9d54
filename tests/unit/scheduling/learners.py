"""Simulated learners: histories whose true weights are known."""

import numpy as np

from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Fsrs6, Weights
from quizapp.scheduling.history import History, Trial, rated_trial
from quizapp.scheduling.memory import Rating

FIRST = (0.24, 0.1, 0.49, 0.17)
GAPS = (0, 1, 1, 2, 4, 8, 15, 30, 60)

QUICK_FORGETTER = Weights((0.1, 0.3, 0.6, 1.5, *DEFAULT_WEIGHTS.values[4:]))


def simulated(weights: Weights, cards: int, seed: int = 1) -> History:
    """A history of cards asked at random gaps by a learner with these weights."""
    rng = np.random.default_rng(seed)
    model = Fsrs6(weights.values)
    return [_card(model, rng, start=20 * number) for number in range(cards)]


def _card(model: Fsrs6, rng: np.random.Generator, start: int) -> list[Trial]:
    first = Rating(int(rng.choice(4, p=FIRST)) + 1)
    s, d = model.first_stability(first), model.first_difficulty(first)
    at = start
    trials = [rated_trial(at, 0, first, is_first=True)]
    for _ in range(int(rng.integers(1, 9))):
        elapsed = int(rng.choice(GAPS))
        recall = model.recall(s, elapsed) if elapsed else 0.8
        rating = Rating.GOOD if rng.random() < recall else Rating.AGAIN
        s = (
            model.next_stability(s, d, recall, rating)
            if elapsed
            else model.same_day_stability(s, rating)
        )
        d = model.next_difficulty(d, rating)
        at += elapsed
        trials.append(rated_trial(at, elapsed, rating, is_first=False))
    return trials

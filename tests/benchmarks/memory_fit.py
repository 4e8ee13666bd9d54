"""How long memory's heavy work takes: fit, forecast, fold.

``python -m tests.benchmarks.memory_fit`` prints one JSON line a measurement.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable

import numpy as np

from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import Evidence
from quizapp.scheduling.fit import fit_to_learner
from quizapp.scheduling.forecast import ForecastCards, ForecastRules, forecast
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS
from quizapp.scheduling.replay import Event, LogEntry, fold
from tests.unit.scheduling.learners import QUICK_FORGETTER, simulated

REVIEWS_A_CARD = 10
START = 20_000


def timed(name: str, size: int, work: Callable[[], object]) -> None:
    """Run the work once and print what it took."""
    started = time.perf_counter()
    work()
    seconds = round(time.perf_counter() - started, 2)
    print(json.dumps({"measured": name, "size": size, "seconds": seconds}), flush=True)


def a_log(card: int) -> list[LogEntry]:
    """The log of one card: ten typed answers, every fifth wrong."""
    return [
        LogEntry(
            tick=REVIEWS_A_CARD * card + place,
            uuid=(REVIEWS_A_CARD * card + place).to_bytes(16, "big"),
            event=Event.REVIEW,
            study_day=START + place * (place + 1),
            evidence=Evidence(kind=Kind.TERM, score=float((card + place) % 5 > 0)),
        )
        for place in range(REVIEWS_A_CARD)
    ]


def some_cards(number: int) -> ForecastCards:
    """Cards with stabilities from hours to years, due within two months."""
    rng = np.random.default_rng(1)
    stability = np.exp(rng.normal(3, 1.2, number))
    due = START + rng.integers(-5, 60, number)
    return ForecastCards(
        stability=stability.tolist(),
        difficulty=rng.uniform(2, 9, number).tolist(),
        last_day=(due - np.maximum(1, stability)).astype(int).tolist(),
        due_day=due.tolist(),
        new=number // 10,
    )


def main() -> int:
    """Measure fit (two fits and the hold-out), forecast of a year, and fold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reviews", type=int, default=100_000)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--log", type=int, default=300_000)
    options = parser.parse_args()
    history = simulated(QUICK_FORGETTER, round(options.reviews / 5.5))
    reviews = sum(map(len, history))
    timed("fit", reviews, lambda: fit_to_learner(history, DEFAULT_WEIGHTS))
    cards = some_cards(options.cards)
    for minutes in (None, 30.0):
        rules = ForecastRules(study_day=START, minutes=minutes)
        limit = "no limit" if minutes is None else f"{minutes:.0f} minutes"
        timed(f"forecast, {limit}", options.cards, lambda it=rules: forecast(cards, it))  # type: ignore[misc]
    logs = [a_log(card) for card in range(options.log // REVIEWS_A_CARD)]
    timed("fold", options.log, lambda: [fold(log, DEFAULT_WEIGHTS) for log in logs])
    return 0


if __name__ == "__main__":
    sys.exit(main())

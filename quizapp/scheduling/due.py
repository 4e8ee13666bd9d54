"""Decides the day a card is due: the interval, spread over days that have least to do.

The decision is made once and written in the log, so chance has no part in it: what looks random is
a hash of the card and its repetition.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Final

from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, INTERVAL_MAX, Weights, model_of
from quizapp.scheduling.memory import MemoryState

DESIRED_RETENTION: Final = 0.9
NO_FUZZ_BELOW: Final = 3
CANDIDATES: Final = 4
# (from, to, share of the days between them that the window grows by to each side)
FUZZ: Final = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float(INTERVAL_MAX), 0.05))


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRules:
    """What the learner set: the wanted chance of recall, her weights, the longest interval."""

    desired_retention: float = DESIRED_RETENTION
    weights: Weights = DEFAULT_WEIGHTS
    longest_days: int = INTERVAL_MAX
    is_spread: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """What else is due: cards per study day, and the days on which siblings are due."""

    load: Mapping[int, int] = field(default_factory=dict[int, int])
    sibling_days: Collection[int] = ()


NOBODY: Final = Crowd()


def due_window(state: MemoryState, rules: DueRules) -> range:
    """Return the study days among which the due day is chosen, earliest first.

    One day longer than the spread at its end, for siblings that fill the rest.
    """
    low, high = _spread(_interval(state, rules), rules)
    return range(state.last_day + low, state.last_day + high + 2)


def decide_due_day(card: str, state: MemoryState, rules: DueRules, crowd: Crowd = NOBODY) -> int:
    """Return the study day on which a card that has been answered is due, always a later one.

    ``card`` is the card's global name. Out of a few days that its hash draws from the window the
    least loaded is taken; days of siblings only when no other is left.
    """
    window = due_window(state, rules)
    free = [day for day in window[:-1] if day not in crowd.sibling_days]
    if not free:
        return window[-1] if window[-1] not in crowd.sibling_days else window[0]
    drawn = _drawn(f"{card} {state.reps}", free)
    # Later days have had less time to fill: by bare load every card would drift to the late end.
    return min(drawn, key=lambda day: crowd.load.get(day, 0) * (day - state.last_day))


def _interval(state: MemoryState, rules: DueRules) -> int:
    wanted = model_of(rules.weights).interval(state.stability, rules.desired_retention)
    return max(1, min(wanted, rules.longest_days))


def _spread(interval: int, rules: DueRules) -> tuple[int, int]:
    if interval < NO_FUZZ_BELOW or not rules.is_spread:
        return interval, interval
    delta = 1.0 + sum(share * max(min(interval, end) - start, 0.0) for start, end, share in FUZZ)
    low, high = max(2, round(interval - delta)), round(interval + delta)
    return low, max(low, min(high, rules.longest_days))


def _drawn(seed: str, days: list[int]) -> list[int]:
    digest = blake2b(seed.encode(), digest_size=4 * CANDIDATES).digest()
    numbers = (
        int.from_bytes(digest[4 * place : 4 * place + 4], "big") for place in range(CANDIDATES)
    )
    return [days[number % len(days)] for number in numbers]

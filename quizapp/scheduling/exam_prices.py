"""The price of a second on each study day: what makes the planned seconds fit the days."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from quizapp.scheduling.exam_memory import Floats
from quizapp.scheduling.exam_value import GroupValue, Slots

CHEAPEST: Final = -16.0
DEAREST: Final = 1.0
FIRST_GUESS: Final = -5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How hard the prices are sought; the defaults are those of the program."""

    softness: float = 0.006
    first_softness: float = 0.016
    halvings: int = 9
    rounds: int = 2
    steps: int = 8
    stride: float = 0.25


PROGRAM_EFFORT: Final = Effort()


def settle(values: Sequence[GroupValue], slots: Slots, effort: Effort = PROGRAM_EFFORT) -> Floats:
    """Return the logarithms of the prices, one for each slot."""
    market = _Market(values, slots)
    log_price = np.full(len(slots.days), FIRST_GUESS)
    log_price = market.levelled(log_price, 5.0, effort.halvings, effort.first_softness)
    softness = effort.first_softness
    for number in range(effort.rounds):
        stride = effort.stride / (1 + number / 2)
        for step in range(effort.steps):
            used = market.use(log_price, softness)
            moved = np.clip(used / slots.seconds - 1, -1.0, 3.0)
            log_price = log_price + stride / (1 + 2 * step / effort.steps) * moved
            log_price = np.clip(log_price, CHEAPEST, DEAREST)
        softness = max(softness / 2, effort.softness)
        log_price = market.levelled(log_price, 0.6, 3, softness)
    return log_price


class _Market:
    """What is used of each slot at given prices."""

    def __init__(self, values: Sequence[GroupValue], slots: Slots) -> None:
        self._values, self._slots = values, slots

    def use(self, log_price: Floats, softness: float) -> Floats:
        price = np.exp(log_price)
        used = np.zeros(len(price))
        for value in self._values:
            value.solve(price, softness)
            used += value.usage(softness)
        return used

    def levelled(self, log_price: Floats, reach: float, halvings: int, softness: float) -> Floats:
        """Shift all prices together until the seconds of all slots together are used."""
        low, high = -reach, reach
        total = self._slots.seconds.sum()
        for _ in range(halvings):
            middle = (low + high) / 2
            shifted = np.clip(log_price + middle, CHEAPEST, DEAREST)
            is_short = self.use(shifted, softness).sum() > total
            low, high = (middle, high) if is_short else (low, middle)
        return np.clip(log_price + (low + high) / 2, CHEAPEST, DEAREST)

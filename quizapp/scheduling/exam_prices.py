"""The price of a second on each study day: what makes the planned seconds fit the days."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from quizapp.scheduling.exam import go_on
from quizapp.scheduling.exam_pace import Floats
from quizapp.scheduling.exam_value import GroupValue, Slots

CHEAPEST: Final = -16.0
DEAREST: Final = 1.0
FIRST_GUESS: Final = -5.0
SOFTNESS: Final = 0.006
FIRST_SOFTNESS: Final = 0.016
FIRST_REACH: Final = 5.0
FIRST_HALVINGS: Final = 8
FIRST_STEPS: Final = 8
FIRST_STRIDE: Final = 0.25
REACH: Final = 0.6
HALVINGS: Final = 3
STEPS: Final = 14
STRIDE: Final = 0.16
# Where time is nearly free, so little is at stake that choices must be told apart more finely.
OF_AN_ANSWER: Final = 0.3
SHARPEST: Final = 0.0004
OFF_BY: Final = 0.04
CHANGED_REACH: Final = 2.5
CHANGED_HALVINGS: Final = 7
LATER_STEPS: Final = 16
LATER_STRIDE: Final = 0.08


def settle(
    values: Sequence[GroupValue],
    slots: Slots,
    whole: GroupValue | None = None,
    heed: Callable[[], None] = go_on,
) -> Floats:
    """Return the logarithms of the prices, one for each slot, knowing nothing of them.

    ``whole`` takes all cards as one group: with it a first idea is had sooner. ``heed`` is called
    before each try.
    """
    market = _Market(values if whole is None else [whole], slots, heed)
    guess = np.full(len(slots.days), FIRST_GUESS)
    if not len(guess):
        return guess
    guess = market.levelled(guess, FIRST_REACH, FIRST_HALVINGS, FIRST_SOFTNESS)
    guess = market.moved(guess, FIRST_STEPS, FIRST_STRIDE, FIRST_SOFTNESS)
    market = _Market(values, slots, heed)
    guess = market.levelled(guess, REACH, HALVINGS, SOFTNESS)
    return market.moved(guess, STEPS, STRIDE, SOFTNESS)


def settle_from(
    guess: Floats,
    values: Sequence[GroupValue],
    slots: Slots,
    heed: Callable[[], None] = go_on,
) -> Floats:
    """Return the prices that an earlier plan's have become."""
    if not len(guess):
        return guess
    market = _Market(values, slots, heed)
    total = slots.seconds.sum()
    if abs(market.use(guess, SOFTNESS).sum() - total) > OFF_BY * total:
        guess = market.levelled(guess, CHANGED_REACH, CHANGED_HALVINGS, SOFTNESS)
    return market.moved(guess, LATER_STEPS, LATER_STRIDE, SOFTNESS)


class _Market:
    """What is used of each slot at given prices."""

    def __init__(
        self, values: Sequence[GroupValue], slots: Slots, heed: Callable[[], None]
    ) -> None:
        self._values, self._slots, self._heed = values, slots, heed
        taken = [value.group.passed_seconds for value in values]
        self._answer_seconds = float(np.mean(taken)) if taken else 0.0

    def use(self, log_price: Floats, softness: float) -> Floats:
        self._heed()
        price = np.exp(log_price)
        an_answer = self._answer_seconds * float(price.mean())
        softness = min(softness, max(OF_AN_ANSWER * an_answer, SHARPEST))
        used = np.zeros(len(price))
        for value in self._values:
            value.solve(price, softness)
            used += value.usage(softness)
        return used

    def moved(self, log_price: Floats, steps: int, stride: float, softness: float) -> Floats:
        """Make slots dearer where more is used than there is, and cheaper where less."""
        for step in range(steps):
            excess = np.clip(self.use(log_price, softness) / self._slots.seconds - 1, -1.0, 3.0)
            log_price = log_price + stride / (1 + 2 * step / steps) * excess
            log_price = np.clip(log_price, CHEAPEST, DEAREST)
        return log_price

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

"""Plays the plan forward for cards as a mass: what is asked on each slot until its time is used.

Cards are taken as today's are, by what asking now gains over waiting, per second; what comes of it
is what comes of it on average. So the promise is made of the very order that will be followed.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from quizapp.scheduling.exam_memory import Ints
from quizapp.scheduling.exam_pace import Floats
from quizapp.scheduling.exam_value import Ahead, GroupValue, Slots

NOTHING: Final = 1e-9
NOT_YET: Final = -1.0


@dataclass(frozen=True, slots=True)
class Path:
    """What befalls a group: how its cards choose among the slots ahead of them, and at last never.

    ``after`` is for cards last asked on each slot, ``waiting`` for those asked before today, by
    gap; both by choice and grid point. ``new`` is for new cards, by choice.
    """

    after: list[Floats]
    waiting: dict[int, Floats]
    new: Floats


@dataclass(frozen=True, slots=True)
class Followed:
    """The paths of all groups, and what happens on each slot.

    ``known`` is, by group, the number of cards known just before it.
    """

    paths: list[Path]
    answers: Floats
    new: Floats
    known: Floats


def follow(values: list[GroupValue], slots: Slots, price: Floats, lost: float) -> Followed:
    """Play the plan that the values were solved for at a price of each slot.

    ``lost`` is the share of its worth that a new card loses when it is put off.
    """
    crowds = [_Crowd(value, price, lost) for value in values]
    count = len(slots.days)
    answers, new, known = np.zeros(count), np.zeros(count), np.zeros((len(values), count))
    for slot in range(count):
        known[:, slot] = [crowd.known(slot) for crowd in crowds]
        index = np.concatenate([crowd.offered(slot) for crowd in crowds])
        mass = np.concatenate([crowd.masses() for crowd in crowds])
        seconds = np.concatenate([crowd.seconds_of(slot) for crowd in crowds])
        taken = _filled(index, mass * seconds, float(slots.seconds[slot]))
        at = 0
        for crowd in crowds:
            answers[slot] += float(taken[at : at + crowd.size] @ crowd.masses())
            new[slot] += crowd.take(slot, taken[at : at + crowd.size])
            at += crowd.size
    return Followed([crowd.path() for crowd in crowds], answers, new, known)


def _filled(index: Floats, seconds: Floats, budget: float) -> Floats:
    """Return the share of each offer that is taken: the best ones, until the time is used."""
    offers = np.flatnonzero((index > 0) & (seconds > NOTHING))
    offers = offers[np.argsort(-index[offers], kind="stable")]
    before = np.cumsum(seconds[offers]) - seconds[offers]
    shares = np.clip((budget - before) / np.maximum(seconds[offers], NOTHING), 0.0, 1.0)
    is_full = len(offers) and shares[-1] < 1
    # What no card is in follows the same line: it matters to single cards between the points.
    line = float(index[offers][shares < 1][0]) if is_full else 0.0
    taken = (index > line).astype(float)
    taken[offers] = shares
    return taken


class _Crowd:
    """The cards of one group: rows for each gap before today, then for each slot, then new ones."""

    def __init__(self, value: GroupValue, price: Floats, lost: float) -> None:
        self._value = value
        self._gaps = list(value.waiting)
        self._sources = [*value.waiting.values(), *value.after]
        rows, count, points = len(self._sources), len(price), value.grid.points
        self._index = np.full((rows, count, points), NOT_YET)
        self._seconds = np.ones((rows, count, points))
        self._gap: Ints = np.zeros((rows, count), dtype=np.int64)
        self._taken = np.zeros((rows, count, points))
        self._taken_new = np.zeros(count)
        self._mass = np.zeros((rows, points))
        for row, gap in enumerate(self._gaps):
            self._mass[row] = value.group.masses[gap]
        self._new = float(value.group.new)
        self.size = rows * points + 1
        for row, ahead in enumerate(self._sources):
            self._prepare(row, ahead, price)
        gained = value.new_values - (1 - lost) * value.new_waiting[1:]
        self._new_index = gained * value.group.worth / value.group.new_seconds

    def _prepare(self, row: int, ahead: Ahead, price: Floats) -> None:
        """Work out what asking cards of a row on each slot gains over asking them later."""
        if not len(ahead.gaps):
            return
        value, later = self._value, slice(ahead.start, None)
        seconds = value.seconds(ahead).astype(float)
        options = value.options(ahead).astype(float)
        best_later = np.maximum.accumulate(options[::-1])[::-1][1:]
        asked = options[:-1] + price[later, None] / value.group.worth * seconds
        self._index[row, later] = (asked - best_later) * value.group.worth / seconds
        self._seconds[row, later] = seconds
        self._gap[row, later] = ahead.gaps

    def offered(self, slot: int) -> Floats:
        """Return what asking gains per second, by row and grid point, and for new cards."""
        return np.append(self._index[:, slot].ravel(), self._new_index[slot])

    def masses(self) -> Floats:
        """Return how many cards there are, likewise."""
        return np.append(self._mass.ravel(), self._new)

    def seconds_of(self, slot: int) -> Floats:
        """Return what a card takes, likewise."""
        return np.append(self._seconds[:, slot].ravel(), self._value.group.new_seconds)

    def known(self, slot: int) -> float:
        """Return how many cards are known just before a slot."""
        recall = self._value.grid.recall[self._gap[:, slot]]
        return float((self._mass * recall).sum())

    def take(self, slot: int, shares: Floats) -> float:
        """Ask these shares of the cards on a slot; return how many new ones that were."""
        self._taken[:, slot] = shares[:-1].reshape(self._mass.shape)
        self._taken_new[slot] = shares[-1]
        asked = self._mass * self._taken[:, slot]
        self._mass -= asked
        rows = np.flatnonzero(asked.sum(1) > NOTHING)
        moves = self._value.grid.moves[self._gap[rows, slot]]
        moved = np.matmul(asked[rows, None, :].astype(np.float32), moves)[:, 0].sum(0)
        new = self._new * float(shares[-1])
        self._new -= new
        self._mass[len(self._gaps) + slot] += moved + new * self._value.grid.first
        return new

    def path(self) -> Path:
        """Return how the cards have chosen."""
        choices = [
            _choice(taken[ahead.start :])
            for taken, ahead in zip(self._taken, self._sources, strict=True)
        ]
        known = len(self._gaps)
        waiting = dict(zip(self._gaps, choices[:known], strict=True))
        return Path(choices[known:], waiting, _choice(self._taken_new[:, None])[:, 0])


def _choice(taken: Floats) -> Floats:
    """Turn the share taken of what is left on each slot into the share of all; never is last."""
    left = np.cumprod(np.concatenate([np.ones((1, taken.shape[1])), 1 - taken]), axis=0)
    return np.concatenate([left[:-1] * taken, left[-1:]])

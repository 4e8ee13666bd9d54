"""What having just reviewed a card is worth for its exams, when later time has a price.

Dynamic programme on a grid of stability and difficulty. After a review a card is worth the best of
never asking it again and asking it again on any later slot, less the price of the seconds that
takes. A slot is one study day, or a few of them where the exams are far away.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.exam_memory import ExamMemory, Floats, Ints
from quizapp.scheduling.fsrs import DIFFICULTY_MAX, DIFFICULTY_MIN

Floats32 = NDArray[np.float32]
STABILITIES: Final = 22
DIFFICULTIES: Final = 3
LOWEST_S: Final = 0.02
HIGHEST_S: Final = 2_000.0
DAYS_ONE_BY_ONE: Final = 48
GAP_GROWTH: Final = 1.06
LONGEST_GAP: Final = 4_000
EDGE: Final = 1e-6


class Grid:
    """Points of stability and difficulty, and how asking moves a card between them."""

    def __init__(self, memory: ExamMemory) -> None:
        self.memory = memory
        self._ls = np.linspace(np.log(LOWEST_S), np.log(HIGHEST_S), STABILITIES)
        self._dg = np.linspace(DIFFICULTY_MIN, DIFFICULTY_MAX, DIFFICULTIES)
        s, d = np.meshgrid(np.exp(self._ls), self._dg, indexing="ij")
        self.s, self.d = s.ravel(), d.ravel()
        self.points = len(self.s)
        self.gaps = _gaps()
        self.recall = memory.recall(self.gaps[:, None].astype(float), self.s[None, :]).astype(
            np.float32
        )
        self.moves = self._moves()
        self.first = self.spread(memory.first_s, memory.first_d, memory.first_shares)

    def corners(self, s: Floats, d: Floats) -> list[tuple[Ints, Floats]]:
        """Return the four points around each state and how near each is (the shares sum to 1)."""
        x = (np.log(s) - self._ls[0]) / (self._ls[1] - self._ls[0])
        y = (d - DIFFICULTY_MIN) / (self._dg[1] - self._dg[0])
        x = np.clip(x, 0, STABILITIES - 1 - EDGE)
        y = np.clip(y, 0, DIFFICULTIES - 1 - EDGE)
        i, j = x.astype(np.int64), y.astype(np.int64)
        x, y = x - i, y - j
        at = i * DIFFICULTIES + j
        return [
            (at, (1 - x) * (1 - y)),
            (at + 1, (1 - x) * y),
            (at + DIFFICULTIES, x * (1 - y)),
            (at + DIFFICULTIES + 1, x * y),
        ]

    def spread(self, s: Floats, d: Floats, mass: Floats) -> Floats32:
        """Return the mass of cards at each point."""
        total = np.zeros(self.points)
        for at, share in self.corners(s, d):
            total += np.bincount(at, mass * share, self.points)
        return total.astype(np.float32)

    def gap_index(self, days: Ints) -> Ints:
        """Return which of the known gaps is nearest to a number of days."""
        at = np.searchsorted(self.gaps, np.clip(days, self.gaps[0], self.gaps[-1]))
        below = np.maximum(at - 1, 0)
        nearer = days - self.gaps[below] < self.gaps[at] - days
        return np.where(nearer, below, at)

    def read(self, values: Floats32, s: Floats, d: Floats) -> Floats:
        """Return what the values are between the points."""
        total = np.zeros(len(s))
        for at, share in self.corners(s, d):
            total += values[at] * share
        return total

    def _moves(self) -> Floats32:
        gaps, n = len(self.gaps), self.points
        moves = np.zeros(gaps * n * n)
        rows = np.arange(gaps * n) * n
        s, d = np.tile(self.s, gaps), np.tile(self.d, gaps)
        recall = self.recall.ravel().astype(float)
        for chance, next_s, next_d in self.memory.outcomes(s, d, recall):
            for at, share in self.corners(next_s, next_d):
                moves += np.bincount(rows + at, chance * share, len(moves))
        return moves.reshape(gaps, n, n).astype(np.float32)


def _gaps() -> Ints:
    gaps = list(range(1, DAYS_ONE_BY_ONE + 1))
    while gaps[-1] < LONGEST_GAP:
        gaps.append(int(np.ceil(gaps[-1] * GAP_GROWTH)))
    return np.array(gaps)


@dataclass(frozen=True, slots=True)
class Slots:
    """The times of study ahead: days from today, the first of them 0, and seconds for each."""

    days: Ints
    seconds: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cards that are alike to the planner: the same exams, about the same seconds and weight.

    ``exam_days`` are days from today, ``shares`` what each exam counts of a card's ``worth``.
    """

    exam_days: Floats
    shares: Floats
    worth: float
    new_seconds: float
    passed_seconds: float
    failed_seconds: float
    new: int = 0
    masses: dict[int, Floats32] = field(default_factory=dict[int, Floats32])


class GroupValue:
    """The dynamic programme of one group; ``solve`` comes first, ``usage`` and values after."""

    def __init__(self, grid: Grid, slots: Slots, group: Group) -> None:
        self.grid, self.slots, self.group = grid, slots, group
        self._count = len(slots.days)
        between = slots.days[None, :] - slots.days[:, None]
        self._gap = grid.gap_index(np.maximum(between, 1))
        self._rewards = [self._met(k, float(slots.days[k])) for k in range(self._count)]
        self._waiting = {gap: self._wait(gap) for gap in group.masses}
        self.values: Floats32 = np.zeros((self._count, grid.points), np.float32)
        self.new_values: Floats = np.zeros(self._count)
        self.new_waiting: Floats = np.zeros(self._count + 1)
        self._choice: list[Floats32] = []
        self._price: Floats32 = np.zeros(self._count, np.float32)

    def _wait(self, gap: int) -> tuple[int, Ints, Floats32]:
        """Return where a card last asked ``gap`` days ago starts, its gaps, and what exams give."""
        days = self.slots.days
        start = int(gap == 0 and days[0] == 0)
        gaps = self.grid.gap_index(np.maximum(days[start:] + gap, 1))
        return start, gaps, self._met(start - 1, -float(gap))

    def _met(self, slot: int, reviewed: float) -> Floats32:
        """Return what exams give a card from a review until each later slot, and after the last.

        ``reviewed`` is the day of that review; ``slot`` is -1 for cards not asked today.
        """
        group, days = self.group, self.slots.days
        start = float(days[slot]) if slot >= 0 else -1.0
        elapsed = (group.exam_days - reviewed)[:, None]
        known = group.shares[:, None] * self.grid.memory.recall(
            np.maximum(elapsed, 0.0), self.grid.s[None, :]
        )
        until = np.append(days[slot + 1 :], np.inf)
        counts = (group.exam_days > start) & (group.exam_days <= until[:, None])
        total: Floats32 = (counts @ known).astype(np.float32)
        return total

    def solve(self, price: Floats, softness: float = 0.0) -> None:
        """Work out the values at a price (of a second, in worth) for each slot."""
        group = self.group
        self._price = (price / group.worth).astype(np.float32)
        self._choice = [np.zeros((0, 0), np.float32)] * self._count
        for k in range(self._count - 1, -1, -1):
            options = self._options(self._gap[k, k + 1 :], k + 1, self._rewards[k])
            self.values[k] = options.max(0)
            if softness:
                self._choice[k], self.values[k] = _softly(options, self.values[k], softness)
        self.new_values = self.values @ self.grid.first
        worth = self.new_values - self._price * group.new_seconds
        best_later = np.maximum.accumulate(np.maximum(worth, 0.0)[::-1])[::-1]
        self.new_waiting = np.append(best_later, 0.0)

    def usage(self, softness: float) -> Floats:
        """Return the seconds that the cards would take in each slot, had each its own way."""
        group, count = self.group, self._count
        seconds = np.zeros(count)
        mass = np.zeros((count, self.grid.points), np.float32)
        if group.new:
            worth = np.append(self.new_values - self._price * group.new_seconds, 0.0)
            chosen = np.exp((worth - worth.max()) / softness)
            chosen *= group.new / chosen.sum()
            seconds += chosen[:-1] * group.new_seconds
            mass += chosen[:-1, None].astype(np.float32) * self.grid.first
        for gap, cards in group.masses.items():
            start, gaps, rewards = self._waiting[gap]
            if start < count:
                options = self._options(gaps, start, rewards)
                choice, _ = _softly(options, options.max(0), softness)
                self._push(choice[:-1] * cards, gaps, start, (seconds, mass))
        for k in range(count - 1):
            self._push(
                self._choice[k][:-1] * mass[k], self._gap[k, k + 1 :], k + 1, (seconds, mass)
            )
        return seconds

    def _options(self, gaps: Ints, start: int, rewards: Floats32) -> Floats32:
        """Return what each choice is worth at each point: asking on a slot, and at last never."""
        options = rewards.copy()
        if len(gaps):
            later = np.matmul(self.grid.moves[_span(gaps)], self.values[start:, :, None])[..., 0]
            options[:-1] += later - self._price[start:, None] * self._seconds(gaps)
        return options

    def _seconds(self, gaps: Ints) -> Floats32:
        group = self.group
        known = self.grid.recall[_span(gaps)]
        saved = np.float32(group.failed_seconds - group.passed_seconds)
        return np.float32(group.failed_seconds) - known * saved

    def _push(self, asked: Floats32, gaps: Ints, start: int, into: tuple[Floats, Floats32]) -> None:
        seconds, mass = into
        seconds[start:] += (asked * self._seconds(gaps)).sum(1)
        mass[start:] += np.matmul(asked[:, None, :], self.grid.moves[_span(gaps)])[:, 0]


def _span(gaps: Ints) -> slice | Ints:
    """Return neighbouring indexes as a slice, which numpy need not copy."""
    if gaps[-1] - gaps[0] == len(gaps) - 1:
        return slice(int(gaps[0]), int(gaps[-1]) + 1)
    return gaps


def _softly(options: Floats32, best: Floats32, softness: float) -> tuple[Floats32, Floats32]:
    """Return how a choice falls that likes near-equals nearly equally, and what it is worth."""
    chance = np.exp((options - best) / np.float32(softness))
    total = chance.sum(0)
    return chance / total, best + np.float32(softness) * np.log(total)

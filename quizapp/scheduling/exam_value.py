"""What having just reviewed a card is worth for its exams, when later time has a price.

Dynamic programme on a grid of stability and difficulty. After a review a card is worth the best of
never asking it again and asking it again on any later slot, less the price of the seconds that
takes. A slot is one study day, or a few of them where the exams are far away.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.exam import Habits
from quizapp.scheduling.exam_memory import ExamMemory, Ints
from quizapp.scheduling.exam_pace import Floats, Pace
from quizapp.scheduling.fsrs import DIFFICULTY_MAX, DIFFICULTY_MIN, Weights

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

    def read(self, values: Floats32 | Floats, s: Floats, d: Floats) -> Floats:
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


@lru_cache(maxsize=4)
def grid_of(weights: Weights, habits: Habits, pace: Pace) -> Grid:
    """Return the grid of a learner's memory; the newest few are kept, as they are dear to make."""
    return Grid(ExamMemory(weights, habits, pace))


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


@dataclass(frozen=True, slots=True)
class NewCards:
    """The new cards of a group, parted by the seconds that they take for their worth.

    ``cards`` counts each part, ``seconds`` is what a card of it takes, and ``charged`` the seconds
    of a card of the group's mean worth that is as dear for its worth.
    """

    cards: Floats
    seconds: Floats
    charged: Floats


NONE_NEW: Final = NewCards(np.zeros(0), np.zeros(0), np.zeros(0))


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
    new_cards: NewCards = NONE_NEW
    cards: int = 0
    masses: dict[int, Floats32] = field(default_factory=dict[int, Floats32])


@dataclass(frozen=True, slots=True)
class Ahead:
    """What lies before a card last asked on some day: the slots from ``start`` on, then never.

    ``reviewed`` is that day, from today; ``gaps`` index the days from it to each slot; ``met`` says
    of each choice (rows) which exams (columns) find the card as it was left; ``reward`` is what
    those exams give, by choice and grid point.
    """

    start: int
    reviewed: float
    gaps: Ints
    met: NDArray[np.bool_]
    reward: Floats32


class GroupValue:
    """The dynamic programme of one group; ``solve`` comes first, ``usage`` and values after."""

    def __init__(self, grid: Grid, slots: Slots, group: Group) -> None:
        self.grid, self.slots, self.group = grid, slots, group
        count = len(slots.days)
        self.after = [self._ahead(k + 1, float(day)) for k, day in enumerate(slots.days)]
        self.waiting = {gap: self._ahead(self._first(gap), -float(gap)) for gap in group.masses}
        self.values: Floats32 = np.zeros((count, grid.points), np.float32)
        self.new_values: Floats = np.zeros(count)
        self.new_waiting: Floats = np.zeros(count + 1)
        self._choices: list[Floats32] = []
        self._price: Floats32 = np.zeros(count, np.float32)

    def _first(self, gap: int) -> int:
        """Return the first slot for cards last asked ``gap`` days ago: not twice on one day."""
        is_open = len(self.slots.days) > 0 and self.slots.days[0] == 0
        return int(gap == 0 and is_open)

    def _ahead(self, start: int, reviewed: float) -> Ahead:
        group, days = self.group, self.slots.days[start:]
        since = float(self.slots.days[start - 1]) if start else -1.0
        until = np.append(days, np.inf)
        met = (group.exam_days > since) & (group.exam_days <= until[:, None])
        elapsed = np.maximum(group.exam_days - reviewed, 0.0)[:, None]
        known = group.shares[:, None] * self.grid.memory.recall(elapsed, self.grid.s[None, :])
        gaps = self.grid.gap_index(np.maximum(days - int(reviewed), 1))
        return Ahead(start, reviewed, gaps, met, (met @ known).astype(np.float32))

    def solve(self, price: Floats, softness: float = 0.0) -> None:
        """Work out the values at a price (of a second, in worth) for each slot."""
        group = self.group
        self._price = (price / group.worth).astype(np.float32)
        self._choices = [np.zeros((0, 0), np.float32)] * len(self.after)
        for k in range(len(self.after) - 1, -1, -1):
            options = self.options(self.after[k])
            self.values[k] = options.max(0)
            if softness:
                self._choices[k], self.values[k] = _softly(options, self.values[k], softness)
        self.new_values = (self.values @ self.grid.first).astype(float)
        worth = self.new_values - self._price * group.new_seconds
        best_later = np.maximum.accumulate(np.maximum(worth, 0.0)[::-1])[::-1]
        self.new_waiting = np.append(best_later, 0.0)

    def usage(self, softness: float) -> Floats:
        """Return the seconds that the cards would take in each slot, had each its own way."""
        group, count = self.group, len(self.after)
        flow = _Flow(np.zeros(count), np.zeros((count, self.grid.points), np.float32))
        if group.new:
            chosen = self._new_asked(softness)
            flow.seconds += group.new_cards.seconds @ chosen
            flow.mass += chosen.sum(0)[:, None].astype(np.float32) * self.grid.first
        for gap, cards in group.masses.items():
            options = self.options(self.waiting[gap])
            choice, _ = _softly(options, options.max(0), softness)
            self._push(choice * cards, self.waiting[gap], flow)
        for k, choice in enumerate(self._choices):
            self._push(choice * flow.mass[k], self.after[k], flow)
        return flow.seconds

    def _new_asked(self, softness: float) -> Floats:
        """Return how many new cards of each part are asked on each slot."""
        new = self.group.new_cards
        worth = self.new_values - self._price * new.charged[:, None]
        best = np.maximum(worth.max(1, keepdims=True), 0.0)
        chance = np.exp((worth - best) / softness)
        never = np.exp(-best / softness)
        asked: Floats = new.cards[:, None] * chance / (chance.sum(1, keepdims=True) + never)
        return asked

    def options(self, ahead: Ahead) -> Floats32:
        """Return what each choice is worth at each point: asking on a slot, and at last never."""
        options = ahead.reward.copy()
        if len(ahead.gaps):
            moves = self.grid.moves[span(ahead.gaps)]
            later = np.matmul(moves, self.values[ahead.start :, :, None])[..., 0]
            options[:-1] += later - self._price[ahead.start :, None] * self.seconds(ahead)
        return options

    def seconds(self, ahead: Ahead) -> Floats32:
        """Return what asking takes on each slot ahead, by grid point."""
        group = self.group
        known = self.grid.recall[span(ahead.gaps)]
        saved = np.float32(group.failed_seconds - group.passed_seconds)
        return np.float32(group.failed_seconds) - known * saved

    def _push(self, asked: Floats32, ahead: Ahead, flow: "_Flow") -> None:
        if not len(ahead.gaps):
            return
        flow.seconds[ahead.start :] += (asked[:-1] * self.seconds(ahead)).sum(1)
        moves = self.grid.moves[span(ahead.gaps)]
        flow.mass[ahead.start :] += np.matmul(asked[:-1, None, :], moves)[:, 0]


@dataclass(slots=True)
class _Flow:
    """The seconds spent in each slot, and the cards that were last asked in it."""

    seconds: Floats
    mass: Floats32


def span(gaps: Ints) -> slice | Ints:
    """Return neighbouring indexes as a slice, which numpy need not copy."""
    if gaps[-1] - gaps[0] == len(gaps) - 1:
        return slice(int(gaps[0]), int(gaps[-1]) + 1)
    return gaps


def _softly(options: Floats32, best: Floats32, softness: float) -> tuple[Floats32, Floats32]:
    """Return how a choice falls that likes near-equals nearly equally, and what it is worth."""
    chance = np.exp((options - best) / np.float32(softness))
    total = chance.sum(0)
    return chance / total, best + np.float32(softness) * np.log(total)

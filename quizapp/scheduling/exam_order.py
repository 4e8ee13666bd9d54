"""In which order cards serve the exams today: what asking now gains over waiting, per second."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from quizapp.scheduling.exam import ExamPlanning, Prices, chance_missed
from quizapp.scheduling.exam_columns import Columns, columns_of, groups_of, slots_of, whole_group
from quizapp.scheduling.exam_memory import ExamMemory, Ints
from quizapp.scheduling.exam_pace import Floats, pace_of
from quizapp.scheduling.exam_prices import settle, settle_from
from quizapp.scheduling.exam_value import Grid, Group, GroupValue, Slots, grid_of

# A new card that is put off loses this share of its worth with the chance that days are missed.
LOST_WITH_A_DAY: Final = 0.5
DIGITS: Final = 9


@dataclass(frozen=True, slots=True)
class Ranked:
    """The cards of the exams with what asking each today is worth; ``index`` is per second."""

    columns: Columns
    memory: ExamMemory
    seconds: Floats
    recall: Floats
    gain: Floats
    index: Floats
    order: Ints
    prices: Prices


def planning_grid(planning: ExamPlanning) -> Grid:
    """Return the grid of the memory that this planning looks ahead with."""
    pace = pace_of(planning.trials, planning.weights)
    return grid_of(planning.weights, planning.habits, pace)


def ranked(planning: ExamPlanning) -> Ranked:
    """Rank the cards; today must be a day of study and an exam ahead."""
    columns, grid, slots = columns_of(planning), planning_grid(planning), slots_of(planning)
    memory = grid.memory
    parts = parts_of(columns, grid, slots)
    prices = prices_of(planning, columns, [value for _, value in parts])
    price = np.exp(prices.logarithms)
    lost = lost_by_waiting(planning)
    index = np.zeros(len(columns.cards))
    for places, value in parts:
        value.solve(price)
        index[places] = _index(columns, places, value, price, lost)
    recall = _recall_now(columns, memory)
    # Rounded, so that weights on another scale cannot change the order by their last digit.
    rounded = np.array([float(f"{each:.{DIGITS}g}") for each in index])
    rank = np.array([card.rank for card in columns.cards])
    number = np.array([card.card for card in columns.cards])
    return Ranked(
        columns=columns,
        memory=memory,
        seconds=_seconds(columns, recall),
        recall=recall,
        gain=_gain(columns, memory, recall),
        index=index,
        order=np.lexsort((number, rank, -rounded)),
        prices=prices,
    )


def lost_by_waiting(planning: ExamPlanning) -> float:
    """Return the share of its worth that a new card loses when it is put off."""
    return min(LOST_WITH_A_DAY * chance_missed(planning), 1.0)


def parts_of(columns: Columns, grid: Grid, slots: Slots) -> list[tuple[Ints, GroupValue]]:
    """Return the groups of cards, each with its dynamic programme."""
    return [(places, GroupValue(grid, slots, group)) for places, group in groups_of(columns, grid)]


def prices_of(planning: ExamPlanning, columns: Columns, values: list[GroupValue]) -> Prices:
    """Return the prices at which the cards fit the days."""
    grid, slots = values[0].grid, values[0].slots
    days = slots.days + planning.today
    known = planning.prices
    if known is None or not known.days:
        whole = GroupValue(grid, slots, whole_group(columns, grid))
        found = settle(values, slots, whole, planning.heed)
    else:
        guess = np.interp(days, known.days, known.logarithms)
        found = settle_from(guess, values, slots, planning.heed)
    return Prices(tuple(days.tolist()), tuple(found.tolist()))


def _recall_now(columns: Columns, memory: ExamMemory) -> Floats:
    recall = memory.recall(np.maximum(columns.gap, 0).astype(float), columns.stability)
    return np.where(columns.is_new, 0.0, recall)


def _seconds(columns: Columns, recall: Floats) -> Floats:
    known = recall * columns.passed_seconds + (1 - recall) * columns.failed_seconds
    return np.where(columns.is_new, columns.new_seconds, known)


def _at_exams(columns: Columns, memory: ExamMemory, s: Floats, gap: Floats) -> Floats:
    """Return the mean recall at a card's exams, if it is not asked again before."""
    known = memory.recall(columns.exam_days[None, :] + gap[:, None], s[:, None])
    total: Floats = (columns.shares * known).sum(1)
    return total


def _gain(columns: Columns, memory: ExamMemory, recall: Floats) -> Floats:
    zero = np.zeros(len(recall))
    s, d = columns.stability, columns.difficulty
    asked = zero.copy()
    for chance, next_s, _ in memory.outcomes(s, d, recall):
        asked += chance * _at_exams(columns, memory, next_s, zero)
    left = _at_exams(columns, memory, s, np.maximum(columns.gap, 0).astype(float))
    first = zero.copy()
    for share, first_s in zip(memory.first_shares, memory.first_s, strict=True):
        first += share * _at_exams(columns, memory, np.full(len(recall), first_s), zero)
    return np.where(columns.is_new, first, np.where(columns.gap == 0, 0.0, asked - left))


def _index(columns: Columns, places: Ints, value: GroupValue, price: Floats, lost: float) -> Floats:
    """Return the worth gained by asking today rather than later, per second."""
    new = columns.is_new[places]
    seconds = columns.new_seconds[places]
    waiting = _worth_of_waiting_new(value, price, seconds, columns.worth[places])
    gained = value.new_values[0] - (1 - lost) * waiting
    seen = places[~new]
    if len(seen):
        asking = _Asking(columns, seen, value)
        gained[~new] = asking.worth_of_slot(0)[0] - asking.worth_of_waiting(price)
        seconds = seconds.copy()
        seconds[~new] = asking.worth_of_slot(0)[1]
    result: Floats = gained * columns.worth[places] / seconds
    result[columns.gap[places] == 0] = 0.0
    return result


def _worth_of_waiting_new(
    value: GroupValue, price: Floats, seconds: Floats, worth: Floats
) -> Floats:
    """Return the worth of asking new cards later at best, at what each of them takes itself."""
    later = value.new_values[1:, None] - price[1:, None] * (seconds / worth)
    best: Floats = later.max(0, initial=0.0)
    return best


class _Asking:
    """What asking single cards on a slot, or waiting with them, is worth."""

    def __init__(self, columns: Columns, places: Ints, value: GroupValue) -> None:
        self._value = value
        self._slots: Slots = value.slots
        self._group: Group = value.group
        self._memory = value.grid.memory
        self._s, self._d = columns.stability[places], columns.difficulty[places]
        self._gap = columns.gap[places].astype(float)
        self._passed = columns.passed_seconds[places]
        self._failed = columns.failed_seconds[places]
        self._worth = columns.worth[places]

    def worth_of_slot(self, slot: int) -> tuple[Floats, Floats]:
        """Return the worth after asking on a slot, and the seconds that takes."""
        recall = self._memory.recall(self._gap + float(self._slots.days[slot]), self._s)
        worth = np.zeros(len(self._s))
        for chance, s, d in self._memory.outcomes(self._s, self._d, recall):
            worth += chance * self._value.grid.read(self._value.values[slot], s, d)
        return worth, recall * self._passed + (1 - recall) * self._failed

    def worth_of_waiting(self, price: Floats) -> Floats:
        """Return the worth of the best choice other than asking today."""
        group = self._group
        known = group.shares[:, None] * self._memory.recall(
            group.exam_days[:, None] + self._gap, self._s
        )
        best: Floats = known.sum(0)
        for slot in range(1, len(price)):
            worth, seconds = self.worth_of_slot(slot)
            met = known[group.exam_days <= self._slots.days[slot]].sum(0)
            best = np.maximum(best, met + worth - price[slot] * seconds / self._worth)
        return best

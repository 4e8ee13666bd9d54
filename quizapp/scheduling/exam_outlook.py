"""What following the plan leads to: the chance that each card is known at each of its exams.

Both are followed through a memory that may be another than the plan was made with: then it tells
what happens if the learner turns out to remember for a longer or a shorter time than believed.
"""

from dataclasses import dataclass

import numpy as np

from quizapp.scheduling.exam_columns import Columns
from quizapp.scheduling.exam_flow import Path
from quizapp.scheduling.exam_memory import Ints
from quizapp.scheduling.exam_pace import Floats
from quizapp.scheduling.exam_value import Ahead, Floats32, Grid, GroupValue, span


@dataclass(frozen=True, slots=True)
class Outlook:
    """Chances by card (rows) and exam (columns): that it is known, and that it has been asked."""

    known: Floats
    seen: Floats


def outlook_of(
    columns: Columns, parts: list[tuple[Ints, GroupValue]], paths: list[Path], grid: Grid
) -> Outlook:
    """Follow the paths of the groups through the memory of ``grid``."""
    shape = columns.shares.shape
    found = Outlook(np.zeros(shape), np.ones(shape))
    for (places, value), path in zip(parts, paths, strict=True):
        for exam in np.flatnonzero(value.group.shares > 0):
            _Following(value, path, grid, int(exam)).write(columns, places, found)
    return found


def known_along(values: list[GroupValue], paths: list[Path], grid: Grid) -> Floats:
    """Return, by group (rows), how many cards are known just before each slot (columns)."""
    return np.array(
        [_along(value, path, grid) for value, path in zip(values, paths, strict=True)]
    ).reshape(len(values), -1)


def _along(value: GroupValue, path: Path, grid: Grid) -> Floats:
    count = len(value.after)
    known = np.zeros(count)
    asked = np.zeros((count, grid.points))
    asked += value.group.new * path.new[:-1, None] * grid.first
    for gap, cards in value.group.masses.items():
        _pass_on(value.waiting[gap], cards * path.waiting[gap], grid, known, asked)
    for k in range(count):
        _pass_on(value.after[k], asked[k] * path.after[k], grid, known, asked)
    return known


def _pass_on(ahead: Ahead, chosen: Floats, grid: Grid, known: Floats, asked: Floats) -> None:
    """Add what cards last asked on one day come to, until they have been asked again."""
    if not len(ahead.gaps):
        return
    waiting = chosen.sum(0) - np.cumsum(chosen, axis=0)[:-1] + chosen[:-1]
    known[ahead.start :] += (waiting * grid.recall[span(ahead.gaps)]).sum(1)
    moves = grid.moves[span(ahead.gaps)]
    asked[ahead.start :] += np.matmul(chosen[:-1, None, :].astype(np.float32), moves)[:, 0]


class _Following:
    """One group of cards on its way to one exam."""

    def __init__(self, value: GroupValue, path: Path, grid: Grid, exam: int) -> None:
        self._value, self._path, self._grid, self._exam = value, path, grid, exam
        self._day = float(value.group.exam_days[exam])
        count = len(value.after)
        self._known: Floats32 = np.zeros((count, grid.points), np.float32)
        for k in range(count - 1, -1, -1):
            ahead, choice = value.after[k], path.after[k]
            left = grid.memory.recall(max(self._day - ahead.reviewed, 0.0), grid.s)
            asked, unasked = self._chances(ahead, choice)
            self._known[k] = asked + unasked * left

    def _chances(self, ahead: Ahead, choice: Floats) -> tuple[Floats, Floats]:
        """Return the chance to be asked again and then known, and that not to be asked again."""
        is_met = ahead.met[:, self._exam]
        unasked: Floats = choice[is_met].sum(0)
        asked = np.zeros(self._grid.points)
        if len(ahead.gaps):
            moves = self._grid.moves[span(ahead.gaps)]
            later = np.matmul(moves, self._known[ahead.start :, :, None])[..., 0]
            asked = (choice[:-1] * later).sum(0)
        return asked, unasked

    def write(self, columns: Columns, places: Ints, into: Outlook) -> None:
        """Write the chances of the group's cards into the table."""
        new = places[columns.is_new[places]]
        if len(new):
            into.known[new, self._exam], into.seen[new, self._exam] = self._new()
        gaps = np.array(list(self._value.waiting))
        own = columns.gap[places]
        for gap in gaps:
            nearest = gaps[np.abs(own[:, None] - gaps[None, :]).argmin(1)]
            self._write_seen(columns, places[(own >= 0) & (nearest == gap)], int(gap), into)

    def _new(self) -> tuple[float, float]:
        choice = self._path.new[:-1]
        in_time = choice * (self._value.slots.days < self._day)
        return float(in_time @ (self._known @ self._grid.first)), float(in_time.sum())

    def _write_seen(self, columns: Columns, places: Ints, gap: int, into: Outlook) -> None:
        choice = self._path.waiting[gap]
        asked, unasked = self._chances(self._value.waiting[gap], choice)
        s, d = columns.stability[places], columns.difficulty[places]
        gone = columns.gap[places].astype(float)
        left = self._grid.memory.recall(self._day + gone, s)
        chance = self._grid.read(unasked, s, d)
        into.known[places, self._exam] = self._grid.read(asked, s, d) + chance * left

"""How well weights predict a history, with the slope and curvature that fitting climbs by."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.evidence import KNOWN_SCORE
from quizapp.scheduling.gradient import (
    AGAIN,
    COUNT,
    GOOD,
    Cards,
    Floats,
    Ints,
    Move,
    Recall,
    apply,
    failed,
    failed_and_repeated,
    first_state,
    mixed,
    next_difficulty,
    passed,
    recall_of,
    same_day,
)
from quizapp.scheduling.history import History, Trial

CARDS_AT_ONCE: Final = 1_000
SURE: Final = 1e-7


@dataclass(frozen=True, slots=True)
class Block:
    """Cards that take their steps together, longest first: arrays are (step, card)."""

    active: list[int]
    elapsed: Floats
    rating: Floats
    known: Floats
    is_kept: NDArray[np.bool_]
    targets: list[Ints]
    first_target: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A history laid out for arrays, and its targets in the order of the blocks.

    ``at`` orders the targets in time; ``elapsed``, ``days`` and ``lapses`` (days since the last
    answer, study days and later lapses before it) tell them apart when calibration is measured.
    """

    blocks: list[Block]
    right: Floats
    guess: Floats
    slip: Floats
    at: Ints
    elapsed: Floats
    days: Floats
    lapses: Floats

    @property
    def size(self) -> int:
        """The number of targets."""
        return len(self.right)


@dataclass(frozen=True, slots=True)
class Slope:
    """Loss summed over the targets, its gradient, and its expected curvature."""

    loss: float
    gradient: Floats
    curvature: Floats


def prepare(history: History) -> Prepared:
    """Lay out a history."""
    cards = sorted((card for card in history if card), key=len, reverse=True)
    blocks: list[Block] = []
    targets: list[tuple[Trial, int, int]] = []
    for start in range(0, len(cards), CARDS_AT_ONCE):
        block, its_targets = _block(cards[start : start + CARDS_AT_ONCE], len(targets))
        blocks.append(block)
        targets.extend(its_targets)
    return Prepared(
        blocks,
        np.array([trial.right for trial, _, _ in targets]),
        np.array([trial.chances.guess for trial, _, _ in targets]),
        np.array([trial.chances.slip for trial, _, _ in targets]),
        np.array([trial.at for trial, _, _ in targets], dtype=np.int64),
        np.array([float(trial.elapsed) for trial, _, _ in targets]),
        np.array([float(days) for _, days, _ in targets]),
        np.array([float(lapses) for _, _, lapses in targets]),
    )


def _block(cards: History, first_target: int) -> tuple[Block, list[tuple[Trial, int, int]]]:
    steps = len(cards[0])
    elapsed, rating, known = (np.full((steps, len(cards)), np.nan) for _ in range(3))
    is_kept = np.zeros((steps, len(cards)), dtype=bool)
    where: list[list[int]] = [[] for _ in range(steps)]
    found: list[list[tuple[Trial, int, int]]] = [[] for _ in range(steps)]
    for column, card in enumerate(cards):
        days = lapses = 0
        for step, trial in enumerate(card):
            elapsed[step, column] = trial.elapsed
            rating[step, column] = trial.rating
            if trial.known is not None:
                known[step, column] = trial.known
                is_kept[step, column] = trial.right >= KNOWN_SCORE and trial.known > 0
            if trial.is_target and step:
                where[step].append(column)
                found[step].append((trial, days, lapses))
            days += not step or trial.elapsed > 0
            lapses += trial.elapsed > 0 and trial.rating == AGAIN
    active = [int(np.count_nonzero(~np.isnan(row))) for row in elapsed]
    indices = [np.array(columns, dtype=np.int64) for columns in where]
    block = Block(active, elapsed, rating, known, is_kept, indices, first_target)
    return block, [target for step in found for target in step]


def recalls(prepared: Prepared, values: Floats) -> tuple[Floats, Floats]:
    """Return recall at each target, and its derivatives by the weights as (21, targets)."""
    recall, jacobian = np.empty(prepared.size), np.empty((COUNT, prepared.size))
    for block in prepared.blocks:
        _walk(block, values, recall, jacobian)
    return recall, jacobian


def chance_right(prepared: Prepared, recall: Floats) -> Floats:
    """Return the chance of a right answer at each target, guesses and slips included."""
    chance = recall * (1 - prepared.slip) + (1 - recall) * prepared.guess
    clipped: Floats = np.clip(chance, SURE, 1 - SURE)
    return clipped


def slope(prepared: Prepared, values: Floats, importance: Floats) -> Slope:
    """Return loss, gradient and expected (Fisher) curvature, each target by its importance."""
    recall, jacobian = recalls(prepared, values)
    p, y = chance_right(prepared, recall), prepared.right
    loss = -np.sum(importance * (y * np.log(p) + (1 - y) * np.log(1 - p)))
    jacobian *= 1 - prepared.slip - prepared.guess
    weight = importance / (p * (1 - p))
    return Slope(float(loss), jacobian @ (weight * (p - y)), (jacobian * weight) @ jacobian.T)


def _walk(block: Block, w: Floats, recall_out: Floats, jacobian_out: Floats) -> None:
    cards = _first(w, block.rating[0], block.known[0])
    place = block.first_target
    for step in range(1, len(block.active)):
        count = block.active[step]
        cards = _narrowed(cards, count)
        elapsed = block.elapsed[step, :count]
        recall = recall_of(w, cards.s, elapsed)
        targets = block.targets[step]
        here = slice(place, place + len(targets))
        place += len(targets)
        recall_out[here] = recall.value[targets]
        jacobian_out[:, here] = recall.by_s[targets] * cards.ds[:, targets]
        jacobian_out[COUNT - 1, here] += recall.by_decay[targets]
        rating, known = block.rating[step, :count], block.known[step, :count]
        is_kept = block.is_kept[step, :count]
        answers = _Answers(cards.s, cards.d, recall, rating, known, is_kept)
        cards = _stepped(w, cards, answers, elapsed)


def _narrowed(cards: Cards, count: int) -> Cards:
    return Cards(cards.s[:count], cards.d[:count], cards.ds[:, :count], cards.dd[:, :count])


def _first(w: Floats, rating: Floats, known: Floats) -> Cards:
    is_marked = ~np.isnan(known)
    cards = first_state(w, np.where(is_marked, GOOD, rating))
    if not is_marked.any():
        return cards
    share = known[is_marked]
    good = _narrowed_to(cards, is_marked)
    again = first_state(w, np.full_like(share, AGAIN))
    repeat = same_day(w, again.s, np.full_like(share, GOOD))
    s, ds = apply(repeat, again)
    d, dd = next_difficulty(w, again.d, again.dd, np.full_like(share, GOOD))
    # Each row of the derivatives is a weight's; the mixture is the same in all.
    rows = {row: good.ds[row] for row in range(COUNT)}, {row: ds[row] for row in range(COUNT)}
    zero = np.zeros_like(share)
    mix = mixed(Move(good.s, zero, zero, rows[0]), Move(s, zero, zero, rows[1]), share)
    cards.s[is_marked] = mix.value
    cards.ds[:, is_marked] = np.stack([mix.rows[row] for row in range(COUNT)])
    cards.d[is_marked] = share * good.d + (1 - share) * d
    cards.dd[:, is_marked] = share * good.dd + (1 - share) * dd
    return cards


def _narrowed_to(cards: Cards, mask: NDArray[np.bool_]) -> Cards:
    return Cards(cards.s[mask], cards.d[mask], cards.ds[:, mask], cards.dd[:, mask])


@dataclass(frozen=True, slots=True)
class _Answers:
    """What some cards were answered, and how well they were remembered before it."""

    s: Floats
    d: Floats
    recall: Recall
    rating: Floats
    known: Floats
    is_kept: NDArray[np.bool_]

    def at(self, where: Ints) -> "_Answers":
        recall = self.recall
        part = Recall(recall.value[where], recall.by_s[where], recall.by_decay[where])
        return _Answers(
            self.s[where],
            self.d[where],
            part,
            self.rating[where],
            self.known[where],
            self.is_kept[where],
        )


def _stepped(w: Floats, cards: Cards, answers: _Answers, elapsed: Floats) -> Cards:
    rating, is_marked = answers.rating, ~np.isnan(answers.known)
    is_same = (elapsed == 0) & ~is_marked
    is_fail = (rating == AGAIN) & ~is_same & ~is_marked
    count = len(elapsed)
    whole = Move(np.empty(count), np.empty(count), np.empty(count), {})
    rows = np.zeros((COUNT, count))
    for mask, moved in (
        (is_same, _repeated),
        (is_fail, _failed),
        (is_marked, _marked),
        (~(is_same | is_fail | is_marked), _passed),
    ):
        where = np.flatnonzero(mask)
        if len(where):
            move = moved(w, answers.at(where))
            whole.value[where], whole.by_s[where] = move.value, move.by_s
            whole.by_d[where] = move.by_d
            for row, partial in move.rows.items():
                rows[row, where] = partial
    s, ds = apply(whole, cards)
    d, dd = _difficulty(w, cards, rating, answers.known)
    return Cards(s, d, ds + rows, dd)


def _repeated(w: Floats, it: _Answers) -> Move:
    return same_day(w, it.s, it.rating)


def _failed(w: Floats, it: _Answers) -> Move:
    return failed(w, it.s, it.d, it.recall)


def _passed(w: Floats, it: _Answers) -> Move:
    return passed(w, it.s, it.d, it.recall, it.rating)


def _marked(w: Floats, it: _Answers) -> Move:
    good = passed(w, it.s, it.d, it.recall, np.full_like(it.s, GOOD))
    move = mixed(good, failed_and_repeated(w, it.s, it.d, it.recall), it.known)
    # A right answer never lowers stability, however likely a guess it was.
    is_held = it.is_kept & (move.value < it.s)
    return Move(
        np.where(is_held, it.s, move.value),
        np.where(is_held, 1.0, move.by_s),
        np.where(is_held, 0.0, move.by_d),
        {row: np.where(is_held, 0.0, partial) for row, partial in move.rows.items()},
    )


def _difficulty(w: Floats, cards: Cards, rating: Floats, known: Floats) -> tuple[Floats, Floats]:
    is_marked = ~np.isnan(known)
    d, dd = next_difficulty(w, cards.d, cards.dd, np.where(is_marked, GOOD, rating))
    if is_marked.any():
        share, again = known[is_marked], np.full(int(is_marked.sum()), AGAIN)
        missed = next_difficulty(w, cards.d[is_marked], cards.dd[:, is_marked], again)
        repeated, its_dd = next_difficulty(w, *missed, again + (GOOD - AGAIN))
        d[is_marked] = share * d[is_marked] + (1 - share) * repeated
        dd[:, is_marked] = share * dd[:, is_marked] + (1 - share) * its_dd
    return d, dd

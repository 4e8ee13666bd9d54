"""How a learner's states move with the weights: FSRS-6 on arrays, with exact derivatives.

All cards take their n-th answer together. Stability depends on all 21 weights, difficulty on four
of them (4–7); each step knows its own derivatives and the chain rule does the rest.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.fsrs import (
    DIFFICULTY_MAX,
    DIFFICULTY_MIN,
    RECALL_AT_STABILITY,
    STABILITY_MAX,
    STABILITY_MIN,
)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
COUNT: Final = 21
FIRST_D: Final = 4
LAST_D: Final = 8
AGAIN: Final = 1.0
HARD: Final = 2.0
GOOD: Final = 3.0
EASY: Final = 4.0


@dataclass(slots=True)
class Move:
    """A new stability with its derivatives by the old stability, the difficulty and weights."""

    value: Floats
    by_s: Floats
    by_d: Floats
    rows: dict[int, Floats]


@dataclass(slots=True)
class Recall:
    """The chance of recall with its derivatives by stability and by the last weight."""

    value: Floats
    by_s: Floats
    by_decay: Floats


@dataclass(slots=True)
class Cards:
    """Stability and difficulty of many cards; ``ds`` is (21, cards), ``dd`` (4, cards)."""

    s: Floats
    d: Floats
    ds: Floats
    dd: Floats


def recall_of(w: Floats, s: Floats, elapsed: Floats) -> Recall:
    """Return the chance of recall after some days."""
    decay = -w[20]
    at_s = RECALL_AT_STABILITY ** (1 / decay)
    base = 1 + (at_s - 1) * elapsed / s
    value = base**decay
    slope = value / base * decay
    by_factor = at_s * np.log(RECALL_AT_STABILITY) / decay**2
    return Recall(
        value,
        -slope * (at_s - 1) * elapsed / s**2,
        -(value * np.log(base) - slope * elapsed / s * by_factor),
    )


def passed(w: Floats, s: Floats, d: Floats, recall: Recall, rating: Floats) -> Move:
    """Return stability after Hard, Good or Easy on a later day."""
    r = recall.value
    bonus = np.where(rating == HARD, w[15], np.where(rating == EASY, w[16], 1.0))
    plain = np.exp(w[8]) * (11 - d) * s ** -w[9]
    grown = np.exp((1 - r) * w[10])
    unit = s * plain * (grown - 1)
    gain = unit * bonus
    by_r = -w[10] * s * plain * grown * bonus
    rows = {
        8: gain,
        9: -gain * np.log(s),
        10: (1 - r) * s * plain * grown * bonus,
        15: np.where(rating == HARD, unit, 0.0),
        16: np.where(rating == EASY, unit, 0.0),
        20: by_r * recall.by_decay,
    }
    by_s = 1 + gain / s * (1 - w[9]) + by_r * recall.by_s
    return _clamped(Move(s + gain, by_s, -gain / (11 - d), rows))


def failed(w: Floats, s: Floats, d: Floats, recall: Recall) -> Move:
    """Return stability after Again on a later day."""
    r = recall.value
    unit = d ** -w[12] * np.exp((1 - r) * w[14])
    powered = (s + 1) ** w[13]
    value = w[11] * unit * (powered - 1)
    shrunk = s * np.exp(-w[17] * w[18])
    is_long = value <= shrunk
    by_r = -w[14] * value
    rows = {
        11: unit * (powered - 1),
        12: -value * np.log(d),
        13: w[11] * unit * powered * np.log(s + 1),
        14: (1 - r) * value,
        20: by_r * recall.by_decay,
    }
    rows = {row: np.where(is_long, partial, 0.0) for row, partial in rows.items()}
    rows[17] = np.where(is_long, 0.0, -w[18] * shrunk)
    rows[18] = np.where(is_long, 0.0, -w[17] * shrunk)
    by_s = w[11] * unit * w[13] * powered / (s + 1) + by_r * recall.by_s
    return _clamped(
        Move(
            np.where(is_long, value, shrunk),
            np.where(is_long, by_s, shrunk / s),
            np.where(is_long, -w[12] * value / d, 0.0),
            rows,
        )
    )


def same_day(w: Floats, s: Floats, rating: Floats) -> Move:
    """Return stability after one more rating on the same day."""
    step = rating - 3 + w[18]
    growth = np.exp(w[17] * step) * s ** -w[19]
    is_free = (growth >= 1) | (rating == AGAIN)
    value = np.where(is_free, s * growth, s)
    moved = np.where(is_free, value, 0.0)
    return _clamped(
        Move(
            value,
            np.where(is_free, growth * (1 - w[19]), 1.0),
            np.zeros_like(s),
            {17: moved * step, 18: moved * w[17], 19: -moved * np.log(s)},
        )
    )


def failed_and_repeated(w: Floats, s: Floats, d: Floats, recall: Recall) -> Move:
    """Return stability after a marked miss: Again, and one repeat that goes well."""
    first = failed(w, s, d, recall)
    return _then(first, same_day(w, first.value, np.full_like(first.value, GOOD)))


def mixed(one: Move, other: Move, share: Floats) -> Move:
    """Mix two stabilities in the logarithm; the second is never above the first."""
    is_under = other.value <= one.value
    rest = np.where(is_under, 1 - share, 0.0)
    share = 1 - rest
    value = np.exp(share * np.log(one.value) + rest * np.log(other.value))
    left, right = value * share / one.value, value * rest / other.value
    zero = np.zeros_like(value)
    return Move(
        value,
        left * one.by_s + right * other.by_s,
        left * one.by_d + right * other.by_d,
        {
            row: left * one.rows.get(row, zero) + right * other.rows.get(row, zero)
            for row in one.rows.keys() | other.rows.keys()
        },
    )


def next_difficulty(w: Floats, d: Floats, dd: Floats, rating: Floats) -> tuple[Floats, Floats]:
    """Return difficulty after a later answer and its derivatives by weights 4–7."""
    pull = (rating - 3) / 9
    damped = d - (10 - d) * w[6] * pull
    easy = w[4] - np.exp(3 * w[5]) + 1
    value = w[7] * easy + (1 - w[7]) * damped
    out = (1 - w[7]) * (1 + w[6] * pull) * dd
    out[0] += w[7]
    out[1] -= w[7] * 3 * np.exp(3 * w[5])
    out[2] -= (1 - w[7]) * (10 - d) * pull
    out[3] += easy - damped
    out *= (value >= DIFFICULTY_MIN) & (value <= DIFFICULTY_MAX)
    return np.clip(value, DIFFICULTY_MIN, DIFFICULTY_MAX), out


def first_state(w: Floats, rating: Floats) -> Cards:
    """Return the state after first ratings."""
    number = rating.astype(np.int64) - 1
    power = np.exp(w[5] * number)
    raw = w[4] - power + 1
    ds, dd = np.zeros((COUNT, len(rating))), np.zeros((LAST_D - FIRST_D, len(rating)))
    ds[number, np.arange(len(rating))] = 1.0
    dd[0], dd[1] = 1.0, -number * power
    dd *= (raw >= DIFFICULTY_MIN) & (raw <= DIFFICULTY_MAX)
    return Cards(w[number].copy(), np.clip(raw, DIFFICULTY_MIN, DIFFICULTY_MAX), ds, dd)


def apply(move: Move, cards: Cards) -> tuple[Floats, Floats]:
    """Return the new stability and its derivatives by all weights."""
    ds = cards.ds * move.by_s
    ds[FIRST_D:LAST_D] += cards.dd * move.by_d
    for row, partial in move.rows.items():
        ds[row] += partial
    return move.value, ds


def _then(first: Move, second: Move) -> Move:
    rows = {row: partial * second.by_s for row, partial in first.rows.items()}
    for row, partial in second.rows.items():
        rows[row] = rows[row] + partial if row in rows else partial
    return Move(second.value, first.by_s * second.by_s, first.by_d * second.by_s, rows)


def _clamped(move: Move) -> Move:
    is_in = (move.value >= STABILITY_MIN) & (move.value <= STABILITY_MAX)
    if is_in.all():
        return move
    return Move(
        np.clip(move.value, STABILITY_MIN, STABILITY_MAX),
        move.by_s * is_in,
        move.by_d * is_in,
        {row: partial * is_in for row, partial in move.rows.items()},
    )

"""Plays many cards forward at once, for the forecast."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from quizapp.scheduling.forecast import Forecast, ForecastCards, ForecastRules
from quizapp.scheduling.fsrs import (
    DIFFICULTY_MAX,
    DIFFICULTY_MIN,
    INTERVAL_MAX,
    STABILITY_MAX,
    STABILITY_MIN,
)
from quizapp.scheduling.gradient import AGAIN, GOOD, Floats, Ints
from quizapp.scheduling.queue import VALUE_HORIZON_DAYS

ENOUGH_CARDS: Final = 5_000
MOST_COPIES: Final = 200
SPREAD: Final = 0.05
FIRST_RIGHT: Final = 0.5
FAILED_COST: Final = 2.0
WEEK: Final = 7
NEVER: Final = np.iinfo(np.int64).max


def played(cards: ForecastCards, rules: ForecastRules) -> Forecast:
    """Return the forecast; see ``forecast.forecast``."""
    world = _World(cards, rules)
    rows = []
    known = []
    for passed in range(rules.days):
        rows.append(world.day(rules.study_day + passed))
        if passed % WEEK == WEEK - 1 or passed == rules.days - 1:
            known.append(world.known(rules.study_day + passed))
    columns = np.array(rows).reshape(-1, 3) / world.copies
    return Forecast(
        reviews=tuple(columns[:, 0].tolist()),
        new=tuple(columns[:, 1].tolist()),
        minutes=tuple((columns[:, 2] / 60).tolist()),
        known=tuple(known),
    )


class _World:
    """The cards of a bank, as many times over as chance needs to average out."""

    def __init__(self, cards: ForecastCards, rules: ForecastRules) -> None:
        seen = len(cards.stability)
        total = seen + cards.new
        self.copies = min(MOST_COPIES, max(1, ENOUGH_CARDS // max(total, 1)))
        self._rules = rules
        self._seconds = cards.seconds
        self._w = w = np.array(rules.weights.values)
        self._decay = -w[20]
        self._factor = 0.9 ** (1 / self._decay) - 1
        self._random = np.random.default_rng(rules.seed)
        self._s = self._column(cards.stability, cards.new, 1.0)
        wanted = cards.retention or np.full(seen, rules.desired_retention)
        self._wanted = self._column(wanted, cards.new, rules.desired_retention)
        self._wait = (self._wanted ** (1 / self._decay) - 1) / self._factor
        self._d = self._column(cards.difficulty, cards.new, 5.0)
        self._last = self._column(cards.last_day, cards.new, 0).astype(np.int64)
        self._due = self._column(cards.due_day, cards.new, 0).astype(np.int64)
        is_new = self._column(np.zeros(seen), cards.new, 1) > 0
        self._due[is_new] = NEVER
        self._new = np.flatnonzero(is_new)
        self._value = np.zeros(len(self._s))
        self._value[~is_new] = self._values(np.flatnonzero(~is_new))

    def day(self, day: int) -> tuple[float, float, float]:
        """Study one day; return reviews, new cards and seconds, of all copies together."""
        left = np.inf
        if self._rules.minutes is not None:
            left = self._rules.minutes * 60 * self.copies
        due = np.flatnonzero(self._due <= day)
        if len(due) > left / self._seconds / FAILED_COST:
            due = self._affordable(due, day, left)
        seconds = self._review(due, day)
        a_new_card = self._seconds * (FIRST_RIGHT + FAILED_COST * (1 - FIRST_RIGHT))
        limit = min(self._rules.new_per_day * self.copies, (left - seconds) / a_new_card)
        new, self._new = np.split(self._new, [max(0, int(min(limit, len(self._new))))])
        return len(due), len(new), seconds + self._begin(new, day)

    def known(self, day: int) -> float:
        """Return the mean recall of all cards at the end of a day, new ones counting 0."""
        if not len(self._s):
            return 0.0
        recall = self._recall(self._s, np.maximum(day - self._last, 0))
        recall[self._due == NEVER] = 0
        return float(recall.mean())

    def _column(self, seen: object, new: int, fill: float) -> Floats:
        values = np.concatenate([np.asarray(seen, dtype=np.float64), np.full(new, fill)])
        return np.repeat(values, self.copies)

    def _affordable(self, due: Ints, day: int, seconds: float) -> Ints:
        """Return the most valuable due cards, as many as the seconds should suffice for."""
        most = min(len(due), int(seconds / self._seconds) + 1)
        value = -self._value[due]
        best = np.argpartition(value, most - 1)[:most]
        chosen = due[best[np.argsort(value[best], kind="stable")]]
        recall = self._recall(self._s[chosen], np.maximum(day - self._last[chosen], 0))
        cost = np.cumsum(self._seconds * (recall + FAILED_COST * (1 - recall)))
        return chosen[cost <= seconds]

    def _review(self, where: Ints, day: int) -> float:
        s, d = self._s[where], self._d[where]
        recall = self._recall(s, np.maximum(day - self._last[where], 0))
        is_right = self._random.random(len(where)) < recall
        stability = np.where(is_right, self._passed(s, d, recall), self._failed(s, d, recall))
        missed = self._difficulty(self._difficulty(d, AGAIN), GOOD)
        self._remember(where, stability, np.where(is_right, self._difficulty(d, GOOD), missed), day)
        return self._cost(is_right)

    def _begin(self, where: Ints, day: int) -> float:
        w = self._w
        is_right = self._random.random(len(where)) < FIRST_RIGHT
        again, good = (
            min(max(w[4] - np.exp(w[5] * step) + 1, DIFFICULTY_MIN), DIFFICULTY_MAX)
            for step in (0, 2)
        )
        stability = np.where(is_right, w[2], self._repeated(np.full(len(where), w[0])))
        missed = self._difficulty(np.full(len(where), again), GOOD)
        self._remember(where, stability, np.where(is_right, good, missed), day)
        return self._cost(is_right)

    def _cost(self, is_right: NDArray[np.bool_]) -> float:
        wrong = len(is_right) - np.count_nonzero(is_right)
        return float(self._seconds * (len(is_right) + (FAILED_COST - 1) * wrong))

    def _remember(self, where: Ints, stability: Floats, difficulty: Floats, day: int) -> None:
        self._s[where], self._d[where], self._last[where] = stability, difficulty, day
        shift = 1 + SPREAD * (2 * self._random.random(len(where)) - 1)
        days = np.clip(np.rint(stability * self._wait[where] * shift), 1, INTERVAL_MAX)
        self._due[where] = day + days.astype(np.int64)
        if self._rules.minutes is not None:
            self._value[where] = self._values(where)

    def _values(self, where: Ints) -> Floats:
        """Return what a review is worth, as in the queue, at the moment the card falls due."""
        s, d, recall = self._s[where], self._d[where], self._wanted[where]
        elapsed = s * self._wait[where]
        passed, failed = self._passed(s, d, recall), self._failed(s, d, recall)
        later = recall * self._recall(passed, VALUE_HORIZON_DAYS)
        later += (1 - recall) * self._recall(failed, VALUE_HORIZON_DAYS)
        return later - self._recall(s, elapsed + VALUE_HORIZON_DAYS)

    def _recall(self, s: Floats, elapsed: Floats | Ints | int) -> Floats:
        recall: Floats = np.exp(self._decay * np.log1p(self._factor * elapsed / s))
        return recall

    def _passed(self, s: Floats, d: Floats, recall: Floats) -> Floats:
        w = self._w
        grown = np.exp((1 - recall) * w[10]) - 1
        gain = np.exp(w[8] - w[9] * np.log(s)) * (11 - d) * grown
        grown_s: Floats = np.minimum(s * (1 + gain), STABILITY_MAX)
        return grown_s

    def _failed(self, s: Floats, d: Floats, recall: Floats) -> Floats:
        w = self._w
        forgotten = w[11] * np.exp((1 - recall) * w[14] - w[12] * np.log(d))
        forgotten *= np.expm1(w[13] * np.log1p(s))
        return self._repeated(np.minimum(forgotten, s * np.exp(-w[17] * w[18])))

    def _repeated(self, s: Floats) -> Floats:
        w = self._w
        low = np.maximum(s, STABILITY_MIN)
        repeated: Floats = low * np.maximum(np.exp(w[17] * w[18] - w[19] * np.log(low)), 1.0)
        return repeated

    def _difficulty(self, d: Floats, rating: float) -> Floats:
        w = self._w
        damped = d - (10 - d) * w[6] * (rating - 3) / 9
        easy = w[4] - np.exp(3 * w[5]) + 1
        moved = w[7] * easy + (1 - w[7]) * damped
        clipped: Floats = np.clip(moved, DIFFICULTY_MIN, DIFFICULTY_MAX)
        return clipped

"""Works out forecasts: follows the plan card by card, and says how far off it may be."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from quizapp.scheduling.exam import (
    SECONDS_A_MINUTE,
    Exam,
    ExamPlanning,
    Prices,
    exams_ahead,
    seconds_on,
)
from quizapp.scheduling.exam_columns import Columns, columns_of, slots_of
from quizapp.scheduling.exam_flow import Followed, follow
from quizapp.scheduling.exam_forecast import SHARE, ExamForecast, Expected, StretchAhead
from quizapp.scheduling.exam_hindsight import hindsight_grid, hindsight_of
from quizapp.scheduling.exam_memory import Ints
from quizapp.scheduling.exam_order import lost_by_waiting, parts_of, prices_of
from quizapp.scheduling.exam_outlook import known_along, outlook_of
from quizapp.scheduling.exam_pace import Floats
from quizapp.scheduling.exam_value import Grid, GroupValue, Slots

SURELY_UNSURE: Final = 0.2
"""What is left of the uncertainty of a learner's pace however much she has answered."""

# Three points that stand for a normal distribution: its mean and spread are theirs.
AWAY: Final = math.sqrt(3)
MIDDLE_SHARE: Final = 2 / 3
OUTER_SHARE: Final = 1 / 6

REACH: Final = NormalDist().inv_cdf((1 + SHARE) / 2)


@dataclass(frozen=True, slots=True)
class _Three:
    """A figure as believed, and as it is with a better or a worse memory."""

    middle: Floats
    better: Floats
    worse: Floats

    @property
    def mean(self) -> Floats:
        """The figure, the other memories counted in."""
        result: Floats = MIDDLE_SHARE * self.middle + OUTER_SHARE * (self.better + self.worse)
        return result

    @property
    def variance(self) -> Floats:
        """How far it may be off because of the learner's memory."""
        away = MIDDLE_SHARE * (self.middle - self.mean) ** 2
        away += OUTER_SHARE * (self.better - self.mean) ** 2
        away += OUTER_SHARE * (self.worse - self.mean) ** 2
        return away

    def weighed(self, weight: Floats) -> "_Three":
        """Return the figure summed over its first axis."""
        return _Three(weight @ self.middle, weight @ self.better, weight @ self.worse)

    def shown(self, share: Floats) -> "_Three":
        """Return it with only a share of how far the first figure may be off."""
        better = self.better - (1 - share) * (self.better - self.middle)[:1]
        worse = self.worse - (1 - share) * (self.worse - self.middle)[:1]
        return _Three(self.middle, better, worse)


@dataclass(frozen=True, slots=True)
class _Chances:
    """By card (and exam): chances to be known at it, to be seen, to be known now.

    ``along`` is, by group, how many cards are known just before each slot.
    """

    columns: Columns
    known: _Three
    seen: Floats
    now: Floats
    along: _Three


def expected_exams(planning: ExamPlanning) -> Iterable[ExamForecast]:
    """Yield the forecast of each exam that is ahead and has cards."""
    grids = _grids(planning)
    columns, slots = columns_of(planning), slots_of(planning)
    parts = parts_of(columns, grids[0], slots)
    values = [value for _, value in parts]
    prices = prices_of(planning, columns, values)
    price = np.exp(prices.logarithms)
    for value in values:
        value.solve(price)
    followed = follow(values, slots, price, lost_by_waiting(planning))
    outlooks = [outlook_of(columns, parts, followed.paths, grid) for grid in grids]
    chances = _Chances(
        columns=columns,
        known=_Three(*(np.clip(each.known, 0.0, 1.0) for each in outlooks)),
        seen=outlooks[0].seen,
        now=_known_now(columns, grids[0]),
        along=_Three(*(known_along(values, followed.paths, grid) for grid in grids)),
    )
    for number, exam in enumerate(exams_ahead(planning)):
        ahead = _ahead(planning, chances, _Way(values, slots, followed), number)
        yield _forecast(exam, chances, number, ahead, prices)


def _grids(planning: ExamPlanning) -> tuple[Grid, Grid, Grid]:
    """Return the memory that is believed in, a better one and a worse one."""
    weights, habits = planning.weights, planning.habits
    believed = hindsight_of(planning.trials, weights, habits)
    better, worse = (believed.moved(by, SURELY_UNSURE) for by in (AWAY, -AWAY))
    return (
        hindsight_grid(weights, habits, believed),
        hindsight_grid(weights, habits, better),
        hindsight_grid(weights, habits, worse),
    )


def _known_now(columns: Columns, grid: Grid) -> Floats:
    recall = grid.memory.recall(np.maximum(columns.gap, 0).astype(float), columns.stability)
    return np.where(columns.is_new, 0.0, recall)


def _forecast(
    exam: Exam,
    chances: _Chances,
    number: int,
    ahead: tuple[StretchAhead, ...],
    prices: Prices,
) -> ExamForecast:
    cards = chances.columns.cards
    asked = _asked(chances, number)
    categories: dict[str, list[int]] = {}
    topics: dict[str, list[int]] = {}
    for at in asked.tolist():
        categories.setdefault(cards[at].category, []).append(at)
        for topic in cards[at].topics:
            topics.setdefault(topic, []).append(at)
    return ExamForecast(
        exam=exam.exam,
        day=exam.day,
        expected=_expected(chances, number, asked),
        will_see=float(chances.seen[asked, number].sum()),
        by_category={
            name: _expected(chances, number, np.array(places))
            for name, places in sorted(categories.items())
        },
        by_topic={
            name: _expected(chances, number, np.array(places))
            for name, places in sorted(topics.items())
        },
        ahead=ahead,
        prices=prices,
    )


def _asked(chances: _Chances, number: int) -> Ints:
    return np.flatnonzero(chances.columns.shares[:, number] > 0)


def _weight(chances: _Chances, number: int, places: Ints) -> Floats:
    columns = chances.columns
    weight = columns.shares[places, number] * columns.worth[places]
    result: Floats = weight / weight.sum()
    return result


def _at_exam(chances: _Chances, number: int, places: Ints) -> _Three:
    known = chances.known
    return _Three(*(it[places, number] for it in (known.middle, known.better, known.worse)))


def _by_chance(chances: _Chances, number: int, places: Ints) -> float:
    """Return the variance that is left if it is certain how likely each card is known."""
    known = _at_exam(chances, number, places).mean
    return float(_weight(chances, number, places) ** 2 @ (known * (1 - known)))


def _expected(chances: _Chances, number: int, places: Ints) -> Expected:
    weight = _weight(chances, number, places)
    at_exam = _at_exam(chances, number, places).weighed(weight)
    score = float(at_exam.mean)
    reach = REACH * math.sqrt(_by_chance(chances, number, places) + float(at_exam.variance))
    return Expected(
        score=score,
        low=max(score - reach, 0.0),
        high=min(score + reach, 1.0),
        now=float(weight @ chances.now[places]),
        seen=int((~chances.columns.is_new[places]).sum()),
        cards=len(places),
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """The plan that is followed."""

    values: list[GroupValue]
    slots: Slots
    followed: Followed


def _ahead(
    planning: ExamPlanning, chances: _Chances, way: _Way, number: int
) -> tuple[StretchAhead, ...]:
    weights = np.array([value.group.shares[number] * value.group.worth for value in way.values])
    total = weights @ np.array([value.group.cards for value in way.values])
    answers = way.followed.answers
    # What is open today, by chance or for lack of evidence, shows as questions are answered.
    decided = (np.cumsum(answers) - answers) / max(float(answers.sum()), 1.0)
    known = chances.along.weighed(weights / total).shown(decided)
    by_chance = _by_chance(chances, number, _asked(chances, number)) * decided
    reach = REACH * np.sqrt(known.variance + by_chance)
    low, high = np.maximum(known.mean - reach, 0.0), np.minimum(known.mean + reach, 1.0)
    return tuple(
        StretchAhead(
            day=planning.today + int(day),
            minutes=seconds_on(planning, planning.today + int(day)) / SECONDS_A_MINUTE,
            answers=float(answers[at]),
            new=float(way.followed.new[at]),
            known=float(known.mean[at]),
            low=float(low[at]),
            high=float(high[at]),
        )
        for at, day in enumerate(way.slots.days)
    )

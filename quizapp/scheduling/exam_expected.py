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
from quizapp.scheduling.exam_memory import Ints
from quizapp.scheduling.exam_order import lost_by_waiting, parts_of, planning_grid, prices_of
from quizapp.scheduling.exam_outlook import outlook_of
from quizapp.scheduling.exam_pace import Floats, Pace
from quizapp.scheduling.exam_value import Grid, GroupValue, Slots, grid_of

SURELY_UNSURE: Final = 0.3
"""What is left of the uncertainty of a learner's pace however much she has answered."""

BENT_TOO: Final = 0.5
"""How far the bend goes along: shift and bend are not wrong by their whole spread together."""

# Three points that stand for a normal distribution: its mean and spread are theirs.
AWAY: Final = math.sqrt(3)
MIDDLE_SHARE: Final = 2 / 3
OUTER_SHARE: Final = 1 / 6

REACH: Final = NormalDist().inv_cdf((1 + SHARE) / 2)


@dataclass(frozen=True, slots=True)
class _Chances:
    """Chances by card and exam: known at it, and with a better or worse memory; seen; known now."""

    columns: Columns
    known: Floats
    better: Floats
    worse: Floats
    seen: Floats
    now: Floats


def expected_exams(planning: ExamPlanning) -> Iterable[ExamForecast]:
    """Yield the forecast of each exam that is ahead and has cards."""
    columns, grid, slots = columns_of(planning), planning_grid(planning), slots_of(planning)
    memory = grid.memory
    parts = parts_of(columns, grid, slots)
    values = [value for _, value in parts]
    prices = prices_of(planning, columns, values)
    price = np.exp(prices.logarithms)
    for value in values:
        value.solve(price)
    followed = follow(values, slots, price, lost_by_waiting(planning))
    base = outlook_of(columns, parts, followed.paths, grid)
    better, worse = (
        outlook_of(columns, parts, followed.paths, _shifted(planning, memory.pace, by))
        for by in (AWAY, -AWAY)
    )
    recall = memory.recall(np.maximum(columns.gap, 0).astype(float), columns.stability)
    now = np.where(columns.is_new, 0.0, recall)
    chances = _Chances(columns, base.known, better.known, worse.known, base.seen, now)
    for number, exam in enumerate(exams_ahead(planning)):
        yield _forecast(
            planning, exam, chances, _ahead(planning, values, slots, followed, number), prices
        )


def _shifted(planning: ExamPlanning, pace: Pace, by: float) -> Grid:
    """Return the grid of a memory that is so many spreads better than believed."""
    shift = pace.shift + by * math.hypot(pace.spread, SURELY_UNSURE)
    bend = pace.bend - by * BENT_TOO * pace.bend_spread
    return grid_of(planning.weights, planning.habits, Pace(shift, pace.tilt, bend))


def _forecast(
    planning: ExamPlanning,
    exam: Exam,
    chances: _Chances,
    ahead: tuple[StretchAhead, ...],
    prices: Prices,
) -> ExamForecast:
    number = [each.exam for each in exams_ahead(planning)].index(exam.exam)
    cards = chances.columns.cards
    asked = np.flatnonzero(chances.columns.shares[:, number] > 0)
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


def _expected(chances: _Chances, number: int, places: Ints) -> Expected:
    columns = chances.columns
    weight = columns.shares[places, number] * columns.worth[places]
    weight = weight / weight.sum()
    middle, better, worse = (
        np.clip(each[places, number], 0.0, 1.0)
        for each in (chances.known, chances.better, chances.worse)
    )
    known = MIDDLE_SHARE * middle + OUTER_SHARE * (better + worse)
    score = float(weight @ known)
    by_chance = float(weight**2 @ (known * (1 - known)))
    by_pace = MIDDLE_SHARE * float(weight @ middle - score) ** 2 + OUTER_SHARE * (
        float(weight @ better - score) ** 2 + float(weight @ worse - score) ** 2
    )
    reach = REACH * math.sqrt(by_chance + by_pace)
    return Expected(
        score=score,
        low=max(score - reach, 0.0),
        high=min(score + reach, 1.0),
        now=float(weight @ chances.now[places]),
        seen=int((~columns.is_new[places]).sum()),
        cards=len(places),
    )


def _ahead(
    planning: ExamPlanning,
    values: list[GroupValue],
    slots: Slots,
    followed: Followed,
    number: int,
) -> tuple[StretchAhead, ...]:
    weights = np.array([value.group.shares[number] * value.group.worth for value in values])
    total = weights @ np.array([value.group.cards for value in values])
    known = weights @ followed.known / total
    return tuple(
        StretchAhead(
            day=planning.today + int(day),
            minutes=seconds_on(planning, planning.today + int(day)) / SECONDS_A_MINUTE,
            answers=float(followed.answers[at]),
            new=float(followed.new[at]),
            known=float(known[at]),
        )
        for at, day in enumerate(slots.days)
    )

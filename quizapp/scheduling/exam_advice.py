"""Whether the goal of an exam can be reached, and what would bring it within reach."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quizapp.base.texts import Message, day_text
from quizapp.scheduling.day import date_of
from quizapp.scheduling.exam import WEEK, Exam, ExamPlanning
from quizapp.scheduling.exam_forecast import (
    ExamForecast,
    NoForecast,
    WhatIf,
    what_if,
)

NEAR: Final = 0.01
FAR_ABOVE: Final = 0.05
MORE_MINUTES: Final = (5, 10, 15, 20, 30, 45, 60)
FEWER_MINUTES: Final = (5, 10, 15, 20, 30, 45, 60, 90)
TOPICS_TRIED: Final = 2
TOPICS_SHOWN: Final = 5
FEW_ANSWERED: Final = 20
GOAL_STEP: Final = 0.05


class Reach(StrEnum):
    """How a forecast stands to the goal."""

    OUT_OF_REACH = "out_of_reach"
    NEAR = "near"
    REACHABLE = "reachable"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """A change that brings the goal within reach, or a goal that is; ``score`` is then expected."""

    change: WhatIf | None = None
    goal: float | None = None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to tell the learner of an exam, the most important first; ``reach`` needs a goal."""

    messages: tuple[Message, ...]
    reach: Reach | None = None
    way_out: WayOut | None = None

    @property
    def is_reachable(self) -> bool | None:
        """Say whether the goal is within reach; None without a goal."""
        return None if self.reach is None else self.reach != Reach.OUT_OF_REACH


def reach_of(score: float, goal: float) -> Reach:
    """Return how an expected score stands to a goal."""
    if score < goal - NEAR:
        return Reach.OUT_OF_REACH
    if score < goal + NEAR:
        return Reach.NEAR
    return Reach.ABOVE if score > goal + FAR_ABOVE else Reach.REACHABLE


def advise(planning: ExamPlanning, forecast: ExamForecast | NoForecast) -> Advice:
    """Say what to expect of an exam, and what would bring its goal within reach.

    Other plans are tried for that; it takes a few times as long as a forecast.
    """
    if isinstance(forecast, NoForecast):
        return Advice(messages=(Message(f"exam.{forecast.why}"),))
    if not forecast.has_time:
        return Advice(messages=(Message("exam.no_minutes"),))
    exam = next(each for each in planning.exams if each.exam == forecast.exam)
    if exam.goal is None:
        return Advice(
            messages=(_verdict("expected", planning, forecast), *_notes(planning, forecast))
        )
    reach = reach_of(forecast.expected.score, exam.goal)
    found = _way_out(replace(planning, prices=forecast.prices), exam, exam.goal, forecast, reach)
    fields = {"m": _minutes_a_day(planning, found), "goal": _percent(exam.goal)}
    verdict = _verdict(reach, planning, forecast, fields)
    ways = () if found is None or reach == Reach.ABOVE else (message_of(planning, found),)
    if reach == Reach.ABOVE and found is None:
        verdict = _verdict(Reach.REACHABLE, planning, forecast, fields)
    messages = (verdict, *ways, *_notes(planning, forecast))
    return Advice(messages=messages, reach=reach, way_out=found)


def message_of(planning: ExamPlanning, way: WayOut) -> Message:
    """Return the sentence that tells what a change would give."""
    p = _percent(way.score)
    change = way.change
    if change is None:
        return Message("exam.if.goal", {"goal": _percent(way.goal or 0.0)})
    if change.left_out:
        return Message("exam.if.without_topic", {"topic": change.left_out, "p": p})
    if change.start is not None:
        when = day_text(date_of(change.start), date_of(planning.today))
        return Message("exam.if.start", {"when": when, "p": p})
    if change.without_days_off:
        return Message("exam.if.no_days_off", {"p": p})
    return Message("exam.if.minutes", {"n": round(change.extra_minutes), "p": p})


def topics_at_risk(forecast: ExamForecast) -> tuple[str, ...]:
    """Return the topics that are expected to do worse than the exam as a whole, worst first."""
    below = forecast.expected.score - NEAR
    worst = [(each.score, name) for name, each in forecast.by_topic.items() if each.score < below]
    return tuple(name for _, name in sorted(worst)[:TOPICS_SHOWN])


def _way_out(
    planning: ExamPlanning, exam: Exam, goal: float, forecast: ExamForecast, reach: Reach
) -> WayOut | None:
    def tried(change: WhatIf) -> WayOut | None:
        found = what_if(planning, exam.exam, change)
        if isinstance(found, NoForecast) or found.expected.score < goal:
            return None
        return WayOut(change=change, score=found.expected.score)

    if reach == Reach.ABOVE:
        most = max(planning.time.minutes)
        fewer = [n for n in FEWER_MINUTES if n < most]
        return _first([WhatIf(extra_minutes=-n) for n in reversed(fewer)], tried)
    if reach != Reach.OUT_OF_REACH:
        return None
    more = _first([WhatIf(extra_minutes=n) for n in MORE_MINUTES], tried)
    if more:
        return more
    others = [WhatIf(without_days_off=True)] if planning.time.days_off else []
    others += [WhatIf(left_out=topic) for topic in topics_at_risk(forecast)[:TOPICS_TRIED]]
    for change in others:
        if way := tried(change):
            return way
    lower = GOAL_STEP * int(forecast.expected.score / GOAL_STEP)
    return WayOut(goal=lower, score=forecast.expected.score)


def _first(changes: Sequence[WhatIf], tried: Callable[[WhatIf], WayOut | None]) -> WayOut | None:
    """Return the first change that is enough, where each gives more than the one before."""
    low, high = 0, len(changes)
    best: WayOut | None = None
    while low < high:
        middle = (low + high) // 2
        if way := tried(changes[middle]):
            best, high = way, middle
        else:
            low = middle + 1
    return best


def _minutes_a_day(planning: ExamPlanning, way: WayOut | None) -> int:
    """Return the minutes of an ordinary day of study, with those that a change takes away."""
    open_days = [each for each in planning.time.minutes if each > 0]
    usual = sum(open_days) / max(len(open_days), 1)
    fewer = min(way.change.extra_minutes, 0.0) if way and way.change else 0.0
    return round(usual + fewer)


def _verdict(
    code: str,
    planning: ExamPlanning,
    forecast: ExamForecast,
    fields: dict[str, int] | None = None,
) -> Message:
    expected = forecast.expected
    figures = {
        "m": _minutes_a_day(planning, None),
        "p": _percent(expected.score),
        "low": _percent(expected.low),
        "high": _percent(expected.high),
    }
    return Message(f"exam.{code}", figures | (fields or {}))


def _notes(planning: ExamPlanning, forecast: ExamForecast) -> tuple[Message, ...]:
    expected = forecast.expected
    will_see = round(forecast.will_see)
    notes: list[Message] = []
    if will_see < expected.cards:
        # A near day too is named by its date: one says »inden den 5.«, not »inden i morgen«.
        when = day_text(date_of(forecast.day), date_of(min(planning.today, forecast.day - WEEK)))
        figures: dict[str, str | int | Decimal] = {
            "seen": will_see,
            "total": expected.cards,
            "date": when,
        }
        notes.append(Message("exam.not_all", figures))
    if expected.seen < min(FEW_ANSWERED, expected.cards):
        notes.append(Message("exam.unsure"))
    return tuple(notes)


def _percent(share: float) -> int:
    return round(100 * share)

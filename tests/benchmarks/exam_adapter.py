"""The program's exam plan as a policy of the exam simulator.

``exam_sim.py --plugin tests/benchmarks/exam_adapter.py --policies fsrs90,quizapp`` adds the policy
``quizapp``, and ``quizapp_watched``, which writes down its forecasts too. They ask ``full_plan``
for each day's cards, as the program does, and know what a scheduler knows: its own memory state,
the log, how long cards take, minutes and days off.
"""

import sys
from collections.abc import MutableMapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from typing_extensions import override

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizapp.scheduling.exam import (
    AnswerSeconds,
    Exam,
    ExamCard,
    ExamPlanning,
    Habits,
    Prices,
    StudyTime,
    Trial,
)
from quizapp.scheduling.exam_forecast import ExamForecast, forecast_exams
from quizapp.scheduling.exam_plan import full_plan
from quizapp.scheduling.fsrs import Fsrs6, Weights
from quizapp.scheduling.memory import Rating

WATCHED: Final = (0.0, 0.25, 0.5, 0.75)
FIRST_DAY: Final = 20_000
# What a median learner of Anki does, as every policy of the simulator knows it: shares of first
# ratings and of passing ratings, counted as so many answers seen before the learner's own.
FIRST: Final = (0.24, 0.094, 0.495, 0.171)
PASSES: Final = (0.224, 0.631, 0.145)
PRIOR_ANSWERS: Final = 20.0
NEW_SECONDS: Final = {1: 19.58, 2: 18.79, 3: 13.78, 4: 10.71}
REVIEW_SECONDS: Final = {1: 19.38, 2: 17.59, 3: 12.38, 4: 8.94}
REPEAT_SECONDS: Final = (16.44, 12.32)
REPEATS_FAILED: Final = {"new": 0.3686, "review": 0.2157}


def register(policies: MutableMapping[str, Any], policy: type) -> None:
    """Add the policy ``quizapp`` to the simulator's table."""

    class QuizappPolicy(policy):  # type: ignore[misc] # the class comes as a value
        """The exam plan of the program."""

        def __init__(self, sim: Any, sched: Any, **options: float) -> None:  # noqa: ANN401
            super().__init__(sim, sched, **options)
            self._learner = Learner(sim, sched)
            self._prices: Prices | None = None

        def order(self, day: int) -> list[int]:
            plan = full_plan(replace(self._learner.planning(day), prices=self._prices))
            self._prices = plan.prices
            return [planned.card for planned in plan.cards]

        def graded(self, card: int, day: int, grade: int, first: bool) -> None:
            pass

    class WatchedPolicy(QuizappPolicy):
        """The same plan, which also writes down what it promises along the way."""

        def __init__(self, sim: Any, sched: Any, **options: float) -> None:  # noqa: ANN401
            super().__init__(sim, sched, **options)
            days = [day for day in range(sim.T) if not sim.off[day]]
            self._watched = {days[int(share * len(days))]: share for share in WATCHED}
            self.forecasts: list[dict[str, float]] = []

        @override
        def order(self, day: int) -> list[int]:
            cards = super().order(day)
            if day in self._watched:
                (found,) = forecast_exams(self._learner.planning(day))
                assert isinstance(found, ExamForecast)
                expected = found.expected
                line = {"share": self._watched[day], "forecast": expected.score}
                self.forecasts.append(line | {"low": expected.low, "high": expected.high})
            return cards

    policies["quizapp"] = (QuizappPolicy, {})
    policies["quizapp_watched"] = (WatchedPolicy, {})


class Learner:
    """What the program would know of one simulated learner."""

    def __init__(self, sim: Any, sched: Any) -> None:  # noqa: ANN401
        self._sim, self._sched = sim, sched

    def planning(self, day: int) -> ExamPlanning:
        """Return the program's input for a day of the simulation."""
        sim, weights = self._sim, Weights(tuple(self._sched.m.w))
        habits = self._habits()
        off = frozenset(FIRST_DAY + at for at in range(sim.T) if sim.off[at])
        worth = {card: float(sim.value[card]) for card in range(sim.n)}
        return ExamPlanning(
            today=FIRST_DAY + day,
            cards=tuple(self._card(card, habits) for card in range(sim.n)),
            exams=(Exam(exam=1, day=FIRST_DAY + sim.T, cards=worth),),
            time=StudyTime(minutes=(sim.budget / 60,) * 7, days_off=off),
            weights=weights,
            habits=habits,
            days_planned=sum(not sim.off[at] for at in range(day)),
            days_studied=len({at for log in sim.log for at, _ in log if 0 <= at < day}),
            trials=tuple(self._trials(weights)),
        )

    def _card(self, card: int, habits: Habits) -> ExamCard:
        s, pace = self._sched, float(self._sim.cf_est[card])
        seconds = _seconds(habits, pace)
        if not s.seen[card]:
            return ExamCard(card=card, rank=card, seconds=seconds)
        return ExamCard(
            card=card,
            stability=float(s.S[card]),
            difficulty=float(s.D[card]),
            last_day=FIRST_DAY + int(s.last[card]),
            rank=card,
            seconds=seconds,
        )

    def _habits(self) -> Habits:
        """Return how this learner rates, as her log has it so far."""
        first = [PRIOR_ANSWERS * share for share in FIRST]
        passes = [PRIOR_ANSWERS * share for share in PASSES]
        new, review = (_Repeats(share) for share in REPEATS_FAILED.values())
        for log in self._sim.log:
            if log:
                first[log[0][1] - 1] += 1
            for (before, _), (day, grade) in pairwise(log):
                if day > before and grade > 1:
                    passes[grade - 2] += 1
                elif day == before:
                    (new if day == log[0][0] else review).count(grade)
        a, b, c, d = (each / sum(first) for each in first)
        hard, good, easy = (each / sum(passes) for each in passes)
        return Habits(
            first=(a, b, c, d),
            passes=(hard, good, easy),
            new_repeat_failed=new.failed / new.asked,
            repeat_failed=review.failed / review.asked,
        )

    def _trials(self, weights: Weights) -> list[Trial]:
        """Return what memory said before each answer of the log, and how it went."""
        model = Fsrs6(weights.values)
        found: list[tuple[int, Trial]] = []
        for log in self._sim.log:
            found += _trials_of(log, model)
        found.sort(key=lambda each: each[0])
        return [trial for _, trial in found]


@dataclass(slots=True)
class _Repeats:
    """Counts how often repeating a failed card on the same day fails too."""

    usual: float
    failed: float = 0.0
    asked: float = PRIOR_ANSWERS

    def __post_init__(self) -> None:
        self.failed = self.usual * PRIOR_ANSWERS

    def count(self, grade: int) -> None:
        self.asked += 1
        self.failed += grade == 1


def _trials_of(log: list[tuple[int, int]], model: Fsrs6) -> list[tuple[int, Trial]]:
    found: list[tuple[int, Trial]] = []
    stability = difficulty = 0.0
    before: int | None = None
    for day, grade in log:
        rating = Rating(grade)
        if before is None:
            stability = model.first_stability(rating)
            difficulty = model.first_difficulty(rating)
        elif day == before:
            stability = model.same_day_stability(stability, rating)
            difficulty = model.next_difficulty(difficulty, rating)
        else:
            elapsed = day - before
            found.append((day, Trial(stability, elapsed, float(grade > 1))))
            recall = model.recall(stability, elapsed)
            stability = model.next_stability(stability, difficulty, recall, rating)
            difficulty = model.next_difficulty(difficulty, rating)
        before = day
    return found


def _seconds(habits: Habits, pace: float) -> AnswerSeconds:
    """Return what a card of this pace takes; a failed one is asked until once right."""
    new = sum(share * NEW_SECONDS[at] for at, share in enumerate(habits.first, 1))
    new += habits.first[0] * _repeats("new")
    passed = sum(share * REVIEW_SECONDS[at] for at, share in enumerate(habits.passes, 2))
    failed = REVIEW_SECONDS[1] + _repeats("review")
    return AnswerSeconds(new=new * pace, passed=passed * pace, failed=failed * pace)


def _repeats(what: str) -> float:
    failed = REPEATS_FAILED[what]
    return REPEAT_SECONDS[1] + failed / (1 - failed) * REPEAT_SECONDS[0]

"""What a learner's log tells the exam planner: her trials, how she rates, when she studied."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.evidence import Evidence, Hints, after, known, moves_memory, rating_for
from quizapp.scheduling.exam import ExamPlanning, Habits, Trial
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.history import NEVER_TARGETS
from quizapp.scheduling.memory import NEW, MemoryState, Mode, Phase, Rating
from quizapp.scheduling.replay import Event, LogEntry

ANSWERS_BEFORE = 20.0
"""How many answers the ordinary habits count as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerEvidence:
    """What the log tells: trials in the order they were made, habits, and the days of study."""

    trials: tuple[Trial, ...] = ()
    habits: Habits = field(default_factory=Habits)
    study_days: frozenset[int] = frozenset()


def learner_evidence(logs: Iterable[Iterable[LogEntry]], weights: Weights) -> LearnerEvidence:
    """Read the logs of all cards, one after the other."""
    reading = _Reading(weights)
    for log in logs:
        reading.read(log)
    return reading.found()


def with_evidence(planning: ExamPlanning, evidence: LearnerEvidence, since: int) -> ExamPlanning:
    """Return the planning with what the log tells; days let go by count from ``since`` on."""
    days = [day for day in range(since, planning.today) if planning.time.minutes_on(day) > 0]
    return replace(
        planning,
        trials=evidence.trials,
        habits=evidence.habits,
        days_planned=len(days),
        days_studied=sum(day in evidence.study_days for day in days),
    )


class _Reading:
    """Counts while it reads."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        usual = Habits()
        self._first = [ANSWERS_BEFORE * share for share in usual.first]
        self._passes = [ANSWERS_BEFORE * share for share in usual.passes]
        self._trials: list[tuple[int, Trial]] = []
        self._days: set[int] = set()

    def read(self, log: Iterable[LogEntry]) -> None:
        """Read the log of one card."""
        state = NEW
        for entry in sorted(log, key=lambda entry: (entry.tick, entry.uuid)):
            if entry.retracted or entry.mode == Mode.PRACTICE:
                continue
            if entry.event in {Event.CHANGED, Event.RESET}:
                state = NEW
            elif entry.evidence is not None:
                self._days.add(entry.study_day)
                self._count(entry.tick, state, entry.evidence, entry.study_day)
                state = after(state, entry.evidence, entry.study_day, self._weights)

    def _count(self, tick: int, state: MemoryState, evidence: Evidence, day: int) -> None:
        if not moves_memory(state, evidence, day):
            return
        rating = rating_for(state, evidence, day, self._weights)
        if state.phase == Phase.NEW:
            self._first[rating - 1] += 1
            return
        elapsed = elapsed_days(state.last_day, day)
        if elapsed == 0:
            return
        if rating != Rating.AGAIN:
            self._passes[rating - 2] += 1
        if evidence.hints == Hints.NONE and evidence.kind not in NEVER_TARGETS:
            passed = known(state, evidence, day, self._weights)
            if evidence.self_rating is not None:
                passed = float(rating != Rating.AGAIN)
            self._trials.append((tick, Trial(state.stability, elapsed, passed)))

    def found(self) -> LearnerEvidence:
        """Return what has been counted."""
        self._trials.sort(key=lambda each: each[0])
        again, hard, good, easy = (each / sum(self._first) for each in self._first)
        low, middle, high = (each / sum(self._passes) for each in self._passes)
        return LearnerEvidence(
            trials=tuple(trial for _, trial in self._trials),
            habits=Habits(first=(again, hard, good, easy), passes=(low, middle, high)),
            study_days=frozenset(self._days),
        )

"""The memory curve of one card: from each answer on, how recall falls until the next."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.evidence import after
from quizapp.scheduling.fsrs import Weights, model_of
from quizapp.scheduling.memory import NEW, MemoryState, Mode, Phase
from quizapp.scheduling.replay import Event, LogEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Memory from one answer that moved it to the next.

    ``score`` is what the answer counted (0–1), ``stability`` in days what it led to.
    """

    study_day: int
    score: float
    stability: float


def stretches_of(entries: Iterable[LogEntry], weights: Weights) -> list[Stretch]:
    """Return the stretches in one card's log, since the newest event that began it anew."""
    state: MemoryState = NEW
    stretches: list[Stretch] = []
    for entry in sorted(entries, key=lambda entry: (entry.tick, entry.uuid)):
        if entry.retracted or entry.mode == Mode.PRACTICE:
            continue
        if entry.event in {Event.CHANGED, Event.RESET}:
            state, stretches = NEW, []
            continue
        if entry.evidence is None:
            continue
        moved = after(state, entry.evidence, entry.study_day, weights)
        if moved is not state:
            stretches.append(
                Stretch(
                    study_day=moved.last_day,
                    score=entry.evidence.score,
                    stability=moved.stability,
                )
            )
        state = moved
    return stretches


def recall_on(stretch: Stretch, study_day: float, weights: Weights) -> float:
    """Return the chance (0–1) of remembering on a day of a stretch; parts of days may be asked."""
    elapsed = max(0.0, study_day - stretch.study_day)
    return model_of(weights).recall(stretch.stability, elapsed)


def recall_now(state: MemoryState, study_day: int, weights: Weights) -> float | None:
    """Return the chance (0–1) of remembering today, None for a card never asked."""
    if state.phase == Phase.NEW:
        return None
    return model_of(weights).recall(state.stability, elapsed_days(state.last_day, study_day))

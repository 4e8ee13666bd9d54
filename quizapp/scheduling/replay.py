"""The fold of one card's log: the same rows give the same memory, in whatever order they lie."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from quizapp.scheduling.evidence import Evidence, after
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.memory import NEW, MemoryState, Mode


class Event(IntEnum):
    """What a row of the log tells; the numbers are those of the bank."""

    REVIEW = 0
    CHANGED = 1
    RESET = 2
    MOVED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One row about one card: an answer, or an event.

    ``due_day`` is the decision written in the row, if it holds one. A review has ``evidence`` built
    from what was recorded (its score is the counted one); other rows have none.
    """

    tick: int
    uuid: bytes
    event: Event
    study_day: int
    evidence: Evidence | None = None
    mode: Mode = Mode.SCHEDULED
    due_day: int | None = None
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """Memory after a log, and the due day of the newest row that decided one."""

    state: MemoryState
    due_day: int | None


EMPTY: Final = Folded(NEW, None)


def fold(entries: Iterable[LogEntry], weights: Weights, start: Folded = EMPTY) -> Folded:
    """Fold rows of one card, in the order of tick and uuid, onto what came before them.

    Retracted rows and practice count for nothing. ``changed`` and ``reset`` start anew, ``moved``
    changes the due day alone. To go on from ``start``, every row must be newer than those in it.
    """
    state, due_day = start.state, start.due_day
    for entry in sorted(entries, key=_order):
        if entry.retracted or entry.mode == Mode.PRACTICE:
            continue
        if entry.event in {Event.CHANGED, Event.RESET}:
            state, due_day = NEW, entry.due_day
            continue
        if entry.evidence is not None:
            state = after(state, entry.evidence, entry.study_day, weights)
        if entry.due_day is not None:
            due_day = entry.due_day
    return Folded(state, due_day)


def _order(entry: LogEntry) -> tuple[int, bytes]:
    return entry.tick, entry.uuid

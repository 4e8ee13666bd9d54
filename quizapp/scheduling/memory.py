"""What is remembered about one card, in the words of FSRS."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Rating(IntEnum):
    """The four buttons of FSRS and Anki; the numbers are those of the log."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """Where a card stands; the numbers are those of the bank."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Mode(IntEnum):
    """What a sitting was for; only practice leaves memory alone."""

    SCHEDULED = 0
    PRACTICE = 1
    MOCK_EXAM = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryState:
    """A fold of one card's log; when the card is due is a decision and stands elsewhere.

    ``stability`` is in days, ``difficulty`` is 1–10, ``last_day`` is the study day of the newest
    answer that moved memory. ``lapses`` counts the study days, the first excepted, on which the
    card turned out forgotten. In phase new all of them are 0 and mean nothing.
    """

    phase: Phase
    stability: float
    difficulty: float
    last_day: int
    reps: int
    lapses: int


NEW: Final = MemoryState(
    phase=Phase.NEW, stability=0.0, difficulty=0.0, last_day=0, reps=0, lapses=0
)

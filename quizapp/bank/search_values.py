"""What the library asks the bank for, and what it gets: plain values, without SQL."""

from dataclasses import dataclass
from enum import Enum, auto

from quizapp.bank.values import EVERYTHING, Body, CardScope, Held
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.questions.kinds import Category, Kind
from quizapp.scheduling.memory import MemoryState


class Standing(Enum):
    """How far the learner is with a question."""

    NEW = auto()
    LEARNING = auto()
    KNOWN = auto()
    PAUSED = auto()
    FAILING = auto()


class LibraryOrder(Enum):
    """What the questions are ordered by."""

    QUESTION = auto()
    RECALL = auto()
    DUE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryScope:
    """Which questions are meant, and in which order."""

    cards: CardScope = EVERYTHING
    standing: Standing | None = None
    order: LibraryOrder = LibraryOrder.QUESTION
    is_descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardStanding:
    """What is remembered of one card of a question."""

    card_id: int
    key: CardKey
    state: MemoryState
    due_day: int | None
    held: Held


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryRow:
    """A question as the library shows it; ``cards`` are those that are not hidden."""

    question: int
    key: QuestionId
    pack: PackId
    kind: Kind
    category: Category
    body: Body
    note: str
    cards: tuple[CardStanding, ...]

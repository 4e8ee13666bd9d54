"""The library's questions as values: what is wanted, what was found, and one question in full."""

from dataclasses import dataclass
from enum import Enum, auto

from quizapp.base.ids import CardKey, PackId
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Basis, Category, Kind
from quizapp.study.flow import NOTHING_SHOWN, Shown
from quizapp.study.story import CardStory


class State(Enum):
    """How far the learner is with a question."""

    NEW = auto()
    LEARNING = auto()
    KNOWN = auto()
    PAUSED = auto()
    FAILING = auto()


class Order(Enum):
    """What the rows are sorted by."""

    QUESTION = auto()
    RECALL = auto()
    DUE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; an empty field sets no limit."""

    text: str = ""
    packs: tuple[PackId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    categories: tuple[Category, ...] = ()
    topics: tuple[str, ...] = ()
    state: State | None = None
    order: Order = Order.QUESTION
    is_descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The numbers of the questions that fit, in order, and how many there are in all."""

    wanted: Wanted
    questions: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One row: ``recall`` is the chance (0–1) of remembering, None for a new question.

    ``speaking`` is the card that is remembered worst, ``days_until`` the days to the next time.
    """

    question: int
    cards: tuple[CardKey, ...]
    speaking: CardKey
    kind: Kind
    category: Category
    pack_title: str
    prompt: str
    recall: float | None
    days_until: int | None
    is_paused: bool
    is_failing: bool
    has_note: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """The first rows that a text finds, those that have it earliest first, and how many fit.

    ``is_whole`` tells whether every question has been looked through.
    """

    text: str
    hits: tuple[Hit, ...]
    count: int
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """One answer of the past; what was written, or how well it was remembered (1–4)."""

    study_day: int
    outcome: Outcome
    written: str
    rating: int | None
    is_practice: bool
    is_overruled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A question as the pack has it, where the learner has an own version."""

    prompt: str
    answer: str
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One question with its answer, its history (newest first) and the learner's note.

    ``wordings`` count for her too. ``packed`` is None where what is asked is the pack's version.
    """

    hit: Hit
    answer: str
    explanation: str
    basis: Basis
    note: str
    study_day: int
    story: CardStory
    past: tuple[Past, ...]
    packed: Packed | None = None
    wordings: tuple[str, ...] = ()
    shown: Shown = NOTHING_SHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be filtered by: packs with their titles, and paths of topics."""

    packs: tuple[tuple[PackId, str], ...]
    topics: tuple[str, ...]

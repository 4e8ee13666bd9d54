"""What the bank takes and gives: plain values, without SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, IntFlag
from uuid import UUID

from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.questions.answer_form import Plain
from quizapp.questions.codec_mistakes import Plain as Field
from quizapp.questions.kinds import Category, Kind
from quizapp.scheduling.evidence import Hints
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.memory import MemoryState, Mode, Rating
from quizapp.scheduling.replay import Event

JsonObject = Mapping[str, Plain]
# A question as ``questions.codec`` reads and writes it.
Body = Mapping[str, Field]


class Held(IntFlag):
    """Why a card is kept out of the queue; no bit set means that it is in it."""

    NOTHING = 0
    SUSPENDED = 1
    BURIED = 2
    HIDDEN = 4
    ARCHIVED = 8


class PackSource(IntEnum):
    """Where an installed pack came from; the numbers are those of the bank."""

    SHIPPED = 0
    FILE = 1
    OWN = 2

    @property
    def word(self) -> str:
        """The word that the command line uses."""
        return self.name.lower()


class AmendmentKind(IntEnum):
    """What was said about a review later; the numbers are those of the bank."""

    RETRACTED = 0
    RESTORED = 1
    OVERRULED = 2
    REMARKED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CardScope:
    """Which cards are meant; an empty tuple sets no limit of that sort.

    A topic means itself and every topic below it (``1800-tallet`` means ``1800-tallet/krige`` too).
    """

    packs: tuple[PackId, ...] = ()
    categories: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    cards: tuple[CardKey, ...] = ()
    kinds: tuple[Kind, ...] = ()


EVERYTHING = CardScope()


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedCard:
    """A card with the question as it stands now; ``body`` is what ``questions.codec`` reads.

    ``card_id``, ``question_id``, ``pack_id`` and ``revision_id`` are this bank's own numbers.
    """

    card_id: int
    question_id: int
    pack_id: int
    revision_id: int
    key: CardKey
    kind: Kind
    category: Category
    rev: int
    fact: str
    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class CardMemory:
    """A card's memory row: the fold of its log, when it is due, and what holds it back.

    ``due_day`` is None for a card never asked.
    """

    card_id: int
    pack_id: int
    state: MemoryState
    due_day: int | None
    held: Held
    rank: int
    fold_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReview:
    """An answer about to be logged, with all the raw evidence.

    ``at`` is when it was given, aware; ``answer`` is its JSON form; ``due_day`` is the decision
    made with it, None where the answer decided nothing (practice).
    """

    card: AskedCard
    session_id: int | None
    at: datetime
    study_day: int
    mode: Mode
    answer: Plain
    options: int
    hints: Hints
    elapsed_ms: int | None
    outcome: Outcome
    score: float
    rule: str
    rules_version: int
    due_day: int | None
    confidence: int | None = None
    self_rating: Rating | None = None
    is_rapid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What happened to a card, about to be logged; ``due_day`` is the decision it makes, if any."""

    event: Event
    card_id: int
    at: datetime
    study_day: int
    due_day: int | None
    revision_id: int | None = None
    installation_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWording:
    """A wording that counts because the learner says so; ``gap`` counts from 0."""

    wording: str
    outcome: Outcome
    gap: int = 0
    review: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedReview:
    """A review as the log has it.

    ``outcome`` and ``score`` are those that count: the learner's own where she overruled.
    """

    review_id: int
    uuid: UUID
    tick: int
    card_id: int
    revision_id: int
    key: CardKey
    pack_id: int
    category: Category
    at: datetime
    study_day: int
    mode: Mode
    answer: Plain
    outcome: Outcome
    score: float
    rule: str
    rating: Rating
    due_day: int | None
    elapsed_ms: int | None
    is_retracted: bool
    is_overruled: bool


@dataclass(frozen=True, slots=True)
class Written:
    """The name and the place in the log of a row just written."""

    tick: int
    uuid: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoStep:
    """One thing the learner can take back; ``label`` is a code of ``base/sentences``.

    ``actions`` say what to take back, in the words of the use case that wrote them.
    """

    step_id: int
    at: datetime
    label: str
    actions: tuple[JsonObject, ...]
    is_undone: bool


@dataclass(frozen=True, slots=True)
class FoldRecord:
    """The weights that memory is folded with, and their number in the bank."""

    fold_id: int
    weights: Weights
    evidence_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """Answers of one study day, pack, category, mode and verdict."""

    study_day: int
    pack: PackId
    category: Category
    mode: Mode
    outcome: Outcome
    n: int
    elapsed_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Cards of a pack, a category or a topic: in all, begun, new, due; hidden ones left out.

    ``new`` and ``due`` count what is in the queue, ``total`` and ``begun`` paused cards too.
    """

    pack: PackId
    name: str
    total: int
    begun: int
    new: int
    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRecord:
    """An installed pack; ``manifest`` is its JSON form, ``media`` maps file names to hashes."""

    pack_id: int
    key: PackId
    version: int
    content_sha: str
    first_sha: str
    previous_sha: str
    manifest: Body
    source: PackSource
    is_active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRevision:
    """The learner's own version of a question, which is asked in the place of the pack's."""

    revision_id: int
    content_sha: str
    meaning_sha: str
    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRecord:
    """A question as the pack has it now, and the learner's own version of it, if she has one.

    ``kind`` and ``category`` are those of the version that is asked.
    """

    question_id: int
    key: QuestionId
    revision_id: int
    rev: int
    content_sha: str
    meaning_sha: str
    kind: Kind
    category: Category
    position: int
    hidden_at: int | None
    body: Body
    own: OwnRevision | None = None

    @property
    def asked_revision_id(self) -> int:
        """The revision that is asked."""
        return self.revision_id if self.own is None else self.own.revision_id

    @property
    def asked_meaning_sha(self) -> str:
        """What is right, as it is asked."""
        return self.meaning_sha if self.own is None else self.own.meaning_sha

    @property
    def asked_body(self) -> Body:
        """The question as it is asked."""
        return self.body if self.own is None else self.own.body

    @property
    def is_hidden(self) -> bool:
        """Whether the question is out of the pack, its history kept."""
        return self.hidden_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRecord:
    """A passage of an installed pack's reading text."""

    mark: str
    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class DueLoad:
    """Cards due by study day, and the days on which siblings of a card are due."""

    by_day: Mapping[int, int]
    sibling_days: frozenset[int]


@dataclass(frozen=True, slots=True)
class Suspicious:
    """An answer that stands on a study day which has not come."""

    review: UUID
    study_day: int


@dataclass(frozen=True, slots=True)
class Learnt:
    """How well a card that was begun is remembered; stability is in days."""

    pack: PackId
    category: Category
    stability: float
    last_day: int

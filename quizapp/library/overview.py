"""What is installed: packs, their questions, and how much of each is due."""

from dataclasses import dataclass

from quizapp.bank.bank import Bank
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.questions.answer_form import Plain
from quizapp.questions.kinds import Basis, Category, Kind
from quizapp.questions.pack import Manifest, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOverview:
    """One installed pack; ``due`` and ``new`` count cards, ``questions`` those not hidden."""

    id: PackId
    title: str
    version: int
    questions: int
    due: int
    new: int
    license: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionOverview:
    """One question; ``answer`` has the form that ``study`` reads (for kort, what is on its back)."""

    id: QuestionId
    kind: Kind
    category: Category
    basis: Basis
    prompt: str
    answer: Plain
    options: tuple[str, ...]
    explanation: str
    topics: tuple[str, ...]
    passage: str
    rev: int
    cards: tuple[CardKey, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueOverview:
    """What a pack is worth doing today; ``minutes`` at the learner's own pace."""

    pack: PackId
    due: int
    new: int
    minutes: int


def packs(bank: Bank, study_day: int) -> list[PackOverview]:
    """Return the installed packs."""


def due(bank: Bank, study_day: int, new_per_day: int) -> list[DueOverview]:
    """Return what each pack is worth doing today; new cards are shared out in pack order."""


def questions(bank: Bank, pack: PackId) -> list[QuestionOverview]:
    """Return a pack's questions in the author's order; raises ``UnknownPackError``."""


def manifest(bank: Bank, pack: PackId) -> Manifest:
    """Return what a pack says of itself; raises ``UnknownPackError``."""


def reading_text(bank: Bank, pack: PackId) -> tuple[Passage, ...]:
    """Return the passages of a pack's reading text, in order; raises ``UnknownPackError``."""

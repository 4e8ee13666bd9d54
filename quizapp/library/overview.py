"""What is installed: packs, their questions, and how much of each is due."""

from dataclasses import dataclass

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.values import PackRecord, QuestionRecord
from quizapp.base.errors import MisuseError
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.library.forms import read_manifest
from quizapp.questions.answer_form import Plain, plain_answer, right_answer
from quizapp.questions.cards import slots_of
from quizapp.questions.kinds import Basis, Category, Choice, Kind, MultipleChoice, Question
from quizapp.questions.stored import read_stored


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
    """One question; ``answer`` has the form that ``study`` reads (for kort, a rating).

    ``options`` are those of a choice, right ones first.
    """

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


def packs(bank: Bank, study_day: int) -> list[PackOverview]:
    """Return the installed packs, in the order they were installed."""
    with bank.read() as reader:
        records = reader.packs()
        counts = reader.question_counts()
        standings = {standing.pack: standing for standing in reader.standings_by_pack(study_day)}
    return [
        PackOverview(
            id=record.key,
            title=(manifest := read_manifest(record.manifest)).title,
            version=record.version,
            questions=counts.get(record.pack_id, 0),
            due=standings[record.key].due if record.key in standings else 0,
            new=standings[record.key].new if record.key in standings else 0,
            license=manifest.license,
            source=record.source.word,
        )
        for record in records
    ]


def questions(bank: Bank, pack: PackId) -> list[QuestionOverview]:
    """Return a pack's questions in the author's order; raises ``MisuseError`` for no such pack."""
    with bank.read() as reader:
        record = installed(reader, pack)
        return [
            _overview(pack, row) for row in reader.questions_of(record.pack_id) if not row.is_hidden
        ]


def installed(reader: Reader, pack: PackId) -> PackRecord:
    """Return an installed pack; raises ``MisuseError`` for one that is not, or was removed."""
    record = reader.pack(pack)
    if record is None or not record.is_active:
        raise MisuseError("unknown_pack", pack=pack)
    return record


def _overview(pack: PackId, row: QuestionRecord) -> QuestionOverview:
    question = read_stored(row.asked_body)
    return QuestionOverview(
        id=row.key,
        kind=row.kind,
        category=row.category,
        basis=question.basis,
        prompt=question.line,
        answer=plain_answer(right_answer(question)),
        options=_options(question),
        explanation=question.explanation,
        topics=question.topics,
        passage=question.passage,
        rev=row.rev,
        cards=tuple(CardKey(pack, row.key, slot) for slot in slots_of(question)),
    )


def _options(question: Question) -> tuple[str, ...]:
    match question:
        case Choice():
            return (question.right, *(wrong.text for wrong in question.wrong))
        case MultipleChoice():
            return (*question.right, *(wrong.text for wrong in question.wrong))
        case _:
            return ()

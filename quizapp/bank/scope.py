"""Which memory rows a ``CardScope`` means, as conditions of a query."""

from typing import Final

from sqlalchemy import ColumnElement, Select, and_, literal_column, or_, select

from quizapp.bank.codes import CATEGORY_CODES, KIND_CODES
from quizapp.bank.content_tables import CardRow, PackRow, QuestionRow, QuestionTopicRow, TopicRow
from quizapp.bank.learner_tables import MemoryRow
from quizapp.bank.values import CardScope
from quizapp.base.ids import CardKey

# The sum keeps SQLite from walking memory once a question: 270 s for 25,000 of 100,000, not 0.2.
_QUESTION: Final = MemoryRow.question_id.op("+")(literal_column("0"))


def in_scope(scope: CardScope) -> list[ColumnElement[bool]]:
    """Return the conditions on memory rows; none for a scope without limits."""
    found: list[ColumnElement[bool]] = []
    if scope.packs:
        packs = select(PackRow.id).where(PackRow.pack_key.in_(scope.packs))
        found.append(MemoryRow.pack_id.in_(packs))
    if scope.categories:
        found.append(MemoryRow.category.in_(category_codes(scope.categories)))
    if scope.topics:
        found.append(_QUESTION.in_(_under_topics(scope.topics)))
    if scope.cards:
        found.append(MemoryRow.card_id.in_(_named(scope.cards)))
    if scope.kinds:
        codes = [KIND_CODES[kind] for kind in scope.kinds]
        of_kind = select(QuestionRow.id).where(QuestionRow.kind.in_(codes))
        found.append(_QUESTION.in_(of_kind))
    return found


def category_codes(words: tuple[str, ...]) -> list[int]:
    """Return the numbers of the categories that have one of these words."""
    return [code for category, code in CATEGORY_CODES.items() if category.value in words]


def _under_topics(topics: tuple[str, ...]) -> Select[int]:
    paths = [
        or_(TopicRow.path == topic, TopicRow.path.startswith(f"{topic}/", autoescape=True))
        for topic in topics
    ]
    return (
        select(QuestionTopicRow.question_id)
        .join(TopicRow, TopicRow.id == QuestionTopicRow.topic_id)
        .where(or_(*paths))
    )


def _named(cards: tuple[CardKey, ...]) -> Select[int]:
    named = [
        and_(
            PackRow.pack_key == key.pack,
            QuestionRow.question_key == key.question,
            CardRow.slot == key.slot,
        )
        for key in cards
    ]
    return (
        select(CardRow.id)
        .join(QuestionRow, QuestionRow.id == CardRow.question_id)
        .join(PackRow, PackRow.id == QuestionRow.pack_id)
        .where(or_(*named))
    )

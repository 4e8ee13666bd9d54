"""Mock exams: what they ask, the answers as they are given, and what became of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, func, insert, literal_column, select, update

from quizapp.bank.access import Access, as_json, as_uuid, in_ms
from quizapp.bank.codes import CATEGORIES, KINDS
from quizapp.bank.content_tables import PackRow, QuestionRow, QuestionTopicRow, TopicRow
from quizapp.bank.day_counts import COUNTED_VERDICT
from quizapp.bank.learner_tables import MemoryRow
from quizapp.bank.log_tables import MockExamAnswerRow, MockExamRow, ReviewRow
from quizapp.bank.scope import in_scope
from quizapp.bank.values import CardScope, JsonObject
from quizapp.grading.verdict import Outcome
from quizapp.questions.answer_form import Plain
from quizapp.questions.kinds import Kind

_FIRST_TOPIC = (
    select(TopicRow.path)
    .join(QuestionTopicRow, QuestionTopicRow.topic_id == TopicRow.id)
    .where(QuestionTopicRow.question_id == MemoryRow.question_id)
    .order_by(TopicRow.id)
    .limit(1)
    .correlate(MemoryRow)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MockCard:
    """A card that a mock exam may ask; ``topic`` and ``fact`` are empty where there is none."""

    card: int
    question: int
    revision: int
    pack: str
    category: str
    topic: str
    fact: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMock:
    """A mock exam about to begin; ``limit_s`` is the time for it, None for no limit."""

    blueprint: JsonObject
    seed: int
    limit_s: int | None
    at: datetime
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MockRecord:
    """A mock exam of the bank; instants are in UTC, ``counts`` says whether it is evidence."""

    mock_id: int
    uuid: UUID
    blueprint: dict[str, Any]
    seed: int
    limit_s: int | None
    started_at: datetime
    handed_in_at: datetime | None
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MockAnswer:
    """One question of a mock exam and what was answered; ``answer`` is None for a blank.

    ``at`` is when the answer last changed; ``elapsed_ms`` is how long the question was shown.
    """

    position: int
    card: int
    revision: int
    answer: Plain
    is_flagged: bool
    at: datetime | None
    elapsed_ms: int
    review: UUID | None = None


@dataclass(frozen=True, slots=True)
class MockScore:
    """How many of its questions a mock exam has right."""

    right: int
    asked: int


class MockReads(Access):
    """Reads about mock exams."""

    def mock_cards(self, scope: CardScope) -> list[MockCard]:
        """Return the cards of active packs in a scope that nothing holds back."""
        cards = (
            select(
                MemoryRow.card_id,
                MemoryRow.question_id,
                QuestionRow.revision_id,
                PackRow.pack_key,
                QuestionRow.category,
                _FIRST_TOPIC.label("topic"),
                QuestionRow.fact_key,
                QuestionRow.kind,
            )
            .join(QuestionRow, QuestionRow.id == MemoryRow.question_id)
            .join(PackRow, PackRow.id == MemoryRow.pack_id)
            .where(MemoryRow.held == literal_column("0"), PackRow.active == 1, *in_scope(scope))
            .order_by(MemoryRow.card_id)
        )
        return [
            MockCard(
                card=row.card_id,
                question=row.question_id,
                revision=row.revision_id,
                pack=row.pack_key,
                category=CATEGORIES[row.category].value,
                topic=row.topic or "",
                fact=row.fact_key or "",
                kind=KINDS[row.kind],
            )
            for row in self._connection.execute(cards)
        ]

    def mocks(self) -> list[MockRecord]:
        """Return every mock exam, the newest first."""
        newest = select(MockExamRow.__table__).order_by(MockExamRow.id.desc())
        return [_record(row) for row in self._connection.execute(newest)]

    def mock(self, mock_id: int) -> MockRecord:
        """Return a mock exam; raises ``KeyError``."""
        named = select(MockExamRow.__table__).where(MockExamRow.id == mock_id)
        row = self._connection.execute(named).one_or_none()
        if row is None:
            raise KeyError(mock_id)
        return _record(row)

    def mock_answers(self, mock_id: int) -> list[MockAnswer]:
        """Return the questions of a mock exam in the order they are asked, with the answers."""
        answers = (
            select(MockExamAnswerRow.__table__, ReviewRow.uuid)
            .join(ReviewRow, ReviewRow.id == MockExamAnswerRow.review_id, isouter=True)
            .where(MockExamAnswerRow.mock_exam_id == mock_id)
            .order_by(MockExamAnswerRow.position)
        )
        return [_answer(row) for row in self._connection.execute(answers)]

    def mock_scores(self) -> dict[int, MockScore]:
        """Return how each mock exam stands; before it is handed in nothing is right."""
        asked = select(MockExamAnswerRow.mock_exam_id, func.count()).group_by(
            MockExamAnswerRow.mock_exam_id
        )
        right = (
            select(MockExamAnswerRow.mock_exam_id, func.count())
            .join(ReviewRow, ReviewRow.id == MockExamAnswerRow.review_id)
            .where(COUNTED_VERDICT.is_(int(Outcome.CORRECT)))
            .group_by(MockExamAnswerRow.mock_exam_id)
        )
        rights = {row[0]: row[1] for row in self._connection.execute(right)}
        return {
            row[0]: MockScore(rights.get(row[0], 0), row[1])
            for row in self._connection.execute(asked)
        }


class MockWrites(MockReads):
    """Writes about mock exams."""

    def add_mock(self, new: NewMock, cards: Sequence[MockCard]) -> int:
        """Begin a mock exam over these cards, in this order, and return its number."""
        mock_id = self._add(
            insert(MockExamRow),
            {
                "uuid": self._place.ids.new(in_ms(new.at)).bytes,
                "blueprint": as_json(new.blueprint),
                "seed": new.seed,
                "limit_s": new.limit_s,
                "started_at": in_ms(new.at),
                "handed_in_at": None,
                "counts": int(new.counts),
            },
        )
        blank = {"answer": None, "flagged": 0, "at": None, "elapsed_ms": 0, "review_id": None}
        rows = [
            {
                "mock_exam_id": mock_id,
                "position": position,
                "card_id": card.card,
                "revision_id": card.revision,
                **blank,
            }
            for position, card in enumerate(cards)
        ]
        if rows:
            self._connection.execute(insert(MockExamAnswerRow), rows)
        return mock_id

    def save_mock_answer(self, mock_id: int, answer: MockAnswer) -> None:
        """Store what stands at a position now; its card, revision and review stay."""
        self._set_answer(
            mock_id,
            answer.position,
            answer=None if answer.answer is None else as_json(answer.answer),
            flagged=int(answer.is_flagged),
            at=None if answer.at is None else in_ms(answer.at),
            elapsed_ms=answer.elapsed_ms,
        )

    def set_mock_review(self, mock_id: int, position: int, review: UUID | None) -> None:
        """Store which row of the log an answer became."""
        review_id = None
        if review is not None:
            named = select(ReviewRow.id).where(ReviewRow.uuid == review.bytes)
            review_id = self._connection.execute(named).scalar_one()
        self._set_answer(mock_id, position, review_id=review_id)

    def set_mock_handed_in(self, mock_id: int, at: datetime | None) -> None:
        """Store when a mock exam was handed in, None for one that is under way."""
        self._set(mock_id, handed_in_at=None if at is None else in_ms(at))

    def set_mock_counts(self, mock_id: int, *, counts: bool) -> None:
        """Store whether the answers of a mock exam are evidence."""
        self._set(mock_id, counts=int(counts))

    def set_mock_blueprint(self, mock_id: int, blueprint: JsonObject) -> None:
        """Store what a mock exam was made from, with what was noted since."""
        self._set(mock_id, blueprint=as_json(blueprint))

    def _set(self, mock_id: int, **values: object) -> None:
        named = update(MockExamRow).where(MockExamRow.id == mock_id)
        self._connection.execute(named.values(**values))

    def _set_answer(self, mock_id: int, position: int, **values: object) -> None:
        named = update(MockExamAnswerRow).where(
            MockExamAnswerRow.mock_exam_id == mock_id, MockExamAnswerRow.position == position
        )
        self._connection.execute(named.values(**values))


def _record(row: Row[*tuple[Any, ...]]) -> MockRecord:
    return MockRecord(
        mock_id=row.id,
        uuid=as_uuid(row.uuid),
        blueprint=json.loads(row.blueprint),
        seed=row.seed,
        limit_s=row.limit_s,
        started_at=_utc(row.started_at),
        handed_in_at=None if row.handed_in_at is None else _utc(row.handed_in_at),
        counts=bool(row.counts),
    )


def _answer(row: Row[*tuple[Any, ...]]) -> MockAnswer:
    return MockAnswer(
        position=row.position,
        card=row.card_id,
        revision=row.revision_id,
        answer=None if row.answer is None else json.loads(row.answer),
        is_flagged=bool(row.flagged),
        at=None if row.at is None else _utc(row.at),
        elapsed_ms=row.elapsed_ms or 0,
        review=None if row.uuid is None else as_uuid(row.uuid),
    )


def _utc(at_ms: int) -> datetime:
    return datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at_ms)

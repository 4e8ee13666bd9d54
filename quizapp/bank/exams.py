"""Exams: when, what they may ask, the minutes for them, and the cards a plan is made from."""

import json
from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, insert, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_replace

from quizapp.bank.access import Access, as_json, as_uuid
from quizapp.bank.codes import CATEGORIES
from quizapp.bank.content_tables import PackRow, QuestionTopicRow, TopicRow
from quizapp.bank.learner_tables import ExamForecastRow, ExamRow, MemoryRow
from quizapp.bank.scope import in_scope
from quizapp.bank.values import CardScope, Held
from quizapp.base.ids import PackId
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.exam import ExamCard
from quizapp.scheduling.exam_terms import NOTHING_TOLD, Afterwards, ExamResult, TopicShare
from quizapp.scheduling.memory import Phase


class ExamState(IntEnum):
    """Whether an exam is planned for; the numbers are those of the bank."""

    AHEAD = 0
    OVER = 1
    ARCHIVED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NewExam:
    """An exam about to be stored.

    ``at`` is aware, in the learner's zone; ``minutes`` are a week's from Monday; ``days_off`` are
    study days; ``goal`` is the wanted share of right answers (0–1), None for none.
    """

    title: str
    at: datetime
    scope: CardScope
    minutes: tuple[float, ...]
    days_off: frozenset[int]
    goal: float | None
    shares: tuple[TopicShare, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamRecord(NewExam):
    """An exam of the bank; ``exam_id`` is this bank's own number."""

    exam_id: int
    uuid: UUID
    state: ExamState
    result: ExamResult = NOTHING_TOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class DayForecast:
    """What was expected of an exam on a study day: shares (0–1), cards seen, minutes studied."""

    study_day: int
    mean: float
    low: float
    high: float
    seen: int
    minutes: int


class ExamReads(Access):
    """Reads about exams."""

    def exams(self) -> list[ExamRecord]:
        """Return every exam, the earliest first."""
        rows = self._connection.execute(select(ExamRow.__table__)).all()
        return sorted((_record(row) for row in rows), key=lambda exam: exam.at)

    def has_exam_ahead(self) -> bool:
        """Say whether any exam is planned for; its time may have passed."""
        ahead = select(ExamRow.id).where(ExamRow.state == int(ExamState.AHEAD)).limit(1)
        return self._connection.execute(ahead).first() is not None

    def exam_forecasts(self, exam_id: int) -> list[DayForecast]:
        """Return what was expected of an exam day by day, the earliest first."""
        stored = (
            select(ExamForecastRow.__table__)
            .where(ExamForecastRow.exam_id == exam_id)
            .order_by(ExamForecastRow.study_day)
        )
        return [
            DayForecast(
                study_day=row.study_day,
                mean=row.mean,
                low=row.low,
                high=row.high,
                seen=row.seen,
                minutes=row.minutes,
            )
            for row in self._connection.execute(stored)
        ]

    def exam_cards(self, scope: CardScope) -> list[ExamCard]:
        """Return the cards that a plan is made from; paused, waiting and hidden ones left out."""
        topics = self._topics_by_question()
        query = (
            select(
                MemoryRow.card_id,
                MemoryRow.question_id,
                MemoryRow.category,
                MemoryRow.phase,
                MemoryRow.rank,
                MemoryRow.due_day,
                MemoryRow.stability,
                MemoryRow.difficulty,
                MemoryRow.last_day,
                PackRow.pack_key,
            )
            .join(PackRow, PackRow.id == MemoryRow.pack_id)
            .where(MemoryRow.held == literal_column("0"), PackRow.active == 1, *in_scope(scope))
            .order_by(MemoryRow.card_id)
        )
        return [
            ExamCard(
                card=row.card_id,
                stability=None if row.phase == Phase.NEW else row.stability,
                difficulty=row.difficulty or 5.0,
                last_day=row.last_day,
                due_day=row.due_day,
                rank=row.rank,
                pack=row.pack_key,
                category=CATEGORIES[row.category].value,
                topics=tuple(topics[row.question_id]),
            )
            for row in self._connection.execute(query)
        ]

    def cards_meant(self, scope: CardScope) -> list[ExamCard]:
        """Return the cards of a scope, held back or not, with pack and topics alone."""
        topics = self._topics_by_question()
        query = (
            select(MemoryRow.card_id, MemoryRow.question_id, PackRow.pack_key)
            .join(PackRow, PackRow.id == MemoryRow.pack_id)
            .where(*in_scope(scope))
        )
        return [
            ExamCard(card=card_id, pack=pack, topics=tuple(topics[question_id]))
            for card_id, question_id, pack in self._connection.execute(query)
        ]

    def _topics_by_question(self) -> dict[int, list[str]]:
        paths = select(QuestionTopicRow.question_id, TopicRow.path).join(
            TopicRow, TopicRow.id == QuestionTopicRow.topic_id
        )
        topics: dict[int, list[str]] = defaultdict(list)
        for question_id, path in self._connection.execute(paths.order_by(TopicRow.id)):
            topics[question_id].append(path)
        return topics


class ExamWrites(ExamReads):
    """Writes about exams."""

    def add_exam(self, exam: NewExam) -> UUID:
        """Store an exam and return its name."""
        named = self._name_row()
        state = {"state": int(ExamState.AHEAD), "result": None}
        self._connection.execute(
            insert(ExamRow).values(uuid=named.uuid.bytes, **_stored(exam), **state)
        )
        return named.uuid

    def change_exam(self, exam_id: int, exam: NewExam) -> None:
        """Store an exam anew, under the name it has."""
        self._connection.execute(
            update(ExamRow).where(ExamRow.id == exam_id).values(**_stored(exam))
        )

    def set_exam_state(
        self, exam_id: int, state: ExamState, result: ExamResult | None = None
    ) -> None:
        """Store whether an exam is still planned for, and how it went where that is told."""
        values: dict[str, object] = {"state": int(state)}
        if result is not None:
            values["result"] = as_json(asdict(result))
        self._connection.execute(update(ExamRow).where(ExamRow.id == exam_id).values(**values))

    def remove_exam(self, exam_id: int) -> None:
        """Take an exam and its forecasts out; ``restore_exam`` puts them back."""
        of_exam = ExamForecastRow.exam_id == exam_id
        self._connection.execute(delete(ExamForecastRow).where(of_exam))
        self._connection.execute(delete(ExamRow).where(ExamRow.id == exam_id))

    def restore_exam(self, record: ExamRecord, forecasts: Collection[DayForecast]) -> None:
        """Put an exam back as it was, under its old name and number."""
        self._connection.execute(
            insert(ExamRow).values(
                id=record.exam_id,
                uuid=record.uuid.bytes,
                **_stored(record),
                state=int(record.state),
                result=as_json(asdict(record.result)),
            )
        )
        for forecast in forecasts:
            self.set_exam_forecast(record.exam_id, forecast)

    def set_resting(self, cards: Collection[int]) -> None:
        """Let exactly these cards rest because their exam was put away."""
        bit = int(Held.ARCHIVED)
        resting = MemoryRow.held.op("&")(bit) != literal_column("0")
        now = set(self._connection.execute(select(MemoryRow.card_id).where(resting)).scalars())
        wanted = set(cards)
        for changed, held in (
            (wanted - now, MemoryRow.held.op("|")(bit)),
            (now - wanted, MemoryRow.held.op("&")(~bit)),
        ):
            for some in _in_parts(sorted(changed)):
                chosen = MemoryRow.card_id.in_(some)
                self._connection.execute(update(MemoryRow).where(chosen).values(held=held))

    def set_exam_forecast(self, exam_id: int, forecast: DayForecast) -> None:
        """Store what is expected of an exam today; the day's last forecast stands."""
        values = {
            "mean": forecast.mean,
            "low": forecast.low,
            "high": forecast.high,
            "seen": forecast.seen,
            "minutes": forecast.minutes,
        }
        row = insert_or_replace(ExamForecastRow).values(
            exam_id=exam_id, study_day=forecast.study_day, **values
        )
        self._connection.execute(row.on_conflict_do_update(["exam_id", "study_day"], set_=values))


def _in_parts(cards: list[int]) -> list[list[int]]:
    # SQLite takes a limited number of values in one statement.
    return [cards[at : at + 500] for at in range(0, len(cards), 500)]


def _stored(exam: NewExam) -> dict[str, object]:
    scope: dict[str, Plain] = {
        "packs": list(exam.scope.packs),
        "topics": list(exam.scope.topics),
        "categories": list(exam.scope.categories),
    }
    if exam.shares:
        scope["shares"] = [[each.pack, each.topic, each.weight] for each in exam.shares]
    return {
        "title": exam.title,
        "at": exam.at.replace(tzinfo=None).isoformat(),
        "zone": exam.at.strftime("%z"),
        "scope": as_json(scope),
        "minutes": as_json(list(exam.minutes)),
        "days_off": as_json(sorted(exam.days_off)),
        "goal": exam.goal,
    }


def _result(text: str | None) -> ExamResult:
    told = json.loads(text) if text else {}
    then = told.get("then")
    return ExamResult(
        score=told.get("score"),
        grade=told.get("grade", ""),
        then=Afterwards(then) if then else None,
    )


def _record(row: Row[*tuple[Any, ...]]) -> ExamRecord:
    scope = json.loads(row.scope)
    return ExamRecord(
        exam_id=row.id,
        uuid=as_uuid(row.uuid),
        title=row.title,
        at=datetime.fromisoformat(f"{row.at}{row.zone}"),
        scope=CardScope(
            packs=tuple(PackId(pack) for pack in scope["packs"]),
            topics=tuple(scope["topics"]),
            categories=tuple(scope["categories"]),
        ),
        minutes=tuple(json.loads(row.minutes)),
        days_off=frozenset(json.loads(row.days_off)),
        goal=row.goal,
        state=ExamState(row.state),
        shares=tuple(
            TopicShare(PackId(pack), topic, weight)
            for pack, topic, weight in scope.get("shares", ())
        ),
        result=_result(row.result),
    )

"""Exams: when, what they may ask, the minutes for them, and the cards a plan is made from."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or_replace

from quizapp.bank.access import Access, as_json, as_uuid
from quizapp.bank.codes import CATEGORIES
from quizapp.bank.content_tables import PackRow, QuestionTopicRow, TopicRow
from quizapp.bank.learner_tables import ExamForecastRow, ExamRow, MemoryRow
from quizapp.bank.scope import in_scope
from quizapp.bank.values import CardScope
from quizapp.base.ids import PackId
from quizapp.scheduling.exam import ExamCard
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamRecord(NewExam):
    """An exam of the bank; ``exam_id`` is this bank's own number."""

    exam_id: int
    uuid: UUID
    state: ExamState


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
        self._connection.execute(
            insert(ExamRow).values(
                uuid=named.uuid.bytes,
                title=exam.title,
                at=exam.at.replace(tzinfo=None).isoformat(),
                zone=exam.at.strftime("%z"),
                scope=as_json(
                    {
                        "packs": list(exam.scope.packs),
                        "topics": list(exam.scope.topics),
                        "categories": list(exam.scope.categories),
                    }
                ),
                minutes=as_json(list(exam.minutes)),
                days_off=as_json(sorted(exam.days_off)),
                goal=exam.goal,
                state=int(ExamState.AHEAD),
                result=None,
            )
        )
        return named.uuid

    def set_exam_state(self, exam_id: int, state: ExamState) -> None:
        """Store whether an exam is still planned for."""
        self._connection.execute(
            update(ExamRow).where(ExamRow.id == exam_id).values(state=int(state))
        )

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
    )

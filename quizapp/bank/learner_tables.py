"""The learner's tables beside the log: what it folds to, her own layer, exams and settings."""

from typing import Final

from sqlalchemy import Boolean, ForeignKey, Index, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.bank.content_tables import WITHOUT_ROWID
from quizapp.bank.rows import Bytes16, Row, RowId

# SQLite uses a partial index only where a query repeats its condition word for word.
IN_QUEUE: Final = literal_column("held = 0 AND due_day IS NOT NULL", Boolean())
NEW_IN_QUEUE: Final = literal_column("held = 0 AND due_day IS NULL", Boolean())


class FoldRow(Row):
    """The weights (JSON) and the evidence table that memory rows are folded with."""

    __tablename__ = "fold"

    id: Mapped[RowId]
    model: Mapped[str]
    weights: Mapped[str]
    evidence_version: Mapped[int]
    fitted_on: Mapped[int | None]
    adopted_at: Mapped[int]


class MemoryRow(Row):
    """What a card's log folds to, and what holds the card back; every card has one.

    Pack, question and category are copied from the card's question, so that the queue and the
    figures of today are read from this table and its indexes alone.
    """

    __tablename__ = "memory"
    __table_args__ = (
        Index("ix_memory_due", "due_day", sqlite_where=IN_QUEUE),
        Index("ix_memory_pack_due", "pack_id", "due_day", sqlite_where=IN_QUEUE),
        Index("ix_memory_pack_new", "pack_id", "rank", sqlite_where=NEW_IN_QUEUE),
    )

    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"), primary_key=True)
    pack_id: Mapped[int]
    question_id: Mapped[int]
    category: Mapped[int]
    phase: Mapped[int]
    held: Mapped[int]
    rank: Mapped[int]
    stability: Mapped[float]
    difficulty: Mapped[float]
    last_day: Mapped[int]
    due_day: Mapped[int | None]
    reps: Mapped[int]
    lapses: Mapped[int]
    fold_id: Mapped[int] = mapped_column(ForeignKey("fold.id"))


class DayCountRow(Row):
    """Answers by day, pack, category, mode and verdict: a cache of the log."""

    __tablename__ = "day_count"
    __table_args__ = (WITHOUT_ROWID,)

    study_day: Mapped[int] = mapped_column(primary_key=True)
    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"), primary_key=True)
    category: Mapped[int] = mapped_column(primary_key=True)
    mode: Mapped[int] = mapped_column(primary_key=True)
    verdict: Mapped[int] = mapped_column(primary_key=True)
    n: Mapped[int]
    elapsed_ms: Mapped[int]


class QuestionLayerRow(Row):
    """The learner's own layer on a question; no update overwrites it."""

    __tablename__ = "question_layer"
    __table_args__ = (
        Index(
            "ix_question_layer_buried_until",
            "buried_until",
            sqlite_where=text("buried_until IS NOT NULL"),
        ),
    )

    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)
    note: Mapped[str]
    suspended_at: Mapped[int | None]
    buried_until: Mapped[int | None]
    copy_of: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    base_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), index=True)


class OwnWordingRow(Row):
    """A wording that counts because the learner says so."""

    __tablename__ = "own_wording"

    id: Mapped[RowId]
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    gap: Mapped[int]
    wording: Mapped[str]
    verdict: Mapped[int]
    review_id: Mapped[int | None] = mapped_column(ForeignKey("review.id"), index=True)
    proposed_at: Mapped[int | None]


class ReportRow(Row):
    """What the learner says is wrong with a question."""

    __tablename__ = "report"

    id: Mapped[RowId]
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    text: Mapped[str]
    at: Mapped[int]


class TagRow(Row):
    """The learner's own label."""

    __tablename__ = "tag"

    id: Mapped[RowId]
    name: Mapped[str] = mapped_column(unique=True)


class QuestionTagRow(Row):
    """Which questions carry a label."""

    __tablename__ = "question_tag"
    __table_args__ = (
        Index(None, "question_id", "tag_id"),
        WITHOUT_ROWID,
    )

    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)


class ExamRow(Row):
    """An exam; ``at`` is local time in ``zone``; scope, minutes, days off and result are JSON."""

    __tablename__ = "exam"

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    title: Mapped[str]
    at: Mapped[str]
    zone: Mapped[str]
    scope: Mapped[str]
    minutes: Mapped[str]
    days_off: Mapped[str]
    goal: Mapped[float | None]
    state: Mapped[int] = mapped_column(index=True)
    result: Mapped[str | None]


class ExamForecastRow(Row):
    """What was expected of an exam on one study day."""

    __tablename__ = "exam_forecast"
    __table_args__ = (WITHOUT_ROWID,)

    exam_id: Mapped[int] = mapped_column(ForeignKey("exam.id"), primary_key=True)
    study_day: Mapped[int] = mapped_column(primary_key=True)
    mean: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    seen: Mapped[int]
    minutes: Mapped[int]


class SettingRow(Row):
    """A setting that steers scheduling; ``value`` is JSON."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    tick: Mapped[int]

"""The log: what the learner did. Rows are appended, and never go away."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.bank.content_tables import WITHOUT_ROWID
from quizapp.bank.rows import Bytes16, Row, RowId


class DeviceRow(Row):
    """A computer that writes in this log; the first row is the one the bank was made on."""

    __tablename__ = "device"

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    name: Mapped[str]


class StudySessionRow(Row):
    """One sitting; ``plan`` is JSON."""

    __tablename__ = "study_session"

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    mode: Mapped[int]
    plan: Mapped[str]
    started_at: Mapped[int] = mapped_column(index=True)
    offset_min: Mapped[int]
    ended_at: Mapped[int | None]


class ReviewRow(Row):
    """An answer with its raw evidence.

    Only ``retracted_at`` and ``counted_score`` are written twice: they cache the newest amendment.
    """

    __tablename__ = "review"
    __table_args__ = (Index(None, "card_id", "tick"),)

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    tick: Mapped[int] = mapped_column(index=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    study_session_id: Mapped[int | None] = mapped_column(ForeignKey("study_session.id"))
    at: Mapped[int]
    offset_min: Mapped[int]
    study_day: Mapped[int] = mapped_column(index=True)
    mode: Mapped[int]
    kind: Mapped[int]
    answer: Mapped[str]
    options: Mapped[int]
    hints: Mapped[int]
    elapsed_ms: Mapped[int | None]
    confidence: Mapped[int | None]
    verdict: Mapped[int]
    score: Mapped[float]
    rule: Mapped[str]
    rules_version: Mapped[int]
    self_rating: Mapped[int | None]
    rapid: Mapped[int]
    due_day: Mapped[int | None]
    retracted_at: Mapped[int | None]
    counted_score: Mapped[float | None]


class AmendmentRow(Row):
    """What was said about a review later: retracted, restored, overruled, re-marked."""

    __tablename__ = "amendment"
    __table_args__ = (Index(None, "review_id", "tick"),)

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    tick: Mapped[int] = mapped_column(index=True)
    at: Mapped[int]
    offset_min: Mapped[int]
    review_id: Mapped[int] = mapped_column(ForeignKey("review.id"))
    kind: Mapped[int]
    verdict: Mapped[int | None]
    score: Mapped[float | None]
    reason: Mapped[str]


class CardEventRow(Row):
    """What happened to a card: answer changed, reset, moved."""

    __tablename__ = "card_event"
    __table_args__ = (Index(None, "card_id", "tick"),)

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    tick: Mapped[int] = mapped_column(index=True)
    at: Mapped[int]
    offset_min: Mapped[int]
    study_day: Mapped[int]
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"))
    kind: Mapped[int]
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), index=True)
    due_day: Mapped[int | None]
    installation_id: Mapped[int | None] = mapped_column(ForeignKey("installation.id"), index=True)
    retracted_at: Mapped[int | None]


class InstallationRow(Row):
    """One change of a pack; ``before`` is the JSON of what the pack's own rows were."""

    __tablename__ = "installation"

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"), index=True)
    at: Mapped[int]
    offset_min: Mapped[int]
    from_sha: Mapped[str | None]
    to_sha: Mapped[str | None]
    before: Mapped[str]
    undone_at: Mapped[int | None]


class InstallationStepRow(Row):
    """What an installation did to one question.

    Revisions are named without a foreign key: undoing removes steps and revisions together.
    """

    __tablename__ = "installation_step"
    __table_args__ = (WITHOUT_ROWID,)

    installation_id: Mapped[int] = mapped_column(ForeignKey("installation.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(
        ForeignKey("question.id"), primary_key=True, index=True
    )
    before_revision_id: Mapped[int | None]
    after_revision_id: Mapped[int | None]
    before_position: Mapped[int | None]
    before_hidden_at: Mapped[int | None]
    effect: Mapped[int]


class UndoStepRow(Row):
    """What undo takes back; ``actions`` is JSON."""

    __tablename__ = "undo_step"

    id: Mapped[RowId]
    at: Mapped[int]
    offset_min: Mapped[int]
    label: Mapped[str]
    actions: Mapped[str]
    undone_at: Mapped[int | None]


class MockExamRow(Row):
    """A mock exam; ``blueprint`` is JSON, ``counts`` says whether its answers are evidence."""

    __tablename__ = "mock_exam"

    id: Mapped[RowId]
    uuid: Mapped[Bytes16] = mapped_column(unique=True)
    blueprint: Mapped[str]
    seed: Mapped[int]
    limit_s: Mapped[int | None]
    started_at: Mapped[int]
    handed_in_at: Mapped[int | None]
    counts: Mapped[int]


class MockExamAnswerRow(Row):
    """An answer of a mock exam, saved at each change; a review once it is handed in."""

    __tablename__ = "mock_exam_answer"
    __table_args__ = (WITHOUT_ROWID,)

    mock_exam_id: Mapped[int] = mapped_column(ForeignKey("mock_exam.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"), index=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), index=True)
    answer: Mapped[str | None]
    flagged: Mapped[int]
    at: Mapped[int | None]
    elapsed_ms: Mapped[int | None]
    review_id: Mapped[int | None] = mapped_column(ForeignKey("review.id"), index=True)

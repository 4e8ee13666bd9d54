"""The content tables: what was installed. No row here knows anything of the learner."""

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.bank.rows import Bytes16, Row, RowId

Options = dict[str, bool]
WITHOUT_ROWID: Options = {"sqlite_with_rowid": False}


class PackRow(Row):
    """An installed pack; ``first_sha`` names its edition, ``manifest`` is JSON."""

    __tablename__ = "pack"

    id: Mapped[RowId]
    pack_key: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    content_sha: Mapped[str]
    previous_sha: Mapped[str]
    first_sha: Mapped[str]
    manifest: Mapped[str]
    source: Mapped[int]
    active: Mapped[int]


class QuestionRow(Row):
    """A question; ``revision_id`` points at the revision in force."""

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("pack_id", "question_key"),
        Index(None, "pack_id", "position"),
        Index(
            "ix_question_fact",
            "pack_id",
            "fact_key",
            sqlite_where=text("fact_key IS NOT NULL"),
        ),
    )

    id: Mapped[RowId]
    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"))
    question_key: Mapped[str]
    # None only between the two inserts that make a question and its first revision.
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"), index=True)
    kind: Mapped[int]
    category: Mapped[int]
    basis: Mapped[int]
    difficulty: Mapped[int | None]
    position: Mapped[int]
    sort_key: Mapped[str] = mapped_column(index=True)
    fact_key: Mapped[str | None]
    hidden_at: Mapped[int | None]


class RevisionRow(Row):
    """A question as it was written once; never changed. ``body`` is canonical JSON."""

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("question_id", "content_sha"),)

    id: Mapped[RowId]
    # Made by hand in one transaction with its question, hence no cycle for create_all to break.
    question_id: Mapped[int]
    rev: Mapped[int]
    content_sha: Mapped[Bytes16]
    meaning_sha: Mapped[Bytes16]
    body: Mapped[str]


class CardRow(Row):
    """What is scheduled: a question, or one side or gap of it."""

    __tablename__ = "card"
    __table_args__ = (UniqueConstraint("question_id", "slot"),)

    id: Mapped[RowId]
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"))
    slot: Mapped[str]


class TopicRow(Row):
    """A path in a pack's outline."""

    __tablename__ = "topic"
    __table_args__ = (UniqueConstraint("pack_id", "path"),)

    id: Mapped[RowId]
    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"))
    path: Mapped[str]


class QuestionTopicRow(Row):
    """Which questions belong to a topic."""

    __tablename__ = "question_topic"
    __table_args__ = (
        Index(None, "question_id", "topic_id"),
        WITHOUT_ROWID,
    )

    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), primary_key=True)


class PassageRow(Row):
    """A marked place of a pack's reading text."""

    __tablename__ = "passage"
    __table_args__ = (UniqueConstraint("pack_id", "mark"),)

    id: Mapped[RowId]
    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"))
    mark: Mapped[str]
    heading: Mapped[str]
    position: Mapped[int]
    body: Mapped[str]


class MediaRow(Row):
    """A file beside the bank: ``media/<sha256>.<ext>``."""

    __tablename__ = "media"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    ext: Mapped[str]
    size: Mapped[int]


class PackMediaRow(Row):
    """The medium that a pack shows under a file name now."""

    __tablename__ = "pack_media"
    __table_args__ = (WITHOUT_ROWID,)

    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("media.sha256"))


class RevisionMediaRow(Row):
    """The medium that a file name meant when the revision was written."""

    __tablename__ = "revision_media"
    __table_args__ = (WITHOUT_ROWID,)

    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("media.sha256"))

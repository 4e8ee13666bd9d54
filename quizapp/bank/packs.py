"""Installed packs, their questions, reading texts and media."""

import json
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import aliased

from quizapp.bank.access import Access
from quizapp.bank.codes import CATEGORIES, KINDS
from quizapp.bank.content_tables import (
    MediaRow,
    PackMediaRow,
    PackRow,
    PassageRow,
    QuestionRow,
    RevisionRow,
)
from quizapp.bank.learner_tables import QuestionLayerRow
from quizapp.bank.values import (
    OwnRevision,
    PackRecord,
    PackSource,
    PassageRecord,
    QuestionRecord,
)
from quizapp.base.ids import PackId, QuestionId

_PACKS: Final = select(
    PackRow.id,
    PackRow.pack_key,
    PackRow.version,
    PackRow.content_sha,
    PackRow.first_sha,
    PackRow.previous_sha,
    PackRow.manifest,
    PackRow.source,
    PackRow.active,
)

# The learner's own version is what is asked; the layer points at what the pack says then.
_OWN: Final = aliased(RevisionRow)
_QUESTIONS: Final = (
    select(
        QuestionRow.id,
        QuestionRow.question_key,
        QuestionRow.kind,
        QuestionRow.category,
        QuestionRow.position,
        QuestionRow.hidden_at,
        RevisionRow.id.label("revision_id"),
        RevisionRow.rev,
        RevisionRow.content_sha,
        RevisionRow.meaning_sha,
        RevisionRow.body,
        _OWN.id.label("own_id"),
        _OWN.content_sha.label("own_content_sha"),
        _OWN.meaning_sha.label("own_meaning_sha"),
        _OWN.body.label("own_body"),
    )
    .outerjoin(QuestionLayerRow, QuestionLayerRow.question_id == QuestionRow.id)
    .join(
        RevisionRow,
        RevisionRow.id == func.coalesce(QuestionLayerRow.base_revision_id, QuestionRow.revision_id),
    )
    .outerjoin(
        _OWN,
        and_(
            _OWN.id == QuestionRow.revision_id,
            QuestionLayerRow.base_revision_id.is_not(None),
        ),
    )
)


class PackReads(Access):
    """Reads of what is installed."""

    def packs(self) -> list[PackRecord]:
        """Return the active packs in the order they were installed."""
        rows = self._connection.execute(_PACKS.where(PackRow.active == 1).order_by(PackRow.id))
        return [_pack(row) for row in rows]

    def pack(self, key: PackId) -> PackRecord | None:
        """Return a pack, removed ones too."""
        row = self._connection.execute(_PACKS.where(PackRow.pack_key == key)).one_or_none()
        return None if row is None else _pack(row)

    def packs_beginning(self, stem: str) -> list[PackRecord]:
        """Return the packs whose ids begin so, removed ones too, in the order they came."""
        named = PackRow.pack_key.startswith(stem, autoescape=True)
        return [
            _pack(row) for row in self._connection.execute(_PACKS.where(named).order_by(PackRow.id))
        ]

    def questions_of(self, pack_id: int) -> list[QuestionRecord]:
        """Return a pack's questions in the author's order, hidden ones too."""
        rows = self._connection.execute(
            _QUESTIONS.where(QuestionRow.pack_id == pack_id).order_by(
                QuestionRow.position, QuestionRow.id
            )
        )
        return [_question(row) for row in rows]

    def question_record(self, question_id: int) -> QuestionRecord:
        """Return one question; raises ``KeyError`` when it is unknown."""
        row = self._connection.execute(
            _QUESTIONS.where(QuestionRow.id == question_id)
        ).one_or_none()
        if row is None:
            raise KeyError(question_id)
        return _question(row)

    def pack_of(self, question_id: int) -> int:
        """Return the number of a question's pack."""
        named = select(QuestionRow.pack_id).where(QuestionRow.id == question_id)
        return self._connection.execute(named).scalar_one()

    def question_counts(self) -> dict[int, int]:
        """Return how many questions each pack has, hidden ones left out."""
        rows = self._connection.execute(
            select(QuestionRow.pack_id, func.count())
            .where(QuestionRow.hidden_at.is_(None))
            .group_by(QuestionRow.pack_id)
        )
        return dict(rows.all())

    def passages_of(self, pack_id: int) -> list[PassageRecord]:
        """Return a pack's reading text, in order."""
        rows = self._connection.execute(
            select(PassageRow.mark, PassageRow.heading, PassageRow.body)
            .where(PassageRow.pack_id == pack_id)
            .order_by(PassageRow.position)
        )
        return [PassageRecord(mark=mark, heading=head, body=body) for mark, head, body in rows]

    def media_path(self, pack_id: int, name: str) -> Path | None:
        """Return the file of a medium that a pack names, None when it has none by that name."""
        row = self._connection.execute(
            select(MediaRow.sha256, MediaRow.ext)
            .join(PackMediaRow, PackMediaRow.sha256 == MediaRow.sha256)
            .where(PackMediaRow.pack_id == pack_id, PackMediaRow.name == name)
        ).one_or_none()
        return None if row is None else self._place.paths.media / f"{row.sha256}.{row.ext}"

    def media_of(self, pack_id: int) -> dict[str, str]:
        """Return the hash of each medium that a pack names."""
        rows = self._connection.execute(
            select(PackMediaRow.name, PackMediaRow.sha256).where(PackMediaRow.pack_id == pack_id)
        )
        return dict(rows.all())


def _pack(row: Row[*tuple[Any, ...]]) -> PackRecord:
    return PackRecord(
        pack_id=row.id,
        key=PackId(row.pack_key),
        version=row.version,
        content_sha=row.content_sha,
        first_sha=row.first_sha,
        previous_sha=row.previous_sha,
        manifest=json.loads(row.manifest),
        source=PackSource(row.source),
        is_active=bool(row.active),
    )


def _question(row: Row[*tuple[Any, ...]]) -> QuestionRecord:
    return QuestionRecord(
        question_id=row.id,
        key=QuestionId(row.question_key),
        revision_id=row.revision_id,
        rev=row.rev,
        content_sha=row.content_sha.hex(),
        meaning_sha=row.meaning_sha.hex(),
        kind=KINDS[row.kind],
        category=CATEGORIES[row.category],
        position=row.position,
        hidden_at=row.hidden_at,
        body=json.loads(row.body),
        own=_own(row),
    )


def _own(row: Row[*tuple[Any, ...]]) -> OwnRevision | None:
    if row.own_id is None:
        return None
    return OwnRevision(
        revision_id=row.own_id,
        content_sha=row.own_content_sha.hex(),
        meaning_sha=row.own_meaning_sha.hex(),
        body=json.loads(row.own_body),
    )

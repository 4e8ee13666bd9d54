"""What the learner has to tell the authors: her own wordings, and what she says is wrong."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from quizapp.bank.cards import CardReads
from quizapp.bank.content_tables import PackRow, QuestionRow, RevisionRow
from quizapp.bank.learner_tables import OwnWordingRow, ReportRow
from quizapp.base.ids import PackId, QuestionId

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWording:
    """A wording that counts for this learner; ``gap`` counts from 0, ``body`` is the question."""

    pack: PackId
    question: QuestionId
    rev: int
    gap: int
    wording: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """What the learner said is wrong with a question, at the revision she saw; ``at`` is UTC."""

    pack: PackId
    question: QuestionId
    rev: int
    text: str
    at: datetime
    body: str


class ProposalReads(CardReads):
    """Reads over all questions of what was noted for their authors."""

    def kept_wordings(self) -> list[KeptWording]:
        """Return every wording of the learner's own, in the order they were kept."""
        stored = (
            select(
                PackRow.pack_key,
                QuestionRow.question_key,
                RevisionRow.rev,
                OwnWordingRow.gap,
                OwnWordingRow.wording,
                RevisionRow.body,
            )
            .join(QuestionRow, QuestionRow.id == OwnWordingRow.question_id)
            .join(RevisionRow, RevisionRow.id == QuestionRow.revision_id)
            .join(PackRow, PackRow.id == QuestionRow.pack_id)
            .order_by(OwnWordingRow.id)
        )
        return [
            KeptWording(
                pack=PackId(pack),
                question=QuestionId(question),
                rev=rev,
                gap=gap,
                wording=wording,
                body=body,
            )
            for pack, question, rev, gap, wording, body in self._connection.execute(stored)
        ]

    def kept_reports(self) -> list[KeptReport]:
        """Return every report, in the order they were made."""
        stored = (
            select(
                PackRow.pack_key,
                QuestionRow.question_key,
                RevisionRow.rev,
                ReportRow.text,
                ReportRow.at,
                RevisionRow.body,
            )
            .join(QuestionRow, QuestionRow.id == ReportRow.question_id)
            .join(RevisionRow, RevisionRow.id == ReportRow.revision_id)
            .join(PackRow, PackRow.id == QuestionRow.pack_id)
            .order_by(ReportRow.id)
        )
        return [
            KeptReport(
                pack=PackId(pack),
                question=QuestionId(question),
                rev=rev,
                text=text,
                at=EPOCH + timedelta(milliseconds=at),
                body=body,
            )
            for pack, question, rev, text, at, body in self._connection.execute(stored)
        ]

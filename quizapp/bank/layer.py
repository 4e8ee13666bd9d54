"""The learner's own layer on questions: paused, waiting, noted, reported, her own wordings."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Update, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from quizapp.bank.access import in_ms
from quizapp.bank.cards import CardReads, CardWrites
from quizapp.bank.content_tables import CardRow
from quizapp.bank.learner_tables import MemoryRow, OwnWordingRow, QuestionLayerRow, ReportRow
from quizapp.bank.log_tables import ReviewRow
from quizapp.bank.values import Held, JsonObject, OwnWording
from quizapp.grading.verdict import Outcome

EMPTY_LAYER: Final[dict[str, str | int | None]] = {
    "note": "",
    "suspended_at": None,
    "buried_until": None,
    "copy_of": None,
    "base_revision_id": None,
}

_NOTHING_IN_IT: Final = tuple(
    getattr(QuestionLayerRow, name).is_(None)
    if value is None
    else getattr(QuestionLayerRow, name) == value
    for name, value in EMPTY_LAYER.items()
)


def drop_empty_layers(connection: Connection, question_ids: Sequence[int]) -> None:
    """Let the layers of questions go where nothing is left in them."""
    empty = delete(QuestionLayerRow).where(
        QuestionLayerRow.question_id == bindparam("question"), *_NOTHING_IN_IT
    )
    connection.execute(empty, [{"question": number} for number in question_ids])


class LayerReads(CardReads):
    """Reads of the learner's own layer."""

    def note(self, question_id: int) -> str:
        """Return the learner's own note on a question, empty when there is none."""
        stored = select(QuestionLayerRow.note).where(QuestionLayerRow.question_id == question_id)
        return self._connection.execute(stored).scalar_one_or_none() or ""

    def has_own_version(self, question_id: int) -> bool:
        """Tell whether a question is asked in the learner's own words."""
        own = select(QuestionLayerRow.question_id).where(
            QuestionLayerRow.question_id == question_id,
            QuestionLayerRow.base_revision_id.is_not(None),
        )
        return self._connection.execute(own).first() is not None

    def own_wordings(self, question_id: int) -> list[OwnWording]:
        """Return the wordings that count because the learner said so."""
        stored = (
            select(OwnWordingRow.gap, OwnWordingRow.wording, OwnWordingRow.verdict)
            .where(OwnWordingRow.question_id == question_id)
            .order_by(OwnWordingRow.id)
        )
        return [
            OwnWording(wording=wording, outcome=Outcome(verdict), gap=gap)
            for gap, wording, verdict in self._connection.execute(stored)
        ]


class LayerWrites(CardWrites, LayerReads):
    """Writes to the learner's own layer; no pack ever overwrites it."""

    def suspend(self, question_id: int, at: datetime) -> None:
        """Keep a question out of the queue until ``resume``."""
        self._set_layer(question_id, suspended_at=in_ms(at))
        self._hold(question_id, Held.SUSPENDED)

    def resume(self, question_id: int) -> None:
        """Take a suspended question in again."""
        self._set_layer(question_id, suspended_at=None)
        self._release(question_id, Held.SUSPENDED)

    def bury(self, question_id: int, until_day: int) -> None:
        """Keep a question out of the queue until a study day."""
        self._set_layer(question_id, buried_until=until_day)
        self._hold(question_id, Held.BURIED)

    def unbury(self, question_id: int) -> None:
        """Take a question in that was to wait."""
        self._set_layer(question_id, buried_until=None)
        self._release(question_id, Held.BURIED)

    def release_buried(self, study_day: int) -> int:
        """Take in the questions whose day has come; returns how many."""
        waiting = select(QuestionLayerRow.question_id).where(
            QuestionLayerRow.buried_until.is_not(None), QuestionLayerRow.buried_until <= study_day
        )
        ready = self._connection.execute(waiting).scalars().all()
        for question_id in ready:
            self.unbury(question_id)
        return len(ready)

    def set_note(self, question_id: int, note: str) -> None:
        """Keep the learner's own note on a question."""
        self._set_layer(question_id, note=note)

    def add_own_wording(self, question_id: int, own: OwnWording) -> None:
        """Keep a wording that the learner wants to count from now on."""
        review_id = None
        if own.review is not None:
            named = select(ReviewRow.id).where(ReviewRow.uuid == own.review.bytes)
            review_id = self._connection.execute(named).scalar_one()
        self._connection.execute(
            insert(OwnWordingRow).values(
                question_id=question_id,
                gap=own.gap,
                wording=own.wording,
                verdict=int(own.outcome),
                review_id=review_id,
                proposed_at=None,
            )
        )

    def take_own_wordings(self, question_id: int, wording: str) -> tuple[JsonObject, ...]:
        """Let a wording count no longer; returns its rows, for ``put_own_wordings``."""
        named = (OwnWordingRow.question_id == question_id, OwnWordingRow.wording == wording)
        rows = self._connection.execute(select(OwnWordingRow.__table__).where(*named)).mappings()
        taken = tuple(dict(row) for row in rows)
        self._connection.execute(delete(OwnWordingRow).where(*named))
        return taken

    def put_own_wordings(self, rows: Sequence[JsonObject]) -> None:
        """Let wordings count again that were taken."""
        if rows:
            self._connection.execute(insert(OwnWordingRow), [dict(row) for row in rows])

    def add_report(self, question_id: int, revision_id: int, text: str, at: datetime) -> None:
        """Keep what the learner says is wrong with a question."""
        self._connection.execute(
            insert(ReportRow).values(
                question_id=question_id, revision_id=revision_id, text=text, at=in_ms(at)
            )
        )

    def _set_layer(self, question_id: int, **values: str | int | None) -> None:
        row = insert(QuestionLayerRow).values(question_id=question_id, **EMPTY_LAYER | values)
        self._connection.execute(row.on_conflict_do_update(["question_id"], set_=values))
        drop_empty_layers(self._connection, (question_id,))

    def _hold(self, question_id: int, bit: Held) -> None:
        self._connection.execute(
            _of_question(question_id).values(held=MemoryRow.held.op("|")(int(bit)))
        )

    def _release(self, question_id: int, bit: Held) -> None:
        self._connection.execute(
            _of_question(question_id).values(held=MemoryRow.held.op("&")(~int(bit)))
        )


def _of_question(question_id: int) -> Update:
    cards = select(CardRow.id).where(CardRow.question_id == question_id)
    return update(MemoryRow).where(MemoryRow.card_id.in_(cards))

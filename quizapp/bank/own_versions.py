"""The learner's own version of a question: asked in the place of the pack's, never overwritten.

Her version is a revision like any other and the one in force; her layer points at the pack's.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from quizapp.bank.amendments import AmendmentWrites
from quizapp.bank.content_tables import CardRow, RevisionRow
from quizapp.bank.layer import EMPTY_LAYER, drop_empty_layers
from quizapp.bank.learner_tables import MemoryRow, QuestionLayerRow
from quizapp.bank.question_writes import Placed, QuestionWrites
from quizapp.bank.values import NewEvent
from quizapp.scheduling.memory import Phase
from quizapp.scheduling.replay import Event


class OwnVersionWrites(AmendmentWrites, QuestionWrites):
    """Writes of what is asked where it is not what the pack says."""

    def newest_revision(self) -> int:
        """Return the number of the newest revision, so that later ones can be told."""
        return self._last_id(RevisionRow.id)

    def ask(self, placed: Placed, base_revision_id: int | None) -> None:
        """Ask a question in a form; ``base_revision_id`` is what the pack says if it is her own."""
        pack_id = self.pack_of(placed.question_id)
        revisions = self.place_questions(pack_id, (placed,))
        self.link_media(pack_id, (placed,), revisions)
        self.set_base(placed.question_id, base_revision_id)

    def set_bases(self, pack_id: int, forms: Sequence[Placed]) -> None:
        """Note what the pack says now of questions that she has an own version of."""
        revisions = self._revisions(forms)
        self.link_media(pack_id, forms, revisions)
        for question_id, revision_id in revisions.items():
            self.set_base(question_id, revision_id)

    def set_base(self, question_id: int, revision_id: int | None) -> None:
        """Note what the pack says of a question; None where that is what is asked."""
        row = insert(QuestionLayerRow).values(
            question_id=question_id, **EMPTY_LAYER | {"base_revision_id": revision_id}
        )
        self._connection.execute(
            row.on_conflict_do_update(["question_id"], set_={"base_revision_id": revision_id})
        )
        drop_empty_layers(self._connection, (question_id,))

    def ask_again_today(self, question_id: int, at: datetime, study_day: int) -> list[UUID]:
        """Ask the begun cards of a question again today, since its answer is another now."""
        begun = (
            select(MemoryRow.card_id)
            .join(CardRow, CardRow.id == MemoryRow.card_id)
            .where(CardRow.question_id == question_id, MemoryRow.phase != int(Phase.NEW))
        )
        events = []
        for card_id in self._connection.execute(begun).scalars().all():
            event = NewEvent(
                event=Event.CHANGED,
                card_id=card_id,
                at=at,
                study_day=study_day,
                due_day=study_day,
            )
            events.append(self.add_event(event).uuid)
            self.refold(card_id)
        return events

"""What the learner does to many questions at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from quizapp.bank.access import in_ms
from quizapp.bank.amendments import AmendmentWrites
from quizapp.bank.content_tables import CardRow
from quizapp.bank.layer import EMPTY_LAYER, LayerReads, drop_empty_layers
from quizapp.bank.learner_tables import MemoryRow, QuestionLayerRow
from quizapp.bank.values import Held, NewEvent
from quizapp.scheduling.memory import Phase
from quizapp.scheduling.replay import Event

_OF_QUESTION: Final = MemoryRow.card_id.in_(
    select(CardRow.id).where(CardRow.question_id == bindparam("question"))
)
_LAYER: Final = insert(QuestionLayerRow)
_PAUSE: Final = _LAYER.on_conflict_do_update(
    ["question_id"], set_={"suspended_at": _LAYER.excluded.suspended_at}
)
_HOLD: Final = (
    update(MemoryRow).where(_OF_QUESTION).values(held=MemoryRow.held.op("|")(int(Held.SUSPENDED)))
)
_RELEASE: Final = (
    update(MemoryRow).where(_OF_QUESTION).values(held=MemoryRow.held.op("&")(~int(Held.SUSPENDED)))
)


class BulkWrites(AmendmentWrites, LayerReads):
    """Writes about many questions; each costs some microseconds."""

    def paused_questions(self) -> set[int]:
        """Return the questions that are on pause."""
        paused = select(QuestionLayerRow.question_id).where(
            QuestionLayerRow.suspended_at.is_not(None)
        )
        return set(self._connection.execute(paused).scalars())

    def pauses_of(self, questions: Sequence[int]) -> dict[int, int]:
        """Return since when some questions are on pause, in UTC milliseconds; others left out."""
        wanted = set(questions)
        paused = select(QuestionLayerRow.question_id, QuestionLayerRow.suspended_at).where(
            QuestionLayerRow.suspended_at.is_not(None)
        )
        rows = self._connection.execute(paused)
        return {number: since for number, since in rows if number in wanted and since is not None}

    def pause_as_before(self, pauses: Mapping[int, int]) -> None:
        """Put questions on pause as ``pauses_of`` said they were."""
        if not pauses:
            return
        rows = [
            EMPTY_LAYER | {"question_id": number, "suspended_at": since}
            for number, since in pauses.items()
        ]
        self._connection.execute(_PAUSE, rows)
        self._connection.execute(_HOLD, [{"question": number} for number in pauses])

    def suspend_all(self, questions: Sequence[int], at: datetime | None) -> None:
        """Keep questions out of the queue, or take them in again where ``at`` is None."""
        if not questions:
            return
        paused_at = None if at is None else in_ms(at)
        rows = [EMPTY_LAYER | {"question_id": it, "suspended_at": paused_at} for it in questions]
        self._connection.execute(_PAUSE, rows)
        if at is None:
            drop_empty_layers(self._connection, questions)
        held = _RELEASE if at is None else _HOLD
        self._connection.execute(held, [{"question": number} for number in questions])

    def reset_all(self, questions: Sequence[int], at: datetime, study_day: int) -> list[UUID]:
        """Let begun questions begin anew, as rows of the log; returns what takes it back."""
        return [
            self._reset(card_id, at, study_day)
            for number in questions
            for card_id in self._begun_cards(number)
        ]

    def _begun_cards(self, question: int) -> list[int]:
        begun = (
            select(MemoryRow.card_id)
            .join(CardRow, CardRow.id == MemoryRow.card_id)
            .where(CardRow.question_id == question, MemoryRow.phase != int(Phase.NEW))
        )
        return list(self._connection.execute(begun).scalars())

    def _reset(self, card_id: int, at: datetime, study_day: int) -> UUID:
        event = NewEvent(
            event=Event.RESET, card_id=card_id, at=at, study_day=study_day, due_day=None
        )
        written = self.add_event(event)
        self.refold(card_id)
        return written.uuid

"""What is said about the log later: answers taken back, overruled, cards moved."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import insert, select, update

from quizapp.bank.access import in_ms, offset_min
from quizapp.bank.codes import CATEGORY_CODES
from quizapp.bank.day_counts import DayCell
from quizapp.bank.log_tables import AmendmentRow, CardEventRow, ReviewRow
from quizapp.bank.prepared import Prepared, Value
from quizapp.bank.reviews import ReviewWrites
from quizapp.bank.values import AmendmentKind, CardMemory, LoggedReview, NewEvent, Written
from quizapp.grading.verdict import Outcome
from quizapp.scheduling.replay import Event

_EVENT_COLUMNS: Final = tuple(
    column.name for column in CardEventRow.__table__.columns if column.name != "id"
)
_ADD_EVENT: Final = Prepared(insert(CardEventRow), _EVENT_COLUMNS)


@dataclass(frozen=True, slots=True)
class _Said:
    """An amendment about to be written, with the verdict it gives, if any."""

    kind: AmendmentKind
    outcome: Outcome | None = None
    score: float | None = None
    reason: str = ""


class AmendmentWrites(ReviewWrites):
    """Appends what is said about older rows, and keeps counts and memory in step."""

    def retract(self, review: UUID, at: datetime) -> CardMemory:
        """Take an answer back and return its card's memory.

        Raises ``KeyError`` for an unknown review, ``ValueError`` for one already taken back.
        """
        said = self._found(review)
        if said.is_retracted:
            raise ValueError(f"already retracted: {review}")
        self._tally(said, -1)
        self._amend(said, _Said(AmendmentKind.RETRACTED), at)
        self._connection.execute(
            update(ReviewRow).where(ReviewRow.id == said.review_id).values(retracted_at=in_ms(at))
        )
        return self.refold(said.card_id)

    def restore(self, review: UUID, at: datetime) -> CardMemory:
        """Bring a retracted answer back; raises ``ValueError`` for one that was not taken back."""
        said = self._found(review)
        if not said.is_retracted:
            raise ValueError(f"not retracted: {review}")
        self._tally(said, 1)
        self._amend(said, _Said(AmendmentKind.RESTORED), at)
        self._connection.execute(
            update(ReviewRow).where(ReviewRow.id == said.review_id).values(retracted_at=None)
        )
        return self.refold(said.card_id)

    def overrule(
        self, review: UUID, outcome: Outcome, score: float, reason: str, at: datetime
    ) -> CardMemory:
        """Let the learner's own verdict count (»Mit svar var rigtigt«); returns the card's memory.

        The due day stays the one that was decided until ``move`` decides another.
        """
        return self._judge(review, _Said(AmendmentKind.OVERRULED, outcome, score, reason), at)

    def withdraw(self, review: UUID, at: datetime) -> CardMemory:
        """Let the verdict of the marking count again, as it was recorded."""
        recorded = select(ReviewRow.verdict, ReviewRow.score).where(ReviewRow.uuid == review.bytes)
        row = self._connection.execute(recorded).one_or_none()
        if row is None:
            raise KeyError(review)
        said = _Said(AmendmentKind.REMARKED, Outcome(row.verdict), row.score)
        return self._judge(review, said, at)

    def move(self, card_id: int, due_day: int, at: datetime, study_day: int) -> Written:
        """Decide a new due day for a card, as a row of the log, and fold the card again."""
        written = self.add_event(
            NewEvent(
                event=Event.MOVED, card_id=card_id, at=at, study_day=study_day, due_day=due_day
            )
        )
        self.refold(card_id)
        return written

    def add_event(self, new: NewEvent) -> Written:
        """Append what happened to a card; memory is left to ``refold``."""
        written = self._name_row()
        values: dict[str, Value] = {
            "uuid": written.uuid.bytes,
            "device_id": self._place.device_id,
            "tick": written.tick,
            "at": in_ms(new.at),
            "offset_min": offset_min(new.at),
            "study_day": new.study_day,
            "card_id": new.card_id,
            "kind": int(new.event),
            "revision_id": new.revision_id,
            "due_day": new.due_day,
            "installation_id": new.installation_id,
            "retracted_at": None,
        }
        _ADD_EVENT.run(self._driver, values)
        return written

    def retract_event(self, event: UUID, at: datetime | None) -> CardMemory:
        """Let an event of a card count no longer, or again where ``at`` is None."""
        named = CardEventRow.uuid == event.bytes
        card_id = self._connection.execute(
            select(CardEventRow.card_id).where(named)
        ).scalar_one_or_none()
        if card_id is None:
            raise KeyError(event)
        when = None if at is None else in_ms(at)
        self._connection.execute(update(CardEventRow).where(named).values(retracted_at=when))
        return self.refold(card_id)

    def _judge(self, review: UUID, said: _Said, at: datetime) -> CardMemory:
        before = self._found(review)
        self._amend(before, said, at)
        self._connection.execute(
            update(ReviewRow)
            .where(ReviewRow.id == before.review_id)
            .values(counted_score=said.score)
        )
        if not before.is_retracted:
            self._tally(before, -1)
            self._tally(self._found(review), 1)
        return self.refold(before.card_id)

    def _found(self, review: UUID) -> LoggedReview:
        found = self.review(review)
        if found is None:
            raise KeyError(review)
        return found

    def _amend(self, review: LoggedReview, said: _Said, at: datetime) -> None:
        written = self._name_row()
        self._connection.execute(
            insert(AmendmentRow).values(
                uuid=written.uuid.bytes,
                device_id=self._place.device_id,
                tick=written.tick,
                at=in_ms(at),
                offset_min=offset_min(at),
                review_id=review.review_id,
                kind=int(said.kind),
                verdict=None if said.outcome is None else int(said.outcome),
                score=said.score,
                reason=said.reason,
            )
        )

    def _tally(self, review: LoggedReview, n: int) -> None:
        cell = DayCell(
            review.study_day,
            review.pack_id,
            CATEGORY_CODES[review.category],
            int(review.mode),
            int(review.outcome),
            1,
            review.elapsed_ms or 0,
        )
        self.bump_day(cell if n > 0 else cell.negative())

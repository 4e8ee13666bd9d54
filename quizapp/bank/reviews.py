"""The log: answers appended, read back, and amended."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, bindparam, insert, select, update

from quizapp.bank.access import as_json, as_uuid, in_ms, instant, offset_min
from quizapp.bank.codes import CATEGORIES, CATEGORY_CODES, KIND_CODES
from quizapp.bank.content_tables import CardRow, PackRow, QuestionRow
from quizapp.bank.day_counts import (
    COUNTED_SCORE,
    COUNTED_VERDICT,
    NEWEST_KIND,
    DayCell,
    DayReads,
    DayWrites,
)
from quizapp.bank.fits import FitReads, FitWrites
from quizapp.bank.folds import ROWS_AT_A_TIME
from quizapp.bank.log_tables import ReviewRow, StudySessionRow
from quizapp.bank.prepared import Prepared
from quizapp.bank.values import (
    AmendmentKind,
    JsonObject,
    LoggedReview,
    NewReview,
    Written,
)
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.scheduling.evidence import shown_rating
from quizapp.scheduling.memory import Mode, Rating

_COLUMNS: Final = tuple(
    column.name for column in ReviewRow.__table__.columns if column.name != "id"
)
_ADD_REVIEW: Final = Prepared(insert(ReviewRow), _COLUMNS)
_LOGGED: Final = (
    select(
        ReviewRow.id,
        ReviewRow.uuid,
        ReviewRow.tick,
        ReviewRow.card_id,
        ReviewRow.revision_id,
        ReviewRow.at,
        ReviewRow.offset_min,
        ReviewRow.study_day,
        ReviewRow.mode,
        ReviewRow.answer,
        ReviewRow.rule,
        ReviewRow.self_rating,
        ReviewRow.due_day,
        ReviewRow.elapsed_ms,
        ReviewRow.retracted_at,
        ReviewRow.counted_score,
        COUNTED_VERDICT.label("verdict"),
        COUNTED_SCORE.label("score"),
        NEWEST_KIND.label("newest_kind"),
        CardRow.slot,
        QuestionRow.question_key,
        QuestionRow.pack_id,
        QuestionRow.category,
        PackRow.pack_key,
    )
    .join(CardRow, CardRow.id == ReviewRow.card_id)
    .join(QuestionRow, QuestionRow.id == CardRow.question_id)
    .join(PackRow, PackRow.id == QuestionRow.pack_id)
    .order_by(ReviewRow.tick, ReviewRow.uuid)
)
_BY_UUID: Final = _LOGGED.where(ReviewRow.uuid == bindparam("uuid"))
_OF_CARD: Final = _LOGGED.where(ReviewRow.card_id == bindparam("id"))


class ReviewReads(FitReads, DayReads):
    """Reads of the log."""

    def review(self, uuid: UUID) -> LoggedReview | None:
        """Return one review of the log."""
        row = self._connection.execute(_BY_UUID, {"uuid": uuid.bytes}).one_or_none()
        return None if row is None else _logged(row)

    def reviews(self, card_id: int) -> list[LoggedReview]:
        """Return a card's reviews in log order."""
        return [_logged(row) for row in self._connection.execute(_OF_CARD, {"id": card_id})]

    def log(self) -> Iterator[LoggedReview]:
        """Yield every review in log order, retracted ones too, without holding them in memory."""
        streamed = {"yield_per": ROWS_AT_A_TIME}
        for row in self._connection.execute(_LOGGED, execution_options=streamed):
            yield _logged(row)


class ReviewWrites(FitWrites, DayWrites, ReviewReads):
    """Appends to the log, with what caches it kept in step."""

    def begin_session(self, mode: Mode, plan: JsonObject, at: datetime) -> int:
        """Write that a sitting began and return its number."""
        return self._add(
            insert(StudySessionRow),
            {
                "uuid": self._place.ids.new(in_ms(at)).bytes,
                "device_id": self._place.device_id,
                "mode": int(mode),
                "plan": as_json(plan),
                "started_at": in_ms(at),
                "offset_min": offset_min(at),
                "ended_at": None,
            },
        )

    def end_session(self, session_id: int, at: datetime) -> None:
        """Write that a sitting ended."""
        ended = update(StudySessionRow).where(StudySessionRow.id == session_id)
        self._connection.execute(ended.values(ended_at=in_ms(at)))

    def add_review(self, review: NewReview) -> Written:
        """Append an answer to the log and count it in its day; memory is left to ``set_memory``."""
        written = self._name_row()
        rating = review.self_rating
        _ADD_REVIEW.run(
            self._driver,
            {
                "uuid": written.uuid.bytes,
                "device_id": self._place.device_id,
                "tick": written.tick,
                "card_id": review.card.card_id,
                "revision_id": review.card.revision_id,
                "study_session_id": review.session_id,
                "at": in_ms(review.at),
                "offset_min": offset_min(review.at),
                "study_day": review.study_day,
                "mode": int(review.mode),
                "kind": KIND_CODES[review.card.kind],
                "answer": as_json(review.answer),
                "options": review.options,
                "hints": int(review.hints),
                "elapsed_ms": review.elapsed_ms,
                "confidence": review.confidence,
                "verdict": int(review.outcome),
                "score": review.score,
                "rule": review.rule,
                "rules_version": review.rules_version,
                "self_rating": None if rating is None else int(rating),
                "rapid": int(review.is_rapid),
                "due_day": review.due_day,
                "retracted_at": None,
                "counted_score": None,
            },
        )
        self.bump_day(
            DayCell(
                review.study_day,
                review.card.pack_id,
                CATEGORY_CODES[review.card.category],
                int(review.mode),
                int(review.outcome),
                1,
                review.elapsed_ms or 0,
            )
        )
        return written


def _logged(row: Row[*tuple[Any, ...]]) -> LoggedReview:
    rating = None if row.self_rating is None else Rating(row.self_rating)
    return LoggedReview(
        review_id=row.id,
        uuid=as_uuid(row.uuid),
        tick=row.tick,
        card_id=row.card_id,
        revision_id=row.revision_id,
        key=CardKey(PackId(row.pack_key), QuestionId(row.question_key), row.slot),
        pack_id=row.pack_id,
        category=CATEGORIES[row.category],
        at=instant(row.at, row.offset_min),
        study_day=row.study_day,
        mode=Mode(row.mode),
        answer=json.loads(row.answer),
        outcome=Outcome(row.verdict),
        score=row.score,
        rule=row.rule,
        rating=shown_rating(row.verdict, rating),
        due_day=row.due_day,
        elapsed_ms=row.elapsed_ms,
        is_retracted=row.retracted_at is not None,
        is_overruled=row.newest_kind == int(AmendmentKind.OVERRULED),
    )

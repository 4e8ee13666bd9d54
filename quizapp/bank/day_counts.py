"""Answers counted by day, pack, category, mode and verdict: a cache of the log."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from sqlalchemy import ScalarSelect, Select, case, delete, exists, func, null, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import InstrumentedAttribute, aliased

from quizapp.bank.access import Access
from quizapp.bank.codes import CATEGORIES
from quizapp.bank.content_tables import CardRow, PackRow, QuestionRow
from quizapp.bank.learner_tables import DayCountRow
from quizapp.bank.log_tables import AmendmentRow, CardEventRow, ReviewRow
from quizapp.bank.prepared import Prepared
from quizapp.bank.values import AmendmentKind, DayCount
from quizapp.base.ids import PackId
from quizapp.grading.verdict import Outcome
from quizapp.scheduling.memory import Mode
from quizapp.scheduling.replay import Event

T = TypeVar("T")

_ASKED_ANEW_SINCE: Final = exists().where(
    CardEventRow.card_id == ReviewRow.card_id,
    CardEventRow.tick > ReviewRow.tick,
    CardEventRow.kind.in_((int(Event.CHANGED), int(Event.RESET))),
    CardEventRow.retracted_at.is_(None),
)
_SWEEP: Final = delete(DayCountRow).where(DayCountRow.n <= 0)
_CELL: Final = (
    DayCountRow.study_day,
    DayCountRow.pack_id,
    DayCountRow.category,
    DayCountRow.mode,
    DayCountRow.verdict,
    DayCountRow.n,
    DayCountRow.elapsed_ms,
)
_NAMES: Final = [column.key for column in _CELL]
_NEW: Final = insert(DayCountRow)
_BUMP: Final = Prepared(
    _NEW.on_conflict_do_update(
        index_elements=["study_day", "pack_id", "category", "mode", "verdict"],
        set_={
            "n": DayCountRow.n + _NEW.excluded.n,
            "elapsed_ms": DayCountRow.elapsed_ms + _NEW.excluded.elapsed_ms,
        },
    ),
    tuple(_NAMES),
)
_VERDICTS: Final = [int(AmendmentKind.OVERRULED), int(AmendmentKind.REMARKED)]


def _newest(column: InstrumentedAttribute[T]) -> ScalarSelect[T]:
    """Return a column of the newest amendment that gave a verdict on the review at hand."""
    return (
        select(column)
        .where(AmendmentRow.review_id == ReviewRow.id, AmendmentRow.kind.in_(_VERDICTS))
        .order_by(AmendmentRow.tick.desc())
        .limit(1)
        .correlate(ReviewRow)
        .scalar_subquery()
    )


# The verdict that counts: the learner's own where an amendment gave one.
COUNTED_VERDICT: Final = case(
    (ReviewRow.counted_score.is_(None), ReviewRow.verdict), else_=_newest(AmendmentRow.verdict)
)
NEWEST_KIND: Final = case(
    (ReviewRow.counted_score.is_(None), null()), else_=_newest(AmendmentRow.kind)
)
COUNTED_SCORE: Final = func.coalesce(ReviewRow.counted_score, ReviewRow.score)
_COUNTS: Final = (ReviewRow.retracted_at.is_(None), ReviewRow.mode != int(Mode.PRACTICE))


@dataclass(frozen=True, slots=True)
class DayCell:
    """What one answer, or several, add to one row of ``day_count``; ``n`` may be negative."""

    study_day: int
    pack_id: int
    category: int
    mode: int
    verdict: int
    n: int
    elapsed_ms: int

    def negative(self) -> "DayCell":
        """Return what takes this away again."""
        return replace(self, n=-self.n, elapsed_ms=-self.elapsed_ms)


class DayReads(Access):
    """Reads of the counts."""

    def day_counts(self, first_day: int, last_day: int) -> list[DayCount]:
        """Return answers by day, pack, category, mode and verdict, retracted ones left out."""
        rows = self._connection.execute(
            select(
                DayCountRow.study_day,
                PackRow.pack_key,
                DayCountRow.category,
                DayCountRow.mode,
                DayCountRow.verdict,
                DayCountRow.n,
                DayCountRow.elapsed_ms,
            )
            .join(PackRow, PackRow.id == DayCountRow.pack_id)
            .where(DayCountRow.study_day.between(first_day, last_day))
            .order_by(DayCountRow.study_day)
        )
        return [
            DayCount(
                study_day=day,
                pack=PackId(pack),
                category=CATEGORIES[category],
                mode=Mode(mode),
                outcome=Outcome(verdict),
                n=n,
                elapsed_ms=elapsed_ms,
            )
            for day, pack, category, mode, verdict, n, elapsed_ms in rows
        ]

    def pace(self, since_day: int) -> Mapping[str, float]:
        """Return the seconds an answer took on average, by category, since a study day."""
        rows = self._connection.execute(
            select(DayCountRow.category, func.sum(DayCountRow.elapsed_ms), func.sum(DayCountRow.n))
            .where(DayCountRow.study_day >= since_day, DayCountRow.elapsed_ms > 0)
            .group_by(DayCountRow.category)
        )
        return {CATEGORIES[category].value: ms / n / 1000 for category, ms, n in rows}

    def answered_today(self, study_day: int) -> frozenset[int]:
        """Return the questions answered on a study day, practice and retracted answers left out.

        An answer from before the right one was changed is left out too: it is asked again.
        """
        answered = (
            select(CardRow.question_id)
            .join(ReviewRow, ReviewRow.card_id == CardRow.id)
            .where(ReviewRow.study_day == study_day, ~_ASKED_ANEW_SINCE, *_COUNTS)
        )
        return frozenset(self._connection.execute(answered).scalars())

    def facts_today(self, study_day: int) -> frozenset[str]:
        """Return the facts asked for on a study day, as ``QueueCard.fact`` names them."""
        asked = (
            select(PackRow.pack_key, QuestionRow.fact_key)
            .join(QuestionRow, QuestionRow.pack_id == PackRow.id)
            .join(CardRow, CardRow.question_id == QuestionRow.id)
            .join(ReviewRow, ReviewRow.card_id == CardRow.id)
            .where(
                ReviewRow.study_day == study_day,
                QuestionRow.fact_key.is_not(None),
                ~_ASKED_ANEW_SINCE,
                *_COUNTS,
            )
        )
        return frozenset(f"{pack}/{fact}" for pack, fact in self._connection.execute(asked))

    def new_begun_on(self, study_day: int) -> int:
        """Count the cards whose first answer that counts was given on a study day."""
        earlier = aliased(ReviewRow)
        is_later = exists().where(
            earlier.card_id == ReviewRow.card_id,
            earlier.study_day < study_day,
            earlier.retracted_at.is_(None),
            earlier.mode != int(Mode.PRACTICE),
        )
        first = select(func.count(ReviewRow.card_id.distinct())).where(
            ReviewRow.study_day == study_day, ~is_later, *_COUNTS
        )
        return self._connection.execute(first).scalar_one()

    def day_cells(self) -> frozenset[DayCell]:
        """Return the counts as they are stored."""
        return frozenset(DayCell(*tuple(row)) for row in self._connection.execute(select(*_CELL)))

    def day_cells_of_log(self) -> frozenset[DayCell]:
        """Return what the counts should be, by the log."""
        return frozenset(DayCell(*tuple(row)) for row in self._connection.execute(_counted()))


class DayWrites(DayReads):
    """Writes to the counts."""

    def bump_day(self, cell: DayCell) -> None:
        """Add to one count; a count that falls to nothing goes."""
        _BUMP.run(self._driver, {name: getattr(cell, name) for name in _NAMES})
        if cell.n < 0:
            self._connection.execute(_SWEEP)

    def recount_days(self) -> None:
        """Count every day again from the log."""
        self._connection.execute(delete(DayCountRow))
        self._connection.execute(insert(DayCountRow).from_select(_NAMES, _counted()))

    def _recount_as(self, question_id: int, before: int, after: int) -> None:
        """Move a question's answers from one category to another."""
        counted = _counted().where(CardRow.question_id == question_id)
        for row in self._connection.execute(counted).all():
            cell = DayCell(*tuple(row))
            self.bump_day(replace(cell, category=after))
            self.bump_day(replace(cell, category=before).negative())


def _counted() -> Select[int, int, int, int, int, int, int]:
    verdict = COUNTED_VERDICT.label("verdict")
    return (
        select(
            ReviewRow.study_day,
            QuestionRow.pack_id,
            QuestionRow.category,
            ReviewRow.mode,
            verdict,
            func.count().label("n"),
            func.sum(func.coalesce(ReviewRow.elapsed_ms, 0)).label("elapsed_ms"),
        )
        .join(CardRow, CardRow.id == ReviewRow.card_id)
        .join(QuestionRow, QuestionRow.id == CardRow.question_id)
        .where(ReviewRow.retracted_at.is_(None))
        .group_by(
            ReviewRow.study_day, QuestionRow.pack_id, QuestionRow.category, ReviewRow.mode, verdict
        )
    )

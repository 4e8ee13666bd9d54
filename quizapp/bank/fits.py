"""What fitting to the learner reads and writes: how much there is to learn from, weights, moves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, select, update

from quizapp.bank.access import in_ms, instant
from quizapp.bank.codes import KIND_CODES
from quizapp.bank.content_tables import CardRow, PackRow, QuestionRow
from quizapp.bank.folds import FoldReads, FoldWrites
from quizapp.bank.learner_tables import IN_QUEUE, NEW_IN_QUEUE, FoldRow, MemoryRow
from quizapp.bank.log_tables import CardEventRow, ReviewRow
from quizapp.bank.prepared import Prepared
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.scheduling.evidence import Hints
from quizapp.scheduling.history import NEVER_TARGETS
from quizapp.scheduling.memory import Mode, Phase
from quizapp.scheduling.replay import Event

_ANSWERED: Final = (
    select(ReviewRow.card_id, ReviewRow.study_day)
    .where(
        ReviewRow.retracted_at.is_(None),
        ReviewRow.mode != int(Mode.PRACTICE),
        ReviewRow.rapid == 0,
        ReviewRow.hints == int(Hints.NONE),
        ReviewRow.kind.not_in([KIND_CODES[kind] for kind in NEVER_TARGETS]),
    )
    .distinct()
    .subquery()
)
_TARGETS: Final = select(func.count() - func.count(_ANSWERED.c.card_id.distinct())).select_from(
    _ANSWERED
)
_BEGUN: Final = Prepared(
    select(
        MemoryRow.card_id,
        MemoryRow.stability,
        MemoryRow.difficulty,
        MemoryRow.last_day,
        MemoryRow.due_day,
    ).where(IN_QUEUE, MemoryRow.phase != int(Phase.NEW))
)
_NEW: Final = Prepared(select(func.count()).select_from(MemoryRow).where(NEW_IN_QUEUE))
_WAITING: Final = Prepared(
    select(
        MemoryRow.card_id,
        MemoryRow.question_id,
        MemoryRow.due_day,
        QuestionRow.fact_key,
        PackRow.pack_key,
        QuestionRow.question_key,
        CardRow.slot,
    )
    .join(CardRow, CardRow.id == MemoryRow.card_id)
    .join(QuestionRow, QuestionRow.id == MemoryRow.question_id)
    .join(PackRow, PackRow.id == MemoryRow.pack_id)
    .where(IN_QUEUE, MemoryRow.phase != int(Phase.NEW), MemoryRow.due_day > bindparam("day"))
    .order_by(MemoryRow.due_day, MemoryRow.card_id)
)
_FOLDS: Final = select(FoldRow.id, FoldRow.fitted_on, FoldRow.adopted_at).order_by(FoldRow.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedFold:
    """Weights that were adopted; ``fitted_on`` counts the answers, None for the default weights."""

    fold_id: int
    fitted_on: int | None
    adopted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunColumns:
    """Memory of the cards in the queue that were begun, in columns, and how many are new."""

    card: Sequence[int]
    stability: Sequence[float]
    difficulty: Sequence[float]
    last_day: Sequence[int]
    due_day: Sequence[int]
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCard:
    """A card whose day is still to come; ``fact`` is empty where it shares none."""

    card_id: int
    question_id: int
    due_day: int
    fact: str
    key: CardKey


class FitReads(FoldReads):
    """Reads for fitting and for what settings cost."""

    def count_targets(self) -> int:
        """Count the answers that weights can be fitted to: given a day or more after another."""
        return self._connection.execute(_TARGETS).scalar_one()

    def adopted_folds(self) -> list[AdoptedFold]:
        """Return every set of weights that is there, in the order of adoption."""
        rows = self._connection.execute(_FOLDS)
        return [
            AdoptedFold(fold_id=row[0], fitted_on=row[1], adopted_at=instant(row[2], 0))
            for row in rows
        ]

    def begun_columns(self) -> BegunColumns:
        """Return the memory of all cards in the queue, light enough for 100,000 of them."""
        rows = _BEGUN.run(self._driver).fetchall()
        columns: tuple[Sequence[Any], ...] = tuple(zip(*rows, strict=True)) if rows else ((),) * 5
        new = int(_NEW.run(self._driver).fetchone()[0])
        card, stability, difficulty, last_day, due_day = columns
        return BegunColumns(
            card=card,
            stability=stability,
            difficulty=difficulty,
            last_day=last_day,
            due_day=due_day,
            new=new,
        )

    def waiting_cards(self, study_day: int) -> list[WaitingCard]:
        """Return the begun cards that are due after a study day, the first due first."""
        return [
            WaitingCard(
                card_id=card_id,
                question_id=question_id,
                due_day=due_day,
                fact=f"{pack}/{fact}" if fact else "",
                key=CardKey(PackId(pack), QuestionId(question), slot),
            )
            for card_id, question_id, due_day, fact, pack, question, slot in _WAITING.run(
                self._driver, {"day": study_day}
            )
        ]


class FitWrites(FoldWrites, FitReads):
    """Writes that adopting weights needs, and leaving them again."""

    def drop_fold(self, fold_id: int) -> None:
        """Forget weights that no memory row names any more."""
        self._connection.execute(delete(FoldRow).where(FoldRow.id == fold_id))

    def retract_moves(self, first_tick: int, last_tick: int, at: datetime) -> None:
        """Let the moves written in a stretch of the log count no longer; memory is not folded."""
        self._connection.execute(
            update(CardEventRow)
            .where(
                CardEventRow.kind == int(Event.MOVED),
                CardEventRow.tick.between(first_tick, last_tick),
            )
            .values(retracted_at=in_ms(at))
        )

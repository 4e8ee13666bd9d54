"""What the figures of progress and practice are drawn from, in few and light reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import Final

from sqlalchemy import Integer, Select, bindparam, case, func, literal_column, select
from sqlalchemy.orm import aliased

from quizapp.bank.codes import CATEGORIES, KINDS
from quizapp.bank.content_tables import CardRow, PackRow, QuestionRow
from quizapp.bank.day_counts import COUNTED_VERDICT
from quizapp.bank.folds import FoldReads
from quizapp.bank.learner_tables import DayCountRow, MemoryRow
from quizapp.bank.log_tables import ReviewRow
from quizapp.bank.prepared import Prepared
from quizapp.bank.scope import in_scope
from quizapp.bank.values import EVERYTHING, CardScope, Held
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.grading.verdict import Outcome
from quizapp.questions.kinds import Category, Kind
from quizapp.scheduling.memory import Mode, Phase

SURE: Final = 3
MOST_NAMED: Final = 200
"""So many cards are named at the most: more than anybody practises at once."""

_MISSED: Final = [int(Outcome.WRONG), int(Outcome.ALMOST)]

_ZERO: Final = literal_column("0", Integer())
_SHOWN: Final = MemoryRow.held.op("&")(literal_column(str(int(Held.HIDDEN)))) == _ZERO
_REMEMBERED: Final = Prepared(
    select(
        PackRow.pack_key,
        MemoryRow.category,
        MemoryRow.stability,
        MemoryRow.difficulty,
        MemoryRow.last_day,
        MemoryRow.due_day,
        MemoryRow.held,
        MemoryRow.card_id,
    )
    .join(PackRow, PackRow.id == MemoryRow.pack_id)
    .where(_SHOWN, MemoryRow.phase != int(Phase.NEW), PackRow.active == 1)
)
_ACTIVITY: Final = Prepared(
    select(
        DayCountRow.study_day,
        func.sum(DayCountRow.n),
        func.sum(case((DayCountRow.verdict == int(Outcome.CORRECT), DayCountRow.n), else_=0)),
        func.sum(DayCountRow.elapsed_ms),
    )
    .where(DayCountRow.study_day.between(bindparam("first"), bindparam("last")))
    .group_by(DayCountRow.study_day)
    .order_by(DayCountRow.study_day)
)
_COUNTS: Final = (ReviewRow.retracted_at.is_(None), ReviewRow.mode != int(Mode.PRACTICE))
_ANSWERED_LATELY: Final = Prepared(
    select(ReviewRow.card_id)
    .where(*_COUNTS, ReviewRow.study_day >= bindparam("first"))
    .order_by(ReviewRow.study_day.desc(), ReviewRow.id.desc())
    .limit(bindparam("most"))
)
_MISSES: Final = (
    select(ReviewRow.rule, ReviewRow.kind, COUNTED_VERDICT.label("verdict"), func.count())
    .where(
        ReviewRow.retracted_at.is_(None),
        ReviewRow.study_day >= bindparam("first"),
        COUNTED_VERDICT.in_(_MISSED),
    )
    .group_by(ReviewRow.rule, ReviewRow.kind, COUNTED_VERDICT)
)
_given = aliased(ReviewRow)
_NEWEST_ID: Final = (
    select(_given.id)
    .where(_given.card_id == MemoryRow.card_id, _given.retracted_at.is_(None))
    .order_by(_given.tick.desc())
    .limit(literal_column("1"))
    .correlate(MemoryRow)
    .scalar_subquery()
)
# One step down an index for each card in scope, whatever the length of the log.
_NEWEST_ANSWER: Final = (
    select(MemoryRow.card_id, ReviewRow.tick)
    .join(ReviewRow, ReviewRow.id == _NEWEST_ID)
    .where(MemoryRow.held == _ZERO)
)
_NAMED: Final = (
    select(CardRow.id, PackRow.pack_key, QuestionRow.question_key, CardRow.slot)
    .join(QuestionRow, QuestionRow.id == CardRow.question_id)
    .join(PackRow, PackRow.id == QuestionRow.pack_id)
)
_IN_KIND: Final = (
    select(MemoryRow.category, QuestionRow.kind, func.count())
    .join(QuestionRow, QuestionRow.id == MemoryRow.question_id)
    .where(MemoryRow.held == _ZERO)
    .group_by(MemoryRow.category, QuestionRow.kind)
)


@dataclass(frozen=True, slots=True)
class Remembered:
    """The memory of the cards begun, in columns; ``held`` 0 says that nothing holds one back."""

    pack: Sequence[str]
    category: Sequence[Category]
    stability: Sequence[float]
    difficulty: Sequence[float]
    last_day: Sequence[int]
    due_day: Sequence[int | None]
    held: Sequence[int]
    card: Sequence[int]


@dataclass(frozen=True, slots=True)
class DayActivity:
    """The answers of one study day, retracted ones left out."""

    study_day: int
    answers: int
    right: int
    elapsed_ms: int


@dataclass(frozen=True, slots=True)
class Misses:
    """How many answers of one kind were not right by one rule of the marking rules."""

    rule: str
    kind: Kind
    outcome: Outcome
    n: int


@dataclass(frozen=True, slots=True)
class Missed:
    """How many cards were missed, and the names of those missed most lately."""

    total: int
    cards: tuple[CardKey, ...]


@dataclass(frozen=True, slots=True)
class CardCount:
    """How many cards of one category are of one kind."""

    category: Category
    kind: Kind
    n: int


class StatReads(FoldReads):
    """Reads for figures: all cards or the whole log at once, so that each is one statement."""

    def remembered(self) -> Remembered:
        """Return the memory of every card begun and not hidden, in active packs."""
        rows = _REMEMBERED.run(self._driver).fetchall()
        if not rows:
            return Remembered(*((),) * 8)
        pack, category, *rest = zip(*rows, strict=True)
        return Remembered(pack, [CATEGORIES[code] for code in category], *rest)

    def activity(self, first_day: int, last_day: int) -> list[DayActivity]:
        """Return the study days of a window on which something was answered, oldest first."""
        rows = _ACTIVITY.run(self._driver, {"first": first_day, "last": last_day})
        return [DayActivity(*row) for row in rows]

    def answered_lately(self, first_day: int, most: int) -> list[int]:
        """Return the cards of the newest answers since a study day that count for memory.

        At most ``most`` answers are looked at; each card stands once, the newest first.
        """
        rows = _ANSWERED_LATELY.run(self._driver, {"first": first_day, "most": most})
        return list(dict.fromkeys(card for (card,) in rows))

    def misses(self, first_day: int) -> list[Misses]:
        """Count the answers since a study day that were wrong or almost, by rule."""
        rows = self._connection.execute(_MISSES, {"first": first_day})
        return [Misses(rule, KINDS[kind], Outcome(verdict), n) for rule, kind, verdict, n in rows]

    def newest_missed(self, scope: CardScope = EVERYTHING, most: int = MOST_NAMED) -> Missed:
        """Return the cards whose newest answer was wrong or almost, the newest answer first."""
        missed = _NEWEST_ANSWER.where(COUNTED_VERDICT.in_(_MISSED), *in_scope(scope))
        return self._named(missed, most)

    def sure_but_wrong(self, most: int = MOST_NAMED) -> Missed:
        """Return the cards whose newest answer was given as sure and was wrong."""
        once_sure = select(_given.card_id).where(_given.confidence == SURE)
        wrong = (
            MemoryRow.card_id.in_(once_sure),
            ReviewRow.confidence == SURE,
            COUNTED_VERDICT.in_([int(Outcome.WRONG)]),
        )
        return self._named(_NEWEST_ANSWER.where(*wrong), most)

    def _named(self, answers: Select[int, int], most: int) -> Missed:
        """Count the answers, and name the cards of the newest."""
        found = [(tick, card) for card, tick in self._connection.execute(answers)]
        newest = [card for _tick, card in nlargest(most, found)]
        rows = self._connection.execute(_NAMED.where(CardRow.id.in_(newest)))
        keys = {card: _key(*name) for card, *name in rows}
        return Missed(len(found), tuple(keys[card] for card in newest))

    def count_cards(self, scope: CardScope = EVERYTHING) -> list[CardCount]:
        """Count the cards that nothing holds back, by category and kind."""
        rows = self._connection.execute(_IN_KIND.where(*in_scope(scope)))
        return [CardCount(CATEGORIES[category], KINDS[kind], n) for category, kind, n in rows]


def _key(pack: str, question: str, slot: str) -> CardKey:
    return CardKey(PackId(pack), QuestionId(question), slot)

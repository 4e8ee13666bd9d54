"""What is due, what is new, and how packs, categories and topics stand."""

from collections.abc import Mapping
from random import Random
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    func,
    literal_column,
    select,
)
from sqlalchemy.sql.elements import SQLCoreOperations

from quizapp.bank.access import Access
from quizapp.bank.codes import CATEGORIES
from quizapp.bank.content_tables import PackRow, QuestionRow, QuestionTopicRow, TopicRow
from quizapp.bank.learner_tables import IN_QUEUE, NEW_IN_QUEUE, MemoryRow
from quizapp.bank.scope import in_scope
from quizapp.bank.values import EVERYTHING, CardScope, Held, Learnt, Standing
from quizapp.base.ids import PackId
from quizapp.scheduling.memory import Phase
from quizapp.scheduling.queue import QueueCard

DEFAULT_SECONDS: Final = 15.0
_AT_ONCE: Final = 500  # an SQLite of old takes no more than 999 values in a statement

_WORDS: Final = {code: category.value for code, category in CATEGORIES.items()}
_PHASES: Final = {int(phase): phase for phase in Phase}

_FIRST_TOPIC: Final = (
    select(TopicRow.path)
    .join(QuestionTopicRow, QuestionTopicRow.topic_id == TopicRow.id)
    .where(QuestionTopicRow.question_id == MemoryRow.question_id)
    .order_by(TopicRow.id)
    .limit(literal_column("1"))
    .scalar_subquery()
)
_QUEUE_CARD: Final = select(
    MemoryRow.card_id,
    MemoryRow.question_id,
    MemoryRow.pack_id,
    MemoryRow.category,
    MemoryRow.phase,
    MemoryRow.rank,
    MemoryRow.due_day,
    MemoryRow.stability,
    MemoryRow.difficulty,
    MemoryRow.last_day,
    QuestionRow.fact_key,
    _FIRST_TOPIC.label("topic"),
).join(QuestionRow, QuestionRow.id == MemoryRow.question_id)
_SHOWN: Final = MemoryRow.held.op("&")(literal_column(str(int(Held.HIDDEN)))) == literal_column("0")
_BEGUN: Final = func.sum(case((MemoryRow.phase != int(Phase.NEW), 1), else_=0))


class QueueReads(Access):
    """Reads about many cards at once."""

    def due_cards(
        self,
        study_day: int,
        scope: CardScope = EVERYTHING,
        seconds: Mapping[str, float] | None = None,
    ) -> list[QueueCard]:
        """Return the cards due up to a study day, changed ones included, for ``build_queue``.

        ``seconds`` is the learner's pace by category, as ``pace`` returns it.
        """
        due = _QUEUE_CARD.where(IN_QUEUE, MemoryRow.due_day <= study_day, *in_scope(scope))
        return self._queue_cards(due.order_by(MemoryRow.due_day, MemoryRow.card_id), seconds)

    def new_cards(
        self,
        limit: int,
        scope: CardScope = EVERYTHING,
        seconds: Mapping[str, float] | None = None,
    ) -> list[QueueCard]:
        """Return the first new cards of each pack by rank, at most ``limit`` a pack."""
        found: list[QueueCard] = []
        for pack_id in self._pack_keys():
            new = _QUEUE_CARD.where(NEW_IN_QUEUE, MemoryRow.pack_id == pack_id, *in_scope(scope))
            found += self._queue_cards(new.order_by(MemoryRow.rank).limit(limit), seconds)
        return found

    def packs_begun(self) -> frozenset[PackId]:
        """Return the active packs that have a card with a day to come back on."""
        return frozenset(
            key
            for pack_id, key in self._pack_keys().items()
            if self._connection.execute(
                select(MemoryRow.card_id).where(IN_QUEUE, MemoryRow.pack_id == pack_id).limit(1)
            ).first()
        )

    def cards_in(
        self, scope: CardScope = EVERYTHING, seconds: Mapping[str, float] | None = None
    ) -> list[QueueCard]:
        """Return all cards that nothing holds back, for practice."""
        free = _QUEUE_CARD.where(MemoryRow.held == literal_column("0"), *in_scope(scope))
        return self._queue_cards(free.order_by(MemoryRow.pack_id, MemoryRow.rank), seconds)

    def sample_cards(
        self,
        most: int,
        seed: int,
        scope: CardScope = EVERYTHING,
        seconds: Mapping[str, float] | None = None,
    ) -> list[QueueCard]:
        """Return at most so many cards that nothing holds back, drawn by a seed, in no order."""
        free = select(MemoryRow.card_id).where(MemoryRow.held == literal_column("0"))
        rows = self._connection.execute(free.where(*in_scope(scope)).order_by(MemoryRow.card_id))
        there = [row[0] for row in rows]
        drawn = there
        if most < len(there):
            drawn = Random(seed).sample(there, most)  # noqa: S311 - an order, not a secret
        found: list[QueueCard] = []
        for start in range(0, len(drawn), _AT_ONCE):
            some = _QUEUE_CARD.where(MemoryRow.card_id.in_(drawn[start : start + _AT_ONCE]))
            found += self._queue_cards(some, seconds)
        return found

    def count_facts(self, scope: CardScope = EVERYTHING) -> int:
        """Count what the cards of a scope ask of: a fact that many ask of is one."""
        named = QuestionRow.pack_id.op("||")("/").op("||")(QuestionRow.fact_key)
        fact = func.coalesce(named, QuestionRow.id)
        counted = (
            select(func.count(func.distinct(fact)))
            .select_from(MemoryRow)
            .join(QuestionRow, QuestionRow.id == MemoryRow.question_id)
            .where(MemoryRow.held == literal_column("0"), *in_scope(scope))
        )
        return self._connection.execute(counted).scalar_one()

    def count_new(self, scope: CardScope = EVERYTHING) -> int:
        """Count the cards never asked."""
        return self._count(NEW_IN_QUEUE, *in_scope(scope))

    def next_due_day(self, after: int) -> int | None:
        """Return the first study day after one on which anything is due."""
        later = select(func.min(MemoryRow.due_day)).where(IN_QUEUE, MemoryRow.due_day > after)
        return self._connection.execute(later).scalar_one()

    def standings_by_pack(self, study_day: int) -> list[Standing]:
        """Return how each active pack stands, packs without cards left out."""
        rows = self._connection.execute(
            _standing(study_day, MemoryRow.pack_id).group_by(MemoryRow.pack_id)
        )
        keys = self._pack_keys()
        return [_as_standing(row, keys[row[0]], keys[row[0]]) for row in rows if row[0] in keys]

    def standings_by_category(self, study_day: int) -> list[Standing]:
        """Return how each category of each active pack stands; the name is its word."""
        rows = self._connection.execute(
            _standing(study_day, MemoryRow.pack_id, MemoryRow.category).group_by(
                MemoryRow.pack_id, MemoryRow.category
            )
        )
        keys = self._pack_keys()
        return [
            _as_standing(row, keys[row[0]], CATEGORIES[row[1]].value)
            for row in rows
            if row[0] in keys
        ]

    def standings_by_topic(self, study_day: int, pack: PackId) -> list[Standing]:
        """Return how each topic of a pack stands, in the author's order."""
        rows = self._connection.execute(
            _standing(study_day, TopicRow.id, TopicRow.path)
            .join(QuestionTopicRow, QuestionTopicRow.question_id == MemoryRow.question_id)
            .join(TopicRow, TopicRow.id == QuestionTopicRow.topic_id)
            .join(PackRow, PackRow.id == TopicRow.pack_id)
            .where(PackRow.pack_key == pack)
            .group_by(TopicRow.id)
            .order_by(TopicRow.id)
        )
        return [_as_standing(row, pack, row[1]) for row in rows]

    def learnt(self) -> list[Learnt]:
        """Return stability and last day of every card begun and not hidden."""
        keys = self._pack_keys()
        rows = self._connection.execute(
            select(
                MemoryRow.pack_id, MemoryRow.category, MemoryRow.stability, MemoryRow.last_day
            ).where(_SHOWN, MemoryRow.phase != int(Phase.NEW))
        )
        return [
            Learnt(keys[row[0]], CATEGORIES[row[1]], row[2], row[3])
            for row in rows
            if row[0] in keys
        ]

    def _pack_keys(self) -> dict[int, PackId]:
        active = select(PackRow.id, PackRow.pack_key).where(PackRow.active == 1)
        rows = self._connection.execute(active.order_by(PackRow.id))
        return {pack_id: PackId(key) for pack_id, key in rows}

    def _count(self, *conditions: ColumnElement[bool]) -> int:
        counted = select(func.count()).select_from(MemoryRow).where(and_(*conditions))
        return self._connection.execute(counted).scalar_one()

    def _queue_cards(
        self, query: Select[*tuple[Any, ...]], seconds: Mapping[str, float] | None
    ) -> list[QueueCard]:
        keys = self._pack_keys()
        pace = {} if seconds is None else seconds
        return [_queue_card(tuple(row), keys, pace) for row in self._connection.execute(query)]


def _queue_card(
    row: tuple[Any, ...], keys: Mapping[int, PackId], pace: Mapping[str, float]
) -> QueueCard:
    card, question, pack_id, category, phase, rank, due_day, *known, fact, topic = row
    stability, difficulty, last_day = known
    pack, word = keys[pack_id], _WORDS[category]
    return QueueCard(
        card=card,
        question=question,
        pack=pack,
        category=word,
        phase=_PHASES[phase],
        rank=rank,
        topic=topic or "",
        fact=f"{pack}/{fact}" if fact else "",
        due_day=due_day,
        stability=stability,
        difficulty=difficulty,
        last_day=last_day,
        seconds=pace.get(word, DEFAULT_SECONDS),
    )


def _standing(study_day: int, *names: SQLCoreOperations[Any]) -> Select[*tuple[Any, ...]]:
    is_due = and_(IN_QUEUE, MemoryRow.due_day <= study_day)
    return select(
        *names,
        func.count(),
        _BEGUN,
        func.sum(case((NEW_IN_QUEUE, 1), else_=0)),
        func.sum(case((is_due, 1), else_=0)),
    ).where(_SHOWN)


def _as_standing(row: Row[*tuple[Any, ...]], pack: PackId, name: str) -> Standing:
    total, begun, new, due = tuple(row)[-4:]
    return Standing(pack=pack, name=name, total=total, begun=begun, new=new, due=due)

"""Cards: the question as it stands, memory rows, and what holds a card back."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Final

from sqlalchemy import bindparam, func, literal_column, select, update
from typing_extensions import override

from quizapp.bank.access import Access
from quizapp.bank.codes import CATEGORIES, KINDS
from quizapp.bank.content_tables import CardRow, PackRow, QuestionRow, RevisionRow
from quizapp.bank.learner_tables import IN_QUEUE, FoldRow, MemoryRow
from quizapp.bank.prepared import Prepared, Value
from quizapp.bank.values import AskedCard, Body, CardMemory, DueLoad, FoldRecord, Held
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.memory import MemoryState, Phase
from quizapp.scheduling.replay import Folded

_ID: Final = bindparam("id", type_=MemoryRow.card_id.type)
_CARD_ID: Final = Prepared(
    select(CardRow.id)
    .join(QuestionRow, QuestionRow.id == CardRow.question_id)
    .join(PackRow, PackRow.id == QuestionRow.pack_id)
    .where(
        PackRow.pack_key == bindparam("pack"),
        QuestionRow.question_key == bindparam("question"),
        CardRow.slot == bindparam("slot"),
    )
)
_ASKED: Final = Prepared(
    select(
        CardRow.slot,
        QuestionRow.id,
        QuestionRow.pack_id,
        QuestionRow.question_key,
        QuestionRow.kind,
        QuestionRow.category,
        QuestionRow.fact_key,
        RevisionRow.id,
        RevisionRow.rev,
        RevisionRow.body,
        PackRow.pack_key,
    )
    .join(QuestionRow, QuestionRow.id == CardRow.question_id)
    .join(RevisionRow, RevisionRow.id == QuestionRow.revision_id)
    .join(PackRow, PackRow.id == QuestionRow.pack_id)
    .where(CardRow.id == _ID)
)
_BODY: Final = Prepared(select(RevisionRow.body).where(RevisionRow.id == _ID))
_MEMORY: Final = Prepared(
    select(
        MemoryRow.pack_id,
        MemoryRow.phase,
        MemoryRow.stability,
        MemoryRow.difficulty,
        MemoryRow.last_day,
        MemoryRow.reps,
        MemoryRow.lapses,
        MemoryRow.due_day,
        MemoryRow.held,
        MemoryRow.rank,
        MemoryRow.fold_id,
    ).where(MemoryRow.card_id == _ID)
)
_SET: Final = (
    update(MemoryRow)
    .where(MemoryRow.card_id == bindparam("id"))
    .values(
        {
            name: bindparam(name)
            for name in (
                *("phase", "stability", "difficulty", "last_day", "reps", "lapses"),
                *("due_day", "fold_id"),
            )
        }
    )
)
_SET_MEMORY: Final = Prepared(_SET)
_DUE_ON: Final = Prepared(
    select(func.count()).where(IN_QUEUE, MemoryRow.due_day == bindparam("day"))
)
_SIBLINGS: Final = Prepared(
    select(MemoryRow.due_day)
    .join(CardRow, CardRow.id == MemoryRow.card_id)
    .where(
        CardRow.question_id == bindparam("question"),
        MemoryRow.card_id != _ID,
        MemoryRow.due_day.is_not(None),
    )
)
_SAME_FACT: Final = Prepared(
    select(MemoryRow.due_day)
    .join(CardRow, CardRow.id == MemoryRow.card_id)
    .join(QuestionRow, QuestionRow.id == CardRow.question_id)
    .where(
        QuestionRow.pack_id == bindparam("pack"),
        QuestionRow.fact_key == bindparam("fact"),
        QuestionRow.fact_key.is_not(None),
        MemoryRow.card_id != _ID,
        MemoryRow.due_day.is_not(None),
    )
)
_FOLD: Final = Prepared(
    select(FoldRow.id, FoldRow.model, FoldRow.weights, FoldRow.evidence_version)
    .order_by(FoldRow.id.desc())
    .limit(literal_column("1"))
)


class CardReads(Access):
    """Reads about single cards."""

    def card_id(self, key: CardKey) -> int | None:
        """Return a card's number, None when the bank has no such card."""
        named = {"pack": key.pack, "question": key.question, "slot": key.slot}
        row = _CARD_ID.run(self._driver, named).fetchone()
        return None if row is None else int(row[0])

    def question_of(self, card_id: int) -> AskedCard:
        """Return a card with its question at the current revision; ``KeyError`` when unknown."""
        row = _ASKED.run(self._driver, {"id": card_id}).fetchone()
        if row is None:
            raise KeyError(card_id)
        slot, question_id, pack_id, name, kind, category, fact, revision_id, rev, body, pack = row
        return AskedCard(
            card_id=card_id,
            question_id=question_id,
            pack_id=pack_id,
            revision_id=revision_id,
            key=CardKey(PackId(pack), QuestionId(name), slot),
            kind=KINDS[kind],
            category=CATEGORIES[category],
            rev=rev,
            fact=fact or "",
            body=json.loads(body),
        )

    def question_at(self, revision_id: int) -> Body:
        """Return a question as it was at a revision; ``KeyError`` when unknown."""
        body = _BODY.run(self._driver, {"id": revision_id}).fetchone()
        if body is None:
            raise KeyError(revision_id)
        found: Body = json.loads(body[0])
        return found

    def memory(self, card_id: int) -> CardMemory:
        """Return a card's memory row; ``KeyError`` when unknown."""
        row = _MEMORY.run(self._driver, {"id": card_id}).fetchone()
        if row is None:
            raise KeyError(card_id)
        pack_id, phase, stability, difficulty, last_day, reps, lapses, due, held, rank, fold = row
        state = MemoryState(
            phase=Phase(phase),
            stability=stability,
            difficulty=difficulty,
            last_day=last_day,
            reps=reps,
            lapses=lapses,
        )
        return CardMemory(
            card_id=card_id,
            pack_id=pack_id,
            state=state,
            due_day=due,
            held=Held(held),
            rank=rank,
            fold_id=fold,
        )

    def load_nearby(self, card: AskedCard, first_day: int, last_day: int) -> DueLoad:
        """Return what else is due in a window of study days; a day is counted when asked for."""
        named = {"id": card.card_id, "question": card.question_id}
        near = {day for (day,) in _SIBLINGS.run(self._driver, named)}
        if card.fact:
            fact: dict[str, Value] = {"id": card.card_id, "pack": card.pack_id, "fact": card.fact}
            near |= {day for (day,) in _SAME_FACT.run(self._driver, fact)}
        return DueLoad(_LoadByDay(self._driver, first_day, last_day), frozenset(near))

    def current_fold(self) -> FoldRecord:
        """Return the weights that memory is folded with now."""
        fold_id, model, weights, evidence_version = _FOLD.run(self._driver).fetchone()
        return FoldRecord(fold_id, Weights(tuple(json.loads(weights)), model), evidence_version)


class CardWrites(CardReads):
    """Writes to memory rows."""

    def set_memory(
        self, card_id: int, state: MemoryState, due_day: int | None, fold_id: int
    ) -> None:
        """Store what a card's log folds to now, and the due day decided last."""
        _SET_MEMORY.run(self._driver, _stored(card_id, Folded(state, due_day), fold_id))

    def set_memories(self, folds: Mapping[int, Folded], fold_id: int) -> None:
        """Store what the logs of many cards fold to."""
        rows = [_stored(card_id, folded, fold_id) for card_id, folded in folds.items()]
        if rows:
            self._connection.execute(_SET, rows)

    def name_fold(self, fold_id: int) -> None:
        """Note that every memory row is folded with these weights now."""
        self._connection.execute(
            update(MemoryRow).where(MemoryRow.fold_id != fold_id).values(fold_id=fold_id)
        )


def _stored(card_id: int, folded: Folded, fold_id: int) -> dict[str, int | float | None]:
    return {
        "id": card_id,
        "phase": int(folded.state.phase),
        "stability": folded.state.stability,
        "difficulty": folded.state.difficulty,
        "last_day": folded.state.last_day,
        "reps": folded.state.reps,
        "lapses": folded.state.lapses,
        "due_day": folded.due_day,
        "fold_id": fold_id,
    }


class _LoadByDay(Mapping[int, int]):
    """Cards due by study day, each day counted when asked for: a decision asks for three."""

    def __init__(self, driver: sqlite3.Connection, first_day: int, last_day: int) -> None:
        self._driver = driver
        self._days = range(first_day, last_day + 1)

    @override
    def __getitem__(self, day: int) -> int:
        if day not in self._days:
            raise KeyError(day)
        return int(_DUE_ON.run(self._driver, {"day": day}).fetchone()[0])

    @override
    def __iter__(self) -> Iterator[int]:
        return iter(self._days)

    @override
    def __len__(self) -> int:
        return len(self._days)

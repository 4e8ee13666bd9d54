"""The questions of the library: which there are under a filter, in which order, and their rows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    ColumnElement,
    UnaryExpression,
    and_,
    func,
    literal_column,
    select,
)
from sqlalchemy.sql.elements import SQLCoreOperations

from quizapp.bank.access import Access
from quizapp.bank.codes import CATEGORIES, KINDS
from quizapp.bank.content_tables import CardRow, PackRow, QuestionRow, RevisionRow, TopicRow
from quizapp.bank.learner_tables import MemoryRow, QuestionLayerRow
from quizapp.bank.scope import in_scope
from quizapp.bank.search_values import (
    CardStanding,
    LibraryOrder,
    LibraryRow,
    LibraryScope,
    Standing,
)
from quizapp.bank.values import Held
from quizapp.base.ids import CardKey, PackId, QuestionId
from quizapp.scheduling.leech import LEECH_LAPSES
from quizapp.scheduling.memory import MemoryState, Phase

_AT_A_TIME: Final = 500
_NOT_HIDDEN: Final = literal_column(f"memory.held & {int(Held.HIDDEN)} = 0", Boolean())
_PAUSED: Final = literal_column(f"memory.held & {int(Held.SUSPENDED)} <> 0", Boolean())
_STANDINGS: Final[Mapping[Standing, ColumnElement[bool]]] = {
    Standing.NEW: MemoryRow.phase == int(Phase.NEW),
    Standing.LEARNING: MemoryRow.phase.in_((int(Phase.LEARNING), int(Phase.RELEARNING))),
    Standing.KNOWN: MemoryRow.phase == int(Phase.REVIEW),
    Standing.PAUSED: _PAUSED,
    Standing.FAILING: MemoryRow.lapses >= LEECH_LAPSES,
}


class SearchReads(Access):
    """Reads of many questions at once, in the order of the library."""

    def library(self, scope: LibraryScope, study_day: int) -> list[tuple[int, int]]:
        """Return question and revision of everything in scope that is not hidden, in order."""
        rows = self._connection.execute(
            select(QuestionRow.id, QuestionRow.revision_id)
            .select_from(MemoryRow)
            .join(QuestionRow, QuestionRow.id == MemoryRow.question_id)
            .where(*self._conditions(scope))
            .group_by(QuestionRow.id)
            .order_by(*_order(scope, study_day))
        )
        # By the driver itself: a hundred thousand rows of SQLAlchemy's own cost a quarter second.
        cursor: Any = rows.cursor
        return list(cursor.fetchall())

    def stamp(self) -> tuple[int, int]:
        """Return numbers of which one differs once anything has been written, here or elsewhere."""
        (version,) = self._driver.execute("PRAGMA data_version").fetchone()
        return self._driver.total_changes, version

    def library_count(self) -> int:
        """Count the questions of active packs that are not hidden."""
        counted = (
            select(func.count())
            .select_from(QuestionRow)
            .join(PackRow, PackRow.id == QuestionRow.pack_id)
            .where(QuestionRow.hidden_at.is_(None), PackRow.active == 1)
        )
        return self._connection.execute(counted).scalar_one()

    def bodies(self, revisions: Sequence[int]) -> dict[int, Mapping[str, Any]]:
        """Return questions as they were at revisions."""
        found: dict[int, Mapping[str, Any]] = {}
        for some in _in_turns(revisions):
            asked = select(RevisionRow.id, RevisionRow.body).where(RevisionRow.id.in_(some))
            for revision, body in self._connection.execute(asked):
                found[revision] = json.loads(body)
        return found

    def library_rows(self, questions: Sequence[int]) -> list[LibraryRow]:
        """Return the rows of questions, in the order asked for.

        Unknown ones are left out, and those that were removed since they were listed.
        """
        found: dict[int, LibraryRow] = {}
        cards = self._standings(questions)
        for some in _in_turns(questions):
            asked = (
                select(
                    QuestionRow.id,
                    QuestionRow.question_key,
                    QuestionRow.kind,
                    QuestionRow.category,
                    PackRow.pack_key,
                    RevisionRow.body,
                    QuestionLayerRow.note,
                )
                .join(PackRow, PackRow.id == QuestionRow.pack_id)
                .join(RevisionRow, RevisionRow.id == QuestionRow.revision_id)
                .outerjoin(QuestionLayerRow, QuestionLayerRow.question_id == QuestionRow.id)
                .where(QuestionRow.id.in_(some))
            )
            for number, key, kind, category, pack, body, note in self._connection.execute(asked):
                found[number] = LibraryRow(
                    question=number,
                    key=QuestionId(key),
                    pack=PackId(pack),
                    kind=KINDS[kind],
                    category=CATEGORIES[category],
                    body=json.loads(body),
                    note=note or "",
                    cards=tuple(
                        CardStanding(
                            card_id=card,
                            key=CardKey(PackId(pack), QuestionId(key), slot),
                            state=state,
                            due_day=due,
                            held=held,
                        )
                        for card, slot, state, due, held in cards.get(number, ())
                    ),
                )
        return [found[number] for number in questions if number in found and number in cards]

    def questions_with_notes(self) -> dict[int, str]:
        """Return the learner's notes by question."""
        noted = select(QuestionLayerRow.question_id, QuestionLayerRow.note).where(
            QuestionLayerRow.note != literal_column("''")
        )
        return dict(self._connection.execute(noted).all())

    def all_topics(self) -> list[str]:
        """Return the paths of every topic of the active packs, in the authors' order."""
        paths = (
            select(TopicRow.path)
            .join(PackRow, PackRow.id == TopicRow.pack_id)
            .where(PackRow.active == 1)
            .order_by(TopicRow.id)
        )
        return list(dict.fromkeys(self._connection.execute(paths).scalars()))

    def _conditions(self, scope: LibraryScope) -> list[ColumnElement[bool]]:
        active = select(PackRow.id).where(PackRow.active == 1)
        found: list[ColumnElement[bool]] = [
            QuestionRow.hidden_at.is_(None),
            _NOT_HIDDEN,
            MemoryRow.pack_id.in_(active),
            *in_scope(scope.cards),
        ]
        if scope.standing is not None:
            found.append(_STANDINGS[scope.standing])
            if scope.standing is not Standing.PAUSED:
                found.append(~_PAUSED)
        return found

    def _standings(
        self, questions: Sequence[int]
    ) -> dict[int, list[tuple[int, str, MemoryState, int | None, Held]]]:
        found: dict[int, list[tuple[int, str, MemoryState, int | None, Held]]] = {}
        for some in _in_turns(questions):
            asked = (
                select(
                    CardRow.question_id,
                    CardRow.id,
                    CardRow.slot,
                    MemoryRow.phase,
                    MemoryRow.stability,
                    MemoryRow.difficulty,
                    MemoryRow.last_day,
                    MemoryRow.reps,
                    MemoryRow.lapses,
                    MemoryRow.due_day,
                    MemoryRow.held,
                )
                .join(MemoryRow, MemoryRow.card_id == CardRow.id)
                .where(and_(CardRow.question_id.in_(some), _NOT_HIDDEN))
                .order_by(CardRow.id)
            )
            for number, card, slot, phase, *known, due, held in self._connection.execute(asked):
                stability, difficulty, last_day, reps, lapses = known
                state = MemoryState(
                    phase=Phase(phase),
                    stability=stability,
                    difficulty=difficulty,
                    last_day=last_day,
                    reps=reps,
                    lapses=lapses,
                )
                found.setdefault(number, []).append((card, slot, state, due, Held(held)))
        return found


def _order(
    scope: LibraryScope, study_day: int
) -> tuple[UnaryExpression[Any] | ColumnElement[Any], ...]:
    """Return what to order by; the worse known card of a question speaks for it."""
    by: SQLCoreOperations[Any]
    match scope.order:
        case LibraryOrder.QUESTION:
            by = QuestionRow.sort_key
        case LibraryOrder.RECALL:
            # The chance falls with time over stability, and with nothing else.
            begun: ColumnElement[float] = literal_column(
                "CASE WHEN memory.phase = 0 THEN NULL ELSE memory.stability END"
            )
            by = func.min((MemoryRow.last_day - study_day) / begun)
        case LibraryOrder.DUE:
            by = func.min(MemoryRow.due_day)
    first = by.desc() if scope.is_descending else by.asc()
    return (first.nulls_last(), QuestionRow.sort_key.asc(), QuestionRow.id.asc())


def _in_turns(numbers: Sequence[int]) -> Iterable[Sequence[int]]:
    return (numbers[at : at + _AT_A_TIME] for at in range(0, len(numbers), _AT_A_TIME))

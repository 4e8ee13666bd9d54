"""The log as the fold reads it, and memory folded again."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import bindparam, insert, select

from quizapp.bank.access import as_json, in_ms
from quizapp.bank.cards import CardReads, CardWrites
from quizapp.bank.codes import KINDS
from quizapp.bank.day_counts import COUNTED_SCORE
from quizapp.bank.learner_tables import FoldRow, MemoryRow
from quizapp.bank.log_tables import CardEventRow, ReviewRow
from quizapp.bank.prepared import Prepared
from quizapp.bank.values import CardMemory
from quizapp.scheduling.evidence import EVIDENCE_VERSION, Evidence, Hints
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.memory import MemoryState, Mode, Phase, Rating
from quizapp.scheduling.replay import Event, Folded, LogEntry, fold

ROWS_AT_A_TIME: Final = 2000

_REVIEWS: Final = select(
    ReviewRow.card_id,
    ReviewRow.tick,
    ReviewRow.uuid,
    ReviewRow.study_day,
    ReviewRow.kind,
    COUNTED_SCORE.label("score"),
    ReviewRow.options,
    ReviewRow.hints,
    ReviewRow.self_rating,
    ReviewRow.rapid,
    ReviewRow.mode,
    ReviewRow.due_day,
    ReviewRow.retracted_at,
).order_by(ReviewRow.card_id, ReviewRow.tick)
_EVENTS: Final = select(
    CardEventRow.card_id,
    CardEventRow.tick,
    CardEventRow.uuid,
    CardEventRow.study_day,
    CardEventRow.kind,
    CardEventRow.due_day,
    CardEventRow.retracted_at,
).order_by(CardEventRow.card_id, CardEventRow.tick)
_REVIEWS_OF: Final = Prepared(_REVIEWS.where(ReviewRow.card_id == bindparam("id")))
_EVENTS_OF: Final = Prepared(_EVENTS.where(CardEventRow.card_id == bindparam("id")))
_ALL_REVIEWS: Final = Prepared(_REVIEWS)
_ALL_EVENTS: Final = Prepared(_EVENTS)
_STORED: Final = Prepared(
    select(
        MemoryRow.card_id,
        MemoryRow.phase,
        MemoryRow.stability,
        MemoryRow.difficulty,
        MemoryRow.last_day,
        MemoryRow.reps,
        MemoryRow.lapses,
        MemoryRow.due_day,
        MemoryRow.fold_id,
    )
)
_MODES: Final = {int(mode): mode for mode in Mode}
_PHASES: Final = {int(phase): phase for phase in Phase}


@dataclass(frozen=True, slots=True)
class StoredFold:
    """What memory says of a card, and the fold it names."""

    folded: Folded
    fold_id: int


class FoldReads(CardReads):
    """Reads of the log, card by card."""

    def history(self, card_id: int) -> list[LogEntry]:
        """Return a card's log, answers and events, in order of tick and uuid."""
        named = {"id": card_id}
        entries = [_answer(row) for row in _REVIEWS_OF.run(self._driver, named)]
        entries += [_event(row) for row in _EVENTS_OF.run(self._driver, named)]
        return sorted(entries, key=lambda entry: (entry.tick, entry.uuid))

    def histories(self) -> Iterator[tuple[int, list[LogEntry]]]:
        """Yield each card that has a log, with its log, without holding the whole log in memory."""
        events: dict[int, list[LogEntry]] = {}
        for row in _ALL_EVENTS.run(self._driver):
            events.setdefault(row[0], []).append(_event(row))
        for card_id, rows in groupby(_ALL_REVIEWS.run(self._driver), itemgetter(0)):
            yield card_id, [*events.pop(card_id, []), *map(_answer, rows)]
        yield from events.items()

    def stored_folds(self) -> dict[int, StoredFold]:
        """Return what memory says of every card, and which weights it was folded with."""
        return {row[0]: StoredFold(_folded(row), row[-1]) for row in _STORED.run(self._driver)}

    def weights_by_fold(self) -> dict[int, Weights]:
        """Return the weights of every fold there has been."""
        rows = self._connection.execute(select(FoldRow.id, FoldRow.model, FoldRow.weights))
        return {row[0]: Weights(tuple(json.loads(row[2])), row[1]) for row in rows}


class FoldWrites(CardWrites, FoldReads):
    """Memory folded again from the log."""

    def refold(self, card_id: int) -> CardMemory:
        """Fold a card's whole log again, store what it comes to and return the memory row."""
        current = self.current_fold()
        folded = fold(self.history(card_id), current.weights)
        self.set_memory(card_id, folded.state, folded.due_day, current.fold_id)
        return self.memory(card_id)

    def add_fold(self, weights: Weights, fitted_on: int | None, at: datetime) -> int:
        """Adopt weights, fitted on so many answers; memory moves when it is replayed."""
        return self._add(
            insert(FoldRow),
            {
                "model": weights.model,
                "weights": as_json(list(weights.values)),
                "evidence_version": EVIDENCE_VERSION,
                "fitted_on": fitted_on,
                "adopted_at": in_ms(at),
            },
        )


def _answer(row: tuple[Any, ...]) -> LogEntry:
    _, tick, uuid, study_day, *said, mode, due_day, retracted_at = row
    return LogEntry(
        tick=tick,
        uuid=uuid,
        event=Event.REVIEW,
        study_day=study_day,
        evidence=_evidence(*said),
        mode=_MODES[mode],
        due_day=due_day,
        retracted=retracted_at is not None,
    )


@lru_cache(maxsize=4096)
def _evidence(
    kind: int,
    score: float,
    options: int,
    hints: int,
    rating: int | None,
    rapid: int,
) -> Evidence:
    """Return what an answer says; most answers say what others have said."""
    return Evidence(
        kind=KINDS[kind],
        score=score,
        options=options,
        hints=Hints(hints),
        self_rating=None if rating is None else Rating(rating),
        is_rapid=bool(rapid),
    )


def _event(row: tuple[Any, ...]) -> LogEntry:
    _, tick, uuid, study_day, kind, due_day, retracted_at = row
    return LogEntry(
        tick=tick,
        uuid=uuid,
        event=Event(kind),
        study_day=study_day,
        due_day=due_day,
        retracted=retracted_at is not None,
    )


def _folded(row: tuple[Any, ...]) -> Folded:
    _, phase, stability, difficulty, last_day, reps, lapses, due_day, _ = row
    state = MemoryState(
        phase=_PHASES[phase],
        stability=stability,
        difficulty=difficulty,
        last_day=last_day,
        reps=reps,
        lapses=lapses,
    )
    return Folded(state, due_day)

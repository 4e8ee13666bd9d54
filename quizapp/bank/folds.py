"""The log as the fold reads it, and memory folded again."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Row, bindparam, select

from quizapp.bank.cards import CardReads, CardWrites
from quizapp.bank.codes import KINDS
from quizapp.bank.day_counts import COUNTED_SCORE
from quizapp.bank.learner_tables import MemoryRow
from quizapp.bank.log_tables import CardEventRow, ReviewRow
from quizapp.bank.values import CardMemory
from quizapp.scheduling.evidence import Evidence, Hints
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
_REVIEWS_OF: Final = _REVIEWS.where(ReviewRow.card_id == bindparam("id"))
_EVENTS_OF: Final = _EVENTS.where(CardEventRow.card_id == bindparam("id"))
_STORED: Final = select(
    MemoryRow.card_id,
    MemoryRow.phase,
    MemoryRow.stability,
    MemoryRow.difficulty,
    MemoryRow.last_day,
    MemoryRow.reps,
    MemoryRow.lapses,
    MemoryRow.due_day,
)


class FoldReads(CardReads):
    """Reads of the log, card by card."""

    def history(self, card_id: int) -> list[LogEntry]:
        """Return a card's log, answers and events, in order of tick and uuid."""
        named = {"id": card_id}
        entries = [_answer(row) for row in self._connection.execute(_REVIEWS_OF, named)]
        entries += [_event(row) for row in self._connection.execute(_EVENTS_OF, named)]
        return sorted(entries, key=lambda entry: (entry.tick, entry.uuid))

    def histories(self) -> Iterator[tuple[int, list[LogEntry]]]:
        """Yield each card that has a log, with its log, without holding the whole log in memory."""
        events: dict[int, list[LogEntry]] = {}
        for told in self._connection.execute(_EVENTS):
            events.setdefault(told.card_id, []).append(_event(told))
        entries: list[LogEntry] = []
        current: int | None = None
        streamed = {"yield_per": ROWS_AT_A_TIME}
        for row in self._connection.execute(_REVIEWS, execution_options=streamed):
            if row.card_id != current:
                if current is not None:
                    yield current, entries
                current, entries = row.card_id, events.pop(row.card_id, [])
            entries.append(_answer(row))
        if current is not None:
            yield current, entries
        yield from events.items()

    def stored_folds(self) -> dict[int, Folded]:
        """Return what memory says of every card."""
        rows = self._connection.execute(_STORED)
        return {row.card_id: Folded(_state(row), row.due_day) for row in rows}


class FoldWrites(CardWrites, FoldReads):
    """Memory folded again from the log."""

    def refold(self, card_id: int) -> CardMemory:
        """Fold a card's whole log again, store what it comes to and return the memory row."""
        current = self.current_fold()
        folded = fold(self.history(card_id), current.weights)
        self.set_memory(card_id, folded.state, folded.due_day, current.fold_id)
        return self.memory(card_id)


def _answer(row: Row[*tuple[Any, ...]]) -> LogEntry:
    rating = row.self_rating
    evidence = Evidence(
        kind=KINDS[row.kind],
        score=row.score,
        options=row.options,
        hints=Hints(row.hints),
        self_rating=None if rating is None else Rating(rating),
        is_rapid=bool(row.rapid),
    )
    return LogEntry(
        tick=row.tick,
        uuid=row.uuid,
        event=Event.REVIEW,
        study_day=row.study_day,
        evidence=evidence,
        mode=Mode(row.mode),
        due_day=row.due_day,
        retracted=row.retracted_at is not None,
    )


def _event(row: Row[*tuple[Any, ...]]) -> LogEntry:
    return LogEntry(
        tick=row.tick,
        uuid=row.uuid,
        event=Event(row.kind),
        study_day=row.study_day,
        due_day=row.due_day,
        retracted=row.retracted_at is not None,
    )


def _state(row: Row[*tuple[Any, ...]]) -> MemoryState:
    return MemoryState(
        phase=Phase(row.phase),
        stability=row.stability,
        difficulty=row.difficulty,
        last_day=row.last_day,
        reps=row.reps,
        lapses=row.lapses,
    )

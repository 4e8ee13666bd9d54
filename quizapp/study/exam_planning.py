"""Reads from the bank what the exam planner works with; several exams share the minutes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from heapq import nlargest
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.exams import ExamRecord, ExamState
from quizapp.bank.values import EVERYTHING, CardScope
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.day import fraction_of, study_day
from quizapp.scheduling.exam import Exam, ExamCard, ExamPlanning, StudyTime
from quizapp.scheduling.exam_evidence import learner_evidence, with_evidence
from quizapp.scheduling.exam_terms import Afterwards, card_weights
from quizapp.scheduling.replay import LogEntry
from quizapp.study.preferences import Preferences

LOOK_BACK_DAYS: Final = 28
MOST_CARDS_READ: Final = 400
MS_A_SECOND: Final = 1000
MOST_MINUTES: Final = 1440
OWN_MINUTES_KEY: Final = "own_minutes"
"""The setting that keeps minutes of single study days; they are the learner's, not an exam's."""


def planning_of(
    reader: Reader,
    preferences: Preferences,
    now: datetime,
    records: Sequence[ExamRecord] | None = None,
) -> ExamPlanning:
    """Return what a plan made now is made from; ``records`` stand in place of those stored."""
    hour = preferences.rollover_hour
    moment = (study_day(now, hour), fraction_of(now, hour))
    return planning_on(reader, preferences, moment, records)


def planning_on(
    reader: Reader,
    preferences: Preferences,
    moment: tuple[int, float],
    records: Sequence[ExamRecord] | None = None,
) -> ExamPlanning:
    """Return what a plan is made from at a moment: a study day, and how much of it has passed."""
    today, fraction = moment
    planned = reader.exams() if records is None else records
    ahead = [record for record in planned if record.state == ExamState.AHEAD]
    weights = reader.current_fold().weights
    counts = reader.day_counts(today - LOOK_BACK_DAYS, today)
    spent_ms = sum(count.elapsed_ms for count in counts if count.study_day == today)
    cards = tuple(reader.exam_cards(EVERYTHING))
    planning = ExamPlanning(
        today=today,
        fraction=fraction,
        cards=cards,
        exams=tuple(_as_exam(cards, record, preferences.rollover_hour) for record in ahead),
        time=shared_time(ahead, own_minutes(reader)),
        spent_seconds=spent_ms / MS_A_SECOND,
        weights=weights,
    )
    # Only days since the learner began can have been missed.
    since = min((count.study_day for count in counts), default=today)
    return with_evidence(planning, learner_evidence(_logs(reader, planning), weights), since)


def _as_exam(cards: Sequence[ExamCard], record: ExamRecord, rollover_hour: int) -> Exam:
    """Return an exam as the planner sees it; it asks of these cards."""
    asked = [card for card in cards if _is_in(record.scope, card)]
    return Exam(
        exam=record.exam_id,
        day=study_day(record.at, rollover_hour),
        fraction=fraction_of(record.at, rollover_hour),
        cards=card_weights(asked, record.shares),
        goal=record.goal,
    )


def _is_in(scope: CardScope, card: ExamCard) -> bool:
    """Say whether an exam's scope has a card; the bank says the same, one scope at a time."""
    if scope.packs and card.pack not in scope.packs:
        return False
    if scope.categories and card.category not in scope.categories:
        return False
    if not scope.topics:
        return True
    return any(
        path == topic or path.startswith(f"{topic}/")
        for path in card.topics
        for topic in scope.topics
    )


def shared_time(records: Sequence[ExamRecord], own: Mapping[int, float]) -> StudyTime:
    """Return the minutes that all exams share: the most any of them has on a weekday.

    A day off from one exam is a day off from all, unless the day has minutes of its own.
    """
    minutes = tuple(
        max((record.minutes[weekday] for record in records), default=0.0) for weekday in range(7)
    )
    off = frozenset(day for record in records for day in record.days_off)
    return StudyTime(minutes=minutes, days_off=off - own.keys(), own=own)


def own_minutes(reader: Reader) -> dict[int, float]:
    """Return the minutes of single study days; what a bank has that is no such thing is left."""
    stored = reader.setting(OWN_MINUTES_KEY)
    if not isinstance(stored, dict):
        return {}
    read = {day: _minutes(plain) for day, plain in stored.items() if day.isdecimal()}
    return {int(day): minutes for day, minutes in read.items() if minutes is not None}


def with_slowed(reader: Reader, preferences: Preferences) -> Preferences:
    """Return the preferences with the cards that go slower after their exam."""
    if not any(it.result.then == Afterwards.SLOW for it in reader.exams()):
        return preferences
    return replace(preferences, slowed=slowed_cards(reader))


def slowed_cards(reader: Reader) -> frozenset[int]:
    """Return the cards of exams after which it was to go slower, and that no exam waits for."""
    slowed: set[int] = set()
    waited_for: set[int] = set()
    for record in reader.exams():
        cards = card_weights(reader.cards_meant(record.scope), record.shares)
        if record.state == ExamState.AHEAD:
            waited_for |= cards.keys()
        elif record.state == ExamState.OVER and record.result.then == Afterwards.SLOW:
            slowed |= cards.keys()
    return frozenset(slowed - waited_for)


def resting_cards(reader: Reader) -> frozenset[int]:
    """Return the cards of exams put away to rest that belong to no other exam."""
    resting: set[int] = set()
    wanted: set[int] = set()
    for record in reader.exams():
        cards = card_weights(reader.cards_meant(record.scope), record.shares)
        rests = record.state == ExamState.ARCHIVED and record.result.then == Afterwards.REST
        if rests:
            resting |= cards.keys()
        elif record.state != ExamState.ARCHIVED:
            wanted |= cards.keys()
    return frozenset(resting - wanted)


def _minutes(plain: Plain) -> float | None:
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        return float(plain) if 0 <= plain <= MOST_MINUTES else None
    return None


def _logs(reader: Reader, planning: ExamPlanning) -> Iterator[list[LogEntry]]:
    """Yield the logs of the cards answered last; more of them would tell little more."""
    begun = [card for card in planning.cards if card.stability is not None]
    # Not sorted: that is one step of the interpreter, and for so long the window would stand still.
    newest = nlargest(MOST_CARDS_READ, begun, key=lambda card: (card.last_day, card.card))
    return (reader.history(card.card) for card in reversed(newest))

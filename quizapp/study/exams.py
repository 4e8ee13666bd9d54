"""Exams: added, planned for today, and forecast; several share the learner's minutes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from quizapp.bank.bank import Bank, Reader
from quizapp.bank.exams import DayForecast, ExamRecord, ExamState, NewExam
from quizapp.bank.values import EVERYTHING
from quizapp.base.clock import Clock
from quizapp.base.errors import MisuseError
from quizapp.base.ids import CardKey
from quizapp.scheduling.day import study_day
from quizapp.scheduling.exam import Exam, ExamPlanning, Planned, StudyTime
from quizapp.scheduling.exam_advice import Advice, advise
from quizapp.scheduling.exam_evidence import learner_evidence, with_evidence
from quizapp.scheduling.exam_forecast import ExamForecast, NoForecast, forecast_exam
from quizapp.scheduling.exam_plan import plan_today
from quizapp.scheduling.replay import LogEntry
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.queueing import check_packs, scope_of

LOOK_BACK_DAYS = 28
MOST_CARDS_READ = 400
MS_A_SECOND = 1000
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedExam:
    """An exam and how many cards it may ask now."""

    record: ExamRecord
    cards: int


@dataclass(frozen=True, slots=True)
class PlannedCard:
    """A card of today's plan by its global name."""

    card: CardKey
    planned: Planned


@dataclass(frozen=True, slots=True)
class Outlook:
    """What to expect of an exam, and what to tell the learner of it."""

    forecast: ExamForecast | NoForecast
    advice: Advice


class Exams:
    """One learner's exams. Use it from one thread at a time; a plan is a second's work."""

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock

    def add(
        self, title: str, at: datetime, scope: Plan, time: StudyTime, goal: float | None
    ) -> UUID:
        """Store an exam over what a plan covers; raises ``MisuseError`` for an unknown pack.

        ``goal`` is the wanted share of right answers (0–1), None for none.
        """
        exam = NewExam(
            title=title,
            at=at,
            scope=scope_of(scope),
            minutes=time.minutes,
            days_off=time.days_off,
            goal=goal,
        )
        with self._bank.transaction() as tx:
            check_packs(tx, scope.packs)
            return tx.add_exam(exam)

    def listed(self) -> list[ListedExam]:
        """Return the exams that are not put away, the earliest first."""
        with self._bank.read() as reader:
            return [
                ListedExam(record=record, cards=len(reader.exam_cards(record.scope)))
                for record in reader.exams()
                if record.state != ExamState.ARCHIVED
            ]

    def find(self, name: str) -> ExamRecord:
        """Return the exam of that uuid or title; raises ``MisuseError``."""
        with self._bank.read() as reader:
            for record in reader.exams():
                if name in {str(record.uuid), record.title}:
                    return record
        raise MisuseError("unknown_exam", exam=name)

    def plan(self, record: ExamRecord) -> list[PlannedCard]:
        """Return today's cards for an exam, best first, the other exams sharing the minutes."""
        with self._bank.read() as reader:
            planning = self._planning(reader)
            own = {card.card for card in reader.exam_cards(record.scope)}
            return [
                PlannedCard(reader.question_of(planned.card).key, planned)
                for planned in plan_today(planning).cards
                if planned.card in own
            ]

    def outlook(self, record: ExamRecord) -> Outlook:
        """Return the forecast of an exam with advice, and keep today's forecast for the curve."""
        with self._bank.read() as reader:
            planning = self._planning(reader)
        forecast = forecast_exam(planning, record.exam_id)
        if isinstance(forecast, ExamForecast):
            today = DayForecast(
                study_day=planning.today,
                mean=forecast.expected.score,
                low=forecast.expected.low,
                high=forecast.expected.high,
                seen=forecast.expected.seen,
                minutes=round(planning.spent_seconds / 60),
            )
            with self._bank.transaction() as tx:
                tx.set_exam_forecast(record.exam_id, today)
        return Outlook(forecast, advise(planning, forecast))

    def _planning(self, reader: Reader) -> ExamPlanning:
        preferences = Preferences.read(reader)
        now = self._clock.now()
        today = study_day(now, preferences.rollover_hour)
        records = [record for record in reader.exams() if record.state == ExamState.AHEAD]
        weights = reader.current_fold().weights
        counts = reader.day_counts(today - LOOK_BACK_DAYS, today)
        spent_ms = sum(count.elapsed_ms for count in counts if count.study_day == today)
        planning = ExamPlanning(
            today=today,
            fraction=fraction_of(now, preferences.rollover_hour),
            cards=tuple(reader.exam_cards(EVERYTHING)),
            exams=tuple(as_exam(reader, record, preferences.rollover_hour) for record in records),
            time=shared_time(records),
            spent_seconds=spent_ms / MS_A_SECOND,
            weights=weights,
        )
        # Only days since the learner began can have been missed.
        since = min((count.study_day for count in counts), default=today)
        return with_evidence(planning, learner_evidence(_logs(reader, planning), weights), since)


def as_exam(reader: Reader, record: ExamRecord, rollover_hour: int) -> Exam:
    """Return an exam as the planner sees it; every card counts the same."""
    return Exam(
        exam=record.exam_id,
        day=study_day(record.at, rollover_hour),
        fraction=fraction_of(record.at, rollover_hour),
        cards={card.card: 1.0 for card in reader.exam_cards(record.scope)},
        goal=record.goal,
    )


def fraction_of(at: datetime, rollover_hour: int) -> float:
    """Return the share of the study day (0–1) that has passed at an instant."""
    begun = at - timedelta(hours=rollover_hour)
    midnight = begun.replace(hour=0, minute=0, second=0, microsecond=0)
    return min((begun - midnight) / DAY, 1.0)


def shared_time(records: list[ExamRecord]) -> StudyTime:
    """Return the minutes that all exams share: the most any of them has on a weekday.

    A day off from one exam is a day off from all.
    """
    minutes = tuple(
        max((record.minutes[weekday] for record in records), default=0.0) for weekday in range(7)
    )
    off = frozenset(day for record in records for day in record.days_off)
    return StudyTime(minutes=minutes, days_off=off)


def _logs(reader: Reader, planning: ExamPlanning) -> Iterator[list[LogEntry]]:
    """Yield the logs of the cards answered last; more of them would tell little more."""
    begun = [card for card in planning.cards if card.stability is not None]
    newest = sorted(begun, key=lambda card: (card.last_day, card.card))[-MOST_CARDS_READ:]
    return (reader.history(card.card) for card in newest)

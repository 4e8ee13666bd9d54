"""Exams: added, planned for today, and forecast; several share the learner's minutes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from quizapp.bank.bank import Bank, Reader, Transaction
from quizapp.bank.errors import on_full_disk
from quizapp.bank.exams import DayForecast, ExamRecord, ExamState, NewExam
from quizapp.base.clock import Clock
from quizapp.base.errors import MisuseError
from quizapp.base.ids import CardKey
from quizapp.base.texts import Message
from quizapp.scheduling.day import fraction_of, study_day
from quizapp.scheduling.exam import ExamPlanning, Planned, StudyTime, go_on
from quizapp.scheduling.exam_advice import Advice
from quizapp.scheduling.exam_forecast import (
    ExamForecast,
    NoForecast,
    WhatIf,
    WhyNone,
    forecast_exam,
    what_if,
)
from quizapp.scheduling.exam_plan import plan_today
from quizapp.scheduling.exam_terms import Afterwards, ExamResult, card_weights
from quizapp.study.exam_form import new_exam, new_form, old_form, preview_of, tried_planning
from quizapp.study.exam_glance import glance_of
from quizapp.study.exam_planning import OWN_MINUTES_KEY, own_minutes, planning_of, resting_cards
from quizapp.study.exam_told import advice_on, forecast_of_today
from quizapp.study.exam_values import (
    ExamDraft,
    ExamForm,
    ExamTab,
    ExamView,
    Outlook,
    Preview,
    Trial,
)
from quizapp.study.exam_view import tabs_of, usual_minutes, view_of
from quizapp.study.known_scope import check_scope
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.queueing import check_packs, scope_of
from quizapp.study.today import ExamGlance

NO_ADVICE = Advice(messages=(Message("exam.past"),))
STATES = {
    Afterwards.KEEP: ExamState.OVER,
    Afterwards.SLOW: ExamState.OVER,
    Afterwards.REST: ExamState.ARCHIVED,
}


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
class ExamsBefore:
    """All exams, their forecasts and the single days' minutes as they were, to go back to."""

    records: tuple[ExamRecord, ...]
    forecasts: dict[int, list[DayForecast]]
    own: dict[int, float]


class Exams:
    """One learner's exams. Use it from one thread at a time; a plan is a second's work.

    What changes something returns how it was before, for ``go_back``.
    """

    def __init__(self, bank: Bank, clock: Clock) -> None:
        self._bank = bank
        self._clock = clock
        self._planned: tuple[UUID, ExamPlanning] | None = None

    def add(
        self, title: str, at: datetime, scope: Plan, time: StudyTime, goal: float | None
    ) -> UUID:
        """Store an exam over what a plan covers; raises ``MisuseError`` for what is not there.

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
        self._planned = None
        with on_full_disk("no_room_for_exam"), self._bank.transaction() as tx:
            check_scope(tx, scope)
            name = tx.add_exam(exam)
            tx.set_resting(resting_cards(tx))
            return name

    def listed(self) -> list[ListedExam]:
        """Return the exams that are not put away, the earliest first."""
        with self._bank.read() as reader:
            return [
                ListedExam(
                    record=record,
                    cards=len(card_weights(reader.exam_cards(record.scope), record.shares)),
                )
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
            own = card_weights(reader.exam_cards(record.scope), record.shares)
            return [
                PlannedCard(reader.question_of(planned.card).key, planned)
                for planned in plan_today(planning).cards
                if planned.card in own
            ]

    def outlook(self, record: ExamRecord) -> Outlook:
        """Return the forecast of an exam with advice, and keep today's forecast for the curve."""
        with self._bank.read() as reader:
            planning = self._planning(reader)
        return self._outlook(planning, record)

    def form(self, exam: UUID | None = None) -> ExamForm:
        """Return what the form of an exam begins with, a new one where none is named."""
        now = self._clock.now()
        with self._bank.read() as reader:
            preferences = Preferences.read(reader)
            if exam is None:
                return new_form(reader, preferences, now)
            return old_form(reader, preferences, now, _named(reader, exam))

    def preview(
        self, draft: ExamDraft, exam: UUID | None = None, heed: Callable[[], None] = go_on
    ) -> Preview:
        """Return the plan as it would be with a draft; nothing is stored.

        What ``heed`` raises ends the work.
        """
        now = self._clock.now()
        with self._bank.read() as reader:
            planning, number = tried_planning(reader, Preferences.read(reader), now, draft, exam)
        return preview_of(replace(planning, heed=heed), number)

    def save(self, draft: ExamDraft, exam: UUID | None = None) -> tuple[UUID, ExamsBefore]:
        """Store a draft; its minutes a week become those of all exams ahead, which share them."""
        with self._bank.transaction() as tx:
            before = self._before(tx)
            check_packs(tx, draft.packs)
            stored = new_exam(draft)
            if exam is None:
                name = tx.add_exam(stored)
            else:
                name = exam
                record = _named(tx, exam)
                tx.change_exam(record.exam_id, stored)
                if draft.at > self._clock.now():
                    # An exam with a new date is ahead again.
                    tx.set_exam_state(record.exam_id, ExamState.AHEAD, ExamResult())
            _share_minutes(tx, draft.minutes)
            tx.set_resting(resting_cards(tx))
        return name, before

    def view(self, exam: UUID | None = None) -> ExamView | None:
        """Return all that the page of an exam shows; None when there is no exam.

        Without a name it is the next exam, else the one that was last.
        """
        now = self._clock.now()
        with self._bank.read() as reader:
            records = [it for it in reader.exams() if it.state != ExamState.ARCHIVED]
            if not records:
                return None
            named = [it for it in records if it.uuid == exam]
            ahead = [it for it in records if it.at > now and it.state == ExamState.AHEAD]
            record = (named or ahead or records[-1:])[0]
            planning = planning_of(reader, Preferences.read(reader), now)
        outlook = self._outlook(planning, record)
        # What is tried out next is tried on this plan, which has its prices already.
        if isinstance(outlook.forecast, ExamForecast):
            self._planned = (record.uuid, replace(planning, prices=outlook.forecast.prices))
        with self._bank.read() as reader:
            return view_of(reader, record, planning, outlook, now)

    def glance(self) -> tuple[ExamGlance | None, tuple[ExamTab, ...]]:
        """Return the home page's exam with what is expected of it now, and all exams."""
        now = self._clock.now()
        self._let_new_cards_rest()
        with self._bank.read() as reader:
            preferences = Preferences.read(reader)
            hour = preferences.rollover_hour
            moment = (study_day(now, hour), fraction_of(now, hour))
            glance = glance_of(reader, preferences, moment) if reader.has_exam_ahead() else None
            tabs = tabs_of(reader, are_put_away=False)
            if glance is None or glance.is_over:
                return glance, tabs
            record = _named(reader, UUID(glance.exam))
            planning = self._planning(reader)
        forecast = forecast_exam(planning, record.exam_id)
        if isinstance(forecast, NoForecast):
            return glance, tabs
        self._keep(record, planning, forecast)
        it = forecast.expected
        return replace(glance, score=it.score, low=it.low, high=it.high), tabs

    def put_away(self) -> tuple[ExamTab, ...]:
        """Return the exams that were put away and can be brought back."""
        with self._bank.read() as reader:
            return tabs_of(reader, are_put_away=True)

    def try_minutes(self, exam: UUID, minutes: int, heed: Callable[[], None] = go_on) -> Trial:
        """Return what to expect with other minutes a day; nothing is stored.

        Of an exam that was taken out of the plan while the slider rested nothing is said.
        """
        with self._bank.read() as reader:
            ahead = [it for it in reader.exams() if it.state == ExamState.AHEAD]
            record = next((it for it in ahead if it.uuid == exam), None)
            if record is None:
                return Trial(minutes=minutes)
            planning = self._shown(reader, exam) or self._planning(reader)
        extra = minutes - usual_minutes(planning.time)
        found = what_if(replace(planning, heed=heed), record.exam_id, WhatIf(extra_minutes=extra))
        if isinstance(found, NoForecast):
            return Trial(minutes=minutes, goal=record.goal)
        it = found.expected
        return Trial(minutes=minutes, score=it.score, low=it.low, high=it.high, goal=record.goal)

    def use_minutes(self, minutes: int) -> ExamsBefore:
        """Let the days of study of all exams ahead have so many more or fewer minutes."""
        with self._bank.transaction() as tx:
            before = self._before(tx)
            shared = self._planning(tx).time
            extra = minutes - usual_minutes(shared)
            week = tuple(max(each + extra, 0.0) if each > 0 else 0.0 for each in shared.minutes)
            _share_minutes(tx, week)
        return before

    def set_day(self, day: int, minutes: float | None) -> ExamsBefore:
        """Give a study day minutes of its own; None lets the week decide again."""
        with self._bank.transaction() as tx:
            before = self._before(tx)
            own = own_minutes(tx)
            if minutes is None:
                own.pop(day, None)
            else:
                own[day] = minutes
            _store_own(tx, own)
        return before

    def finish(self, exam: UUID, result: ExamResult) -> ExamsBefore:
        """Keep how an exam went, and do with its cards what was chosen, if anything was."""
        with self._bank.transaction() as tx:
            before = self._before(tx)
            record = _named(tx, exam)
            state = record.state if result.then is None else STATES[result.then]
            tx.set_exam_state(record.exam_id, state, result)
            tx.set_resting(resting_cards(tx))
        return before

    def put_aside(self, exam: UUID) -> ExamsBefore:
        """Take an exam that is still ahead out of the plan; its cards go on as ordinary ones."""
        with self._bank.transaction() as tx:
            before = self._before(tx)
            record = _named(tx, exam)
            tx.set_exam_state(record.exam_id, ExamState.ARCHIVED)
            tx.set_resting(resting_cards(tx))
        return before

    def bring_back(self, exam: UUID) -> ExamsBefore:
        """Take an exam that was put away out again; its cards no longer rest."""
        with self._bank.transaction() as tx:
            before = self._before(tx)
            record = _named(tx, exam)
            is_ahead = record.at > self._clock.now()
            state = ExamState.AHEAD if is_ahead else ExamState.OVER
            told = replace(record.result, then=None if is_ahead else Afterwards.KEEP)
            tx.set_exam_state(record.exam_id, state, told)
            tx.set_resting(resting_cards(tx))
        return before

    def remove(self, exam: UUID) -> ExamsBefore:
        """Take an exam out; the answers stay."""
        with self._bank.transaction() as tx:
            before = self._before(tx)
            tx.remove_exam(_named(tx, exam).exam_id)
            tx.set_resting(resting_cards(tx))
        return before

    def go_back(self, before: ExamsBefore) -> None:
        """Let everything about exams be as it was."""
        self._planned = None
        with self._bank.transaction() as tx:
            for record in tx.exams():
                tx.remove_exam(record.exam_id)
            for record in before.records:
                tx.restore_exam(record, before.forecasts[record.exam_id])
            _store_own(tx, before.own)
            tx.set_resting(resting_cards(tx))

    def _let_new_cards_rest(self) -> None:
        """Let cards rest that a pack has got since its exam was put away."""
        with self._bank.read() as reader:
            if not any(it.result.then == Afterwards.REST for it in reader.exams()):
                return
        with self._bank.transaction() as tx:
            tx.set_resting(resting_cards(tx))

    def _shown(self, reader: Reader, exam: UUID) -> ExamPlanning | None:
        """Return what the exam's page was last made from, if nothing has changed since."""
        if self._planned is None or self._planned[0] != exam:
            return None
        planning = self._planned[1]
        today = study_day(self._clock.now(), Preferences.read(reader).rollover_hour)
        return planning if planning.today == today else None

    def _before(self, reader: Reader) -> ExamsBefore:
        """Return how everything is, to go back to; what was planned holds no more."""
        self._planned = None
        return _as_it_is(reader)

    def _planning(self, reader: Reader) -> ExamPlanning:
        return planning_of(reader, Preferences.read(reader), self._clock.now())

    def _outlook(self, planning: ExamPlanning, record: ExamRecord) -> Outlook:
        if record.state != ExamState.AHEAD:
            # It is in no plan any more; asked alone it has nothing to tell.
            return Outlook(
                forecast=NoForecast(exam=record.exam_id, why=WhyNone.PAST), advice=NO_ADVICE
            )
        forecast = forecast_exam(planning, record.exam_id)
        if isinstance(forecast, ExamForecast):
            self._keep(record, planning, forecast)
        return Outlook(forecast=forecast, advice=advice_on(planning, forecast))

    def _keep(self, record: ExamRecord, planning: ExamPlanning, forecast: ExamForecast) -> None:
        with self._bank.transaction() as tx:
            tx.set_exam_forecast(record.exam_id, forecast_of_today(planning, forecast))


def _named(reader: Reader, exam: UUID) -> ExamRecord:
    for record in reader.exams():
        if record.uuid == exam:
            return record
    raise MisuseError("unknown_exam", exam=str(exam))


def _as_it_is(reader: Reader) -> ExamsBefore:
    records = tuple(reader.exams())
    forecasts = {it.exam_id: reader.exam_forecasts(it.exam_id) for it in records}
    return ExamsBefore(records, forecasts, own_minutes(reader))


def _share_minutes(tx: Transaction, minutes: Sequence[float]) -> None:
    for record in tx.exams():
        if record.state == ExamState.AHEAD:
            tx.change_exam(record.exam_id, replace(record, minutes=tuple(minutes)))


def _store_own(tx: Transaction, own: dict[int, float]) -> None:
    tx.set_setting(OWN_MINUTES_KEY, {str(day): minutes for day, minutes in own.items()})

"""What the form of an exam begins with, and the plan as it would be with what is filled in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from quizapp.bank.bank import Reader
from quizapp.bank.exams import ExamRecord, ExamState, NewExam
from quizapp.bank.values import CardScope
from quizapp.questions.kinds import Category
from quizapp.scheduling.day import study_day
from quizapp.scheduling.exam import ExamPlanning
from quizapp.scheduling.exam_advice import advise
from quizapp.scheduling.exam_forecast import ExamForecast, forecast_exam
from quizapp.study.exam_planning import planning_of, shared_time
from quizapp.study.exam_values import (
    ExamDraft,
    ExamForm,
    Outlook,
    PackScope,
    Preview,
    TopicChoice,
)
from quizapp.study.preferences import Preferences

USUAL_WEEK: Final = (20.0, 20.0, 20.0, 20.0, 15.0, 10.0, 0.0)
AHEAD: Final = timedelta(weeks=4)
MORNING: Final = 9
NOT_STORED: Final = 0
"""The number of an exam that has none yet; the bank's begin at 1."""
A_CARD: Final = 0.5


def new_form(reader: Reader, preferences: Preferences, now: datetime) -> ExamForm:
    """Return an empty form: every pack, the minutes that are shared already, else usual ones."""
    ahead = _ahead(reader)
    week = shared_time(ahead, {}).minutes if ahead else USUAL_WEEK
    at = (now + AHEAD).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    draft = ExamDraft(title="", at=at, minutes=week)
    return _form(reader, preferences, now, None, draft)


def old_form(
    reader: Reader, preferences: Preferences, now: datetime, record: ExamRecord
) -> ExamForm:
    """Return the form of an exam that is stored."""
    return _form(reader, preferences, now, record.uuid, draft_of(record))


def preview_of(planning: ExamPlanning, exam: int) -> Preview:
    """Return the plan of an exam as it would be; nothing is stored."""
    forecast = forecast_exam(planning, exam)
    outlook = Outlook(forecast=forecast, advice=advise(planning, forecast))
    if not isinstance(forecast, ExamForecast):
        return Preview(outlook=outlook, cards=0, seen_by=None, repeat_days=0)
    seen_by = _seen_by(forecast, planning.today)
    return Preview(
        outlook=outlook,
        cards=forecast.expected.cards,
        seen_by=seen_by,
        repeat_days=0 if seen_by is None else max(forecast.day - seen_by - 1, 0),
    )


def tried_planning(
    reader: Reader, preferences: Preferences, now: datetime, draft: ExamDraft, exam: UUID | None
) -> tuple[ExamPlanning, int]:
    """Return what a plan is made from with a draft, and the number the exam has in it."""
    stored = reader.exams()
    old = next((it for it in stored if it.uuid == exam), None)
    new = new_exam(draft)
    record = ExamRecord(
        title=new.title,
        at=new.at,
        scope=new.scope,
        minutes=new.minutes,
        days_off=new.days_off,
        goal=new.goal,
        shares=new.shares,
        exam_id=NOT_STORED if old is None else old.exam_id,
        uuid=UUID(int=0) if old is None else old.uuid,
        state=ExamState.AHEAD,
    )
    others = [
        replace(it, minutes=draft.minutes) if it.state == ExamState.AHEAD else it
        for it in stored
        if it.uuid != exam
    ]
    return planning_of(reader, preferences, now, [*others, record]), record.exam_id


def new_exam(draft: ExamDraft) -> NewExam:
    """Return a draft as the bank takes it."""
    return NewExam(
        title=draft.title,
        at=draft.at,
        scope=CardScope(packs=draft.packs, topics=draft.topics, categories=draft.categories),
        minutes=draft.minutes,
        days_off=draft.days_off,
        goal=draft.goal,
        shares=draft.shares,
    )


def draft_of(record: ExamRecord) -> ExamDraft:
    """Return a stored exam as it is filled in."""
    return ExamDraft(
        title=record.title,
        at=record.at,
        packs=record.scope.packs,
        topics=record.scope.topics,
        categories=record.scope.categories,
        shares=record.shares,
        minutes=record.minutes,
        days_off=record.days_off,
        goal=record.goal,
    )


def _form(
    reader: Reader, preferences: Preferences, now: datetime, exam: UUID | None, draft: ExamDraft
) -> ExamForm:
    today = study_day(now, preferences.rollover_hour)
    totals = {it.pack: it.total for it in reader.standings_by_pack(today)}
    packs = tuple(
        PackScope(
            pack=record.key,
            title=str(record.manifest["titel"]),
            cards=totals[record.key],
            topics=tuple(
                TopicChoice(it.name, it.total)
                for it in reader.standings_by_topic(today, record.key)
            ),
        )
        for record in reader.packs()
        if totals.get(record.key)
    )
    there = {it.name for it in reader.standings_by_category(today)}
    return ExamForm(
        uuid=exam,
        draft=draft,
        packs=packs,
        categories=tuple(it.value for it in Category if it.value in there),
        now=now,
        study_day=today,
        shared_with=sum(it.uuid != exam for it in _ahead(reader)),
    )


def _ahead(reader: Reader) -> list[ExamRecord]:
    return [it for it in reader.exams() if it.state == ExamState.AHEAD]


def _seen_by(forecast: ExamForecast, today: int) -> int | None:
    """Return the last day on which something new is asked, None when not all is reached."""
    if forecast.will_see < forecast.expected.cards - A_CARD:
        return None
    new_days: Sequence[int] = [it.day for it in forecast.ahead if it.new >= A_CARD]
    return max(new_days, default=today)

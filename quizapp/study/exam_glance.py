"""What the home page says of the next exam, or of one that is just over."""

from dataclasses import replace

from quizapp.bank.bank import Reader
from quizapp.bank.exams import ExamRecord, ExamState
from quizapp.scheduling.day import fraction_of, study_day
from quizapp.study.exam_planning import own_minutes, shared_time
from quizapp.study.preferences import Preferences
from quizapp.study.today import ExamGlance

ASKED_FOR_DAYS = 7
"""So long an exam that is over comes before the next one."""


def glance_of(
    reader: Reader, preferences: Preferences, moment: tuple[int, float]
) -> ExamGlance | None:
    """Return the exam to show at a moment: a study day, and the share of it that has passed."""
    hour = preferences.rollover_hour
    found = [it for it in reader.exams() if it.state == ExamState.AHEAD]
    over = [it for it in found if (study_day(it.at, hour), fraction_of(it.at, hour)) <= moment]
    ahead = [it for it in found if it not in over]
    today = moment[0]
    lately = [it for it in over if today - study_day(it.at, hour) <= ASKED_FOR_DAYS]
    shown = [*lately[-1:], *ahead, *over[-1:]]
    if not shown:
        return None
    record = shown[0]
    minutes = shared_time(ahead, own_minutes(reader)).minutes_on(today)
    glance = _glance(reader, record, study_day(record.at, hour) - today)
    return replace(glance, minutes=round(minutes), is_over=record in over)


def _glance(reader: Reader, record: ExamRecord, days_left: int) -> ExamGlance:
    told = reader.exam_forecasts(record.exam_id)[-1:]
    newest = told[0] if told else None
    return ExamGlance(
        exam=str(record.uuid),
        title=record.title,
        at=record.at.isoformat(),
        days_left=days_left,
        minutes=0,
        goal=record.goal,
        score=None if newest is None else newest.mean,
        low=0.0 if newest is None else newest.low,
        high=0.0 if newest is None else newest.high,
    )

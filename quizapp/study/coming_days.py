"""Works out what the next days will ask."""

from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.exams import ExamState
from quizapp.scheduling.day import study_day
from quizapp.study.coming import MORE, Coming
from quizapp.study.exam_planning import own_minutes, shared_time
from quizapp.study.preferences import Preferences
from quizapp.study.pricing import days_from
from quizapp.study.queueing import queue_for

DAYS_COMING: Final = 7
MOST_PLANNED_ANEW: Final = 3_000


def coming_of(reader: Reader, preferences: Preferences, moment: tuple[int, float]) -> Coming:
    """Return what comes after a moment: a study day, and the share of it that has passed."""
    today, _fraction = moment
    days = days_from(reader, preferences, today + 1, DAYS_COMING)
    minutes = [round(each) if each >= 1 else int(each > 0) for each in days.minutes]
    planned = _planned(reader, preferences, today + 1)
    minutes = [planned.get(today + 1 + at, each) for at, each in enumerate(minutes)]
    first = next((at for at, each in enumerate(minutes) if each), 0)
    return Coming(
        first_day=today + 1,
        minutes=tuple(minutes),
        new=0 if planned else round(days.new[first]),
        is_planned=bool(planned),
        has_more=_has_more(reader, preferences, moment),
    )


def _has_more(reader: Reader, preferences: Preferences, moment: tuple[int, float]) -> bool:
    if reader.has_exam_ahead():
        cards = sum(it.total for it in reader.standings_by_pack(moment[0]))
        if cards > MOST_PLANNED_ANEW:
            # Nobody has answered so many today; to plan for them anew takes seconds.
            return True
    return bool(queue_for(reader, MORE, preferences, *moment))


def _planned(reader: Reader, preferences: Preferences, first_day: int) -> dict[int, int]:
    """Return the minutes of the days that belong to an exam's plan; empty without any."""
    ahead = [it for it in reader.exams() if it.state == ExamState.AHEAD]
    last = max((study_day(it.at, preferences.rollover_hour) for it in ahead), default=0)
    time = shared_time(ahead, own_minutes(reader))
    days = range(first_day, min(last, first_day + DAYS_COMING - 1) + 1)
    planned = {day: round(time.minutes_on(day)) for day in days}
    return planned if any(planned.values()) else {}

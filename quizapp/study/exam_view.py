"""Gathers what the page of an exam shows: its days, what was measured, and the weak topics."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.exams import ExamRecord, ExamState
from quizapp.scheduling.curve import Stretch, stretches_of
from quizapp.scheduling.day import date_of, day_of, study_day
from quizapp.scheduling.exam import ExamPlanning, StudyTime
from quizapp.scheduling.exam_advice import topics_at_risk
from quizapp.scheduling.exam_forecast import ExamForecast, Expected, recalled
from quizapp.scheduling.exam_terms import card_weights
from quizapp.study.exam_form import draft_of
from quizapp.study.exam_sharing import sharing_of
from quizapp.study.exam_values import (
    SHORT_ROUND,
    ExamTab,
    ExamView,
    Measured,
    Outlook,
    PlanDay,
    WeakTopic,
)
from quizapp.study.preferences import Preferences

MEASURED_DAYS: Final = 35
MOST_MEASURED: Final = 400
"""So many cards at the most are followed back in time; of more, every second, third or so."""
MOST_DAYS: Final = 400
SECONDS_A_CARD: Final = 22.0
MS_A_MINUTE: Final = 60_000


def view_of(
    reader: Reader, record: ExamRecord, planning: ExamPlanning, outlook: Outlook, now: datetime
) -> ExamView:
    """Return all that the page of an exam shows."""
    preferences = Preferences.read(reader)
    day = study_day(record.at, preferences.rollover_hour)
    cards = card_weights(reader.exam_cards(record.scope), record.shares)
    forecast = outlook.forecast
    by_topic: Mapping[str, Expected] = {}
    sharing = None
    if isinstance(forecast, ExamForecast):
        by_topic = forecast.by_topic
        sharing = sharing_of(planning, record.exam_id, record.title, forecast.prices)
    return ExamView(
        uuid=record.uuid,
        draft=draft_of(record),
        result=record.result,
        tabs=tabs_of(reader, are_put_away=False),
        study_day=planning.today,
        exam_day=day,
        is_over=record.at <= now or record.state != ExamState.AHEAD,
        outlook=outlook,
        days=_days(reader, planning, day, day_of(record.at.date())),
        measured=measured(reader, cards, planning),
        weak=weak_topics(forecast) if isinstance(forecast, ExamForecast) else (),
        topics=len(by_topic),
        usual_minutes=usual_minutes(planning.time),
        cards=len(cards),
        sharing=sharing,
    )


def tabs_of(reader: Reader, *, are_put_away: bool) -> tuple[ExamTab, ...]:
    """Return the exams that are put away, or the others, the earliest first."""
    return tuple(
        ExamTab(it.uuid, it.title)
        for it in reader.exams()
        if (it.state == ExamState.ARCHIVED) == are_put_away
    )


def usual_minutes(time: StudyTime) -> int:
    """Return the minutes of an ordinary day of study, 0 when there is none."""
    open_days = [each for each in time.minutes if each > 0]
    return int(sum(open_days) / max(len(open_days), 1) + 0.5)


def weak_topics(forecast: ExamForecast) -> tuple[WeakTopic, ...]:
    """Return the topics that are expected to do worse than the rest, the worst first."""
    found = []
    for topic in topics_at_risk(forecast):
        expected = forecast.by_topic[topic]
        asked = min(expected.cards, SHORT_ROUND)
        found.append(
            WeakTopic(
                topic=topic,
                score=expected.score,
                cards=expected.cards,
                new=expected.cards - expected.seen,
                minutes=max(round(asked * SECONDS_A_CARD / 60), 1),
            )
        )
    return tuple(found)


def measured(reader: Reader, cards: Iterable[int], planning: ExamPlanning) -> tuple[Measured, ...]:
    """Return what would have been right on each of the last days, from the first answer on."""
    numbers = sorted(cards)
    step = len(numbers) // MOST_MEASURED + 1
    chosen = numbers[::step]
    logs = [stretches_of(reader.history(card), planning.weights) for card in chosen]
    begun = [log[0].study_day for log in logs if log]
    if not begun:
        return ()
    first = max(min(begun), planning.today - MEASURED_DAYS)
    reached = [
        (day, stretch)
        for day in range(first, planning.today + 1)
        for log in logs
        if (stretch := _reached(log, day)) is not None
    ]
    known = dict.fromkeys(range(first, planning.today + 1), 0.0)
    chances = recalled(
        planning,
        elapsed=[day - stretch.study_day for day, stretch in reached],
        stability=[stretch.stability for _day, stretch in reached],
    )
    for (day, _stretch), chance in zip(reached, chances, strict=True):
        known[day] += chance
    return tuple(Measured(day, each / len(chosen)) for day, each in known.items())


def _reached(log: list[Stretch], day: int) -> Stretch | None:
    """Return the stretch that a card was on at the end of a day, None before its first answer."""
    return next((stretch for stretch in reversed(log) if stretch.study_day <= day), None)


def _days(
    reader: Reader, planning: ExamPlanning, exam_day: int, date_day: int
) -> tuple[PlanDay, ...]:
    """Return the days from this week's Monday to the exam's date, with minutes to its study day."""
    first = planning.today - date_of(planning.today).weekday()
    last = min(max(date_day, planning.today), first + MOST_DAYS)
    done: dict[int, float] = defaultdict(float)
    for count in reader.day_counts(first, planning.today):
        done[count.study_day] += count.elapsed_ms / MS_A_MINUTE
    return tuple(
        PlanDay(
            day=day,
            planned=planning.time.minutes_on(day) if day <= exam_day else 0.0,
            done=done[day],
            is_own=day in planning.time.own,
            is_exam=day == date_day,
        )
        for day in range(first, last + 1)
    )

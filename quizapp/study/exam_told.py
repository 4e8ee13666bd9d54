"""What is told of an exam beside its figures: the way to a goal that is near, today's figure."""

from dataclasses import replace

from quizapp.bank.exams import DayForecast
from quizapp.scheduling.exam import ExamPlanning
from quizapp.scheduling.exam_advice import Advice, Reach, WayOut, advise, message_of
from quizapp.scheduling.exam_forecast import ExamForecast, NoForecast, WhatIf, what_if

A_LITTLE = 5.0


def advice_on(planning: ExamPlanning, forecast: ExamForecast | NoForecast) -> Advice:
    """Return the advice; a goal that is near also has the way to it."""
    advice = advise(planning, forecast)
    if advice.reach != Reach.NEAR or isinstance(forecast, NoForecast):
        return advice
    more = WhatIf(extra_minutes=A_LITTLE)
    found = what_if(replace(planning, prices=forecast.prices), forecast.exam, more)
    if isinstance(found, NoForecast) or found.expected.score <= forecast.expected.score:
        return advice
    way = WayOut(change=more, score=found.expected.score)
    first, *others = advice.messages
    messages = (first, message_of(planning, way), *others)
    return replace(advice, messages=messages, way_out=way)


def forecast_of_today(planning: ExamPlanning, forecast: ExamForecast) -> DayForecast:
    """Return a forecast as the curve of the exam keeps it."""
    expected = forecast.expected
    return DayForecast(
        study_day=planning.today,
        mean=expected.score,
        low=expected.low,
        high=expected.high,
        seen=expected.seen,
        minutes=round(planning.spent_seconds / 60),
    )

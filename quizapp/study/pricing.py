"""Works out what settings cost and give, by playing a year of her cards forward."""

from collections.abc import Sequence
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.queues import DEFAULT_SECONDS
from quizapp.scheduling.forecast import Forecast, ForecastCards, ForecastRules, forecast
from quizapp.study.exam_planning import with_slowed
from quizapp.study.preferences import Preferences
from quizapp.study.queueing import PACE_DAYS
from quizapp.study.workload import Workload

YEAR: Final = 365
MONTH: Final = 30


def workload_of(reader: Reader, preferences: Preferences, study_day: int) -> Workload:
    """Play a year of the cards in the queue forward under the settings."""
    cards = _cards_of(reader, preferences, study_day)
    year = forecast(cards, _rules_of(reader, preferences, study_day, YEAR))
    return _told(year, len(cards.stability) + cards.new)


def days_from(reader: Reader, preferences: Preferences, study_day: int, days: int) -> Forecast:
    """Play the days from a study day on; what is not done until then is done on the first."""
    cards = _cards_of(reader, preferences, study_day)
    return forecast(cards, _rules_of(reader, preferences, study_day, days))


def _cards_of(reader: Reader, preferences: Preferences, study_day: int) -> ForecastCards:
    begun = reader.begun_columns()
    slower = with_slowed(reader, preferences)
    return ForecastCards(
        stability=begun.stability,
        difficulty=begun.difficulty,
        last_day=begun.last_day,
        due_day=begun.due_day,
        retention=[slower.retention_of(card) for card in begun.card] if slower.slowed else (),
        new=begun.new,
        seconds=seconds_an_answer(reader, study_day),
    )


def _rules_of(reader: Reader, preferences: Preferences, study_day: int, days: int) -> ForecastRules:
    return ForecastRules(
        study_day=study_day,
        days=days,
        desired_retention=preferences.desired_retention,
        new_per_day=preferences.new_per_day,
        minutes=preferences.minutes_per_day,
        weights=reader.current_fold().weights,
    )


def seconds_an_answer(reader: Reader, study_day: int) -> float:
    """Return how long an answer takes her on average, of late."""
    counts = reader.day_counts(study_day - PACE_DAYS, study_day)
    timed = [count for count in counts if count.elapsed_ms > 0]
    answers = sum(count.n for count in timed)
    if not answers:
        return DEFAULT_SECONDS
    return sum(count.elapsed_ms for count in timed) / answers / 1000


def _told(year: Forecast, cards: int) -> Workload:
    return Workload(
        minutes=_mean(year.minutes[:MONTH]),
        minutes_later=_mean(year.minutes[-MONTH:]),
        known=round(year.known[-1] * cards),
        cards=cards,
    )


def _mean(minutes: Sequence[float]) -> int:
    return round(sum(minutes) / len(minutes))

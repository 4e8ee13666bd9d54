"""What the days to come will ask, if the settings stay as they are."""

from quizapp.bank.bank import Reader
from quizapp.bank.stat_reads import Remembered
from quizapp.scheduling.forecast import ForecastCards, ForecastRules, forecast
from quizapp.stats.values import DayAhead, StatRules

PACE_DAYS = 90
DEFAULT_SECONDS = 15.0
NEW_COSTS = 1.5
"""What a new card costs, in answers: half of them are missed at first and come again."""


def days_ahead(
    reader: Reader, cards: Remembered, rules: StatRules, days: int
) -> tuple[DayAhead, ...]:
    """Return the days from today on; what was done today is no longer ahead."""
    free = [
        at
        for at, (due, held) in enumerate(zip(cards.due_day, cards.held, strict=True))
        if due is not None and held == 0
    ]
    seconds = _seconds(reader, rules.study_day)
    told = forecast(
        ForecastCards(
            stability=[cards.stability[at] for at in free],
            difficulty=[cards.difficulty[at] for at in free],
            last_day=[cards.last_day[at] for at in free],
            due_day=[cards.due_day[at] or 0 for at in free],
            retention=[
                rules.own_retention.get(cards.card[at], rules.desired_retention) for at in free
            ],
            new=reader.count_new(),
            seconds=seconds,
        ),
        ForecastRules(
            study_day=rules.study_day,
            days=days,
            desired_retention=rules.desired_retention,
            new_per_day=rules.new_per_day,
            minutes=rules.minutes_per_day,
            weights=reader.current_fold().weights,
        ),
    )
    columns = zip(told.reviews, told.new, told.minutes, strict=True)
    ahead = [DayAhead(rules.study_day + at, *column) for at, column in enumerate(columns)]
    left = max(0, rules.new_per_day - reader.new_begun_on(rules.study_day))
    return (_with_new_left(ahead[0], left, seconds), *ahead[1:])


def _with_new_left(today: DayAhead, left: int, seconds: float) -> DayAhead:
    """Take the new cards off that were begun earlier today."""
    new = min(today.new, float(left))
    saved = (today.new - new) * NEW_COSTS * seconds / 60
    return DayAhead(today.study_day, today.reviews, new, max(0.0, today.minutes - saved))


def _seconds(reader: Reader, study_day: int) -> float:
    """Return what an answer takes on average, at the learner's own pace."""
    lately = reader.activity(study_day - PACE_DAYS, study_day)
    answers = sum(day.answers for day in lately if day.elapsed_ms)
    spent = sum(day.elapsed_ms for day in lately)
    return spent / answers / 1000 if spent else DEFAULT_SECONDS

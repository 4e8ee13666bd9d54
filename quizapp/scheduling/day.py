"""The study day: the local calendar day that begins at the rollover hour."""

from datetime import date, datetime, timedelta
from typing import Final

ROLLOVER_HOUR: Final = 4
EPOCH: Final = date(1970, 1, 1).toordinal()


def study_day(at: datetime, rollover_hour: int = ROLLOVER_HOUR) -> int:
    """Return the study day of an instant, in days since 1970-01-01, by its own local clock.

    The wall clock decides, so a day with 23 or 25 hours is one day. Raises ``ValueError`` for an
    instant without an offset.
    """
    if at.utcoffset() is None:
        raise ValueError("an instant needs its offset from UTC")
    local = at.replace(tzinfo=None) - timedelta(hours=rollover_hour)
    return local.toordinal() - EPOCH


def fraction_of(at: datetime, rollover_hour: int) -> float:
    """Return the share of the study day (0–1) that has passed at an instant."""
    begun = at - timedelta(hours=rollover_hour)
    midnight = begun.replace(hour=0, minute=0, second=0, microsecond=0)
    return min((begun - midnight) / timedelta(days=1), 1.0)


def date_of(day: int) -> date:
    """Return the calendar date of a study day."""
    return date.fromordinal(day + EPOCH)


def day_of(calendar: date) -> int:
    """Return the study day that has a calendar date."""
    return calendar.toordinal() - EPOCH


def elapsed_days(last_day: int, day: int) -> int:
    """Return the days between two study days; a clock that went back makes it 0, never less."""
    return max(0, day - last_day)

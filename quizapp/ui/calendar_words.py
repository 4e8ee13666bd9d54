"""Days and minutes in plain words: »i morgen«, »på torsdag«, »tirsdag den 24. november«."""

from datetime import date

from quizapp.base.texts import MONTHS, WEEKDAYS, _, ngettext, number_text

_DAYS_OF_A_WEEK = 7
_MINUTE_S = 60
_SHORT = 3


def full_day(day: date) -> str:
    """Return »tirsdag den 24. november«."""
    return _("{weekday} den {day}. {month}").format(
        weekday=_(WEEKDAYS[day.weekday()]), day=day.day, month=_(MONTHS[day.month - 1])
    )


def in_days(days: int, day: date) -> str:
    """Return when something comes, as part of a sentence; ``days`` counts from today."""
    if days <= 0:
        return _("i dag")
    if days == 1:
        return _("i morgen")
    if days < _DAYS_OF_A_WEEK:
        return _("på {weekday}").format(weekday=_(WEEKDAYS[day.weekday()]))
    return _("den {day}. {month}").format(day=day.day, month=_(MONTHS[day.month - 1]))


def short_date(day: date) -> str:
    """Return »11. dec.«, as it stands below a chart; a short month is not cut: »1. maj«."""
    month = _(MONTHS[day.month - 1])
    text = _("{day}. {month}.") if len(month) > _SHORT else _("{day}. {month}")
    return text.format(day=day.day, month=month[:_SHORT])


def minutes_of(minutes: int) -> str:
    """Return »1 minut«, »8 minutter«, or »under et minut«."""
    if minutes < 1:
        return _("under et minut")
    return ngettext("{n} minut", "{n} minutter", minutes).format(n=number_text(minutes))


def time_left(seconds: float) -> str:
    """Return how long a round still takes: »ca. 8 minutter tilbage«."""
    if seconds < _MINUTE_S:
        return _("under et minut tilbage")
    return _("ca. {minutes} tilbage").format(minutes=minutes_of(round(seconds / _MINUTE_S)))

"""Which sentence of a date's rule fits the case, and its fields: what fits, what is missing."""

from collections.abc import Callable
from typing import Final

from quizapp.grading.dates.located import LEVELS, Level, Located, locate
from quizapp.grading.dates.points import Match
from quizapp.notation.author import danish_date
from quizapp.notation.calendar import (
    FEBRUARY,
    MONTHS_IN_YEAR,
    astronomical,
    first_day,
    last_day,
    month_length,
)
from quizapp.notation.date_words import MONTHS
from quizapp.notation.dates import Century, DateValue, Day, Decade, Precision, Span, precision_of
from quizapp.notation.partial import NO_MONTH, HalfOpen, Interval, Partial, ReadDate
from quizapp.questions.keys import DateKey

Fields = dict[str, str | int]
Said = tuple[str, Fields]
CENTURY: Final = 100


def said(match: Match, key: DateKey, given: str, read: ReadDate) -> Said:
    """Return the reason that picks the sentence, and the fields that the sentence needs."""
    answer = key.value.text
    fields: Fields = {"given": given.strip(), "answer": answer}
    if (match.rule, match.why) == ("D14", "far"):
        # The sentence ends with the answer, and has its own full stop.
        fields["answer"] = answer.removesuffix(".")
    say = _SAID.get((match.rule, match.why))
    if say is None:
        return match.why, fields
    why, more = say(match, key, read)
    return why, fields | more


def _located(key: DateKey, read: ReadDate) -> Located | None:
    value = key.value.value
    target = value.start if isinstance(value, Span) else value
    return locate(read.expression, target) if isinstance(read.expression, Partial) else None


def _asked_level(key: DateKey) -> Level:
    value = key.value.value
    if isinstance(value, Span) or key.precision is Precision.RANGE:
        point = value.start if isinstance(value, Span) else value
        return LEVELS[precision_of(point)]
    return LEVELS[key.precision]


def _too_coarse(match: Match, key: DateKey, _read: ReadDate) -> Said:
    return f"{match.why}_{_asked_level(key).name.lower()}", {}


def _detail(match: Match, key: DateKey, read: ReadDate) -> Said:
    located = _located(key, read)
    if located is None or isinstance(key.value.value, Span):
        return match.why, {}
    is_known = LEVELS[precision_of(key.value.value)] < _asked_level(key)
    if match.why == "right" and not is_known:
        return "right", {}
    return f"{match.why}_{located.level.name.lower()}", {}


def _modifier(match: Match, _key: DateKey, read: ReadDate) -> Said:
    written = read.expression
    modifier = written.modifier if isinstance(written, Partial) else None
    return match.why, {"modifier": modifier.text if modifier else ""}


def _no_year(_match: Match, key: DateKey, _read: ReadDate) -> Said:
    return "missing" if _asked_level(key) is Level.DAY else "missing_month", {}


def _short(match: Match, key: DateKey, _read: ReadDate) -> Said:
    year = first_day(key.value.value).year
    return match.why, {"other": str(abs(year - CENTURY))}


def _impossible(_match: Match, _key: DateKey, read: ReadDate) -> Said:
    written = read.expression
    if not isinstance(written, Partial) or written.month is None or written.month == NO_MONTH:
        return "no_such_date", {}
    if not 1 <= written.month <= MONTHS_IN_YEAR:
        return "twelve_months", {}
    is_leap_day = written.month == FEBRUARY and written.day == month_length(FEBRUARY, None)
    if is_leap_day and written.year is not None:
        return "no_leap_year", {"year": str(written.year.number)}
    length = month_length(written.month, None)
    return "no_such_day", {"month": MONTHS[written.month - 1], "n": length}


def _missed(_match: Match, key: DateKey, read: ReadDate) -> Said:
    """Say which part of a wrong date is right, or by how many years it missed."""
    located = _located(key, read)
    value = key.value.value
    if located is None or isinstance(value, Span | Decade | Century) or _has_short_year(read):
        return "wrong", {}
    given, wanted = first_day(located.stretches[0]), first_day(value)
    years = astronomical(given.year) - astronomical(wanted.year)
    if years and located.level <= Level.YEAR:
        return ("late" if years > 0 else "early"), {"n": abs(years)}
    if years or located.level > Level.MONTH:
        return "wrong", {}
    if given.month == wanted.month:
        return "day", {}
    is_day_right = located.level is Level.DAY and given.day == wanted.day
    return ("month_only" if is_day_right else "month"), {}


def _has_short_year(read: ReadDate) -> bool:
    year = read.expression.year if isinstance(read.expression, Partial) else None
    return year is not None and year.is_short


def _swapped(match: Match, key: DateKey, read: ReadDate) -> Said:
    located, written = _located(key, read), read.expression
    if located is not None:
        return match.why, {"read_as": danish_date(located.stretches[0])}
    month = written.month if isinstance(written, Partial) else None
    day = written.day if isinstance(written, Partial) else None
    return match.why, {"read_as": f"{day}. {MONTHS[month - 1]}" if month else ""}


def _american(match: Match, key: DateKey, _read: ReadDate) -> Said:
    value = key.value.value
    if not isinstance(value, Day):
        return match.why, {"answer_numeric": key.value.text}
    return match.why, {"answer_numeric": f"{value.day}/{value.month} {abs(value.year)}"}


def _one_end(_match: Match, key: DateKey, read: ReadDate) -> Said:
    value = key.value.value
    written = getattr(read.expression, "point", read.expression)
    if not isinstance(value, Span) or not isinstance(written, Partial):
        return "one_end", {}
    located = locate(written, value.end)
    is_end = (
        located is not None and first_day(located.stretches[0]).year == first_day(value.end).year
    )
    is_both = first_day(value.start).year == first_day(value.end).year
    return ("end_only" if is_end and not is_both else "start_only"), {}


def _one_off(match: Match, key: DateKey, read: ReadDate) -> Said:
    value, written = key.value.value, read.expression
    if not isinstance(value, Span) or not isinstance(written, Interval):
        return match.why, {}
    start = locate(written.start, value.start)
    is_start_right = start is not None and first_day(start.stretches[0]) == first_day(value.start)
    side = "end" if is_start_right else "start"
    return f"one_off_{side}_{LEVELS[precision_of(value.start)].name.lower()}", {}


def _interval(match: Match, _key: DateKey, read: ReadDate) -> Said:
    written = read.expression
    if isinstance(written, Interval) and written.instead is not None and written.end.year:
        start = written.start.year.number if written.start.year else 0
        return "pair", {"read_as": f"{start}–{written.end.year.number}"}
    return match.why, {}


def _bound(match: Match, _key: DateKey, read: ReadDate) -> Said:
    return match.why, {"bound": str(getattr(read.expression, "word", ""))}


def _era(_match: Match, key: DateKey, _read: ReadDate) -> Said:
    return ("was_bce" if first_day(key.value.value).year < 0 else "was_ce"), {}


def _century(match: Match, key: DateKey, read: ReadDate) -> Said:
    located = _located(key, read)
    written = read.expression
    is_counted = (
        isinstance(written, Partial)
        and written.century is not None
        and written.century.form == "århundrede"
    )
    if located is None or not is_counted:
        return ("wrong" if match.why == "other_century" else match.why), {}
    first, last = first_day(located.stretches[0]).year, last_day(located.stretches[0]).year
    ordinal = f"{max(abs(first), abs(last)) // CENTURY}."
    # The sentence ends here, and has its own full stop.
    to = f"{abs(last)} f.Kr" if last < 0 else str(last)
    span: Fields = {"ordinal": ordinal, "from": str(abs(first)), "to": to}
    return match.why, span | {"year": str(abs(first))}


def _tolerance(match: Match, key: DateKey, read: ReadDate) -> Said:
    value, written = key.value.value, read.expression
    ends = (value.start, value.end) if isinstance(value, Span) else (value, value)
    if isinstance(written, Interval):
        away = max(_years_between(written.start, ends[0]), _years_between(written.end, ends[1]))
    else:
        point = written.point if isinstance(written, HalfOpen) else written
        away = min(_years_between(point, end) for end in ends) if isinstance(point, Partial) else 0
    return match.why, {"n": max(away - key.tolerance_years, 1)}


def _years_between(written: Partial, value: DateValue) -> int:
    located = locate(written, value)
    given = first_day(located.stretches[0] if located else value).year
    return abs(astronomical(given) - astronomical(first_day(value).year))


def _era_missing(match: Match, key: DateKey, read: ReadDate) -> Said:
    """Say what fits besides the era: a year, a decade or a century."""
    located = _located(key, read)
    level = located.level if located else Level.YEAR
    return (f"missing_{level.name.lower()}" if level > Level.YEAR else match.why), {}


def _new_style(match: Match, key: DateKey, _read: ReadDate) -> Said:
    return match.why, {"new": key.value.text}


def _month_name(match: Match, _key: DateKey, read: ReadDate) -> Said:
    month = read.expression.month if isinstance(read.expression, Partial) else None
    return match.why, {"month": MONTHS[month - 1] if month and month <= MONTHS_IN_YEAR else ""}


_SAID: Final[dict[tuple[str, str], Callable[[Match, DateKey, ReadDate], Said]]] = {
    ("D2", "swapped"): _swapped,
    ("D2", "american"): _american,
    ("D3", "too_coarse"): _too_coarse,
    ("D3", "modifier"): _modifier,
    ("D3", "modifier_wrong"): _modifier,
    ("D4", "right"): _detail,
    ("D4", "false_detail"): _detail,
    ("D5", "missing"): _no_year,
    ("D6", "short"): _short,
    ("D7", "no_such_date"): _impossible,
    ("D8", "wrong"): _missed,
    ("D9", "one_end"): _one_end,
    ("D9", "one_off"): _one_off,
    ("D9", "interval"): _interval,
    ("D9", "bound"): _bound,
    ("D10", "other_era"): _era,
    ("D10", "missing"): _era_missing,
    ("D11", "other_century"): _century,
    ("D11", "border"): _century,
    ("D12", "right"): _new_style,
    ("D14", "close"): _tolerance,
    ("D15", "spelling"): _month_name,
}

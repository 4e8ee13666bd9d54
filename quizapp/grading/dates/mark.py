"""A written date against its whole key: equal dates, rejects, old style, feedback."""

from dataclasses import replace
from typing import Final

from quizapp.grading.dates.expressions import match_period, match_single
from quizapp.grading.dates.located import (
    LEVELS,
    Level,
    like_year_of,
    locate,
    year_beside,
)
from quizapp.grading.dates.points import Asked, Fit, Match
from quizapp.grading.dates.said import said
from quizapp.grading.verdict import Finding, Outcome
from quizapp.notation.calendar import contains
from quizapp.notation.date_reading import read_date
from quizapp.notation.dates import Century, DateValue, Day, Precision, Span, precision_of
from quizapp.notation.partial import EitherOf, Expression, Interval, Partial, ReadDate
from quizapp.questions.keys import DateKey, ListedDate

_OUTCOMES: Final = {
    Fit.WRONG: Outcome.WRONG,
    Fit.NEAR: Outcome.ALMOST,
    Fit.INCOMPLETE: Outcome.ALMOST,
    Fit.SLIP: Outcome.ALMOST,
    Fit.RIGHT: Outcome.CORRECT,
}


def mark_date(key: DateKey, given: str) -> Finding:
    """Mark a typed date that is neither empty, too long nor negated."""
    read = read_date(given)
    match = _best(key, read)
    if match.fit is Fit.INCOMPLETE and _says_no_year(read.expression):
        # Day and month are those of the answer: no other year was meant than its own.
        key = replace(key, reject=(), almost=())
    listed = _listed(key.reject, key, read.expression)
    if listed is not None and (match.fit is not Fit.RIGHT or match.rule == "D14"):
        return Finding(Outcome.WRONG, "D13", "other_event", comment=listed.feedback)
    listed = _listed(key.almost, key, read.expression)
    if listed is not None and match.fit is not Fit.RIGHT:
        rule = match.rule if match.fit > Fit.WRONG else "D3"
        return Finding(Outcome.ALMOST, rule, "listed", comment=listed.feedback)
    if match.fit is Fit.RIGHT and match.rule == "D1":
        match = replace(match, rule=_notation(key, given, read.expression))
    why, fields = said(match, key, given, read)
    return Finding(_OUTCOMES[match.fit], match.rule, why, dict(fields))


def _says_no_year(expression: Expression) -> bool:
    if not isinstance(expression, Partial):
        return False
    return expression.year is None and expression.month is not None


def _notation(key: DateKey, given: str, expression: Expression) -> str:
    """Name the rule that let a right date's notation pass."""
    year = expression.year if isinstance(expression, Partial) else None
    if year is None:
        return "D5" if key.year_given else "D1"
    if year.is_short and year.number != abs(year_beside(key.value.value)):
        return "D6"
    if year.era:
        return "D10"
    if not any(character.isdigit() for character in given):
        return "D15"
    return "D1" if any(character.isalpha() for character in given) else "D2"


def _best(key: DateKey, read: ReadDate) -> Match:
    """Return the best match among the value, what is just as right, and the old calendar."""
    is_period = key.precision is Precision.RANGE
    if isinstance(read.expression, EitherOf) and not is_period:
        return _either(key, read)
    if isinstance(read.expression, Interval) and read.is_night:
        ends = EitherOf((read.expression.start, read.expression.end))
        both = _either(key, replace(read, expression=ends))
        if both.fit is Fit.RIGHT:
            return both
    matches = [_match(read.expression, key.value.value, key)]
    for also in key.also:
        match = _match(read.expression, also.value, key)
        matches.append(replace(match, rule="D13") if match.fit is Fit.RIGHT else match)
    if key.old_style is not None:
        matches = _with_old_style(key, read, matches)
    return max(matches, key=lambda one: one.fit)


def _with_old_style(key: DateKey, read: ReadDate, matches: list[Match]) -> list[Match]:
    """D12: a Julian date is right with its label, almost without; a day off is wrong."""
    assert key.old_style is not None
    old = _match(read.expression, key.old_style.value, key, near_days=0)
    if read.is_old_style:
        known = [match for match in matches[1:] if match.fit is Fit.RIGHT]
        labelled = replace(old, rule="D12") if old.fit is Fit.RIGHT else old
        return [labelled, *known]
    if old.fit >= Fit.INCOMPLETE and not read.is_new_style:
        return [*matches, Match(min(old.fit, Fit.SLIP), "D12", "unlabelled")]
    return matches


def _either(key: DateKey, read: ReadDate) -> Match:
    """G6: alternatives count only if all of them are true."""
    assert isinstance(read.expression, EitherOf)
    found = [_best(key, replace(read, expression=one)) for one in read.expression.options]
    worst = min(found, key=lambda one: one.fit)
    return worst if worst.fit >= Fit.INCOMPLETE else Match(Fit.WRONG, "G6", "two")


def _match(
    expression: Expression, value: DateValue, key: DateKey, near_days: int | None = None
) -> Match:
    if isinstance(value, Span):
        start = _asked(key, value.start, near_days)
        end = _asked(key, value.end, near_days)
        return match_period(
            expression,
            replace(start, precision=precision_of(value.start), is_end=True),
            replace(end, precision=precision_of(value.end), is_end=True),
        )
    return match_single(expression, _asked(key, value, near_days))


def _asked(key: DateKey, value: DateValue, near_days: int | None) -> Asked:
    assert not isinstance(value, Span)
    precision = precision_of(value) if key.precision is Precision.RANGE else key.precision
    own = 1 if key.near_days is None else key.near_days
    return Asked(
        target=value,
        precision=precision,
        year_given=key.year_given,
        near_days=own if near_days is None else near_days,
        tolerance_years=key.tolerance_years,
        almost_level=_almost_level(key),
    )


def _almost_level(key: DateKey) -> Level | None:
    if key.almost_precision is None or key.almost_precision is Precision.RANGE:
        return None
    return LEVELS[key.almost_precision]


def _listed(
    listed: tuple[ListedDate, ...], key: DateKey, expression: Expression
) -> ListedDate | None:
    """Return the author's date that the written one is, or lies inside of."""
    for one in listed:
        value = one.date.value
        if isinstance(value, Span | Century):
            if _match(expression, value, replace(key, tolerance_years=0)).fit is Fit.RIGHT:
                return one
        elif isinstance(expression, Partial) and _is_inside(expression, value, key):
            return one
    return None


def _is_inside(written: Partial, value: DateValue, key: DateKey) -> bool:
    if written.year is None and written.month is not None:
        if not (key.year_given or isinstance(value, Day)):
            return False
        own = locate(replace(written, year=like_year_of(value)), value)
    else:
        own = locate(written, value)
    if own is None or own.is_impossible or own.is_short:
        return False
    return all(contains(value, stretch) for stretch in own.stretches)

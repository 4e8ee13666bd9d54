"""One written point against one date of the key: rules D1 to D8, D10, D11, D14, D15."""

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from quizapp.grading.dates.located import (
    CENTURY,
    DECADE,
    LEVELS,
    Level,
    Located,
    like_year_of,
    locate,
    part_of,
    unit_of,
    year_beside,
)
from quizapp.notation.calendar import (
    MONTHS_IN_YEAR,
    astronomical,
    contains,
    day_number,
    first_day,
    last_day,
)
from quizapp.notation.dates import (
    DateValue,
    Decade,
    Point,
    Precision,
    Year,
    precision_of,
)
from quizapp.notation.partial import Partial, Slip, WrittenCentury, WrittenDecade


class Fit(IntEnum):
    """How a point agrees with a date: ``NEAR`` is a miss by one unit, the rest is true so far."""

    WRONG = 0
    NEAR = 1
    INCOMPLETE = 2
    SLIP = 3
    RIGHT = 4


@dataclass(frozen=True, slots=True)
class Match:
    """How a point fits and by which rule; ``why`` picks the sentence."""

    fit: Fit
    rule: str
    why: str = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One date of the key and how it is asked for."""

    target: Point
    precision: Precision
    year_given: bool = False
    near_days: int = 1
    tolerance_years: int = 0
    almost_level: Level | None = None
    is_end: bool = False

    @property
    def level(self) -> Level:
        """The coarsest level that is as exact as asked."""
        return max(LEVELS[self.precision], LEVELS[precision_of(self.target)])


def match_point(written: Partial, asked: Asked) -> Match:
    """Say how one written point agrees with one date of the key."""
    if written.year is None and _has_part_of_year(written):
        completed = match_point(replace(written, year=like_year_of(asked.target)), asked)
        return completed if asked.year_given else _without_year(written, completed, asked)
    if asked.level <= Level.DECADE and written.century is not None:
        as_decade = _as_decade(written, written.century)
        if as_decade is not None:
            return max(
                match_point(as_decade, asked),
                _placed(written, asked),
                key=lambda one: one.fit,
            )
    return _placed(written, asked)


def _as_decade(written: Partial, century: WrittenCentury) -> Partial | None:
    """Read 1900'erne as the ten years it may also be, where no century is asked for."""
    if century.form != "erne":
        return None
    return replace(written, century=None, decade=WrittenDecade(century.number, century.era))


def _placed(written: Partial, asked: Asked) -> Match:
    located = locate(written, asked.target)
    if located is None:
        return Match(Fit.WRONG, "D1", "unreadable")
    match = _match_level(located, asked)
    if Slip.AMERICAN_ORDER in written.slips and match.fit is not Fit.RIGHT:
        match = Match(Fit.WRONG, "D7", "twelve_months")
    for lesser in _lessened(written, located, asked):
        match = _worse(match, lesser)
    return match


def _has_part_of_year(written: Partial) -> bool:
    return written.month is not None or written.season is not None


def _worse(match: Match, lesser: Match) -> Match:
    """Combine two shortcomings: a near miss that is also incomplete is wrong."""
    if match.fit is Fit.NEAR and lesser.fit is Fit.INCOMPLETE:
        return Match(Fit.WRONG, match.rule, "wrong")
    return min(match, lesser, key=lambda one: one.fit)


def _lessened(written: Partial, located: Located, asked: Asked) -> list[Match]:
    """Return what keeps a right point from being quite right."""
    found = []
    if located.is_era_missing or located.is_minus:
        found.append(Match(Fit.INCOMPLETE, "D10", "minus" if located.is_minus else "missing"))
    found += _short_year(located, asked)
    if Slip.AMERICAN_ORDER in written.slips:
        found.append(Match(Fit.SLIP, "D2", "american"))
    if Slip.MONTH_SPELLING in written.slips:
        found.append(Match(Fit.SLIP, "D15", "spelling"))
    if located.is_hundreds:
        found.append(Match(Fit.SLIP, "D11", "hundreds"))
    return found


def _short_year(located: Located, asked: Asked) -> list[Match]:
    """D6: two digits are enough in a full date, but name no century and hardly a decade."""
    if not located.is_short:
        return []
    if asked.level is Level.CENTURY:
        return [Match(Fit.WRONG, "D6", "no_century")]
    is_full_date = located.level is Level.DAY or (
        asked.level is Level.DAY and located.is_impossible
    )
    is_enough = is_full_date and asked.level <= Level.YEAR
    return [] if is_enough else [Match(Fit.INCOMPLETE, "D6", "short")]


def _without_year(written: Partial, completed: Match, asked: Asked) -> Match:
    """D5: a missing year is incomplete; day and year missing, or a year asked for, is wrong."""
    if asked.level >= Level.YEAR:
        return Match(Fit.WRONG, "D5", "year_asked")
    if completed.fit in {Fit.WRONG, Fit.NEAR}:
        return Match(Fit.WRONG, "D8", "wrong")
    if asked.level is Level.DAY and written.day is None:
        return Match(Fit.WRONG, "D5", "both_missing")
    if written.season is not None:
        return Match(Fit.WRONG, "D5", "both_missing")
    return _worse(Match(Fit.INCOMPLETE, "D5", "missing"), completed)


def _match_level(located: Located, asked: Asked) -> Match:
    if located.is_impossible and _asks_for_impossible(located, asked):
        return Match(Fit.WRONG, "D7", "no_such_date")
    if located.level > asked.level:
        return _coarser(located, asked)
    if asked.level is Level.YEAR and asked.tolerance_years:
        return _tolerated(located, asked)
    units = unit_of(asked.target, asked.precision)
    if located.level is not Level.CENTURY:
        units = units[:1]
    if not any(contains(unit, stretch) for unit in units for stretch in located.stretches):
        return _missed(located, asked)
    return _detailed(located, asked)


def _asks_for_impossible(located: Located, asked: Asked) -> bool:
    return asked.level is Level.DAY or (asked.level is Level.MONTH and located.is_no_month)


def _detailed(located: Located, asked: Asked) -> Match:
    """D4: what is finer than asked must be right where the key knows it."""
    if located.is_impossible:
        return Match(Fit.INCOMPLETE, "D7", "false_detail")
    is_known = LEVELS[precision_of(asked.target)] < asked.level
    if is_known and not any(_overlap(stretch, asked.target) for stretch in located.stretches):
        return Match(Fit.INCOMPLETE, "D4", "false_detail")
    if located.modifier is not None and not _modifier_fits(located, asked.target):
        return Match(Fit.INCOMPLETE, "D3", "modifier")
    if located.level < asked.level:
        return Match(Fit.RIGHT, "D4", "right")
    return Match(Fit.RIGHT, "D11" if asked.level is Level.CENTURY else "D1", "right")


def _overlap(one: DateValue, other: DateValue) -> bool:
    return not (_after(one, other) or _after(other, one))


def _after(one: DateValue, other: DateValue) -> bool:
    first, last = first_day(one), last_day(other)
    return (first.year, first.month, first.day) > (last.year, last.month, last.day)


def _modifier_fits(located: Located, target: DateValue) -> bool:
    modifier = located.modifier
    parts = [part_of(stretch, modifier) for stretch in located.stretches if modifier]
    return any(_overlap(part, target) for part in parts)


def _coarser(located: Located, asked: Asked) -> Match:
    """D3: one step too coarse is incomplete if it is true; far too coarse says too little."""
    zone: DateValue = asked.target
    if asked.tolerance_years and isinstance(zone, Year):
        zone = _closest_in_tolerance(zone, located, asked.tolerance_years)
    if not any(contains(stretch, zone) for stretch in located.stretches):
        return _missed(located, asked)
    if located.modifier is not None and not _modifier_fits(located, zone):
        return Match(Fit.WRONG, "D3", "modifier_wrong")
    if located.level > almost_limit(asked):
        return Match(Fit.WRONG, "D3", "too_coarse")
    return Match(Fit.INCOMPLETE, "D3", f"missing_{asked.level.name}_{located.level.name}".lower())


def _closest_in_tolerance(target: Year, located: Located, tolerance: int) -> Year:
    stretch = located.stretches[0]
    first, last = astronomical(first_day(stretch).year), astronomical(last_day(stretch).year)
    scale = astronomical(target.year)
    nearest = min(max(scale, first), last)
    if abs(nearest - scale) > tolerance:
        return target
    return Year(nearest - 1 if nearest <= 0 else nearest)


def almost_limit(asked: Asked) -> Level:
    """Return the coarsest level that is still »almost« (D3); the author may say another."""
    if asked.almost_level is not None:
        return asked.almost_level
    if asked.level in {Level.DAY, Level.MONTH}:
        return Level.YEAR
    return Level(min(asked.level + 1, Level.CENTURY))


def _tolerated(located: Located, asked: Asked) -> Match:
    """D14: inside the tolerance right, inside twice the tolerance almost."""
    given = astronomical(first_day(located.stretches[0]).year)
    away = abs(given - astronomical(year_beside(asked.target)))
    if away > 2 * asked.tolerance_years:
        return Match(Fit.WRONG, "D14", "far")
    if away > asked.tolerance_years:
        return Match(Fit.INCOMPLETE, "D14", "close")
    if located.is_impossible:
        return Match(Fit.INCOMPLETE, "D7", "false_detail")
    return _detailed(located, asked) if away == 0 else Match(Fit.RIGHT, "D14", "right")


def _missed(located: Located, asked: Asked) -> Match:
    """Say by how much a point that is not true missed: a day (D8), an era, a border year (D11)."""
    if _is_other_era(located, asked.target):
        return Match(Fit.WRONG, "D10", "other_era")
    if asked.level is Level.DAY and located.level is Level.DAY:
        return _missed_day(located, asked)
    if asked.is_end and located.level == asked.level and _is_one_off(located, asked):
        return Match(Fit.NEAR, "D9", "one_off")
    if asked.level is Level.CENTURY and _is_border(located, asked.target):
        return Match(Fit.INCOMPLETE, "D11", "border")
    if located.level is Level.CENTURY:
        return Match(Fit.WRONG, "D11", "other_century")
    return Match(Fit.WRONG, "D8", "wrong")


def _is_other_era(located: Located, target: DateValue) -> bool:
    given, wanted = first_day(located.stretches[0]).year, first_day(target).year
    return given == -wanted


def _missed_day(located: Located, asked: Asked) -> Match:
    given = first_day(located.stretches[0])
    away = abs(day_number(given) - day_number(first_day(asked.target)))
    if 0 < away <= asked.near_days:
        return Match(Fit.NEAR, "D8", "near")
    target = first_day(asked.target)
    if (given.year, given.month, given.day) == (target.year, target.day, target.month):
        return Match(Fit.WRONG, "D2", "swapped")
    return Match(Fit.WRONG, "D8", "wrong")


def _is_one_off(located: Located, asked: Asked) -> bool:
    """Whether one end of a period misses by one year, month, decade or century."""
    given, wanted = first_day(located.stretches[0]), first_day(asked.target)
    years = astronomical(given.year) - astronomical(wanted.year)
    if asked.level is Level.MONTH:
        return abs(years * MONTHS_IN_YEAR + given.month - wanted.month) == 1
    unit = _YEARS_OF[asked.level]
    slack = 1 if asked.level is Level.CENTURY else 0
    return years != 0 and abs(abs(years) - unit) <= slack


_YEARS_OF: Final = {Level.YEAR: 1, Level.DECADE: DECADE, Level.CENTURY: CENTURY}


def _is_border(located: Located, target: DateValue) -> bool:
    """D11: 1900 is the last year of the 19th century; »20. århundrede« just misses it."""
    year = first_day(target).year
    if isinstance(target, Decade) or year % CENTURY:
        return False
    if first_day(target).year != last_day(target).year:
        return False
    return first_day(located.stretches[0]).year == year + 1

"""One point in time from tokens: every pattern of day, month, year, decade and century."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from quizapp.notation.calendar import MONTHS_IN_YEAR
from quizapp.notation.date_tokens import Token
from quizapp.notation.date_words import ERAS, HALF_WORDS, LAST_WORDS, SEASONS, THIRDS, WINTER
from quizapp.notation.partial import (
    Era,
    Modifier,
    Partial,
    Season,
    Slip,
    WrittenCentury,
    WrittenDecade,
    WrittenYear,
)
from quizapp.notation.roman import read_roman

SHORT_DIGITS: Final = 2
YEAR_DIGITS: Final = 4

Found = tuple[Partial, int]
Pattern = Callable[[Sequence[Token], int], Found | None]

LONGEST_DAY: Final = 31
CENTURY: Final = 100
LENGTH_OF_DATE: Final = 3
_COMPACT_DIGITS: Final = 8
_SHORT_COMPACT_DIGITS: Final = 6
# Of 19050905 and 05091905 that reading is meant whose year is one of these, if only one is.
EARLIEST_COMPACT: Final = 1000
LATEST_COMPACT: Final = 2200


def point_at(tokens: Sequence[Token], at: int) -> Found | None:
    """Read the point in time that begins at a token: (point, index after it)."""
    for pattern in _PATTERNS:
        found = pattern(tokens, at)
        if found is not None:
            return found
    return None


def _get(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else Token("word", "")


def _is_sign(tokens: Sequence[Token], at: int, signs: str) -> bool:
    token = _get(tokens, at)
    return token.sort == "sign" and token.text in signs


def _skip_separator(tokens: Sequence[Token], at: int, signs: str = "-/,'") -> int:
    while _is_sign(tokens, at, signs):
        at += 1
    return at


def _is_day(token: Token) -> bool:
    return token.sort == "number" and len(token.text) <= SHORT_DIGITS and token.number <= CENTURY


def _is_long(token: Token) -> bool:
    return token.sort == "number" and len(token.text) in {3, 4} and not token.is_ordinal


def _year_at(tokens: Sequence[Token], at: int) -> tuple[WrittenYear, int] | None:
    """Read a year that follows a month; '05 and 05 are short, an era may follow."""
    apostrophe = _is_sign(tokens, at, "'")
    token = _get(tokens, at + apostrophe)
    if (
        token.sort != "number"
        or len(token.text) > YEAR_DIGITS
        or (token.number <= 0 and len(token.text) != SHORT_DIGITS)
    ):
        return None
    at += apostrophe + 1
    era = _get(tokens, at)
    if era.sort == "era":
        return WrittenYear(token.number, ERAS[era.text]), at + 1
    return WrittenYear(token.number, "", is_short=len(token.text) == SHORT_DIGITS), at


def _with_year(point: Partial, tokens: Sequence[Token], at: int, signs: str = "-/,'") -> Found:
    """Add the year that follows, if one does and is not the start of something else."""
    start = _skip_separator(tokens, at, signs)
    if _is_sign(tokens, start - 1, "'"):
        start -= 1
    found = _year_at(tokens, start)
    if found is None:
        return point, at
    year, after = found
    token = _get(tokens, after - 1)
    follows_day = _is_sign(tokens, after, "/") or _get(tokens, after).sort == "month"
    if year.number < CENTURY and not year.era and (token.is_ordinal or follows_day):
        return point, at
    return replace(point, year=year), after


def _month_of(token: Token) -> tuple[int, frozenset[Slip]]:
    return token.number, frozenset({Slip.MONTH_SPELLING}) if token.misspelt else frozenset()


def _compact(tokens: Sequence[Token], at: int) -> Found | None:
    """Read 05091905 and 050905, as people write their birthdays; and 19050905."""
    token = _get(tokens, at)
    is_short = len(token.text) == _SHORT_COMPACT_DIGITS
    is_dated = token.sort == "number" and _get(tokens, at + 1).sort != "era"
    if not is_dated or not (is_short or len(token.text) == _COMPACT_DIGITS):
        return None
    text = token.text
    found = [(int(text[:2]), int(text[2:4]), int(text[4:]))]
    if not is_short:
        found.append((int(text[6:]), int(text[4:6]), int(text[:4])))
        found.sort(key=lambda date: not EARLIEST_COMPACT <= date[2] < LATEST_COMPACT)
    for day, month, year in found:
        if 1 <= day <= LONGEST_DAY and 1 <= month <= MONTHS_IN_YEAR:
            written = WrittenYear(year, is_short=is_short)
            return Partial(day=day, month=month, year=written), at + 1
    return None


def _year_first(tokens: Sequence[Token], at: int) -> Found | None:
    """Read 1905-09-05, 1905.09.05 and 1905/9/5."""
    if not (_get(tokens, at).sort == "number" and len(_get(tokens, at).text) in {3, 4}):
        return None
    second = _skip_separator(tokens, at + 1, "-/")
    third = _skip_separator(tokens, second + 1, "-/")
    month, day = _get(tokens, second), _get(tokens, third)
    dotted = _get(tokens, at).is_ordinal and month.is_ordinal
    signs = second > at + 1 and third > second + 1
    if not (signs or dotted) or not _is_day(month) or not _is_day(day):
        return None
    era = _get(tokens, third + 1)
    year = WrittenYear(_get(tokens, at).number, ERAS[era.text] if era.sort == "era" else "")
    after = third + 1 + (era.sort == "era")
    return Partial(day=day.number, month=month.number, year=year), after


def _day_and_month_number(tokens: Sequence[Token], at: int) -> Found | None:
    """Read 5/9 1905, 05.09.1905, 5-9-1905, 14.VII.1789, den fjortende i syvende."""
    day = _get(tokens, at)
    if not _is_day(day):
        return None
    month_at, how = _month_number_after(tokens, at)
    month = _numeric_month(_get(tokens, month_at))
    if month is None or not how or month > LONGEST_DAY:
        return None
    if _get(tokens, month_at + 1).sort == "month":
        return None
    point, after = _with_year(Partial(), tokens, month_at + 1)
    is_dated = _get(tokens, month_at).is_ordinal or month_at + 1 >= len(tokens)
    if point.year is None and (how == "-" or (how == "." and not is_dated)):
        return None
    if how == "-" and _is_sign(tokens, month_at + 1, "/"):
        return None
    return _ordered(day.number, month, point), after


def _month_number_after(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    after = _get(tokens, at + 1)
    if after.sort == "sign" and after.text in "-/":
        return at + 2, after.text
    if after.sort == "word" and after.text == "i" and _get(tokens, at + 2).is_ordinal:
        return at + 2, "i"
    if _get(tokens, at).is_ordinal:
        return at + 1, "."
    is_three = at == 0 and len(tokens) == LENGTH_OF_DATE and _is_day(_get(tokens, 2))
    is_spaced_year = _is_long(_get(tokens, at + 2)) or is_three
    return at + 1, " " if is_spaced_year and _is_day(after) else ""


def _numeric_month(token: Token) -> int | None:
    if _is_day(token):
        return token.number
    roman = read_roman(token.text) if token.sort == "word" else None
    return roman if roman is not None and roman <= MONTHS_IN_YEAR else None


def _ordered(day: int, month: int, point: Partial) -> Partial:
    """D2: day before month; the American order only where the Danish reading is impossible."""
    if month > MONTHS_IN_YEAR and day <= MONTHS_IN_YEAR and month <= LONGEST_DAY:
        slips = point.slips | {Slip.AMERICAN_ORDER}
        return replace(point, day=month, month=day, slips=slips)
    return replace(point, day=day, month=month)


def _day_and_month_name(tokens: Sequence[Token], at: int) -> Found | None:
    """Read 5. september 1905, 5 sept 05, 14de juli."""
    day = _get(tokens, at)
    if not _is_day(day):
        return None
    month_at = _skip_separator(tokens, at + 1, "-/")
    month_at += _get(tokens, month_at).text in {"i", "af"}
    month = _get(tokens, month_at)
    if month.sort != "month":
        return None
    number, slips = _month_of(month)
    return _with_year(Partial(day=day.number, month=number, slips=slips), tokens, month_at + 1)


def _month_name_first(tokens: Sequence[Token], at: int) -> Found | None:
    """Read september 5, 1905; september 1905; september."""
    month = _get(tokens, at)
    if month.sort != "month":
        return None
    number, slips = _month_of(month)
    point = Partial(month=number, slips=slips)
    day_at = at + 1 + (_get(tokens, at + 1).text in {"den", "d"})
    day = _get(tokens, day_at)
    if _is_day(day) and 1 <= day.number <= LONGEST_DAY and _get(tokens, day_at + 1).sort != "era":
        dated, after = _with_year(replace(point, day=day.number), tokens, day_at + 1, "/,'")
        if dated.year is not None or day.is_ordinal:
            return dated, after
        if len(day.text) == 1 or day_at > at + 1:
            return dated, after
    return _with_year(point, tokens, at + 1)


def _year_then_day(tokens: Sequence[Token], at: int) -> Found | None:
    """Read 1905, 5. september; 1905 september 5; 1905, september."""
    year = _get(tokens, at)
    if not _is_long(year):
        return None
    era = _get(tokens, at + 1)
    rest = _skip_separator(tokens, at + 1 + (era.sort == "era"), ",")
    written = WrittenYear(year.number, ERAS[era.text] if era.sort == "era" else "")
    for pattern in (_day_and_month_name, _month_name_first):
        found = pattern(tokens, rest)
        if found is not None and found[0].year is None:
            return replace(found[0], year=written), found[1]
    found = _slashed(tokens, rest)
    return None if found is None else (replace(found[0], year=written), found[1])


def _slashed(tokens: Sequence[Token], at: int) -> Found | None:
    found = _day_and_month_number(tokens, at)
    if found is None or found[0].year is not None or not _is_sign(tokens, at + 1, "/"):
        return None
    return found


def _month_number_and_year(tokens: Sequence[Token], at: int) -> Found | None:
    """Read 9/1905, 09-1905, 09.1905 as a month."""
    month = _get(tokens, at)
    if not _is_day(month) or not 1 <= month.number <= MONTHS_IN_YEAR or month.is_word:
        return None
    signed = _is_sign(tokens, at + 1, "-/")
    year = _get(tokens, at + 1 + signed)
    if _is_sign(tokens, at + 1, "/") and _is_day(year) and year.number > LONGEST_DAY:
        return Partial(month=month.number, year=WrittenYear(year.number, is_short=True)), at + 3
    if not (signed or month.is_ordinal) or not _is_long(year):
        return None
    if signed and _get(tokens, at + 3).sort == "era":
        return None
    return Partial(month=month.number, year=WrittenYear(year.number)), at + 2 + signed


def _season(tokens: Sequence[Token], at: int) -> Found | None:
    """Read efteråret 1905 and vinteren 1904-05."""
    token = _get(tokens, at)
    if token.sort != "season":
        return None
    months = SEASONS[token.text]
    at += 1 + (_get(tokens, at + 1).text in {"i", "af", "år"})
    start = _get(tokens, at)
    is_pair = _is_sign(tokens, at + 1, "-/") and _get(tokens, at + 2).sort == "number"
    if months == WINTER and _is_long(start) and is_pair:
        season = Season(months, token.text, winter_from=start.number)
        return Partial(season=season, year=WrittenYear(start.number)), at + 3
    return _with_year(Partial(season=Season(months, token.text)), tokens, at)


def _decade(tokens: Sequence[Token], at: int) -> Found | None:
    token = _get(tokens, at)
    if token.sort != "decade":
        return None
    era, after = _era_after(tokens, at + 1)
    if token.number % CENTURY == 0 and token.number >= CENTURY:
        return Partial(century=WrittenCentury(token.number, "erne", era)), after
    is_short = token.number < CENTURY and not era
    return Partial(decade=WrittenDecade(token.number, era, is_short)), after


def _era_after(tokens: Sequence[Token], at: int) -> tuple[Era, int]:
    token = _get(tokens, at)
    if token.sort != "era":
        return "", at
    return ERAS[token.text], at + 1


def _century(tokens: Sequence[Token], at: int) -> Found | None:
    token = _get(tokens, at)
    if token.sort == "tallet":
        era, after = _era_after(tokens, at + 1)
        return Partial(century=WrittenCentury(token.number, "tallet", era)), after
    if token.sort == "århundrede":
        era, after = _era_after(tokens, at + 1)
        return Partial(century=WrittenCentury(token.number, "århundrede", era)), after
    return None


def _year(tokens: Sequence[Token], at: int) -> Found | None:
    """Read a year alone, '05, or a number that only its company explains."""
    apostrophe = _is_sign(tokens, at, "'")
    token = _get(tokens, at + apostrophe)
    if token.sort == "era" and _get(tokens, at + 1).sort == "number":
        found = _year(tokens, at + 1)
        era, _ = _era_after(tokens, at)
        return found and (Partial(year=WrittenYear(int(_get(tokens, at + 1).text), era)), found[1])
    if token.sort != "number" or len(token.text) > YEAR_DIGITS or token.number < 0:
        return None
    era, after = _era_after(tokens, at + apostrophe + 1)
    if era or len(token.text) > SHORT_DIGITS or token.number >= CENTURY:
        return (Partial(year=WrittenYear(token.number, era)), after) if token.number else None
    if apostrophe:
        return Partial(year=WrittenYear(token.number, "", is_short=True)), after
    return Partial(bare=token.number, is_digit=len(token.text) == 1), after


def modifier_at(tokens: Sequence[Token], at: int) -> tuple[Modifier, int] | None:
    """Read slutningen af, primo, første halvdel af: (modifier, index after it)."""
    first, second = _get(tokens, at), _get(tokens, at + 1)
    if first.sort == "word" and first.text in THIRDS:
        third = THIRDS[first.text]
        modifier = Modifier(Fraction(third, 3), Fraction(third + 1, 3), first.text)
        return modifier, _after_af(tokens, at + 1)
    if second.text in HALF_WORDS and (first.number in {1, 2} or first.text in LAST_WORDS):
        is_first = first.number == 1
        start = Fraction(0) if is_first else Fraction(1, 2)
        said = "første" if is_first else "anden" if first.number else first.text
        text = f"{said} {second.text}"
        return Modifier(start, start + Fraction(1, 2), text), _after_af(tokens, at + 2)
    return None


def _after_af(tokens: Sequence[Token], at: int) -> int:
    while _get(tokens, at).text in {"af", "i", "på", "året", "den", "det", "år"}:
        at += 1
    return at


_PATTERNS: Final[tuple[Pattern, ...]] = (
    _compact,
    _year_first,
    _year_then_day,
    _day_and_month_name,
    _day_and_month_number,
    _month_number_and_year,
    _month_name_first,
    _season,
    _decade,
    _century,
    _year,
)

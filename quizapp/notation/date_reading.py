"""A Danish text about time to what it says: a point, a period, a bound, alternatives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from quizapp.notation.calendar import MONTHS_IN_YEAR
from quizapp.notation.date_points import CENTURY, LONGEST_DAY, modifier_at, point_at
from quizapp.notation.date_tokens import Token, tokens_of
from quizapp.notation.date_words import (
    BEFORE_OR_AFTER,
    ERAS,
    FILLERS,
    FROM_WORDS,
    HALF_WORDS,
    TO_WORDS,
    drop_unasked,
    is_relative,
    mark_eras,
    take_styles,
)
from quizapp.notation.edits import edits_within
from quizapp.notation.normalise import normalise
from quizapp.notation.partial import (
    NO_MONTH,
    Bound,
    EitherOf,
    Expression,
    HalfOpen,
    Interval,
    Modifier,
    Partial,
    ReadDate,
    Unreadable,
    WrittenDecade,
    WrittenYear,
)
from quizapp.notation.roman import read_roman

DECADE: Final = 10
SHORT_WORD: Final = 2

Link = Literal["range", "and", "or", "slash"]
_BOUND_AT_END: Final = re.compile(
    r"\b(?:og|eller) (?:lige |kort |lidt )?"
    r"(før|efter|senere|tidligere|inden|siden|(?<=eller )derefter)$"
)
_OPEN_END: Final = re.compile(r"-$|\bog (?:derefter|frem|fremefter|fremad|opefter)$")
_BORN_AND_DIED: Final = re.compile(
    r"^(?:(?:han|hun|den|det|de|krigen) (?:blev |er |var )?)?"
    r"(?:født|f\.?|begyndte|startede|brød ud) (?:i )?([^,]+?),? (?:og )?"
    r"(?:(?:han|hun|den|det|de) )?(?:døde?|d\.?|sluttede|endte|ophørte) (?:i )?(?=\S*\d)"
)
# What counts from another event after the year itself has been told: »1898, tre år efter krigen«.
_TOLD_AGAIN: Final = re.compile(
    r"(?<=\d{3}),? (?:(?:hvor|da|hvorefter) |(?<=, )(?:altså |nemlig |dvs\.? )?[^\W_]+ år"
    r" (?:siden|efter|før|senere|tidligere)\b).*"
)
# *1685 †1750, and an arrow for the dash of a stretch of years.
_CROSS: Final = re.compile(r"^\*? ?([^†]*\d[^†]*?)[ ,-]*† ?(?=\d)")
_ARROW: Final = re.compile(r" ?(?:[→⇒⟶]|[-=]+>|--+) ?| ?\bt\.? ?o\.? ?m\b\.? ?")
_OTHER_FORMS: Final = (
    (re.compile(r"(?<=\d)(?:\.\.+|_+| ?> ?)(?=\d)"), "-"),
    (re.compile(r"(?<=\d) op til (?=\d)"), " til "),
    (re.compile(r"^(\d{3,4}),? (?!\1)(\d{3,4})$"), r"\1-\2"),
    (
        re.compile(
            r"^(?:start|begyndelse|fra)(?:en)?:? (\d[^,:]*?),? (?:og )?(?:slut|afslutning|til)"
            r"(?:ning)?(?:en)?:? (?=\d)"
        ),
        r"\1 - ",
    ),
    (re.compile(r"\b(\d{3})x\b"), r"\g<1>0'erne"),
    (re.compile(r"\b(\d\d)xx\b"), r"\g<1>00-tallet"),
    (re.compile(r"\b((?:fem|seks|syt|at|nit)ten)-(?=[^\W\d_]{3})"), r"\1 "),
)
_OTHER_STYLE: Final = re.compile(
    r"[(\[][^()\[\]]*\d[^()\[\]]*(?:\bstil|kalender|tidsregning)[^()\[\]]*(?:[)\]]|$)"
)
_GROUPED_YEAR: Final = re.compile(rf"(?<![\d./-])([1-9])\.(\d{{3}})(?= *[{''.join(ERAS)}])")
_DIGRAPHS: Final = (("aa", "å"), ("oe", "ø"), ("ae", "æ"))
_PERIODS: Final = frozenset({"tallet", "århundrede", "decade"})
_LINK_WORDS: Final[dict[str, Link]] = {"og": "and", "samt": "and", "eller": "or"}
MOST_TOKENS: Final = 80


@dataclass(frozen=True, slots=True)
class _Piece:
    """A point, with the words that lead to it and what links it to the piece before."""

    point: Partial
    lead: tuple[str, ...]
    link: Link | None
    text: str


@lru_cache(maxsize=4096)
def read_date(text: str) -> ReadDate:
    """Read what a text says of a date; any text gives a result, in bounded time."""
    text = normalise(text)
    for digraph, letter in _DIGRAPHS:
        text = text.replace(digraph, letter)
    text = _ARROW.sub("-", _CROSS.sub(r"\1 - ", text))
    for written, plain in _OTHER_FORMS:
        text = written.sub(plain, text)
    text = _TOLD_AGAIN.sub("", _BORN_AND_DIED.sub(r"\1 - ", text))
    text = _OTHER_STYLE.sub(_told_style, text)
    text, is_old, is_new = take_styles(_GROUPED_YEAR.sub(r"\1\2", mark_eras(text)))
    is_night = "natten mellem" in text or "natten imellem" in text
    tokens = _without_names(tokens_of(drop_unasked(text)))
    pieces = _pieces(tokens[:MOST_TOKENS])
    expression = _combine(pieces) if pieces and not is_relative(text) else Unreadable()
    expression = _left_open(expression, text)
    return ReadDate(
        expression=expression, is_night=is_night, is_old_style=is_old, is_new_style=is_new
    )


def _told_style(match: re.Match[str]) -> str:
    """Say of which calendar a date is that has its date in the other one in a parenthesis."""
    return " gammel stil" if re.search(r"\bny|gregor", match[0]) else " "


def _left_open(expression: Expression, text: str) -> Expression:
    """D9: 1905 eller før and 1905 og frem say no more than a bound does."""
    point = expression.start if isinstance(expression, Interval) else expression
    if not isinstance(point, Partial):
        return expression
    bound = _BOUND_AT_END.search(text)
    if bound is not None:
        return Bound(point, bound[1])
    is_open = isinstance(expression, Partial) and _OPEN_END.search(text) is not None
    return HalfOpen(point, "fra") if is_open else expression


def _without_names(tokens: Sequence[Token]) -> list[Token]:
    """D16: numbers in names are no dates: Ludvig 16., 2. verdenskrig."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else Token("sign", "")
        is_small = token.sort == "number" and token.number <= LONGEST_DAY and not token.is_word
        follows_name = bool(kept) and _is_name(kept[-1])
        if is_small and follows_name and after.sort != "month" and after.text not in {"/", "-"}:
            kept.append(Token("word", "\ue010"))
            continue
        is_of_ruler = _follows_ruler(kept) and _goes_on(after)
        if is_small and (is_of_ruler or (kept and kept[-1].text in _COUNTED)):
            kept.append(Token("word", "\ue010"))
            continue
        if _is_no_month(token, kept, after):
            kept.append(Token("month", token.text, NO_MONTH))
            continue
        is_counted = token.sort == "number" and token.is_ordinal and _is_name(after)
        if is_counted and token.number <= CENTURY and after.text not in _UNNAMED:
            kept.append(Token("word", "\ue010"))
            continue
        kept.append(token)
    return kept


def _follows_ruler(before: Sequence[Token]) -> bool:
    """Whether a number stands as in Ludvig den 16."""
    return len(before) > 1 and before[-1].text in {"den", "d"} and _is_name(before[-2])


def _goes_on(after: Token) -> bool:
    """Whether a sentence goes on after a number, which is then no day: Ludvig den 16. blev."""
    return after.sort == "word" and after.text not in _UNNAMED


_COUNTED: Final = frozenset({"nr", "nummer", "bind", "kapitel", "side", "uge", "ugen"})
_UNNAMED: Final = HALF_WORDS | {"til", "indtil", "og", "eller", "samt", "i"}
_PLAIN_WORDS: Final = (
    FILLERS | BEFORE_OR_AFTER | FROM_WORDS | TO_WORDS | _LINK_WORDS.keys() | {"ikke", "i"}
)


def _is_no_month(token: Token, before: Sequence[Token], after: Token) -> bool:
    """Whether a word stands where a month should, and is a misspelt maj, juni or juli."""
    if token.sort != "word" or token.text in _PLAIN_WORDS:
        return False
    is_after_day = bool(before) and before[-1].sort == "number" and before[-1].number <= LONGEST_DAY
    is_before_year = after.sort == "number" and after.number > CENTURY
    return (is_after_day or is_before_year) and _is_like_short_month(token.text)


def _is_like_short_month(word: str) -> bool:
    """D15: maj, juni and juli may not be misspelt; what looks like them is no month at all."""
    return len(word) > SHORT_WORD and any(
        edits_within(word, month, 1) == 1 for month in ("maj", "juni", "juli")
    )


def _is_name(token: Token) -> bool:
    if token.sort != "word" or token.text in _PLAIN_WORDS:
        return False
    if read_roman(token.text) is not None:
        return False
    return len(token.text) > SHORT_WORD and modifier_at([token], 0) is None


def _pieces(tokens: Sequence[Token]) -> list[_Piece]:
    """Return the points in a text with what stands between them."""
    pieces: list[_Piece] = []
    lead: list[str] = []
    at = 0
    while at < len(tokens):
        modified = modifier_at(tokens, at)
        start = modified[1] if modified else at
        found = point_at(tokens, start)
        if found is None:
            lead.append(tokens[at].text)
            at += 1
            continue
        point, after = found
        modified = modified or _genitive_modifier(tokens, after)
        if modified:
            point = replace(point, modifier=modified[0])
            after = max(after, modified[1])
        text = " ".join(token.text for token in tokens[at:after])
        pieces.append(_Piece(point, tuple(lead), _link(lead) if pieces else None, text))
        lead = []
        at = max(after, at + 1)
    return pieces


def _genitive_modifier(tokens: Sequence[Token], after: int) -> tuple[Modifier, int] | None:
    """Read the part of a period that stands after it: 1800-tallets slutning."""
    if not 0 < after < len(tokens) or not tokens[after - 1].text.endswith("s"):
        return None
    return modifier_at(tokens, after) if tokens[after - 1].sort in _PERIODS else None


def _link(lead: Sequence[str]) -> Link | None:
    """Say how the words between two points link them; None if they do not."""
    words = [word for word in lead if word not in FILLERS and word != ","]
    match words:
        case ["-"] | ["-", "til"] | ["til" | "indtil"] | ["frem", "til"] | ["og", "til" | "indtil"]:
            return "range"
        case ["og", "frem", "til"] | ["til", "og", "med"]:
            return "range"
        case ["/"]:
            return "slash"
        case ["og", "/", "eller"]:
            return "or"
        case [word] if word in _LINK_WORDS:
            return _LINK_WORDS[word]
        case _:
            return None


def _combine(pieces: Sequence[_Piece]) -> Expression:
    first, *rest = pieces
    if not rest:
        return _alone(first)
    if all(piece.link == "or" for piece in rest):
        return EitherOf(_share([piece.point for piece in pieces]))
    if len(rest) == 1 and rest[0].link is not None:
        return _pair(first, rest[0])
    return _merged(pieces) or Unreadable()


def _alone(piece: _Piece) -> Expression:
    words = [word for word in piece.lead if word not in FILLERS and word not in ",-'/."]
    last = words[-1] if words else ""
    if last in BEFORE_OR_AFTER:
        return Bound(piece.point, last)
    if last in FROM_WORDS | TO_WORDS:
        return HalfOpen(piece.point, last)
    if piece.point.bare is not None and piece.lead[-1:] in {("den",), ("d",)}:
        return Partial(day=piece.point.bare)
    return piece.point


def _pair(first: _Piece, second: _Piece) -> Expression:
    start, end = first.point, second.point
    leads = [word for word in first.lead if word in BEFORE_OR_AFTER]
    if leads:
        return Bound(start, leads[-1])
    if second.link == "slash" and not _is_year_pair(start, end):
        return EitherOf(_share([start, end]))
    shared = _share([start, end])
    return Interval(shared[0], shared[1], _instead(start, end, second.lead))


def _instead(start: Partial, end: Partial, lead: tuple[str, ...]) -> Partial | None:
    """D9: 1904-05 is read as years, but may be the ISO month where a month is asked."""
    if lead not in {("-",), ("/",)} or end.bare is None or not 1 <= end.bare <= MONTHS_IN_YEAR:
        return None
    if start.bare is not None and 1 <= start.bare <= LONGEST_DAY:
        return Partial(day=start.bare, month=end.bare)
    is_year = start.year is not None and start.month is None
    return Partial(month=end.bare, year=start.year) if is_year else None


def _is_year_pair(start: Partial, end: Partial) -> bool:
    is_year = start.year is not None and start.month is None and start.season is None
    return is_year and (end.bare is not None or (end.year is not None and end.month is None))


def _share(points: Sequence[Partial]) -> tuple[Partial, ...]:
    """Let each point have what it shares with its neighbour: 9.-29. august, 1904-05."""
    last = points[-1]
    first = points[0]
    if last.bare is not None and first.year is not None and first.month is None:
        last = Partial(year=_completed(first.year, last.bare))
    shared = [_inherit(point, last) for point in points[:-1]]
    return (*shared, _inherit_year(last, shared[0]))


def _completed(start: WrittenYear, end: int) -> WrittenYear:
    """Read the 05 of 1904-05: the same century, or the next where time would run backwards."""
    size = 10 if end < DECADE and start.number % 10 < end else CENTURY
    if start.era:
        return WrittenYear(end)
    number = start.number - start.number % size + end
    return WrittenYear(number if number >= start.number else number + size)


def _inherit(point: Partial, last: Partial) -> Partial:
    point = point if point.bare is None else _explained(point, point.bare, last)
    if point.year is None:
        has_part = point.month is not None or point.season is not None
        return replace(point, year=last.year) if has_part else point
    if last.century is not None and point.month is None:
        return Partial(century=replace(last.century, number=point.year.number))
    if point.year.era == "" and last.year is not None and last.year.era == "bce":
        return replace(point, year=replace(point.year, era="bce"))
    return point


def _explained(point: Partial, bare: int, last: Partial) -> Partial:
    """Say what a bare number is by its company: the 9 of 9.-29. august is a day."""
    if last.day is not None or (last.month is not None and bare <= LONGEST_DAY):
        return Partial(day=bare, month=last.month)
    if last.year is not None:
        return Partial(year=WrittenYear(bare, "bce" if last.year.era == "bce" else ""))
    if last.century is not None:
        return Partial(century=replace(last.century, number=bare))
    return point


def _inherit_year(last: Partial, first: Partial) -> Partial:
    if last.year is None and (last.month is not None or last.season is not None):
        return replace(last, year=first.year)
    return last


def _decade_of_century(decade: Partial, century: Partial) -> Partial | None:
    """Read 90'erne i 1800-tallet as 1890'erne."""
    short, whole = decade.decade, century.century
    if short is None or not short.is_short or whole is None or century.modifier is not None:
        return None
    first = whole.number if whole.form == "tallet" else (whole.number - 1) * CENTURY
    return replace(decade, decade=WrittenDecade(first + short.first % CENTURY, whole.era))


def _merged(pieces: Sequence[_Piece]) -> Expression | None:
    """Merge points that say different things of one date: i 1905, den 5. september."""
    if any(piece.link not in {None, "and"} for piece in pieces) or len(pieces) > SHORT_WORD:
        return None
    first, second = pieces[0].point, pieces[1].point
    decade = _decade_of_century(first, second) or _decade_of_century(second, first)
    if decade is not None:
        return decade
    for year, day in ((first, second), (second, first)):
        only_year = year.year is not None and year.month is None and year.season is None
        if only_year and day.year is None and day.month is not None:
            return replace(day, year=year.year)
        if day.bare is not None and year.month is not None and year.day is None:
            return replace(year, day=day.bare)
    return first if first == second else None

"""Answer keys of the typed kinds ⇄ fields."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, assert_never

from quizapp.notation.author import UnreadableError, read_author_date, read_author_number
from quizapp.notation.calendar import MONTHS_IN_YEAR, month_length
from quizapp.notation.date_words import MONTH_NUMBERS, MONTHS
from quizapp.notation.dates import Precision, precision_of
from quizapp.notation.written import WrittenDate, WrittenNumber
from quizapp.questions.codec_fields import READABLE_LENGTH, Fields
from quizapp.questions.codec_mistakes import Path, Plain, Remedy, SetValue
from quizapp.questions.keys import (
    DateKey,
    Interval,
    Key,
    ListedDate,
    ListedNumber,
    ListedWording,
    NumberKey,
    Share,
    TermKey,
)

MOST_YEARS: Final = 10_000
MOST_DAYS: Final = 3_660
MOST_DIGITS: Final = 24
_ENDS: Final = 2
GREGORIAN: Final = 1582
"""The year since which a right date is told in our calendar, unless it says otherwise."""
_OUR_CALENDAR: Final = frozenset({"svar", "også"})
PRECISIONS: Final[Mapping[str, Precision]] = {one.value: one for one in Precision}
_DAY_OF_MONTH: Final = re.compile(
    r"(?i)(?:d\.|den)?\s*(?P<day>\d{1,2})[\s/.-]+(?:(?P<name>[a-z]{3,9})|(?P<month>\d{1,2}))"
    r"\.?(?:[\s./-]+(?P<year>\d{1,4}))?(?:\s*f\.\s?Kr\.?)?\Z"
)
_FINE_TO_COARSE: Final = (
    Precision.DAY,
    Precision.MONTH,
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
)


def is_finer(one: Precision, other: Precision) -> bool:
    """Tell whether a precision asks for more than another; a span is outside the order."""
    if Precision.RANGE in {one, other}:
        return one is not other
    return _FINE_TO_COARSE.index(one) < _FINE_TO_COARSE.index(other)


class _DateReader:
    """Reads dates; one without a year takes the year that its gap is followed by."""

    def __init__(self, fields: Fields, year: str) -> None:
        self._fields = fields
        self._year = year
        self.took_year = False

    def read(self, text: str, path: Path) -> WrittenDate | None:
        impossible = _impossible(text, julian=path[0] not in _OUR_CALENDAR)
        if impossible:
            self._fields.note("impossible_date", *path, **impossible)
            return None
        return self._fields.read(self._written, "unreadable_date", text, path) if text else None

    def all(self, found: Iterable[tuple[str, Path]]) -> tuple[WrittenDate, ...]:
        dates = (self.read(text, path) for text, path in found)
        return tuple(date for date in dates if date)

    def listed(self, found: Iterable[tuple[str, str, Path]]) -> tuple[ListedDate, ...]:
        dates = ((self.read(text, path), why) for text, why, path in found)
        return tuple(ListedDate(date, why) for date, why in dates if date)

    def _written(self, text: str) -> WrittenDate:
        try:
            return WrittenDate.read(text)
        except UnreadableError:
            if not self._year:
                raise
            value = read_author_date(f"{text} {self._year}")
        self.took_year = True
        return WrittenDate(text, value)


def date_key(fields: Fields, year: str = "") -> DateKey | None:
    """Read the key of a date; ``year`` is what follows the gap the key belongs to, if any."""
    reader = _DateReader(fields, year)
    value = reader.read(fields.required_text("svar"), ("svar",))
    if value is None:
        return None
    took_year = reader.took_year
    old_style = fields.text("gammel stil")
    return DateKey(
        value=value,
        precision=_precision(fields, value),
        also=reader.all(_placed(fields, "også")),
        almost=reader.listed(fields.remarked("næsten")),
        reject=reader.listed(fields.remarked("afvis")),
        old_style=reader.read(old_style, ("gammel stil",)),
        year_given=fields.flag("år givet", default=took_year),
        tolerance_years=fields.whole("margin år", 0, MOST_YEARS) or 0,
        near_days=fields.whole("margin dage", 0, MOST_DAYS),
        almost_precision=fields.one_of("næsten nøjagtighed", PRECISIONS, "unknown_precision"),
    )


def number_key(fields: Fields) -> NumberKey | None:
    """Read the key of a number."""
    svar = fields.required_text("svar")
    value = _number(fields, svar, ("svar",))
    also = (_number(fields, text, path) for text, path in _placed(fields, "også"))
    key_less = NumberKey(
        value=value or WrittenNumber("0", Decimal(0)),
        tolerance=_tolerance(fields),
        also=tuple(number for number in also if number),
        almost=_listed_numbers(fields, "næsten"),
        reject=_listed_numbers(fields, "afvis"),
        accept_range=_interval(fields, "godtag"),
        almost_range=_interval(fields, "næsten interval"),
        unit=fields.text("enhed"),
        unit_aliases=fields.texts("enheder"),
        unit_reject=fields.texts("afvis enheder"),
        unit_required=fields.flag("enhed kræves", default=False),
    )
    return key_less if value else None


def term_key(fields: Fields) -> TermKey:
    """Read the key of a term."""
    return TermKey(
        answers=(fields.required_text("svar"), *fields.texts("også")),
        almost=_listed_wordings(fields, "næsten"),
        reject=_listed_wordings(fields, "afvis"),
    )


def key_fields(key: Key) -> dict[str, Plain]:
    """Write a key as fields; what is as usual is left out."""
    match key:
        case DateKey():
            return _date_fields(key)
        case NumberKey():
            return _number_fields(key)
        case TermKey():
            fields: dict[str, Plain] = {"svar": key.answers[0], "også": [*key.answers[1:]]}
            fields["næsten"] = remarked((one.wording, one.feedback) for one in key.almost)
            fields["afvis"] = remarked((one.wording, one.feedback) for one in key.reject)
            return without_empty(fields)
        case _:
            assert_never(key)


def remarked(found: Iterable[tuple[str, str]]) -> list[Plain]:
    """Write texts and remarks as a list, which keeps its order in sorted JSON too."""
    return [{text: why} if why else text for text, why in found]


def without_empty(fields: dict[str, Plain]) -> dict[str, Plain]:
    """Leave out what says nothing."""
    return {key: value for key, value in fields.items() if value not in ("", [], None)}


def decimal_text(number: Decimal) -> str:
    """Write a number with a decimal comma and no more digits than it needs."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if text != "-0" else "0"


def _date_fields(key: DateKey) -> dict[str, Plain]:
    exact = key.precision is precision_of(key.value.value)
    year_in_text = not key.year_given or _is_whole_date(key.value.text)
    return without_empty(
        {
            "svar": key.value.text,
            "nøjagtighed": "" if exact else key.precision.value,
            "også": [date.text for date in key.also],
            "næsten": remarked((one.date.text, one.feedback) for one in key.almost),
            "afvis": remarked((one.date.text, one.feedback) for one in key.reject),
            "næsten nøjagtighed": key.almost_precision.value if key.almost_precision else "",
            "gammel stil": key.old_style.text if key.old_style else "",
            "år givet": (key.year_given or None) if year_in_text else None,
            "margin år": key.tolerance_years or None,
            "margin dage": key.near_days,
        }
    )


def _number_fields(key: NumberKey) -> dict[str, Plain]:
    return without_empty(
        {
            "svar": key.value.text,
            "også": [number.text for number in key.also],
            "næsten": remarked((one.number.text, one.feedback) for one in key.almost),
            "afvis": remarked((one.number.text, one.feedback) for one in key.reject),
            "enhed": key.unit,
            "enheder": [*key.unit_aliases],
            "afvis enheder": [*key.unit_reject],
            "enhed kræves": key.unit_required or None,
            "tolerance": _tolerance_text(key.tolerance),
            "godtag": _ends(key.accept_range),
            "næsten interval": _ends(key.almost_range),
        }
    )


def _tolerance_text(tolerance: Decimal | Share) -> str:
    if isinstance(tolerance, Share):
        sign, digits, exponent = tolerance.share.as_tuple()
        percent = Decimal((sign, digits, int(exponent) + 2))
        return f"{decimal_text(percent)} %"
    return decimal_text(tolerance) if tolerance else ""


def _ends(interval: Interval | None) -> list[Plain]:
    return [decimal_text(interval.low), decimal_text(interval.high)] if interval else []


def _impossible(text: str, *, julian: bool) -> dict[str, str | int] | None:
    """Return what the sentence about a day that no month has needs, if the text names one."""
    found = _DAY_OF_MONTH.match(text)
    if not found:
        return None
    name = found["name"]
    month = MONTH_NUMBERS.get(name.casefold()) if name else int(found["month"])
    if month is None or not 1 <= month <= MONTHS_IN_YEAR:
        return None
    year = int(found["year"]) if found["year"] else None
    is_old = year is None or year < GREGORIAN or "kr" in text.casefold()
    most = month_length(month, year, julian=julian or is_old)
    if int(found["day"]) <= most:
        return None
    return {"value": text, "month": MONTHS[month - 1].capitalize(), "n": most}


def _is_whole_date(text: str) -> bool:
    try:
        read_author_date(text)
    except UnreadableError:
        return False
    return True


def _placed(fields: Fields, key: str) -> list[tuple[str, Path]]:
    return [(text, (key, i)) for i, text in enumerate(fields.texts(key)) if text]


def _precision(fields: Fields, value: WrittenDate) -> Precision:
    own = precision_of(value.value)
    asked = fields.one_of("nøjagtighed", PRECISIONS, "unknown_precision")
    if asked and is_finer(asked, own):
        remedy = Remedy("change_to", SetValue(own.value), {"near": own.value})
        fields.note_with(remedy, "precision_too_fine", "nøjagtighed", value=asked.value)
    return asked or own


def _number(fields: Fields, text: str, path: Path) -> WrittenNumber | None:
    if sum(one.isdigit() for one in text) > MOST_DIGITS:
        fields.note("unreadable_number", *path, value=text[:MOST_DIGITS])
        return None
    return fields.read(WrittenNumber.read, "unreadable_number", text, path) if text else None


def _tolerance(fields: Fields) -> Decimal | Share:
    text = fields.text("tolerance")
    amount = text.removesuffix("%").rstrip()
    if not text:
        return Decimal(0)
    try:
        number = read_author_number(amount[:MOST_DIGITS])
    except UnreadableError:
        number = Decimal(-1)
    if number < 0 or len(amount) > MOST_DIGITS:
        fields.note("bad_tolerance", "tolerance", value=text[:READABLE_LENGTH])
    return Share(number.scaleb(-2)) if amount != text else number


def _interval(fields: Fields, key: str) -> Interval | None:
    texts = fields.texts(key)
    if not texts:
        return None
    ends = [_number(fields, text, (key, i)) for i, text in enumerate(texts)]
    numbers = [end.value for end in ends if end]
    if len(texts) != _ENDS:
        fields.note("bad_range", key, key=key)
        return None
    if len(numbers) != len(texts):
        return None
    low, high = numbers
    if low > high:
        remedy = Remedy("swap", SetValue([texts[1], texts[0]]))
        fields.note_with(remedy, "bad_range", key, key=key)
    return Interval(low, high)


def _listed_numbers(fields: Fields, key: str) -> tuple[ListedNumber, ...]:
    found = ((_number(fields, text, path), why) for text, why, path in fields.remarked(key))
    return tuple(ListedNumber(number, why) for number, why in found if number)


def _listed_wordings(fields: Fields, key: str) -> tuple[ListedWording, ...]:
    return tuple(ListedWording(text, why) for text, why, _ in fields.remarked(key) if text)

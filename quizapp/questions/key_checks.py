"""What an author may have overlooked in the answers that are typed."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import assert_never

from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import Mistake, Remedy, Remove
from quizapp.questions.keys import DateKey, Interval, Key, NumberKey, Share, TermKey
from quizapp.questions.likeness import alike


def check_key(key: Key) -> Iterator[Mistake]:
    """Return what is at odds in the key of a typed answer."""
    match key:
        case NumberKey():
            yield from _check_number(key)
            texts = [number.text for number in (key.value, *key.also)]
            almost = [listed.number.text for listed in key.almost]
            reject = [listed.number.text for listed in key.reject]
        case TermKey():
            texts = [*key.answers]
            almost = [listed.wording for listed in key.almost]
            reject = [listed.wording for listed in key.reject]
            accepted = {alike(text) for text in texts}
            for i, wording in enumerate(reject):
                if alike(wording) in accepted:
                    yield _rejected(i, wording)
        case DateKey():
            texts = [date.text for date in (key.value, *key.also)]
            almost = [listed.date.text for listed in key.almost]
            reject = [listed.date.text for listed in key.reject]
            values = {date.value for date in (key.value, *key.also)}
            for i, rejected in enumerate(key.reject):
                if rejected.date.value in values:
                    yield _rejected(i, rejected.date.text)
        case _:
            assert_never(key)
    yield from _said_twice(texts, almost, reject)


def _said_twice(texts: list[str], almost: list[str], reject: list[str]) -> Iterator[Mistake]:
    """Warn of wordings that the author gives twice, or as two things at once."""
    seen: set[str] = set()
    for i, text in enumerate(texts):
        before = len(seen)
        seen.add(alike(text))
        if len(seen) == before:
            remedy = Remedy("remove_one", Remove())
            yield replace(warning("answer_twice", "også", i - 1, item=text), remedy=remedy)
    rejected = {alike(one) for one in reject}
    for i, text in enumerate(almost):
        if alike(text) in rejected:
            yield warning("almost_rejected", "næsten", i, value=text)


def _rejected(index: int, value: str) -> Mistake:
    remedy = Remedy("remove_one", Remove())
    path = ("afvis", index)
    return Mistake(code="reject_accepted", path=path, fields={"value": value}, remedy=remedy)


def _check_number(key: NumberKey) -> Iterator[Mistake]:
    value = key.value.value
    margin = _margin(key)
    if value and margin > abs(value):
        yield warning("tolerance_large", "tolerance")
    accepted = {number.value for number in (key.value, *key.also)}
    for i, listed in enumerate(key.reject):
        rejected = listed.number.value
        if rejected in accepted or abs(rejected - value) <= margin:
            yield _rejected(i, listed.number.text)
    yield from _check_ranges(key)
    accepted_units = {alike(unit) for unit in (key.unit, *key.unit_aliases) if unit}
    for i, unit in enumerate(key.unit_reject):
        if alike(unit) in accepted_units:
            yield warning("unit_both", "afvis enheder", i, unit=unit)
    if key.unit_required and not key.unit:
        yield Mistake(code="unit_missing", path=("enhed kræves",))


def _check_ranges(key: NumberKey) -> Iterator[Mistake]:
    value = key.value.value
    if key.accept_range and not key.accept_range.low <= value <= key.accept_range.high:
        fields = {"value": key.value.text}
        yield Mistake(code="outside_range", path=("godtag",), fields=fields)
    if key.almost_range and not _holds(key.almost_range, key):
        yield Mistake(code="almost_range_inside", path=("næsten interval",))


def _holds(wide: Interval, key: NumberKey) -> bool:
    """Tell whether all that is right lies inside what is almost right."""
    value = key.value.value
    right = key.accept_range or Interval(value, value)
    return wide.low <= min(right.low, value) and max(right.high, value) <= wide.high


def _margin(key: NumberKey) -> Decimal:
    tolerance = key.tolerance
    return abs(key.value.value) * tolerance.share if isinstance(tolerance, Share) else tolerance

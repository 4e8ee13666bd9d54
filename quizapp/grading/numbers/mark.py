"""A typed number against its key: rules N1 to N10."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from quizapp.base.texts import number_text
from quizapp.grading.numbers.amounts import Amount, amounts_of
from quizapp.grading.numbers.digits import tidy
from quizapp.grading.numbers.quantities import Quantity, as_quantity, compound_quantity
from quizapp.grading.numbers.units import known_unit, normal_unit, shown_unit
from quizapp.grading.numbers.wording import (
    bound_of,
    is_negative,
    is_upper_bound,
    is_vague,
    is_vague_throughout,
    may_be_name,
    says_none,
    with_degrees,
    without_minus,
    without_nearly,
    without_none,
)
from quizapp.grading.numbers.zones import Zone, tolerance_of, zone_of
from quizapp.grading.verdict import Finding, Outcome
from quizapp.notation.normalise import trim
from quizapp.notation.number_words import cardinal_words
from quizapp.questions.keys import NumberKey

LAST_YEAR: Final = 2100
THOUSAND: Final = 1000
PAIR: Final = 2

_SUM: Final = re.compile(r"\d[^\d=]*[-+*x×·:÷/][^\d=]*\d|\b(?:minus|plus|gange|til)\b")
_BEFORE_YEARS: Final = frozenset({"i", "år", "året", "siden", "fra", "mellem"})
_LABEL: Final = re.compile(
    r"^(?:i |år(?:et)? )?[12]\d{3}(?:-\d{2,4})?(?: ?:| ?=|,? altså|,? dvs\.?) (?=.*\d)"
)
_SPLIT_HALF: Final = re.compile(r"^(\w+) ([^\W\d]+) og (?:en|et) halvt?$")
_SAID_COMMA: Final = re.compile(r"(?<=\d) komma (?=\d)")
_DIVIDED: Final = re.compile(r"^÷ ?(?=\d)")
_SPACED: Final = re.compile(r"\s+")
MOST_IN_WORDS: Final = 10**15
_RANGE: Final = frozenset({"-", "til"})


def mark_number(key: NumberKey, given: str) -> Finding:
    """Mark a typed number that is neither empty, too long nor denied."""
    text = _SPACED.sub(" ", trim(re.sub(r",[-–]+$|\.-$", "", given.strip()))).strip()
    text = _result_of(_LABEL.sub("", _SPLIT_HALF.sub(r"\1 og en halv \2", text)))
    text = _SAID_COMMA.sub(",", text)
    text = with_degrees(_DIVIDED.sub("-", text), is_scale=_is_scale(key))
    # The sentences that tell the unit end with it, and have their own full stop.
    fields = {"given": given, "answer": key.value.text, "unit": key.unit.removesuffix(".")}
    if says_none(text) and not amounts_of(without_none(text)):
        none = Amount(Decimal(0), after=tuple(without_none(text).split()))
        return _single(key, replace(as_quantity(key, none), unknown_unit=""), fields)
    amounts = _asked_amounts(amounts_of(without_nearly(text)))
    if not amounts:
        rule, why = ("N5", "vague") if is_vague_throughout(text) else ("N1", "unreadable")
        return Finding(Outcome.WRONG, rule, why, dict(fields))
    if any(is_vague(" ".join(amount.before)) for amount in amounts):
        return Finding(Outcome.WRONG, "N5", "vague", dict(fields))
    if len(amounts) == 1:
        return _one(key, amounts[0], fields)
    return _several(key, amounts, fields)


def _is_scale(key: NumberKey) -> bool:
    """Whether degrees below nought are less than nought: not where frost is what is counted."""
    return key.value.value <= 0 or normal_unit(key.unit).startswith(("°", "c"))


def _result_of(text: str) -> str:
    """Return what a sum comes to, where it is told with the answer: 1905 - 1868 = 37."""
    sides = [side.strip() for side in text.split("=")]
    results = [side for side in sides if not _SUM.search(side)]
    is_sum = len(sides) == PAIR and len(results) == 1
    return results[0] if is_sum else text


def _asked_amounts(amounts: tuple[Amount, ...]) -> list[Amount]:
    """N10: leave out numbers in names and years told in passing, if others are left."""
    counted = [amount for amount in amounts if not _is_counted_name(amount)]
    kept = [amount for amount in counted if not _is_in_name(amount)] or counted
    return _without_years(kept) or kept


def _without_years(amounts: list[Amount]) -> list[Amount]:
    """Leave out years told in passing: 37 år fra 1868 til 1905."""
    kept: list[Amount] = []
    was_year = False
    for amount in amounts:
        is_end = was_year and amount.before[-1:] in {("til",), ("og",), ("-",)}
        was_year = _is_year(amount) or (is_end and _may_be_year(amount))
        if not was_year:
            kept.append(amount)
    return kept


def _is_counted_name(amount: Amount) -> bool:
    """Whether a number is the ordinal of a name: Henrik 8., 2. verdenskrig."""
    is_name = bool(amount.before) and may_be_name(amount.before[-1])
    return amount.is_ordinal and (is_name or bool(amount.after and amount.after[0].isalpha()))


def _is_in_name(amount: Amount) -> bool:
    """Whether a number may belong to the word before it: Apollo 13; but so it is in »fik 20«."""
    before = amount.before[-1] if amount.before else ""
    is_free = may_be_name(before) and known_unit(before) is None
    return is_free and amount.is_plain_figures and bool(amount.after)


def _is_year(amount: Amount) -> bool:
    is_led = amount.before[-1:] and amount.before[-1] in _BEFORE_YEARS
    return bool(is_led) and _may_be_year(amount)


def _may_be_year(amount: Amount) -> bool:
    value = amount.danish
    return amount.is_plain_figures and value is not None and THOUSAND <= value <= LAST_YEAR


def _one(key: NumberKey, amount: Amount, fields: dict[str, str]) -> Finding:
    before = " ".join(amount.before)
    if is_negative(before):
        amount = amount.times(Decimal(-1))
    found = _single(key, as_quantity(key, amount), fields)
    bound = bound_of(without_minus(before), " ".join(amount.after))
    if not bound or found.outcome is Outcome.WRONG:
        return found
    if found.outcome is Outcome.ALMOST:
        return Finding(Outcome.WRONG, "N5", "vague", dict(fields))
    why = "less" if is_upper_bound(bound) else "more"
    return Finding(Outcome.ALMOST, "N5", why, {**fields, "bound": bound})


def _single(key: NumberKey, quantity: Quantity, fields: dict[str, str]) -> Finding:
    if quantity.other_unit:
        return Finding(Outcome.WRONG, "N7", "other", _with_unit(fields, quantity.other_unit))
    listed = _listed(key, quantity, fields)
    if listed is not None:
        return listed
    danish, english = quantity.danish, quantity.english
    if danish is None:
        if english is None:
            return Finding(Outcome.WRONG, "N9", "malformed", dict(fields))
        return _by_value(key, quantity, english, fields)
    found = _by_value(key, quantity, danish, fields)
    is_english = english is not None and zone_of(key, english) is Zone.INSIDE
    if found.outcome is not Outcome.WRONG or english is None or not is_english:
        return found
    return _in_english(quantity, danish, english, fields)


def _in_english(
    quantity: Quantity, danish: Decimal, english: Decimal, fields: dict[str, str]
) -> Finding:
    """N2: almost, where only the English reading fits."""
    why = "decimal_point" if english < danish else "comma"
    said = {**fields, "in_words": _in_words(danish)}
    if why == "comma" and quantity.written is not None:
        grouped = fields["given"].strip().replace(",", ".").removesuffix(".")
        return Finding(Outcome.ALMOST, "N2", "groups", {**fields, "answer": grouped})
    if why == "decimal_point" or quantity.amount.shift == 1:
        # With its separators, however the author wrote it: they are what the sentence is about.
        said["answer"] = number_text(tidy(english / quantity.amount.shift))
    return Finding(Outcome.ALMOST, "N2", why, dict(said))


def _with_unit(fields: dict[str, str], unit: str) -> dict[str, str | int | Decimal]:
    return {**fields, "given_unit": shown_unit(unit)}


def _listed(key: NumberKey, quantity: Quantity, fields: dict[str, str]) -> Finding | None:
    value = quantity.danish if quantity.danish is not None else quantity.english
    for rejected in key.reject:
        if value == rejected.number.value:
            return Finding(Outcome.WRONG, "N6", "listed", dict(fields), rejected.feedback)
    for almost in key.almost:
        if value == almost.number.value and value != key.value.value:
            return Finding(Outcome.ALMOST, "N6", "listed_almost", dict(fields), almost.feedback)
    return None


def _by_value(
    key: NumberKey, quantity: Quantity, value: Decimal, fields: dict[str, str]
) -> Finding:
    zone = zone_of(key, value)
    if zone is Zone.OUTSIDE:
        return _outside(key, quantity, value, fields)
    if zone is Zone.CLOSE:
        return Finding(Outcome.ALMOST, "N6", "close", _limits(key, fields))
    if quantity.unknown_unit or (key.unit_required and not quantity.has_unit):
        return Finding(Outcome.ALMOST, "N7", "missing", dict(fields))
    if quantity.amount.is_misspelt:
        said = {**fields, "in_words": _in_words(value)}
        return Finding(Outcome.ALMOST, "N3", "spelling", dict(said))
    if value != key.value.value:
        return Finding(Outcome.CORRECT, "N6", "right", _limits(key, fields))
    return Finding(Outcome.CORRECT, "N1", "right", dict(fields))


def _limits(key: NumberKey, fields: dict[str, str]) -> dict[str, str | int | Decimal]:
    if key.accept_range is not None:
        low, high = key.accept_range.low, key.accept_range.high
    else:
        tolerance = tolerance_of(key)
        low, high = key.value.value - tolerance, key.value.value + tolerance
    return {**fields, "low": tidy(low), "high": tidy(high)}


def _in_words(value: Decimal) -> str:
    """Write a number in words where that is short enough to read."""
    is_whole = value == value.to_integral_value() and 0 <= value < MOST_IN_WORDS
    return cardinal_words(int(value)) if is_whole else number_text(tidy(value))


def _outside(key: NumberKey, quantity: Quantity, value: Decimal, fields: dict[str, str]) -> Finding:
    own = key.value.value
    if quantity.written is not None and zone_of(key, quantity.written) is Zone.INSIDE:
        return Finding(Outcome.WRONG, "N7", "other", _with_unit(fields, quantity.written_unit))
    size = _wrong_size(own, value, fields, is_bare=quantity.amount.shift == 1)
    if size is not None:
        return size
    if value == -own:
        return Finding(Outcome.WRONG, "N9", "negative", dict(fields))
    if sorted(str(value)) == sorted(str(own)):
        return Finding(Outcome.WRONG, "N9", "swapped", dict(fields))
    if not tolerance_of(key) and key.accept_range is None:
        return Finding(Outcome.WRONG, "N6", "exact", dict(fields))
    return Finding(Outcome.WRONG, "N6", "high" if value > own else "low", dict(fields))


def _wrong_size(
    own: Decimal, value: Decimal, fields: dict[str, str], *, is_bare: bool
) -> Finding | None:
    """N4: the right figures with another magnitude are wrong."""
    if not own or not value:
        return None
    if value == own * THOUSAND and "billion" in fields["given"]:
        return Finding(Outcome.WRONG, "N4", "billion", dict(fields))
    for size, magnitude in _MAGNITUDES.items():
        if own == value * size and is_bare:
            return Finding(Outcome.WRONG, "N4", "missing", {**fields, "magnitude": magnitude})
    is_other_size = own / value in _POWERS or value / own in _POWERS
    return Finding(Outcome.WRONG, "N4", "magnitude", dict(fields)) if is_other_size else None


_MAGNITUDES: Final = {10**3: "tusind", 10**6: "mio.", 10**9: "mia."}
_POWERS: Final = frozenset(Decimal(10) ** power for power in range(1, 10))


def _several(key: NumberKey, amounts: Sequence[Amount], fields: dict[str, str]) -> Finding:
    """Two numbers are a range (N8), alternatives (G6), one amount in two units (N10), or wrong."""
    first, second = amounts[0], amounts[1]
    link = [word for word in second.before if word != "."]
    joint = link[-1] if link else ""
    if len(amounts) == PAIR:
        if joint in {",", "="} and first.danish is not None and first.danish == second.danish:
            return _one(key, first, fields)
        combined = compound_quantity(key, first, second)
        if combined is not None:
            return _single(key, combined, fields)
        lead = " ".join(first.before)
        if is_negative(lead):
            first = first.times(Decimal(-1))
        if joint == "-" and link[-2:-1] and link[-2] in {"til", "og", "-"}:
            second, joint = second.times(Decimal(-1)), link[-2]
        is_between = joint == "og" and re.search(r"\bmellem$", lead)
        if joint in _RANGE or is_between:
            return _range(key, first, second, fields)
    if all("eller" in amount.before or "/" in amount.before for amount in amounts[1:]):
        return _either(key, amounts, fields)
    return Finding(Outcome.WRONG, "N9", "two", dict(fields))


def _range(key: NumberKey, first: Amount, second: Amount, fields: dict[str, str]) -> Finding:
    """N8: a narrow range around the number shows knowledge."""
    first = _sharing(first, second)
    low, high = as_quantity(key, first), as_quantity(key, second)
    if low.other_unit or high.other_unit:
        unit = low.other_unit or high.other_unit
        return Finding(Outcome.WRONG, "N7", "other", _with_unit(fields, unit))
    if low.danish is None or high.danish is None:
        return Finding(Outcome.WRONG, "N9", "malformed", dict(fields))
    bottom, top = sorted((low.danish, high.danish))
    if zone_of(key, bottom) is Zone.INSIDE and zone_of(key, top) is Zone.INSIDE:
        return Finding(Outcome.CORRECT, "N8", "right", dict(fields))
    if not bottom <= key.value.value <= top:
        return Finding(Outcome.WRONG, "N8", "beside", dict(fields))
    if bottom <= 0 or top > bottom * Decimal("1.5"):
        return Finding(Outcome.WRONG, "N8", "wide", dict(fields))
    return Finding(Outcome.ALMOST, "N8", "around", dict(fields))


def _sharing(first: Amount, second: Amount) -> Amount:
    """Let 5-6 mio. and 50-60.000 share their size, and 80-90 km their unit."""
    if abs(first.shift) == 1 and second.shift > 1:
        first = first.times(second.shift)
    elif first.is_plain_figures and second.danish is not None and first.danish is not None:
        grouped = re.fullmatch(r"\d{1,3}\.000", second.text)
        if grouped and first.danish < THOUSAND:
            first = first.times(Decimal(1000))
    return replace(first, after=second.after)


def _either(key: NumberKey, amounts: Sequence[Amount], fields: dict[str, str]) -> Finding:
    """G6: alternatives count only if all of them are right."""
    last = amounts[-1]
    found = [_single(key, as_quantity(key, _sharing(one, last)), fields) for one in amounts]
    worst = min(found, key=lambda one: one.outcome)
    return (
        worst
        if worst.outcome is Outcome.CORRECT
        else Finding(Outcome.WRONG, "G6", "two", dict(fields))
    )

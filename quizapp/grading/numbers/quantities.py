"""A number with what it counts, brought to the unit of the key (N7, N10)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from quizapp.grading.numbers.amounts import Amount, size_of
from quizapp.grading.numbers.units import (
    SHARE,
    Unit,
    contradicts,
    counts_people,
    is_people,
    known_unit,
    normal_unit,
    same_unit,
)
from quizapp.grading.numbers.wording import may_be_noun
from quizapp.notation.vocabulary import word_set
from quizapp.questions.keys import NumberKey


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number as compared: its Danish value in the key's unit, and its English one.

    ``written`` and ``written_unit`` are what stood there, where it had to be converted.
    """

    amount: Amount
    danish: Decimal | None
    english: Decimal | None
    has_unit: bool
    other_unit: str = ""
    unknown_unit: str = ""
    written: Decimal | None = None
    written_unit: str = ""


def as_quantity(key: NumberKey, amount: Amount) -> Quantity:
    """Find the unit of an amount and bring it to the key's."""
    size = size_of(normal_unit(key.unit))
    if size and (amount.shift != 1 or (amount.danish or 0) >= size):
        amount = amount.times(1 / size)
    if size:
        key = replace(key, unit="")
    if amount.counted is not None and _counts_things(key):
        amount = replace(amount, danish=amount.counted, is_share=False)
    units = [unit for unit in (key.unit, *key.unit_aliases) if unit]
    following = _nouns(amount.after, is_rate=any("/" in normal_unit(unit) for unit in units))
    leading = [word for word in amount.before if word in {"$", "€", "£"}]
    words = following + leading
    plain = Quantity(amount, amount.danish, amount.english, has_unit=False)
    for word in words:
        if any(same_unit(word, unit) for unit in key.unit_reject):
            return replace(plain, other_unit=word)
    if not amount.is_share and any(same_unit(word, unit) for word in words for unit in units):
        return replace(plain, has_unit=True)
    is_counted = any(known_unit(word) for word in following[:2])
    if amount.is_share and not is_counted and not _has_own_unit(words[:2], units):
        return _converted(plain, SHARE, key, "andel")
    return _by_known_unit(plain, words, key)


def _counts_things(key: NumberKey) -> bool:
    """Whether a key counts something, so that »3 ud af 38« is 3 and not a share."""
    own = known_unit(normal_unit(key.unit))
    return bool(key.unit) and (own is None or own.measures != SHARE.measures)


def _has_own_unit(words: Sequence[str], units: Sequence[str]) -> bool:
    return any(same_unit(word, unit) for word in words for unit in units)


def _by_known_unit(plain: Quantity, words: Sequence[str], key: NumberKey) -> Quantity:
    own, line, _ = normal_unit(key.unit).partition("/")
    if line and words and same_unit(words[0], own) and _measures(own) != "længde":
        return replace(plain, unknown_unit=words[0])
    for word in words[:2]:
        unit = known_unit(word)
        if unit is not None and key.unit:
            return _converted(plain, unit, key, word)
        if key.unit and contradicts(word, key.unit):
            return replace(plain, other_unit=word)
    is_unknown = bool(key.unit) and _is_bare_noun(words, key.unit)
    return replace(plain, unknown_unit=words[0]) if is_unknown else plain


def _is_bare_noun(words: Sequence[str], unit: str) -> bool:
    """Whether a number stands with one noun that is no unit we know, and no people."""
    if len(words) != 1 or not may_be_noun(words[0]) or known_unit(words[0]) is not None:
        return False
    return not (is_people(words[0]) and counts_people(unit))


def _converted(plain: Quantity, unit: Unit, key: NumberKey, word: str) -> Quantity:
    own = known_unit(normal_unit(key.unit))
    if own is None or own.measures != unit.measures:
        is_free = not key.unit or (unit is not SHARE and not contradicts(word, key.unit))
        return plain if is_free else replace(plain, other_unit=word)
    factor = unit.factor / own.factor
    return Quantity(
        plain.amount.times(factor),
        None if plain.danish is None else plain.danish * unit.factor / own.factor,
        None if plain.english is None else plain.english * unit.factor / own.factor,
        has_unit=True,
        written=plain.danish,
        written_unit=word,
    )


_NO_NOUNS: Final = word_set(", ; : i på ved om fordi da mens som der under")
_PER: Final = word_set("i pr per om")
_PREFIXES: Final = word_set("kvadrat kubik kilo centi milli")
_SCALES: Final = word_set("celsius fahrenheit kelvin c f")


def _nouns(after: Sequence[str], *, is_rate: bool) -> list[str]:
    """Return the words that belong to a number, up to a preposition or a comma: km/s, °C as one.

    Where no rate is asked, the »i minuttet« of »70 slag i minuttet« says nothing of the unit.
    """
    nouns: list[str] = []
    is_joined = False
    for word in _with_lines(after) if is_rate else after:
        if word in _NO_NOUNS:
            break
        if nouns and nouns[-1] in _PREFIXES:
            nouns[-1] += word
        elif word == "/":
            is_joined = bool(nouns)
        elif is_joined:
            nouns[-1] += f"/{word}" if is_rate or _measures(nouns[-1]) == "længde" else ""
            is_joined = False
        elif word in _SCALES and nouns and nouns[-1] in {"°", "grader", "grad"}:
            nouns[-1] = f"°{word[0]}"
        elif word not in {".", "(", ")", "="}:
            nouns.append(word)
    return nouns


def _measures(word: str) -> str:
    unit = known_unit(word)
    return unit.measures if unit is not None else ""


def _with_lines(after: Sequence[str]) -> list[str]:
    """Write »km i timen«, »meter pr. sekund i anden« as one unit: km / timen, meter / sekund^2."""
    words = [word for word in after if word != "."]
    written: list[str] = []
    for at, word in enumerate(words):
        follows_unit = bool(written) and known_unit(written[-1]) is not None
        measures = _measures(words[at + 1]) if at + 1 < len(words) else ""
        is_per = word in {"pr", "per"} or (word in _PER and measures == "døgntid")
        if is_per and follows_unit and measures:
            written.append("/")
        elif words[at : at + 2] == ["i", "anden"] and written[-2:-1] == ["/"]:
            written[-1] += "^2"
        else:
            written.append(word)
    return written


def compound_quantity(key: NumberKey, first: Amount, second: Amount) -> Quantity | None:
    """N10: 1 år og 4 måneder is one amount."""
    links = [word for word in second.before if word not in {"og", ",", "."}]
    one = known_unit(links[0]) if len(links) == 1 else None
    other = next((known_unit(word) for word in second.after if known_unit(word)), None)
    own = known_unit(normal_unit(key.unit))
    if one is None or other is None or own is None:
        return None
    if not (one.measures == other.measures == own.measures) or one.factor <= other.factor:
        return None
    if first.danish is None or second.danish is None:
        return None
    value = (first.danish * one.factor + second.danish * other.factor) / own.factor
    return Quantity(first, value, None, has_unit=True)

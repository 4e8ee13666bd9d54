"""Danish number words, cardinal and ordinal, split, joined or hyphenated, to values."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.notation.edits import allowed_edits, edits_within

_SMALL: Final = {
    "nul": 0, "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5,
    "seks": 6, "syv": 7, "otte": 8, "ni": 9,
}  # fmt: skip
_TEENS: Final = {
    "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15,
    "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
}  # fmt: skip
_TENS: Final = {
    "tyve": 20, "tredive": 30, "fyrre": 40, "fyrretyve": 40, "halvtreds": 50,
    "halvtredsindstyve": 50, "tres": 60, "tresindstyve": 60, "halvfjerds": 70,
    "halvfjerdsindstyve": 70, "firs": 80, "firsindstyve": 80, "halvfems": 90,
    "halvfemsindstyve": 90, "femti": 50, "seksti": 60, "syvti": 70, "niti": 90,
}  # fmt: skip
HUNDRED: Final = 100
_HUNDREDS: Final = {"hundrede": HUNDRED, "hundred": HUNDRED, "hundreder": HUNDRED}
MAGNITUDES: Final = {
    "tusind": 10**3, "tusinde": 10**3, "tusinder": 10**3, "million": 10**6, "millioner": 10**6,
    "milliard": 10**9, "milliarder": 10**9, "billion": 10**12, "billioner": 10**12,
    "billiard": 10**15, "billiarder": 10**15, "trillion": 10**18, "trillioner": 10**18,
}  # fmt: skip
_MISSPELT: Final = {
    "treds": "tres", "tress": "tres", "treds indstyve": "tresindstyve", "halvtres": "halvtreds",
    "halvtress": "halvtreds", "halvfjers": "halvfjerds", "halvfjærds": "halvfjerds",
    "halfjerds": "halvfjerds", "halvfjer": "halvfjerds", "halvfemds": "halvfems",
    "halvfemts": "halvfems", "halvfem": "halvfems", "halfems": "halvfems", "halvems": "halvfems",
    "halftreds": "halvtreds", "halvtredds": "halvtreds",
    "firds": "firs", "fiers": "firs", "fyre": "fyrre", "førre": "fyrre", "førretyve": "fyrre",
    "tredve": "tredive", "tretive": "tredive", "trædive": "tredive", "tyv": "tyve",
    "elve": "elleve", "eleve": "elleve", "ellve": "elleve", "elleven": "elleve", "tol": "tolv",
    "treten": "tretten",
    "fjordten": "fjorten", "fjoten": "fjorten", "femtn": "femten", "sekten": "seksten",
    "sejsten": "seksten", "sejs": "seks", "sex": "seks", "syten": "sytten", "sytn": "sytten",
    "aten": "atten", "niten": "nitten", "syw": "syv", "åtte": "otte", "ote": "otte",
    "fier": "fire", "hunderede": "hundrede", "hundrete": "hundrede", "hundret": "hundrede",
    "hunderde": "hundrede", "tusin": "tusind", "tusen": "tusind", "tusende": "tusinde",
    "tussind": "tusind", "tusine": "tusinde", "milion": "million", "milioner": "millioner",
    "miljon": "million", "miljoner": "millioner", "milloner": "millioner",
    "millionner": "millioner", "milliad": "milliard", "milliader": "milliarder",
    "miliard": "milliard", "miliarder": "milliarder",
}  # fmt: skip
_ORDINALS: Final = {
    "første": 1, "anden": 2, "andet": 2, "andre": 2, "tredje": 3, "tredie": 3, "fjerde": 4,
    "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8, "niende": 9, "tiende": 10, "ellevte": 11,
    "elvte": 11, "tolvte": 12, "trettende": 13, "fjortende": 14, "femtende": 15, "sekstende": 16,
    "syttende": 17, "attende": 18, "nittende": 19, "tyvende": 20, "tredivte": 30,
    "fyrretyvende": 40, "nitende": 19, "sytende": 17,
    "halvtredsindstyvende": 50, "tresindstyvende": 60, "halvfjerdsindstyvende": 70,
    "firsindstyvende": 80, "halvfemsindstyvende": 90,
}  # fmt: skip
_LONGEST_WORD: Final = 200


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number read from words; ``is_misspelt`` if some word is not spelt the Danish way."""

    value: int
    is_misspelt: bool = False


_MORPHEMES: Final = {
    **_SMALL, **_TEENS, **_TENS, **_HUNDREDS, **MAGNITUDES, **dict.fromkeys(_MISSPELT, 0), "og": 0,
}  # fmt: skip
_BY_LENGTH: Final = sorted(_MORPHEMES, key=len, reverse=True)
_BY_FIRST_LETTER: Final = {
    letter: tuple(word for word in _BY_LENGTH if word[0] == letter)
    for letter in {word[0] for word in _BY_LENGTH}
}


def read_cardinal(text: str) -> Spelled | None:
    """Read number words as a whole number up to 10¹⁸ or so; None if they are none."""
    joined = re.sub("[ -]", "", text)
    if not joined or len(joined) > _LONGEST_WORD:
        return None
    for morphemes in _segmentations(joined):
        spelled = _read_morphemes(morphemes)
        if spelled is not None:
            return spelled
    return None


def read_cardinal_run(words: Sequence[str]) -> Spelled | None:
    """Read words that are each made of number words, as one number; quicker than joining them."""
    parts = [morphemes_of(word) for word in words]
    return _read_morphemes(tuple(part for split in parts for part in split or ("",)))


@lru_cache(maxsize=4096)
def morphemes_of(word: str) -> tuple[str, ...] | None:
    """Split a word into number words, ``og`` among them; None if it is made of anything else."""
    return next(iter(_segmentations(word)), None) if len(word) <= _LONGEST_WORD else None


def _segmentations(joined: str) -> list[tuple[str, ...]]:
    """Return ways to split, longest words first; few, as almost every split is the only one."""
    ways: list[list[tuple[str, ...]]] = [[] for _ in range(len(joined) + 1)]
    ways[len(joined)] = [()]
    for at in range(len(joined) - 1, -1, -1):
        for word in _BY_FIRST_LETTER.get(joined[at], ()):
            if joined.startswith(word, at):
                ways[at] += [(word, *rest) for rest in ways[at + len(word)]]
        del ways[at][4:]
    return ways[0]


def _read_morphemes(words: tuple[str, ...]) -> Spelled | None:
    spelt = tuple(_MISSPELT.get(word, word) for word in words)
    value = _large(list(spelt))
    return None if value is None else Spelled(value, spelt != words)


def _large(words: list[str]) -> int | None:
    """Add up groups that stand before falling magnitudes."""
    total, limit, group = 0, 10**21, list[str]()
    for word in words:
        magnitude = MAGNITUDES.get(word)
        if magnitude is None:
            group.append(word)
            continue
        count = _below_thousand(group) if group else 1
        if not count or magnitude >= limit:
            return None
        total, limit, group = total + count * magnitude, magnitude, []
        continue
    if not group:
        return total
    if total and group[0] == "og":
        group = group[1:]
    rest = _below_thousand(group)
    if rest is None or (total and (rest == 0 or rest >= limit)):
        return None
    return total + rest


def _below_thousand(words: list[str]) -> int | None:
    """Read what stands before a magnitude: up to 999, and tolv hundrede for 1200."""
    if words and words[0] == "og":
        words = words[1:]
    at = next((at for at, word in enumerate(words) if word in _HUNDREDS), None)
    if at is None:
        return _below_hundred(words)
    count = _below_hundred(words[:at]) if at else 1
    rest = words[at + 1 :]
    if not count:
        return None
    if not rest:
        return count * HUNDRED
    below = _below_hundred(rest[1:] if rest[0] == "og" else rest)
    return count * HUNDRED + below if below else None


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case [word]:
            return {**_SMALL, **_TEENS, **_TENS}.get(word)
        case [unit, "og", tens] if unit in _SMALL and tens in _TENS and unit != "nul":
            return _SMALL[unit] + _TENS[tens]
        case _:
            return None


def read_ordinal(word: str) -> int | None:
    """Read one ordinal word (femte, enogtyvende, enogtredivte); None if it is none."""
    if word in _ORDINALS:
        return _ORDINALS[word]
    unit, og, tens = word.replace("-", "").replace(" ", "").partition("og")
    if og and unit in _SMALL and _ORDINALS.get(tens, 0) >= _TENS["tyve"]:
        return _SMALL[unit] + _ORDINALS[tens]
    return None


SHORTEST_REST: Final = 4


def leading_ordinal(word: str) -> str:
    """Return the ordinal that a longer word begins with, or nothing: førsteverdenskrig."""
    return next(
        (
            ordinal
            for ordinal in _ORDINALS
            if word.startswith(ordinal) and len(word) - len(ordinal) >= SHORTEST_REST
        ),
        "",
    )


def ordinals_like(word: str) -> tuple[tuple[str, int], ...]:
    """Return the ordinal words that a word may be a misspelling of, with their numbers."""
    return tuple(
        (ordinal, number)
        for ordinal, number in _ORDINALS.items()
        if edits_within(word, ordinal, allowed_edits(len(ordinal))) is not None
    )


_WRITTEN_SIZES: Final = (
    ("billion", "billioner", 10**12), ("milliard", "milliarder", 10**9),
    ("million", "millioner", 10**6), ("tusind", "tusind", 10**3),
)  # fmt: skip


def cardinal_words(number: int) -> str:
    """Write a whole number from 0 to below 10¹⁵ in words, each compound below 100 as one."""
    for name, many, size in _WRITTEN_SIZES:
        if number >= size:
            count, rest = divmod(number, size)
            head = f"{_one_or(count, neuter=size == 10**3)} {name if count == 1 else many}"
            joint = " og " if 0 < rest < HUNDRED else " "
            return head + (joint + cardinal_words(rest) if rest else "")
    if number >= HUNDRED:
        count, rest = divmod(number, HUNDRED)
        head = f"{_one_or(count, neuter=True)} hundrede"
        return f"{head} og {cardinal_words(rest)}" if rest else head
    return _words_below_hundred(number)


def _one_or(count: int, *, neuter: bool) -> str:
    return ("et" if neuter else "en") if count == 1 else cardinal_words(count)


def _words_below_hundred(number: int) -> str:
    names = {value: word for word, value in reversed([*_SMALL.items(), *_TEENS.items()])}
    if number in names:
        return names[number]
    tens = {20: "tyve", 30: "tredive", 40: "fyrre", 50: "halvtreds", 60: "tres", 70: "halvfjerds",
            80: "firs", 90: "halvfems"}  # fmt: skip
    unit = number % 10
    return f"{names[unit]}og{tens[number - unit]}" if unit else tens[number]

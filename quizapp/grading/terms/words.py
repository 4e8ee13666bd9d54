"""A term as words: abbreviations written out, numerals as numbers, compass words joined."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from quizapp.grading.terms.inflection import is_common_noun
from quizapp.grading.terms.letters import expanded, folded, name_form, plain_letters
from quizapp.notation.date_words import MONTH_NUMBERS
from quizapp.notation.normalise import fold_characters, normalise
from quizapp.notation.number_words import (
    leading_ordinal,
    morphemes_of,
    read_cardinal,
    read_ordinal,
)
from quizapp.notation.roman import read_roman
from quizapp.notation.vocabulary import word_set

SHORT_NAME: Final = 2

ARTICLES: Final = word_set("den det de en et at the")
TITLES: Final = word_set(
    "præsident præsidenten kong konge kongen kejser kejseren dronning dronningen prins "
    "prinsen prinsesse prinsessen zar zaren tsar tsaren czar pave paven general generalen "
    "admiral admiralen statsminister statsministeren premierminister premierministeren "
    "kansler kansleren rigskansler rigskansleren greve greven grev baron baronen hertug "
    "hertugen biskop bispen ærkebiskop ærkebiskoppen hr fru frøken dr sir lord jarl sultan "
    "sultanen kalif kaliffen marskal oberst kaptajn udenrigsminister udenrigsministeren "
    "minister ministeren byen øen landet floden staten hovedstaden havnebyen delstaten "
    "kongeriget præst præsten munken lensgreve kronprins kronprinsen kejserinde kejserinden "
    "fyrst fyrste fyrsten storfyrste diktatoren føreren professor politikeren kunstneren "
    "maleren forfatteren digteren filosoffen opfinderen landsbyen halvøen"
)
_FREE: Final = ARTICLES | {"nummer"}
COMPASS: Final = (
    "nordvest", "nordøst", "sydvest", "sydøst", "nord", "syd", "øst", "vest",
)  # fmt: skip
_COMPASS_ADJECTIVE: Final = re.compile(f"({'|'.join(COMPASS)})lige?t?")
_COMPASS_PREFIX: Final = re.compile(f"({'|'.join(COMPASS)})(?=.{{3}})")
_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?-?|[,;:/+]|\.(?=[^\W\d_])")
_ABBREVIATIONS: Final = (
    (re.compile(r"\bs[kc]t\b\.?|\bst(?:\.(?= ?[^\W\d_])|(?= [^\W\d_]{3}))|\bsaint\b"), "sankt "),
    (re.compile(r"\bchr\b\.?"), "christian "),
    (re.compile(r"\bkbh(?:vn)?(?:s\b|\.'?s\b|'s\b)"), "københavns "),
    (re.compile(r"\bkbh(?:vn)?\b\.?"), "københavn "),
    (re.compile(r"\bfr\.(?= ?(?:[\divx]|den\b|d\.))|\bfr\.$|\bfr(?= \d)"), "frederik "),
    (re.compile(r"\bd\.(?= ?\w)|\bd(?=\d| (?:\d|[ivx]+\b))"), "den "),
    (re.compile(r"\bkgl\b\.?"), "kongelige "),
    (re.compile(r"\b(?:nr|no)\b\.?(?= ?(?:\d|[ivx]+\b))"), "nummer "),
    (re.compile(r"&"), " og "),
)  # fmt: skip
_ACRONYM: Final = re.compile(r"(?<![^\W_])(?:[^\W\d_]\. ?){1,}[^\W\d_](?![^\W_])\.?")
_NUMERAL: Final = re.compile(r"(\d+)(?:de|te|nde|ende|ste|den|die|dje|th|rd|st|nd)?s?")
_DESIGNATION: Final = re.compile(r"([^\W\d_]+)-?(\d+)")
# The letter of D-vitamin is a word: another letter is another vitamin.
_LETTERED: Final = re.compile(r"(?<![\w-])([^\W\d_])-(?=[^\W\d_]{3})")
_FIGURE_COMPOUND: Final = re.compile(r"(\d+)([^\W\d_]{3,})")
_HEADS: Final = (
    "års", "åring", "dages", "dags", "ugers", "måneders", "punkt", "mands", "magts", "parti",
    "stats", "kammer", "kant", "time", "kejser", "kloster", "klap", "tals", "delt", "foldig",
    "enig", "stjerne", "kløver", "søstre", "mil", "døgn", "årig", "dobbelt", "lande", "partis",
    "deling", "kamp", "klang", "hjul",
)  # fmt: skip
_ROMAN: Final = re.compile("[ivx]+")
_ROMAN_GENITIVE: Final = re.compile("(?:ii|iii|iv|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv|xvi)s")
_ROMAN_ORDINAL: Final = re.compile(
    r"(?:(?<=^)|(?<=den )|(?<=det )|(?<=og )|(?<![^\W_])(?=[ivx]{2}))([ivx]+)\. (?=[^\W\d_]{3})"
)
_NUMBER_GENITIVE: Final = re.compile(r"(\d)\.?'?s\b")
_APOSTROPHE: Final = re.compile("(?<![sxz])'(?=.)|'(?=[^s]|s.)")
# The endings of dna'et and tv-et stand apart from what has no vowel to carry them.
_ENDED_ACRONYM: Final = re.compile(r"^([^\W\d_]{2,4})['-](?:en|et|er|erne|ene)s?$")
_LIKE_MONTH: Final = re.compile(r"juli(?:an|us|et)|junior|maj(?:est|or)|august(?:us|in)")
_NO_NAMES: Final = ARTICLES | word_set(
    "i på ved til fra af om og eller for med under over mod efter før det var er som"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its letters, and its number if it is a numeral or begins with one.

    ``joint`` is a sign that stands before it; ``is_hanging`` marks the first part of Øst- og …;
    ``is_tied`` a number that stands tight to its letters: B-52, CO2.
    """

    letters: str
    number: int | None = None
    is_common: bool = True
    joint: str = ""
    is_hanging: bool = False
    is_ordinal: bool = False
    is_genitive: bool = False
    is_tied: bool = False
    raw: str = ""

    @property
    def is_numeral(self) -> bool:
        """Whether the word is nothing but a number."""
        return self.number is not None and not self.letters


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a term, and the ways to compare them run together.

    ``full`` and ``whole`` have the articles and titles that ``words`` is without. ``numbers``
    stand alone and must be exact (T6); ``all_numbers`` has also those that begin a compound.
    """

    words: tuple[Word, ...]
    full: tuple[Word, ...]
    plain: str
    expanded: str
    named: str
    whole: str
    numbers: tuple[int, ...]
    all_numbers: tuple[int, ...]

    @property
    def letters(self) -> frozenset[str]:
        """The letters of all forms of the term."""
        return _letters(self.named, self.expanded, self.plain)


@lru_cache(maxsize=4096)
def _letters(*forms: str) -> frozenset[str]:
    return frozenset("".join(forms))


def phrase(words: tuple[Word, ...], whole: tuple[Word, ...] = ()) -> Phrase:
    """Return words with what they look like run together."""
    counted = [word for word in words if word.number is not None]
    return Phrase(
        words,
        whole or words,
        "".join(_in_form(word, plain_letters) for word in words),
        "".join(_in_form(word, expanded) for word in words),
        "".join(_in_form(word, name_form) for word in words),
        "".join(_in_form(word, expanded) for word in whole or words),
        tuple(word.number or 0 for word in counted if not word.letters),
        tuple(word.number or 0 for word in counted),
    )


def _in_form(word: Word, form: Callable[[str], str]) -> str:
    return form(word.letters) if word.number is None else f"#{word.number}{form(word.letters)}"


@lru_cache(maxsize=4096)
def key_phrase(text: str) -> Phrase:
    """Return a term of the key as words; capital letters tell proper names from nouns."""
    capitals = {
        word.casefold()
        for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text)
        if any(letter.isupper() for letter in word)
    }
    words = tuple(
        replace(
            word, is_common=is_common_noun(word.letters, is_capital=_is_capital(word, capitals))
        )
        for word in words_of(normalise(text))
    )
    if words and words[-1].is_common:
        words = tuple(replace(word, is_common=_may_inflect(word)) for word in words)
    return phrase(essential(words), words)


def _may_inflect(word: Word) -> bool:
    """Whether a word before a noun is an adjective: Den Kolde Krig, kold krig."""
    return word.is_common or word.letters.endswith("e")


def _is_capital(word: Word, capitals: set[str]) -> bool:
    letters = {capital.replace("-", "").replace("'", "") for capital in capitals}
    return word.letters in letters or any(
        word.letters.endswith(capital) and len(capital) > SHORT_NAME for capital in letters
    )


@lru_cache(maxsize=4096)
def given_phrase(text: str) -> Phrase:
    """Return an answer that is already normalised as words without articles and titles."""
    words = words_of(text)
    return phrase(essential(words), words)


def essential(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """G9: leave out articles, and titles before a name, unless nothing else is there."""
    without_articles = tuple(word for word in words if word.letters not in _FREE)
    start = 0
    while start < len(without_articles) and without_articles[start].letters in TITLES:
        start += 1
    kept = without_articles[start:]
    if all(word.is_numeral for word in kept):
        return without_articles or words
    return kept


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """Split a normalised term into words."""
    text = _ROMAN_ORDINAL.sub(_in_figures, _NUMBER_GENITIVE.sub(r"\1s", text))
    text = _ACRONYM.sub(_without_dots, text)
    for abbreviation, full in _ABBREVIATIONS:
        text = abbreviation.sub(full, text)
    words: list[Word] = []
    joint = ""
    raw = fold_characters(text)
    parts = [part for part in _WORD.findall(_LETTERED.sub(r"\1 ", raw)) if part != "."]
    for at, part in enumerate(parts):
        if part in ",;:/+":
            joint = part
            continue
        is_last = at + 1 == len(parts) or parts[at + 1] in {",", ";", "af", "og", "eller"}
        named = _DESIGNATION.fullmatch(part)
        word = _word(named[1] if named else part, words, is_last=is_last and not named)
        words.append(replace(word, joint=joint))
        if named:
            words.append(Word("", int(named[2]), is_tied=True))
        joint = ""
    return tuple(_join_compass(words))


def _in_figures(match: re.Match[str]) -> str:
    number = read_roman(match[1])
    return match[0] if number is None else f"{number}. "


def _without_dots(match: re.Match[str]) -> str:
    text = match[0]
    return re.sub(r"\. ?", "", text) if text.count(".") else text


def _word(part: str, before: list[Word], *, is_last: bool) -> Word:
    is_hanging = part.endswith("-")
    part = _ENDED_ACRONYM.sub(r"\1", part)
    letters = _APOSTROPHE.sub("", part.replace("-", ""))
    numeral = _NUMERAL.fullmatch(letters)
    if numeral:
        genitive = letters.endswith("s")
        return Word("", int(numeral[1]), is_ordinal=True, is_genitive=genitive)
    if _ROMAN_GENITIVE.fullmatch(letters) and before and not before[-1].is_numeral:
        return Word("", read_roman(letters[:-1]), is_ordinal=True, is_genitive=True)
    if _ROMAN.fullmatch(letters) and _may_be_roman(letters, before, is_last=is_last):
        return Word("", read_roman(letters), is_ordinal=True)
    ordinal = read_ordinal(folded(letters))
    if ordinal is not None:
        return Word("", ordinal, is_ordinal=True)
    cardinal = _cardinal(letters)
    if cardinal is not None:
        return Word("", cardinal)
    number, rest = _leading_number(letters)
    return Word(rest, number, is_hanging=is_hanging, raw=letters)


def _cardinal(letters: str) -> int | None:
    if letters in {"en", "et", "én", "ét", "og"} or morphemes_of(letters) is None:
        return None
    spelled = read_cardinal(letters)
    return spelled.value if spelled and not spelled.is_misspelt else None


def _may_be_roman(letters: str, before: list[Word], *, is_last: bool) -> bool:
    if read_roman(letters) is None:
        return False
    follows_name = (
        bool(before) and not before[-1].is_numeral and before[-1].letters not in _NO_NAMES
    )
    if len(letters) == 1 or letters == "vi":
        return follows_name and is_last
    return True


def _leading_number(letters: str) -> tuple[int | None, str]:
    """T10: figure and number word in compounds are one: 7-årskrigen, syvårskrigen."""
    letters = letters.replace("aars", "års")
    figure = _FIGURE_COMPOUND.fullmatch(letters)
    if figure:
        return int(figure[1]), figure[2]
    for head in _HEADS:
        at = letters.find(head, 2)
        if at > 0:
            spelled = _cardinal(letters[:at])
            if spelled is not None:
                return spelled, letters[at:]
    return None, letters


@lru_cache(maxsize=4096)
def unjoined(joined: Phrase) -> Phrase:
    """T1: part an ordinal from the word it is written together with: førsteverdenskrig."""
    words: list[Word] = []
    for word in joined.words:
        ordinal = leading_ordinal(word.letters) if word.number is None else ""
        if ordinal:
            words.append(Word("", read_ordinal(ordinal), is_ordinal=True))
        words.append(replace(word, letters=word.letters.removeprefix(ordinal)))
    return phrase(tuple(words)) if len(words) > len(joined.words) else joined


def _join_compass(words: list[Word]) -> list[Word]:
    """T10: det nordlige Vietnam and Nord Vietnam are Nordvietnam."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        compass = _compass_of(last) if last is not None and not word.joint else None
        if compass is not None and word.number is None and word.letters not in _NO_NAMES:
            joined[-1] = replace(
                word, letters=compass + word.letters, joint=last.joint if last else ""
            )
            continue
        joined.append(word)
    return joined


def _compass_of(word: Word) -> str | None:
    if word.number is not None or word.is_hanging:
        return None
    letters = folded(word.letters)
    adjective = _COMPASS_ADJECTIVE.fullmatch(letters)
    if adjective:
        return adjective[1]
    return letters if letters in COMPASS else None


def compass_prefix(letters: str) -> str:
    """Return the compass point that a name begins with, or nothing."""
    found = _COMPASS_PREFIX.match(folded(letters))
    return found[1] if found else ""


def is_like_month(letters: str) -> bool:
    """Whether a word begins with the letters of a month by chance: juliansk, Julius, majestæt."""
    return _LIKE_MONTH.match(letters) is not None


def month_prefix(letters: str) -> str:
    """Return the month that a word begins with, or nothing; months are exact in terms (T10)."""
    return next((month for month in MONTH_NUMBERS if letters.startswith(month)), "")

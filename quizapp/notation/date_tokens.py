"""A normalised text as tokens of a date: numbers, months, decades, centuries, words and signs."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from quizapp.notation.date_words import (
    ERAS,
    FOREIGN_MONTHS,
    MONTH_NUMBERS,
    MONTH_WORDS,
    SEASONS,
)
from quizapp.notation.edits import allowed_edits, edits_within
from quizapp.notation.number_words import (
    morphemes_of,
    read_cardinal,
    read_cardinal_run,
    read_ordinal,
)
from quizapp.notation.roman import read_roman

LAST_SAID: Final = 20
FIRST_SAID: Final = 10

Sort = Literal[
    "number", "roman", "month", "season", "decade", "tallet", "århundrede", "era", "sign", "word"
]
SHORTEST_MISSPELT: Final = 4
SHORTEST_ROMAN_YEAR: Final = 5
SHORT_NUMERAL: Final = 2
CENTURY_WORDS: Final = 100


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its sort, its text, its number if it has one.

    ``is_ordinal`` stands on a number with a dot, -de or -te, or an ordinal word; ``is_word`` on one
    that was spelt in words.
    """

    sort: Sort
    text: str
    number: int = 0
    is_ordinal: bool = False
    is_word: bool = False
    misspelt: str = ""


_TOKEN = re.compile(
    rf"(?P<era>[{''.join(ERAS)}])"
    r"|(?P<tallet>\d{1,4}[ -]?(?:hundrede?)?[ -]?tal(?:let)?s?\b)"
    r"|(?P<decade>\d{1,4}(?:[ '-]{0,2}ernes?|['-]?er)\b)"
    r"|(?P<ordinal>\d+[ ]?(?:\.-?|')?(?:de|te|nde|ende|ste|den|die|dje|rd|th|st|nd)\b\.?)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>[-/.,:'])"
)
_HUNDREDS_ALONE: Final = frozenset({"hundredetallet", "hundredtallet"})
_LONGEST_DIGITS: Final = 8
_ERNE = re.compile("(?P<stem>.+?)erne?s?")
_TENS_STEMS: Final = {
    "ti": 10, "tyv": 20, "tredv": 30, "tredive": 30, "trediv": 30, "fyrr": 40, "fyrre": 40,
    "halvtreds": 50, "halvtredss": 50, "halvtres": 50, "tress": 60, "tres": 60, "treds": 60,
    "halvfjerds": 70, "halvfjers": 70, "firs": 80, "halvfems": 90,
}  # fmt: skip


def tokens_of(text: str) -> list[Token]:
    """Split a text that has its eras marked into tokens; what is nothing else is a word."""
    plain = [_classified(match) for match in _TOKEN.finditer(text)]
    return _join_centuries(_join_spelled(_attach_dots(plain)))


def _classified(match: re.Match[str]) -> Token:
    text = match[0]
    match match.lastgroup:
        case "era":
            return Token("era", text)
        case "tallet":
            digits = re.match(r"\d+", text)
            number = int(digits[0]) if digits else 0
            return Token("tallet", text, number * CENTURY_WORDS if "hundred" in text else number)
        case "decade":
            return Token("decade", text, int(re.sub(r"\D", "", text)))
        case "ordinal" | "number" as kind:
            digits_only = re.sub(r"\D", "", text)
            number = int(digits_only) if len(digits_only) <= _LONGEST_DIGITS else -1
            return Token("number", digits_only, number, is_ordinal=kind == "ordinal")
        case "word":
            return _word(text)
        case _:
            return Token("sign", text)


def _word(word: str) -> Token:
    if word in MONTH_WORDS:
        return Token("month", word, MONTH_WORDS[word])
    if word in SEASONS:
        return Token("season", word)
    if word.endswith("tallet") and word not in _HUNDREDS_ALONE:
        century = read_cardinal(word.removesuffix("tallet"))
        if century is not None:
            return Token("tallet", word, century.value)
    ordinal = read_ordinal(word)
    if ordinal is not None:
        return Token("number", str(ordinal), ordinal, is_ordinal=True, is_word=True)
    return (
        _spelled_decade(word) or _roman_year(word) or _misspelt_month(word) or Token("word", word)
    )


def _roman_year(word: str) -> Token | None:
    """Read MDXXXVI; short numerals are months, rulers and centuries, and stay words."""
    is_long = len(word) >= SHORTEST_ROMAN_YEAR or (word[0] == "m" and len(word) > SHORT_NUMERAL)
    year = read_roman(word) if is_long else None
    return None if year is None else Token("number", str(year), year, is_word=True)


def _spelled_decade(word: str) -> Token | None:
    """Read halvfemserne, attenfirserne and nittenhundredeogtyverne."""
    parts = _ERNE.fullmatch(word)
    if not parts or not word.endswith(("erne", "ernes")):
        return None
    stem = parts["stem"]
    for tens_stem, tens in sorted(_TENS_STEMS.items(), key=lambda item: -len(item[0])):
        if stem.endswith(tens_stem):
            head = stem.removesuffix(tens_stem).removesuffix("og")
            century = read_cardinal(head) if head else None
            if not head:
                return Token("decade", f"{tens:02}", tens)
            if century is not None:
                base = (
                    century.value * CENTURY_WORDS
                    if century.value < CENTURY_WORDS
                    else century.value
                )
                return Token("decade", str(base + tens), base + tens)
    return None


def _misspelt_month(word: str) -> Token | None:
    """D15: a month of five letters or more may be misspelt; maj, juni and juli never."""
    if word in FOREIGN_MONTHS:
        number = FOREIGN_MONTHS[word]
        return Token("month", word, number, misspelt=word)
    if len(word) < SHORTEST_MISSPELT:
        return None
    near = [
        (distance, number)
        for name, number in MONTH_NUMBERS.items()
        if (distance := edits_within(word, name, allowed_edits(len(name)))) is not None
    ]
    if not near or len([1 for distance, _ in near if distance == min(near)[0]]) > 1:
        return None
    return Token("month", word, min(near)[1], misspelt=word)


def _attach_dots(tokens: list[Token]) -> list[Token]:
    """Join a number and the dot that makes it an ordinal; drop dots after words."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if token.sort == "sign" and token.text == "." and last is not None:
            if last.sort == "number" and not last.is_ordinal:
                joined[-1] = Token("number", last.text, last.number, is_ordinal=True)
            continue
        joined.append(token)
    return joined


def _join_spelled(tokens: list[Token]) -> list[Token]:
    """Join runs of number words to one number: nitten nul fem, to tusind og fire."""
    joined: list[Token] = []
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and _is_number_word(tokens[end]):
            end += 1
        length, token = _longest_spelled([token.text for token in tokens[at:end]])
        joined.append(token or tokens[at])
        at += length or 1
    return joined


def _is_number_word(token: Token) -> bool:
    return token.sort == "word" and morphemes_of(token.text) is not None


def _longest_spelled(words: list[str]) -> tuple[int, Token | None]:
    for length in range(min(len(words), 12), 0, -1):
        run = words[:length]
        if run[0] == "og" or run[-1] == "og":
            continue
        number = spelled_year(run)
        if number is not None:
            return length, Token("number", str(number), number, is_word=True)
    return 0, None


def spelled_year(words: list[str]) -> int | None:
    """Read number words as people say years: nitten nul fem, nitten otte, femten seksogtredive."""
    whole = read_cardinal_run(words)
    if whole is not None:
        return whole.value
    morphemes = [part for word in words for part in morphemes_of(word) or ()]
    century = read_cardinal(morphemes[0]) if morphemes else None
    if century is None or not FIRST_SAID <= century.value <= LAST_SAID:
        return None
    rest = morphemes[1:]
    if rest[:1] == ["nul"]:
        unit = read_cardinal("".join(rest[1:])) if rest[1:] else None
        return century.value * 100 + unit.value if unit and unit.value < FIRST_SAID else None
    below = read_cardinal("".join(rest[1:] if rest[:1] == ["og"] else rest))
    return century.value * 100 + below.value if below and 0 < below.value < CENTURY_WORDS else None


def _join_centuries(tokens: list[Token]) -> list[Token]:
    """Join number and word: det 19. århundrede, det XIV. årh., attenhundrede tallet."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if token.sort == "decade" and last is not None and token.number < CENTURY_WORDS:
            if last.is_word and FIRST_SAID <= last.number <= LAST_SAID:
                spoken = last.number * CENTURY_WORDS + token.number
                joined[-1] = Token("decade", str(spoken), spoken)
                continue
        elif token.sort == "word" and last is not None:
            number = _century_number(last)
            if number and re.fullmatch(
                "år ?h(?:undred(?:e|et|edet|es|edes)?)?|århundre(?:de)?t?", token.text
            ):
                joined[-1] = Token("århundrede", f"{last.text}. {token.text}", number)
                continue
            if last.sort == "number" and token.text in {"tallet", "tal"}:
                joined[-1] = Token("tallet", last.text, last.number)
                continue
            if last.sort == "number" and token.text in _HUNDREDS_ALONE:
                joined[-1] = Token("tallet", last.text, last.number * CENTURY_WORDS)
                continue
        joined.append(token)
    return joined


def _century_number(token: Token) -> int:
    if token.sort == "number":
        return token.number
    roman = read_roman(token.text) if token.sort == "word" else None
    return roman or 0

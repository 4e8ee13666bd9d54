"""A Danish text about a quantity to amounts: figures or words, magnitude, and what is counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from quizapp.grading.numbers.digits import read_figures
from quizapp.grading.numbers.units import known_unit
from quizapp.notation.number_words import MAGNITUDES, morphemes_of, read_cardinal_run, read_ordinal

MOST_PARTS: Final = 20
HUNDRED: Final = 100
THOUSAND: Final = 1000
LONGEST_BOTTOM: Final = 2
LONGEST_SAID: Final = 14
LONGEST_DIGIT: Final = 10

_TOKEN: Final = re.compile(
    r"(?P<figures>\d{1,3}(?: \d{3})+(?![\d.])(?:,\d+)?|\d+(?:[.,']\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:\^?[23](?!\d))?)|(?P<sign>,-|[-/+%‰<>≥≤°$€£,;:.()=])"
)
_SIZES: Final = {
    **{word: Decimal(size) for word, size in MAGNITUDES.items()},
    "mio": Decimal(10**6), "mill": Decimal(10**6), "mia": Decimal(10**9), "mia.": Decimal(10**9),
    "mil": Decimal(0), "hundrede": Decimal(100), "hundred": Decimal(100), "k": Decimal(1000),
    "dusin": Decimal(12), "snes": Decimal(20), "snese": Decimal(20), "skokke": Decimal(60),
    "skok": Decimal(60), "milioner": Decimal(10**6),
    "milion": Decimal(10**6), "miljoner": Decimal(10**6), "miljon": Decimal(10**6),
    "miliard": Decimal(10**9), "miliarder": Decimal(10**9), "tusin": Decimal(1000),
    "tus": Decimal(1000),
    "tusindvis": Decimal(0), "millionvis": Decimal(0),
}  # fmt: skip
_MISSPELT_SIZES: Final = frozenset(
    {"milioner", "milion", "miljoner", "miljon", "miliard", "miliarder", "tusin"}
)
_HALVES: Final = {
    "halv": "0.5", "halvt": "0.5", "halve": "0.5", "kvart": "0.25", "trekvart": "0.75",
    "halvanden": "1.5", "halvandet": "1.5",
}  # fmt: skip
_SHARE_NOUNS: Final = {
    "halvdel": 2, "halvdelen": 2, "halvdele": 2, "tredjedel": 3, "tredjedele": 3, "tredjedelen": 3,
    "trediedel": 3, "trediedele": 3, "fjerdedel": 4, "fjerdedele": 4, "fjerdedelen": 4,
    "kvart": 4, "femtedel": 5, "femtedele": 5, "sjettedel": 6, "sjettedele": 6, "syvendedel": 7,
    "syvendedele": 7, "ottendedel": 8, "ottendedele": 8, "niendedel": 9, "niendedele": 9,
    "tiendedel": 10, "tiendedele": 10, "tyvendedel": 20, "hundrededel": 100, "hundrededele": 100,
    "tusindedel": 1000, "tusindedele": 1000,
}  # fmt: skip
_JOINED_SHARES: Final = {
    f"{count}{noun}": Decimal(number) / whole
    for number, count in enumerate(("to", "tre", "fire", "fem", "seks", "syv"), start=2)
    for noun, whole in _SHARE_NOUNS.items()
    if noun.endswith("dele")
}
ARTICLE_NUMBERS: Final = frozenset({"en", "et"})
MOST_TOKENS: Final = 90


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a quantity; ``is_tight`` if no blank stands before it."""

    sort: str
    text: str
    is_tight: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written, with the words before it and after it up to the next number.

    ``english`` is its English reading where that differs; both None is a malformed number.
    ``unit`` is a sign or word that directly belongs to it; ``shift`` the magnitude it carries;
    ``counted`` the 3 of »3 ud af 38«.
    """

    danish: Decimal | None
    english: Decimal | None = None
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    shift: Decimal = Decimal(1)
    is_share: bool = False
    counted: Decimal | None = None
    is_misspelt: bool = False
    is_ordinal: bool = False
    is_plain_figures: bool = False
    text: str = ""
    vague: str = field(default="")

    def times(self, factor: Decimal) -> "Amount":
        """Return the amount multiplied."""
        danish = None if self.danish is None else self.danish * factor
        english = None if self.english is None else self.english * factor
        return replace(self, danish=danish, english=english, shift=self.shift * factor)


def size_of(word: str) -> Decimal | None:
    """Return what a word multiplies a number by, if it does: mio., tusind."""
    return _SIZES.get(word) or None


def tokens_of(text: str) -> list[Token]:
    """Split a normalised text into figures, words and signs."""
    tokens = []
    end = 0
    for match in _TOKEN.finditer(text):
        sort = match.lastgroup or "sign"
        tokens.append(Token(sort, match[0], match.start() == end and end > 0))
        end = match.end()
    return tokens[:MOST_TOKENS]


@lru_cache(maxsize=4096)
def amounts_of(text: str) -> tuple[Amount, ...]:
    """Return the amounts in a normalised text, in order."""
    tokens = tokens_of(text)
    amounts: list[Amount] = []
    words: list[str] = []
    at = 0
    while at < len(tokens):
        found = _amount_at(tokens, at)
        if found is None:
            words.append(tokens[at].text)
            at += 1
            continue
        amount, after = found
        amounts = _close(amounts, words)
        amounts.append(replace(amount, before=tuple(words), text=_text(tokens[at:after])))
        words = []
        at = after
    return tuple(_close(amounts, words))


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _close(amounts: list[Amount], words: list[str]) -> list[Amount]:
    if amounts and words:
        amounts[-1] = replace(amounts[-1], after=tuple(words))
    return amounts


Found = tuple[Amount, int]


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _amount_at(tokens: Sequence[Token], at: int) -> Found | None:
    found = _share(tokens, at) or _simple(tokens, at)
    return None if found is None else _with_magnitudes(tokens, *found)


def _share(tokens: Sequence[Token], at: int) -> Found | None:
    """Read hver tredje, en tredjedel, halvdelen, 2/3, 1 ud af 3."""
    word = _word(tokens, at)
    if word == "hver":
        ordinal = read_ordinal(_word(tokens, at + 1))
        return (_of(1, ordinal), at + 2) if ordinal else None
    if word in {"halvdelen", "halvdel"}:
        return _of(1, 2), at + 1
    if word in _JOINED_SHARES:
        return Amount(_JOINED_SHARES[word], is_share=True), at + 1
    if word.endswith("delen") and word.removesuffix("en") in _SHARE_NOUNS:
        return _of(1, _SHARE_NOUNS[word.removesuffix("en")]), at + 1
    counted = _simple(tokens, at)
    count, after = counted or (None, at)
    noun = _SHARE_NOUNS.get(_word(tokens, after))
    is_kvart = _word(tokens, after) == "kvart" and _word(tokens, after + 1) in _SIZES
    if counted and noun and count and count.danish is not None and not is_kvart:
        return replace(_of(1, noun), danish=count.danish / noun), after + 1
    return _ratio(tokens, counted) if counted else None


def _of(count: int, whole: int) -> Amount:
    return Amount(Decimal(count) / Decimal(whole), is_share=True)


def _ratio(tokens: Sequence[Token], counted: Found) -> Found | None:
    count, after = counted
    words = [_word(tokens, after), _word(tokens, after + 1)]
    is_slash = words[0] == "/" and _is_small(count)
    skipped = 1 if is_slash else 2 if words == ["ud", "af"] else 1 if words[0] == "af" else 0
    whole = _simple(tokens, after + skipped) if skipped else None
    if whole is None or not whole[0].danish or count.danish is None:
        return None
    if count.danish > whole[0].danish and not is_slash:
        return None
    share = Amount(count.danish / whole[0].danish, is_share=True)
    return replace(share, counted=None if is_slash else count.danish), whole[1]


def _is_small(amount: Amount) -> bool:
    return amount.is_plain_figures and amount.danish is not None and amount.danish < MOST_PARTS


def _simple(tokens: Sequence[Token], at: int) -> Found | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.sort == "figures":
        return _figures(tokens, at)
    if token.sort == "word":
        return _halves(tokens, at) or _spelled(tokens, at)
    return None


def _figures(tokens: Sequence[Token], at: int) -> Found:
    figures = read_figures(tokens[at].text)
    amount = Amount(figures.danish, figures.english, is_plain_figures=tokens[at].text.isdecimal())
    after = at + 1
    if _is_stray_letter(tokens, after):
        return Amount(None), after + 1
    if _word(tokens, after) == "." and tokens[after].is_tight and after + 1 < len(tokens):
        amount = replace(amount, is_ordinal=True)
        after += 1
    if _is_fraction(tokens, after):
        part = Decimal(_word(tokens, after)) / Decimal(_word(tokens, after + 2))
        whole = amount.danish or Decimal(0)
        return replace(amount, danish=whole + part, english=None, is_plain_figures=False), after + 3
    if _word(tokens, after) in {"halv", "halvt"}:
        return _and_a_half(amount), after + 1
    half = after + (_word(tokens, after) == "og")
    if _word(tokens, half) in ARTICLE_NUMBERS and _word(tokens, half + 1) in {"halv", "halvt"}:
        return _and_a_half(amount), half + 2
    return amount, after


def _and_a_half(amount: Amount) -> Amount:
    return replace(amount, danish=(amount.danish or 0) + Decimal("0.5"), english=None)


def _is_stray_letter(tokens: Sequence[Token], at: int) -> bool:
    """Whether a letter sticks to figures without being a unit: 2o is no 2."""
    word = _word(tokens, at)
    if not word.isalpha() or not tokens[at].is_tight or len(word) > LONGEST_BOTTOM:
        return False
    return word != "x" and word not in _SIZES and known_unit(word) is None


def _is_fraction(tokens: Sequence[Token], at: int) -> bool:
    top, line, bottom = (_word(tokens, at + step) for step in range(3))
    is_small = (
        top.isdecimal() and bottom.isdecimal() and len(top) == 1 and len(bottom) <= LONGEST_BOTTOM
    )
    return line == "/" and is_small and 0 < int(top) < int(bottom)


def _halves(tokens: Sequence[Token], at: int) -> Found | None:
    """Read halvanden, en halv, en kvart, to en halv, to og en halv."""
    word = _word(tokens, at)
    if word in {"halvanden", "halvandet", "trekvart"}:
        return Amount(Decimal(_HALVES[word])), at + 1
    said = [_word(tokens, at + step) for step in range(4)]
    if word in ARTICLE_NUMBERS and said[1] == "og" and said[2] in ARTICLE_NUMBERS:
        return (Amount(Decimal("1.5")), at + 4) if said[3] in {"halv", "halvt"} else None
    if word in ARTICLE_NUMBERS and _word(tokens, at + 1) in _HALVES:
        return Amount(Decimal(_HALVES[_word(tokens, at + 1)])), at + 2
    following = _word(tokens, at + 1)
    is_counted = following in _SIZES or known_unit(following) is not None
    if word in {"halv", "halvt", "halve", "kvart"} and is_counted:
        return Amount(Decimal(_HALVES[word])), at + 1
    return None


def _spelled(tokens: Sequence[Token], at: int) -> Found | None:
    run: list[str] = []
    while at + len(run) < len(tokens) and len(run) < LONGEST_SAID:
        word = tokens[at + len(run)].text
        is_hyphen = word == "-" and run and tokens[at + len(run)].is_tight
        if not is_hyphen and morphemes_of(word) is None:
            break
        run.append("" if is_hyphen else word)
    while run:
        if run[-1] and run[-1] != "og" and run[0] != "og":
            spelled = read_cardinal_run([word for word in run if word])
            if spelled is not None and not _is_article(tokens, at, run):
                amount = Amount(Decimal(spelled.value), is_misspelt=spelled.is_misspelt)
                return _plus_half(tokens, amount, at + len(run))
        run.pop()
    return None


def _plus_half(tokens: Sequence[Token], amount: Amount, after: int) -> Found:
    if _word(tokens, after) == "komma" and amount.danish is not None:
        decimals, end = _decimals(tokens, after + 1)
        if decimals:
            return replace(amount, danish=Decimal(f"{amount.danish}.{decimals}")), end
    skip = after + (_word(tokens, after) == "og")
    if _word(tokens, skip) in ARTICLE_NUMBERS and _word(tokens, skip + 1) in {"halv", "halvt"}:
        return replace(amount, danish=(amount.danish or 0) + Decimal("0.5")), skip + 2
    return amount, after


def _decimals(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Read what follows a spoken comma: fjorten, or digit by digit: nul fem."""
    first = read_cardinal_run([_word(tokens, at)])
    digits = "" if first is None else str(first.value)
    end = at + bool(digits)
    while digits and len(digits) == end - at < MOST_PARTS:
        further = read_cardinal_run([_word(tokens, end)])
        if further is None or further.value >= LONGEST_DIGIT:
            break
        digits += str(further.value)
        end += 1
    return digits, end


def _is_article(tokens: Sequence[Token], at: int, run: Sequence[str]) -> bool:
    """Whether en or et is no number: only before a size, a unit, or alone it is one."""
    if len(run) > 1 or run[0] not in ARTICLE_NUMBERS:
        return (
            run[0] in MAGNITUDES
            and len(run) == 1
            and run[0] not in {"tusind", "tusinde", "million", "milliard"}
        )
    following = _word(tokens, at + 1)
    is_unit = known_unit(following) is not None
    if following == "komma" or [following, _word(tokens, at + 2)] == ["ud", "af"]:
        return False
    return not (following in _SIZES or is_unit or following in _SHARE_NOUNS or len(tokens) == 1)


def _with_magnitudes(tokens: Sequence[Token], amount: Amount, after: int) -> Found:
    """Multiply by the sizes that follow, and add smaller ones: 1 million 500 tusind."""
    size = _SIZES.get(_word(tokens, after))
    total: Amount | None = None
    last = Decimal(10**30)
    while size:
        amount = replace(
            amount, is_misspelt=amount.is_misspelt or _word(tokens, after) in _MISSPELT_SIZES
        )
        amount = amount.times(size)
        after += 1 + (
            _word(tokens, after + 1) == "."
            and _word(tokens, after) in {"mio", "mia", "mill", "tus"}
        )
        next_size = _SIZES.get(_word(tokens, after))
        if next_size and next_size > HUNDRED:
            size = next_size
            continue
        total = amount if total is None else _sum(total, amount)
        joint = int(_word(tokens, after) == "og")
        further = _simple(tokens, after + joint) if size >= THOUSAND else None
        if further is None or size >= last:
            break
        last = size
        more = _SIZES.get(_word(tokens, further[1])) or Decimal(0)
        value = further[0].danish or Decimal(0)
        if not 0 < value * (more or 1) < size or further[0].is_ordinal:
            break
        if joint and value * (more or 1) < THOUSAND:
            break
        amount, after = further
        if not more:
            total = _sum(total, amount)
        size = more
    return total or amount, after


def _sum(one: Amount, other: Amount) -> Amount:
    if one.danish is None or other.danish is None:
        return replace(one, danish=None, english=None)
    return replace(one, danish=one.danish + other.danish, english=None,
                   is_misspelt=one.is_misspelt or other.is_misspelt)  # fmt: skip

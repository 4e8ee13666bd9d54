"""Danish text as it is said: numbers, dates and abbreviations in words, for a voice to read."""

import re
from collections.abc import Callable
from typing import Final

from quizapp.notation.date_words import MONTHS
from quizapp.notation.number_words import HUNDRED, cardinal_words

_ORDINALS: Final = (
    *("", "første", "anden", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende"),
    *("niende", "tiende", "ellevte", "tolvte", "trettende", "fjortende", "femtende"),
    *("sekstende", "syttende", "attende", "nittende", "tyvende"),
)
_TENTHS: Final = {
    20: "tyvende", 30: "tredivte", 40: "fyrretyvende", 50: "halvtredsindstyvende",
    60: "tresindstyvende", 70: "halvfjerdsindstyvende", 80: "firsindstyvende",
    90: "halvfemsindstyvende",
}  # fmt: skip
_DECADES: Final = {
    10: "tierne", 20: "tyverne", 30: "trediverne", 40: "fyrrerne", 50: "halvtredserne",
    60: "tresserne", 70: "halvfjerdserne", 80: "firserne", 90: "halvfemserne",
}  # fmt: skip
_SHORT: Final = {
    "f.kr.": "før Kristus", "e.kr.": "efter Kristus", "f.v.t.": "før vor tidsregning",
    "e.v.t.": "efter vor tidsregning", "ca.": "cirka", "bl.a.": "blandt andet",
    "fx": "for eksempel", "f.eks.": "for eksempel", "mio.": "millioner", "mia.": "milliarder",
    "kl.": "klokken", "kr.": "kroner", "osv.": "og så videre", "dvs.": "det vil sige",
    "pga.": "på grund af", "m.fl.": "med flere", "mfl.": "med flere", "m.m.": "med mere",
    "mv.": "med videre", "nr.": "nummer", "jf.": "jævnfør", "inkl.": "inklusive",
    "ekskl.": "eksklusive", "hhv.": "henholdsvis", "evt.": "eventuelt", "iflg.": "ifølge",
    "tlf.": "telefon", "stk.": "styk", "km²": "kvadratkilometer", "m²": "kvadratmeter",
    "km/t": "kilometer i timen",
}  # fmt: skip
_SIGNS: Final = {"%": " procent", "‰": " promille", "&": " og ", "§": "paragraf ", "→": ", så ",
                 "°": " grader", "½": " en halv", "=": " er lig med ", "+": " plus "}  # fmt: skip
_REGENTS: Final = (
    "Abel|Alexander|Christian|Christoffer|Edward|Elizabeth|Erik|Frederik|Georg|Gregor|Gustav"
    "|Haakon|Harald|Henrik|Johan|Johannes|Karl|Katarina|Knud|Leo|Leopold|Ludvig|Margrete"
    "|Margrethe|Napoleon|Nikolaj|Nikolaus|Olav|Oluf|Oscar|Otto|Peter|Pius|Svend|Valdemar|Wilhelm"
)
_MONTH: Final = "|".join(MONTHS)
_LAST_ORDINAL: Final = 99
_FIRST_YEAR, _LAST_YEAR = 1100, 1999
_LARGEST: Final = 999_999_999
_LONG_DIGITS: Final = 9

_ABBREVIATION: Final = re.compile(
    r"(?<![\w.])(" + "|".join(map(re.escape, sorted(_SHORT, key=len, reverse=True))) + r")(?!\w)",
    re.IGNORECASE,
)
_GAP: Final = re.compile(r"_{2,}|…(?=\s*$)")
_SLASHED: Final = re.compile(r"(?<![\d/])(\d{1,2})[/-](\d{1,2})(?:[/ -](\d{3,4}))?(?![\d/])")
_DOTTED: Final = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.\s?(\d{4})(?!\d)")
_DAYS: Final = re.compile(rf"(?<![\d.])(\d{{1,2}})\.[–-](\d{{1,2}})\.(?=\s(?:{_MONTH})\b)")
_REGENT: Final = re.compile(rf"\b({_REGENTS})\s(\d{{1,2}})\.")
_ORDINAL: Final = re.compile(r"(?<![\d.,])(\d{1,2})\.(?=\s[a-zæøå])")
_DECADE: Final = re.compile(r"(?<![\d.])(\d{2}|\d{4})[’']?erne\b")
_CENTURY: Final = re.compile(r"(?<![\d.])(\d{3,4})-tallet")
_RANGE: Final = re.compile(r"(?<=\d)\s?[–—]\s?(?=\d)|(?<=\d{4})-(?=\d{4})")
_NUMBER: Final = re.compile(r"(?<![\w])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\d])")


def spoken(text: str) -> str:
    """Return a Danish text as it is said aloud; words that need no help stay as they are."""
    said = _GAP.sub(" hul ", text.replace("\u00a0", " ").replace("\u2011", "-"))
    steps: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_DOTTED, _date),
        (_SLASHED, _date),
        (_DAYS, lambda found: f"{_ordinal(found[1])} til {_ordinal(found[2])}"),
        (_REGENT, lambda found: f"{found[1]} den {_ordinal(found[2])}"),
        (_DECADE, _decade),
        (_CENTURY, _century),
        (_ORDINAL, lambda found: _ordinal(found[1])),
        (_ABBREVIATION, lambda found: _SHORT[found[1].lower()]),
        (_RANGE, lambda _found: " til "),
        (_NUMBER, _number),
    )
    for pattern, say in steps:
        said = pattern.sub(say, said)
    for sign, word in _SIGNS.items():
        said = said.replace(sign, word)
    return " ".join(said.split())


def _date(found: re.Match[str]) -> str:
    day, month = int(found[1]), int(found[2])
    if not (0 < day <= 31 and 0 < month <= len(MONTHS)):  # noqa: PLR2004 - the longest month
        return found[0]
    said = f"{_ordinal(found[1])} {MONTHS[month - 1]}"
    return f"{said} {_year(int(found[3]))}" if found[3] else said


def _ordinal(digits: str) -> str:
    number = int(digits)
    if number < len(_ORDINALS):
        return _ORDINALS[number] or digits
    unit = number % 10
    tens = _TENTHS.get(number - unit)
    if tens is None or number > _LAST_ORDINAL:
        return digits
    return f"{cardinal_words(unit)}og{tens}" if unit else tens


def _decade(found: re.Match[str]) -> str:
    number = int(found[1])
    hundreds, tens = divmod(number, HUNDRED)
    ending = _DECADES.get(tens)
    if number >= HUNDRED and not tens:
        return f"{cardinal_words(hundreds)}hundrederne"
    if ending is None:
        return found[0]
    return f"{cardinal_words(hundreds)}hundrede{ending}" if hundreds else ending


def _century(found: re.Match[str]) -> str:
    hundreds, rest = divmod(int(found[1]), HUNDRED)
    return found[0] if rest else f"{cardinal_words(hundreds)}hundredetallet"


def _number(found: re.Match[str]) -> str:
    whole, decimals = found[1], found[2]
    number = int(whole.replace(".", ""))
    if number > _LARGEST or len(whole) > _LONG_DIGITS + 2:
        return found[0]
    if decimals:
        digits = " ".join(cardinal_words(int(digit)) for digit in decimals)
        return f"{cardinal_words(number)} komma {digits}"
    is_year = "." not in whole and len(whole) == len("1905")
    return _year(number) if is_year else cardinal_words(number)


def _year(year: int) -> str:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return cardinal_words(year)
    hundreds, rest = divmod(year, HUNDRED)
    head = f"{cardinal_words(hundreds)} hundrede"
    return f"{head} og {cardinal_words(rest)}" if rest else head

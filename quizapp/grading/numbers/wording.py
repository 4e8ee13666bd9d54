"""Words around a number: what is ignored, what bounds it, what says too little (N5, N9)."""

import re
from typing import Final

from quizapp.notation.vocabulary import word_set

_NEARLY: Final = re.compile(
    r"\b(?:lidt|en smule|lige|godt|et godt stykke|ganske lidt|en anelse)"
    r" (?:over|under|mere end|mindre end)\b"
    r"|\btæt på\b|\bi (?:omegnen|nærheden) af\b|\brundt regnet\b|\bgodt og vel\b"
    r"|\bgodt (?=\d|[^\W\d_]+)"
    r"|\b(?:ca|cirka|circa|omkring|omtrent|knapt?|små|henved|næsten|præcis|nøjagtigt?|sådan|noget"
    r"|vel|nok|måske|vistnok|ialt|i alt)\b\.?|[~≈]"
)
_BOUND_BEFORE: Final = re.compile(
    r"\b(?:over|mindst|min|minimum|mere end|flere end|op ?i?mod|op til|under|højst|maks|maksimalt"
    r"|max|maximalt|mindre end|færre end|ikke under|ikke over|ikke mere end|ikke mindre end"
    r"|ikke færre end|ikke flere end|fra|til)$|[<>≥≤]$"
)
_BOUND_AFTER: Final = re.compile(
    r"^\+|^(?:[^\W\d_]+ )?"
    r"(?P<said>(?:eller|og) (?:mere|flere|derover|derunder|færre|mindre|opefter|op)\b)"
)
_LESS: Final = re.compile(
    r"(?<!ikke )(?:under|mindre|færre)|højst|maks|max|op ?i?mod|op til"
    r"|ikke (?:over|mere|flere)|[<≤]"
)
_FEW_OR_MANY: Final = (
    r"\b(?:mange|flere|nogle|et par|adskillige|utallige|masser af|en del|få|enkelte|masse"
    r"|temmelig mange)"
)
_VAGUE: Final = re.compile(_FEW_OR_MANY + "$")
_VAGUE_THROUGHOUT: Final = re.compile(_FEW_OR_MANY + r"\b")
_DENIED_BOUND: Final = re.compile(r"\bikke (?:over|under|(?:mere|mindre|færre|flere) end)\b")
_NONE: Final = re.compile(
    r"(?:(?:der|det|de) (?:var|er|blev) |slet |helt )*"
    r"(?<!næsten )(?<!nærmest )(?<!set )\b(?:ingen|intet|ingenting|nul"
    r"|ikke (?:noget|nogen|nogle|en eneste|et eneste))\b"
    r"(?! (?:ved|kender|aner|husker|anelse|ide|idé)\b)"
)
_MINUS: Final = re.compile(r"(?:^|\s)(?:-|minus)$")
_COLD: Final = re.compile(
    r" ?(?:(?:minus|kulde|frost)grader|graders (?:frost|kulde)"
    r"|(?:(?:°|grader)(?: ?c(?:elsius)?)? ?)?(?:under (?:nul|frysepunktet|0)"
    r"|frost|kulde|minus$)).*$"
)
_TEMPERED: Final = re.compile("grad|under|frost|kulde|minus$")
_WARM: Final = re.compile(
    r" ?(?:(?:plus|varme)grader|graders varme|grader(?: celsius)? over (?:nul|frysepunktet|0))"
)
_NO_NAMES: Final = word_set(
    "det den der var er i på ca med havde har blev og eller til fra som af over under mellem "
    "omkring ved for mindst højst kun hele næsten knap godt små henved præcis alt"
)
_NO_NOUNS: Final = _NO_NAMES | word_set(
    "stk stykker styk cirka omtrent mindst højst mere flere tror gange nemlig procent ialt totalt "
    "lige rundt regnet eller derover derunder døde omkom blev deltog var faldt historisk"
)
SHORTEST_NAME: Final = 3


def with_degrees(text: str, *, is_scale: bool) -> str:
    """Write »12 graders frost«, »12 minusgrader« as minus 12, and »12 plusgrader« as 12."""
    if not is_scale or not _TEMPERED.search(text):
        return text
    text = _WARM.sub(" grader", text)
    cold = _COLD.search(text)
    if cold is None:
        return text
    rest = text[: cold.start()] + " grader"
    return rest if is_negative(rest.split(" ")[0][:1]) or "minus " in rest else f"minus {rest}"


def without_nearly(text: str) -> str:
    """Drop words that only say about: ca., knap, godt, lidt over."""
    return _NEARLY.sub(" ", text)


def bound_of(before: str, after: str) -> str:
    """Return the words that make a number a bound, or nothing."""
    lead = _BOUND_BEFORE.search(before)
    if lead is not None:
        return lead[0].strip()
    bound = _BOUND_AFTER.search(after)
    return (bound["said"] or bound[0]) if bound else ""


def is_upper_bound(bound: str) -> bool:
    """Whether a bound says »less than«."""
    return _LESS.search(bound) is not None


def is_vague(before: str) -> bool:
    """Whether the word before a number takes its exactness away: et par tusind."""
    return _VAGUE.search(before) is not None


def is_vague_throughout(text: str) -> bool:
    """Whether a text without a number says about how many: et par millioner."""
    return _VAGUE_THROUGHOUT.search(text) is not None


def is_denied_bound(text: str) -> bool:
    """Whether a denial only makes a bound: ikke mere end 60.000."""
    return _DENIED_BOUND.search(text) is not None


def says_none(text: str) -> bool:
    """Whether a text says that there was none: ingen, ikke nogen (N3)."""
    return _NONE.search(text) is not None


def without_none(text: str) -> str:
    """Drop the words that say none, which leaves what there was none of."""
    return _NONE.sub("", text).strip()


def is_negative(before: str) -> bool:
    """Whether a minus stands before a number."""
    return _MINUS.search(before) is not None


def without_minus(before: str) -> str:
    """Drop the minus that stands before a number."""
    return _MINUS.sub("", before)


def may_be_noun(word: str) -> bool:
    """Whether a word after a number may be what is counted."""
    return len(word) >= SHORTEST_NAME and word.isalpha() and word not in _NO_NOUNS


def may_be_name(word: str) -> bool:
    """Whether a word may be the name that a number belongs to."""
    return len(word) >= SHORTEST_NAME and word.isalpha() and word not in _NO_NAMES

"""Rules for every typed answer (G2, G5–G7): nothing given, doubt, contrast, denial, two answers."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.notation.normalise import normalise
from quizapp.notation.vocabulary import word_set

NEGATIONS: Final = word_set(
    "ikke ikk ingen intet uden aldrig hverken næppe ej undtagen non ingenlunde"
)
_NOTHING: Final = re.compile(
    r"(?:(?:det |jeg )?ved (?:det |jeg |den )*(?:slet |overhovedet |godt )?ikke(?: det)?(?: helt)?"
    r"|(?:jeg )?(?:har )?(?:aner|anede)(?: det)?(?: jeg)? ikke"
    r"|(?:jeg )?(?:har )?ingen (?:anelse|ide|idé)"
    r"|(?:det |jeg )?(?:kan )?(?:jeg )?(?:ikke )?husker?(?: det| jeg)?(?: ikke)?"
    r"|pas|idk|ved ik|ved ikk|\W*)"
)
_DOUBT_WORDS: Final = (
    r"(?:jeg )?(?:ved (?:det )?ikke(?: helt)?|er ikke (?:helt )?sikker)(?:,? men|,)(?= ?\w)",
    r"så vidt jeg (?:ved|husker)",
    r"hvis jeg husker r(?:igtigt|et)",
    r"(?:det )?tror jeg(?: nok)?(?: at)?",
    r"jeg (?:tror|mener|gætter på|synes|formoder|antager)(?: nok)?(?: at)?(?: det (?:er|var))?",
    r"mit (?:bedste )?(?:gæt|bud) (?:er|var)",
    r"vist ?nok|måske|muligvis|formentlig|formodentlig|sandsynligvis|antagelig(?:t|vis)?|sikkert",
    r"tilsyneladende|nok|vist|vel|ca|cirka|circa",
    r"eller (?:sådan )?noget(?: (?:lignende|i den stil|i den retning))?|eller så noget",
    r"eller deromkring|eller hvad (?:det|han|hun|den) (?:nu )?hedder",
)
_DOUBT: Final = re.compile(r"(?<![\w-])(?:" + "|".join(_DOUBT_WORDS) + r")(?![\w-])\.?,?|\(\?\)|\?")
_OPENING: Final = re.compile(
    r"^(?:(?:det|den|han|hun|de|svaret|navnet|man)(?: \w+)? )?"
    r"(?:er|var|hed|hedder|hedte|kaldes|kaldtes) (?=\w)(?:nemlig |altså |bare |jo )?"
    r"|^(?:i|på|ved|hos) (?=\w{3})|^(?:svar|jo|altså)[:,]? (?=\w)"
)
_EXCEPTION: Final = re.compile(
    r"\b(?:bortset fra|på nær|and(?:re|et|en) end|alt andet)\b|\bnej$|\banti-(?=\w)"
)
_PARENTHESIS: Final = re.compile(r" ?[(\[]([^()\[\]]*)(?:[)\]]|$)")
_CONTRAST_AFTER: Final = re.compile(
    r"(?P<kept>.+?)(?:,? (?:og|men) ikke |, (?:altså |dog |nemlig )?ikke | - ikke "
    r"|,? i stedet for |,? snarere end |,? frem for )(?P<dropped>(?:(?! men ).)+)"
)
_CONTRAST_BEFORE: Final = re.compile(
    r"(?:(?:det (?:var|er) )?(?:ikke|hverken) (?!kun |bare |blot |alene )(?P<dropped>.+?),? |"
    r"(?P<named>.+?) (?:var|er) det ikke,? )"
    r"(?:(?:men|derimod|tværtimod)(?: det (?:var|er))?|(?<=, )det (?:var|er)) (?P<kept>.+)"
)
_BARE_CONTRAST: Final = re.compile(r"(?P<kept>.+?) ikke (?P<dropped>(?:(?! men ).)+)")
_REASON: Final = re.compile(
    r"(?P<kept>\S.*?)(?<!\bikke)(?<!\ber)(?<!\bvar)(?<!\bkun),? (?:fordi|eftersom) .+"
)
_OR: Final = re.compile(
    r",? (?:og/eller|eller|el\.)(?: måske| også)? |(?<=\w) ?/ ?(?=\w)|(?<=\.)/(?=\d)"
)


@dataclass(frozen=True, slots=True)
class AnswerText:
    """A typed answer made ready: ``plain`` is to be marked, ``denied`` was contrasted with it.

    ``whole`` is the text before anything was dropped, for keys that hold such words themselves;
    ``dated`` still has its parentheses, which may hold an era or a calendar.
    """

    whole: str
    plain: str
    denied: str = ""
    aside: str = ""
    hedge: str = ""
    dated: str = ""


@lru_cache(maxsize=1024)
def is_nothing(text: str) -> bool:
    """G2: whether no answer was given."""
    return _NOTHING.fullmatch(normalise(text)) is not None


@lru_cache(maxsize=1024)
def prepare(given: str) -> AnswerText:
    """Drop doubt, parentheses and contrasts from a text that is not too long (G5, G7, G9)."""
    whole = normalise(given)
    hedges = _DOUBT.findall(whole)
    undoubted = without_reason(" ".join(_DOUBT.sub(" ", whole).split()))
    asides = _PARENTHESIS.findall(undoubted)
    plain = undoubted if undoubted.startswith("(") else _PARENTHESIS.sub("", undoubted)
    plain, denied = _contrast(plain)
    dated = plain if denied else undoubted
    hedge = next((text.strip(" .,") for text in hedges if text.strip(" .,?()")), "")
    hedge = "ca." if hedge == "ca" else hedge
    return AnswerText(whole, normalise(plain), denied, "; ".join(asides), hedge, dated)


def without_reason(text: str) -> str:
    """Drop what only gives the reason for an answer: »37, fordi 1905 - 1868 = 37« (T8)."""
    if "fordi" not in text and "eftersom" not in text:
        return text
    found = _REASON.fullmatch(text)
    return found["kept"] if found else text


def _contrast(text: str) -> tuple[str, str]:
    """G7: split »X, ikke Y« and »ikke Y, men X« into what is claimed and what is denied."""
    for contrast in (_CONTRAST_BEFORE, _CONTRAST_AFTER):
        found = contrast.fullmatch(text)
        if found is not None:
            parts = found.groupdict()
            return found["kept"], parts["dropped"] or parts.get("named") or ""
    return text, ""


def bare_contrast(text: str) -> tuple[str, str]:
    """Split »X ikke Y«, which is a contrast only if X is an answer by itself; else empty."""
    found = _BARE_CONTRAST.fullmatch(text)
    return (found["kept"], found["dropped"]) if found else ("", "")


def without_opening(text: str) -> str:
    """Drop the words that open a sentence (G9): det var, svaret er, i."""
    return _OPENING.sub("", text, count=1)


def negation_in(text: str) -> str:
    """Return the first word of denial in a text, or nothing (G7)."""
    return next(iter(negations_in(text)), "")


def negations_in(text: str) -> tuple[str, ...]:
    """Return each word of denial in a text once (G7)."""
    exceptions = _EXCEPTION.findall(text)
    words = (word for word in re.findall(r"[^\W\d_]+", text) if word in NEGATIONS)
    return tuple(dict.fromkeys((*exceptions, *words)))


def holds_negation(wording: str, negation: str, text: str) -> bool:
    """Whether a wording of the key has a denial itself, and the answer no more of them.

    »ikkeangrebspagt« has one, »politikken« has none, »ikke ikkeangrebspagt« has two.
    """
    end = "" if negation == "ikke" else r"\b"
    denial = re.compile(rf"\b{re.escape(negation)}{end}")
    own = len(denial.findall(wording.casefold()))
    return own > 0 and len(denial.findall(text)) <= own


def alternatives(text: str) -> tuple[str, ...]:
    """G6: split »X eller Y« and »X/Y«, what they share at the end given to both."""
    parts = [part.strip() for part in _OR.split(text.removeprefix("enten ")) if part.strip()]
    return tuple(parts) if len(parts) > 1 else ()

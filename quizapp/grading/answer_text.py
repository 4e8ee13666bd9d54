"""Rules for every typed answer (G1–G7): length, nothing given, doubt, contrast, denial, two answers."""

import re
from dataclasses import dataclass
from typing import Final

from quizapp.notation.normalise import normalise

NEGATIONS: Final = frozenset(
    ("ikke", "ikk", "ingen", "intet", "uden", "aldrig", "hverken", "næppe", "ej", "undtagen", "non")
)
_NOTHING: Final = re.compile(
    r"(?:(?:det |jeg |det )?ved (?:det |jeg |den )*(?:slet |overhovedet |godt )?ikke(?: det)?(?: helt)?"
    r"|(?:jeg )?(?:har )?(?:aner|anede)(?: det)?(?: jeg)? ikke|(?:jeg )?(?:har )?ingen (?:anelse|ide|idé)"
    r"|(?:jeg )?(?:kan )?(?:ikke )?husker?(?: det| jeg)?(?: ikke)?|pas|idk|ved ik|ved ikk|\W*)"
)
_DOUBT_WORDS: Final = (
    r"(?:ved|er) (?:det )?ikke (?:helt )?(?:sikker|helt)?,? ?(?:men )?(?=\w)",
    r"så vidt jeg (?:ved|husker)", r"hvis jeg husker r(?:igtigt|et)", r"(?:det )?tror jeg(?: nok)?(?: at)?",
    r"jeg (?:tror|mener|gætter på|synes|vil gætte på|formoder|antager)(?: nok)?(?: at)?(?: det (?:er|var))?",
    r"mit (?:bedste )?(?:gæt|bud) (?:er|var)", r"vist ?nok", r"måske", r"muligvis", r"formentlig",
    r"formodentlig", r"sandsynligvis", r"antagelig(?:t|vis)?", r"sikkert", r"tilsyneladende",
    r"nok", r"vist", r"vel", r"ca", r"cirka", r"circa",
)  # fmt: skip
_DOUBT: Final = re.compile(r"(?<![\w-])(?:" + "|".join(_DOUBT_WORDS) + r")(?![\w-])\.?,?|\(\?\)|\?")
_PARENTHESIS: Final = re.compile(r" ?[(\[]([^()\[\]]*)(?:[)\]]|$)")
_CONTRAST_AFTER: Final = re.compile(
    r"(?P<kept>.+?)(?:,? (?:og|men) ikke |, ikke | - ikke |,? i stedet for |,? snarere end |,? frem for )"
    r"(?P<dropped>.+)"
)
_CONTRAST_BEFORE: Final = re.compile(
    r"(?:det (?:var|er) )?(?:ikke|hverken) (?P<dropped>.+?),? (?:men|derimod|tværtimod) (?P<kept>.+)"
)
_OR: Final = re.compile(
    r",? (?:og/eller|eller)(?: måske| også)? |(?<=\w) ?/ ?(?=\w)|(?<=\.)/(?=\d)"
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


def is_nothing(text: str) -> bool:
    """G2: whether no answer was given."""
    return _NOTHING.fullmatch(normalise(text)) is not None


def prepare(given: str) -> AnswerText:
    """Drop doubt, parentheses and contrasts from a text that is not too long (G5, G7, G9)."""
    whole = normalise(given)
    hedges = _DOUBT.findall(whole)
    undoubted = " ".join(_DOUBT.sub(" ", whole).split())
    asides = _PARENTHESIS.findall(undoubted)
    plain = undoubted if undoubted.startswith("(") else _PARENTHESIS.sub("", undoubted)
    plain, denied = _contrast(plain)
    dated = plain if denied else undoubted
    hedge = next((text.strip(" .,") for text in hedges if text.strip(" .,?()")), "")
    return AnswerText(whole, normalise(plain), denied, "; ".join(asides), hedge, dated)


def _contrast(text: str) -> tuple[str, str]:
    """G7: split »X, ikke Y« and »ikke Y, men X« into what is claimed and what is denied."""
    for contrast in (_CONTRAST_BEFORE, _CONTRAST_AFTER):
        found = contrast.fullmatch(text)
        if found is not None:
            return found["kept"], found["dropped"]
    return text, ""


def negation_in(text: str) -> str:
    """Return the first word of denial in a text, or nothing (G7)."""
    return next((word for word in re.findall(r"[^\W\d_]+", text) if word in NEGATIONS), "")


def alternatives(text: str) -> tuple[str, ...]:
    """G6: split »X eller Y« and »X/Y«, what they share at the end given to both."""
    parts = [part.strip() for part in _OR.split(text.removeprefix("enten ")) if part.strip()]
    return tuple(parts) if len(parts) > 1 else ()

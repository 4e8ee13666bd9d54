"""What a form asks of a question of each kind: its fields, in order, and how each is filled in."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from quizapp.questions.kinds import Kind


class Filled(Enum):
    """How several things are filled in, a row each."""

    TEXTS = auto()
    REMARKS = auto()
    PAIRS = auto()
    ANSWERS = auto()
    TIES = auto()
    SOURCES = auto()


class Way(Enum):
    """How one thing is filled in."""

    LINE = auto()
    TEXT = auto()
    COMMAS = auto()
    TICK = auto()
    TICK_OFF = auto()
    """A tick that is on unless the field says no."""
    PRECISION = auto()
    GAPS = auto()
    BASIS = auto()
    PASSAGE = auto()
    PICTURE = auto()
    PICTURES = auto()
    """A picture for each option."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form; ``beside`` puts it on the line of the one before."""

    key: str
    way: Way | Filled
    beside: bool = False


_PROMPT: Final = Asked("spørgsmål", Way.TEXT)
_PICTURES: Final = Asked("billeder", Way.PICTURES)
_KEYS: Final = (
    Asked("også", Filled.TEXTS),
    Asked("næsten", Filled.REMARKS),
    Asked("afvis", Filled.REMARKS),
)

MAIN: Final[dict[Kind, tuple[Asked, ...]]] = {
    Kind.DATE: (
        _PROMPT,
        Asked("svar", Way.LINE),
        Asked("nøjagtighed", Way.PRECISION, beside=True),
        *_KEYS,
    ),
    Kind.NUMBER: (
        _PROMPT,
        Asked("svar", Way.LINE),
        Asked("enhed", Way.LINE, beside=True),
        Asked("tolerance", Way.LINE, beside=True),
        Asked("enheder", Way.COMMAS),
        *_KEYS,
    ),
    Kind.TERM: (_PROMPT, Asked("svar", Way.LINE), *_KEYS),
    Kind.ENUMERATION: (_PROMPT, Asked("svar", Filled.ANSWERS), Asked("kræves", Way.LINE)),
    Kind.CHOICE: (
        _PROMPT,
        Asked("rigtigt", Way.LINE),
        Asked("forkerte", Filled.REMARKS),
        _PICTURES,
        Asked("bland", Way.TICK_OFF),
    ),
    Kind.MULTIPLE_CHOICE: (
        _PROMPT,
        Asked("rigtige", Filled.TEXTS),
        Asked("forkerte", Filled.REMARKS),
        _PICTURES,
        Asked("bland", Way.TICK_OFF),
    ),
    Kind.ORDERING: (_PROMPT, Asked("rækkefølge", Filled.TIES), _PICTURES),
    Kind.MATCHING: (
        _PROMPT,
        Asked("par", Filled.PAIRS),
        Asked("overskydende", Filled.TEXTS),
        _PICTURES,
    ),
    Kind.CLOZE: (_PROMPT, Asked("tekst", Way.TEXT), Asked("huller", Way.GAPS)),
    Kind.FLASHCARD: (
        Asked("forside", Way.TEXT),
        Asked("bagside", Way.TEXT),
        Asked("begge veje", Way.TICK),
    ),
    Kind.OPEN: (_PROMPT, Asked("modelsvar", Way.TEXT), Asked("rubrik", Filled.TEXTS)),
}

SHARED: Final = (
    Asked("forklaring", Way.TEXT),
    Asked("kilde", Filled.SOURCES),
    Asked("hint", Way.LINE),
    Asked("emner", Way.COMMAS),
    Asked("læs", Way.PASSAGE),
    Asked("grundlag", Way.BASIS, beside=True),
    Asked("billede", Way.PICTURE),
)

SELDOM: Final[dict[Kind, tuple[Asked, ...]]] = {
    Kind.DATE: (
        Asked("næsten nøjagtighed", Way.PRECISION),
        Asked("gammel stil", Way.LINE, beside=True),
        Asked("margin år", Way.LINE),
        Asked("margin dage", Way.LINE, beside=True),
        Asked("år givet", Way.TICK),
    ),
    Kind.NUMBER: (
        Asked("godtag", Way.COMMAS),
        Asked("næsten interval", Way.COMMAS, beside=True),
        Asked("afvis enheder", Way.COMMAS),
        Asked("enhed kræves", Way.TICK),
    ),
}

SELDOM_SHARED: Final = (
    Asked("forklaringsbillede", Way.PICTURE),
    Asked("kildekritik", Way.TEXT),
    Asked("faktum", Way.LINE),
    Asked("bemærkning", Way.TEXT),
    Asked("nulstil", Way.TICK),
)


_RIGHT: Final = frozenset(
    {
        *("svar", "nøjagtighed", "enhed", "tolerance", "også", "kræves", "rigtigt", "rigtige"),
        *("forkerte", "rækkefølge", "par", "overskydende", "tekst", "bagside"),
        *("modelsvar", "rubrik"),
    }
)

ANSWER: Final[dict[Kind, tuple[Asked, ...]]] = {
    kind: tuple(one for one in fields if one.key in _RIGHT) for kind, fields in MAIN.items()
}
"""The fields that say what the right answer is, and what there is to choose among."""

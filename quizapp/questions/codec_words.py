"""The keys of pakke.yaml's questions: which kind has which, and how each is written."""

import re
import unicodedata
from difflib import get_close_matches
from enum import Enum, auto
from functools import lru_cache
from typing import Final

from quizapp.questions.kinds import Kind


class Shape(Enum):
    """How the value of a key is built."""

    TEXT = auto()
    FLAG = auto()
    WHOLE = auto()
    LIST = auto()
    REMARKED = auto()
    GROUPS = auto()
    PAIRS = auto()
    SOURCES = auto()


COMMON: Final[dict[str, Shape]] = {
    "id": Shape.TEXT,
    "type": Shape.TEXT,
    "kategori": Shape.TEXT,
    "hint": Shape.TEXT,
    "forklaring": Shape.TEXT,
    "kildekritik": Shape.TEXT,
    "emner": Shape.LIST,
    "læs": Shape.TEXT,
    "kilde": Shape.SOURCES,
    "grundlag": Shape.TEXT,
    "sværhed": Shape.WHOLE,
    "billede": Shape.TEXT,
    "forklaringsbillede": Shape.TEXT,
    "faktum": Shape.TEXT,
    "nulstil": Shape.FLAG,
    "rev": Shape.WHOLE,
    "bemærkning": Shape.TEXT,
}

PROMPT: Final[dict[str, Shape]] = {"spørgsmål": Shape.TEXT}

PICTURES: Final[dict[str, Shape]] = {"billeder": Shape.PAIRS}

TERM_KEY: Final[dict[str, Shape]] = {
    "svar": Shape.TEXT,
    "også": Shape.LIST,
    "næsten": Shape.REMARKED,
    "afvis": Shape.REMARKED,
}

DATE_KEY: Final[dict[str, Shape]] = TERM_KEY | {
    "nøjagtighed": Shape.TEXT,
    "næsten nøjagtighed": Shape.TEXT,
    "gammel stil": Shape.TEXT,
    "år givet": Shape.FLAG,
    "margin år": Shape.WHOLE,
    "margin dage": Shape.WHOLE,
}

NUMBER_KEY: Final[dict[str, Shape]] = TERM_KEY | {
    "tolerance": Shape.TEXT,
    "godtag": Shape.LIST,
    "næsten interval": Shape.LIST,
    "enhed": Shape.TEXT,
    "enheder": Shape.LIST,
    "afvis enheder": Shape.LIST,
    "enhed kræves": Shape.FLAG,
}

OWN: Final[dict[Kind, dict[str, Shape]]] = {
    Kind.DATE: PROMPT | DATE_KEY,
    Kind.NUMBER: PROMPT | NUMBER_KEY,
    Kind.TERM: PROMPT | TERM_KEY,
    Kind.ENUMERATION: PROMPT | {"svar": Shape.GROUPS, "kræves": Shape.WHOLE},
    Kind.CHOICE: PROMPT
    | {"rigtigt": Shape.TEXT, "forkerte": Shape.REMARKED, "bland": Shape.FLAG}
    | PICTURES,
    Kind.MULTIPLE_CHOICE: PROMPT
    | {"rigtige": Shape.LIST, "forkerte": Shape.REMARKED, "bland": Shape.FLAG}
    | PICTURES,
    Kind.ORDERING: PROMPT | {"rækkefølge": Shape.GROUPS} | PICTURES,
    Kind.MATCHING: PROMPT | {"par": Shape.PAIRS, "overskydende": Shape.LIST} | PICTURES,
    Kind.CLOZE: PROMPT | {"tekst": Shape.TEXT, "huller": Shape.TEXT},
    Kind.FLASHCARD: {"forside": Shape.TEXT, "bagside": Shape.TEXT, "begge veje": Shape.FLAG},
    Kind.OPEN: PROMPT | {"modelsvar": Shape.TEXT, "rubrik": Shape.LIST},
}

ALL_KEYS: Final = tuple(dict.fromkeys([*COMMON, *(key for own in OWN.values() for key in own)]))

NEAR_LENGTH: Final = 40
"""Longer words are no misspelt key."""

ID_LENGTH: Final = 40

_ASCII: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "_": " ", "-": " "})


def keys_of(kind: Kind | None) -> dict[str, Shape]:
    """Return the keys a question of the kind may have; of an unknown kind, every key."""
    if kind is None:
        return COMMON | dict.fromkeys(ALL_KEYS, Shape.TEXT)
    return COMMON | OWN[kind]


@lru_cache(maxsize=1024)
def near(word: str, known: tuple[str, ...]) -> str:
    """Return the known word that was probably meant, or ``""``.

    Written without Danish letters counts as near: »spoergsmaal« is »spørgsmål«.
    """
    if len(word) > NEAR_LENGTH:
        return ""
    folded = {_fold(one): one for one in reversed(known)}
    found = get_close_matches(_fold(word), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else ""


def _fold(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().strip().translate(_ASCII)


def near_id(text: str) -> str:
    """Return an allowed id that looks like a text that is none."""
    ascii_only = re.sub(r"[^a-z0-9]+", "-", _fold(text)).strip("-")
    return ascii_only[:ID_LENGTH].strip("-") or "id-1"

"""Figures with their separators, read the Danish way and, apart from it, the English (N1, N2)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_DANISH_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:([. '])\d{3})(?:\1\d{3})*(?:,\d+)?")
_DANISH_PLAIN: Final = re.compile(r"\d*,\d+|\d+")
_ENGLISH_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_ENGLISH_PLAIN: Final = re.compile(r"\d*\.\d+")
_EMPTY_DECIMALS: Final = re.compile(r"\d+\.0{4,}")


@dataclass(frozen=True, slots=True)
class Figures:
    """What figures mean in Danish and in English; None where nothing (N9: 6.0000)."""

    danish: Decimal | None
    english: Decimal | None


def tidy(value: Decimal) -> Decimal:
    """Return a number without zeros at its end, never with an exponent."""
    plain = value.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain


def read_figures(text: str) -> Figures:
    """Read figures with points, commas, blanks or apostrophes between them."""
    danish = english = None
    if _DANISH_GROUPS.fullmatch(text) or _DANISH_PLAIN.fullmatch(text):
        danish = Decimal(re.sub("[. ']", "", text).replace(",", "."))
    if _EMPTY_DECIMALS.fullmatch(text):
        return Figures(danish, None)
    if _ENGLISH_GROUPS.fullmatch(text) or _ENGLISH_PLAIN.fullmatch(text):
        english = Decimal(text.replace(",", ""))
    return Figures(danish, english)

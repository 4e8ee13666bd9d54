"""G1: what is not knowledge is made alike before anything is read (case, blanks, dashes, emoji)."""

import re
import unicodedata
from typing import Final

LONGEST: Final = 200
LONGEST_LIST: Final = 500

_DASHES = "‐‑‒–—―−⁃﹘﹣－"
_QUOTES = "“”„‟«»‹›「」『』＂"
_APOSTROPHES = "’‘‚‛ʼʹ′`´＇"
# Letters that nobody can tell from Latin ones on a screen.
_CYRILLIC = (
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458\u0455"
    "\u0410\u0415\u041e\u0420\u0421\u0425\u0423\u0406\u0408\u0405"
)
_LATIN = "aeopcxyijsAEOPCXYIJS"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = re.compile("(?<=[0-9])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FRACTION = re.compile("([0-9]?)([¼½¾⅐-⅞↉])")
_BLANKS = re.compile(r"\s+")
_PAIRS = {"(": ")", "[": "]", "{": "}", '"': '"', "'": "'"}
_STRAY = ('"', "'")
_FINAL = " .,;:!?…"
_LEADING = " ,;:!?…¿¡*"
_KEPT_SYMBOLS = "°"


class _Characters(dict[int, str]):
    """What becomes of each character; decided once, when first met."""

    def __missing__(self, code: int) -> str:
        kept = _kept(chr(code))
        self[code] = kept
        return kept


def _kept(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    is_selector = "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100"
    is_skin_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    if category == "So" and character not in _KEPT_SYMBOLS:
        return ""
    if category[0] == "C" or category == "Me" or is_selector or is_skin_tone:
        return ""
    return character


_characters = _Characters(
    {ord(dash): "-" for dash in _DASHES}
    | {ord(quote): '"' for quote in _QUOTES}
    | {ord(apostrophe): "'" for apostrophe in _APOSTROPHES}
    | {ord(ring): "°" for ring in "º˚"}
    | dict(zip(map(ord, _CYRILLIC), _LATIN, strict=True))
)


def normalise(text: str) -> str:
    """Return the text in small letters without what is not knowledge; twice is the same as once.

    Vulgar fractions are written out before compatibility characters are folded, or 1½ becomes 11/2.
    """
    text = fold_characters(text)
    while (trimmed := trim(text)) != text:
        text = trimmed
    return text


def fold_characters(text: str) -> str:
    """Make characters alike, but trim nothing at the ends except blanks."""
    text = _SUPERSCRIPT.sub(lambda match: "^" + match[0].translate(_SUPERSCRIPTS), text)
    text = _FRACTION.sub(_written_out, text)
    while (folded := _fold_once(text)) != text:
        text = folded
    return text


def _fold_once(text: str) -> str:
    text = text.translate(_characters)
    text = unicodedata.normalize("NFKC", text).casefold()
    text = unicodedata.normalize("NFKC", text).replace("i\u0307", "i").replace("ı", "i")
    return _BLANKS.sub(" ", text.translate(_characters)).strip()


def _written_out(match: re.Match[str]) -> str:
    written = unicodedata.normalize("NFKC", match[2]).replace("\u2044", "/")
    return f"{match[1]} {written}" if match[1] else written


def trim(text: str) -> str:
    """Drop final punctuation and quotes or brackets around the whole."""
    text = text.rstrip(_FINAL).lstrip(_LEADING)
    closing = _PAIRS.get(text[:1])
    if closing is None:
        is_stray = text[-1:] in _STRAY and text.count(text[-1]) == 1
        return text[:-1] if is_stray else text
    if len(text) > 1 and text[-1] == closing and _closes_at_the_end(text, closing):
        return text[1:-1].strip()
    if closing == '"' and text.count('"') == 1:
        return text[1:].strip()
    return text


def _closes_at_the_end(text: str, closing: str) -> bool:
    if closing == text[0]:
        return closing not in text[1:-1]
    depth = 0
    for at, character in enumerate(text):
        depth += (character == text[0]) - (character == closing)
        if depth == 0:
            return at == len(text) - 1
    return False


def is_too_long(text: str, longest: int = LONGEST) -> bool:
    """G3: whether a text is longer than an answer may be, blanks around it not counted."""
    return len(text.strip()) > longest

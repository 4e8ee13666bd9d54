"""Words looked for in Danish texts: parts of words count, and æ, ø, å may be written otherwise."""

import unicodedata
from collections.abc import Sequence
from typing import Final

_DANISH: Final = frozenset("æøå")
_PLAIN: Final = str.maketrans({"æ": "a", "ø": "o", "å": "a"})
# »Aarhus« and »Århus«, »Øresund« and »Oeresund« are looked for alike.
_PAIRS: Final = (("ae", "a"), ("oe", "o"), ("aa", "a"))
_BETWEEN: Final = "\n"


def searchable(text: str) -> str:
    """Return a text in the form that ``is_found`` looks through: as written, and folded."""
    written = _written(text)
    folded = _folded(written)
    return written if folded == written else f"{written}{_BETWEEN}{folded}"


def needles(query: str) -> tuple[str, ...]:
    """Return what to look for: each word of a query once.

    A word with æ, ø or å is looked for as written, or »år« would find »arv«.
    """
    words = (_written(word) for word in query.split())
    return tuple(
        dict.fromkeys(word if _DANISH & set(word) else _folded(word) for word in words if word)
    )


def is_found(wanted: Sequence[str], text: str) -> bool:
    """Tell whether every word stands in a text that ``searchable`` made."""
    return all(word in text for word in wanted)


def found_at(wanted: Sequence[str], text: str) -> tuple[tuple[int, int], ...]:
    """Return where in a text as written the words stand: start and length, none overlapping."""
    marked = [False] * len(text)
    for word in wanted:
        is_exact = bool(_DANISH & set(word))
        places = [] if is_exact else _places_of(word, text, is_folded=True)
        for place in places or _places_of(word, text, is_folded=False):
            marked[place] = True
    return _runs(marked)


def _places_of(word: str, text: str, *, is_folded: bool) -> list[int]:
    """Return the place of every letter that belongs to a word wherever it stands in a text."""
    letters, places = _letters(text, is_folded=is_folded)
    found: list[int] = []
    at = letters.find(word)
    while at >= 0:
        last = places[at + len(word) - 1]
        end = places[at + len(word)] if at + len(word) < len(places) else len(text)
        found += range(places[at], max(end, last + 1))
        at = letters.find(word, at + len(word))
    return found


def _runs(marked: Sequence[bool]) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    start = 0
    for place, is_marked in enumerate((*marked, False)):
        if is_marked and (place == 0 or not marked[place - 1]):
            start = place
        elif not is_marked and place and marked[place - 1]:
            found.append((start, place - start))
    return tuple(found)


def _letters(text: str, *, is_folded: bool) -> tuple[str, list[int]]:
    """Return the text in the form looked for, and from which place each letter of it came."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _written(character) if not character.isspace() else " ":
            letters.append(letter)
            places.append(place)
    if is_folded:
        letters, places = _without_pairs(letters, places)
    return "".join(letters), places


def _without_pairs(letters: list[str], places: list[int]) -> tuple[list[str], list[int]]:
    pairs = dict(_PAIRS)
    kept: list[str] = []
    kept_places: list[int] = []
    at = 0
    while at < len(letters):
        pair = "".join(letters[at : at + 2])
        kept.append(pairs.get(pair, letters[at].translate(_PLAIN)))
        kept_places.append(places[at])
        at += 2 if pair in pairs else 1
    return kept, kept_places


def _folded(written: str) -> str:
    """Return small letters with the pairs and the Danish letters as one plain letter each."""
    if not any(pair in written for pair, _plain in _PAIRS):
        return written.translate(_PLAIN)
    letters, _places = _without_pairs(list(written), list(range(len(written))))
    return "".join(letters)


def _written(text: str) -> str:
    """Return small letters without accents; æ, ø and å are letters, not accented ones."""
    small = unicodedata.normalize("NFC", text.casefold())
    if small.isascii() or not _has_accents(small):
        return small
    return "".join(
        letter
        if letter in _DANISH
        else "".join(
            part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part)
        )
        for letter in small
    )


def _has_accents(small: str) -> bool:
    return not unicodedata.is_normalized("NFD", small.translate(_PLAIN))

"""The text of a cell → the value of a key: items, pairs, sources; and what a program left there."""

import re
from typing import Final

from quizapp.questions.codec_gaps import cell_pieces, cell_value
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.codec_words import Shape

LISTS: Final = frozenset({Shape.LIST, Shape.REMARKED, Shape.GROUPS, Shape.PAIRS, Shape.SOURCES})
_SOURCE_PARTS: Final = ("titel", "url", "set")
_AUTHOR_PARTS: Final = ("navn", "sted", "url")
_EQUALS: Final = " = "
"""Never inside a part: there the sign has a backslash before it."""
_ERROR: Final = re.compile(
    r"#(?:navn\?|name\?|referen[cs]e!|ref!|værdi!|value!|division/0!|div/0!|i/t|n/a|num!|nul!|null!"
    r"|overløb!|spill!|beregn!|calc!)|#{3,}|(?:fejl|err):\d{3}",
    re.IGNORECASE,
)
"""What Excel and LibreOffice show, in Danish and English, where a formula has no result."""

NO_RESULT: Final = "#BEREGN!"
"""What a formula is that the program has never worked out."""


def is_error(text: str) -> bool:
    """Tell whether a program wrote that it could not work the cell out."""
    return _ERROR.fullmatch(text.strip()) is not None


def split_cell(text: str, shape: Shape) -> Plain:
    """Return the value that a cell holds; an item that nothing stands in is an empty text."""
    if shape not in LISTS:
        return text
    if shape is Shape.SOURCES:
        return [_source(item.strip()) for item in _items(text)]
    found: list[Plain] = []
    for item in _items(text):
        value = cell_value(item, shape)
        found += value if isinstance(value, list) and value else [""]
    return found


def split_authors(value: str) -> Plain:
    """Return the authors that a cell names."""
    found: list[Plain] = []
    for item in _items(value):
        texts = [cell_value(part, Shape.TEXT) for part in item.strip().split(_EQUALS)]
        found.append(dict(zip(_AUTHOR_PARTS, texts, strict=False)))
    return found


def _items(text: str) -> list[str]:
    """Part a cell at ``|``, or at line breaks where it has none."""
    pieces = cell_pieces(text)
    if len(pieces) > 1 or "\\\n" in text:
        return pieces
    return [line for line in text.split("\n") if line.strip()]


def _source(text: str) -> Plain:
    title, *rest = (str(cell_value(part, Shape.TEXT)) for part in text.split(_EQUALS))
    if rest:
        return dict(zip(_SOURCE_PARTS, (title, *rest), strict=False))
    return cell_value(text, Shape.TEXT)

"""The reading text as a sheet of its own: a row a passage, with its mark and heading."""

import unicodedata
from typing import Final

from quizapp.packs.reading_text import ALLOWED_MARK
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.questions.codec_fields import clean
from quizapp.questions.pack import Pack, Passage

READING_TEXT: Final = "Læsetekst"
_COLUMNS: Final = ("mærke", "overskrift", "tekst")
_MOST_IN_A_CELL: Final = 32_767
"""Characters that Excel takes in one cell."""


def text_sheet(pack: Pack) -> Sheet | None:
    """Return the sheet of a pack's reading text; None where it has none, or it is too long."""
    if not pack.passages or any(len(one.body) > _MOST_IN_A_CELL for one in pack.passages):
        return None
    rows = [[one.mark, one.heading, one.body] for one in pack.passages]
    return Sheet(READING_TEXT, [list(_COLUMNS), *rows])


def read_passages(book: Workbook) -> tuple[Passage, ...]:
    """Return the passages of a workbook, none where it has no such sheet."""
    named = unicodedata.normalize("NFC", READING_TEXT).casefold()
    for sheet in book.sheets:
        if unicodedata.normalize("NFC", sheet.name).strip().casefold() == named:
            return tuple(_passages(sheet))
    return ()


def _passages(sheet: Sheet) -> list[Passage]:
    found: dict[str, Passage] = {}
    for number in range(1, len(sheet.rows)):
        mark, heading, body = (_plain(sheet.cell(number, column)) for column in range(3))
        if ALLOWED_MARK.fullmatch(mark) and body and mark not in found:
            found[mark] = Passage(mark=mark, heading=heading, body=body)
    return list(found.values())


def _plain(text: str) -> str:
    """Return a text without control characters and what turns the direction of text."""
    kept = (one for one in clean(text) if one in "\n\t" or not _is_hidden(one))
    return clean("".join(kept))


def _is_hidden(character: str) -> bool:
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return turns or unicodedata.category(character) in {"Cc", "Cs"}

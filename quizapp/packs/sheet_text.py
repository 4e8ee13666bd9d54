"""The reading text as a sheet of its own: a row a passage, with its mark and heading."""

import unicodedata
from typing import Final

from quizapp.packs.sheet_grid import Sheet, Workbook
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
        mark, heading, body = (sheet.cell(number, column).strip() for column in range(3))
        if mark and body and mark not in found:
            found[mark] = Passage(mark=mark, heading=heading, body=body)
    return list(found.values())

"""The reading text as a sheet of its own: a row a passage, with its mark and heading."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from quizapp.packs.reading_text import ALLOWED_MARK
from quizapp.packs.sheet_grid import Sheet, Workbook
from quizapp.questions.codec_fields import clean
from quizapp.questions.codec_mistakes import Mistake
from quizapp.questions.pack import Pack, Passage

READING_TEXT: Final = "Læsetekst"
_COLUMNS: Final = ("mærke", "overskrift", "tekst")
_MOST_IN_A_CELL: Final = 32_767
"""Characters that Excel takes in one cell."""
_MOST_SHOWN: Final = 40


def text_sheet(pack: Pack) -> Sheet | None:
    """Return the sheet of a pack's reading text; None where it has none, or it is too long."""
    if not pack.passages or any(len(one.body) > _MOST_IN_A_CELL for one in pack.passages):
        return None
    rows = [[one.mark, one.heading, one.body] for one in pack.passages]
    return Sheet(READING_TEXT, [list(_COLUMNS), *rows])


def read_passages(book: Workbook) -> tuple[Passage, ...]:
    """Return the passages of a workbook, none where it has no such sheet."""
    return tuple(found for _, _, found in _rows(book) if isinstance(found, Passage))


def passage_mistakes(book: Workbook) -> Iterator[tuple[Sheet, int, int, Mistake]]:
    """Yield what keeps a row of the reading text from being a passage, and its cell."""
    for sheet, row, found in _rows(book):
        if not isinstance(found, Passage):
            column, mistake = found
            yield sheet, row, column, mistake


def _rows(book: Workbook) -> Iterator[tuple[Sheet, int, Passage | tuple[int, Mistake]]]:
    named = unicodedata.normalize("NFC", READING_TEXT).casefold()
    for sheet in book.sheets:
        if unicodedata.normalize("NFC", sheet.name).strip().casefold() == named:
            marks: dict[str, int] = {}
            for number in range(1, len(sheet.rows)):
                if any(cell.strip() for cell in sheet.rows[number]):
                    yield sheet, number, _passage(sheet, number, marks)
            return


def _passage(sheet: Sheet, number: int, marks: dict[str, int]) -> Passage | tuple[int, Mistake]:
    mark, heading, body = (_plain(sheet.cell(number, column)) for column in range(3))
    if not mark:
        return 0, Mistake(code="missing_field", fields={"key": _COLUMNS[0]})
    if not ALLOWED_MARK.fullmatch(mark):
        return 0, Mistake(code="bad_mark", fields={"mark": mark[:_MOST_SHOWN]})
    if mark in marks:
        fields = {"mark": mark, "other": str(marks[mark] + 1)}
        return 0, Mistake(code="mark_twice_in_sheet", fields=fields)
    marks[mark] = number
    if not body:
        return 2, Mistake(code="missing_field", fields={"key": _COLUMNS[2]})
    return Passage(mark=mark, heading=heading, body=body)


def _plain(text: str) -> str:
    """Return a text without control characters and what turns the direction of text."""
    kept = (one for one in clean(text) if one in "\n\t" or not _is_hidden(one))
    return clean("".join(kept))


def _is_hidden(character: str) -> bool:
    turns = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    return turns or unicodedata.category(character) in {"Cc", "Cs"}

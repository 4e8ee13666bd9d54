"""Sheets as rows of texts, whatever program wrote them."""

from dataclasses import dataclass, field
from typing import Final

MOST_ROWS: Final = 10_100
MOST_COLUMNS: Final = 200
MOST_CELLS: Final = 700_000


@dataclass(slots=True)
class Sheet:
    """One sheet; rows and columns count from 0 here, from 1 in problems.

    ``dates`` holds the cells that the program had turned into dates, ``unclosed`` those whose
    quotation mark in a CSV file is never closed.
    """

    name: str
    rows: list[list[str]] = field(default_factory=list)
    dates: set[tuple[int, int]] = field(default_factory=set)
    unclosed: list[tuple[int, int]] = field(default_factory=list)

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell; ``""`` where there is none."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return ""
        return self.rows[row][column]


@dataclass(slots=True)
class Workbook:
    """The visible sheets of a file, in order."""

    sheets: list[Sheet] = field(default_factory=list)

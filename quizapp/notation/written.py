"""Dates and numbers as an author wrote them, with what they mean."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from quizapp.notation.author import read_author_date, read_author_number
from quizapp.notation.dates import DateValue


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in the author's words (»5. juni 1849«, »ca. 1400«, »44 f.Kr.«)."""

    text: str
    value: DateValue

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a date as Danes write it; raises ``UnreadableError``."""
        return cls(text, read_author_date(text))


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in the author's words (»60.000«, »1,5 mio.«)."""

    text: str
    value: Decimal

    @classmethod
    def read(cls, text: str) -> Self:
        """Read a number as Danes write it; raises ``UnreadableError``."""
        return cls(text, read_author_number(text))

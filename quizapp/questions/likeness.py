"""When two texts of an author say the same, as a learner would see it and as marking would."""

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from typing import Final

from quizapp.notation.author import UnreadableError, read_author_date, read_author_number
from quizapp.notation.date_words import MONTH_NUMBERS

_END_MARKS: Final = " .,;:!?"
_NUMBER: Final = re.compile(r"-?\d[\d.,' ]{0,30}(?: ?(?:mio|mill|mia|million|milliard|tusind)\w*)?")
_MONTHS: Final = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_DATE: Final = re.compile(
    rf"(?:den |d\. ?)?\d{{1,2}}(?:[./-] ?\d{{1,2}}|\.? (?:{_MONTHS})\.?)[ ./-] ?\d{{4}}"
    r"|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def alike(text: str) -> str:
    """Return a text without what a reader would not notice; a number or date as its value."""
    folded = unicodedata.normalize("NFC", text).casefold()
    plain = " ".join(folded.split()).strip(_END_MARKS)
    with suppress(UnreadableError):
        if _NUMBER.fullmatch(plain):
            return f"={read_author_number(plain)}"
        if _DATE.fullmatch(plain):
            return f"={read_author_date(plain)}"
    return plain or text

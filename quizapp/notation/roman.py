"""Roman numerals, as in Frederik VII and det XIV. århundrede."""

import re
from typing import Final

_DIGITS: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_NUMERAL: Final = re.compile("(?=[mdclxvi])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,4})")


def read_roman(word: str) -> int | None:
    """Read a Roman numeral in small letters; None if the word is none."""
    if not _NUMERAL.fullmatch(word):
        return None
    values = [_DIGITS[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )

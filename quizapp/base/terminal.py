"""Texts of strangers on a terminal: names of files, and what stands in their packs."""

import unicodedata
from contextlib import suppress
from typing import Final

_JOINER: Final = "\u200d"
"""Inside an emoji of several signs."""


def printable(text: str) -> str:
    """Return a text as one line without what would steer a terminal or hide what is said.

    A blank stands for each escape, line break and sign that turns the direction of text.
    """
    if text.isprintable():
        return text
    # A byte of a file's name that the locale cannot read may be UTF-8 all the same.
    with suppress(UnicodeError):
        text = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(one if _is_shown(one) else " " for one in text)


def _is_shown(one: str) -> bool:
    return one.isprintable() or one == _JOINER or unicodedata.category(one) == "Zs"

"""T10: an event that is named by its place in two ways: slaget ved Tsushima, Tsushimaslaget."""

import re
from functools import lru_cache
from typing import Final

_AT_PLACE: Final = re.compile(
    r"(?:sø)?(?P<event>slaget|freden) (?:ved|i|fra|på) "
    r"(?P<place>[^\W\d_]{3,}(?:[- ][^\W\d_]{3,})?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def as_compound(text: str) -> str:
    """Return »Tsushimaslaget« for »slaget ved Tsushima«; empty if a text names no such event."""
    found = _AT_PLACE.fullmatch(text)
    return f"{found['place']}{found['event'].casefold()}" if found else ""

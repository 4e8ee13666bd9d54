"""T10: an event that is named by its place in two ways: slaget ved Tsushima, Tsushimaslaget."""

import re
from typing import Final

from quizapp.grading.terms.match import same_words
from quizapp.grading.terms.words import given_phrase, key_phrase

_AT_PLACE: Final = re.compile(
    r"(?:sø)?(?P<event>slaget|freden) (?:ved|i|fra|på) "
    r"(?P<place>[^\W\d_]{3,}(?:[- ][^\W\d_]{3,})?)",
    re.IGNORECASE,
)
_EVENT: Final = re.compile(r"slag|fred", re.IGNORECASE)


def is_same_event(given: str, wording: str) -> bool:
    """Whether a normalised answer names a battle or a peace of the key in the other form."""
    if not _EVENT.search(given) or not _EVENT.search(wording):
        return False
    one, other = _as_compound(given), _as_compound(wording)
    if not one and not other:
        return False
    return same_words(given_phrase(one or given), key_phrase(other or wording))


def _as_compound(text: str) -> str:
    """Return »Tsushimaslaget« for »slaget ved Tsushima«; empty if a text names no such event."""
    found = _AT_PLACE.fullmatch(text)
    return f"{found['place']}{found['event'].casefold()}" if found else ""

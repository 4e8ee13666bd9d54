"""Where a line of Danish may not break."""

import re
from functools import lru_cache

_NBSP = "\u00a0"
_NB_HYPHEN = "\u2011"
_UNITS = (
    "%|kr|km|m|cm|mm|kg|g|t|min|mio|mia|pct|år|dage|dag|timer|time|minutter|minut|tons|mand"
    "|f\\.Kr|e\\.Kr|MB|kB|GB"
)
_SPACES = re.compile(
    rf"(?<=\d) (?=(?:{_UNITS})\b|%)"  # a number and its unit
    r"|(?<=\bkl\.) (?=\d)|(?<=\bca\.) (?=\d)|(?<=\bnr\.) (?=\d)|(?<=\bdok\.) (?=\d)"
    r"| (?=[–—]( |$))"  # no line begins with a dash
    r"|(?<=\d\.) (?=[a-zæøå]{3})"  # 5. september
    r"|(?<=\b[iI]) (?=dag\b|morgen\b|går\b)"
)
_HYPHEN = re.compile(r"(?<=\d)-(?=[a-zæøå])")


@lru_cache(maxsize=256)
def keep_together(text: str) -> str:
    """Put no-break spaces and hyphens where they belong; no letter changes its place."""
    return _HYPHEN.sub(_NB_HYPHEN, _SPACES.sub(_NBSP, text))

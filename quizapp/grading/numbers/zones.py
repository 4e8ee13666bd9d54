"""How near a number is to the key: inside its tolerance, near it, or outside (N6)."""

from decimal import Decimal
from enum import IntEnum

from quizapp.questions.keys import NumberKey, Share


class Zone(IntEnum):
    """Where a value lies: inside the tolerance, inside twice of it, or outside."""

    OUTSIDE = 0
    CLOSE = 1
    INSIDE = 2


def zone_of(key: NumberKey, value: Decimal) -> Zone:
    """N6: say where a value lies."""
    for also in key.also:
        if value == also.value:
            return Zone.INSIDE
    accepted = key.accept_range
    own = key.value.value
    tolerance = tolerance_of(key)
    inside = accepted.low <= value <= accepted.high if accepted else abs(value - own) <= tolerance
    if inside:
        return Zone.INSIDE
    if key.almost_range is not None:
        close = key.almost_range.low <= value <= key.almost_range.high
    else:
        close = accepted is None and tolerance > 0 and abs(value - own) <= 2 * tolerance
    return Zone.CLOSE if close else Zone.OUTSIDE


def tolerance_of(key: NumberKey) -> Decimal:
    """Return the tolerance of a key in its own unit."""
    if isinstance(key.tolerance, Share):
        return abs(key.value.value) * key.tolerance.share
    return key.tolerance

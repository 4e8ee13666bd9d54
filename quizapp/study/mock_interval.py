"""How sure a share of right answers is that was found with a few questions."""

from math import sqrt
from typing import Final

Z: Final = 1.2815515655446004
"""The standard normal's 90 % quantile: a tenth of its mass lies beyond it on either side."""


def interval_of(right: int, asked: int) -> tuple[float, float]:
    """Return the 80 % interval (0–1) of the share that would be right of the whole scope.

    The score interval of Wilson (1927, Probable inference, the law of succession, and statistical
    inference, JASA 22), which holds for few questions and for shares near 0 and 1 too. A sample
    drawn by shares and without repetition is a little surer than it says: it errs on the safe side.
    """
    if not asked:
        return 0.0, 1.0
    share = right / asked
    middle = (share + Z**2 / (2 * asked)) / (1 + Z**2 / asked)
    reach = Z * sqrt(share * (1 - share) / asked + (Z / (2 * asked)) ** 2) / (1 + Z**2 / asked)
    # The ends of 0 and of all right are exact, whatever the last digit of the sum.
    return min(max(0.0, middle - reach), share), max(min(1.0, middle + reach), share)

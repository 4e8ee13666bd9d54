"""What settings cost and give, as values: minutes a day, and how much will be known in a year."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Workload:
    """What a year under some settings comes to.

    ``minutes`` are whole minutes a day on average over the next 30 days, ``minutes_later`` over the
    last 30 of the year; ``known`` of ``cards`` would be right if all were asked in a year.
    """

    minutes: int
    minutes_later: int
    known: int
    cards: int

"""What the next days will ask, as values, for who has just ended a round."""

from dataclasses import dataclass
from typing import Final

from quizapp.study.plan import Plan

MORE: Final = Plan(minutes=5, is_extra=True)
"""The short round that can be taken on top today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """What the days from tomorrow on are expected to ask.

    ``minutes`` are whole minutes a day, ``new`` the new cards of the first of them that asks
    anything; ``is_planned`` says that an exam's plan sets minutes. ``has_more`` says that five
    minutes more today would ask something that counts.
    """

    first_day: int
    minutes: tuple[int, ...]
    new: int
    is_planned: bool
    has_more: bool

    @property
    def next_at(self) -> int | None:
        """How many days after the first one something is asked again, None for not this week."""
        return next((at for at, minutes in enumerate(self.minutes) if minutes), None)

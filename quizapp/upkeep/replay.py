"""Computes all memory again from the log."""

from dataclasses import dataclass

from quizapp.bank.bank import Bank


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many cards and reviews were folded, and how many memory rows differ(ed)."""

    cards: int
    reviews: int
    changed: int


def replay(bank: Bank, *, check_only: bool = False) -> Replayed:
    """Fold the whole log again and store what differs; ``check_only`` compares and writes nothing."""

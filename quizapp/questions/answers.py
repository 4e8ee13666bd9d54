"""What a learner answers, one shape for each way of answering."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typed:
    """One typed text: date, number, term."""

    text: str


@dataclass(frozen=True, slots=True)
class TypedList:
    """Several typed texts: the items of an enumeration, or the gaps of a cloze in order."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """The text of the option that was picked."""

    option: str


@dataclass(frozen=True, slots=True)
class PickedMany:
    """The texts of the options that were picked, in the order given."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ordered:
    """The items in the learner's order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs of left and right item; an item may be missing or unknown."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """How well a turned card was remembered: 1 (not) to 4 (easily)."""

    rating: int


@dataclass(frozen=True, slots=True)
class WrittenAndRated:
    """A free text and the learner's own rating of it, 1 to 4."""

    text: str
    rating: int


Answer = Typed | TypedList | Picked | PickedMany | Ordered | Matched | Rated | WrittenAndRated

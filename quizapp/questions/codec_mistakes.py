"""Mistakes in a question as values, and the repairs that mend them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Self

Plain = (
    str
    | int
    | float
    | Decimal
    | bool
    | None
    | list["Plain"]
    | tuple["Plain", ...]
    | dict[str, "Plain"]
)
"""What a YAML walk (texts only) or a JSON reader gives."""

Path = tuple[str | int, ...]
"""Where in a question: keys and list positions, outermost first."""


class KeyOf(str):
    """A last step of a path that ends on the key itself, not on what stands under it."""

    __slots__ = ()


class Severity(StrEnum):
    """An error keeps the pack from being used; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Write another key in the place of this one."""

    to: str


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write another value in the place of this one."""

    value: Plain


@dataclass(frozen=True, slots=True)
class Remove:
    """Take out the entry or the list item."""


@dataclass(frozen=True, slots=True)
class InsertKey:
    """Add the key to the question; its value is for the author to write."""

    key: str


@dataclass(frozen=True, slots=True)
class NewId:
    """Give the question an id that nothing else has."""


Change = RenameKey | SetValue | Remove | InsertKey | NewId


@dataclass(frozen=True, slots=True)
class Remedy:
    """What would mend a mistake: the code and fields of its label, and the change itself."""

    code: str
    change: Change
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One mistake of an author.

    ``path`` leads to the value, or to a key; ``offset`` counts characters into the text there.
    ``other`` is the position of another question that the sentence points to.
    """

    code: str
    path: Path = ()
    fields: Mapping[str, str | int] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    remedy: Remedy | None = None
    offset: int | None = None
    other: int | None = None

    def moved(self, path: Path, offset: int | None = None) -> Self:
        """Return the mistake as seen from further out."""
        return replace(self, path=path, offset=offset)

    def without_remedy(self) -> Self:
        """Return the mistake for a place where the remedy cannot be carried out."""
        return replace(self, remedy=None)


def has_error(mistakes: list[Mistake] | tuple[Mistake, ...]) -> bool:
    """Tell whether anything stands in the way of using the question."""
    return any(mistake.severity is Severity.ERROR for mistake in mistakes)

"""What marked-up text is made of: blocks of inline pieces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph, where the author asked for one."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address (http or https), which is shown and never fetched."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    inside: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words."""

    inside: tuple["Inline", ...]


Inline = Text | LineBreak | Link | Emphasis | Strong


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` is 1 to 3."""

    level: int
    inside: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, numbered from 1 or not."""

    items: tuple[tuple[Inline, ...], ...]
    is_numbered: bool = False


Block = Paragraph | Heading | Listing
Document = tuple[Block, ...]

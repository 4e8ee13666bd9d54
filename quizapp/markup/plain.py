"""The tree → plain text, for reading aloud, searching and the command line."""

from collections.abc import Iterable
from typing import assert_never

from quizapp.markup.tree import (
    Block,
    Document,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Strong,
    Text,
)


def to_plain(document: Document) -> str:
    """Return the words of a text, a blank line between blocks."""
    return "\n\n".join(_block(block) for block in document)


def _block(block: Block) -> str:
    match block:
        case Paragraph(inside) | Heading(_, inside):
            return _joined(inside)
        case Listing(items, is_numbered):
            marks = (f"{number}." if is_numbered else "–" for number in range(1, len(items) + 1))
            return "\n".join(
                f"{mark} {_joined(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case _:
            assert_never(block)


def _joined(pieces: Iterable[Inline]) -> str:
    return "".join(map(_inline, pieces))


def _inline(piece: Inline) -> str:
    match piece:
        case Text(text):
            return text
        case LineBreak():
            return "\n"
        case Link(text, href):
            return text if text == href else f"{text} ({href})"
        case Emphasis(inside) | Strong(inside):
            return _joined(inside)
        case _:
            assert_never(piece)

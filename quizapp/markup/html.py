"""The tree → HTML of a safe, small set of tags."""

from collections.abc import Iterable
from html import escape
from typing import Final, assert_never

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

TAGS: Final = ("p", "h2", "h3", "h4", "ul", "ol", "li", "em", "strong", "a", "br")
_FIRST_HEADING: Final = 2


def to_html(document: Document) -> str:
    """Return the HTML of a text; headings begin at h2, below the page's own."""
    return "".join(_block(block) for block in document)


def _block(block: Block) -> str:
    match block:
        case Paragraph(inside):
            return f"<p>{_joined(inside)}</p>"
        case Heading(level, inside):
            tag = f"h{level + _FIRST_HEADING - 1}"
            return f"<{tag}>{_joined(inside)}</{tag}>"
        case Listing(items, is_numbered):
            tag = "ol" if is_numbered else "ul"
            return f"<{tag}>" + "".join(f"<li>{_joined(item)}</li>" for item in items) + f"</{tag}>"
        case _:
            assert_never(block)


def _joined(pieces: Iterable[Inline]) -> str:
    return "".join(map(_inline, pieces))


def _inline(piece: Inline) -> str:
    match piece:
        case Text(text):
            return escape(text)
        case LineBreak():
            return "<br>"
        case Link(text, href):
            return f'<a href="{escape(href)}">{escape(text)}</a>'
        case Emphasis(inside):
            return f"<em>{_joined(inside)}</em>"
        case Strong(inside):
            return f"<strong>{_joined(inside)}</strong>"
        case _:
            assert_never(piece)

"""A small part of Markdown → a tree: paragraphs, headings, lists and inline marks.

Any text parses. What is no markup here (HTML among it) is text.
"""

import re
from collections.abc import Iterator
from typing import Final

from quizapp.markup.inline import parse_inline
from quizapp.markup.tree import Block, Document, Heading, Listing, Paragraph

DEEPEST_HEADING: Final = 3
_HEADING: Final = re.compile(r"(?P<signs>#{1,6})[ \t]+(?P<text>\S.*)")
_BULLET: Final = re.compile(r"[-*][ \t]+(?=\S)")
_NUMBER: Final = re.compile(r"(?P<number>\d{1,3})[.)][ \t]+(?=\S)")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def parse(text: str) -> Document:
    """Return the blocks of a text."""
    plain = _CONTROL.sub("", re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text))
    found: list[Block] = []
    for lines in _groups(plain.split("\n")):
        found += _blocks(lines)
    return tuple(found)


def _groups(lines: list[str]) -> Iterator[list[str]]:
    """Part the lines at blank ones."""
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Part lines without a blank one between them into headings, lists and paragraphs."""
    run: list[str] = []
    for line in lines:
        heading = _HEADING.fullmatch(line.strip())
        if heading:
            yield from _text_blocks(run)
            run = []
            level = min(len(heading["signs"]), DEEPEST_HEADING)
            yield Heading(level, parse_inline(heading["text"].strip()))
        else:
            run.append(line)
    yield from _text_blocks(run)


def _text_blocks(lines: list[str]) -> Iterator[Block]:
    first = next((i for i, line in enumerate(lines) if _BULLET.match(line.lstrip())), len(lines))
    numbered = _is_numbered(lines)
    if numbered:
        yield _listing(lines, _NUMBER, is_numbered=True)
        return
    if lines[:first]:
        yield Paragraph(parse_inline("\n".join(map(str.lstrip, lines[:first])).rstrip()))
    if lines[first:]:
        yield _listing(lines[first:], _BULLET, is_numbered=False)


def _is_numbered(lines: list[str]) -> bool:
    """Tell whether lines begin with 1, 2 …; »5. juni« or »1. verdenskrig« alone is no list."""
    numbers = [int(found["number"]) for line in lines if (found := _NUMBER.match(line.lstrip()))]
    begins = bool(lines) and _NUMBER.match(lines[0].lstrip()) is not None
    return begins and len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))


def _listing(lines: list[str], mark: re.Pattern[str], *, is_numbered: bool) -> Listing:
    items: list[list[str]] = []
    for line in lines:
        bare = line.lstrip()
        found = mark.match(bare)
        if found:
            items.append([bare[found.end() :]])
        else:
            items[-1].append(bare)
    return Listing(tuple(parse_inline("\n".join(item).rstrip()) for item in items), is_numbered)

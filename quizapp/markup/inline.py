r"""Inline markup: ``*stressed*``, ``**important**``, ``[words](https://…)``, ``\`` before a sign.

Whatever does not fit together stays as it was written.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from quizapp.markup.tree import Emphasis, Inline, LineBreak, Link, Strong, Text

_TOKEN: Final = re.compile(
    r"(?P<escape>\\[\\*\[\]()#.-])"
    r"|(?P<link>\[(?P<words>[^\[\]\n]{1,500})\]\((?P<href>https?://[^\s()<>\"'\\]{1,2000})\))"
    r"|(?P<stars>\*{1,3}(?!\*))"
    r"|(?P<more>\*{4,})"
    r"|(?P<hard>(?: {2,}|\\)\n)"
    r"|(?P<soft> ?\n)"
)
_ESCAPED: Final = re.compile(r"\\([\\*\[\]()#.-])")
_MARKS: Final = {1: ("*",), 2: ("**",), 3: ("**", "*")}


@dataclass(slots=True)
class _Level:
    """Pieces since an opening mark (``""`` outermost)."""

    mark: str
    pieces: list[Inline] = field(default_factory=list)


def parse_inline(text: str) -> tuple[Inline, ...]:
    """Return the pieces of a text without blocks."""
    levels = [_Level("")]
    position = 0
    for token in _TOKEN.finditer(text):
        _add_text(levels, text[position : token.start()])
        position = token.end()
        _take(levels, token, text)
    _add_text(levels, text[position:])
    while len(levels) > 1:
        _give_up(levels)
    return tuple(levels[0].pieces)


def _take(levels: list[_Level], token: re.Match[str], text: str) -> None:
    if token["escape"]:
        _add_text(levels, token["escape"][1])
    elif token["link"]:
        words = _ESCAPED.sub(r"\1", token["words"])
        levels[-1].pieces.append(Link(words, token["href"]))
    elif token["stars"]:
        _take_stars(levels, token, text)
    elif token["hard"]:
        levels[-1].pieces.append(LineBreak())
    else:
        _add_text(levels, " " if token["soft"] else token[0])


def _take_stars(levels: list[_Level], token: re.Match[str], text: str) -> None:
    before = text[token.start() - 1 : token.start()]
    after = text[token.end() : token.end() + 1]
    marks = _MARKS[len(token[0])]
    is_open = {level.mark for level in levels}
    if _touches(before) and not after.isalnum() and is_open.issuperset(marks):
        for mark in sorted(marks, key=lambda mark: _depth(levels, mark), reverse=True):
            _close(levels, mark)
    elif _touches(after) and not before.isalnum() and is_open.isdisjoint(marks):
        levels += [_Level(mark) for mark in marks]
    else:
        _add_text(levels, token[0])


def _depth(levels: list[_Level], mark: str) -> int:
    return [level.mark for level in levels].index(mark)


def _touches(character: str) -> bool:
    return bool(character) and not character.isspace()


def _close(levels: list[_Level], mark: str) -> None:
    while levels[-1].mark != mark:
        _give_up(levels)
    inside = tuple(levels.pop().pieces)
    levels[-1].pieces.append(Emphasis(inside) if mark == "*" else Strong(inside))


def _give_up(levels: list[_Level]) -> None:
    """Take an opening mark that nothing closes as text."""
    left = levels.pop()
    _add_text(levels, left.mark)
    for piece in left.pieces:
        if isinstance(piece, Text):
            _add_text(levels, piece.text)
        else:
            levels[-1].pieces.append(piece)


def _add_text(levels: list[_Level], text: str) -> None:
    pieces = levels[-1].pieces
    if not text:
        return
    if pieces and isinstance(pieces[-1], Text):
        pieces[-1] = Text(pieces[-1].text + text)
    else:
        pieces.append(Text(text))

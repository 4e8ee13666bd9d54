"""Changes one question of a pakke.yaml and leaves every other line as it was, comments and all."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import yaml

from quizapp.packs.manifest import encode_manifest
from quizapp.packs.yaml_outline import Outline, outline
from quizapp.packs.yaml_places import extent
from quizapp.packs.yaml_tree import At, Node, parse
from quizapp.packs.yaml_writer import block, items
from quizapp.questions.codec import encode
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Manifest


class NotLinesError(ValueError):
    """The questions do not stand on lines of their own; write the file anew."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The lines of a question, from its dash to its last word; ``end`` is not included."""

    start: int
    end: int


def replace_question(text: str, position: int, question: Question) -> str:
    """Write another question in the place of one; raises ``NotLinesError``."""
    return _changed(text, lambda lines, spans: _replaced(lines, spans, position, question))


def insert_question(text: str, position: int, question: Question) -> str:
    """Add a question before another, or after the last; raises ``NotLinesError``."""
    return _changed(text, lambda lines, spans: _inserted(lines, spans, position, question))


def remove_question(text: str, position: int) -> str:
    """Take a question out, with the blank lines after it; raises ``NotLinesError``."""
    return _changed(text, lambda lines, spans: _removed(lines, spans[position]))


def move_question(text: str, position: int, to: int) -> str:
    """Put a question where another stands, its lines as they are; raises ``NotLinesError``."""
    return _changed(text, lambda lines, spans: _moved(lines, spans, position, to))


def replace_manifest(text: str, manifest: Manifest) -> str:
    """Write what the pack says of itself anew; raises ``NotLinesError``."""
    found = _outline(text)
    if "pakke" not in found.sections:
        raise NotLinesError
    key, node = found.sections["pakke"]
    lines = _lines(text)
    last = _last_line(lines, node)
    if node.start.line == key.start.line:
        raise NotLinesError
    written = block(encode_manifest(manifest), 2).splitlines()
    return _joined([*lines[: key.start.line + 1], *written, *lines[last + 1 :]], text)


def _changed(text: str, change: Callable[[list[str], list[_Span]], list[str]]) -> str:
    lines = _lines(text)
    return _joined(change(lines, _spans(text, lines)), text)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _joined(lines: list[str], text: str) -> str:
    return ("\r\n" if "\r\n" in text else "\n").join(lines)


def _outline(text: str) -> Outline:
    plain = text.replace("\r\n", "\n")
    try:
        parse(plain)
    except yaml.YAMLError as error:
        raise NotLinesError from error
    return outline(plain)


def _spans(text: str, lines: list[str]) -> list[_Span]:
    found = _outline(text)
    spans = [_Span(item.start.line, _last_line(lines, item) + 1) for item in found.items]
    begins = [lines[span.start].lstrip().startswith("- ") for span in spans]
    overlaps = any(one.end > other.start for one, other in pairwise(spans))
    if overlaps or not all(begins):
        raise NotLinesError
    return spans


def _last_line(lines: list[str], node: Node) -> int:
    end: At = extent(node)
    last = end.line if end.column else end.line - 1
    while last > node.start.line and not lines[min(last, len(lines) - 1)].strip():
        last -= 1
    return last


def _indent(lines: list[str], spans: list[_Span]) -> int:
    if not spans:
        return 0
    first = lines[spans[0].start]
    return len(first) - len(first.lstrip())


def _written(question: Question, indent: int) -> list[str]:
    return items([encode(question)], indent).splitlines()


def _replaced(lines: list[str], spans: list[_Span], position: int, question: Question) -> list[str]:
    span = spans[position]
    return [
        *lines[: span.start],
        *_written(question, _indent(lines, spans)),
        *lines[span.end :],
    ]


def _inserted(lines: list[str], spans: list[_Span], position: int, question: Question) -> list[str]:
    written = _written(question, _indent(lines, spans))
    if not spans:
        return _first(lines, written)
    if position < len(spans):
        start = spans[position].start
        return [*lines[:start], *written, "", *lines[start:]]
    end = spans[-1].end
    return [*lines[:end], "", *written, *lines[end:]]


def _first(lines: list[str], written: list[str]) -> list[str]:
    """Write the first question under its section, which may not be there yet."""
    for number, line in enumerate(lines):
        if line.rstrip() == "spørgsmål:":
            return [*lines[: number + 1], *written, *lines[number + 1 :]]
        if line.startswith("spørgsmål"):
            raise NotLinesError
    kept = lines[:-1] if lines[-1:] == [""] else lines
    return [*kept, "", "spørgsmål:", *written, ""]


def _removed(lines: list[str], span: _Span) -> list[str]:
    end = span.end
    while end < len(lines) - 1 and not lines[end].strip():
        end += 1
    return [*lines[: span.start], *lines[end:]]


def _moved(lines: list[str], spans: list[_Span], position: int, to: int) -> list[str]:
    held = lines[spans[position].start : spans[position].end]
    if to < position:
        start = spans[to].start
        before = _removed(lines, spans[position])
        return [*before[:start], *held, "", *before[start:]]
    end = spans[to].end
    added = [*lines[:end], "", *held, *lines[end:]]
    return _removed(added, spans[position])

"""YAML as a tree of texts with their places, by a strict subset and within limits.

Anchors, aliases, tags, second documents, keys that are no text, and keys that stand twice are
refused; every scalar is text. The parser's events are walked without recursion, so neither depth
nor aliases can be used against the program.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol, assert_never

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quizapp.questions.codec_mistakes import Plain

MOST_NODES: Final = 700_000
DEEPEST: Final = 20
MOST_MISTAKES: Final = 10_000


class At(NamedTuple):
    """A place in a text; both count from 0, in characters."""

    line: int
    column: int


@dataclass(slots=True)
class Leaf:
    """A text; ``style`` is the quote or block mark it was written with."""

    start: At
    end: At
    value: str
    style: str = ""


@dataclass(slots=True)
class Items:
    """A list."""

    start: At
    end: At
    items: list["Node"] = field(default_factory=list)


@dataclass(slots=True)
class Entries:
    """A mapping; of a key that stands twice the first counts."""

    start: At
    end: At
    keys: dict[str, Leaf] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)


Node = Leaf | Items | Entries


@dataclass(frozen=True, slots=True)
class TreeMistake:
    """Something the subset does not allow; ``line`` is where the same key stands already."""

    code: str
    at: At
    key: str = ""
    line: int | None = None


class _Mark(Protocol):
    line: int
    column: int


class TooBigError(Exception):
    """The text has more parts than any pack needs."""


class TooDeepError(yaml.YAMLError):
    """Lists or mappings stand deeper in each other than any pack needs."""

    def __init__(self, mark: "_Mark") -> None:
        super().__init__()
        self.problem_mark = mark


def parse(text: str, first_line: int = 0) -> tuple[Node | None, list[TreeMistake]]:
    """Build the tree of a text that begins at a line of its file.

    Raises ``yaml.YAMLError`` where the text is no YAML or too deep, and ``TooBigError``.
    """
    builder = _Builder(first_line)
    events: Iterator[Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
    for event in events:
        builder.take(event)
    return builder.root, builder.mistakes


def plain(node: Node) -> Plain:
    """Return a tree as texts, lists and mappings alone."""
    match node:
        case Leaf():
            return node.value
        case Items():
            return [plain(item) for item in node.items]
        case Entries():
            return {key: plain(value) for key, value in node.values.items()}
        case _:
            assert_never(node)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; ``key`` waits for its value."""

    node: Items | Entries
    key: Leaf | None = None


class _Builder:
    def __init__(self, first_line: int) -> None:
        self._first_line = first_line
        self.root: Node | None = None
        self.mistakes: list[TreeMistake] = []
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        start = self._at(event.start_mark)
        if isinstance(event, ScalarEvent):
            self._note_features(event, start)
            value = event.value or event.tag or ""
            self._add(Leaf(start, self._at(event.end_mark), value, event.style or ""))
        elif isinstance(event, SequenceStartEvent | MappingStartEvent):
            self._note_features(event, start)
            is_list = isinstance(event, SequenceStartEvent)
            node = Items(start, start) if is_list else Entries(start, start)
            self._add(node)
            self._open.append(_Open(node))
            if len(self._open) > DEEPEST:
                raise TooDeepError(_marked(event.start_mark))
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            self._open.pop().node.end = self._at(event.end_mark)
        elif isinstance(event, AliasEvent):
            self._note("yaml_feature", start)
            self._add(Leaf(start, self._at(event.end_mark), f"*{event.anchor}"))
        self._documents += isinstance(event, DocumentStartEvent)
        if isinstance(event, DocumentStartEvent) and self._documents > 1:
            self._note("second_document", start)

    def _note_features(
        self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent, start: At
    ) -> None:
        if event.anchor is not None or event.tag is not None:
            self._note("yaml_feature", start)

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise TooBigError
        if not self._open:
            self.root = self.root or node
            return
        parent = self._open[-1]
        if isinstance(parent.node, Items):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self._as_key(node)
        else:
            self._set(parent.node, parent.key, node)
            parent.key = None

    def _as_key(self, node: Node) -> Leaf:
        if isinstance(node, Leaf):
            return node
        self._note("key_not_text", node.start)
        return Leaf(node.start, node.end, "")

    def _set(self, entries: Entries, key: Leaf, value: Node) -> None:
        if key.value in entries.keys:
            other = entries.keys[key.value].start.line
            self._note("key_twice", key.start, key.value, other)
            before = entries.values[key.value]
            if isinstance(before, Items) and isinstance(value, Items):
                value.items = before.items
            return
        entries.keys[key.value] = key
        entries.values[key.value] = value

    def _note(self, code: str, at: At, key: str = "", line: int | None = None) -> None:
        if len(self.mistakes) < MOST_MISTAKES:
            self.mistakes.append(TreeMistake(code, at, key, line))

    def _at(self, written: _Mark | None) -> At:
        mark = _marked(written)
        return At(mark.line + self._first_line, mark.column)


def _marked(mark: _Mark | None) -> _Mark:
    assert mark is not None, "the parser marks every event"
    return mark

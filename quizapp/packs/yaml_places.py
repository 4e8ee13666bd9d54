"""From a mistake's path to its line and column, and from its remedy to an edit of the file."""

import unicodedata
from collections.abc import Iterator
from typing import assert_never

from quizapp.packs.problems import Edit
from quizapp.packs.yaml_tree import At, Entries, Items, Leaf, Node
from quizapp.packs.yaml_writer import inline
from quizapp.questions.codec_mistakes import (
    Change,
    InsertKey,
    KeyOf,
    Mistake,
    NewId,
    Path,
    Plain,
    Remove,
    RenameKey,
    SetValue,
)


def place_of(node: Node, mistake: Mistake, lines: list[str]) -> At:
    """Return where a mistake stands; what is missing is placed at what it is missing from."""
    found = find(node, mistake.path)
    if mistake.offset is not None and isinstance(found, Leaf):
        return _inside(found, mistake.offset, lines)
    return found.start


def find(node: Node, path: Path) -> Node:
    """Follow a path as far as it leads."""
    for depth, step in enumerate(path, 1):
        match node, step:
            case Entries(), KeyOf() if step in node.keys:
                node = node.keys[step]
            case Entries(), str() if step in node.values:
                node = node.values[step]
            case Items(), int() if step < len(node.items):
                node = node.items[step]
            case Entries(), int() if depth < len(path) and path[depth] in node.keys:
                continue
            case Entries(), int() if step < len(node.keys):
                # A list of one-key mappings may be written as one mapping; there the key is it.
                name = list(node.keys)[step]
                is_key = depth == len(path) or isinstance(path[depth], KeyOf)
                node = node.keys[name] if is_key else node.values[name]
            case _:
                break
    return node


def edit_of(node: Node, mistake: Mistake, lines: list[str]) -> Edit | None:
    """Return the edit that carries a remedy out, where that is mechanical."""
    if mistake.remedy is None or mistake.offset is not None:
        return None
    return _edit(node, mistake.path, mistake.remedy.change, lines)


def _edit(node: Node, path: Path, change: Change, lines: list[str]) -> Edit | None:
    target = find(node, path)
    match change:
        case RenameKey(to):
            return _over(target.start, target.end, inline(to))
        case SetValue(value):
            return _set(target, value, lines)
        case InsertKey(key):
            return _insert(node, path, key, lines)
        case Remove():
            return _remove(target, find(node, path[:-1]), lines)
        case NewId():
            return None
        case _:
            assert_never(change)


def _over(start: At, end: At, text: str) -> Edit:
    return Edit(start.line + 1, start.column + 1, end.line + 1, end.column + 1, text)


def _set(target: Node, value: Plain, lines: list[str]) -> Edit | None:
    end = extent(target)
    if end.line != target.start.line:
        return None
    is_empty = end == target.start
    space = " " if is_empty and lines[end.line][: end.column].endswith(":") else ""
    return _over(target.start, end, space + inline(value))


def _insert(node: Node, path: Path, key: str, lines: list[str]) -> Edit | None:
    target = find(node, path)
    if path and isinstance(target, Leaf | Items):
        return None
    line = target.start.line
    if lines[line][target.start.column : target.start.column + 1] == "{":
        return None
    at = At(line, len(lines[line]))
    return _over(at, at, f"\n{' ' * target.start.column}{key}: ")


def _remove(target: Node, parent: Node, lines: list[str]) -> Edit | None:
    end = extent(target)
    if isinstance(parent, Entries) and isinstance(target, Leaf):
        is_key = parent.keys.get(target.value) is target
        end = extent(parent.values[target.value]) if is_key else end
    line = target.start.line
    before = lines[line][: target.start.column].strip()
    stands_alone = before == ("" if isinstance(parent, Entries) else "-")
    after = lines[end.line][end.column :].strip()
    if end.line != line or not stands_alone or after:
        return None
    return Edit(line + 1, 1, line + 2, 1, "") if line + 1 < len(lines) else None


def extent(node: Node) -> At:
    """Return where the last character of a node stands; blocks end too late in YAML's view."""
    if node.end.line == node.start.line:
        return node.end
    if isinstance(node, Leaf):
        return node.end
    return max((extent(one) for one in _children(node)), key=_order, default=node.end)


def _children(node: Items | Entries) -> Iterator[Node]:
    if isinstance(node, Items):
        yield from node.items
    else:
        yield from node.keys.values()
        yield from node.values.values()


def _order(at: At) -> tuple[int, int]:
    return at.line, at.column


def _inside(leaf: Leaf, offset: int, lines: list[str]) -> At:
    """Return the place of a character of a text, where the file shows the text as it is."""
    value = leaf.value
    position = offset + len(value) - len(value.lstrip())
    if not unicodedata.is_normalized("NFC", value):
        return leaf.start
    if leaf.style == "|":
        before = value[:position]
        line = leaf.start.line + 1 + before.count("\n")
        column = position - (before.rfind("\n") + 1)
        return At(line, column + _margin(leaf, lines))
    shown = leaf.end.column - leaf.start.column - (2 if leaf.style else 0)
    if leaf.end.line == leaf.start.line and shown == len(value):
        return At(leaf.start.line, leaf.start.column + bool(leaf.style) + position)
    return leaf.start


def _margin(leaf: Leaf, lines: list[str]) -> int:
    inner = (line for line in lines[leaf.start.line + 1 : leaf.end.line + 1] if line.strip())
    first = next(inner, "")
    value_lead = next((line for line in leaf.value.split("\n") if line.strip()), "")
    lead = len(first) - len(first.lstrip(" "))
    return lead - (len(value_lead) - len(value_lead.lstrip(" ")))

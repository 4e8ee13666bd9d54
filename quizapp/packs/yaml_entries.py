"""Changes single fields of a mapping and leaves the lines of all others as they were."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Final

import yaml

from quizapp.packs.manifest import KEYS as MANIFEST_KEYS
from quizapp.packs.manifest import MEDIUM_KEYS
from quizapp.packs.yaml_places import extent
from quizapp.packs.yaml_tree import At, Entries, Items, Leaf, Node, TooBigError, parse, plain
from quizapp.packs.yaml_writer import block, items
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.codec_words import OWN

_BEFORE: Final = ("id", "type", "kategori")
_AFTER: Final = (
    "hint",
    "forklaring",
    "kildekritik",
    "emner",
    "læs",
    "kilde",
    "grundlag",
    "sværhed",
    "billede",
    "faktum",
    "nulstil",
    "rev",
    "bemærkning",
)
_OWN: Final = tuple(dict.fromkeys(key for own in OWN.values() for key in own))
QUESTION_ORDER: Final = (*_BEFORE, *_OWN, *_AFTER)


class NotEntriesError(ValueError):
    """The fields do not stand on lines of their own."""


def read_item(item: str) -> dict[str, Plain] | None:
    """Return the fields of one question as it stands in a file; None if it cannot be read."""
    node = _item_node(item)
    fields = plain(node) if node is not None else None
    return fields if isinstance(fields, dict) else None


def change_item(item: str, changes: Mapping[str, Plain]) -> str:
    """Write other values for some fields of a question; an empty value takes the field out.

    The lines of the other fields stay as they are, comments too. A question that is not written
    field by field is written anew; one that cannot be read is left alone.
    """
    node = _item_node(item)
    lines = item.split("\n")
    if isinstance(node, Entries) and node.keys:
        with suppress(NotEntriesError):
            return "\n".join(_changed(lines, node, changes, QUESTION_ORDER))
    before = read_item(item)
    if before is None:
        return item
    fields = {**before, **changes}
    indent = len(item) - len(item.lstrip(" "))
    return write_item({key: value for key, value in fields.items() if not _is_empty(value)}, indent)


def write_item(fields: Mapping[str, Plain], indent: int = 0) -> str:
    """Write a question, its fields in the usual order."""
    known = [key for key in QUESTION_ORDER if key in fields]
    others = [key for key in fields if key not in QUESTION_ORDER]
    return items([{key: fields[key] for key in (*known, *others)}], indent)


def change_manifest(text: str, changes: Mapping[str, Plain]) -> str:
    """Write other values under ``pakke``; raises ``NotEntriesError``."""
    return _change_section(text, "pakke", changes, MANIFEST_KEYS)


def change_medium(text: str, name: str, fields: Mapping[str, Plain] | None) -> str:
    """Write what the pack says of a file under ``medier``; None takes the file out.

    ``text`` need not have the section. Raises ``NotEntriesError``.
    """
    found = _section(text, "medier")
    if found is None:
        return text if fields is None else _with_media(text, name, fields)
    node = found.values.get(name)
    if fields is None:
        return _change_section(text, "medier", {name: {}}, ())
    before: dict[str, Plain] = {}
    if isinstance(node, Entries) and node.keys:
        with suppress(NotEntriesError):
            return "\n".join(_changed(text.split("\n"), node, fields, MEDIUM_KEYS))
        before = {key: plain(value) for key, value in node.values.items()}
    return _change_section(text, "medier", {name: _filled({**before, **fields})}, ())


def _with_media(text: str, name: str, fields: Mapping[str, Plain]) -> str:
    """Add the section of media before that of the questions."""
    written = "medier:\n" + block({name: _filled(fields)}, 2)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if has_section(line, "medier"):
            return "\n".join([*lines[:number], *written.split("\n")[:-1], *lines[number + 1 :]])
        if has_section(line, "spørgsmål") or line.rstrip() == "...":
            return "\n".join([*lines[:number], *written.split("\n"), *lines[number:]])
    return text.rstrip("\n") + "\n\n" + written


def _filled(fields: Mapping[str, Plain]) -> dict[str, Plain]:
    return {key: value for key, value in fields.items() if not _is_empty(value)}


def _change_section(
    text: str, name: str, changes: Mapping[str, Plain], order: tuple[str, ...]
) -> str:
    found = _section(text, name)
    if found is None:
        raise NotEntriesError
    with suppress(NotEntriesError):
        return "\n".join(_changed(text.split("\n"), found, changes, order))
    return _with_section_anew(text, name, found, changes)


def _with_section_anew(text: str, name: str, found: Entries, changes: Mapping[str, Plain]) -> str:
    """Write a section field by field that was written on one line; remarks inside it are lost."""
    lines = text.split("\n")
    end = extent(found)
    first, last = _key_of(text, name).line, end.line
    behind = lines[last][end.column :].strip()
    if behind and not behind.startswith("#"):
        raise NotEntriesError
    fields: dict[str, Plain] = {key: plain(value) for key, value in found.values.items()}
    written = block(_filled({**fields, **changes}), 2).removesuffix("\n").split("\n")
    head = f"{name}:  {behind}".rstrip()
    return "\n".join([*lines[:first], head, *written, *lines[last + 1 :]])


def _key_of(text: str, name: str) -> At:
    """Return where a section is named; raises ``NotEntriesError`` where others stand before it."""
    root, _mistakes = parse(text)
    if not isinstance(root, Entries) or root.keys[name].start.column:
        raise NotEntriesError
    return root.keys[name].start


def has_section(text: str, name: str) -> bool:
    """Tell whether a text names a section, in quotes or not."""
    return bool(re.search(rf"^([\"']?){name}\1\s*:", text, re.MULTILINE))


def _section(text: str, name: str) -> Entries | None:
    try:
        root, _mistakes = parse(text)
    except (yaml.YAMLError, TooBigError) as error:
        raise NotEntriesError from error
    found = root.values.get(name) if isinstance(root, Entries) else None
    return found if isinstance(found, Entries) and found.keys else None


def _item_node(item: str) -> Node | None:
    try:
        root, _mistakes = parse(item)
    except (yaml.YAMLError, TooBigError):
        return None
    return root.items[0] if isinstance(root, Items) and len(root.items) == 1 else None


def _changed(
    lines: list[str], node: Entries, changes: Mapping[str, Plain], order: tuple[str, ...]
) -> list[str]:
    column = _column(lines, node)
    spans = {key: (leaf.start.line, _last(lines, node.values[key])) for key, leaf in _keys(node)}
    first = min(start for start, _last_line in spans.values())
    dash = lines[first][:column]
    lines = [*lines[:first], " " * column + lines[first][column:], *lines[first + 1 :]]
    written: list[list[str]] = [[line] for line in lines]
    for key, value in changes.items():
        if key in spans and plain(node.values[key]) == as_texts(value):
            continue
        if key in spans:
            start, last = spans[key]
            written[start : last + 1] = [[] for _line in range(start, last + 1)]
            written[start] = _rewritten(lines, node.values[key], key, value, column)
        elif not _is_empty(value):
            at = _place(key, spans, order)
            written[at] = [*written[at], *_lines_of(key, value, column)]
    changed = [line for one in written for line in one]
    if dash.strip():
        here = next((at for at in range(first, len(changed)) if _holds_key(changed[at])), None)
        if here is None:
            raise NotEntriesError
        changed[here] = dash + changed[here][column:]
    return changed


def _holds_key(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _keys(node: Entries) -> Iterable[tuple[str, Leaf]]:
    return node.keys.items()


def _column(lines: list[str], node: Entries) -> int:
    """Return how far in the fields stand; each must begin a line of its own."""
    columns = {leaf.start.column for leaf in node.keys.values()}
    begins = (lines[leaf.start.line][: leaf.start.column].strip() for leaf in node.keys.values())
    started = {leaf.start.line for leaf in node.keys.values()}
    if len(columns) != 1 or len(started) != len(node.keys) or not {*begins} <= {"", "-"}:
        raise NotEntriesError
    return columns.pop()


def _last(lines: list[str], value: Node) -> int:
    end: At = extent(value)
    last = end.line if end.column else end.line - 1
    while last > value.start.line and not lines[min(last, len(lines) - 1)].strip():
        last -= 1
    return max(last, value.start.line)


def _rewritten(lines: list[str], node: Node, key: str, value: Plain, column: int) -> list[str]:
    """Return the lines of a field with another value; a comment behind the old one stays."""
    if _is_empty(value):
        return []
    written = _lines_of(key, value, column)
    end = extent(node)
    behind = lines[end.line][end.column :].strip() if end.line < len(lines) else ""
    if behind.startswith("#") and len(written) == 1:
        written[0] += f"  {behind}"
    return written


def _lines_of(key: str, value: Plain, column: int) -> list[str]:
    return block({key: value}, column).removesuffix("\n").split("\n")


def _place(key: str, spans: Mapping[str, tuple[int, int]], order: tuple[str, ...]) -> int:
    """Return the line after which a new field belongs."""
    before = order[: order.index(key)] if key in order else order
    lasts = [last for name, (_start, last) in spans.items() if name in before or key not in order]
    return max(lasts, default=min(last for _start, last in spans.values()))


def as_texts(value: Plain) -> Plain:
    """Return a value as a file gives it back: texts, lists and mappings alone."""
    match value:
        case bool():
            return "ja" if value else "nej"
        case list() | tuple():
            return [as_texts(one) for one in value]
        case dict():
            return {key: as_texts(one) for key, one in value.items()}
        case _:
            return "" if value is None else str(value)


def _is_empty(value: Plain) -> bool:
    return value is None or value in ("", [], {}, ())

"""Plain values → the strict subset of YAML, the way a careful author would write it."""

import re
from collections.abc import Mapping
from typing import Final

from quizapp.questions.codec_mistakes import Plain

WIDTH: Final = 100
_PLAIN: Final = re.compile(
    r"[^\W_](?:[\w .;()’»«?!/+%&*'§°½–—\u00a0-]|:(?=[^\s,\[\]{}])|,(?=\S)|,(?= \S))*(?<![\s:,])"
)
_PLAIN_IN_LIST: Final = re.compile(r"[^\W_](?:[\w .;()’»«?!/+%&*'§°½–—\u00a0-])*(?<![\s])")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def inline(value: Plain) -> str:
    """Write a value on one line."""
    match value:
        case list() | tuple():
            return "[" + ", ".join(_in_list(item) for item in value) + "]"
        case dict():
            pairs = (f"{_in_list(key)}: {_in_list(one)}" for key, one in value.items())
            return "{" + ", ".join(pairs) + "}"
        case _:
            return _scalar(value, _PLAIN)


def block(fields: Mapping[str, Plain], indent: int) -> str:
    """Write fields on lines of their own, each line indented."""
    return "".join(_entry(key, value, indent) for key, value in fields.items())


def items(values: list[dict[str, Plain]], indent: int) -> str:
    """Write mappings as the items of a list, a blank line between them."""
    margin = " " * indent
    written = (block(value, indent + 2) for value in values)
    return "\n".join(f"{margin}- {one[indent + 2 :]}" for one in written)


def _entry(key: str, value: Plain, indent: int) -> str:
    margin = " " * indent
    name = _scalar(key, _PLAIN)
    if isinstance(value, str) and _is_literal(value):
        inner = "".join(f"{margin}  {line}\n" if line else "\n" for line in value.split("\n"))
        return f"{margin}{name}: |\n{inner}"
    one_line = f"{margin}{name}: {inline(value)}\n"
    if isinstance(value, dict) and value and (len(one_line) > WIDTH or _has_deep(value.values())):
        return f"{margin}{name}:\n{block(value, indent + 2)}"
    if isinstance(value, list) and value and (len(one_line) > WIDTH or _has_deep(value)):
        return f"{margin}{name}:\n" + "".join(_item(item, margin) for item in value)
    return one_line


def _item(item: Plain, margin: str) -> str:
    if isinstance(item, dict) and len(item) == 1:
        [(key, value)] = item.items()
        if not isinstance(value, dict | list):
            return f"{margin}- {_scalar(key, _PLAIN)}: {_scalar(value, _PLAIN)}\n"
    return f"{margin}- {inline(item)}\n"


def _has_deep(values: object) -> bool:
    return isinstance(values, list) and any(isinstance(one, dict) for one in values)


def _in_list(value: Plain) -> str:
    if isinstance(value, dict | list | tuple):
        return inline(value)
    return _scalar(value, _PLAIN_IN_LIST)


def _scalar(value: Plain, plain: re.Pattern[str]) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    text = str(value)
    return text if plain.fullmatch(text) else '"' + "".join(map(_escaped, text)) + '"'


def _escaped(one: str) -> str:
    if one in _ESCAPES:
        return _ESCAPES[one]
    if one.isprintable() or one == "\u00a0":
        return one
    return f"\\U{ord(one):08x}"


def _is_literal(text: str) -> bool:
    lines = text.split("\n")
    return (
        len(lines) > 1
        and not text[0].isspace()
        and all(line == line.rstrip() and _is_shown(line) for line in lines)
    )


def _is_shown(line: str) -> bool:
    return line.replace("\u00a0", " ").isprintable()

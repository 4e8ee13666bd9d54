"""JSON from strangers: no NaN, no key twice, no endless numbers, no depth beyond need."""

import json
from decimal import Decimal
from typing import Final, NoReturn

from quizapp.questions.codec_mistakes import Plain

DEEPEST: Final = 20
LONGEST_NUMBER: Final = 40


class JsonError(ValueError):
    """The text is no JSON, or none that a pack may hold."""


def read_json(text: str) -> Plain:
    """Return the value of a JSON text; raises ``JsonError``."""
    try:
        value: Plain = json.loads(
            text,
            parse_constant=_refuse,
            parse_int=_whole,
            parse_float=_decimal,
            object_pairs_hook=_once,
        )
    except (ValueError, RecursionError) as error:
        raise JsonError(str(error)) from error
    _measure(value)
    return value


def read_object(text: str) -> dict[str, Plain]:
    """Return the members of a JSON object; raises ``JsonError``."""
    value = read_json(text)
    if not isinstance(value, dict):
        raise JsonError("no object")
    return value


def _refuse(text: str) -> NoReturn:
    raise JsonError(text[:LONGEST_NUMBER])


def _whole(text: str) -> int:
    return int(text) if len(text) <= LONGEST_NUMBER else _refuse(text)


def _decimal(text: str) -> Decimal:
    return (
        Decimal(text) if len(text) <= LONGEST_NUMBER and "e" not in text.lower() else _refuse(text)
    )


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise JsonError("a key twice")
    return found


def _measure(value: Plain) -> None:
    layer: list[Plain] = [value]
    for _ in range(DEEPEST + 1):
        layer = [inner for one in layer for inner in _inside(one)]
        if not layer:
            return
    raise JsonError("too deep")


def _inside(value: Plain) -> list[Plain]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []

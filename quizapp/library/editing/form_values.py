"""Fields of a question ⇄ the rows of a form."""

from collections.abc import Mapping, Sequence
from typing import Final, assert_never

from quizapp.library.editing.form_shapes import Filled
from quizapp.questions.codec_mistakes import Plain

ALSO: Final = ";"
TIED: Final = " = "
_SOURCE: Final = ("titel", "url", "set")

Row = tuple[str, ...]


def rows_of(value: Plain, filled: Filled) -> list[Row]:
    """Return what stands in a field as rows; what was written in another shape is kept readable."""
    return [_row(one, filled) for one in _listed(value)]


def value_of(rows: Sequence[Row], filled: Filled) -> Plain:
    """Return the field that rows stand for; only rows without any text count for nothing.

    What stands beside a first text that is not written yet is kept: the checker tells of it.
    """
    used = [tuple(text.strip() for text in row) for row in rows]
    values = [_value(row, filled) for row in used if any(row)]
    if filled is Filled.SOURCES and len(values) == 1 and isinstance(values[0], str):
        return values[0]
    return values


def commas_of(value: Plain) -> str:
    """Return a list of short texts as one line."""
    return ", ".join(text_of(one) for one in _listed(value))


def list_of(line: str) -> list[Plain]:
    """Return the texts of a line with commas between."""
    return [one.strip() for one in line.split(",") if one.strip()]


def text_of(value: Plain) -> str:
    """Return what stands in a field as one text."""
    match value:
        case None:
            return ""
        case list() | tuple():
            return commas_of(value)
        case dict():
            return ", ".join(f"{key}: {text_of(one)}" for key, one in value.items())
        case _:
            return str(value)


def _listed(value: Plain) -> list[Plain]:
    match value:
        case None | "":
            return []
        case list() | tuple():
            return [*value]
        case dict():
            return [{key: one} for key, one in value.items()]
        case _:
            return [value]


def _row(one: Plain, filled: Filled) -> Row:
    match filled:
        case Filled.TEXTS:
            return (text_of(one),)
        case Filled.REMARKS | Filled.PAIRS:
            return _pair(one)
        case Filled.ANSWERS:
            texts = [text_of(text) for text in _listed(one)]
            return (texts[0] if texts else "", f"{ALSO} ".join(texts[1:]))
        case Filled.TIES:
            return (TIED.join(text_of(text) for text in _listed(one)),)
        case Filled.SOURCES:
            return _source(one)
        case _:
            assert_never(filled)


def _pair(one: Plain) -> Row:
    if isinstance(one, dict) and len(one) == 1:
        [(text, why)] = one.items()
        return (text, text_of(why))
    return (text_of(one), "")


def _source(one: Plain) -> Row:
    if isinstance(one, Mapping):
        return tuple(text_of(one.get(key)) for key in _SOURCE)
    return (text_of(one), "", "")


def _value(row: Row, filled: Filled) -> Plain:
    match filled:
        case Filled.TEXTS:
            return row[0]
        case Filled.REMARKS:
            return {row[0]: row[1]} if row[1] else row[0]
        case Filled.PAIRS:
            return {row[0]: row[1]}
        case Filled.ANSWERS:
            others: list[Plain] = [one.strip() for one in row[1].split(ALSO) if one.strip()]
            return [row[0], *others] if others else row[0]
        case Filled.TIES:
            tied: list[Plain] = [one.strip() for one in row[0].split(TIED.strip()) if one.strip()]
            return tied if len(tied) > 1 else row[0]
        case Filled.SOURCES:
            fields: dict[str, Plain] = {
                key: text for key, text in zip(_SOURCE, row, strict=True) if text
            }
            return row[0] if set(fields) == {"titel"} else fields
        case _:
            assert_never(filled)

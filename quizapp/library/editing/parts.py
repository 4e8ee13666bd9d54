"""The text of a pack file cut into its questions, so that one can change and the rest cannot."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quizapp.base.errors import QuizappError
from quizapp.packs.text_file import as_read
from quizapp.packs.yaml_entries import read_item
from quizapp.packs.yaml_outline import Outline, outline
from quizapp.packs.yaml_tree import TooBigError
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.codec_words import ALL_KEYS

_STOP: Final = re.compile(
    r"(?:---|\.\.\.)(?:\s.*)?|(?P<quote>[\"']?)(?:pakke|medier|spørgsmål)(?P=quote)\s*:(?:\s.*)?"
)
"""What stands at the edge and is no part of a question: another section, the end of the text."""
_LONE_DASH: Final = re.compile(r"-(?:\s+#.*)?")
_KEY: Final = re.compile(r"\s*(?:-\s+)?(?P<key>[^\W\d][\w ]*?)\s*:(?=\s|\Z)")


class NotEditableError(QuizappError):
    """The file is written in a way that cannot be changed question by question."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch that holds no question: what the pack says of itself, its media, remarks."""

    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """A question as it stands in the file.

    ``gap`` is the blank lines before it, ``notes`` the remarks between them and its dash. ``uid``
    names it while the pack is open, whatever its id is.
    """

    uid: int
    gap: str
    notes: str
    body: str

    @property
    def text(self) -> str:
        """The whole stretch of the file."""
        return self.gap + self.notes + self.body


Part = Fixed | Written
Parts = tuple[Part, ...]


def text_of(parts: Parts) -> str:
    """Return the text of the file."""
    return "".join(part.text for part in parts)


def questions_of(parts: Parts) -> tuple[Written, ...]:
    """Return the questions in order."""
    return tuple(part for part in parts if isinstance(part, Written))


@lru_cache(maxsize=20_000)
def _fields(body: str) -> dict[str, Plain] | None:
    return read_item(as_read(body))


def fields_of(written: Written) -> Mapping[str, Plain] | None:
    """Return the fields of a question; None if its lines cannot be read as fields."""
    return _fields(written.body)


def cut(text: str, first_uid: int = 1) -> Parts:
    """Cut a text into its questions and what is between; raises ``NotEditableError``."""
    lines = _split(text)
    plain = [line.rstrip("\r\n") for line in lines]
    try:
        found = outline(as_read(text))
    except TooBigError as error:
        raise NotEditableError("not_editable") from error
    starts = [_dash_line(plain, item.start.line) for item in found.items]
    if len(set(starts)) != len(starts) or starts != sorted(starts):
        raise NotEditableError("not_editable")
    ends = (at for at, line in enumerate(plain) if _STOP.fullmatch(line))
    stops = sorted({*starts, *_section_lines(found), *ends, len(lines)})
    parts: list[Part] = []
    at = 0
    for number, start in enumerate(starts):
        dash = len(plain[start]) - len(plain[start].lstrip())
        end = _end(plain, start, next(stop for stop in stops if stop > start), dash)
        before = _lead(plain, at, start)
        if before > at:
            parts.append(Fixed("".join(lines[at:before])))
        notes = next((line for line in range(before, start) if plain[line].strip()), start)
        gap, said, body = lines[before:notes], lines[notes:start], lines[start:end]
        parts.append(Written(first_uid + number, "".join(gap), "".join(said), "".join(body)))
        at = end
    if at < len(lines):
        parts.append(Fixed("".join(lines[at:])))
    return tuple(parts)


def _split(text: str) -> list[str]:
    """Split at line feeds alone, as the reader does."""
    pieces = text.split("\n")
    return [f"{piece}\n" for piece in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def _section_lines(found: Outline) -> list[int]:
    return [key.start.line for key, _value in found.sections.values()]


def _dash_line(lines: list[str], start: int) -> int:
    """Return the line of a question's dash, which remarks may keep apart from its fields."""
    if lines[start].lstrip().startswith("-"):
        return start
    for number in range(start - 1, -1, -1):
        bare = lines[number].strip()
        if _LONE_DASH.fullmatch(bare):
            return number
        if bare and not bare.startswith("#"):
            break
    raise NotEditableError("not_editable")


def _end(lines: list[str], start: int, stop: int, dash: int) -> int:
    """Return the line after a question's last word: blank lines and remarks below are not its."""
    while stop - 1 > start and _is_between(lines[stop - 1], dash):
        stop -= 1
    return stop


def _is_between(line: str, dash: int) -> bool:
    bare = line.lstrip()
    return not bare or (bare.startswith("#") and len(line) - len(bare) <= dash)


def _lead(lines: list[str], at: int, start: int) -> int:
    """Return where the blank lines and remarks begin that stand right before a question."""
    before = start
    while before > at and (not lines[before - 1].strip() or lines[before - 1].lstrip()[0] == "#"):
        before -= 1
    return before


def key_at(written: Written, line: int) -> str:
    """Return the field that a line of a question belongs to; lines count from 0 at its dash."""
    key = ""
    for number, text in enumerate(written.body.replace("\r\n", "\n").split("\n")):
        if number > line:
            break
        found = _KEY.match(text)
        if found and (found["key"] in ALL_KEYS):
            key = found["key"]
    return key

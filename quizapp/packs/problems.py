"""Mistakes in a pack's files, with the very place and a repair."""

from dataclasses import dataclass

from quizapp.base.texts import Message, say
from quizapp.questions.codec_mistakes import Severity


@dataclass(frozen=True, slots=True)
class Edit:
    """Write ``text`` over a stretch of a file; lines and columns count from 1, in characters."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class Repair:
    """What would mend a problem; without an edit it is for the author to carry out."""

    message: Message
    edit: Edit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake and its place: line and column of a text file, or row and column of a sheet.

    All count from 1. ``excerpt`` is the line itself. A sheet is named by ``sheet``; the problem
    then stands in ``row`` and ``column``, and ``line`` is 0.
    """

    file: str
    code: str
    severity: Severity
    message: Message
    line: int = 1
    column: int = 1
    sheet: str = ""
    row: int = 0
    excerpt: str = ""
    repair: Repair | None = None


def where(problem: Problem) -> str:
    """Return the place of a problem in words."""
    fields = {
        "file": problem.file,
        "line": str(problem.line),
        "sheet": problem.sheet,
        "row": str(problem.row),
        "column": str(problem.column),
    }
    return say(Message("packs.at_cell" if problem.sheet else "packs.at_line", fields))


def repaired(text: str, edit: Edit) -> str:
    """Return a text with one repair carried out; everything else stays byte for byte."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    first = starts[edit.line - 1] + edit.column - 1
    last = starts[edit.end_line - 1] + edit.end_column - 1
    return text[:first] + edit.text + text[last:]

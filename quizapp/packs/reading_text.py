"""The reading text: Markdown in which ``{#mark}`` on a line of its own begins a passage."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from quizapp.questions.codec_fields import clean
from quizapp.questions.codec_mistakes import Mistake
from quizapp.questions.pack import Passage

HEADING: Final = re.compile(r"#{1,6}[ \t]+(?P<text>.*?)[ \t#]*")
MARK: Final = re.compile(r"\{#(?P<mark>[^{}]*)\}[ \t]*(?P<rest>.*)")
ALLOWED_MARK: Final = re.compile(r"[a-zæøå0-9-]{1,40}")


@dataclass(slots=True)
class ReadingText:
    """The passages of a text in order, and mistakes with the line (from 0) of each."""

    title: str = ""
    passages: list[Passage] = field(default_factory=list)
    mistakes: list[tuple[int, Mistake]] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    found: ReadingText
    heading: str = ""
    mark: str = ""
    body: list[str] = field(default_factory=list)
    lines_of_marks: dict[str, int] = field(default_factory=dict)

    def finish(self) -> None:
        """Keep the passage that ends here, if it has any text."""
        body = clean("\n".join(self.body))
        if body:
            mark = self.mark or self._unused_mark()
            self.found.passages.append(Passage(mark=mark, body=body, heading=self.heading))
            self.mark = ""
        self.body = []

    def begin(self, mark: str, number: int) -> None:
        """Begin the passage of a mark."""
        self.finish()
        if not ALLOWED_MARK.fullmatch(mark):
            self._note(number, "bad_mark", mark=mark)
        elif mark in self.lines_of_marks:
            other = str(self.lines_of_marks[mark] + 1)
            self._note(number, "mark_twice", mark=mark, other=other)
        else:
            self.lines_of_marks[mark] = number
            self.mark = mark

    def title_or_heading(self, line: str, text: str) -> None:
        """Begin a section; the first heading of the first rank is the title of the text."""
        self.finish()
        if line.startswith("# ") and not self.found.title:
            self.found.title = text
        else:
            self.heading = text

    def _unused_mark(self) -> str:
        number = len(self.found.passages) + 1
        while f"tekst-{number}" in self.lines_of_marks:
            number += 1
        self.lines_of_marks[f"tekst-{number}"] = -1
        return f"tekst-{number}"

    def _note(self, number: int, code: str, **fields: str) -> None:
        self.found.mistakes.append((number, Mistake(code=code, fields=fields)))


def read_reading_text(text: str) -> ReadingText:
    """Read a text; a stretch without a mark gets one (``tekst-1``), so that nothing is lost."""
    reader = _Reader(ReadingText())
    for number, line in enumerate(text.split("\n")):
        if heading := HEADING.fullmatch(line):
            reader.title_or_heading(line, clean(heading["text"]))
        elif mark := MARK.fullmatch(line.strip()):
            reader.begin(clean(mark["mark"]), number)
            reader.body.append(mark["rest"])
        else:
            reader.body.append(line.rstrip())
    reader.finish()
    return reader.found


def write_reading_text(title: str, passages: Iterable[Passage]) -> str:
    """Write passages the way they are read."""
    blocks = [f"# {title}"] if title else []
    heading = ""
    for passage in passages:
        if passage.heading != heading:
            heading = passage.heading
            blocks.append(f"## {heading}")
        blocks.append(f"{{#{passage.mark}}}\n{passage.body}")
    return "\n\n".join(blocks) + "\n"

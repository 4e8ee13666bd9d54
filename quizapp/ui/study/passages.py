"""The passages of a reading text as the reading pane takes them."""

import re

from quizapp.markup.html import to_html
from quizapp.markup.parse import parse
from quizapp.questions.pack import Passage
from quizapp.ui.widgets.reading_text import ReadingPassage

_NUMBERED = re.compile(r"\D*-(\d+)")


def passage_number(mark: str) -> int | None:
    """Return the number in a mark such as ``afsnit-7``, if it has one."""
    found = _NUMBERED.fullmatch(mark)
    return int(found.group(1)) if found else None


def readable(passages: tuple[Passage, ...]) -> list[ReadingPassage]:
    """Return the passages with their text as safe HTML; a heading stands once."""
    heading = ""
    shown: list[ReadingPassage] = []
    for passage in passages:
        is_same = passage.heading == heading
        heading = passage.heading
        html = to_html(parse(passage.body))
        shown.append(ReadingPassage(passage.mark, "" if is_same else heading, html))
    return shown

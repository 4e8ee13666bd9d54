"""Bytes → text, for files that came from any editor."""

import codecs
import re
from dataclasses import dataclass, field
from typing import Final

from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import Mistake

MOST_BYTES: Final = 20 * 1024 * 1024
FEWEST_LOST: Final = 3
MOST_HIDDEN: Final = 100
MOST_NULS: Final = 8
"""With more of them a file is no text, or UTF-16 without its mark."""
_HIDDEN: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
"""Control characters, also those that turn the direction of what follows."""
_ADDRESS: Final = re.compile(r"https?://\S+")
_LOST: Final = re.compile(r"(?i)(?<=[a-z])[?\ufffd](?=[a-z])")
_DOUBLED: Final = re.compile("Ã[¦¸¥†˜…Ÿ\u0086\u0098\u0085]")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(slots=True)
class TextFile:
    """A text with line feeds only; mistakes are placed by line and column, counted from 0."""

    text: str = ""
    mistakes: list[tuple[int, int, Mistake]] = field(default_factory=list)
    is_text: bool = True

    def note(self, offset: int, mistake: Mistake) -> None:
        """Note a mistake at a character of the text."""
        before = self.text[:offset]
        line = before.count("\n")
        self.mistakes.append((line, offset - (before.rfind("\n") + 1), mistake))


def read_text_file(content: bytes) -> TextFile:
    """Read a text; what is no UTF-8 is noted and read as Windows wrote it."""
    if len(content) > MOST_BYTES:
        limit = MOST_BYTES // (1024 * 1024)
        mistake = Mistake(code="file_too_big", fields={"limit": limit})
        return TextFile(mistakes=[(0, 0, mistake)], is_text=False)
    decoded, bad_at = _decoded(content)
    if decoded.count("\0") > MOST_NULS:
        return TextFile(mistakes=[(0, 0, Mistake(code="not_text"))], is_text=False)
    if bad_at is not None:
        return _foreign(content, bad_at)
    return _noted(TextFile(_with_line_feeds(decoded)))


def _decoded(content: bytes) -> tuple[str, int | None]:
    encoding, rest = "utf-8", content
    for bom, name in _BOMS:
        if content.startswith(bom):
            encoding, rest = name, content[len(bom) :]
    try:
        return rest.decode(encoding), None
    except UnicodeDecodeError as error:
        return rest.decode(encoding, "replace"), error.start


def _foreign(content: bytes, bad_at: int) -> TextFile:
    good = content[:bad_at].decode("utf-8", "replace")
    text = content[:bad_at].decode("utf-8", "replace") + _windows(content[bad_at:])
    found = TextFile(_with_line_feeds(text))
    found.note(len(_with_line_feeds(good)), Mistake(code="not_utf8"))
    return _noted(found)


def _windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _with_line_feeds(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    return re.sub("[\x85\u2028\u2029]", " ", plain)


def as_read(text: str) -> str:
    """Return a text as it is read: what nobody sees is a blank, and lines end in one way.

    Every character but the line ends of Windows keeps its place.
    """
    return _HIDDEN.sub(" ", re.sub("[\x85\u2028\u2029]", " ", text.replace("\r\n", "\n")))


def _blank(address: re.Match[str]) -> str:
    return " " * len(address[0])


def _noted(found: TextFile) -> TextFile:
    for number, hidden in enumerate(_HIDDEN.finditer(found.text)):
        if number < MOST_HIDDEN:
            fields = {"character": f"U+{ord(hidden[0]):04X}"}
            found.note(hidden.start(), Mistake(code="hidden_character", fields=fields))
    found.text = _HIDDEN.sub(" ", found.text)
    # An address has its question mark in the middle of a word.
    lost = [match.start() for match in _LOST.finditer(_ADDRESS.sub(_blank, found.text))]
    if len(lost) >= FEWEST_LOST:
        found.note(lost[0], warning("lost_letters"))
    if doubled := _DOUBLED.search(found.text):
        found.note(doubled.start(), warning("doubled_letters"))
    return found

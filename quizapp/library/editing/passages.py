"""A reading text cut into its passages, so that one can change and every other line stays."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from quizapp.packs.reading_text import ALLOWED_MARK, HEADING, MARK
from quizapp.questions.codec_fields import clean

HEADING_KEY, MARK_KEY, BODY_KEY = "overskrift", "mærke", "tekst"
FIRST_MARK: Final = "afsnit"
_LONGEST_MARK: Final = 40
_LOOKS_LIKE_MARK: Final = re.compile(r"\s*\{#")
_LOOKS_LIKE_HEADING: Final = re.compile(r"#{1,6}[ \t]")


@dataclass(frozen=True, slots=True)
class WrittenPassage:
    """A passage as it stands in the file, with the blank lines and the heading before it.

    ``uid`` names it while the pack is open. ``text`` has line feeds only.
    """

    uid: int
    text: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a passage says: its own heading, its mark (both may be empty) and its words."""

    heading: str
    mark: str
    body: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole reading text: what stands before the passages, the passages, and what comes after."""

    lead: str = ""
    passages: tuple[WrittenPassage, ...] = ()
    tail: str = ""

    @property
    def text(self) -> str:
        """The text of the file, with line feeds only."""
        return self.lead + "".join(one.text for one in self.passages) + self.tail


@dataclass(frozen=True, slots=True)
class _Lines:
    """Where in a passage's lines its heading, mark and words stand; -1 where they do not."""

    lines: tuple[str, ...]
    heading: int
    mark: int
    first: int

    @property
    def rest(self) -> str:
        """What stands behind the mark on its own line."""
        found = MARK.fullmatch(self.lines[self.mark].strip()) if self.mark >= 0 else None
        return found["rest"] if found else ""


def read_reading(text: str, first_uid: int) -> Reading:
    """Cut a text with line feeds only; every character of it stands in one of the parts."""
    lines = text.split("\n")
    lines = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    bare = [line.rstrip("\n") for line in lines]
    title = _title(bare)
    starts = _starts(bare, title + 1)
    ends = [*starts[1:], len(lines)]
    last = next((at for at in range(len(lines), title + 1, -1) if bare[at - 1].strip()), title + 1)
    passages: list[WrittenPassage] = []
    at = title + 1
    for number, end in enumerate(ends[: len(starts)]):
        stop = last if number == len(starts) - 1 else end
        passages.append(WrittenPassage(first_uid + number, "".join(lines[at:stop])))
        at = stop
    return Reading("".join(lines[: title + 1]), tuple(passages), "".join(lines[at:]))


def told_of(passage: WrittenPassage) -> Told:
    """Return what a passage says."""
    return _told(passage.text)


@lru_cache(maxsize=5_000)
def _told(text: str) -> Told:
    found = _lines_of(text)
    heading = HEADING.fullmatch(found.lines[found.heading]) if found.heading >= 0 else None
    mark = MARK.fullmatch(found.lines[found.mark].strip()) if found.mark >= 0 else None
    body = "\n".join((found.rest, *(line.rstrip() for line in found.lines[found.first :])))
    return Told(
        clean(heading["text"]) if heading else "", clean(mark["mark"]) if mark else "", clean(body)
    )


def headings_of(reading: Reading) -> list[str]:
    """Return the heading that each passage stands under."""
    found: list[str] = []
    for one in reading.passages:
        found.append(told_of(one).heading or (found[-1] if found else ""))
    return found


def marks_of(reading: Reading) -> list[str]:
    """Return the mark of each passage, as the reader of packs gives one to those without."""
    found: list[str] = []
    filled = 0
    for one in map(told_of, reading.passages):
        number = filled + 1
        while f"tekst-{number}" in found:
            number += 1
        found.append(one.mark or f"tekst-{number}")
        filled += bool(one.body)
    return found


def changed(passage: WrittenPassage, changes: Mapping[str, str]) -> WrittenPassage:
    """Return a passage of which some parts say something else; its other lines stay."""
    told, text = told_of(passage), passage.text
    body, mark, heading = (changes.get(key) for key in (BODY_KEY, MARK_KEY, HEADING_KEY))
    if body is not None and clean(body) != told.body:
        text = _with_body(text, body)
    if mark is not None and mark != told.mark:
        text = _with_mark(text, mark)
    if heading is not None and " ".join(heading.split()) != told.heading:
        text = _with_heading(text, " ".join(heading.split()))
    return replace(passage, text=text)


def mark_from(text: str) -> str:
    """Return a text as a mark can be written: small letters, digits and hyphens."""
    plain = re.sub(r"[^a-zæøå0-9]+", "-", clean(text).casefold())
    return plain.strip("-")[:_LONGEST_MARK].strip("-")


def free_mark(taken: Collection[str]) -> str:
    """Return a mark that no passage has."""
    number = 1
    while f"{FIRST_MARK}-{number}" in taken:
        number += 1
    return f"{FIRST_MARK}-{number}"


def added(reading: Reading, place: int, passage: WrittenPassage) -> Reading:
    """Put a passage before the one at a place, or after the last."""
    before = reading.lead + "".join(one.text for one in reading.passages[:place])
    gap = "" if not before or before.endswith("\n\n") else "\n" if before.endswith("\n") else "\n\n"
    new = replace(passage, text=gap + passage.text)
    after = [*reading.passages[place:]]
    if after and not after[0].text.startswith("\n"):
        after[0] = replace(after[0], text=f"\n{after[0].text}")
    return replace(reading, passages=(*reading.passages[:place], new, *after))


def rearranged(reading: Reading, order: Sequence[WrittenPassage]) -> Reading:
    """Return a text with its passages in another order, or fewer; each keeps its heading.

    Where a heading is said by the passage before, it moves to the one that now comes first.
    """
    above = dict(zip((one.uid for one in reading.passages), headings_of(reading), strict=True))
    gaps = [_gap(one.text) for one in reading.passages]
    found: list[WrittenPassage] = []
    heading = ""
    for one, gap in zip(order, gaps, strict=False):
        wanted = above[one.uid]
        own = wanted if wanted != heading else ""
        moved = one if told_of(one).heading == own else changed(one, {HEADING_KEY: own})
        text = gap + moved.text.lstrip("\n")
        found.append(replace(moved, text=text if text.endswith("\n") else f"{text}\n"))
        heading = wanted or heading
    same_end = reading.text.endswith("\n") or not found
    if not same_end:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip("\n"))
    return replace(reading, passages=tuple(found))


def new_passage(uid: int, mark: str, body: str = "", heading: str = "") -> WrittenPassage:
    """Return a passage with a mark of its own."""
    head = f"## {heading}\n\n" if heading else ""
    said = "\n".join(map(_escaped, body.split("\n")))
    return WrittenPassage(uid, f"{head}{{#{mark}}}\n" + (f"{said}\n" if body else ""))


def _gap(text: str) -> str:
    return text[: len(text) - len(text.lstrip("\n"))]


def _title(lines: Sequence[str]) -> int:
    """Return the line of the title, if the text begins with one; else -1."""
    for at, line in enumerate(lines):
        if line.startswith("# ") and HEADING.fullmatch(line):
            return at
        if line.strip():
            break
    return -1


def _starts(lines: Sequence[str], first: int) -> list[int]:
    """Return the lines at which passages begin: the blank ones before them are theirs."""
    starts: list[int] = []
    has_mark = has_body = False
    blank_from = first
    for at in range(first, len(lines)):
        line = lines[at]
        if not line.strip():
            continue
        mark = MARK.fullmatch(line.strip())
        is_mark, is_heading = bool(mark), bool(HEADING.fullmatch(line))
        begins = (is_mark and (has_mark or has_body)) or (
            is_heading and (has_body or (has_mark and _leads_to_mark(lines, at)))
        )
        if begins or not starts:
            starts.append(blank_from)
            has_mark = has_body = False
        has_mark |= is_mark
        has_body |= bool(mark["rest"]) if mark else not is_heading
        blank_from = at + 1
    return starts


def _leads_to_mark(lines: Sequence[str], at: int) -> bool:
    """Tell whether nothing but headings stands between a line and the next mark."""
    for line in lines[at:]:
        if MARK.fullmatch(line.strip()):
            return True
        if line.strip() and not HEADING.fullmatch(line):
            return False
    return False


@lru_cache(maxsize=5_000)
def _lines_of(text: str) -> _Lines:
    lines = tuple(text.removesuffix("\n").split("\n"))
    heading = mark = -1
    first = len(lines)
    for at, line in enumerate(lines):
        if found := MARK.fullmatch(line.strip()):
            mark = at
            if found["rest"]:
                first = at + 1
                break
        elif HEADING.fullmatch(line):
            heading = at
        elif line.strip():
            first = at
            break
    return _Lines(lines, heading, mark, first)


def _with_body(text: str, body: str) -> str:
    found = _lines_of(text)
    head = [*found.lines[: found.first]]
    if found.rest:
        head[found.mark] = head[found.mark][: head[found.mark].index("}") + 1]
    if not found.rest and found.first == len(found.lines):
        head = [*found.lines[: max(found.heading, found.mark) + 1]]
        if found.heading > found.mark:
            head.append("")
    said = [_escaped(line) for line in body.strip().split("\n")] if body.strip() else []
    return "\n".join([*head, *said]) + _end(text)


def _with_mark(text: str, mark: str) -> str:
    found = _lines_of(text)
    lines = [*found.lines]
    if found.mark >= 0:
        lines[found.mark] = re.sub(
            r"\{#[^{}]*\}", lambda _old: f"{{#{mark}}}", lines[found.mark], count=1
        )
    else:
        lines.insert(found.first, f"{{#{mark}}}")
    return "\n".join(lines) + _end(text)


def _with_heading(text: str, heading: str) -> str:
    found = _lines_of(text)
    lines = [*found.lines]
    if found.heading < 0:
        at = found.mark if found.mark >= 0 else found.first
        lines[at:at] = [f"## {heading}", ""]
    elif heading:
        signs = lines[found.heading].split(maxsplit=1)[0]
        lines[found.heading] = f"{signs} {heading}"
    else:
        after = found.heading + 1
        is_blank = after < len(lines) and not lines[after].strip()
        del lines[found.heading : after + is_blank]
    return "\n".join(lines) + _end(text)


def _end(text: str) -> str:
    return "\n" if text.endswith("\n") else ""


def _escaped(line: str) -> str:
    """Return a line of a passage that would otherwise begin another one."""
    if _LOOKS_LIKE_HEADING.match(line):
        return f"\\{line}"
    return line.replace("{#", "{ #", 1) if _LOOKS_LIKE_MARK.match(line) else line


def is_mark(text: str) -> bool:
    """Tell whether a text can be a mark."""
    return bool(ALLOWED_MARK.fullmatch(text))

"""The sections and questions of a pakke.yaml, also of one that is partly unreadable.

A sound file is parsed at once. In any other, each question and each section is parsed for itself,
and a line that cannot be read is mended for the reading (or left out), so that the mistakes after
it are found in the same run.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

import yaml

from quizapp.packs.yaml_faults import SECTIONS, Fault, diagnose, key_column, without_markers
from quizapp.packs.yaml_tree import At, Entries, Items, Leaf, Node, TreeMistake, parse
from quizapp.questions.codec_words import ALL_KEYS

MOST_TRIES: Final = 20
MOST_TRIES_IN_ALL: Final = 3_000
_SECTION_INSIDE: Final = re.compile(r" +(?=(?:pakke|medier):\s*$)")
_NO_LISTS: Final = ("pakke", "medier")
_ITEM: Final = re.compile(
    r"\s*-\s*(?:id|type|kategori|spørgsmål|forside)\s*:|\s*[–—−•*]\s+(?:id|type)\s*:"
)
_SECTION: Final = re.compile(r"(?P<name>[^\W\d][\w ]*):\s*(?:[{\[#].*)?$")


@dataclass(slots=True)
class Outline:
    """What stands in the file; ``patched`` holds the questions read with lines left out."""

    sections: dict[str, tuple[Leaf, Node]] = field(default_factory=dict)
    items: list[Node] = field(default_factory=list)
    patched: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    mistakes: list[TreeMistake] = field(default_factory=list)
    has_sections: bool = False


@dataclass(frozen=True, slots=True)
class _Chunk:
    first: int
    lines: list[str]
    is_item: bool


def outline(text: str) -> Outline:
    """Find the sections and questions of a text; raises ``TooBigError``."""
    try:
        root, mistakes = parse(text)
    except yaml.YAMLError as error:
        lines = text.split("\n")
        found = _rescued(lines)
        found.faults = found.faults or [_section_out_of_line(lines) or diagnose(lines, error, 0)]
        return found
    found = Outline(mistakes=mistakes, has_sections=isinstance(root, Entries))
    _take(found, root)
    return found


def _take(found: Outline, root: Node | None) -> None:
    """Keep sections and questions; a list in a section of any other name holds questions too."""
    if isinstance(root, Items):
        found.items += root.items
    if not isinstance(root, Entries):
        return
    for name, key in root.keys.items():
        value = root.values[name]
        found.sections.setdefault(name, (key, value))
        if isinstance(value, Items) and name not in _NO_LISTS:
            found.items += value.items


def _rescued(written: list[str]) -> Outline:
    found = Outline(has_sections=True)
    lines, found.faults = without_markers(written)
    tries = MOST_TRIES_IN_ALL
    chunks = list(_chunks(lines))
    dash = _usual_dash(chunks)
    for read in chunks:
        chunk, out_of_line = _in_line(read, dash) if read.is_item else (read, [])
        root, faults, mistakes = _parsed(chunk, min(tries, MOST_TRIES))
        tries -= len(faults)
        found.faults += out_of_line
        found.faults += [_moved(fault, chunk.first) for fault in faults]
        found.mistakes += mistakes
        if isinstance(root, Leaf) and root.value:
            found.faults.append(Fault("stray_text", root.start))
        before = len(found.items)
        _take(found, root)
        if any(not fault.edit for fault in faults):
            found.patched |= set(range(before, len(found.items)))
    return found


def _usual_dash(chunks: list[_Chunk]) -> int:
    """Return how far in most questions begin."""
    counted = Counter(_blanks(chunk.lines[0]) for chunk in chunks if chunk.is_item)
    return counted.most_common(1)[0][0] if counted else 0


def _in_line(chunk: _Chunk, dash: int) -> tuple[_Chunk, list[Fault]]:
    """Return a question with its dash where the others have theirs, and the fault if it was not.

    Where its other lines stand as if the dash were right, only the first one is moved.
    """
    here = _blanks(chunk.lines[0])
    if here == dash:
        return chunk, []
    fields = {"n": str(here), "m": str(dash)}
    inner = next((_blanks(line) for line in chunk.lines[1:] if line.strip()), None)
    if inner != _indent_of(chunk) - here + dash:
        return chunk, [Fault("indent", At(chunk.first, here), fields, label="move")]
    edit = (0, here, " " * dash)
    moved = [" " * dash + chunk.lines[0].lstrip(), *chunk.lines[1:]]
    fault = Fault("indent", At(chunk.first, here), fields, edit, "move")
    return replace(chunk, lines=moved), [fault]


def _blanks(line: str) -> int:
    return len(line) - len(line.lstrip())


def _section_out_of_line(lines: list[str]) -> Fault | None:
    for number, line in enumerate(lines):
        if found := _SECTION_INSIDE.match(line):
            fields = {"n": str(found.end()), "m": "0"}
            edit = (0, found.end(), "")
            return Fault("indent", At(number, found.end()), fields, edit, "move")
    return None


def _moved(fault: Fault, first: int) -> Fault:
    return replace(fault, at=At(fault.at.line + first, fault.at.column))


def _chunks(lines: list[str]) -> Iterator[_Chunk]:
    first, is_item = 0, False
    for number, line in enumerate(lines):
        begins_item = bool(_ITEM.match(line))
        if begins_item or _begins_section(line):
            if number > first:
                yield _Chunk(first, lines[first:number], is_item)
            first, is_item = number, begins_item
    yield _Chunk(first, lines[first:], is_item)


def _begins_section(line: str) -> bool:
    found = _SECTION.match(line)
    if not found:
        return False
    return found["name"] in SECTIONS or found["name"] not in ALL_KEYS


def _parsed(chunk: _Chunk, tries: int) -> tuple[Node | None, list[Fault], list[TreeMistake]]:
    lines = list(chunk.lines)
    faults: list[Fault] = []
    while True:
        try:
            root, mistakes = parse("\n".join(lines), chunk.first)
        except yaml.YAMLError as error:
            if len(faults) >= tries:
                return None, faults, []
            fault = diagnose(lines, error, _indent_of(chunk))
            if any(fault.at.line == known.at.line for known in faults):
                fault = replace(fault, edit=None)
                lines[fault.at.line] = _without_content(lines[fault.at.line])
            faults.append(fault)
            lines[fault.at.line] = _mended(lines[fault.at.line], fault)
        else:
            return root, _one_a_line(faults), mistakes


def _one_a_line(faults: list[Fault]) -> list[Fault]:
    """Keep the first fault of each line: what follows from a mended line is no news."""
    return list({fault.at.line: fault for fault in reversed(faults)}.values())[::-1]


def _mended(line: str, fault: Fault) -> str:
    if fault.edit is None:
        return _without_content(line)
    start, end, text = fault.edit
    return line[:start] + text + line[end:]


def _without_content(line: str) -> str:
    return "".join(re.findall(r"^\s*-\s+(?=\S)", line)).rstrip()


def _indent_of(chunk: _Chunk) -> int:
    if chunk.is_item:
        return key_column(chunk.lines[0]) or 0
    indented = (len(line) - len(line.lstrip()) for line in chunk.lines[1:] if line.strip())
    return next(indented, 0)

"""Questions put in, taken out and moved in the text they stand in; every other line stays."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Final

from quizapp.library.editing.parts import Fixed, Part, Parts, Written, questions_of, text_of
from quizapp.packs.text_file import as_read
from quizapp.packs.yaml_outline import outline
from quizapp.packs.yaml_tree import At, Items, Leaf, Node

QUESTIONS: Final = "spørgsmål"
_DOCUMENT_END: Final = "..."


def line_end_of(text: str) -> str:
    """Return how lines end in a text."""
    return "\r\n" if "\r\n" in text else "\n"


def changed_in(text: str, change: Callable[[str], str], line_end: str) -> str:
    """Change a text that may have the line ends of Windows, and keep them."""
    before = as_read(text)
    after = change(before)
    if after == before:
        return text
    own = "\r\n" if "\r\n" in text else line_end
    return after.replace("\n", own)


def inserted(parts: Parts, place: int, question: Written, line_end: str) -> Parts:
    """Put a question before the one at a place, or after the last; its gap is the usual one."""
    questions = questions_of(parts)
    if not questions:
        return _first(parts, question, line_end)
    gap = (questions[1].gap if len(questions) > 1 else "") or line_end
    if not gap.startswith(("\n", "\r\n")):
        gap = line_end
    found: list[Part] = []
    seen = 0
    for part in parts:
        if not isinstance(part, Written):
            found.append(part)
            continue
        if seen == place:
            found.append(replace(question, gap=part.gap))
            found.append(replace(part, gap=gap))
        else:
            found.append(part)
        seen += 1
        if seen == place == len(questions):
            found[-1] = _ended(part, line_end)
            found.append(replace(question, gap=gap))
    return tuple(found)


def taken_out(parts: Parts, gone: Collection[int], line_end: str) -> Parts:
    """Take questions out; remarks before them stay."""
    found: list[Part] = []
    carried = ""
    for part in parts:
        if isinstance(part, Written) and part.uid in gone:
            carried += part.gap + part.notes if part.notes or not carried else ""
            continue
        found.append(_with_lead(part, carried, line_end) if carried else part)
        carried = ""
    if carried.strip():
        found.append(Fixed(carried))
    return tuple(found)


def moved(parts: Parts, at: int, to: int, line_end: str) -> Parts:
    """Put a question at the place of another, with its remarks; the gaps stay where they are."""
    slots = questions_of(parts)
    order = [*slots]
    order.insert(to, order.pop(at))
    in_order = iter(
        _ended(replace(one, gap=slot.gap), line_end) for one, slot in zip(order, slots, strict=True)
    )
    return tuple(next(in_order) if isinstance(part, Written) else part for part in parts)


def _ended(question: Written, line_end: str) -> Written:
    is_ended = question.body.endswith("\n")
    return question if is_ended else replace(question, body=question.body + line_end)


def _with_lead(part: Part, lead: str, line_end: str) -> Part:
    if isinstance(part, Fixed):
        return Fixed(lead + part.text) if lead.strip() else part
    if not lead.strip():
        return replace(part, gap=lead)
    between = "" if lead.endswith("\n") else line_end
    return replace(part, gap="", notes=lead + between + part.gap + part.notes)


def _first(parts: Parts, question: Written, line_end: str) -> Parts:
    """Put the first question under its section, which may not be there yet."""
    text = text_of(parts)
    lines = _lines(text)
    found = outline(as_read(text)).sections.get(QUESTIONS)
    if found is None:
        end = next((at for at, line in enumerate(lines) if line.rstrip() == _DOCUMENT_END), None)
        head, rest = "".join(lines[:end]), "".join(lines[end:]) if end is not None else ""
        head = head.rstrip("\r\n") + line_end if head.strip() else ""
        head += f"{line_end if head else ''}{QUESTIONS}:{line_end}"
        return _around(head, question, rest)
    key, value = found
    here = key.start.line
    last = _last_line(key, value)
    line = _emptied(lines[here].rstrip("\r\n"), key, value)
    head = "".join(lines[:here]) + line + line_end
    return _around(head, question, "".join(lines[last + 1 :]))


def _around(head: str, question: Written, rest: str) -> Parts:
    return (Fixed(head), question, *((Fixed(rest),) if rest else ()))


def _lines(text: str) -> list[str]:
    *whole, last = text.split("\n")
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]


def _last_line(key: Leaf, value: Node) -> int:
    is_there = isinstance(value, Items) and value.end != value.start
    return value.end.line if is_there and value.end.column else key.start.line


def _emptied(line: str, key: Leaf, value: Node) -> str:
    """Return the line of a section without the ``[]`` or ``{}`` that says it is empty."""
    at: At = value.start
    if at.line != key.start.line or value.end.line != at.line or value.end == at:
        return line
    return (line[: at.column].rstrip() + " " + line[value.end.column :].lstrip()).rstrip()

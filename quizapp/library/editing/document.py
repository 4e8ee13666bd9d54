"""An open pack: its questions, what can be done to them, and all of it taken back again."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from quizapp.library.editing.kinds import begun, with_kind
from quizapp.library.editing.parts import (
    Fixed,
    Part,
    Parts,
    Written,
    cut,
    fields_of,
    questions_of,
    text_of,
)
from quizapp.packs.manifest import decode_manifest
from quizapp.packs.problems import Edit, repaired
from quizapp.packs.yaml_entries import (
    as_texts,
    change_item,
    change_manifest,
    change_medium,
    write_item,
)
from quizapp.packs.yaml_format import read_yaml
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from quizapp.questions.pack import Manifest, Medium

ID_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
ID_LENGTH: Final = 6
_STYLE_GAP: Final = "\n"


@dataclass(frozen=True, slots=True)
class Step:
    """A state one can go back to; ``uid`` is the question that was worked on."""

    parts: Parts
    uid: int | None
    mark: str = ""


class Document:
    """A pack file that is being written; every command is one step of ``undo``."""

    def __init__(self, text: str, random: Random) -> None:
        self._random = random
        self._next_uid = 1
        self._parts = self._cut(text)
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._mark = ""
        self._text: tuple[Parts, str] | None = None

    @property
    def text(self) -> str:
        """The text of the file as it is now."""
        if self._text is None or self._text[0] is not self._parts:
            self._text = (self._parts, text_of(self._parts))
        return self._text[1]

    @property
    def questions(self) -> tuple[Written, ...]:
        """The questions, in order."""
        return questions_of(self._parts)

    @property
    def can_undo(self) -> bool:
        """Whether anything was changed since the pack was opened."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether anything was taken back."""
        return bool(self._redo)

    def fields(self, uid: int) -> Mapping[str, Plain] | None:
        """Return the fields of a question; None where its lines cannot be read as fields."""
        return fields_of(self.written(uid))

    def written(self, uid: int) -> Written:
        """Return a question as it stands; raises ``KeyError``."""
        for one in self.questions:
            if one.uid == uid:
                return one
        raise KeyError(uid)

    def first_line(self, uid: int) -> int:
        """Return the line of a question's dash, from 0; raises ``KeyError``."""
        lines = 0
        for part in self._parts:
            if isinstance(part, Written) and part.uid == uid:
                return lines + (part.gap + part.notes).count("\n")
            lines += part.text.count("\n")
        raise KeyError(uid)

    def position(self, uid: int) -> int:
        """Return the place of a question, from 0; raises ``KeyError``."""
        for position, one in enumerate(self.questions):
            if one.uid == uid:
                return position
        raise KeyError(uid)

    def manifest(self) -> Manifest:
        """Return what the pack says of itself, as far as it can be read."""
        return read_yaml(self._head(), "").manifest or decode_manifest({})[0]

    def media(self) -> tuple[Medium, ...]:
        """Return what the pack says of its pictures and sounds."""
        return tuple(read_yaml(self._head(), "").media)

    def settle(self) -> None:
        """Let what is written from now on be a step of its own."""
        self._mark = ""

    def set_fields(self, uid: int, changes: Mapping[str, Plain], mark: str = "") -> bool:
        """Give some fields of a question other values; return whether anything changed.

        Changes with one and the same ``mark``, one after the other, are one step.
        """
        return self._rewrite([uid], lambda body: change_item(body, changes), mark)

    def set_kind(self, uid: int, kind: Kind) -> bool:
        """Let a question be answered in another way, with what it says carried over."""

        def changed(body: str) -> str:
            fields = fields_of(Written(0, "", "", body)) or {}
            wanted = with_kind(fields, kind)
            gone = {key: "" for key in fields if key not in wanted}
            return change_item(body, {**gone, **wanted})

        return self._rewrite([uid], changed)

    def set_text(self, uid: int, text: str, mark: str = "") -> bool:
        """Write other lines in the place of a question that cannot be read as fields."""
        return self._rewrite([uid], lambda _body: text.rstrip("\n") + "\n", mark)

    def set_category(self, uids: Sequence[int], category: str) -> bool:
        """Give several questions one category."""
        return self._rewrite(uids, lambda body: change_item(body, {"kategori": category}))

    def add_topics(self, uids: Sequence[int], topics: Sequence[str]) -> bool:
        """Add topics to several questions; what they have stays."""

        def changed(body: str) -> str:
            fields = fields_of(Written(0, "", "", body)) or {}
            listed = as_texts(fields.get("emner", []))
            had = [str(one) for one in listed] if isinstance(listed, list) else []
            new = [one for one in topics if one not in had]
            return change_item(body, {"emner": [*had, *new]}) if new else body

        return self._rewrite(uids, changed)

    def add(self, kind: Kind, below: int | None = None, category: str = "") -> int:
        """Begin a question below another, or as the last one, and return its name."""
        body = write_item(begun(self.new_id(), kind, category), self._indent())
        place = len(self.questions) if below is None else self.position(below) + 1
        return self._insert(place, "", body)

    def duplicate(self, uid: int) -> int:
        """Copy a question below itself, under a new id, and return the name of the copy."""
        one = self.written(uid)
        body = self._in_plain(one.body, lambda body: change_item(body, {"id": self.new_id()}))
        return self._insert(self.position(uid) + 1, "", body)

    def delete(self, uids: Sequence[int]) -> None:
        """Take questions out; remarks before them stay."""
        gone = {*uids}
        parts: list[Part] = []
        carried = ""
        for part in self._parts:
            if isinstance(part, Written) and part.uid in gone:
                carried += part.gap + part.notes if part.notes or not carried else ""
                continue
            parts.append(_with_lead(part, carried) if carried else part)
            carried = ""
        if carried.strip():
            parts.append(Fixed(carried))
        self._take(tuple(parts), uids[0] if uids else None)

    def move(self, uid: int, to: int) -> bool:
        """Put a question at another place among the questions, its lines as they are."""
        slots = list(self.questions)
        at = self.position(uid)
        if not 0 <= to < len(slots) or to == at:
            return False
        order = [*slots]
        order.insert(to, order.pop(at))
        moved = iter(
            replace(one, gap=slot.gap, body=_ended(one.body))
            for one, slot in zip(order, slots, strict=True)
        )
        parts = (next(moved) if isinstance(part, Written) else part for part in self._parts)
        self._take(tuple(parts), uid)
        return True

    def set_manifest(self, changes: Mapping[str, Plain], mark: str = "") -> None:
        """Change what the pack says of itself; raises ``NotEntriesError``."""
        self._rewrite_head("pakke:", lambda text: change_manifest(text, changes), mark)

    def set_medium(self, name: str, fields: Mapping[str, Plain] | None, mark: str = "") -> None:
        """Say of a picture what it shows and where it is from; raises ``NotEntriesError``."""
        has_media = any(
            isinstance(part, Fixed) and "\nmedier:" in f"\n{part.text}" for part in self._parts
        )
        section = "medier:" if has_media else "pakke:"
        self._rewrite_head(section, lambda text: change_medium(text, name, fields), mark)

    def repair(self, edit: Edit) -> None:
        """Carry out the repair of a problem."""
        self.replace_text(repaired(self.text, edit))

    def replace_text(self, text: str) -> None:
        """Put another text in the place of the whole file; questions keep their names."""
        parts = self._cut(text)
        names = [one.uid for one in self.questions]
        if len(questions_of(parts)) == len(names):
            known = iter(names)
            parts = tuple(
                replace(part, uid=next(known)) if isinstance(part, Written) else part
                for part in parts
            )
        self._take(parts, None)

    def undo(self) -> int | None:
        """Take the last step back; return the question it was about, if it was about one."""
        step = self._undo.pop()
        self._redo.append(Step(self._parts, step.uid))
        self._parts, self._mark = step.parts, ""
        return step.uid

    def redo(self) -> int | None:
        """Do again what was taken back; return the question it was about, if it was about one."""
        step = self._redo.pop()
        self._undo.append(Step(self._parts, step.uid))
        self._parts, self._mark = step.parts, ""
        return step.uid

    def new_id(self) -> str:
        """Return an id that no question has and none had."""
        taken = {str((fields_of(one) or {}).get("id", "")).casefold() for one in self.questions}
        taken |= {one.casefold() for one in self.manifest().retired}
        while True:
            letters = self._random.choices(ID_LETTERS, k=ID_LENGTH)
            found = "".join(letters)
            if found not in taken and not found.isdecimal():
                return found

    def _cut(self, text: str) -> Parts:
        parts = cut(text, self._next_uid)
        self._next_uid += len(questions_of(parts))
        return parts

    def _head(self) -> str:
        """Return all that is no question."""
        fixed = (part.text for part in self._parts if isinstance(part, Fixed))
        return "\n".join(fixed).replace("\r\n", "\n")

    def _indent(self) -> int:
        bodies = (one.body for one in self.questions)
        return next((len(body) - len(body.lstrip(" ")) for body in bodies), 0)

    def _rewrite(self, uids: Iterable[int], change: Callable[[str], str], mark: str = "") -> bool:
        wanted = [*uids]
        parts = tuple(
            replace(part, body=self._in_plain(part.body, change))
            if isinstance(part, Written) and part.uid in wanted
            else part
            for part in self._parts
        )
        if parts == self._parts:
            return False
        self._take(parts, wanted[0], mark and f"{mark}#{wanted[0]}")
        return True

    def _rewrite_head(self, section: str, change: Callable[[str], str], mark: str) -> None:
        parts: list[Part] = []
        is_done = False
        for part in self._parts:
            has_it = isinstance(part, Fixed) and f"\n{section}" in f"\n{part.text}"
            if has_it and not is_done:
                parts.append(Fixed(self._in_plain(part.text, change)))
                is_done = True
            else:
                parts.append(part)
        self._take(tuple(parts), None, mark)

    def _in_plain(self, text: str, change: Callable[[str], str]) -> str:
        """Change a text that may have the line ends of Windows, and keep them."""
        if "\r\n" not in text:
            return change(text)
        return change(text.replace("\r\n", "\n")).replace("\n", "\r\n")

    def _insert(self, place: int, notes: str, body: str) -> int:
        if "\r\n" in self.text and "\r\n" not in body:
            body = body.replace("\n", "\r\n")
        uid, self._next_uid = self._next_uid, self._next_uid + 1
        questions = self.questions
        if not questions:
            self._take(_first(self._parts, Written(uid, "", notes, body)), uid)
            return uid
        line_end = "\r\n" if "\r\n" in body else "\n"
        usual = questions[1].gap if len(questions) > 1 else line_end
        parts: list[Part] = []
        seen = 0
        for part in self._parts:
            is_question = isinstance(part, Written)
            if is_question and seen == place:
                assert isinstance(part, Written)
                parts.append(Written(uid, part.gap, notes, body))
                parts.append(replace(part, gap=usual or line_end))
            else:
                parts.append(part)
            seen += is_question
            if is_question and seen == place == len(questions):
                parts[-1] = _ended_part(part)
                parts.append(Written(uid, usual or line_end, notes, body))
        self._take(tuple(parts), uid)
        return uid

    def _take(self, parts: Parts, uid: int | None, mark: str = "") -> None:
        if parts == self._parts:
            return
        if not (mark and mark == self._mark and self._undo):
            self._undo.append(Step(self._parts, uid))
        self._redo.clear()
        self._parts, self._mark = parts, mark


def _with_lead(part: Part, lead: str) -> Part:
    if isinstance(part, Fixed):
        return Fixed(lead + part.text) if lead.strip() else part
    if lead.strip():
        return replace(part, gap="", notes=lead + part.gap + part.notes)
    return replace(part, gap=lead)


def _ended(body: str) -> str:
    return body if body.endswith("\n") else f"{body}\n"


def _ended_part(part: Part) -> Part:
    return replace(part, body=_ended(part.body)) if isinstance(part, Written) else part


def _first(parts: Parts, question: Written) -> Parts:
    """Put the first question under its section, which may not be there yet."""
    text = text_of(parts)
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.rstrip() == "spørgsmål:" or line.rstrip() == "spørgsmål: []":
            head = "".join(lines[:number]) + "spørgsmål:\n"
            rest = "".join(lines[number + 1 :])
            return (Fixed(head), question, *((Fixed(rest),) if rest else ()))
    return (Fixed(_ended(text.rstrip("\n")) + "\nspørgsmål:\n"), question)

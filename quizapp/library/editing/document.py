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
from quizapp.library.editing.rearranging import (
    changed_in,
    inserted,
    line_end_of,
    moved,
    taken_out,
)
from quizapp.packs.manifest import decode_manifest
from quizapp.packs.problems import Edit, repaired
from quizapp.packs.yaml_entries import (
    as_texts,
    change_item,
    change_manifest,
    change_medium,
    has_section,
    write_item,
)
from quizapp.packs.yaml_format import read_yaml
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from quizapp.questions.pack import Manifest, Medium

ID_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
ID_LENGTH: Final = 6


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
        return self._insert(place, body)

    def duplicate(self, uid: int) -> int:
        """Copy a question below itself, under a new id, and return the name of the copy."""
        one = self.written(uid)
        body = self._in_plain(one.body, lambda body: change_item(body, {"id": self.new_id()}))
        return self._insert(self.position(uid) + 1, body)

    def delete(self, uids: Sequence[int]) -> None:
        """Take questions out; remarks before them stay."""
        parts = taken_out(self._parts, {*uids}, self._line_end)
        self._take(parts, uids[0] if uids else None)

    def move(self, uid: int, to: int) -> bool:
        """Put a question at another place among the questions, its lines as they are."""
        at = self.position(uid)
        if not 0 <= to < len(self.questions) or to == at:
            return False
        self._take(moved(self._parts, at, to, self._line_end), uid)
        return True

    def set_manifest(self, changes: Mapping[str, Plain], mark: str = "") -> None:
        """Change what the pack says of itself; raises ``NotEntriesError``."""
        self._rewrite_head("pakke", lambda text: change_manifest(text, changes), mark)

    def set_medium(self, name: str, fields: Mapping[str, Plain] | None, mark: str = "") -> None:
        """Say of a picture what it shows and where it is from; raises ``NotEntriesError``."""
        has_media = any(
            isinstance(part, Fixed) and has_section(part.text, "medier") for part in self._parts
        )
        section = "medier" if has_media else "pakke"
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
            if isinstance(part, Fixed) and not is_done and has_section(part.text, section):
                parts.append(Fixed(self._in_plain(part.text, change)))
                is_done = True
            else:
                parts.append(part)
        self._take(tuple(parts), None, mark)

    def _in_plain(self, text: str, change: Callable[[str], str]) -> str:
        return changed_in(text, change, self._line_end)

    @property
    def _line_end(self) -> str:
        return line_end_of(self.text)

    def _insert(self, place: int, body: str) -> int:
        uid, self._next_uid = self._next_uid, self._next_uid + 1
        plain = body.replace("\r\n", "\n").rstrip("\n") + "\n"
        new = Written(uid, "", "", plain.replace("\n", self._line_end))
        self._take(inserted(self._parts, place, new, self._line_end), uid)
        return uid

    def _take(self, parts: Parts, uid: int | None, mark: str = "") -> None:
        if parts == self._parts:
            return
        if not (mark and mark == self._mark and self._undo):
            self._undo.append(Step(self._parts, uid))
        self._redo.clear()
        self._parts, self._mark = parts, mark

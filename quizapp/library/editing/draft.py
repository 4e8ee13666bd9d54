"""What an open pack says now, what it said before, and what was taken back."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Final

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
from quizapp.library.editing.passages import Reading, read_reading
from quizapp.library.editing.reading_file import USUAL_NAME
from quizapp.library.editing.rearranging import changed_in, line_end_of
from quizapp.library.editing.store import Content
from quizapp.packs.manifest import decode_manifest
from quizapp.packs.text_file import as_read
from quizapp.packs.yaml_entries import has_section
from quizapp.packs.yaml_format import read_yaml
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.pack import Manifest, Medium

ID_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
ID_LENGTH: Final = 6


@dataclass(frozen=True, slots=True)
class Step:
    """A state one can go back to; ``uid`` is the question or passage that was worked on."""

    parts: Parts
    reading: Reading
    uid: int | None


class Draft:
    """The texts of a pack that is being written, and every state they had."""

    def __init__(
        self, text: str, random: Random, reading: str = "", reading_name: str = USUAL_NAME
    ) -> None:
        self._random = random
        self._next_uid = 1
        self._parts = self._cut(text)
        self._reading = self._cut_reading(reading)
        self._reading_name = reading_name
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
    def content(self) -> Content:
        """Both texts as they are now."""
        return Content(self.text, self._reading.text)

    @property
    def reading(self) -> Reading:
        """The reading text in its passages."""
        return self._reading

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

    @property
    def steps(self) -> int:
        """How many steps can be taken back."""
        return len(self._undo)

    def join(self, since: int) -> None:
        """Make all that was done after the first ``since`` steps one step."""
        joined = self._undo[since:]
        if len(joined) > 1:
            about = [one.uid for one in joined if one.uid is not None]
            self._undo[since:] = [replace(joined[0], uid=about[-1] if about else None)]
        self._mark = ""

    def undo(self) -> int | None:
        """Take the last step back; return the question it was about, if it was about one."""
        step = self._undo.pop()
        self._redo.append(Step(self._parts, self._reading, step.uid))
        self._parts, self._reading, self._mark = step.parts, step.reading, ""
        return step.uid

    def redo(self) -> int | None:
        """Do again what was taken back; return the question it was about, if it was about one."""
        step = self._redo.pop()
        self._undo.append(Step(self._parts, self._reading, step.uid))
        self._parts, self._reading, self._mark = step.parts, step.reading, ""
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

    def _cut_reading(self, text: str) -> Reading:
        reading = read_reading(text, self._next_uid)
        self._next_uid += len(reading.passages)
        return reading

    def _cut(self, text: str) -> Parts:
        parts = cut(text, self._next_uid)
        self._next_uid += len(questions_of(parts))
        return parts

    def _head(self) -> str:
        """Return all that is no question."""
        fixed = (part.text for part in self._parts if isinstance(part, Fixed))
        return as_read("\n".join(fixed))

    def _rewrite(self, uids: Iterable[int], change: Callable[[str], str], mark: str = "") -> bool:
        wanted = [*uids]
        parts = self._changed_parts(wanted, change)
        return bool(wanted) and self._take(parts, wanted[0], mark and f"{mark}#{wanted[0]}")

    def bodies(self, uids: Collection[int]) -> tuple[Written, ...]:
        """Return some questions as they stand."""
        wanted = {*uids}
        return tuple(one for one in self.questions if one.uid in wanted)

    def take_bodies(self, before: Iterable[Written], after: Iterable[str]) -> bool:
        """Put other lines in the place of questions, as one step; those changed meanwhile stay."""
        found = {one.uid: (one.body, body) for one, body in zip(before, after, strict=True)}
        parts = tuple(
            replace(part, body=found[part.uid][1])
            if isinstance(part, Written) and found.get(part.uid, ("", ""))[0] == part.body
            else part
            for part in self._parts
        )
        return self._take(parts, next(iter(found), None))

    def _changed_parts(self, uids: Collection[int], change: Callable[[str], str]) -> Parts:
        wanted = {*uids}
        return tuple(
            replace(part, body=self._in_plain(part.body, change))
            if isinstance(part, Written) and part.uid in wanted
            else part
            for part in self._parts
        )

    def _with_head(self, section: str, change: Callable[[str], str]) -> Parts:
        parts: list[Part] = []
        is_done = False
        for part in self._parts:
            if isinstance(part, Fixed) and not is_done and has_section(part.text, section):
                parts.append(Fixed(self._in_plain(part.text, change)))
                is_done = True
            else:
                parts.append(part)
        return tuple(parts)

    def _in_plain(self, text: str, change: Callable[[str], str]) -> str:
        return changed_in(text, change, self._line_end)

    @property
    def _line_end(self) -> str:
        return line_end_of(self.text)

    def _take(
        self, parts: Parts, uid: int | None, mark: str = "", reading: Reading | None = None
    ) -> bool:
        """Go on with other texts; tell whether they are others."""
        wanted = reading or self._reading
        if parts == self._parts and wanted == self._reading:
            return False
        if not (mark and mark == self._mark and self._undo):
            self._undo.append(Step(self._parts, self._reading, uid))
        self._redo.clear()
        self._parts, self._reading, self._mark = parts, wanted, mark
        return True

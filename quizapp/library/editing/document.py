"""An open pack: its questions, what can be done to them, and all of it taken back again."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from quizapp.library.editing.kinds import begun, with_kind
from quizapp.library.editing.option_pictures import followed
from quizapp.library.editing.parts import (
    Fixed,
    NotEditableError,
    Written,
    cut,
    fields_of,
    questions_of,
)
from quizapp.library.editing.passage_commands import PassageCommands
from quizapp.library.editing.rearranging import (
    changed_in,
    inserted,
    line_end_of,
    moved,
    taken_out,
)
from quizapp.packs.problems import Edit, repaired
from quizapp.packs.yaml_entries import (
    as_texts,
    change_item,
    change_manifest,
    change_medium,
    has_section,
    write_item,
)
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind


class Document(PassageCommands):
    """A pack file that is being written; every command is one step of ``undo``.

    ``reading`` is its reading text, with line feeds only, and ``reading_name`` the file of it.
    """

    def set_fields(self, uid: int, changes: Mapping[str, Plain], mark: str = "") -> bool:
        """Give some fields of a question other values; return whether anything changed.

        Changes with one and the same ``mark``, one after the other, are one step.
        """

        def other(body: str) -> str:
            fields = fields_of(Written(0, "", "", body)) or {}
            return change_item(body, followed(fields, changes))

        return self._rewrite([uid], other, mark)

    def set_kind(self, uid: int, kind: Kind) -> bool:
        """Let a question be answered in another way, with what it says carried over."""

        def other(body: str) -> str:
            fields = fields_of(Written(0, "", "", body)) or {}
            wanted = with_kind(fields, kind)
            gone = {key: "" for key in fields if key not in wanted}
            return change_item(body, {**gone, **wanted})

        return self._rewrite([uid], other)

    def set_text(self, uid: int, text: str, mark: str = "") -> bool:
        """Write other lines in the place of a question that cannot be read as fields.

        Where they are several questions by now, each becomes one of its own.
        """
        before = self.steps
        is_other = self._rewrite([uid], lambda _body: text.rstrip("\n") + "\n", mark)
        with suppress(NotEditableError):
            parts = cut(self.text)
            if is_other and len(questions_of(parts)) != len(self.questions):
                self._take(self._cut(self.text), uid)
                self.join(before)
        return is_other

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

    def replace_text(self, text: str, reading: str | None = None) -> None:
        """Put other texts in the place of the whole files; questions keep their names."""
        parts = self._cut(text)
        names = [one.uid for one in self.questions]
        if len(questions_of(parts)) == len(names):
            known = iter(names)
            parts = tuple(
                replace(part, uid=next(known)) if isinstance(part, Written) else part
                for part in parts
            )
        other = reading is not None and reading != self._reading.text
        self._take(parts, None, "", self._cut_reading(reading or "") if other else None)

    def _indent(self) -> int:
        bodies = (one.body for one in self.questions)
        return next((len(body) - len(body.lstrip(" ")) for body in bodies), 0)

    def _rewrite_head(self, section: str, change: Callable[[str], str], mark: str) -> None:
        self._take(self._with_head(section, change), None, mark)

    def _insert(self, place: int, body: str) -> int:
        uid, self._next_uid = self._next_uid, self._next_uid + 1
        plain = body.replace("\r\n", "\n").rstrip("\n") + "\n"
        new = Written(uid, "", "", plain.replace("\n", self._line_end))
        self._take(inserted(self._parts, place, new, self._line_end), uid)
        return uid


def with_category(category: str) -> Callable[[str], str]:
    """Return what gives the lines of a question a category."""
    return lambda body: change_item(body, {"kategori": category})


def with_topics(topics: Sequence[str]) -> Callable[[str], str]:
    """Return what adds topics to the lines of a question."""

    def changed(body: str) -> str:
        fields = fields_of(Written(0, "", "", body)) or {}
        listed = as_texts(fields.get("emner", []))
        had = [str(one) for one in listed] if isinstance(listed, list) else []
        new = [one for one in topics if one not in had]
        return change_item(body, {"emner": [*had, *new]}) if new else body

    return changed


def changed_bodies(
    questions: Sequence[Written], change: Callable[[str], str], watch: Callable[[int], None]
) -> list[str]:
    """Return the lines of questions after a change; ``watch`` is told how many are done."""
    found: list[str] = []
    for one in questions:
        watch(len(found))
        body = changed_in(one.body, change, line_end_of(one.body))
        fields_of(replace(one, body=body))  # kept: read here the window does not wait for it
        found.append(body)
    return found

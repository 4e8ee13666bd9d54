"""What can be done to the passages of an open pack; questions follow those they point to."""

from collections.abc import Mapping
from dataclasses import replace

from quizapp.library.editing.draft import Draft
from quizapp.library.editing.parts import Parts, Written, fields_of
from quizapp.library.editing.passages import (
    BODY_KEY,
    MARK_KEY,
    Reading,
    added,
    changed,
    free_mark,
    marks_of,
    new_passage,
    rearranged,
    told_of,
)
from quizapp.packs.yaml_entries import change_item, change_manifest
from quizapp.questions.codec_fields import clean


class PassageCommands(Draft):
    """The commands that change the reading text, each one step of ``undo``."""

    def set_passage(self, uid: int, changes: Mapping[str, str], mark: str = "") -> bool:
        """Let a passage say something else; questions follow a mark that changes."""
        place = self.passage_place(uid)
        passages = [*self._reading.passages]
        before = marks_of(self._reading)[place]
        passages[place] = changed(passages[place], changes)
        reading = replace(self._reading, passages=tuple(passages))
        parts = self._parts
        if changes.get(MARK_KEY, before) != before:
            parts = self._pointing(before, changes[MARK_KEY])
        return self._take(parts, uid, mark and f"{mark}#{uid}", reading)

    def add_passage(self, below: int | None = None, body: str = "", heading: str = "") -> int:
        """Begin a passage below another, or as the last one; return its name."""
        uid, self._next_uid = self._next_uid, self._next_uid + 1
        reading = self._with_marks()
        places = len(reading.passages)
        place = places if below is None else self.passage_place(below) + 1
        new = new_passage(uid, free_mark(marks_of(reading)), body, heading)
        parts = self._parts
        if not self.manifest().reading_text:
            parts = self._with_head("pakke", self._naming_reading)
        self._take(parts, uid, "", added(reading, place, new))
        return uid

    def split_passage(self, uid: int) -> int:
        """Part a passage at its blank lines, in one step; return how many passages it became."""
        one = self._reading.passages[self.passage_place(uid)]
        first, *others = [part for part in told_of(one).body.split("\n\n") if part.strip()] or [""]
        if others:
            self.set_passage(uid, {BODY_KEY: first})
            below, steps = uid, len(self._undo)
            for body in others:
                below = self.add_passage(below, body)
            del self._undo[steps:]
        return len(others) + 1

    def move_passage(self, uid: int, to: int) -> bool:
        """Put a passage at another place among the passages."""
        reading, at = self._with_marks(), self.passage_place(uid)
        order = [*reading.passages]
        if not 0 <= to < len(order) or to == at:
            return False
        order.insert(to, order.pop(at))
        return self._take(self._parts, uid, "", rearranged(reading, order))

    def delete_passage(self, uid: int) -> int:
        """Take a passage out, and what points to it; return how many questions did."""
        mark = marks_of(self._reading)[self.passage_place(uid)]
        reading = self._with_marks()
        order = [one for one in reading.passages if one.uid != uid]
        pointing = len(self.pointing_to(mark))
        self._take(self._pointing(mark, ""), uid, "", rearranged(reading, order))
        return pointing

    def passage_place(self, uid: int) -> int:
        """Return the place of a passage, from 0; raises ``KeyError``."""
        for place, one in enumerate(self._reading.passages):
            if one.uid == uid:
                return place
        raise KeyError(uid)

    def pointing_to(self, mark: str) -> tuple[int, ...]:
        """Return the questions that point to a passage."""
        return tuple(one.uid for one in self.questions if _passage_of(one) == mark)

    def _pointing(self, mark: str, other: str) -> Parts:
        """Return the parts with the questions that point to a passage pointing to another."""
        uids = self.pointing_to(mark)
        return self._changed_parts(uids, lambda body: change_item(body, {"læs": other}))

    def _with_marks(self) -> Reading:
        """Return the text with marks written where questions point to what the reader calls so.

        Or they would point elsewhere as soon as a passage before it comes, goes or moves.
        """
        marks = marks_of(self._reading)
        used = {_passage_of(one) for one in self.questions}
        passages = (
            changed(one, {MARK_KEY: mark}) if not told_of(one).mark and mark in used else one
            for one, mark in zip(self._reading.passages, marks, strict=True)
        )
        return replace(self._reading, passages=tuple(passages))

    def _naming_reading(self, text: str) -> str:
        return change_manifest(text, {"læsetekst": self._reading_name})


def _passage_of(question: Written) -> str:
    return clean(str((fields_of(question) or {}).get("læs", "")))

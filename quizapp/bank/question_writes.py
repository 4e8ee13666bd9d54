"""Questions written as a pack has them: revisions added, pointers moved, cards kept in step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Integer, bindparam, delete, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute

from quizapp.bank.codes import BASIS_CODES, CATEGORY_CODES, KIND_CODES
from quizapp.bank.content_tables import (
    CardRow,
    QuestionRow,
    QuestionTopicRow,
    RevisionMediaRow,
    RevisionRow,
    TopicRow,
)
from quizapp.bank.day_counts import DayWrites
from quizapp.bank.learner_tables import FoldRow, MemoryRow
from quizapp.bank.pack_values import QuestionForm
from quizapp.bank.packs import PackReads
from quizapp.bank.prepared import Prepared
from quizapp.bank.rows import Row
from quizapp.bank.values import Held
from quizapp.scheduling.memory import NEW

SHA_LENGTH: Final = 32
"""Hexadecimal digits of a hash that the bank keeps."""

RANKS_A_QUESTION: Final = 1000
"""Room between the ranks of two questions, for the cards of one."""

_HIDDEN: Final = int(Held.HIDDEN)
_QUESTION: Final = bindparam("question", type_=Integer())
_REVISIONS: Final = Prepared(
    select(RevisionRow.content_sha, RevisionRow.id).where(RevisionRow.question_id == _QUESTION)
)
_CATEGORY: Final = Prepared(select(QuestionRow.category).where(QuestionRow.id == _QUESTION))
_CURRENT: Final = Prepared(select(QuestionRow.revision_id).where(QuestionRow.id == _QUESTION))
_CARDS: Final = Prepared(
    select(CardRow.slot, CardRow.id).where(CardRow.question_id == _QUESTION).order_by(CardRow.id)
)
_PLACE_QUESTION: Final = (
    update(QuestionRow)
    .where(QuestionRow.id == bindparam("question"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in (
                *("revision_id", "kind", "category", "basis", "difficulty", "position"),
                *("sort_key", "fact_key", "hidden_at"),
            )
        }
    )
)
_PLACE_CARD: Final = (
    update(MemoryRow)
    .where(MemoryRow.card_id == bindparam("card"))
    .values(
        rank=bindparam("new_rank"),
        category=bindparam("new_category"),
        held=MemoryRow.held.op("&")(~_HIDDEN).op("|")(bindparam("hidden")),
    )
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A question's form and the question that takes it; ``hidden_at`` is in UTC milliseconds."""

    question_id: int
    form: QuestionForm
    hidden_at: int | None = None
    is_new: bool = False


class QuestionWrites(DayWrites, PackReads):
    """Writes of questions; whoever calls has decided what becomes of memory."""

    def next_question_id(self) -> int:
        """Return the number that the next new question takes."""
        return self._last_id(QuestionRow.id) + 1

    def place_questions(self, pack_id: int, placed: Sequence[Placed]) -> dict[int, int]:
        """Give questions their forms, new ones too; returns each question's revision.

        A revision that was there before is found again by its hash. Cards that the form does not
        yield are hidden, cards that it yields again come back with their memory.
        """
        revisions = self._revisions(placed)
        self._write_questions(pack_id, placed, revisions)
        self._write_topics(pack_id, placed)
        self._write_cards(pack_id, placed)
        return revisions

    def _revisions(self, placed: Sequence[Placed]) -> dict[int, int]:
        known = self._known_revisions(placed)
        next_id = self._last_id(RevisionRow.id) + 1
        found: dict[int, int] = {}
        added: list[dict[str, object]] = []
        for one in placed:
            sha = bytes.fromhex(one.form.content_sha[:SHA_LENGTH])
            revision_id = known.get((one.question_id, sha))
            if revision_id is None:
                revision_id = next_id + len(added)
                added.append(
                    {
                        "id": revision_id,
                        "question_id": one.question_id,
                        "rev": one.form.rev,
                        "content_sha": sha,
                        "meaning_sha": bytes.fromhex(one.form.meaning_sha[:SHA_LENGTH]),
                        "body": one.form.body,
                    }
                )
            found[one.question_id] = revision_id
        self._insert(RevisionRow, added)
        return found

    def _known_revisions(self, placed: Sequence[Placed]) -> dict[tuple[int, bytes], int]:
        return {
            (one.question_id, sha): revision_id
            for one in placed
            if not one.is_new
            for sha, revision_id in _REVISIONS.run(self._driver, {"question": one.question_id})
        }

    def _write_questions(
        self, pack_id: int, placed: Sequence[Placed], revisions: Mapping[int, int]
    ) -> None:
        added: list[dict[str, object]] = []
        moved: list[dict[str, object]] = []
        for one in placed:
            columns = _columns(one.form) | {
                "revision_id": revisions[one.question_id],
                "hidden_at": one.hidden_at,
            }
            if one.is_new:
                name = {"id": one.question_id, "pack_id": pack_id, "question_key": one.form.key}
                added.append(columns | name)
            else:
                self._move_counts(one)
                moved.append(
                    {f"new_{name}": value for name, value in columns.items()}
                    | {"question": one.question_id}
                )
        self._insert(QuestionRow, added)
        if moved:
            self._connection.execute(_PLACE_QUESTION, moved)

    def _move_counts(self, one: Placed) -> None:
        """Answers are counted under the category that the question has now."""
        (before,) = _CATEGORY.run(self._driver, {"question": one.question_id}).fetchone()
        after = CATEGORY_CODES[one.form.category]
        if before != after:
            self._recount_as(one.question_id, before, after)

    def _write_topics(self, pack_id: int, placed: Sequence[Placed]) -> None:
        topics = self._topics(pack_id, [path for one in placed for path in one.form.topics])
        gone = [{"question": one.question_id} for one in placed if not one.is_new]
        if gone:
            left = QuestionTopicRow.question_id == bindparam("question")
            self._connection.execute(delete(QuestionTopicRow).where(left), gone)
        self._insert(
            QuestionTopicRow,
            [
                {"topic_id": topics[path], "question_id": one.question_id}
                for one in placed
                for path in dict.fromkeys(one.form.topics)
            ],
        )

    def _topics(self, pack_id: int, paths: Sequence[str]) -> dict[str, int]:
        stored = select(TopicRow.path, TopicRow.id).where(TopicRow.pack_id == pack_id)
        known = dict(self._connection.execute(stored).all())
        next_id = self._last_id(TopicRow.id) + 1
        new = [path for path in dict.fromkeys(paths) if path not in known]
        self._insert(
            TopicRow,
            [
                {"id": next_id + place, "pack_id": pack_id, "path": path}
                for place, path in enumerate(new)
            ],
        )
        return known | {path: next_id + place for place, path in enumerate(new)}

    def _write_cards(self, pack_id: int, placed: Sequence[Placed]) -> None:
        fold_id = self._connection.execute(select(func.max(FoldRow.id))).scalar_one()
        next_id = self._last_id(CardRow.id) + 1
        cards: list[dict[str, object]] = []
        memories: list[dict[str, object]] = []
        moved: list[dict[str, object]] = []
        for one in placed:
            known = {} if one.is_new else self._cards_of(one.question_id)
            for slot, card_id in known.items():
                moved.append(_place(one, slot, card_id))
            for slot in one.form.slots:
                if slot in known:
                    continue
                card_id = next_id + len(cards)
                cards.append({"id": card_id, "question_id": one.question_id, "slot": slot})
                memories.append(_new_memory(pack_id, one, slot, card_id) | {"fold_id": fold_id})
        self._insert(CardRow, cards)
        self._insert(MemoryRow, memories)
        if moved:
            self._connection.execute(_PLACE_CARD, moved)

    def _cards_of(self, question_id: int) -> dict[str, int]:
        return dict(_CARDS.run(self._driver, {"question": question_id}).fetchall())

    def link_media(
        self, pack_id: int, placed: Sequence[Placed], revisions: Mapping[int, int]
    ) -> None:
        """Note which medium each picture of a revision is, unless that is noted already."""
        media = self.media_of(pack_id)
        links = [
            {
                "revision_id": revisions[one.question_id],
                "name": name,
                "sha256": media[name],
            }
            for one in placed
            for name in one.form.images
            if name in media
        ]
        if links:
            self._connection.execute(insert(RevisionMediaRow).prefix_with("OR IGNORE"), links)

    def _revision_of(self, question_id: int) -> int | None:
        row: tuple[int | None] = _CURRENT.run(self._driver, {"question": question_id}).fetchone()
        return row[0]

    def _last_id(self, column: InstrumentedAttribute[int]) -> int:
        return self._connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()

    def _insert(self, table: type[Row], rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._connection.execute(insert(table), rows)


def _columns(form: QuestionForm) -> dict[str, object]:
    return {
        "kind": KIND_CODES[form.kind],
        "category": CATEGORY_CODES[form.category],
        "basis": BASIS_CODES[form.basis],
        "difficulty": form.difficulty,
        "position": form.position,
        "sort_key": form.sort_key,
        "fact_key": form.fact or None,
    }


def _rank(form: QuestionForm, slot: str) -> int:
    place = form.slots.index(slot) if slot in form.slots else len(form.slots)
    return form.position * RANKS_A_QUESTION + place


def _place(one: Placed, slot: str, card_id: int) -> dict[str, object]:
    is_hidden = one.hidden_at is not None or slot not in one.form.slots
    return {
        "card": card_id,
        "new_rank": _rank(one.form, slot),
        "new_category": CATEGORY_CODES[one.form.category],
        "hidden": _HIDDEN if is_hidden else 0,
    }


def _new_memory(pack_id: int, one: Placed, slot: str, card_id: int) -> dict[str, object]:
    return {
        "card_id": card_id,
        "pack_id": pack_id,
        "question_id": one.question_id,
        "category": CATEGORY_CODES[one.form.category],
        "phase": int(NEW.phase),
        "held": 0 if one.hidden_at is None else _HIDDEN,
        "rank": _rank(one.form, slot),
        "stability": NEW.stability,
        "difficulty": NEW.difficulty,
        "last_day": NEW.last_day,
        "due_day": None,
        "reps": NEW.reps,
        "lapses": NEW.lapses,
    }

"""An installation taken back: rows are as they were, but for what the learner has done since."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, bindparam, delete, exists, func, or_, select, update

from quizapp.bank.access import in_ms
from quizapp.bank.content_tables import (
    CardRow,
    MediaRow,
    PackMediaRow,
    PackRow,
    PassageRow,
    QuestionRow,
    QuestionTopicRow,
    RevisionMediaRow,
    RevisionRow,
    TopicRow,
)
from quizapp.bank.installs import InstallWrites
from quizapp.bank.learner_tables import (
    DayCountRow,
    MemoryRow,
    OwnWordingRow,
    QuestionLayerRow,
    QuestionTagRow,
    ReportRow,
)
from quizapp.bank.log_tables import (
    CardEventRow,
    InstallationRow,
    InstallationStepRow,
    MockExamAnswerRow,
    ReviewRow,
)
from quizapp.bank.prepared import Prepared
from quizapp.bank.question_writes import Placed
from quizapp.bank.values import PassageRecord

_CARD_IS_USED: Final = or_(
    exists().where(ReviewRow.card_id == CardRow.id),
    exists().where(CardEventRow.card_id == CardRow.id),
    exists().where(MockExamAnswerRow.card_id == CardRow.id),
)
_QUESTION_IS_USED: Final = or_(
    exists().where(CardRow.question_id == QuestionRow.id, _CARD_IS_USED),
    exists().where(QuestionLayerRow.question_id == QuestionRow.id),
    exists().where(QuestionLayerRow.copy_of == QuestionRow.id),
    exists().where(OwnWordingRow.question_id == QuestionRow.id),
    exists().where(ReportRow.question_id == QuestionRow.id),
    exists().where(QuestionTagRow.question_id == QuestionRow.id),
)
_MEDIA_BEFORE: Final = func.json_each(InstallationRow.before, "$.media").table_valued(
    "value", joins_implicitly=True
)
_MEDIUM_IS_USED: Final = or_(
    exists().where(PackMediaRow.sha256 == MediaRow.sha256),
    exists().where(RevisionMediaRow.sha256 == MediaRow.sha256),
    # Another installation that can still be taken back would give its pack this medium again.
    exists().where(InstallationRow.undone_at.is_(None), _MEDIA_BEFORE.c.value == MediaRow.sha256),
)
_REVISION_IS_USED: Final = or_(
    exists().where(QuestionRow.revision_id == RevisionRow.id),
    exists().where(ReviewRow.revision_id == RevisionRow.id),
    exists().where(CardEventRow.revision_id == RevisionRow.id),
    exists().where(MockExamAnswerRow.revision_id == RevisionRow.id),
    exists().where(ReportRow.revision_id == RevisionRow.id),
    exists().where(QuestionLayerRow.base_revision_id == RevisionRow.id),
)
_NEWER_CARDS: Final = Prepared(
    select(CardRow.id)
    .where(CardRow.question_id == bindparam("question"), CardRow.id > bindparam("last"))
    .where(~_CARD_IS_USED)
)
_NEWER_REVISIONS: Final = Prepared(
    select(RevisionRow.id)
    .where(RevisionRow.question_id == bindparam("question"), RevisionRow.id > bindparam("last"))
    .where(~_REVISION_IS_USED)
)
_DROP_MEDIA: Final = Prepared(
    delete(RevisionMediaRow).where(RevisionMediaRow.revision_id == bindparam("id"))
)
_DROP_REVISION: Final = Prepared(delete(RevisionRow).where(RevisionRow.id == bindparam("id")))


@dataclass(frozen=True, slots=True)
class PutBack:
    """What a question is again: the form that is asked, and what the pack says if it is her own.

    ``had_own`` says that there is or was an own version, so that the latter is to be written.
    """

    placed: Placed
    base_revision_id: int | None = None
    had_own: bool = False


class UndoInstallWrites(InstallWrites):
    """Takes installations back."""

    def undo_installation(
        self, installation_id: int, back: Sequence[PutBack], new: Sequence[int], at: datetime
    ) -> None:
        """Give questions back what they were and take out those that were ``new``.

        New questions that the learner has touched are hidden instead. Events of the installation
        count no longer, and their cards are folded again.
        """
        row = self._connection.execute(
            select(InstallationRow.pack_id, InstallationRow.before).where(
                InstallationRow.id == installation_id
            )
        ).one()
        before = json.loads(row.before)
        self._connection.execute(
            delete(InstallationStepRow).where(
                InstallationStepRow.installation_id == installation_id
            )
        )
        self._connection.execute(
            update(InstallationRow)
            .where(InstallationRow.id == installation_id)
            .values(undone_at=in_ms(at))
        )
        self.place_questions(row.pack_id, [one.placed for one in back])
        for one in back:
            if one.had_own:
                self.set_base(one.placed.question_id, one.base_revision_id)
        self._retract_events(installation_id, at)
        self._take_out(new, at)
        self._drop_newer(row.pack_id, before["last"], [one.placed.question_id for one in back])
        self._put_pack_back(row.pack_id, before)
        self._insert(OwnWordingRow, before.get("wordings", []))

    def drop_revisions_since(self, question_id: int, last: int) -> None:
        """Drop the revisions of a question that came after one and that nothing points at."""
        named = {"question": question_id, "last": last}
        for (number,) in _NEWER_REVISIONS.run(self._driver, named).fetchall():
            _DROP_MEDIA.run(self._driver, {"id": number})
            _DROP_REVISION.run(self._driver, {"id": number})

    def _retract_events(self, installation_id: int, at: datetime) -> None:
        of_this = CardEventRow.installation_id == installation_id
        cards = self._connection.execute(select(CardEventRow.card_id).where(of_this)).scalars()
        touched = sorted(set(cards))
        self._connection.execute(update(CardEventRow).where(of_this).values(retracted_at=in_ms(at)))
        for card_id in touched:
            self.refold(card_id)

    def _take_out(self, new: Sequence[int], at: datetime) -> None:
        used = set(self._among(new, _QUESTION_IS_USED))
        self.hide_questions([number for number in new if number in used], at)
        for question_id in new:
            if question_id not in used:
                self._delete_question(question_id)

    def _among(self, ids: Sequence[int], condition: ColumnElement[bool]) -> list[int]:
        found = select(QuestionRow.id).where(condition)
        return [
            number
            for number in ids
            if self._connection.execute(found.where(QuestionRow.id == number)).first()
        ]

    def _delete_question(self, question_id: int) -> None:
        cards = select(CardRow.id).where(CardRow.question_id == question_id)
        revisions = select(RevisionRow.id).where(RevisionRow.question_id == question_id)
        for gone in (
            delete(MemoryRow).where(MemoryRow.card_id.in_(cards)),
            delete(CardRow).where(CardRow.question_id == question_id),
            delete(QuestionTopicRow).where(QuestionTopicRow.question_id == question_id),
            delete(QuestionRow).where(QuestionRow.id == question_id),
            delete(RevisionMediaRow).where(RevisionMediaRow.revision_id.in_(revisions)),
            delete(RevisionRow).where(RevisionRow.question_id == question_id),
        ):
            self._connection.execute(gone)

    def _drop_newer(self, pack_id: int, last: dict[str, int], back: Sequence[int]) -> None:
        """Drop rows that the installation made and nothing points at."""
        for question_id in back:
            named = {"question": question_id, "last": last["card"]}
            for (card_id,) in _NEWER_CARDS.run(self._driver, named).fetchall():
                self._connection.execute(delete(MemoryRow).where(MemoryRow.card_id == card_id))
                self._connection.execute(delete(CardRow).where(CardRow.id == card_id))
            self.drop_revisions_since(question_id, last["revision"])
        self._connection.execute(
            delete(TopicRow).where(
                TopicRow.pack_id == pack_id,
                TopicRow.id > last["topic"],
                ~exists().where(QuestionTopicRow.topic_id == TopicRow.id),
            )
        )

    def _put_pack_back(self, pack_id: int, before: dict[str, object]) -> None:
        passages = before["passages"]
        media = before["media"]
        assert isinstance(passages, list)
        assert isinstance(media, dict)
        self.set_passages(pack_id, [PassageRecord(**passage) for passage in passages])
        there = set(self._connection.execute(select(MediaRow.sha256)).scalars())
        # Earlier versions dropped what only another installation's way back still named.
        kept = {name: sha for name, sha in media.items() if sha in there}
        self._set_media_names(pack_id, kept)
        self._drop_unused_media()
        pack = before["pack"]
        if isinstance(pack, dict):
            self._set_pack(pack_id, pack)
        else:
            self._drop_pack(pack_id)

    def _drop_unused_media(self) -> None:
        self._connection.execute(delete(MediaRow).where(~_MEDIUM_IS_USED))

    def _drop_pack(self, pack_id: int) -> None:
        """Let a pack that was not there before go; one whose questions were answered is closed."""
        is_used = select(PackRow.id).where(
            PackRow.id == pack_id,
            or_(
                exists().where(QuestionRow.pack_id == pack_id),
                exists().where(DayCountRow.pack_id == pack_id),
                exists().where(PassageRow.pack_id == pack_id),
                exists().where(TopicRow.pack_id == pack_id),
            ),
        )
        if self._connection.execute(is_used).first():
            self._set_pack(pack_id, {"active": 0})
            return
        gone = InstallationRow.pack_id == pack_id
        self._connection.execute(delete(InstallationRow).where(gone))
        self._connection.execute(delete(PackRow).where(PackRow.id == pack_id))

"""Installations: what a pack was before, and what became of each of its questions."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects import sqlite

from quizapp.bank.access import as_json, in_ms, offset_min
from quizapp.bank.content_tables import (
    CardRow,
    MediaRow,
    PackMediaRow,
    PackRow,
    PassageRow,
    QuestionRow,
    RevisionRow,
    TopicRow,
)
from quizapp.bank.learner_tables import MemoryRow, OwnWordingRow
from quizapp.bank.log_tables import InstallationRow, InstallationStepRow
from quizapp.bank.media import StoredMedium
from quizapp.bank.own_versions import OwnVersionWrites
from quizapp.bank.pack_values import Begun, Effect, InstallationRecord, PackForm, Step
from quizapp.bank.packs import PackReads
from quizapp.bank.prepared import Prepared
from quizapp.bank.values import Body, Held, NewEvent, PackRecord, PassageRecord
from quizapp.base.ids import PackId
from quizapp.scheduling.memory import Phase
from quizapp.scheduling.replay import Event

_BODY: Final = Prepared(select(RevisionRow.body).where(RevisionRow.id == bindparam("id")))
_BEGUN: Final = Prepared(
    select(MemoryRow.card_id)
    .join(CardRow, CardRow.id == MemoryRow.card_id)
    .where(CardRow.question_id == bindparam("question"))
    .where(or_(MemoryRow.phase != int(Phase.NEW), MemoryRow.due_day.is_not(None)))
)

# By name: ``asdict`` copies deeply, a third of a second for 10,000 steps.
_STEP: Final = tuple(field.name for field in fields(Step))


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEvent:
    """When an event of a card happened, and the day it makes the card due, if any."""

    at: datetime
    study_day: int
    due_day: int | None


class InstallReads(PackReads):
    """Reads of installations."""

    def installation(self, installation_id: int) -> InstallationRecord | None:
        """Return an installation with its steps."""
        row = self._connection.execute(
            select(
                InstallationRow.pack_id,
                InstallationRow.undone_at,
                InstallationRow.before,
                PackRow.pack_key,
            )
            .join(PackRow, PackRow.id == InstallationRow.pack_id)
            .where(InstallationRow.id == installation_id)
        ).one_or_none()
        if row is None:
            return None
        before = json.loads(row.before)
        return InstallationRecord(
            installation_id=installation_id,
            pack_id=row.pack_id,
            pack=PackId(row.pack_key),
            steps=self._steps(installation_id),
            is_undone=row.undone_at is not None,
            pack_was_there=before["pack"] is not None,
            bases={int(key): base for key, base in before.get("bases", {}).items()},
        )

    def newest_installation(self, pack_id: int) -> int | None:
        """Return the newest installation of a pack that was not taken back."""
        newest = select(func.max(InstallationRow.id)).where(
            InstallationRow.pack_id == pack_id, InstallationRow.undone_at.is_(None)
        )
        return self._connection.execute(newest).scalar_one()

    def known_shas(self, pack_id: int) -> frozenset[str]:
        """Return the hashes of every version of a pack that was ever installed here."""
        rows = self._connection.execute(
            select(InstallationRow.from_sha, InstallationRow.to_sha).where(
                InstallationRow.pack_id == pack_id
            )
        )
        return frozenset(sha for row in rows for sha in row if sha)

    def questions_at(self, revision_ids: Iterable[int]) -> dict[int, Body]:
        """Return some questions as they were at their revisions."""
        return {
            number: json.loads(_BODY.run(self._driver, {"id": number}).fetchone()[0])
            for number in revision_ids
        }

    def _steps(self, installation_id: int) -> tuple[Step, ...]:
        rows = self._connection.execute(
            select(
                InstallationStepRow.question_id,
                InstallationStepRow.effect,
                InstallationStepRow.after_revision_id,
                InstallationStepRow.before_revision_id,
                InstallationStepRow.before_position,
                InstallationStepRow.before_hidden_at,
            )
            .where(InstallationStepRow.installation_id == installation_id)
            .order_by(InstallationStepRow.question_id)
        )
        return tuple(
            Step(
                question_id=row.question_id,
                effect=Effect(row.effect),
                after_revision_id=row.after_revision_id,
                before_revision_id=row.before_revision_id,
                before_position=row.before_position,
                before_hidden_at=row.before_hidden_at,
            )
            for row in rows
        )


class InstallWrites(OwnVersionWrites, InstallReads):
    """Writes of installations."""

    def begin_installation(self, pack: PackId, form: PackForm, at: datetime) -> Begun:
        """Note what the pack was, and write what its own row says now."""
        was = self.pack(pack)
        before = self._before(was)
        if was is None:
            pack_id = self._add(insert(PackRow), {"pack_key": pack, **_columns(form)})
        else:
            pack_id = was.pack_id
            self._set_pack(pack_id, _columns(form))
        installation_id = self._add(
            insert(InstallationRow),
            {
                "uuid": self._place.ids.new(in_ms(at)).bytes,
                "pack_id": pack_id,
                "at": in_ms(at),
                "offset_min": offset_min(at),
                "from_sha": None if was is None else was.content_sha,
                "to_sha": form.content_sha if form.active else None,
                "before": as_json(before),
                "undone_at": None,
            },
        )
        return Begun(installation_id, pack_id)

    def add_steps(self, installation_id: int, steps: Sequence[Step]) -> None:
        """Note what the installation did to each question."""
        self._insert(
            InstallationStepRow,
            [
                {name: getattr(step, name) for name in _STEP}
                | {"effect": int(step.effect), "installation_id": installation_id}
                for step in steps
            ],
        )

    def set_passages(self, pack_id: int, passages: Sequence[PassageRecord]) -> None:
        """Give a pack its reading text."""
        if passages == self.passages_of(pack_id):
            return
        self._connection.execute(delete(PassageRow).where(PassageRow.pack_id == pack_id))
        self._insert(
            PassageRow,
            [
                asdict(passage) | {"pack_id": pack_id, "position": position}
                for position, passage in enumerate(passages)
            ],
        )

    def set_media(self, pack_id: int, media: Mapping[str, StoredMedium]) -> None:
        """Give a pack its media; their files are in the media folder already."""
        rows = [asdict(medium) for medium in media.values()]
        if rows:
            self._connection.execute(sqlite.insert(MediaRow).on_conflict_do_nothing(), rows)
        self._set_media_names(pack_id, {name: one.sha256 for name, one in media.items()})

    def set_wordings_aside(self, installation_id: int, question_ids: Sequence[int]) -> None:
        """Let own wordings of some questions count no longer; undoing brings them back."""
        if not question_ids:
            return
        own = OwnWordingRow.question_id.in_(question_ids)
        rows = self._connection.execute(select(OwnWordingRow.__table__).where(own)).mappings()
        self._add_to_before(installation_id, {"wordings": [dict(row) for row in rows]})
        self._connection.execute(delete(OwnWordingRow).where(own))

    def note_bases(self, installation_id: int, bases: Mapping[int, int]) -> None:
        """Note what the pack said of questions with an own version, for undoing."""
        if bases:
            self._add_to_before(installation_id, {"bases": dict(bases)})

    def _add_to_before(self, installation_id: int, said: Mapping[str, object]) -> None:
        here = InstallationRow.id == installation_id
        before = json.loads(
            self._connection.execute(select(InstallationRow.before).where(here)).scalar_one()
        )
        self._connection.execute(
            update(InstallationRow).where(here).values(before=as_json(before | said))
        )

    def hide_questions(self, question_ids: Sequence[int], at: datetime) -> None:
        """Take questions out of the queue and out of sight; their history stays."""
        for question_id in question_ids:
            self._connection.execute(
                update(QuestionRow).where(QuestionRow.id == question_id).values(hidden_at=in_ms(at))
            )
            cards = select(CardRow.id).where(CardRow.question_id == question_id)
            self._connection.execute(
                update(MemoryRow)
                .where(MemoryRow.card_id.in_(cards))
                .values(held=MemoryRow.held.op("|")(int(Held.HIDDEN)))
            )

    def start_anew(
        self, installation_id: int, event: Event, question_ids: Sequence[int], due: DueEvent
    ) -> None:
        """Let the fold of every begun card of some questions start anew."""
        for question_id in question_ids:
            begun = _BEGUN.run(self._driver, {"question": question_id}).fetchall()
            for (card_id,) in begun:
                self.add_event(
                    NewEvent(
                        event=event,
                        card_id=card_id,
                        at=due.at,
                        study_day=due.study_day,
                        due_day=due.due_day,
                        revision_id=self._revision_of(question_id),
                        installation_id=installation_id,
                    )
                )
                self.refold(card_id)

    def _set_pack(self, pack_id: int, values: Mapping[str, object]) -> None:
        self._connection.execute(update(PackRow).where(PackRow.id == pack_id).values(**values))

    def _set_media_names(self, pack_id: int, names: Mapping[str, str]) -> None:
        if names == self.media_of(pack_id):
            return
        self._connection.execute(delete(PackMediaRow).where(PackMediaRow.pack_id == pack_id))
        self._insert(
            PackMediaRow,
            [{"pack_id": pack_id, "name": name, "sha256": sha} for name, sha in names.items()],
        )

    def _before(self, was: PackRecord | None) -> dict[str, object]:
        """Return what undoing needs to know of the pack itself, and the newest row numbers."""
        last = {
            "card": self._last_id(CardRow.id),
            "revision": self._last_id(RevisionRow.id),
            "topic": self._last_id(TopicRow.id),
        }
        if was is None:
            return {"pack": None, "passages": [], "media": {}, "last": last}
        form = PackForm(
            version=was.version,
            content_sha=was.content_sha,
            previous_sha=was.previous_sha,
            first_sha=was.first_sha,
            manifest=as_json(was.manifest),
            source=int(was.source),
            active=was.is_active,
        )
        return {
            "pack": _columns(form),
            "passages": [asdict(passage) for passage in self.passages_of(was.pack_id)],
            "media": self.media_of(was.pack_id),
            "last": last,
        }


def _columns(form: PackForm) -> dict[str, object]:
    return asdict(form) | {"active": int(form.active)}

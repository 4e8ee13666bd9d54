"""Removes a pack: its questions are hidden, the answers stay."""

from datetime import datetime

from quizapp.bank.backup import back_up
from quizapp.bank.backup_names import Reason
from quizapp.bank.bank import Bank
from quizapp.bank.errors import on_full_disk
from quizapp.bank.pack_values import Effect, PackForm, Step
from quizapp.base.ids import PackId
from quizapp.library.overview import installed
from quizapp.questions.codec_hash import canonical_json


def remove_pack(bank: Bank, pack: PackId, at: datetime) -> int:
    """Hide a pack and return the installation that ``undo_installation`` takes back.

    Makes a backup first. Raises ``MisuseError`` when the pack is not installed. Installing the
    pack again brings everything back.
    """
    with bank.read() as reader:
        installed(reader, pack)
    with on_full_disk("no_room_to_remove"):
        back_up(bank.path, at, Reason.INSTALLATION)
    with on_full_disk("no_room_to_remove"), bank.transaction() as tx:
        record = installed(tx, pack)
        form = PackForm(
            version=record.version,
            content_sha=record.content_sha,
            previous_sha=record.previous_sha,
            first_sha=record.first_sha,
            manifest=canonical_json(dict(record.manifest)).decode(),
            source=int(record.source),
            active=False,
        )
        begun = tx.begin_installation(pack, form, at)
        shown = [row for row in tx.questions_of(record.pack_id) if not row.is_hidden]
        bases = {row.question_id: row.revision_id for row in shown if row.own is not None}
        tx.note_bases(begun.installation_id, bases)
        tx.hide_questions([row.question_id for row in shown], at)
        tx.add_steps(
            begun.installation_id,
            [
                Step(
                    question_id=row.question_id,
                    effect=Effect.REMOVED,
                    after_revision_id=None,
                    before_revision_id=row.asked_revision_id,
                    before_position=row.position,
                    before_hidden_at=None,
                )
                for row in shown
            ],
        )
    return begun.installation_id

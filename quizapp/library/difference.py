"""What a version of a pack changes: question by question, and whether it may be installed."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.pack_values import Effect, PackForm, QuestionChange, QuestionForm
from quizapp.bank.values import PackRecord, PackSource, PassageRecord, QuestionRecord
from quizapp.base.errors import QuizappError
from quizapp.base.ids import QuestionId
from quizapp.library.editions import Found, author_of, beside, is_other_edition, where_it_goes_on
from quizapp.library.forms import pack_form, question_form, question_forms, read_manifest
from quizapp.library.rebase import rebase
from quizapp.packs.editions import content_sha
from quizapp.questions.codec_hash import canonical_json
from quizapp.questions.pack import Pack


class OlderVersionError(QuizappError):
    """The file holds an older version than the bank; ask, then install with ``allow_older``."""


class OtherEditionError(QuizappError):
    """The file does not build on the edition in the bank; ask, then consent to either answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the learner has said yes to.

    ``keeps_both`` lets an older version or another edition stand beside the pack of its id, as a
    copy with an id of its own. ``same`` pairs ids of the file with those they stand for in the
    bank. ``anew`` are questions that are others now, so that old answers do not count. ``let_go``
    are questions whose own wordings shall count no longer, ``as_packed`` those to be asked as the
    pack has them, though she has an own version.
    """

    allow_older: bool = False
    allow_other_edition: bool = False
    keeps_both: bool = False
    same: tuple[tuple[QuestionId, QuestionId], ...] = ()
    anew: frozenset[QuestionId] = frozenset()
    let_go: frozenset[QuestionId] = frozenset()
    as_packed: frozenset[QuestionId] = frozenset()


ASK_FIRST: Final = Consent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What installing would change; ``was`` is the pack as the bank has it.

    ``pack`` is the file's, under the id that it takes: where both are kept it is another, and
    ``beside`` is the title of the pack that stays.
    """

    pack: Pack
    was: PackRecord | None
    form: PackForm
    changes: tuple[QuestionChange, ...]
    passages: tuple[PassageRecord, ...]
    is_nothing: bool
    beside: str = ""

    def count(self, *effects: Effect) -> int:
        """Count the questions to which one of these things happens."""
        counted = Counter(change.effect for change in self.changes)
        return sum(counted[effect] for effect in effects)


def find_difference(
    reader: Reader,
    pack: Pack,
    consent: Consent,
    source: PackSource,
    written: Sequence[QuestionForm] = (),
) -> Difference:
    """Compare a pack with the bank; raises ``OlderVersionError`` or ``OtherEditionError``.

    Whoever compares it twice has its questions ``written`` as forms once, and gives them along.
    """
    written = written or question_forms(pack)
    lines = "".join(f"{form.body}\n" for form in written).encode()
    sha = content_sha(lines, pack.files)
    pack = where_it_goes_on(reader, pack, sha)
    forms = _with_known_ids(pack, written, dict(consent.same))
    was = reader.pack(pack.manifest.id)
    records = [] if was is None else reader.questions_of(was.pack_id)
    changes = _changes(records, forms, consent)
    found = Found(pack, sha, _kept_share(changes))
    is_other = was is not None and is_other_edition(reader, was, found)
    if was is not None and (is_other or pack.manifest.version < was.version):
        if consent.keeps_both:
            return _find_beside(reader, pack, was, sha, source)
        _ask(pack, was, consent, is_other=is_other)
    first_sha = sha if was is None or is_other else was.first_sha
    form = pack_form(pack, sha, first_sha, source)
    passages = tuple(
        PassageRecord(mark=one.mark, heading=one.heading, body=one.body) for one in pack.passages
    )
    is_same = was is not None and _is_same(reader, was, form, passages)
    is_nothing = is_same and all(change.effect is Effect.UNCHANGED for change in changes)
    return Difference(
        pack=pack, was=was, form=form, changes=changes, passages=passages, is_nothing=is_nothing
    )


def _find_beside(
    reader: Reader, pack: Pack, was: PackRecord, sha: str, source: PackSource
) -> Difference:
    """Compare a pack with the copy of it that stands beside the first, if there is one."""
    found = find_difference(reader, beside(pack, was, sha), Consent(), source)
    return replace(found, beside=read_manifest(was.manifest).title)


def _ask(pack: Pack, was: PackRecord, consent: Consent, *, is_other: bool) -> None:
    if pack.manifest.version < was.version and not consent.allow_older:
        raise OlderVersionError(
            "older_version", file=str(pack.manifest.version), yours=str(was.version)
        )
    if is_other and not consent.allow_other_edition:
        raise OtherEditionError("other_edition", author=author_of(pack))


def _kept_share(changes: Sequence[QuestionChange]) -> float:
    """Return the share of the bank's questions that the file has as they were."""
    ours = [change for change in changes if change.before is not None]
    kept = sum(change.effect in {Effect.UNCHANGED, Effect.MOVED} for change in ours)
    return kept / len(ours) if ours else 1.0


def _with_known_ids(
    pack: Pack, forms: Sequence[QuestionForm], same: Mapping[QuestionId, QuestionId]
) -> tuple[QuestionForm, ...]:
    """Give questions that the bank has under other ids those ids."""
    return tuple(
        question_form(replace(question, id=same[form.key]), form.position)
        if form.key in same
        else form
        for question, form in zip(pack.questions, forms, strict=True)
    )


def _changes(
    records: Sequence[QuestionRecord], forms: Sequence[QuestionForm], consent: Consent
) -> tuple[QuestionChange, ...]:
    before = {record.key: record for record in records}
    kept = {form.key for form in forms}
    changes = [_change(before.get(form.key), form, consent) for form in forms]
    changes += [
        QuestionChange(effect=Effect.REMOVED, before=record)
        for record in records
        if record.key not in kept and not record.is_hidden
    ]
    return tuple(changes)


def _change(before: QuestionRecord | None, form: QuestionForm, consent: Consent) -> QuestionChange:
    if before is None:
        return QuestionChange(effect=Effect.NEW, after=form)
    own = None
    if before.own is not None and form.key not in consent.as_packed:
        question = rebase(before.own.body, before.body, json.loads(form.body))
        own = question_form(question, form.position)
    is_anew = form.key in consent.anew
    effect = Effect.RESTARTED if is_anew else _effect(before, form, own or form)
    return QuestionChange(effect=effect, before=before, after=form, own=own)


def _effect(before: QuestionRecord, form: QuestionForm, asked: QuestionForm) -> Effect:
    if before.asked_meaning_sha != asked.meaning_sha:
        return Effect.RETESTED
    if form.is_reset and not before.body.get("nulstil"):
        return Effect.RESTARTED
    if before.is_hidden:
        return Effect.RETURNED
    if before.content_sha != form.content_sha or (before.own and asked is form):
        return Effect.CHANGED
    return Effect.UNCHANGED if before.position == form.position else Effect.MOVED


def _is_same(
    reader: Reader, was: PackRecord, form: PackForm, passages: Sequence[PassageRecord]
) -> bool:
    return (
        was.is_active
        and was.content_sha == form.content_sha
        and was.version == form.version
        and canonical_json(dict(was.manifest)).decode() == form.manifest
        and tuple(reader.passages_of(was.pack_id)) == tuple(passages)
    )

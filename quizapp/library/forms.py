"""A pack as the bank takes it: questions with their hashes, and what the pack's own row says."""

import hashlib
from collections.abc import Mapping
from typing import Final

from quizapp.bank.pack_values import PackForm, QuestionForm
from quizapp.bank.question_writes import SHA_LENGTH
from quizapp.bank.sort_keys import danish_sort_key
from quizapp.bank.values import PackSource
from quizapp.packs.manifest import decode_manifest, encode_manifest, encode_medium
from quizapp.questions.cards import slots_of
from quizapp.questions.codec import encode
from quizapp.questions.codec_hash import canonical_json, meaning_sha
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Question, images_of, kind_of
from quizapp.questions.pack import Manifest, Pack

MEDIA: Final = "medier"


def question_form(question: Question, position: int) -> QuestionForm:
    """Return a question the way the bank stores it, at a place in its pack."""
    body = canonical_json(encode(question))
    return QuestionForm(
        key=question.id,
        kind=kind_of(question),
        category=question.category,
        basis=question.basis,
        difficulty=question.difficulty,
        position=position,
        sort_key=danish_sort_key(question.line),
        fact=question.fact,
        topics=question.topics,
        slots=slots_of(question),
        images=images_of(question),
        is_reset=question.reset,
        rev=question.rev,
        content_sha=hashlib.sha256(body).hexdigest()[:SHA_LENGTH],
        meaning_sha=meaning_sha(question)[:SHA_LENGTH],
        body=body.decode(),
    )


def question_forms(pack: Pack) -> tuple[QuestionForm, ...]:
    """Return every question of a pack, in the author's order."""
    return tuple(
        question_form(question, position) for position, question in enumerate(pack.questions)
    )


def pack_form(pack: Pack, sha: str, first_sha: str, source: PackSource) -> PackForm:
    """Return what the row of an active pack says."""
    return PackForm(
        version=pack.manifest.version,
        content_sha=sha,
        previous_sha=pack.manifest.previous,
        first_sha=first_sha,
        manifest=canonical_json(stored_manifest(pack)).decode(),
        source=int(source),
        active=True,
    )


def stored_manifest(pack: Pack) -> dict[str, Plain]:
    """Return a manifest with its media as fields."""
    media: dict[str, Plain] = {one.name: encode_medium(one) for one in pack.media}
    return encode_manifest(pack.manifest) | ({MEDIA: media} if media else {})


def read_manifest(stored: Mapping[str, Plain]) -> Manifest:
    """Return the manifest of a stored pack."""
    fields = {name: value for name, value in stored.items() if name != MEDIA}
    manifest, _mistakes = decode_manifest(fields)
    return manifest

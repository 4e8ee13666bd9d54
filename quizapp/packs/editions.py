"""The hash of a pack's content, and a pack as the successor of an earlier version."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quizapp.questions.codec import encode
from quizapp.questions.codec_hash import canonical_json, meaning_sha
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Pack

LINE_END: Final = b"\n"


def question_lines(pack: Pack) -> bytes:
    """Return the questions as canonical JSON, one a line, in the author's order."""
    return b"".join(canonical_json(encode(one)) + LINE_END for one in pack.questions)


def pack_content_sha(pack: Pack) -> str:
    """Return the hash over questions and media, whatever the manifest says, in hexadecimal."""
    return content_sha(question_lines(pack), pack.files)


def content_sha(lines: bytes, files: Mapping[str, bytes]) -> str:
    """Return the hash over the lines of a pack's questions and its media, in hexadecimal."""
    digest = hashlib.sha256(lines)
    for name in sorted(files):
        digest.update(hashlib.sha256(files[name]).digest())
    return digest.hexdigest()


def succeed(pack: Pack, before: Pack) -> Pack:
    """Return a pack as the version after another: it names it, and revisions rise.

    A question's ``rev`` rises by one where its right answer or its kind is another. A pack of
    another id, or with the very same content, is returned as it is.
    """
    if pack.manifest.id != before.manifest.id:
        return pack
    earlier = {question.id: question for question in before.questions}
    questions = tuple(_raised(one, earlier.get(one.id)) for one in pack.questions)
    raised = replace(pack, questions=questions)
    sha = pack_content_sha(before)
    if pack_content_sha(raised) == sha:
        return replace(raised, manifest=replace(pack.manifest, previous=before.manifest.previous))
    return replace(raised, manifest=replace(pack.manifest, previous=sha))


def _raised(question: Question, before: Question | None) -> Question:
    if before is None:
        return question
    rises = meaning_sha(question) != meaning_sha(before)
    return replace(question, rev=max(question.rev, before.rev + rises))

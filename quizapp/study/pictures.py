"""The picture or sound of a question: its file in the bank, and what the pack says of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.values import AskedCard
from quizapp.packs.manifest import decode_medium
from quizapp.questions.kinds import Question
from quizapp.study.flow import Picture, Shown

_MEDIA: Final = "medier"


def with_picture(
    shown: Shown,
    reader: Reader,
    asked: AskedCard,
    question: Question,
    manifest: Mapping[str, object],
) -> Shown:
    """Return what is shown with the question's picture, if it has one that is there."""
    if not question.image:
        return shown
    path = reader.media_path(asked.pack_id, question.image)
    if path is None:
        return shown
    media = manifest.get(_MEDIA)
    said = media.get(question.image) if isinstance(media, Mapping) else None
    medium, _mistakes = decode_medium(question.image, said if isinstance(said, dict) else {})
    return replace(shown, picture=Picture(path, medium))

"""The picture of a question, as the bank keeps it: its file, what it shows, who made it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from quizapp.bank.bank import Reader
from quizapp.bank.values import AskedCard
from quizapp.questions.kinds import Question
from quizapp.study.flow import Picture, Shown

_MEDIA: Final = "medier"
_CREDIT: Final = ("titel", "skaber", "licens")


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
    fields = said if isinstance(said, Mapping) else {}
    credit = " · ".join(str(fields[key]) for key in _CREDIT if fields.get(key))
    return replace(shown, picture=Picture(path, str(fields.get("alt", "")), credit))

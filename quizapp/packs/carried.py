"""A pack without what it names and does not have: a sheet names pictures that it cannot carry."""

from collections.abc import Collection
from dataclasses import replace
from typing import assert_never

from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Term,
    images_of,
)
from quizapp.questions.pack import Pack


def without_missing(pack: Pack, there: Collection[str] = ()) -> tuple[Pack, tuple[str, ...]]:
    """Return a pack that names only what is in it, and codes of what it had to let go.

    ``there`` are media that lie where the pack is written, from an earlier time.
    """
    files = frozenset(pack.files) | frozenset(there)
    marks = {one.mark for one in pack.passages}
    lost: dict[str, None] = {}
    questions: list[Question] = []
    for question in pack.questions:
        kept = question
        if question.passage and question.passage not in marks:
            lost["reading_text"] = None
            kept = replace(kept, passage="")
        if any(name not in files for name in images_of(question)):
            lost["media"] = None
            kept = _without_images(kept, files)
        questions.append(kept)
    if not lost and (pack.passages or not pack.manifest.reading_text):
        return pack, ()
    manifest = pack.manifest
    if not pack.passages:
        manifest = replace(manifest, reading_text="")
    return replace(pack, manifest=manifest, questions=tuple(questions)), tuple(lost)


def _without_images(question: Question, files: frozenset[str]) -> Question:
    kept = replace(
        question,
        image=question.image if question.image in files else "",
        explanation_image=question.explanation_image if question.explanation_image in files else "",
    )
    match kept:
        case Choice() | MultipleChoice() | Ordering() | Matching():
            images = tuple(one for one in kept.option_images if one[1] in files)
            return replace(kept, option_images=images)
        case Date() | Number() | Term() | Enumeration() | Cloze() | Flashcard() | Open():
            return kept
        case _:
            assert_never(kept)

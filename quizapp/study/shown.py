"""What a question lays before the learner: options and items in an order that tells nothing."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from quizapp.questions.cards import model_answer
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
    Pictured,
    Question,
    Term,
    images_of,
)
from quizapp.study.flow import Picture, Shown

FindPicture = Callable[[str], Picture | None]
"""Gives a picture by its file name in the pack, None where it is not there."""


def shown_of(question: Question, seed: str) -> Shown:
    """Return what is shown beside the prompt; the same seed gives the same order."""
    random = Random(seed)  # noqa: S311 - an order on the screen, not a secret
    match question:
        case Choice():
            options = (question.right, *(wrong.text for wrong in question.wrong))
            return Shown(options=_order(options, random, shuffle=question.shuffle))
        case MultipleChoice():
            options = (*question.right, *(wrong.text for wrong in question.wrong))
            return Shown(options=_order(options, random, shuffle=question.shuffle))
        case Ordering():
            return Shown(options=_disorder(question, random))
        case Matching():
            right = (*(right for _, right in question.pairs), *question.spare)
            return Shown(
                left=tuple(left for left, _ in question.pairs),
                right=_order(right, random, shuffle=True),
            )
        case Date() | Number() | Term() | Enumeration() | Cloze() | Flashcard() | Open():
            return Shown()


def with_pictures(shown: Shown, question: Question, find: FindPicture) -> Shown:
    """Return what is shown with those of the question's pictures that are there."""
    if not images_of(question):
        return shown
    named = question.option_images if isinstance(question, Pictured) else ()
    found = {text: picture for text, name in named if (picture := find(name)) is not None}
    return replace(
        shown,
        picture=find(question.image) if question.image else None,
        at_options=found,
        explaining=find(question.explanation_image) if question.explanation_image else None,
    )


def _order(texts: tuple[str, ...], random: Random, *, shuffle: bool) -> tuple[str, ...]:
    """Shuffle, or sort by text where the author wants no chance: her own order would tell."""
    if not shuffle:
        return tuple(sorted(texts))
    return tuple(random.sample(texts, len(texts)))


def _disorder(question: Ordering, random: Random) -> tuple[str, ...]:
    """Shuffle items until they do not lie right already, which two tied groups always allow."""
    items = question.items
    places = {item: place for place, tied in enumerate(question.sequence) for item in tied}
    shuffled = tuple(random.sample(items, len(items)))
    ranks = [places[item] for item in shuffled]
    if ranks == sorted(ranks) and len(question.sequence) > 1:
        return tuple(reversed(shuffled))
    return shuffled


def cloze_text(question: Cloze) -> str:
    """Return the text with each gap as its number in braces: ``{1}``, ``{2}``."""
    text, number = "", 0
    for part in question.parts:
        if isinstance(part, str):
            text += part.replace("{", "\\{")
        else:
            number += 1
            text += f"{{{number}}}"
    return text


def answer_text(question: Question) -> str:  # noqa: C901, PLR0911 - one case a kind
    """Return the right answer as one text to show the learner."""
    match question:
        case Date() | Number() | Term():
            return model_answer(question.key)
        case Enumeration():
            return ", ".join(wordings[0] for wordings in question.answers)
        case Choice():
            return question.right
        case MultipleChoice():
            return ", ".join(question.right)
        case Ordering():
            return " → ".join(" / ".join(tied) for tied in question.sequence)
        case Matching():
            return ", ".join(f"{left} – {right}" for left, right in question.pairs)
        case Cloze():
            return ", ".join(model_answer(gap.key) for gap in question.gaps)
        case Flashcard():
            return question.back
        case Open():
            return question.model

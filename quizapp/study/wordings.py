"""The learner's own wordings: what she said was right counts the next time."""

from collections.abc import Sequence
from typing import assert_never

from quizapp.bank.values import OwnWording
from quizapp.grading.verdict import Outcome, Verdict
from quizapp.notation.normalise import normalise
from quizapp.questions.answer_form import right_answer
from quizapp.questions.answers import (
    Answer,
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Rated,
    Typed,
    TypedList,
    WrittenAndRated,
)
from quizapp.questions.kinds import Question


def in_authors_words(question: Question, answer: Answer, wordings: Sequence[OwnWording]) -> Answer:
    """Return the answer with the learner's accepted wordings replaced by the author's own.

    Only what was typed can be replaced, place by place; everything else is marked as it stands.
    """
    if not wordings:
        return answer
    match answer:
        case Typed():
            right = right_answer(question)
            known = isinstance(right, Typed) and _is_known(answer.text, 0, wordings)
            return right if known else answer
        case TypedList():
            right = right_answer(question)
            if not isinstance(right, TypedList):
                return answer
            return TypedList(
                tuple(
                    right.texts[place]
                    if place < len(right.texts) and _is_known(text, place, wordings)
                    else text
                    for place, text in enumerate(answer.texts)
                )
            )
        case Picked() | PickedMany() | Ordered() | Matched() | Rated() | WrittenAndRated():
            return answer
        case _:
            assert_never(answer)


def wordings_to_keep(answer: Answer, verdict: Verdict) -> tuple[OwnWording, ...]:
    """Return what the learner may want to count from now on: each typed text not marked right."""
    if isinstance(answer, Typed):
        return (OwnWording(wording=answer.text, outcome=Outcome.CORRECT),) if answer.text else ()
    if isinstance(answer, TypedList):
        return tuple(
            OwnWording(wording=text, outcome=Outcome.CORRECT, gap=place)
            for place, text in enumerate(answer.texts)
            if text.strip() and not _was_right(verdict, place)
        )
    return ()


def _was_right(verdict: Verdict, place: int) -> bool:
    return place < len(verdict.parts) and verdict.parts[place].outcome is Outcome.CORRECT


def _is_known(text: str, place: int, wordings: Sequence[OwnWording]) -> bool:
    given = normalise(text)
    return any(own.gap == place and normalise(own.wording) == given for own in wordings)

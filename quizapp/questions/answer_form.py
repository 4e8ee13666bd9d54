"""Answers as plain JSON values: the form that ``study --jsonl``, ``show`` and the log use."""

from typing import assert_never

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
from quizapp.questions.cards import model_answer
from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Kind,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Term,
)

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]

RATINGS = range(1, 5)
REMEMBERED = 3


class AnswerFormError(ValueError):
    """The JSON value is not of the type that the kind's answers have."""


def read_answer(kind: Kind, plain: Plain) -> Answer:  # noqa: C901, PLR0911 - one case a kind
    """Return the answer that a JSON value stands for; raises ``AnswerFormError``.

    Only the type can be wrong: short lists, unknown options and empty objects are answers.
    """
    match kind:
        case Kind.DATE | Kind.NUMBER | Kind.TERM:
            return Typed(_text(plain))
        case Kind.ENUMERATION | Kind.CLOZE:
            return TypedList(_texts(plain))
        case Kind.CHOICE:
            return Picked(_text(plain))
        case Kind.MULTIPLE_CHOICE:
            return PickedMany(_texts(plain))
        case Kind.ORDERING:
            return Ordered(_texts(plain))
        case Kind.MATCHING:
            return Matched(_pairs(plain))
        case Kind.FLASHCARD:
            return Rated(_rating(plain))
        case Kind.OPEN:
            return _written(plain)
        case _:
            assert_never(kind)


def plain_answer(answer: Answer) -> Plain:  # noqa: C901, PLR0911 - one case a shape
    """Return the JSON value of an answer; ``read_answer`` reads it back."""
    match answer:
        case Typed():
            return answer.text
        case TypedList():
            return list(answer.texts)
        case Picked():
            return answer.option
        case PickedMany():
            return list(answer.options)
        case Ordered():
            return list(answer.items)
        case Matched():
            return dict(answer.pairs)
        case Rated():
            return answer.rating
        case WrittenAndRated():
            return {"text": answer.text, "rating": answer.rating}
        case _:
            assert_never(answer)


def right_answer(question: Question) -> Answer:  # noqa: C901, PLR0911 - one case a kind
    """Return the answer the author would give: her first wording, every gap, every item."""
    match question:
        case Date() | Number() | Term():
            return Typed(model_answer(question.key))
        case Enumeration():
            return TypedList(tuple(wordings[0] for wordings in question.answers))
        case Choice():
            return Picked(question.right)
        case MultipleChoice():
            return PickedMany(question.right)
        case Ordering():
            return Ordered(question.items)
        case Matching():
            return Matched(question.pairs)
        case Cloze():
            return TypedList(tuple(model_answer(gap.key) for gap in question.gaps))
        case Flashcard():
            return Rated(REMEMBERED)
        case Open():
            return WrittenAndRated(question.model, REMEMBERED)
        case _:
            assert_never(question)


def _text(plain: Plain) -> str:
    if isinstance(plain, str):
        return plain
    raise AnswerFormError


def _texts(plain: Plain) -> tuple[str, ...]:
    if isinstance(plain, list):
        return tuple(_text(item) for item in plain)
    raise AnswerFormError


def _pairs(plain: Plain) -> tuple[tuple[str, str], ...]:
    if isinstance(plain, dict):
        return tuple((left, _text(right)) for left, right in plain.items())
    raise AnswerFormError


def _rating(plain: Plain) -> int:
    if isinstance(plain, int) and not isinstance(plain, bool) and plain in RATINGS:
        return plain
    raise AnswerFormError


def _written(plain: Plain) -> WrittenAndRated:
    if isinstance(plain, dict):
        return WrittenAndRated(_text(plain.get("text")), _rating(plain.get("rating")))
    raise AnswerFormError

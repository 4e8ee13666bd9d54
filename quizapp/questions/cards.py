"""Which cards a question yields, and the question as a card asks it."""

from dataclasses import replace
from typing import assert_never

from quizapp.questions.keys import DateKey, Gap, Key, NumberKey, TermKey
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
)

FRONT = "forside"
BACK = "bagside"
GAP = "hul-"


def slots_of(question: Question) -> tuple[str, ...]:
    """Return the slots of a question's cards, in order; most questions have one, named ``''``."""
    match question:
        case Flashcard():
            return (FRONT, BACK) if question.both_ways else (FRONT,)
        case Cloze() if question.apart:
            return tuple(f"{GAP}{number}" for number in range(1, len(question.gaps) + 1))
        case (
            Date()
            | Number()
            | Term()
            | Enumeration()
            | Choice()
            | MultipleChoice()
            | Ordering()
            | Matching()
            | Cloze()
            | Open()
        ):
            return ("",)
        case _:
            assert_never(question)


def as_asked(question: Question, slot: str) -> Question:
    """Return the question the way one of its cards asks it.

    The back of a flashcard asks the other way round; a card of a single gap shows the other gaps
    filled in. Raises ``ValueError`` for a slot the question does not have.
    """
    if slot not in slots_of(question):
        msg = f"{question.id} has no slot {slot!r}"
        raise ValueError(msg)
    if isinstance(question, Flashcard) and slot == BACK:
        return replace(question, prompt=question.back, back=question.prompt)
    if isinstance(question, Cloze) and slot:
        wanted = question.gaps[int(slot.removeprefix(GAP)) - 1]
        parts = tuple(
            model_answer(part.key) if isinstance(part, Gap) and part is not wanted else part
            for part in question.parts
        )
        return replace(question, parts=parts)
    return question


def model_answer(key: Key) -> str:
    """Return the answer the author gave first, in her own words (a number with its unit)."""
    match key:
        case DateKey():
            return key.value.text
        case NumberKey():
            return with_unit(key.value.text, key.unit)
        case TermKey():
            return key.answers[0]
        case _:
            assert_never(key)


def with_unit(number: str, unit: str) -> str:
    """Write a number and its unit so that no line breaks between them."""
    return f"{number}\u00a0{unit}" if unit else number

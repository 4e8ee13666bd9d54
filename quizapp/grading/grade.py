"""Marking: a question and an answer in, a verdict out."""

from typing import assert_never

from quizapp.base.texts import Message
from quizapp.grading.lists import mark_enumeration
from quizapp.grading.options import DEFAULT, MarkingOptions
from quizapp.grading.picks import (
    mark_choice,
    mark_matching,
    mark_order,
    mark_selection,
    share_outcome,
)
from quizapp.grading.typed import mark_typed
from quizapp.grading.verdict import Outcome, PartVerdict, Verdict
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
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Term,
)

HIGHEST_RATING = 4
_SELF_RATED = (Outcome.WRONG, Outcome.ALMOST, Outcome.CORRECT, Outcome.CORRECT)
_SELF_SCORES = (0.0, 0.6, 1.0, 1.0)


class WrongAnswerShapeError(TypeError):
    """An answer of a shape that its question cannot be given: a bug in the caller."""


def grade(question: Question, answer: Answer, options: MarkingOptions = DEFAULT) -> Verdict:
    """Mark an answer; raises ``WrongAnswerShapeError`` if its shape is not the question's."""
    match question, answer:
        case ((Date() | Number() | Term()), Typed(text)):
            return mark_typed(question.key, text, options).verdict()
        case Enumeration(), TypedList(texts):
            return mark_enumeration(question, texts, options)
        case Enumeration(), Typed(text):
            return mark_enumeration(question, (text,), options)
        case Cloze(), TypedList(texts):
            return _grade_cloze(question, texts, options)
        case (Flashcard(), Rated(rating)) | (Open(), WrittenAndRated(rating=rating)):
            return _self_rated(rating)
        case _:
            return _grade_picks(question, answer, options)


def _grade_picks(question: Question, answer: Answer, options: MarkingOptions) -> Verdict:
    match question, answer:
        case Choice(), Picked(option):
            return mark_choice(question, option)
        case MultipleChoice(), PickedMany(picked):
            return mark_selection(question, picked, options)
        case Ordering(), Ordered(items):
            return mark_order(question, items)
        case Matching(), Matched(pairs):
            return mark_matching(question, pairs, options)
        case _:
            msg = f"{type(answer).__name__} for {type(question).__name__}"
            raise WrongAnswerShapeError(msg)


def _self_rated(rating: int) -> Verdict:
    if not 1 <= rating <= HIGHEST_RATING:
        msg = f"rating {rating}"
        raise WrongAnswerShapeError(msg)
    return Verdict(
        outcome=_SELF_RATED[rating - 1],
        score=_SELF_SCORES[rating - 1],
        rule="self",
        message=Message("grading.self"),
    )


def _grade_cloze(question: Cloze, texts: tuple[str, ...], options: MarkingOptions) -> Verdict:
    """K1: gaps by position, a missing one is empty; more than half at least almost is almost."""
    gaps = question.gaps
    padded = [*texts, *[""] * (len(gaps) - len(texts))]
    verdicts = [
        mark_typed(gap.key, text, options).verdict()
        for gap, text in zip(gaps, padded, strict=False)
    ]
    parts = tuple(
        PartVerdict(
            given=text,
            outcome=verdict.outcome,
            expected=model_answer(gap.key),
            message=verdict.message,
        )
        for gap, text, verdict in zip(gaps, padded, verdicts, strict=False)
    )
    is_too_many = any(text.strip() for text in texts[len(gaps) :])
    outcome = Outcome.WRONG if is_too_many else _cloze_outcome(verdicts, options)
    right = sum(verdict.outcome is Outcome.CORRECT for verdict in verdicts)
    score = sum(verdict.score for verdict in verdicts) / len(gaps) if gaps else 0.0
    return Verdict(
        outcome=outcome,
        score=score if outcome is not Outcome.WRONG else 0.0,
        rule="K1",
        message=verdicts[0].message
        if len(gaps) == 1
        else _cloze_message(outcome, right, len(gaps)),
        parts=parts,
    )


def _cloze_outcome(verdicts: list[Verdict], options: MarkingOptions) -> Outcome:
    if verdicts and all(verdict.outcome is Outcome.CORRECT for verdict in verdicts):
        return Outcome.CORRECT
    near = sum(verdict.outcome is not Outcome.WRONG for verdict in verdicts)
    share = near / len(verdicts) if verdicts else 0.0
    return min(share_outcome(share, options), Outcome.ALMOST)


def _cloze_message(outcome: Outcome, right: int, count: int) -> Message:
    match outcome:
        case Outcome.CORRECT:
            return Message("grading.K1.right")
        case Outcome.ALMOST:
            return Message("grading.K1.some", {"right": right, "n": count})
        case Outcome.WRONG if right:
            return Message("grading.K1.few", {"right": right, "n": count})
        case Outcome.WRONG:
            return Message("grading.K1.none")
        case _:
            assert_never(outcome)

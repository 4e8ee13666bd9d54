"""What was answered before: the log of a question, as it can be read."""

from collections.abc import Iterable

from quizapp.bank.bank import Reader
from quizapp.bank.values import LoggedReview
from quizapp.questions.answer_form import AnswerFormError, read_answer
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
from quizapp.questions.kinds import Question, kind_of
from quizapp.scheduling.memory import Mode
from quizapp.study.found import Past


def past_of(reader: Reader, cards: Iterable[int], question: Question) -> tuple[Past, ...]:
    """Return every answer to the cards of a question that was not taken back, newest first."""
    reviews = [
        review for card in cards for review in reader.reviews(card) if not review.is_retracted
    ]
    reviews.sort(key=lambda review: review.tick, reverse=True)
    return tuple(_past(review, question) for review in reviews)


def written_text(answer: Answer) -> str:
    """Return what was answered as one text; empty for a card that was only turned."""
    match answer:
        case Typed(text=text) | WrittenAndRated(text=text):
            return text
        case TypedList(texts=texts) | PickedMany(options=texts):
            return ", ".join(texts)
        case Picked(option=option):
            return option
        case Ordered(items=items):
            return " → ".join(items)
        case Matched(pairs=pairs):
            return ", ".join(f"{left} – {right}" for left, right in pairs)
        case Rated():
            return ""


def _past(review: LoggedReview, question: Question) -> Past:
    try:
        answer: Answer | None = read_answer(kind_of(question), review.answer)
    except AnswerFormError:
        # It was given while the question was of another kind.
        answer = None
    is_rated = isinstance(answer, Rated | WrittenAndRated)
    return Past(
        study_day=review.study_day,
        outcome=review.outcome,
        written="" if answer is None else written_text(answer),
        rating=answer.rating if isinstance(answer, Rated | WrittenAndRated) else None,
        is_practice=review.mode == Mode.PRACTICE,
        is_overruled=review.is_overruled and not is_rated,
    )

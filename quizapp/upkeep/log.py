"""The log of answers as the command line shows it."""

from collections.abc import Iterator

from quizapp.bank.bank import Bank
from quizapp.bank.values import LoggedReview
from quizapp.questions.answer_form import Plain
from quizapp.scheduling.day import date_of


def log_rows(bank: Bank) -> Iterator[dict[str, Plain]]:
    """Yield a row for every answer, in log order, with the keys of ``quizapp log --json``.

    The bank can do nothing else until the last row was taken.
    """
    with bank.read() as reader:
        for review in reader.log():
            yield _row(review)


def _row(review: LoggedReview) -> dict[str, Plain]:
    due = None if review.due_day is None else date_of(review.due_day).isoformat()
    return {
        "review": str(review.uuid),
        "card": str(review.key),
        "at": review.at.isoformat(),
        "day": date_of(review.study_day).isoformat(),
        "mode": review.mode.name.lower(),
        "answer": review.answer,
        "verdict": review.outcome.word,
        "score": review.score,
        "rule": review.rule,
        "rating": int(review.rating),
        "due": due,
        "elapsed_ms": review.elapsed_ms,
        "retracted": review.is_retracted,
        "overruled": review.is_overruled,
    }

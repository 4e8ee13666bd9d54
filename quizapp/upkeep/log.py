"""The log of answers as the command line shows it."""

from collections.abc import Iterator

from quizapp.bank.bank import Bank
from quizapp.questions.answer_form import Plain


def log_rows(bank: Bank) -> Iterator[dict[str, Plain]]:
    """Yield a row for every answer, in log order, with the keys of ``quizapp log --json``."""

"""The use cases that the window works with, over a bank that a test has opened."""

from quizapp.bank.bank import Bank
from quizapp.base.clock import Clock
from quizapp.library.shelf import Shelf
from quizapp.stats.ledger import Ledger
from quizapp.study.desk import Desk
from quizapp.study.exams import Exams
from quizapp.study.mock_exams import MockExams
from quizapp.ui.program import Services
from quizapp.upkeep.keeper import Keeper


def services_over(bank: Bank, clock: Clock) -> Services:
    """Return the use cases over a bank."""
    return Services(
        desk=Desk(bank, clock),
        shelf=Shelf(bank, clock),
        keeper=Keeper(bank, clock),
        ledger=Ledger(bank),
        exams=Exams(bank, clock),
        mocks=MockExams(bank, clock),
        close=bank.close,
    )

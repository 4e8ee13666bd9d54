"""A bank with questions of several kinds, and the mock exams over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from quizapp.study.mock_exams import MockExams
from tests.builders import (
    MONDAY,
    a_bank,
    a_clock,
)
from tests.usecases.mock.making import the_questions


@pytest.fixture
def clock() -> FixedClock:
    return a_clock()


@pytest.fixture
def bank(tmp_path: Path, clock: FixedClock) -> Iterator[Bank]:
    opened = a_bank(tmp_path, clock)
    install_pack(opened, the_questions(), MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def mocks(bank: Bank, clock: FixedClock) -> MockExams:
    return MockExams(bank, clock)

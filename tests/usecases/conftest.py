"""A bank of one's own for every test of what a person wants to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from tests.builders import a_bank


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path)
    yield opened
    opened.close()

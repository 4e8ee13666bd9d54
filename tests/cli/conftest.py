"""A bank with the shipped packs, made once and copied for each test."""

from pathlib import Path
from shutil import copyfile

import pytest

from tests.cli.conversation import command


@pytest.fixture(scope="session")
def template_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bank = tmp_path_factory.mktemp("template") / "bank.quizbank"
    assert command(bank, "packs").code == 0
    return bank


@pytest.fixture
def bank(template_bank: Path, tmp_path: Path) -> Path:
    return Path(copyfile(template_bank, tmp_path / "freja.quizbank"))

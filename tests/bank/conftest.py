"""A bank with a small pack in it, made once and copied."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from tests.builders import MONDAY, a_bank, a_flashcard, a_pack, a_question


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank with four questions, five cards, no answers."""
    folder = tmp_path_factory.mktemp("template")
    bank = a_bank(folder)
    pack = a_pack(
        a_question("sp-1", emner=["Krige/1864", "Konger"]),
        a_question("sp-2", faktum="f", kategori="årsag"),
        a_question("sp-3", faktum="f"),
        a_flashcard("kort-1", **{"begge veje": True}),
    )
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    bank.close()
    return bank.path


@pytest.fixture
def bank(template: Path, tmp_path: Path) -> Iterator[Bank]:
    """A copy of the template, open."""
    shutil.copy(template, tmp_path / "bank.quizbank")
    opened = a_bank(tmp_path, seed=2)
    yield opened
    opened.close()

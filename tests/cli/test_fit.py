"""``quizapp fit``: what it says, what it adopts, and how it is undone."""

from pathlib import Path

import pytest

from tests.cli.conversation import command
from tests.usecases.test_fitting import AFTER, a_quick_forgetter


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    bank = a_quick_forgetter(tmp_path_factory.mktemp("learner"))
    bank.close()
    return bank.path.read_bytes()


@pytest.fixture
def learner(template: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "bank.quizbank"
    path.write_bytes(template)
    return path


def test_a_fit_tells_what_it_found_and_changes_nothing(learner: Path) -> None:
    said = command(learner, "fit", "--json", now=AFTER)
    (row,) = said.rows
    assert (said.code, row["better"], row["adopted"]) == (0, True, False)
    assert row["log_loss_fitted"] < row["log_loss_now"]
    assert len(row["weights"]) == 21
    assert command(learner, "fit", "--undo", now=AFTER).code == 3


def test_a_fit_is_adopted_and_undone_with_memory_whole(learner: Path) -> None:
    before = command(learner, "due", "--json", now=AFTER).rows
    (row,) = command(learner, "fit", "--adopt", "--json", now=AFTER).rows
    assert row["adopted"]
    assert command(learner, "replay", "--check", "--json", now=AFTER).rows[0]["changed"] == 0
    assert [it["due"] for it in command(learner, "due", "--json", now=AFTER).rows] == [
        it["due"] for it in before
    ]
    assert command(learner, "fit", "--undo", "--json", now=AFTER).rows == [{"undone": True}]
    assert command(learner, "replay", "--check", now=AFTER).code == 0


def test_days_move_only_with_the_flag(learner: Path) -> None:
    command(learner, "fit", "--adopt", "--move", now=AFTER)
    assert command(learner, "doctor", now=AFTER).code == 0
    assert command(learner, "fit", "--undo", now=AFTER).code == 0
    assert command(learner, "replay", "--check", now=AFTER).code == 0


def test_too_few_answers_are_a_finding(tmp_path: Path) -> None:
    said = command(tmp_path / "bank.quizbank", "fit", "--json")
    assert said.code == 1
    assert said.rows == [{"answers": 0, "needed": 200, "better": False, "adopted": False}]


def test_it_speaks_danish(learner: Path) -> None:
    assert "quizapp fit --adopt" in command(learner, "fit", now=AFTER).out
    adopted = command(learner, "fit", "--adopt", now=AFTER).out
    assert adopted == "De nye tal passer bedre på dig og bruges fra nu af.\n"
    assert command(learner, "fit", "--undo", now=AFTER).out == "Tallene er som før.\n"

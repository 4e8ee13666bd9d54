"""The program finds itself again, whole or packed."""

import sys

import pytest

from quizapp.base.own_program import own_command, own_environment


def test_a_packed_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("--read-apart", "a") == [sys.executable, "--read-apart", "a"]


def test_no_module_beside_the_reader_takes_the_place_of_another() -> None:
    assert own_command()[1:] == ["-P", "-m", "quizapp"]


def test_the_program_is_found_from_any_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert own_environment()["PYTHONPATH"].endswith("elsewhere")
    assert own_environment()["PYTHONPATH"] != "elsewhere"

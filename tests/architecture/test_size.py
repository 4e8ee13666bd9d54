"""A file that a stranger opens can be read in one go, and says at once what it is for."""

import ast
from pathlib import Path

from tests.architecture.source import ROOT, modules, named, tracked_files, tree_of

MOST_LINES = 400
MOST_ADR_LINES = 40


def longer_than(limit: int, paths: list[Path]) -> list[str]:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{named(path)}: {length}" for path, length in lengths.items() if length > limit]


def test_no_module_is_longer_than_its_budget() -> None:
    paths = [*modules("quizapp", "tests", ".ci"), ROOT / "start.py"]
    assert not longer_than(MOST_LINES, paths)


def test_every_module_begins_by_saying_what_it_is_for() -> None:
    paths = modules("quizapp", "tests", ".ci")
    assert not [named(path) for path in paths if not ast.get_docstring(tree_of(path))]


def test_a_package_file_holds_a_docstring_and_nothing_else() -> None:
    packages = [path for path in modules("quizapp") if path.name == "__init__.py"]
    assert not [named(path) for path in packages if len(tree_of(path).body) != 1]


def test_a_decision_record_stays_short() -> None:
    records = [path for path in tracked_files() if path.parent.name == "adr"]
    assert records
    assert not longer_than(MOST_ADR_LINES, records)


def test_the_budget_sees_a_file_that_is_too_long() -> None:
    assert longer_than(1, [ROOT / "start.py"])

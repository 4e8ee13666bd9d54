"""Imports point down, read from the contract in pyproject.toml.

``lint-imports`` holds every contract in ``.ci/run``; this one holds the most important of them
wherever the tests run.
"""

import ast
import tomllib
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, modules, named, tree_of

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACT = PROJECT["tool"]["importlinter"]["contracts"][0]
LEVELS = {
    name.strip(): level
    for level, names in enumerate(reversed(CONTRACT["layers"]))
    for name in names.split("|")
}
OURS = [path for path in modules("quizapp") if path != PACKAGE / "__init__.py"]


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_layers(tree: ast.Module) -> set[str]:
    dotted = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                dotted |= {alias.name for alias in node.names}
            case ast.ImportFrom(module=str(module)) if module == "quizapp":
                dotted |= {f"quizapp.{alias.name}" for alias in node.names}
            case ast.ImportFrom(module=str(module)):
                dotted.add(module)
            case _:
                pass
    return {name.split(".")[1] for name in dotted if name.startswith("quizapp.")}


def test_a_module_imports_only_from_its_own_package_and_from_below() -> None:
    wrong = [
        f"{named(path)}: {other}"
        for path in OURS
        for other in imported_layers(tree_of(path)) - {layer_of(path)}
        if LEVELS[other] >= LEVELS[layer_of(path)]
    ]
    assert not wrong


def test_every_package_has_a_layer() -> None:
    assert {layer_of(path) for path in OURS} <= LEVELS.keys()


def test_the_reader_sees_every_way_to_import() -> None:
    code = (
        "import quizapp.bank.bank\nfrom quizapp.ui import app\nfrom quizapp import cli\nimport os"
    )
    assert imported_layers(ast.parse(code)) == {"bank", "ui", "cli"}

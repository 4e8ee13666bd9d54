"""The project's own files, as the architecture tests read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "quizapp"


@cache
def tracked_files() -> list[Path]:
    """List what the project publishes; in a copy without history, what git would track."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def modules(*folders: str) -> list[Path]:
    """List the Python files below the folders."""
    return [
        path
        for path in tracked_files()
        if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in folders
    ]


def tree_of(path: Path) -> ast.Module:
    """Parse a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path: Path) -> str:
    """Write a file's place as the project knows it."""
    return path.relative_to(ROOT).as_posix()


def defined_names(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield every name that a module gives to something of ours, and its line.

    What replaces a name of a library (``@override``) is the library's choice.
    """
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef():
                yield node.name, node.lineno
            case ast.FunctionDef() | ast.AsyncFunctionDef() if not _is_override(node):
                yield node.name, node.lineno
                for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs):
                    yield argument.arg, argument.lineno
            case ast.Name(ctx=ast.Store()):
                yield node.id, node.lineno
            case _:
                pass


def _is_override(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(mark, ast.Name) and mark.id == "override" for mark in node.decorator_list)

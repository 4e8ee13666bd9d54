"""Change the marking code one operator at a time and count the changes that no test notices.

Run ``python -m tests.benchmarks.marking_mutants [--share N] [--only TEXT] [--pytest]``: every N-th
mutant of the modules whose path holds TEXT. A mutant is first run on the labelled answers, in a
process of its own; with ``--pytest`` those that live on are run on the unit tests, too. Prints the
survivors and the share that was killed. Nothing on the disk is changed.
"""

import argparse
import ast
import importlib.abc
import importlib.util
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, Final

from typing_extensions import override

from tests.unit.grading.labelled import FILES, read_cases

ROOT: Final = Path(__file__).parents[2]
SOURCES: Final = ("quizapp/grading", "quizapp/notation")
TESTS: Final = ("tests/unit/grading", "tests/unit/notation")
SECONDS: Final = 40
# What asks of the same keys in many wordings, or at random, and takes seconds each time.
_NOT_AGAIN: Final = (
    "not test_cases and not turned_round and not wrapped and not properties and not sample"
)
NAMED: Final = "QUIZAPP_MUTANT"

_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE,
    ast.GtE: ast.Gt, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: Final[dict[type[ast.operator], type[ast.operator]]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Div: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """The ``number``-th change of a module, where it is and what it does."""

    path: str
    number: int
    line: int
    change: str

    @property
    def name(self) -> str:
        """The mutant in one word, as the environment hands it to a child."""
        return f"{self.path}:{self.number}"


class _Mutator(ast.NodeTransformer):
    """Counts the places that can be changed, and changes one of them."""

    def __init__(self, wanted: int = -1) -> None:
        self.places: list[tuple[int, str]] = []
        self._wanted = wanted

    def _here(self, node: ast.AST, change: str) -> bool:
        self.places.append((getattr(node, "lineno", 0), change))
        return len(self.places) - 1 == self._wanted

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Leave annotations alone."""
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Leave decorators alone: whether a class is frozen is no behaviour."""
        node.body = [self.visit(one) for one in node.body]
        return node

    @override
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Leave annotations, decorators and docstrings alone."""
        node.args.defaults = [self.visit(one) for one in node.args.defaults]
        node.args.kw_defaults = [one and self.visit(one) for one in node.args.kw_defaults]
        start = int(ast.get_docstring(node) is not None)
        node.body = [*node.body[:start], *(self.visit(one) for one in node.body[start:])]
        return node

    @override
    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Turn each comparison into its neighbour."""
        self.generic_visit(node)
        for at, operator in enumerate(node.ops):
            other = _COMPARED[type(operator)]
            if self._here(node, f"{type(operator).__name__} to {other.__name__}"):
                node.ops[at] = other()
        return node

    @override
    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Exchange and and or."""
        self.generic_visit(node)
        if self._here(node, "and/or"):
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return node

    @override
    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        """Drop not and minus."""
        self.generic_visit(node)
        return node.operand if self._here(node, f"drop {type(node.op).__name__}") else node

    @override
    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Turn each sum into a difference, and so on."""
        self.generic_visit(node)
        other = _COUNTED.get(type(node.op))
        if other and self._here(node, f"{type(node.op).__name__} to {other.__name__}"):
            node.op = other()
        return node

    @override
    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        """Exchange the two arms."""
        self.generic_visit(node)
        if self._here(node, "arms"):
            node.body, node.orelse = node.orelse, node.body
        return node

    @override
    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Turn truth round and add one to a number; words are data and stay."""
        if isinstance(node.value, bool):
            return ast.Constant(not node.value) if self._here(node, "truth") else node
        if isinstance(node.value, int):
            is_here = self._here(node, f"{node.value} to {node.value + 1}")
            return ast.Constant(node.value + 1) if is_here else node
        return node

    @override
    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        """Leave a loop instead of going on."""
        return ast.Break() if self._here(node, "continue to break") else node

    @override
    def visit_Break(self, node: ast.Break) -> ast.AST:
        """Go on instead of leaving a loop."""
        return ast.Continue() if self._here(node, "break to continue") else node

    @override
    def visit_Return(self, node: ast.Return) -> ast.AST:
        """Return nothing instead of something that is made."""
        self.generic_visit(node)
        if isinstance(node.value, ast.Call | ast.BinOp | ast.BoolOp | ast.Tuple | ast.ListComp):
            return ast.Return(ast.Constant(None)) if self._here(node, "return None") else node
        return node


def mutants_of(path: Path) -> list[Mutant]:
    """Return every change of a module."""
    counting = _Mutator()
    counting.visit(ast.parse(path.read_text(encoding="utf-8")))
    name = str(path.relative_to(ROOT))
    return [Mutant(name, at, line, change) for at, (line, change) in enumerate(counting.places)]


class MutantLoader(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the changed module in place of the one on the disk."""

    def __init__(self, name: str) -> None:
        path, _, number = name.rpartition(":")
        self._module = path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        self._path, self._number = ROOT / path, int(number)

    @override
    def find_spec(
        self, name: str, _path: object = None, _target: object = None
    ) -> ModuleSpec | None:
        """Answer for the one module."""
        return importlib.util.spec_from_loader(name, self) if name == self._module else None

    @override
    def exec_module(self, module: ModuleType) -> None:
        """Run the changed source as the module."""
        tree = _Mutator(self._number).visit(ast.parse(self._path.read_text(encoding="utf-8")))
        exec(compile(ast.fix_missing_locations(tree), str(self._path), "exec"), module.__dict__)  # noqa: S102 -- it is the module's own source


def is_noticed(mutant: Mutant, cases: Sequence[dict[str, Any]]) -> bool:
    """Whether the labelled answers notice a mutant, in a process of their own."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        sys.meta_path.insert(0, MutantLoader(mutant.name))
        os._exit(_is_any_misjudged(cases))
    except BaseException:  # noqa: BLE001 -- whatever it raises, the mutant is noticed
        os._exit(1)


def _is_any_misjudged(cases: Sequence[dict[str, Any]]) -> bool:
    from quizapp.base.texts import say  # noqa: PLC0415 -- the parent must not import what changes
    from quizapp.grading.marking_file import mark_case  # noqa: PLC0415 -- as above

    for case in cases:
        verdict, _ = mark_case(case)
        told = (verdict.rule, verdict.comment or say(verdict.message))
        expected = (case["rule"], case["told"]) if "told" in case else told
        if verdict.outcome.word != case["verdict"] or told != expected:
            return True
    return False


def fails_pytest(mutant: Mutant) -> bool:
    """Whether the unit tests notice a mutant."""
    command = [sys.executable, "-m", "pytest", "-qx", "-p", "no:cacheprovider", "-k",
               _NOT_AGAIN,
               "-p", "tests.benchmarks.marking_mutants", *TESTS]  # fmt: skip
    made = subprocess.run(
        command, cwd=ROOT, env=os.environ | {NAMED: mutant.name, "CI": "1"}, capture_output=True,
        timeout=SECONDS * 5, check=False,
    )  # fmt: skip
    return made.returncode != 0


def pytest_configure() -> None:
    """Put the mutant in place, where pytest was started for one."""
    if os.environ.get(NAMED):
        sys.meta_path.insert(0, MutantLoader(os.environ[NAMED]))


def _cases_for(path: str) -> list[dict[str, Any]]:
    """Return the labelled answers, those of the module's own kind first."""
    kinds = [kind for kind in ("date", "number", "term") if kind in path]
    cases = [case for file in FILES for case in read_cases(file)]
    return sorted(cases, key=lambda case: (case["kind"] not in kinds, "told" not in case))


def _chosen(share: int, only: str) -> Iterator[tuple[Path, list[Mutant]]]:
    random = Random(share)
    for source in SOURCES:
        for path in sorted((ROOT / source).rglob("*.py")):
            mutants = mutants_of(path) if only in str(path) else []
            yield path, [mutant for mutant in mutants if random.randrange(share) == 0]


def main() -> int:
    """Print the survivors and the share of mutants that was killed."""
    reading = argparse.ArgumentParser(description=__doc__)
    reading.add_argument("--share", type=int, default=1)
    reading.add_argument("--only", default="")
    reading.add_argument("--pytest", action="store_true")
    asked = reading.parse_args()
    made = killed = 0
    for path, mutants in _chosen(asked.share, asked.only):
        cases = _cases_for(str(path)) if mutants else []
        alive = [
            mutant
            for mutant in mutants
            if not is_noticed(mutant, cases) and not (asked.pytest and fails_pytest(mutant))
        ]
        made += len(mutants)
        killed += len(mutants) - len(alive)
        for mutant in alive:
            print(f"{mutant.path}:{mutant.line} #{mutant.number} {mutant.change}", flush=True)
        if mutants:
            print(f"{path.relative_to(ROOT)}: {len(mutants)}, {len(alive)} alive", flush=True)
    print(f"killed {killed} of {made} ({100 * killed / max(made, 1):.1f} %)")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Every package has a coverage gate, and the gates bite."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT

GATES = tomllib.loads((ROOT / ".ci/coverage_gates.toml").read_text(encoding="utf-8"))


def gated(folder: Path, name: str, covered: int) -> int:
    summary = {
        "covered_lines": covered,
        "num_statements": 100,
        "covered_branches": 0,
        "num_branches": 0,
    }
    report = folder / "coverage.json"
    report.write_text(json.dumps({"files": {name: {"summary": summary}}}), encoding="utf-8")
    command = [sys.executable, str(ROOT / ".ci/coverage_gates.py"), str(report)]
    return subprocess.run(command, capture_output=True, check=False).returncode


def test_every_package_has_a_gate() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages == GATES.keys()


def test_a_package_below_its_gate_fails(tmp_path: Path) -> None:
    assert gated(tmp_path, "quizapp/bank/engine.py", int(GATES["bank"]) - 1) == 1


def test_a_package_at_its_gate_passes(tmp_path: Path) -> None:
    assert gated(tmp_path, "quizapp/bank/engine.py", int(GATES["bank"])) == 0


def test_a_package_without_a_gate_fails(tmp_path: Path) -> None:
    assert gated(tmp_path, "quizapp/newcomer/engine.py", 100) == 1

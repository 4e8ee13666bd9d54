"""Hold each package to its share of tested lines and branches: ``coverage_gates.py FILE.json``."""

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path

GATES = Path(__file__).with_suffix(".toml")


def shares(report: Path) -> dict[str, float]:
    """Return per cent covered by package, from coverage's JSON report."""
    covered: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for name, measured in json.loads(report.read_text(encoding="utf-8"))["files"].items():
        parts = Path(name).parts
        package = parts[1] if len(parts) > 2 else "."  # noqa: PLR2004 - quizapp/package/module
        summary = measured["summary"]
        covered[package] += summary["covered_lines"] + summary["covered_branches"]
        total[package] += summary["num_statements"] + summary["num_branches"]
    return {name: 100 * covered[name] / count for name, count in total.items() if count}


def main(report: Path) -> int:
    """Print every package's share and say by the exit code whether all reach their gate."""
    gates: dict[str, float] = tomllib.loads(GATES.read_text(encoding="utf-8"))
    measured = shares(report)
    short = [name for name, share in measured.items() if share < gates.get(name, 0)]
    ungated = sorted(measured.keys() - gates.keys() - {"."})
    for name, share in sorted(measured.items()):
        sign = "too low" if name in short else "ok"
        print(f"{name:12} {share:6.2f} %  gate {gates.get(name, 0):5.1f} %  {sign}")
    if ungated:
        print(f"without a gate: {', '.join(ungated)}")
    return 1 if short or ungated else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

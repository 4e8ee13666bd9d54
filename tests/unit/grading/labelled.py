"""The labelled answers: JSON lines as the marking schema has them, and keys with answers below."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

_CASES: Final = Path(__file__).parent / "cases"
FILES: Final = sorted([*_CASES.glob("*.jsonl"), *_CASES.glob("by_rule/*.txt")])
_VERDICTS: Final = {"c": "correct", "a": "almost", "w": "wrong"}
_KEY: Final = re.compile(r"# (?P<kind>\w+) (?P<prompt>.*?) ?(?P<expected>\{.*\})")


def read_cases(path: Path) -> Iterator[dict[str, Any]]:
    """Return the cases of one file; what a line holds is the schema of the marking rules."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".txt":
        yield from _below_their_keys(lines)
        return
    for line in lines:
        yield json.loads(line, parse_float=Decimal)


def _below_their_keys(lines: list[str]) -> Iterator[dict[str, Any]]:
    """Read a key (»# kind prompt {expected}«) and its answers (»verdict rule answer«) below it."""
    key: dict[str, Any] = {}
    for number, line in enumerate(lines, start=1):
        found = _KEY.fullmatch(line)
        if found:
            expected = json.loads(found["expected"], parse_float=Decimal)
            key = {"kind": found["kind"], "expected": expected}
            continue
        verdict, rule, given = line.split(" ", 2)
        is_list = key["kind"] in {"cloze", "order"} or key["expected"].get("mode") == "select"
        answer = json.loads(given) if is_list or given.startswith('"') else given
        told = {"id": f"{rule} line {number}", "given": answer, "verdict": _VERDICTS[verdict]}
        yield {**key, **told}


def keys_of(kind: str) -> list[dict[str, Any]]:
    """Return every key of a kind once: what ``expected`` says in the marking schema."""
    cases = (case for path in FILES for case in read_cases(path) if case["kind"] == kind)
    return list(
        {json.dumps(one["expected"], default=str): one["expected"] for one in cases}.values()
    )

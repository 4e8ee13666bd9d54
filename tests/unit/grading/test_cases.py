"""Labelled answers: our own, and the shared examples where they are at hand."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from quizapp.grading.marking_file import mark_case, mark_line

CASES = Path(__file__).parent / "cases"
FILES = sorted([*CASES.glob("*.jsonl"), *CASES.glob("by_rule/*.txt")])
VERDICTS = {"c": "correct", "a": "almost", "w": "wrong"}
KEY = re.compile(r"# (?P<kind>\w+) (?P<prompt>.*?) ?(?P<expected>\{.*\})")


def _read(path: Path) -> Iterator[dict[str, Any]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".txt":
        yield from _read_by_rule(lines)
        return
    for line in lines:
        yield json.loads(line, parse_float=Decimal)


def _read_by_rule(lines: list[str]) -> Iterator[dict[str, Any]]:
    """Read a key (»# kind prompt {expected}«) and its answers (»verdict rule answer«) below it."""
    case: dict[str, Any] = {}
    for number, line in enumerate(lines, start=1):
        key = KEY.fullmatch(line)
        if key:
            expected = json.loads(key["expected"], parse_float=Decimal)
            case = {"kind": key["kind"], "expected": expected}
            continue
        verdict, rule, given = line.split(" ", 2)
        is_list = case["kind"] in {"cloze", "order"} or case["expected"].get("mode") == "select"
        answer = json.loads(given) if is_list or given.startswith('"') else given
        yield {
            "id": f"{rule} line {number}",
            "given": answer,
            "verdict": VERDICTS[verdict],
            **case,
        }


def _misjudged(path: Path) -> list[tuple[str, object, str, str]]:
    return [
        (case["id"], case["given"], case["verdict"], verdict.outcome.word)
        for case in _read(path)
        for verdict, _ in (mark_case(case),)
        if verdict.outcome.word != case["verdict"]
    ]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_case_gets_its_label(path: Path) -> None:
    assert _misjudged(path) == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_case_is_told_in_a_whole_sentence(path: Path) -> None:
    lines = [mark_line(json.dumps(case, default=float)) for case in _read(path)]
    assert [line for line in lines if not line.get("message", "").strip()] == []
    assert [line["message"] for line in lines if "{" in line["message"]] == []


def test_there_are_cases_of_every_kind() -> None:
    assert {path.stem for path in FILES} >= {"cloze", "date", "multi", "number", "order", "term"}


@pytest.mark.shared
def test_every_shared_example_gets_its_label(shared_dir: Path) -> None:
    assert _misjudged(shared_dir / "marking" / "examples.jsonl") == []

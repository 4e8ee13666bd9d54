"""Labelled answers: our own, and the shared examples where they are at hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from quizapp.base.texts import say
from quizapp.grading.marking_file import mark_case, mark_line
from tests.unit.grading.labelled import FILES, read_cases


def _misjudged(path: Path) -> list[tuple[str, object, str, str]]:
    return [
        (case["id"], case["given"], case["verdict"], verdict.outcome.word)
        for case in read_cases(path)
        for verdict, _ in (mark_case(case),)
        if verdict.outcome.word != case["verdict"]
    ]


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_case_gets_its_label(path: Path) -> None:
    assert _misjudged(path) == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_case_is_told_in_a_whole_sentence(path: Path) -> None:
    lines = [mark_line(json.dumps(case, default=float)) for case in read_cases(path)]
    assert [line for line in lines if not line.get("message", "").strip()] == []
    assert [line["message"] for line in lines if "{" in line["message"]] == []


def test_there_are_cases_of_every_kind() -> None:
    assert {path.stem for path in FILES} >= {"cloze", "date", "multi", "number", "order", "term"}


@pytest.mark.shared
def test_every_shared_example_gets_its_label(shared_dir: Path) -> None:
    assert _misjudged(shared_dir / "marking" / "examples.jsonl") == []


TOLD = [case for path in FILES for case in read_cases(path) if "told" in case]


@pytest.mark.parametrize("case", TOLD, ids=[case["id"] for case in TOLD])
def test_a_verdict_is_told_in_these_words(case: dict[str, Any]) -> None:
    verdict, _ = mark_case(case)
    assert (verdict.rule, verdict.comment or say(verdict.message)) == (case["rule"], case["told"])

"""The marking file: one JSON object a line, malformed ones reported and passed over."""

import json

import pytest

from quizapp.base.ids import QuestionId
from quizapp.grading.marking_file import MalformedCaseError, answer_text, mark_line
from quizapp.questions.kinds import Category, Flashcard


def _line(kind: str, expected: object, given: object) -> dict[str, str]:
    case = {"id": "x", "kind": kind, "expected": expected, "given": given}
    return mark_line(json.dumps(case))


def test_a_case_gets_verdict_rule_message_and_answer() -> None:
    expected = {"value": "1905-09-05", "precision": "day", "near_days": None}
    assert _line("date", expected, "september 1905") == {
        "id": "x",
        "verdict": "almost",
        "rule": "D3",
        "message": "Måned og år passer, men dagen mangler.",
        "answer": "5. september 1905",
    }


@pytest.mark.parametrize(
    ("kind", "expected", "given", "answer"),
    [
        ("number", {"value": 60000, "tolerance_rel": 0.1}, "60.000", "60.000"),
        ("number", {"value": 49.3, "unit": "%"}, "49,3", "49,3\u00a0%"),
        ("term", {"answers": ["Wien"]}, "Wien", "Wien"),
        ("cloze", {"gaps": [{"answers": ["Wien"]}, {"kind": "number", "value": 5},
                            {"kind": "date", "value": "1905", "precision": "year"}]},
         ["Wien", "5", "1905"], "Wien · 5 · 1905"),
        ("order", {"sequence": [["a", "b"], "c"]}, ["a", "b", "c"], "a / b → c"),
        ("multi", {"mode": "typed", "answers": [["a"], ["b"]]}, "a og b", "a, b"),
        ("multi", {"mode": "typed", "answers": [["a"], ["b"]]}, ["a", "b"], "a, b"),
        ("multi", {"mode": "select", "answers": ["a", "b"], "options": ["a", "b", "c"]},
         ["a", "b"], "a, b"),
    ],
)  # fmt: skip
def test_every_kind_of_case_is_read(
    kind: str, expected: object, given: object, answer: str
) -> None:
    line = _line(kind, expected, given)
    assert (line["verdict"], line["answer"]) == ("correct", answer)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"id": "x", "kind": "x", "expected": {}, "given": "a"}',
     '{"id": "x", "kind": "term", "expected": {"answers": ["a"]}, "given": 5}',
     '{"id": "x", "kind": "date", "expected": {"value": "x", "precision": "day"}, "given": "a"}',
     '{"id": "x", "kind": "date", "expected": {"value": "1905", "precision": "x"}, "given": "a"}',
     '{"id": "x", "kind": "number", "expected": {"value": "x"}, "given": "a"}',
     '{"id": "x", "kind": "cloze", "expected": {"gaps": [{"kind": "x"}]}, "given": []}',
     '{"id": "x", "kind": "term", "expected": {"answers": []}, "given": "a"}',
     '{"id": "x", "kind": "multi", "expected": {"answers": [["a"]]}, "given": "a"}',
     '{"id": "x", "kind": "term", "expected": {"answers": "a"}, "given": "a"}',
     ('{"id": "x", "kind": "date", "expected": {"value": "1905-09-05", "precision": "day", '
     '"near_days": "1"}, "given": "6. september 1905"}')],
)  # fmt: skip
def test_a_malformed_case_is_reported_with_its_id(text: str) -> None:
    line = mark_line(text)
    assert set(line) == {"id", "error"}


def test_a_question_that_is_not_typed_has_no_answer_in_one_line() -> None:
    card = Flashcard(id=QuestionId("q"), category=Category.TERM, prompt="a", back="b")
    with pytest.raises(MalformedCaseError):
        answer_text(card)

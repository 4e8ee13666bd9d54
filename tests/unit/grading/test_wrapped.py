"""What is no knowledge around an answer never costs anything, whatever the key."""

import unicodedata
from typing import Any, Final

import pytest

from quizapp.grading.marking_file import mark_case
from quizapp.notation.author import danish_date, read_key_date
from tests.unit.grading.labelled import keys_of

PATTERNS: Final = (
    "{}", "{}.", "{}!", "{}?", "»{}«", '"{}"', "[{}]", "Det var {}", "det er {}", "Svaret er {}",
    "svar: {}", "jeg tror det er {}", "Jeg tror, det var {}", "måske {}", "{} (tror jeg)",
    "{} vistnok", "vist {}", "ikke Xyzabc, men {}", "det er ikke Xyzabc, men {}",
    "{}, ikke Xyzabc", "{} og ikke Xyzabc", "{} 🙂", " {} ", "{}\n", "\u200b{}", "{}…",
    "er det {}?",
    "{}, tror jeg nok", "mit bud er {}", "{}, hvis jeg husker rigtigt", "så vidt jeg ved {}",
)  # fmt: skip
LETTERS: Final = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", " ": "\u00a0"}
)
DATES: Final = [(key, danish_date(read_key_date(key["value"]))) for key in keys_of("date")]
NUMBERS: Final = [
    (key, str(key["value"]).replace(".", ","))
    for key in keys_of("number")
    if not key.get("unit_required")
]
TERMS: Final = [(key, answer) for key in keys_of("term") for answer in key["answers"][:1]]


def _missed(kind: str, asked: list[tuple[dict[str, Any], str]], pattern: str) -> list[str]:
    given = [(key, pattern.format(text)) for key, text in asked]
    return [
        text
        for key, text in given
        for verdict, _ in (mark_case({"kind": kind, "expected": key, "given": text}),)
        if verdict.outcome.word != "correct"
    ]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_words_and_signs_around_an_answer_cost_nothing(pattern: str) -> None:
    assert _missed("term", TERMS, pattern) == []
    assert _missed("number", NUMBERS, pattern) == []
    assert _missed("date", DATES, pattern) == []


def test_other_letters_for_the_same_cost_nothing() -> None:
    for change in (str.upper, str.lower, lambda text: text.translate(LETTERS),
                   lambda text: unicodedata.normalize("NFD", text)):  # fmt: skip
        assert _missed("term", [(key, change(answer)) for key, answer in TERMS], "{}") == []


@pytest.mark.parametrize("pattern", ["ca. {}", "omkring {}", "præcis {}", "cirka {}"])
def test_about_costs_a_number_and_a_date_nothing(pattern: str) -> None:
    assert _missed("number", NUMBERS, pattern) == []
    assert _missed("date", DATES, pattern) == []


def test_the_unit_of_the_key_costs_a_number_nothing() -> None:
    with_units = [(key, f"{text} {key.get('unit') or ''}") for key, text in NUMBERS]
    assert _missed("number", with_units, "{}") == []

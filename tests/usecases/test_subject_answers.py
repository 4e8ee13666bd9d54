"""Answers of pupils in other subjects than the shipped packs have, each with a fair verdict.

A file of ``answers/subjects`` is a pack and its answers: »# {question as in pakke.yaml}«, below it
lines of »verdict answer | answer«, the verdict perhaps with its rule (»a/T3«). Items of a list
are parted by »;;«, pairs are »left = right«, a line break is »\\n«.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from quizapp.base.texts import say
from quizapp.grading.grade import grade
from quizapp.grading.verdict import Verdict
from quizapp.packs.reader import read_pack
from quizapp.questions.answers import (
    Answer,
    Matched,
    Ordered,
    Picked,
    PickedMany,
    Typed,
    TypedList,
)
from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Enumeration,
    Matching,
    MultipleChoice,
    Ordering,
    Question,
)

FOLDER: Final = Path(__file__).parent / "answers" / "subjects"
SUBJECTS: Final = sorted(path.stem for path in FOLDER.glob("*.txt"))
LONGEST_REASON: Final = 150
_VERDICTS: Final = {"c": "correct", "a": "almost", "w": "wrong"}
_HEAD: Final = "pakke: {id: dk.svar, titel: Svar, version: 1, licens: CC0-1.0}\nspørgsmål:\n"


def _blocks(subject: str) -> Iterator[tuple[str, list[str]]]:
    """Return each question as written, and the lines of answers below it."""
    text = (FOLDER / f"{subject}.txt").read_text(encoding="utf-8")
    for block in text.removeprefix("# {").split("\n# {"):
        question, *lines = block.strip().splitlines()
        yield question.removesuffix("}"), lines


@pytest.fixture(scope="session")
def asked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Question, ...]]:
    """Return the questions of each subject, read as a pack is."""
    packs = {}
    for subject in SUBJECTS:
        folder = tmp_path_factory.mktemp(subject)
        rows = [
            f"- {{id: q{at}, kategori: {_category(question)}, {question}}}\n"
            for at, (question, _) in enumerate(_blocks(subject))
        ]
        (folder / "pakke.yaml").write_text(_HEAD + "".join(rows), encoding="utf-8")
        found = read_pack(folder)
        assert found.pack is not None, found.problems
        packs[subject] = found.pack.questions
    return packs


def _category(question: str) -> str:
    kind = re.match(r"type: (\w+)", question)
    assert kind is not None
    return kind[1] if kind[1] in {"dato", "tal"} else "begreb"


@cache
def _answers(subject: str) -> tuple[tuple[int, str, str], ...]:
    """Return (place of the question, verdict and perhaps rule, answer)."""
    return tuple(
        (at, line.partition(" ")[0], given.replace("\\n", "\n"))
        for at, (_, lines) in enumerate(_blocks(subject))
        for line in lines
        for given in line.partition(" ")[2].split(" | ")
    )


def _as_answer(question: Question, given: str) -> Answer:
    fields = tuple(field.strip() for field in given.split(";;"))
    match question:
        case Matching():
            pairs = (field.partition("=") for field in fields)
            return Matched(tuple((left.strip(), right.strip()) for left, _, right in pairs))
        case Ordering():
            return Ordered(fields)
        case Choice():
            return Picked(given)
        case MultipleChoice():
            return PickedMany(fields)
        case Cloze() | Enumeration() if ";;" in given or isinstance(question, Cloze):
            return TypedList(fields)
        case _:
            return Typed(given)


def _marked(
    subject: str, asked: dict[str, tuple[Question, ...]]
) -> Iterator[tuple[str, str, Verdict]]:
    for at, expected, given in _answers(subject):
        question = asked[subject][at]
        yield expected, given, grade(question, _as_answer(question, given))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_pupils_answer_gets_what_a_fair_teacher_gives(
    subject: str, asked: dict[str, tuple[Question, ...]]
) -> None:
    assert not [
        (given, expected, verdict.outcome.word, verdict.rule)
        for expected, given, verdict in _marked(subject, asked)
        for mark, _, rule in (expected.partition("/"),)
        if verdict.outcome.word != _VERDICTS[mark] or rule not in {"", verdict.rule}
    ]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_reason_is_one_short_whole_sentence(
    subject: str, asked: dict[str, tuple[Question, ...]]
) -> None:
    told = {
        verdict.comment or say(verdict.message)
        for _, given, verdict in _marked(subject, asked)
        if len(given) < LONGEST_REASON // 3
    }
    assert not [text for text in told if len(text) > LONGEST_REASON or text[-1] not in ".!?"]
    assert not [text for text in told if "{" in text or ".." in text or "  " in text]


def test_there_are_many_answers_of_each_verdict() -> None:
    marks = [expected[0] for subject in SUBJECTS for _, expected, _ in _answers(subject)]
    assert all(marks.count(mark) > 500 for mark in _VERDICTS)

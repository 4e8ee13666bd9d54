"""Answers as pupils give them to the shipped packs, with the verdict of a fair teacher."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from quizapp.base.paths import content_folder
from quizapp.grading.grade import grade
from quizapp.library.shipped import shipped_folders
from quizapp.packs.reader import read_pack
from quizapp.questions.answers import Answer, Typed, TypedList
from quizapp.questions.kinds import Cloze, Date, Enumeration, Number, Question, Term

ANSWERS: Final = Path(__file__).parent / "answers"
NAMES: Final = [folder.name for folder in shipped_folders(content_folder())]
FEWEST: Final = 6
_VERDICTS: Final = {"c": "correct", "a": "almost", "w": "wrong"}
_TYPED: Final = (Date, Number, Term, Enumeration, Cloze)


@cache
def _questions(name: str) -> dict[str, Question]:
    pack = read_pack(content_folder() / name).pack
    assert pack is not None
    return {str(question.id): question for question in pack.questions}


def _answers(name: str) -> Iterator[tuple[str, str, str]]:
    """Return (question, verdict, answer): »# question«, then »c one | another«, »a …«, »w …«."""
    asked = ""
    for line in (ANSWERS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark == "#":
            asked = rest
            continue
        for given in rest.split(" | "):
            yield asked, _VERDICTS[mark], given


def _as_answer(question: Question, given: str) -> Answer:
    is_list = isinstance(question, Enumeration | Cloze)
    fields = tuple(field.strip() for field in given.split(";;"))
    return TypedList(fields) if is_list else Typed(given)


@pytest.mark.parametrize("name", NAMES)
def test_a_pupils_answer_gets_what_a_fair_teacher_gives(name: str) -> None:
    assert not [
        (asked, given, expected, verdict.outcome.word)
        for asked, expected, given in _answers(name)
        for question in (_questions(name)[asked],)
        for verdict in (grade(question, _as_answer(question, given)),)
        if verdict.outcome.word != expected
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_typed_question_has_answers_of_pupils(name: str) -> None:
    given = [asked for asked, _, _ in _answers(name)]
    typed = [asked for asked, one in _questions(name).items() if isinstance(one, _TYPED)]
    assert not [asked for asked in typed if given.count(asked) < FEWEST]

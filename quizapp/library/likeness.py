"""Whether two questions with different ids are one, and whether one id has become another one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from quizapp.base.ids import QuestionId
from quizapp.questions.codec_hash import meaning_sha
from quizapp.questions.kinds import Question, kind_of
from quizapp.questions.likeness import alike

NEAR: Final = 0.85
"""From this likeness of their letters on, two prompts are near each other."""

QUITE_ANOTHER: Final = 0.5
MOST_COMPARED: Final = 40_000
"""Pairs of prompts that are compared letter by letter: half a second."""

_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A question that is new by its id and like one that would go, which keeps its answers."""

    new: QuestionId
    old: QuestionId
    prompt: str
    old_prompt: str


def find_lookalikes(
    gone: Mapping[QuestionId, Question], new: Sequence[Question]
) -> tuple[Lookalike, ...]:
    """Pair new questions with those that would go: the same text first, then a near one."""
    left = dict(gone)
    found: dict[QuestionId, QuestionId] = {}
    by_text = {_fingerprint(question): key for key, question in gone.items()}
    for question in new:
        key = by_text.get(_fingerprint(question))
        if key in left:
            found[question.id] = key
            del left[key]
    rest = [question for question in new if question.id not in found]
    if len(rest) * len(left) <= MOST_COMPARED:
        for question in rest:
            key = _nearest(question, left)
            if key is not None:
                found[question.id] = key
                del left[key]
    return tuple(
        Lookalike(one.id, found[one.id], one.line, gone[found[one.id]].line)
        for one in new
        if one.id in found
    )


def is_quite_another(before: Question, after: Question) -> bool:
    """Tell whether both what is asked and what is right have become something else."""
    if meaning_sha(before) == meaning_sha(after):
        return False
    return _likeness(alike(before.line), alike(after.line)) < QUITE_ANOTHER


def _fingerprint(question: Question) -> tuple[str, str]:
    return kind_of(question).value, alike(question.line)


def _nearest(question: Question, left: Mapping[QuestionId, Question]) -> QuestionId | None:
    ranked = list(_near(question, left))
    return max(ranked)[1] if ranked else None


def _near(
    question: Question, left: Mapping[QuestionId, Question]
) -> Iterator[tuple[float, QuestionId]]:
    text, sha = alike(question.line), meaning_sha(question)
    for key, other in left.items():
        if kind_of(other) is not kind_of(question):
            continue
        likeness = _likeness(text, alike(other.line))
        # »I hvilket år begyndte krigen?« and »… sluttede …« are near; their answers tell.
        if likeness >= NEAR and sha == meaning_sha(other):
            yield likeness, key


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    if matcher.real_quick_ratio() < QUITE_ANOTHER or matcher.quick_ratio() < QUITE_ANOTHER:
        return 0.0
    return matcher.ratio()

"""Questions of one pack that are the same, or that answer each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import Mistake
from quizapp.questions.kinds import Date, Enumeration, Number, Question, Term, kind_of
from quizapp.questions.likeness import alike

TWIN_LETTERS: Final = 4
SHARED_WORDS: Final = 2
SHARED_PART: Final = 0.6
MOST_TWINS: Final = 200
_WORD: Final = re.compile(r"\w+")


def twins(questions: Sequence[Question | None]) -> Iterator[tuple[int, Mistake]]:
    """Return each typed question that another one answers, or that is asked already."""
    seen = _Seen.of(questions)
    asked: dict[tuple[str, str], int] = {}
    for position, question in enumerate(questions):
        if not isinstance(question, Date | Term | Number | Enumeration):
            continue
        if question.prompt:
            name = (kind_of(question).value, alike(question.prompt))
            before = asked.setdefault(name, position)
            if before != position:
                mistake = warning("asked_twice", "spørgsmål")
                yield position, replace(mistake, other=before)
                continue
        other = seen.giving_away(position)
        if other is not None:
            yield position, replace(warning("twin", "svar"), other=other)


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words of every prompt and typed answer, and which prompts have a word."""

    prompts: Sequence[frozenset[str]]
    answers: Sequence[frozenset[str]]
    facts: Sequence[str]
    holders: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, questions: Sequence[Question | None]) -> "_Seen":
        prompts = [_words(one.prompt) if one else frozenset[str]() for one in questions]
        holders: dict[str, list[int]] = {}
        for position, found in enumerate(prompts):
            for word in found:
                holders.setdefault(word, []).append(position)
        answers = [_words(_right_text(one)) for one in questions]
        return cls(prompts, answers, [one.fact if one else "" for one in questions], holders)

    def giving_away(self, position: int) -> int | None:
        """Return a question whose prompt holds the answer and asks much alike, or asks back."""
        answer, prompt = self.answers[position], self.prompts[position]
        if not _content(answer) or answer <= prompt:
            return None
        asked = _content(prompt)
        fewest = max(SHARED_WORDS, SHARED_PART * len(asked))
        rarest = min(answer, key=lambda word: len(self.holders.get(word, [])))
        for other in self.holders.get(rarest, [])[:MOST_TWINS]:
            if other == position or not answer <= self.prompts[other]:
                continue
            is_alike = len(asked & self.prompts[other]) >= fewest
            if is_alike or (other < position and self._asks_back(position, other)):
                return other
        return None

    def _asks_back(self, position: int, other: int) -> bool:
        """Tell whether each prompt holds the other's answer; those on one fact are kept apart."""
        back, fact = self.answers[other], self.facts[position]
        is_kept_apart = fact != "" and fact == self.facts[other]
        return bool(_content(back)) and back <= self.prompts[position] and not is_kept_apart


def _right_text(question: Question | None) -> str:
    match question:
        case Term():
            return question.key.answers[0]
        case Date() | Number():
            return question.key.value.text
        case _:
            return ""


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _content(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= TWIN_LETTERS)

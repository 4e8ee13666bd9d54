"""What an author should know before learners answer: keys that accept or reject too much."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, assert_never

from quizapp.grading.options import DEFAULT
from quizapp.grading.terms.letters import has_variants
from quizapp.grading.terms.match import same_words
from quizapp.grading.terms.phrases import places_of
from quizapp.grading.terms.words import key_phrase, words_of
from quizapp.grading.typed import mark_typed
from quizapp.grading.verdict import Outcome
from quizapp.notation.calendar import first_year
from quizapp.notation.normalise import normalise
from quizapp.questions.keys import DateKey, Key, NumberKey, TermKey
from quizapp.questions.kinds import (
    Cloze,
    Date,
    Enumeration,
    Number,
    Question,
    Term,
)


@dataclass(frozen=True, slots=True)
class MarkingWarning:
    """A warning on a question's key: a code of the family ``packs`` and its fields.

    The codes: ``packs.reject_accepted`` (wording), ``packs.almost_accepted`` (wording),
    ``packs.answers_contradict`` (a, b), ``packs.answer_not_accepted`` (wording),
    ``packs.one_form_of_name`` (name), ``packs.same_answer_twice`` (a, b),
    ``packs.prompt_gives_answer`` (wording, question: the id of the one that asks for it).
    """

    code: str
    fields: dict[str, str] = field(default_factory=dict)


FOREIGN_LETTERS: Final = frozenset("wxqz")


def check_marking(question: Question) -> tuple[MarkingWarning, ...]:
    """Return what marking would do with the author's own answers that she may not mean."""
    match question:
        case Date() | Number() | Term():
            return tuple(_check_key(question.key))
        case Cloze():
            return tuple(warning for gap in question.gaps for warning in _check_key(gap.key))
        case Enumeration():
            return tuple(_check_enumeration(question))
        case _:
            return ()


def check_twins(questions: Sequence[Question]) -> tuple[MarkingWarning, ...]:
    """Warn of prompts that name what is to be typed, there or in a question on the same fact."""
    typed = [question for question in questions if isinstance(question, Term)]
    return tuple(
        MarkingWarning("packs.prompt_gives_answer", {"wording": wording, "question": asked.id})
        for asked in typed
        for told in questions
        if told is asked or (asked.fact and told.fact == asked.fact)
        for wording in asked.key.answers
        if _names(told.prompt, wording)
    )


def _names(prompt: str, wording: str) -> bool:
    return bool(places_of(words_of(normalise(prompt)), key_phrase(wording)))


def _check_key(key: Key) -> Iterator[MarkingWarning]:
    yield from _misjudged(key, rejected_texts(key), Outcome.ALMOST, "packs.reject_accepted")
    yield from _misjudged(key, almost_texts(key), Outcome.CORRECT, "packs.almost_accepted")
    for text in accepted_texts(key):
        if mark_typed(key, text, DEFAULT).outcome is not Outcome.CORRECT:
            yield MarkingWarning("packs.answer_not_accepted", {"wording": text})
    yield from _contradictions(key)
    if isinstance(key, TermKey):
        yield from _single_forms(key)


def _misjudged(
    key: Key, texts: Iterable[str], least: Outcome, code: str
) -> Iterator[MarkingWarning]:
    """Warn of texts that the author lists as worse than they would be marked."""
    for text in texts:
        if mark_typed(key, text, DEFAULT).outcome >= least:
            yield MarkingWarning(code, {"wording": text})


def accepted_texts(key: Key) -> tuple[str, ...]:
    """Return the wordings that the author counts as right."""
    match key:
        case TermKey():
            return key.answers
        case NumberKey():
            return tuple(written.text for written in (key.value, *key.also))
        case DateKey():
            return tuple(written.text for written in (key.value, *key.also))
        case _:
            assert_never(key)


def rejected_texts(key: Key) -> tuple[str, ...]:
    """Return the wordings that the author counts as wrong."""
    match key:
        case TermKey():
            return tuple(listed.wording for listed in key.reject)
        case NumberKey():
            return tuple(listed.number.text for listed in key.reject)
        case DateKey():
            return tuple(listed.date.text for listed in key.reject)
        case _:
            assert_never(key)


def almost_texts(key: Key) -> tuple[str, ...]:
    """Return the wordings that the author counts as almost."""
    match key:
        case TermKey():
            return tuple(listed.wording for listed in key.almost)
        case NumberKey():
            return tuple(listed.number.text for listed in key.almost)
        case DateKey():
            return tuple(listed.date.text for listed in key.almost)
        case _:
            assert_never(key)


def _contradictions(key: Key) -> Iterator[MarkingWarning]:
    """Warn of accepted values that cannot both be the answer."""
    match key:
        case TermKey():
            yield from _other_numbers(key)
        case NumberKey():
            interval = key.accept_range
            if interval is not None and not interval.low <= key.value.value <= interval.high:
                shown = f"{interval.low}–{interval.high}"
                yield MarkingWarning("packs.answers_contradict", {"a": key.value.text, "b": shown})
        case DateKey():
            for also in key.also:
                if abs(first_year(also.value) - first_year(key.value.value)) > 1:
                    fields = {"a": key.value.text, "b": also.text}
                    yield MarkingWarning("packs.answers_contradict", fields)
        case _:
            assert_never(key)


def _other_numbers(key: TermKey) -> Iterator[MarkingWarning]:
    """Warn of two numbers of one name: Christian 4. and Christian 5."""
    for one, other in combinations(key.answers, 2):
        first, second = key_phrase(one), key_phrase(other)
        if first.numbers and second.numbers and first.numbers != second.numbers:
            yield MarkingWarning("packs.answers_contradict", {"a": one, "b": other})


def _single_forms(key: TermKey) -> Iterator[MarkingWarning]:
    """T11: a foreign name with only one form, where books spell it differently."""
    if len(key.answers) > 1:
        return
    for word in key.answers[0].split():
        letters = word.strip(".,").casefold()
        is_foreign = word[0].isupper() and bool(FOREIGN_LETTERS & set(letters))
        if is_foreign and not has_variants(letters):
            yield MarkingWarning("packs.one_form_of_name", {"name": word.strip(".,")})
            return


def _check_enumeration(question: Enumeration) -> Iterator[MarkingWarning]:
    """Warn of two answers of a list that are one and the same."""
    for one, other in combinations(question.answers, 2):
        for first in one:
            for second in other:
                a, b = key_phrase(first), key_phrase(second)
                if same_words(a, b) or same_words(b, a):
                    yield MarkingWarning("packs.same_answer_twice", {"a": first, "b": second})

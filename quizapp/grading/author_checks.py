"""What an author should know before learners answer: keys that accept or reject too much."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
from quizapp.questions.cards import with_unit
from quizapp.questions.codec_mistakes import Path
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
    """A warning on a question's key: a code of the family ``packs``, its fields and its place.

    The codes: ``packs.reject_accepted`` (value), ``packs.almost_accepted`` (wording),
    ``packs.answers_contradict`` (a, b), ``packs.answer_not_accepted`` (wording),
    ``packs.one_form_of_name`` (name), ``packs.same_answer_twice`` (a, b),
    ``packs.prompt_gives_answer`` and ``packs.hint_gives_answer`` (wording, question: the id of the
    one that asks for it).
    """

    code: str
    fields: dict[str, str] = field(default_factory=dict)
    path: Path = ()


FOREIGN_LETTERS: Final = frozenset("wxqz")


def check_marking(question: Question) -> tuple[MarkingWarning, ...]:
    """Return what marking would do with the author's own answers that she may not mean."""
    match question:
        case Date() | Number() | Term():
            return tuple(_check_key(question.key))
        case Cloze():
            found = (warning for gap in question.gaps for warning in _check_key(gap.key))
            return tuple(replace(warning, path=("tekst",)) for warning in found)
        case Enumeration():
            return tuple(_check_enumeration(question))
        case _:
            return ()


def check_twins(questions: Sequence[Question]) -> tuple[MarkingWarning, ...]:
    """Warn of prompts and hints that name what is to be typed, also of another on the same fact."""
    of_fact: dict[str, list[Question]] = {}
    for question in questions:
        if question.fact:
            of_fact.setdefault(question.fact, []).append(question)
    return tuple(
        warning
        for asked in questions
        if isinstance(asked, Term)
        for told in of_fact.get(asked.fact, [asked])
        for warning in _told(asked, told)
    )


def _told(asked: Term, told: Question) -> Iterator[MarkingWarning]:
    for wording in asked.key.answers:
        fields = {"wording": wording, "question": str(asked.id)}
        if told is asked and _names(asked.hint, wording):
            yield MarkingWarning("packs.hint_gives_answer", fields, ("hint",))
        if _names(told.prompt, wording):
            path = ("spørgsmål",) if told is asked else ("svar",)
            yield MarkingWarning("packs.prompt_gives_answer", fields, path)


def _names(prompt: str, wording: str) -> bool:
    return bool(places_of(words_of(normalise(prompt)), key_phrase(wording)))


def _check_key(key: Key) -> Iterator[MarkingWarning]:
    for i, text in enumerate(rejected_texts(key)):
        if mark_typed(key, text, DEFAULT).outcome >= Outcome.ALMOST:
            yield MarkingWarning("packs.reject_accepted", {"value": text}, ("afvis", i))
    for i, text in enumerate(almost_texts(key)):
        if mark_typed(key, text, DEFAULT).outcome is Outcome.CORRECT:
            yield MarkingWarning("packs.almost_accepted", {"wording": text}, ("næsten", i))
    for i, text in enumerate(accepted_texts(key)):
        if mark_typed(key, _as_typed(key, text), DEFAULT).outcome is not Outcome.CORRECT:
            path = ("også", i - 1) if i else ("svar",)
            yield MarkingWarning("packs.answer_not_accepted", {"wording": text}, path)
    yield from _contradictions(key)
    if isinstance(key, TermKey):
        yield from _single_forms(key)


def _as_typed(key: Key, text: str) -> str:
    """Return an author's number the way it has to be answered: with its unit, if that is asked."""
    if isinstance(key, NumberKey) and key.unit_required:
        return with_unit(text, key.unit)
    return text


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
                yield MarkingWarning(
                    "packs.answers_contradict", {"a": key.value.text, "b": shown}, ("godtag",)
                )
        case DateKey():
            for i, also in enumerate(key.also):
                if abs(first_year(also.value) - first_year(key.value.value)) > 1:
                    fields = {"a": key.value.text, "b": also.text}
                    yield MarkingWarning("packs.answers_contradict", fields, ("også", i))
        case _:
            assert_never(key)


def _other_numbers(key: TermKey) -> Iterator[MarkingWarning]:
    """Warn of two numbers of one name: Christian 4. and Christian 5."""
    phrases = [key_phrase(one) for one in key.answers]
    for i, second in enumerate(phrases):
        for one, first in zip(key.answers[:i], phrases, strict=False):
            if first.numbers and second.numbers and first.numbers != second.numbers:
                fields = {"a": one, "b": key.answers[i]}
                yield MarkingWarning("packs.answers_contradict", fields, ("også", i - 1))
                break


def _single_forms(key: TermKey) -> Iterator[MarkingWarning]:
    """T11: a foreign name with only one form, where books spell it differently."""
    if len(key.answers) > 1:
        return
    for word in key.answers[0].split():
        letters = word.strip(".,").casefold()
        is_foreign = word[0].isupper() and bool(FOREIGN_LETTERS & set(letters))
        if is_foreign and not has_variants(letters):
            yield MarkingWarning("packs.one_form_of_name", {"name": word.strip(".,")}, ("svar",))
            return


def _check_enumeration(question: Enumeration) -> Iterator[MarkingWarning]:
    """Warn of two answers of a list that are one and the same."""
    for (_, one), (i, other) in combinations(enumerate(question.answers), 2):
        for first in one:
            for second in other:
                a, b = key_phrase(first), key_phrase(second)
                if same_words(a, b) or same_words(b, a):
                    fields = {"a": first, "b": second}
                    yield MarkingWarning("packs.same_answer_twice", fields, ("svar", i))

"""What an author may have overlooked in questions that can be read."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, assert_never

from quizapp.base.ids import QuestionId
from quizapp.questions.codec import Decoded
from quizapp.questions.codec_fields import warning
from quizapp.questions.codec_mistakes import (
    Mistake,
    NewId,
    Remedy,
    Remove,
    SetValue,
    Severity,
)
from quizapp.questions.codec_words import near
from quizapp.questions.keys import Key, NumberKey, Share, TermKey
from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Term,
)
from quizapp.questions.picture_checks import check_pictures

FEWEST_OPTIONS: Final = 2
LONGER_BY: Final = 1.5
LONGER_AT_LEAST: Final = 15
_COUNTS: Final = frozenset({"no_right", "few_options", "order_short", "few_pairs", "no_gap"})
"""What may only follow from something that could not be read."""
_END_MARKS: Final = " .,;:!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a question may refer to in its pack."""

    marks: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    retired: frozenset[QuestionId] = frozenset()


def check_question(question: Question, around: Surroundings) -> list[Mistake]:
    """Return what is wrong with a question by itself and with what it refers to."""
    found = [*_own(question), *_references(question, around)]
    if not question.explanation:
        found.append(warning("no_explanation"))
    if not question.sources:
        found.append(warning("no_source"))
    return found


def check_draft(decoded: Decoded, around: Surroundings) -> list[Mistake]:
    """Return what is wrong beyond the mistakes that reading found; their keys are left alone."""
    if decoded.draft is None:
        return []
    errors = [one for one in decoded.mistakes if one.severity is Severity.ERROR]
    known = {str(one.path[0] if one.path else one.fields.get("key", "")) for one in errors}
    return [
        one
        for one in check_question(decoded.draft, around)
        if not (errors and one.code in _COUNTS) and not (one.path and one.path[0] in known)
    ]


def repeated_ids(questions: Sequence[Question | None]) -> Iterator[tuple[int, Mistake]]:
    """Return each question whose id an earlier one has, by position."""
    first: dict[str, int] = {}
    for position, question in enumerate(questions):
        if question is None:
            continue
        before = first.setdefault(question.id.casefold(), position)
        if before != position:
            remedy = Remedy("new_id", NewId())
            fields = {"id": question.id}
            yield (
                position,
                Mistake(code="id_twice", path=("id",), fields=fields, remedy=remedy, other=before),
            )


def alike(text: str) -> str:
    """Return a text with what a reader would not notice taken away."""
    folded = unicodedata.normalize("NFC", text).casefold()
    return " ".join(folded.split()).strip(_END_MARKS) or text


def _references(question: Question, around: Surroundings) -> Iterator[Mistake]:
    if question.id in around.retired:
        remedy = Remedy("new_id", NewId())
        fields = {"id": str(question.id)}
        yield Mistake(code="retired_id", path=("id",), fields=fields, remedy=remedy)
    if question.passage and question.passage not in around.marks:
        meant = near(question.passage, around.marks)
        code = "no_passage_near" if meant else "no_passage"
        change = Remedy("change_to", SetValue(meant), {"near": meant}) if meant else None
        place = {"anchor": question.passage, "near": meant}
        yield Mistake(code=code, path=("læs",), fields=place, remedy=change)
    yield from check_pictures(question, around.media)


def _own(question: Question) -> Iterator[Mistake]:
    match question:
        case Date() | Number() | Term():
            yield from _check_key(question.key)
        case Choice() | MultipleChoice():
            yield from _check_options(question)
        case Enumeration() | Ordering() | Matching():
            yield from _check_lists(question)
        case Cloze():
            if not question.gaps:
                yield Mistake(code="no_gap", path=("tekst",))
            for gap in question.gaps:
                yield from (one.moved(("tekst",)).without_remedy() for one in _check_key(gap.key))
        case Flashcard() | Open():
            pass
        case _:
            assert_never(question)


def _check_lists(question: Enumeration | Ordering | Matching) -> Iterator[Mistake]:
    match question:
        case Enumeration():
            wordings = [text for group in question.answers for text in group]
            yield from _twice(wordings, "svar", "answer_twice", _group_path(question.answers))
        case Ordering():
            if len(question.sequence) < FEWEST_OPTIONS:
                yield Mistake(code="order_short", path=("rækkefølge",))
            path = _group_path(question.sequence)
            yield from _twice(list(question.items), "rækkefølge", "order_twice", path)
        case Matching():
            yield from _check_pairs(question)
        case _:
            assert_never(question)


def _group_path(groups: tuple[tuple[str, ...], ...]) -> Callable[[int], tuple[int, ...]]:
    places = [
        (i, j) if len(group) > 1 else (i,)
        for i, group in enumerate(groups)
        for j in range(len(group))
    ]
    return places.__getitem__


def _check_pairs(question: Matching) -> Iterator[Mistake]:
    if len(question.pairs) < FEWEST_OPTIONS:
        yield Mistake(code="few_pairs", path=("par",))
    lefts = [left for left, _ in question.pairs]
    rights = [right for _, right in question.pairs]
    yield from _twice(lefts, "par", "pair_twice", lambda i: (i,))
    yield from _twice(rights, "par", "pair_twice", lambda i: (i,))
    paired = {alike(right) for right in rights}
    for i, spare in enumerate(question.spare):
        if alike(spare) in paired:
            yield Mistake(code="spare_in_pair", path=("overskydende", i), fields={"item": spare})


def _twice(
    texts: list[str], key: str, code: str, path: Callable[[int], tuple[int, ...]]
) -> Iterator[Mistake]:
    seen: set[str] = set()
    for i, text in enumerate(texts):
        if alike(text) in seen:
            yield Mistake(code=code, path=(key, *path(i)), fields={"item": text})
        seen.add(alike(text))


def _check_options(question: Choice | MultipleChoice) -> Iterator[Mistake]:
    is_single = isinstance(question, Choice)
    rights = (question.right,) if isinstance(question, Choice) else question.right
    wrong = [option.text for option in question.wrong]
    if not rights:
        yield Mistake(code="no_right", path=("rigtige",))
    elif len(rights) + len(wrong) < FEWEST_OPTIONS:
        yield Mistake(code="few_options", path=("forkerte",))
    right_ones = {alike(right) for right in rights}
    if not is_single:
        yield from _equal(list(rights), "rigtige")
    yield from _equal(wrong, "forkerte")
    for i, text in enumerate(wrong):
        if alike(text) in right_ones:
            remedy = Remedy("remove_wrong", Remove())
            fields = {"option": text}
            yield Mistake(code="wrong_is_right", path=("forkerte", i), fields=fields, remedy=remedy)
    if _gives_away(rights, wrong):
        yield warning("giveaway", "rigtigt" if is_single else "rigtige")


def _equal(options: list[str], key: str) -> Iterator[Mistake]:
    for mistake in _twice(options, key, "same_option", lambda i: (i,)):
        fields = {"option": str(mistake.fields["item"])}
        remedy = Remedy("remove_one", Remove())
        yield Mistake(code="same_option", path=mistake.path, fields=fields, remedy=remedy)


def _gives_away(rights: tuple[str, ...], wrong: list[str]) -> bool:
    if not wrong or not rights:
        return False
    shortest_right = min(map(len, rights))
    longest_wrong = max(map(len, wrong))
    return shortest_right >= max(longest_wrong * LONGER_BY, longest_wrong + LONGER_AT_LEAST)


def _check_key(key: Key) -> Iterator[Mistake]:
    if isinstance(key, NumberKey):
        yield from _check_number(key)
    elif isinstance(key, TermKey):
        accepted = {alike(text) for text in key.answers}
        for i, listed in enumerate(key.reject):
            if alike(listed.wording) in accepted:
                yield _rejected(i, listed.wording)
        yield from _twice(list(key.answers)[1:], "også", "answer_twice", lambda i: (i,))
    else:
        values = {date.value for date in (key.value, *key.also)}
        for i, rejected in enumerate(key.reject):
            if rejected.date.value in values:
                yield _rejected(i, rejected.date.text)


def _rejected(index: int, value: str) -> Mistake:
    remedy = Remedy("remove_one", Remove())
    path = ("afvis", index)
    return Mistake(code="reject_accepted", path=path, fields={"value": value}, remedy=remedy)


def _check_number(key: NumberKey) -> Iterator[Mistake]:
    value = key.value.value
    margin = _margin(key)
    if value and margin > abs(value):
        yield warning("tolerance_large", "tolerance")
    accepted = {number.value for number in (key.value, *key.also)}
    for i, listed in enumerate(key.reject):
        rejected = listed.number.value
        if rejected in accepted or abs(rejected - value) <= margin:
            yield _rejected(i, listed.number.text)
    if key.accept_range and not key.accept_range.low <= value <= key.accept_range.high:
        fields = {"value": key.value.text}
        yield Mistake(code="outside_range", path=("godtag",), fields=fields)
    accepted_units = {alike(unit) for unit in (key.unit, *key.unit_aliases) if unit}
    for i, unit in enumerate(key.unit_reject):
        if alike(unit) in accepted_units:
            yield warning("unit_both", "afvis enheder", i, unit=unit)


def _margin(key: NumberKey) -> Decimal:
    tolerance = key.tolerance
    return abs(key.value.value) * tolerance.share if isinstance(tolerance, Share) else tolerance


TWIN_LETTERS: Final = 4
SHARED_WORDS: Final = 2
SHARED_PART: Final = 0.6
MOST_TWINS: Final = 200
_WORD: Final = re.compile(r"\w+")


def twins(questions: Sequence[Question | None]) -> Iterator[tuple[int, Mistake]]:
    """Return each question whose typed answer stands in the prompt of one that asks much alike."""
    words = [_words(question.prompt) if question else frozenset[str]() for question in questions]
    holders: dict[str, list[int]] = {}
    for position, found in enumerate(words):
        for word in found:
            holders.setdefault(word, []).append(position)
    for position, question in enumerate(questions):
        if isinstance(question, Date | Term | Number):
            other = _giving_away(position, question, words, holders)
            if other is not None:
                mistake = warning("twin", "svar")
                yield position, _pointing(mistake, other)


def _pointing(mistake: Mistake, other: int) -> Mistake:
    return Mistake(code=mistake.code, path=mistake.path, severity=mistake.severity, other=other)


def _giving_away(
    position: int,
    question: Date | Term | Number,
    words: list[frozenset[str]],
    holders: Mapping[str, list[int]],
) -> int | None:
    answer = _words(_right_text(question))
    asked = _content(words[position])
    if not answer or answer <= words[position] or not _content(answer):
        return None
    rarest = min(answer, key=lambda word: len(holders.get(word, [])))
    for other in holders.get(rarest, [])[:MOST_TWINS]:
        shared = asked & words[other]
        if (
            other != position
            and answer <= words[other]
            and len(shared) >= max(SHARED_WORDS, SHARED_PART * len(asked))
        ):
            return other
    return None


def _right_text(question: Date | Term | Number) -> str:
    if isinstance(question, Term):
        return question.key.answers[0]
    return question.key.value.text


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _content(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= TWIN_LETTERS)

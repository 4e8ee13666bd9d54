"""What an author may have overlooked in questions that can be read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, assert_never

from quizapp.base.ids import QuestionId
from quizapp.questions.codec import Decoded
from quizapp.questions.codec_fields import warning, wrong_address, wrong_day
from quizapp.questions.codec_mistakes import (
    Mistake,
    NewId,
    Remedy,
    Remove,
    SetValue,
    Severity,
)
from quizapp.questions.codec_words import near
from quizapp.questions.key_checks import check_key
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
from quizapp.questions.likeness import alike
from quizapp.questions.picture_checks import check_pictures

FEWEST_OPTIONS: Final = 2
FEWEST_TO_ORDER: Final = 3
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
        found.append(warning("no_explanation", "forklaring"))
    if not question.sources:
        found.append(warning("no_source", "kilde"))
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


def repeated_ids(ids: Sequence[str]) -> Iterator[tuple[int, Mistake]]:
    """Return each question whose id an earlier one has, by position; some may have none."""
    first: dict[str, int] = {}
    for position, one in enumerate(ids):
        before = first.setdefault(one.casefold(), position) if one else position
        if before != position:
            remedy = Remedy("new_id", NewId())
            fields = {"id": one}
            yield (
                position,
                Mistake(code="id_twice", path=("id",), fields=fields, remedy=remedy, other=before),
            )


def _references(question: Question, around: Surroundings) -> Iterator[Mistake]:
    yield from _topics(question)
    for i, source in enumerate(question.sources):
        yield from wrong_address(source.url, "kilde", i, "url") if source.url else ()
        yield from wrong_day(source.seen, "kilde", i, "set") if source.seen else ()
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


def _topics(question: Question) -> Iterator[Mistake]:
    seen: set[str] = set()
    for i, topic in enumerate(question.topics):
        parts = [part.strip() for part in topic.split("/")]
        if topic and not all(parts):
            whole = "/".join(filter(None, parts))
            remedy = Remedy("change_to", SetValue(whole), {"near": whole}) if whole else None
            yield replace(warning("bad_topic", "emner", i, topic=topic), remedy=remedy)
        elif topic in seen:
            twice = warning("topic_twice", "emner", i, topic=topic)
            yield replace(twice, remedy=Remedy("remove_one", Remove()))
        seen.add(topic)


def _own(question: Question) -> Iterator[Mistake]:
    match question:
        case Date() | Number() | Term():
            yield from check_key(question.key)
        case Choice() | MultipleChoice():
            yield from _check_options(question)
        case Enumeration() | Ordering() | Matching():
            yield from _check_lists(question)
        case Cloze() | Flashcard() | Open():
            yield from _check_texts(question)
        case _:
            assert_never(question)


def _check_texts(question: Cloze | Flashcard | Open) -> Iterator[Mistake]:
    if isinstance(question, Cloze):
        if not question.gaps:
            yield Mistake(code="no_gap", path=("tekst",))
        for gap in question.gaps:
            yield from (one.moved(("tekst",)).without_remedy() for one in check_key(gap.key))
    elif isinstance(question, Flashcard) and alike(question.prompt) == alike(question.back):
        yield warning("back_is_front", "bagside")


def _check_lists(question: Enumeration | Ordering | Matching) -> Iterator[Mistake]:
    match question:
        case Enumeration():
            wordings = [text for group in question.answers for text in group]
            yield from _twice(wordings, "svar", "answer_twice", _group_path(question.answers))
        case Ordering():
            if len(question.sequence) < FEWEST_OPTIONS:
                yield Mistake(code="order_short", path=("rækkefølge",))
            elif len(question.items) < FEWEST_TO_ORDER:
                yield warning("order_of_two", "rækkefølge")
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

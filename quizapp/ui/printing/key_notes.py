"""How a question is marked, in lines for the teacher: what is accepted, almost right, rejected."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from quizapp.base.texts import _, number_text
from quizapp.questions.cards import with_unit
from quizapp.questions.keys import (
    DateKey,
    Interval,
    Key,
    ListedDate,
    ListedNumber,
    ListedWording,
    NumberKey,
    Share,
    TermKey,
)
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

Listed = ListedDate | ListedNumber | ListedWording


def notes_of(question: Question) -> list[str]:
    """Return the lines; none where there is nothing to say beside the answer."""
    return [
        *_kind_notes(question),
        *(
            [_("Kildekritik: {text}").format(text=question.source_criticism)]
            * bool(question.source_criticism)
        ),
    ]


def _kind_notes(question: Question) -> Iterator[str]:
    match question:
        case Date() | Number() | Term():
            yield from _key_notes(question.key)
        case Cloze():
            yield from _gap_notes(question)
        case Enumeration():
            yield from _list_notes(question)
        case Choice() | MultipleChoice() | Ordering() | Matching() | Flashcard() | Open():
            yield from _other_notes(question)
        case _:
            assert_never(question)


def _other_notes(
    question: Choice | MultipleChoice | Ordering | Matching | Flashcard | Open,
) -> Iterator[str]:
    match question:
        case Choice() | MultipleChoice():
            yield from (f"»{one.text}«: {one.why}" for one in question.wrong if one.why)
        case Ordering():
            if any(len(tied) > 1 for tied in question.sequence):
                yield _("Led med skråstreg imellem er samtidige.")
        case Matching():
            yield from _line(_("Skal ikke bruges: {list}"), question.spare)
        case Flashcard():
            return
        case Open():
            yield from _line(_("Svaret skal have med: {list}"), question.rubric, "; ")
        case _:
            assert_never(question)


def _gap_notes(question: Cloze) -> Iterator[str]:
    for number, gap in enumerate(question.gaps, 1):
        for line in _key_notes(gap.key):
            yield _("Hul {n}: {note}").format(n=number, note=line)


def _list_notes(question: Enumeration) -> Iterator[str]:
    groups = [" = ".join(group) for group in question.answers if len(group) > 1]
    yield from _line(_("Samme svar: {list}"), groups)
    if question.require is not None:
        yield _("Der kræves {n}.").format(n=number_text(question.require))


def _key_notes(key: Key) -> Iterator[str]:
    match key:
        case DateKey():
            also = [one.text for one in key.also]
            if key.old_style is not None:
                also.append(key.old_style.text)
            yield from _line(_("Godtages: {list}"), also)
            if key.tolerance_years:
                yield _("Godtages: {n} år til hver side").format(n=key.tolerance_years)
        case NumberKey():
            yield from _line(_("Godtages: {list}"), _number_range(key))
            yield from _line(_("Enheden må også skrives: {list}"), key.unit_aliases)
        case TermKey():
            yield from _line(_("Godtages: {list}"), key.answers[1:])
        case _:
            assert_never(key)
    yield from _line(_("Næsten: {list}"), [_listed(one) for one in key.almost])
    if isinstance(key, NumberKey) and key.almost_range is not None:
        yield _("Næsten: {list}").format(list=_interval(key.almost_range))
    yield from _line(_("Godtages ikke: {list}"), [_listed(one) for one in key.reject])


def _number_range(key: NumberKey) -> list[str]:
    found = [with_unit(one.text, key.unit) for one in key.also]
    if key.accept_range is not None:
        found.append(_interval(key.accept_range))
    if isinstance(key.tolerance, Share):
        found.append(f"± {number_text((100 * key.tolerance.share).normalize())} %")
    elif key.tolerance:
        found.append(f"± {number_text(key.tolerance)}")
    return found


def _interval(interval: Interval) -> str:
    return f"{number_text(interval.low)}–{number_text(interval.high)}"


def _listed(one: Listed) -> str:
    match one:
        case ListedDate(date, feedback):
            text = date.text
        case ListedNumber(number, feedback):
            text = number.text
        case ListedWording(text, feedback):
            pass
        case _:
            assert_never(one)
    return f"{text} ({feedback})" if feedback else text


def _line(form: str, texts: Iterable[str], between: str = ", ") -> Iterator[str]:
    joined = between.join(texts)
    if joined:
        yield form.format(list=joined)

"""How answers to a question would be marked: typical ones, and one of the author's own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, assert_never

from quizapp.base.texts import Message
from quizapp.grading.author_checks import accepted_texts, almost_texts, rejected_texts
from quizapp.grading.grade import grade
from quizapp.grading.options import MarkingOptions
from quizapp.grading.verdict import Outcome
from quizapp.notation.author import danish_date
from quizapp.notation.calendar import first_day, first_year
from quizapp.notation.dates import Day, Month
from quizapp.questions.answers import Answer, Picked, Typed, TypedList
from quizapp.questions.keys import DateKey, Key, NumberKey, TermKey
from quizapp.questions.kinds import Choice, Cloze, Date, Enumeration, Number, Question, Term

MOST_TRIALS: Final = 6
_PER_LIST: Final = 2
_CENTURY: Final = 100
_LONG_WORD: Final = 5


@dataclass(frozen=True, slots=True)
class Trial:
    """An answer, and how it would be marked."""

    text: str
    outcome: Outcome
    message: Message


def try_answer(question: Question, answer: Answer, marking: str) -> Trial:
    """Mark an answer as a learner's would be; ``marking`` is what the pack marks otherwise."""
    verdict = grade(question, answer, _options(marking))
    return Trial(_shown(answer), verdict.outcome, verdict.message)


def try_text(question: Question, text: str, marking: str) -> Trial | None:
    """Mark a typed text; None for a question that is not answered by typing."""
    match question:
        case Date() | Number() | Term():
            return try_answer(question, Typed(text), marking)
        case Enumeration() | Cloze():
            parts = tuple(one.strip() for one in re.split(r"[;\n]|,(?=\s)", text))
            return try_answer(question, TypedList(parts), marking)
        case _:
            return None


def typical(question: Question, marking: str) -> tuple[Trial, ...]:
    """Return answers that learners are likely to give, each with its verdict."""
    match question:
        case Date() | Number() | Term():
            texts = _most(_texts(question.key))
            return tuple(try_answer(question, Typed(text), marking) for text in texts)
        case Choice():
            options = [question.right, *(one.text for one in question.wrong)]
            return tuple(try_answer(question, Picked(text), marking) for text in options if text)
        case Enumeration() | Cloze():
            answers = [one for one in _lists(question) if any(one)]
            return tuple(try_answer(question, TypedList(one), marking) for one in answers)
        case _:
            return ()


def _options(marking: str) -> MarkingOptions:
    try:
        return MarkingOptions.from_text(marking)
    except ValueError:
        return MarkingOptions()


def _shown(answer: Answer) -> str:
    match answer:
        case Typed(text):
            return text
        case TypedList(texts):
            return ", ".join(text or "–" for text in texts)
        case Picked(option):
            return option
        case _:
            return ""


def _most(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))[:MOST_TRIALS]


def _texts(key: Key) -> Iterator[str]:
    accepted = accepted_texts(key)
    yield accepted[0]
    match key:
        case DateKey():
            yield from _date_texts(key)
        case NumberKey():
            yield from _number_texts(key)
        case TermKey():
            yield from _slips(accepted[0])
        case _:
            assert_never(key)
    yield from almost_texts(key)[:_PER_LIST]
    yield from rejected_texts(key)[:_PER_LIST]
    yield from accepted[1:]


def _date_texts(key: DateKey) -> Iterator[str]:
    value = key.value.value
    first = first_day(value)
    year = first_year(value)
    if isinstance(value, Day):
        yield f"{first.day}/{first.month} {year % _CENTURY:02}" if year > 0 else ""
        yield danish_date(Month(value.year, value.month))
        yield f"{first.day}/{first.month}"
    yield str(year) if year > 0 else ""
    yield str(year + 1) if year > 0 else ""


def _number_texts(key: NumberKey) -> Iterator[str]:
    value = key.value.value
    if key.unit:
        yield f"{key.value.text} {key.unit}"
    if "." in key.value.text:
        yield key.value.text.replace(".", ",")
    if value == value.to_integral_value() and value:
        yield f"{value * Decimal('1.1'):.0f}"
        yield f"{value * 2:.0f}"
    else:
        yield f"{value + 1}".replace(".", ",")


def _slips(text: str) -> Iterator[str]:
    """Return a term in small letters, and with one letter left out."""
    yield text.lower()
    words = text.split()
    longest = max(words, key=len, default="")
    if len(longest) >= _LONG_WORD:
        middle = len(longest) // 2
        yield text.replace(longest, longest[:middle] + longest[middle + 1 :], 1)


def _lists(question: Enumeration | Cloze) -> Iterator[tuple[str, ...]]:
    match question:
        case Enumeration():
            firsts = tuple(one[0] for one in question.answers)[: question.asked_count]
        case Cloze():
            firsts = tuple(accepted_texts(gap.key)[0] for gap in question.gaps)
        case _:
            assert_never(question)
    yield firsts
    if len(firsts) > 1:
        yield (*firsts[:-1], "")

"""Labelled cases, one JSON object a line: what ``quizapp mark`` reads and writes."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar

from quizapp.base.ids import QuestionId
from quizapp.base.texts import number_text, say
from quizapp.grading.grade import grade
from quizapp.grading.numbers.digits import tidy
from quizapp.grading.options import DEFAULT, MarkingOptions
from quizapp.grading.picks import mark_selection
from quizapp.grading.verdict import Verdict
from quizapp.notation.author import danish_date, read_key_date
from quizapp.notation.dates import Precision
from quizapp.notation.written import WrittenDate, WrittenNumber
from quizapp.questions.answers import Answer, Ordered, Typed, TypedList
from quizapp.questions.cards import model_answer
from quizapp.questions.keys import (
    DateKey,
    Gap,
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
    Category,
    Cloze,
    Date,
    Enumeration,
    MultipleChoice,
    Number,
    Ordering,
    Question,
    Term,
    WrongOption,
)

Fields = Mapping[str, Any]
T = TypeVar("T")
_PRECISIONS: Final = {
    "day": Precision.DAY,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
    "range": Precision.RANGE,
}
_ID: Final = QuestionId("case")


class MalformedCaseError(ValueError):
    """A line that is not a case of the marking schema."""


def mark_line(text: str, options: MarkingOptions = DEFAULT) -> dict[str, str]:
    """Mark one line: id, verdict, rule, message, answer; or id and error for a malformed case."""
    name = ""
    try:
        case = json.loads(text, parse_float=Decimal)
        name = str(_of(case, dict).get("id", ""))
        verdict, answer = mark_case(case, options)
    except (
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
        ArithmeticError,
        RecursionError,
    ) as error:
        return {"id": name, "error": f"{type(error).__name__}: {error}"}
    message = verdict.comment or say(verdict.message)
    return {
        "id": name,
        "verdict": verdict.outcome.word,
        "rule": verdict.rule,
        "message": message,
        "answer": answer,
    }


def mark_case(case: Fields, options: MarkingOptions = DEFAULT) -> tuple[Verdict, str]:
    """Mark one case and return the verdict and the model answer; raises ``MalformedCaseError``."""
    kind, expected, given = case["kind"], _of(case["expected"], dict), case["given"]
    if kind == "multi" and expected["mode"] == "select":
        question = selection(expected)
        picked = tuple(_texts(given))
        require = expected.get("require")
        return mark_selection(question, picked, options, require), ", ".join(question.right)
    asked = question_of(kind, expected)
    return grade(asked, answer_of(kind, given), options), answer_text(asked)


def _of(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        msg = f"{kind.__name__} expected, got {value!r:.40}"
        raise MalformedCaseError(msg)
    return value


def _texts(value: object) -> list[str]:
    return [str(_of(one, str)) for one in _of(value, list)]


def answer_of(kind: str, given: object) -> Answer:
    """Return what was given as an answer of the kind's shape."""
    if kind in {"date", "number", "term"}:
        return Typed(_of(given, str))
    if kind == "order":
        return Ordered(tuple(_texts(given)))
    if kind == "cloze":
        return TypedList(tuple("" if one is None else _of(one, str) for one in _of(given, list)))
    if kind == "multi" and isinstance(given, str):
        return TypedList((given,))
    return TypedList(tuple(_texts(given)))


def selection(expected: Fields) -> MultipleChoice:
    """Return a question with options to tick."""
    right = tuple(_texts(expected["answers"]))
    options = _texts(expected.get("options", []))
    wrong = tuple(WrongOption(option) for option in options if option not in right)
    return MultipleChoice(id=_ID, category=Category.TERM, prompt="", right=right, wrong=wrong)


def question_of(kind: str, expected: Fields) -> Question:
    """Return the question that an ``expected`` object stands for; raises ``MalformedCaseError``."""
    match kind:
        case "date":
            return Date(id=_ID, category=Category.DATE, prompt="", key=date_key(expected))
        case "number":
            return Number(id=_ID, category=Category.NUMBER, prompt="", key=number_key(expected))
        case "term":
            return Term(id=_ID, category=Category.TERM, prompt="", key=term_key(expected))
        case "cloze":
            return Cloze(id=_ID, category=Category.TERM, prompt="", parts=_gaps(expected["gaps"]))
        case "order":
            sequence = tuple(_tied(one) for one in _of(expected["sequence"], list))
            return Ordering(id=_ID, category=Category.DATE, prompt="", sequence=sequence)
        case "multi":
            answers = tuple(tuple(_texts(one)) for one in _of(expected["answers"], list))
            require = expected.get("require")
            return Enumeration(
                id=_ID, category=Category.TERM, prompt="", answers=answers, require=require
            )
        case _:
            msg = f"unknown kind {kind!r}"
            raise MalformedCaseError(msg)


def _tied(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(_texts(value))


def _gaps(gaps: object) -> tuple[Gap, ...]:
    return tuple(Gap(key=key_of(_of(gap, dict))) for gap in _of(gaps, list))


def key_of(gap: Fields) -> Key:
    """Return the key of one gap."""
    match gap.get("kind", "term"):
        case "date":
            return date_key(gap)
        case "number":
            return number_key(gap)
        case "term":
            return term_key(gap)
        case other:
            msg = f"unknown kind of gap {other!r}"
            raise MalformedCaseError(msg)


def _date(text: object) -> WrittenDate:
    value = read_key_date(str(text))
    return WrittenDate(danish_date(value), value)


def _dates(expected: Fields, name: str) -> tuple[ListedDate, ...]:
    return tuple(ListedDate(_date(text)) for text in expected.get(name) or ())


def date_key(expected: Fields) -> DateKey:
    """Return the key of a date in the marking schema's words."""
    old_style = expected.get("old_style")
    almost = expected.get("almost_precision")
    return DateKey(
        value=_date(expected["value"]),
        precision=_PRECISIONS[expected["precision"]],
        also=tuple(_date(text) for text in expected.get("also") or ()),
        almost=_dates(expected, "almost"),
        reject=_dates(expected, "reject"),
        old_style=_date(old_style) if old_style else None,
        year_given=bool(expected.get("year_given", False)),
        tolerance_years=int(expected.get("tolerance_years") or 0),
        near_days=expected.get("near_days"),
        almost_precision=_PRECISIONS[almost] if almost else None,
    )


def _number(value: object) -> WrittenNumber:
    number = tidy(Decimal(str(value)))
    return WrittenNumber(number_text(number), number)


def _interval(value: Sequence[Any] | None) -> Interval | None:
    return Interval(Decimal(str(value[0])), Decimal(str(value[1]))) if value else None


def number_key(expected: Fields) -> NumberKey:
    """Return the key of a number in the marking schema's words."""
    relative = expected.get("tolerance_rel")
    absolute = Decimal(str(expected.get("tolerance_abs") or 0))
    return NumberKey(
        value=_number(expected["value"]),
        tolerance=Share(Decimal(str(relative))) if relative else absolute,
        also=tuple(_number(value) for value in expected.get("also") or ()),
        reject=tuple(ListedNumber(_number(value)) for value in expected.get("reject") or ()),
        accept_range=_interval(expected.get("accept_range")),
        almost_range=_interval(expected.get("almost_range")),
        unit=str(expected.get("unit") or ""),
        unit_aliases=tuple(_texts(expected.get("unit_aliases") or [])),
        unit_reject=tuple(_texts(expected.get("unit_reject") or [])),
        unit_required=bool(expected.get("unit_required", False)),
    )


def _wordings(expected: Fields, name: str) -> tuple[ListedWording, ...]:
    return tuple(ListedWording(wording) for wording in _texts(expected.get(name) or []))


def term_key(expected: Fields) -> TermKey:
    """Return the key of a term in the marking schema's words."""
    answers = tuple(_texts(expected["answers"]))
    if not answers:
        msg = "no answers"
        raise MalformedCaseError(msg)
    return TermKey(
        answers=answers,
        almost=_wordings(expected, "almost"),
        reject=_wordings(expected, "reject"),
    )


def answer_text(question: Question) -> str:
    """Return the model answer in one line."""
    match question:
        case Date() | Number() | Term():
            return model_answer(question.key)
        case Cloze():
            return " · ".join(model_answer(gap.key) for gap in question.gaps)
        case Enumeration():
            return ", ".join(wordings[0] for wordings in question.answers)
        case Ordering():
            return " → ".join(" / ".join(tied) for tied in question.sequence)
        case _:
            msg = f"no typed kind: {type(question).__name__}"
            raise MalformedCaseError(msg)

"""A question as the keys of one JSON line."""

from typing import assert_never

from quizapp.base.texts import _
from quizapp.notation.dates import Precision
from quizapp.questions.answer_form import Plain
from quizapp.questions.keys import DateKey, Gap, NumberKey, TermKey
from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Enumeration,
    Flashcard,
    Kind,
    Matching,
    MultipleChoice,
    Number,
    Open,
    Ordering,
    Question,
    Term,
    kind_of,
)
from quizapp.study.flow import Asking, Picture, Shown
from quizapp.study.shown import cloze_text


def question_keys(asking: Asking) -> dict[str, Plain]:
    """Return the line that asks a question."""
    question = asking.question
    prompt = question.prompt
    if not prompt and isinstance(question, Cloze):
        prompt = _("Udfyld hullerne.")
    return {
        "card": str(asking.card),
        "question": str(question.id),
        "kind": kind_of(question).value,
        "category": question.category.value,
        "prompt": prompt,
        "new": asking.is_new,
        **_kind_keys(question, asking.shown),
        **_picture_keys(asking.shown),
    }


def _picture_keys(shown: Shown) -> dict[str, Plain]:
    """Return the pictures: the question's own, and those of its options by their text."""
    keys: dict[str, Plain] = {}
    if shown.picture is not None:
        keys["picture"] = _picture(shown.picture)
    if shown.at_options:
        keys["pictures"] = {text: _picture(one) for text, one in shown.at_options.items()}
    return keys


def _picture(picture: Picture) -> Plain:
    return {"path": str(picture.path), "alt": picture.medium.alt}


def _kind_keys(question: Question, shown: Shown) -> dict[str, Plain]:  # noqa: C901, PLR0911, PLR0912 - one case a kind
    match question:
        case Date():
            return {"precision": question.key.precision.value}
        case Number():
            return {"unit": question.key.unit} if question.key.unit else {}
        case Term():
            return {}
        case Enumeration():
            return {"count": question.require} if question.require else {}
        case Choice() | MultipleChoice():
            return {"options": list(shown.options)}
        case Ordering():
            return {"items": list(shown.options)}
        case Matching():
            return {"left": list(shown.left), "right": list(shown.right)}
        case Cloze():
            return {"text": cloze_text(question), "gaps": [_gap(gap) for gap in question.gaps]}
        case Flashcard():
            return {"back": question.back}
        case Open():
            return {"model": question.model, "rubric": list(question.rubric)}
        case _:
            assert_never(question)


def _gap(gap: Gap) -> dict[str, Plain]:
    keys: dict[str, Plain] = {"kind": gap_kind(gap).value}
    if isinstance(gap.key, DateKey) and gap.key.precision is not Precision.DAY:
        keys["precision"] = gap.key.precision.value
    if gap.hint:
        keys["hint"] = gap.hint
    return keys


def gap_kind(gap: Gap) -> Kind:
    """Return how a gap is answered."""
    match gap.key:
        case DateKey():
            return Kind.DATE
        case NumberKey():
            return Kind.NUMBER
        case TermKey():
            return Kind.TERM
        case _:
            assert_never(gap.key)

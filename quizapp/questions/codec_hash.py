"""Canonical JSON and the two hashes of a question.

``content_sha`` tells revisions apart. ``meaning_sha`` tells whether a learner's memory of the
question still counts: it covers the kind and what is right, and nothing that only makes the same
answer easier to give or nicer to read. So wordings that are accepted besides (``også``),
``næsten``, ``afvis``, tolerances, wrong options, hints, explanations, pictures and topics leave it
alone.
Case, blanks and punctuation of a right answer do not count either.

Right is: a date's value and the precision asked for; a number's value and unit; the first wording
of a term; the first wording of each answer of an enumeration (in any order); the right options; the
order with its ties; the pairs; the gaps in order; the back of a flashcard; and of an open question
the rubric, or the model answer where there is no rubric.
"""

import hashlib
import json
import unicodedata
from dataclasses import astuple
from decimal import Decimal
from typing import assert_never

from quizapp.notation.dates import DateValue, Span, precision_of
from quizapp.questions.codec import encode
from quizapp.questions.codec_keys import decimal_text
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.keys import DateKey, Key, NumberKey, TermKey
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
    kind_of,
)


def canonical_json(value: Plain) -> bytes:
    """Write a value as the one UTF-8 JSON it has: NFC, sorted keys, no blanks, no NaN."""
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return unicodedata.normalize("NFC", text).encode()


def content_sha(question: Question) -> str:
    """Return the SHA-256 of a question's canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(encode(question))).hexdigest()


def meaning_sha(question: Question) -> str:
    """Return the SHA-256 of the kind and the right answer, in hexadecimal."""
    meaning: Plain = [kind_of(question).value, _right(question)]
    return hashlib.sha256(canonical_json(meaning)).hexdigest()


def _right(question: Question) -> Plain:
    match question:
        case Date() | Number() | Term():
            return _key(question.key)
        case Cloze():
            return [_key(gap.key) for gap in question.gaps]
        case Choice() | MultipleChoice() | Flashcard() | Open():
            return _texts(question)
        case Enumeration() | Ordering() | Matching():
            return _structure(question)
        case _:
            assert_never(question)


def _texts(question: Choice | MultipleChoice | Flashcard | Open) -> Plain:
    match question:
        case Choice():
            return _bare(question.right)
        case MultipleChoice():
            return _sorted(question.right)
        case Flashcard():
            return _bare(question.back)
        case Open():
            return [_bare(one) for one in question.rubric or (question.model,)]
        case _:
            assert_never(question)


def _structure(question: Enumeration | Ordering | Matching) -> Plain:
    match question:
        case Enumeration():
            return _sorted(tuple(wordings[0] for wordings in question.answers))
        case Ordering():
            return [_sorted(tied) for tied in question.sequence]
        case Matching():
            pairs = sorted((_bare(left), _bare(right)) for left, right in question.pairs)
            return [*pairs]
        case _:
            assert_never(question)


def _key(key: Key) -> Plain:
    match key:
        case DateKey():
            return [_date(key.value.value), key.precision.value]
        case NumberKey():
            return [_number(key.value.value), _bare(key.unit)]
        case TermKey():
            return _bare(key.answers[0])
        case _:
            assert_never(key)


def _date(value: DateValue) -> Plain:
    if isinstance(value, Span):
        return [_date(value.start), _date(value.end)]
    return [precision_of(value).value, *astuple(value)]


def _number(value: Decimal) -> str:
    return decimal_text(value)


def _sorted(texts: tuple[str, ...]) -> Plain:
    return [*sorted(_bare(text) for text in texts)]


def _bare(text: str) -> str:
    letters = "".join(one for one in unicodedata.normalize("NFC", text) if one.isalnum())
    return letters.casefold() or text

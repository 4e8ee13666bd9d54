"""What authors are warned of before learners answer."""

from decimal import Decimal

import pytest

from quizapp.base.ids import QuestionId
from quizapp.grading.author_checks import check_marking, check_twins
from quizapp.notation.dates import Precision
from quizapp.notation.written import WrittenDate, WrittenNumber
from quizapp.questions.keys import (
    DateKey,
    Gap,
    Interval,
    Key,
    ListedDate,
    ListedNumber,
    ListedWording,
    NumberKey,
    TermKey,
)
from quizapp.questions.kinds import Category, Cloze, Enumeration, Flashcard, Term

ID, TERM = QuestionId("q"), Category.TERM


def _codes(key: Key) -> list[str]:
    question = Cloze(id=ID, category=TERM, prompt="", parts=(Gap(key=key),))
    return [warning.code for warning in check_marking(question)]


def _number(text: str) -> WrittenNumber:
    return WrittenNumber.read(text)


@pytest.mark.parametrize(
    ("key", "code"),
    [
        (TermKey(answers=("Komura",), reject=(ListedWording("komura"),)),
         "packs.reject_accepted"),
        (TermKey(answers=("Unionen",), almost=(ListedWording("union"),)),
         "packs.almost_accepted"),
        (TermKey(answers=("Christian 4.", "Christian 5.")), "packs.answers_contradict"),
        (TermKey(answers=("ved ikke",)), "packs.answer_not_accepted"),
        (TermKey(answers=("Waterloo",)), "packs.one_form_of_name"),
        (NumberKey(value=_number("5"), tolerance=Decimal(2), reject=(ListedNumber(_number("20")),),
                   accept_range=Interval(Decimal(8), Decimal(9))), "packs.answers_contradict"),
        (NumberKey(value=_number("5"), almost=(ListedNumber(_number("6")),),
                   tolerance=Decimal(1)), ""),
        (DateKey(value=WrittenDate.read("1905"), precision=Precision.YEAR,
                 also=(WrittenDate.read("1915"),)), "packs.answers_contradict"),
        (DateKey(value=WrittenDate.read("1905"), precision=Precision.YEAR,
                 reject=(ListedDate(WrittenDate.read("1904")),),
                 almost=(ListedDate(WrittenDate.read("1905")),)), "packs.almost_accepted"),
        (DateKey(value=WrittenDate.read("1905"), precision=Precision.YEAR,
                 also=(WrittenDate.read("1906"),)), ""),
        (NumberKey(value=_number("170,86"), unit="m", unit_required=True), ""),
        (TermKey(answers=("Wilhelm 2.",)), ""),
        (TermKey(answers=("København",), reject=(ListedWording("Kiel"),)), ""),
    ],
)  # fmt: skip
def test_a_key_is_warned_of(key: Key, code: str) -> None:
    assert (code in _codes(key)) if code else _codes(key) == []


def test_a_list_is_warned_of_the_same_answer_twice() -> None:
    question = Enumeration(
        id=ID, category=TERM, prompt="", answers=(("Norge",), ("Norges",), ("Sverige",))
    )
    assert [warning.code for warning in check_marking(question)] == ["packs.same_answer_twice"]


def test_a_term_a_number_and_a_date_are_checked_as_gaps_are() -> None:
    key = TermKey(answers=("Christian 4.", "Christian 5."))
    question = Term(id=ID, category=TERM, prompt="", key=key)
    assert [warning.code for warning in check_marking(question)] == ["packs.answers_contradict"]


def test_a_prompt_that_names_the_answer_of_its_own_or_of_a_twin_is_noticed() -> None:
    def asked(name: str, prompt: str, answer: str, fact: str = "") -> Term:
        key = TermKey(answers=(answer,))
        return Term(id=QuestionId(name), category=TERM, prompt=prompt, key=key, fact=fact)

    questions = [
        asked("a", "Hvem vandt slaget ved Mukden?", "Japan", "slag"),
        asked("b", "Hvor tabte Rusland til Japan?", "Mukden", "slag"),
        asked("c", "Hvad hed fredsmægleren Roosevelt?", "Roosevelt"),
        asked("d", "Hvilket land vandt over Rusland?", "Japan"),
    ]
    warnings = check_twins(questions)
    assert [warning.fields["question"] for warning in warnings] == ["a", "b", "c"]
    assert {warning.code for warning in warnings} == {"packs.prompt_gives_answer"}


def test_a_card_has_nothing_to_mark() -> None:
    assert check_marking(Flashcard(id=ID, category=TERM, prompt="", back="")) == ()

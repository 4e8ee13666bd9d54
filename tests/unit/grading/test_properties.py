"""What holds for every answer: bounded, stable, monotone, and no digit ever forgiven."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.base.ids import QuestionId
from quizapp.grading.grade import grade
from quizapp.grading.options import DEFAULT
from quizapp.grading.typed import mark_typed
from quizapp.grading.verdict import Outcome
from quizapp.notation.author import danish_date
from quizapp.notation.calendar import month_length
from quizapp.notation.date_words import MONTHS
from quizapp.notation.dates import Day, Month, Point, Precision, Year, precision_of
from quizapp.notation.normalise import normalise
from quizapp.notation.number_words import cardinal_words
from quizapp.notation.written import WrittenDate, WrittenNumber
from quizapp.questions.answers import TypedList
from quizapp.questions.keys import DateKey, Gap, Key, NumberKey, TermKey
from quizapp.questions.kinds import Category, Cloze, Enumeration, Question

KEYS: tuple[Key, ...] = (
    TermKey(answers=("Christian 4.", "Christian den Fjerde")),
    TermKey(answers=("København",)),
    NumberKey(value=WrittenNumber("60.000", Decimal(60000)), unit="mand"),
    DateKey(value=WrittenDate("5. juni 1849", Day(1849, 6, 5)), precision=Precision.DAY),
    DateKey(value=WrittenDate("44 f.Kr.", Year(-44)), precision=Precision.YEAR),
)

_ID, _TERM = QuestionId("q"), Category.TERM
TOGETHER: tuple[Question, ...] = (
    Enumeration(id=_ID, category=_TERM, prompt="", answers=(("Norge",), ("1. u",)), require=1),
    Enumeration(
        id=_ID, category=_TERM, prompt="", answers=(("Norge",), ("Bosnien og X",), ("1. u",))
    ),
    Cloze(id=_ID, category=_TERM, prompt="", parts=tuple(Gap(key=key) for key in KEYS)),
)
RIGHT_TEXTS = ("Norge", "Bosnien og X", "1. u", "Christian IV", "København", "60.000")
PRECISIONS = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY)
ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX",
)  # fmt: skip

years = st.one_of(st.integers(1, 2100), st.integers(-2000, -1))


@st.composite
def days(draw: st.DrawFn) -> Day:
    year, month = draw(years), draw(st.integers(1, 12))
    return Day(year, month, draw(st.integers(1, month_length(month, year))))


def _outcome(key: Key, text: str) -> Outcome:
    return mark_typed(key, text, DEFAULT).outcome


def _date_key(point: Point) -> DateKey:
    return DateKey(value=WrittenDate(danish_date(point), point), precision=precision_of(point))


def _notations(day: Day) -> list[str]:
    number, month, name = day.day, day.month, MONTHS[day.month - 1]
    era = " f.Kr." if day.year < 0 else ""
    year = f"{abs(day.year)}{era}"
    texts = [
        f"{number}. {name} {year}",
        f"den {number}. {name} {year}",
        f"d. {number}/{month} {year}",
        f"{number}. {name.upper()} {year}",
        f"{number}de {name} {year}",
    ]
    texts += [f"{number}. {name[:3]}. {year}" if month != 5 else f"{number}. maj {year}"]
    texts += [f"den {number}. i {month}. {year}"]
    if abs(day.year) > 99:
        texts += [f"{number}-{month}-{year}", f"{number}.{ROMAN[month - 1]}.{year}"]
        texts += [f"{year}, {number}. {name}", f"{name} {number}, {year}"]
        texts += [f"{number}/{month}-{year}", f"{number:02}.{month:02}.{year}"]
        texts += [f"{abs(day.year):04}-{month:02}-{number:02}{era}"]
    return texts


@given(st.text(max_size=300))
@example("ß̇" * 9)
@example("½ ⅓ ⅔")
@example("İİ̇")
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text(max_size=220), st.sampled_from(KEYS))
def test_any_text_gets_a_verdict(text: str, key: Key) -> None:
    assert mark_typed(key, text, DEFAULT).outcome in Outcome


@given(
    st.lists(st.one_of(st.text(max_size=80), st.sampled_from(RIGHT_TEXTS)), max_size=6),
    st.sampled_from(TOGETHER),
)
def test_any_texts_get_a_verdict_together(texts: list[str], question: Question) -> None:
    verdict = grade(question, TypedList(tuple(texts)))
    assert verdict.outcome in Outcome
    assert 0 <= verdict.score <= 1


@pytest.mark.parametrize("text", ["a, ", "\u202e", "🎉;", "og ", "1. ", "Norge, "])
@pytest.mark.parametrize("question", TOGETHER, ids=["one", "list", "cloze"])
def test_a_hundred_thousand_characters_are_no_list(text: str, question: Question) -> None:
    assert grade(question, TypedList((text * 50_000,))).outcome is Outcome.WRONG


@pytest.mark.parametrize("text", ["a", "\u202e", "🎉", "1", "og ", "(", "5/", "ikke "])
@pytest.mark.parametrize("key", KEYS, ids=["king", "city", "number", "day", "year"])
def test_a_hundred_thousand_characters_are_wrong(text: str, key: Key) -> None:
    assert _outcome(key, text * 100_000) is Outcome.WRONG


@given(days())
@settings(max_examples=300)
def test_every_day_is_right_in_every_notation(day: Day) -> None:
    key = _date_key(day)
    assert [text for text in _notations(day) if _outcome(key, text) is not Outcome.CORRECT] == []


@given(days(), days(), st.integers(-3, 3), st.sampled_from(list(PRECISIONS)))
@settings(max_examples=300)
def test_the_notation_of_a_date_never_changes_its_verdict(
    asked: Day, other: Day, step: int, precision: Precision
) -> None:
    near = replace(asked, day=min(max(asked.day + step, 1), 28))
    key = DateKey(value=WrittenDate(danish_date(asked), asked), precision=precision)
    for given_day in (near, other):
        outcomes = {_outcome(key, text) for text in _notations(given_day)}
        assert len(outcomes) == 1, (
            given_day,
            [(t, _outcome(key, t)) for t in _notations(given_day)],
        )


@given(
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.sampled_from([Decimal(0), Decimal(5), Decimal(900)]),
)
def test_the_notation_of_a_number_never_changes_its_verdict(
    asked: int, other: int, tolerance: Decimal
) -> None:
    key = NumberKey(value=WrittenNumber(str(asked), Decimal(asked)), tolerance=tolerance)
    dotted = f"{other:,}".replace(",", ".")
    texts = [str(other), f"ca. {other}", f"{other},0", cardinal_words(other), f"({other})"]
    if abs(Decimal(other) / 1000 - asked) > tolerance:
        texts.append(dotted)
    assert len({_outcome(key, text) for text in texts}) == 1


@given(st.sampled_from(["Christian 4.", "Karl 12.", "Nikolaj 2.", "Margrete 1.", "Ludvig 14."]),
       st.integers(1, 20))  # fmt: skip
def test_the_notation_of_a_regnal_number_never_changes_its_verdict(name: str, number: int) -> None:
    first = name.split(maxsplit=1)[0]
    roman = ROMAN[number - 1]
    texts = [
        f"{first} {number}.",
        f"{first} {number}",
        f"{first} {roman}",
        f"kong {first} {number}.",
    ]
    outcomes = {_outcome(TermKey(answers=(name,)), text) for text in texts}
    assert outcomes == ({Outcome.CORRECT} if f"{number}." in name.split() else {Outcome.WRONG})


@given(st.integers(1000, 2100))
def test_a_short_year_in_a_full_date_is_right(year: int) -> None:
    key = _date_key(Day(year, 9, 5))
    assert _outcome(key, f"5/9-{year % 100:02}") is Outcome.CORRECT


@given(days(), st.integers(-40, 40).filter(bool))
def test_another_year_is_never_right(day: Day, step: int) -> None:
    other = day.year + step
    if other == 0 or day.day > month_length(day.month, other):
        return
    key = _date_key(day)
    for text in _notations(Day(other, day.month, day.day)):
        if abs(other) % 100 != abs(day.year) % 100:
            assert _outcome(key, text) is not Outcome.CORRECT


@given(days(), st.one_of(st.integers(2, 5), st.integers(2, 400)))
def test_a_day_more_than_one_off_is_wrong(day: Day, step: int) -> None:
    if not 1 <= day.year <= 1990:
        return
    ordinal = date(day.year, day.month, min(day.day, 28)).toordinal()
    start = date.fromordinal(ordinal)
    end = date.fromordinal(ordinal + step)
    if start.year <= 1583:
        return
    key = _date_key(Day(start.year, start.month, start.day))
    assert _outcome(key, f"{end.day}. {MONTHS[end.month - 1]} {end.year}") is Outcome.WRONG


@given(days().filter(lambda day: abs(day.year) > 99))
def test_of_two_true_answers_the_narrower_is_never_marked_lower(day: Day) -> None:
    era = " f.Kr." if day.year < 0 else ""
    century = abs(day.year) // 100 * 100
    decade = abs(day.year) // 10 * 10
    answers = [
        f"{century}-tallet{era}",
        *([f"{decade}’erne{era}"] if decade % 100 else []),
        f"{abs(day.year)}{era}",
        f"{MONTHS[day.month - 1]} {abs(day.year)}{era}",
        f"{day.day}. {MONTHS[day.month - 1]} {abs(day.year)}{era}",
    ]
    for precision in (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.CENTURY):
        key = DateKey(value=WrittenDate(danish_date(day), day), precision=precision)
        outcomes = [_outcome(key, answer) for answer in answers]
        assert outcomes == sorted(outcomes), (precision, answers)


@given(st.sampled_from([Month(1905, 9), Year(1536), Year(-44), Day(1849, 6, 5)]), st.data())
def test_a_changed_digit_never_makes_a_date_right(point: Point, data: st.DataObject) -> None:
    text = danish_date(point)
    at = data.draw(st.sampled_from([m.start() for m in re.finditer(r"\d", text)]))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda one: one != text[at]))
    assert _outcome(_date_key(point), text[:at] + digit + text[at + 1 :]) is not Outcome.CORRECT


@given(st.integers(0, 10**9), st.data())
def test_a_changed_digit_makes_an_exact_number_wrong(number: int, data: st.DataObject) -> None:
    text = str(number)
    at = data.draw(st.integers(0, len(text) - 1))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda one: one != text[at]))
    key = NumberKey(value=WrittenNumber(text, Decimal(number)))
    assert _outcome(key, text[:at] + digit + text[at + 1 :]) is Outcome.WRONG


@given(
    st.sampled_from(
        ["Christian 4.", "2. verdenskrig", "Apollo 11", "7-årskrigen", "B-52", "9. april"]
    ),
    st.data(),
)
def test_a_changed_digit_makes_a_term_wrong(answer: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([m.start() for m in re.finditer(r"\d", answer)]))
    digit = data.draw(st.sampled_from("0123456789").filter(lambda one: one != answer[at]))
    changed = answer[:at] + digit + answer[at + 1 :]
    assert _outcome(TermKey(answers=(answer,)), changed) is Outcome.WRONG


@given(
    st.sampled_from(["Christian 4.", "2. verdenskrig", "Apollo 11", "Boeing 747", "9. april"]),
    st.data(),
)
def test_a_digit_more_or_less_makes_a_term_wrong(answer: str, data: st.DataObject) -> None:
    places = [m.start() for m in re.finditer(r"\d", answer)]
    at = data.draw(st.sampled_from(places))
    digit = data.draw(st.sampled_from("123456789"))
    assert _outcome(TermKey(answers=(answer,)), answer[:at] + digit + answer[at:]) is Outcome.WRONG
    if len(places) > 1:
        shorter = answer[:at] + answer[at + 1 :]
        assert _outcome(TermKey(answers=(answer,)), shorter) is Outcome.WRONG


@given(st.integers(1, 10**9), st.data())
def test_a_digit_more_or_less_makes_an_exact_number_wrong(number: int, data: st.DataObject) -> None:
    text = str(number)
    at = data.draw(st.integers(0, len(text) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    key = NumberKey(value=WrittenNumber(text, Decimal(number)))
    for other in (text[:at] + digit + text[at:], text[:at] + text[at + 1 :]):
        if other and int(other) != number:
            assert _outcome(key, other) is Outcome.WRONG


@given(
    st.integers(100, 10**6), st.integers(0, 90), st.integers(0, 90), st.integers(0, 90),
    st.integers(0, 90), st.sampled_from([Decimal(0), Decimal(20)]),
)  # fmt: skip
def test_of_two_true_ranges_the_narrower_is_never_marked_lower(
    number: int, below: int, above: int, more_below: int, more_above: int, tolerance: Decimal
) -> None:
    key = NumberKey(value=WrittenNumber(str(number), Decimal(number)), tolerance=tolerance)
    narrow = f"{number - below}-{number + above}"
    wide = f"{number - below - more_below}-{number + above + more_above}"
    assert _outcome(key, narrow) >= _outcome(key, wide)
    assert _outcome(key, str(number)) >= _outcome(key, narrow)


@given(st.integers(1000, 10**12))
def test_every_way_to_group_thousands_is_the_same_number(number: int) -> None:
    key = NumberKey(value=WrittenNumber(str(number), Decimal(number)))
    for sign in (".", " ", "\u00a0", "'", ""):
        assert _outcome(key, f"{number:,}".replace(",", sign)) is Outcome.CORRECT


@given(st.integers(1000, 10**9))
def test_english_grouping_is_almost_or_the_only_reading(number: int) -> None:
    key = NumberKey(value=WrittenNumber(str(number), Decimal(number)))
    is_only = number >= 10**6
    expected = Outcome.CORRECT if is_only else Outcome.ALMOST
    assert _outcome(key, f"{number:,}") is expected

"""Small parts of reading: normalising, edits, calendar, Roman numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.notation.calendar import day_number, is_leap, month_length
from quizapp.notation.dates import Day
from quizapp.notation.edits import edits_within
from quizapp.notation.normalise import normalise
from quizapp.notation.roman import read_roman


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("»København«", "københavn"),
        ("1½ mio.", "1 1/2 mio"),
        ("½", "1/2"),
        ("10⁶", "10^6"),
        ("(1905)", "1905"),
        ("((a)", "((a)"),
        ("(a) og (b)", "(a) og (b)"),
        ("'a' og 'b'", "'a' og 'b'"),
        ('"a', "a"),
        ('a"', "a"),
        ("K\u00f8\u00adben\u200bhavn", "københavn"),
        ("K\u006f\u0308benhavn", "köbenhavn"),
        ("A\u030arhus", "århus"),
        ("1905 – 06", "1905 - 06"),
        ("İran", "iran"),
        ("1️⃣", "1"),
        ("38° nord", "38° nord"),
        ("  a \n b\t", "a b"),
    ],
)
def test_what_is_not_knowledge_falls_away(text: str, plain: str) -> None:
    assert normalise(text) == plain


@pytest.mark.parametrize(
    ("given_word", "wanted", "limit", "edits"),
    [
        ("danmark", "danmark", 2, 0),
        ("danmakr", "danmark", 2, 1),
        ("danmar", "danmark", 2, 1),
        ("dnmark", "danmark", 2, 1),
        ("danmurk", "danmark", 2, 1),
        ("sverige", "danmark", 2, None),
        ("dan", "danmark", 2, None),
        ("a", "b", 0, None),
        ("", "ab", 2, 2),
    ],
)
def test_edits_are_counted_up_to_the_limit(
    given_word: str, wanted: str, limit: int, edits: int | None
) -> None:
    assert edits_within(given_word, wanted, limit) == edits


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_edits_are_the_same_both_ways(one: str, other: str) -> None:
    assert edits_within(one, other, 8) == edits_within(other, one, 8)


@given(st.text("abcæ", max_size=8), st.text("abcæ", max_size=8))
def test_a_lower_limit_never_changes_the_count(one: str, other: str) -> None:
    full = edits_within(one, other, 8)
    assert full is not None
    assert edits_within(one, other, 2) == (full if full <= 2 else None)


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
             (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
    roman, rest = "", number
    for value, sign in signs:
        while rest >= value:
            roman, rest = roman + sign, rest - value
    assert read_roman(roman) == number


@pytest.mark.parametrize("word", ["", "a", "iix", "vx", "abc"])
def test_other_words_are_no_roman_numerals(word: str) -> None:
    assert read_roman(word) is None


@pytest.mark.parametrize(
    ("year", "leap"),
    [
        (1900, False),
        (2000, True),
        (1904, True),
        (1500, True),
        (-1, True),
        (-4, False),
        (1903, False),
    ],
)
def test_leap_years_follow_the_calendar_of_their_time(year: int, *, leap: bool) -> None:
    assert is_leap(year) is leap
    assert month_length(2, year) == (29 if leap else 28)


def test_a_julian_leap_year_may_be_asked_for() -> None:
    assert is_leap(1900, julian=True)


@given(st.integers(-100, 2100).filter(bool), st.integers(1, 12))
def test_neighbouring_days_have_neighbouring_numbers(year: int, month: int) -> None:
    last = Day(year, month, month_length(month, year))
    after = Day(year, month + 1, 1) if month < 12 else Day(year + 1 or 1, 1, 1)
    assert day_number(after) == day_number(last) + 1

"""Number words, also against an independent generator."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]  # it has no stubs

from quizapp.notation.number_words import (
    cardinal_words,
    morphemes_of,
    read_cardinal,
    read_cardinal_run,
    read_ordinal,
)


def _value(text: str) -> int | None:
    spelled = read_cardinal(text)
    return spelled.value if spelled is not None else None


@given(st.integers(0, 10**6))
def test_words_of_the_independent_generator_read_back(number: int) -> None:
    assert _value(num2words(number, lang="da")) == number


@given(st.integers(0, 10**15))
def test_large_words_of_the_independent_generator_read_back(number: int) -> None:
    assert _value(num2words(number, lang="da")) == number


def test_a_sample_of_the_first_million_reads_back_split_and_joined() -> None:
    for number in random.Random(4).sample(range(10**6), 3000):
        words = cardinal_words(number)
        assert _value(words) == number
        assert _value(words.replace(" ", "")) == number
        assert _value(words.replace(" ", "-")) == number


@given(st.integers(0, 10**15 - 1))
def test_own_words_read_back(number: int) -> None:
    assert _value(cardinal_words(number)) == number


@given(st.integers(0, 10**6))
def test_a_run_of_words_is_the_number_of_the_joined_words(number: int) -> None:
    words = cardinal_words(number).split()
    assert read_cardinal_run(words) == read_cardinal("".join(words))


@pytest.mark.parametrize(
    ("text", "value"),
    [("treds", 60), ("halvtres", 50), ("halvfjers", 70), ("tredve", 30), ("en milion", 10**6)],
)
def test_common_misspellings_are_read_and_noticed(text: str, value: int) -> None:
    spelled = read_cardinal(text)
    assert spelled is not None
    assert (spelled.value, spelled.is_misspelt) == (value, True)


@pytest.mark.parametrize(
    "text",
    ["", "hund", "nitten otte", "og", "tusind million", "nul tusind", "en og", "to tre", "x" * 300,
     "hundrede hundrede", "nul og tyve", "tusind nul", "to hundrede nul", "fem fire hundrede"],
)  # fmt: skip
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert read_cardinal(text) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [("femte", 5), ("enogtyvende", 21), ("enogtredivte", 31), ("halvfjerdsindstyvende", 70),
     ("hund", None), ("hundogtyvende", None), ("enogfemte", None), ("ellevte", 11)],
)  # fmt: skip
def test_ordinals_are_read(word: str, number: int | None) -> None:
    assert read_ordinal(word) == number


def test_a_word_of_other_letters_has_no_morphemes() -> None:
    assert morphemes_of("femhund") is None
    assert morphemes_of("x" * 500) is None
    assert morphemes_of("femogtyve") == ("fem", "og", "tyve")

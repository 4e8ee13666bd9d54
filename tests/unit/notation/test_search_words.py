"""What is looked for is found however it is written, and marked where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.notation.search_words import found_at, is_found, needles, searchable

DANISH = st.text(alphabet="abdeorstæøåÆØÅéü AO-’", max_size=30)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("port", "Hvornår angreb Japan Port Arthur?"),
        ("KRIG", "Første Verdenskrig"),
        ("arhus", "Hvad skete der i Århus?"),
        ("aarhus", "Hvad skete der i Århus?"),
        ("århus", "Hvad skete der i Århus?"),
        ("Aarhus", "Aarhus"),
        ("oresund", "Øresund"),
        ("oeresund", "Øresund"),
        ("jaegerspris", "Jægerspris"),
        ("jager", "Jægerspris"),
        ("port japan", "Hvornår angreb Japan Port Arthur?"),
        ("napoleon", "Napoléon"),
        ("müller", "Muller"),
    ],
)
def test_a_text_is_found(query: str, text: str) -> None:
    assert is_found(needles(query), searchable(text))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("år", "Harald"),
        ("ø", "Odense"),
        ("port kina", "Hvornår angreb Japan Port Arthur?"),
        ("krige", "krig"),
    ],
)
def test_a_text_is_not_found(query: str, text: str) -> None:
    assert not is_found(needles(query), searchable(text))


def test_an_empty_query_finds_everything() -> None:
    assert is_found(needles("  "), searchable("hvad som helst"))


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("port", "Portsmouth og Port Arthur", ["Port", "Port"]),
        ("aarhus", "I Århus skete det", ["Århus"]),
        ("arh", "I Aarhus skete det", ["Aarh"]),
        ("oeresund", "Øresund", ["Øresund"]),
        ("krig verdens", "verdenskrig", ["verdenskrig"]),
        ("år", "år for år", ["år", "år"]),
        ("x", "intet", []),
    ],
)
def test_what_was_found_is_marked(query: str, text: str, marked: list[str]) -> None:
    spans = found_at(needles(query), text)
    assert [text[start : start + length] for start, length in spans] == marked


@given(text=DANISH, start=st.integers(0, 29), length=st.integers(1, 10))
def test_any_part_of_a_word_is_found_and_marked(text: str, start: int, length: int) -> None:
    words = needles(text[start : start + length])
    if words:
        whole = searchable(text)
        assert is_found(words, whole) == bool(found_at(words, text))


@given(text=DANISH, query=DANISH)
def test_marks_lie_in_the_text_and_apart(text: str, query: str) -> None:
    end = -1
    for start, length in found_at(needles(query), text):
        assert start > end
        assert length > 0
        end = start + length
    assert end <= len(text)


@given(text=st.text(alphabet="bdrstæøåÆØÅ ", max_size=30))
def test_letters_written_with_two_are_found_as_one(text: str) -> None:
    written = text.casefold().replace("å", "aa").replace("ø", "oe").replace("æ", "ae")
    assert is_found(needles(written), searchable(text))

"""What a form shows is what the file says, and every field of every kind can be reached."""

import pytest
from hypothesis import given

from quizapp.library.editing.form_shapes import (
    MAIN,
    SELDOM,
    SELDOM_SHARED,
    SHARED,
    Asked,
    Filled,
    Way,
)
from quizapp.library.editing.form_values import commas_of, list_of, rows_of, value_of
from quizapp.packs.yaml_entries import as_texts
from quizapp.questions.codec import decode, encode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.codec_words import keys_of
from quizapp.questions.kinds import Kind, Question, kind_of
from tests.strategies import questions


def asked_of(kind: Kind) -> tuple[Asked, ...]:
    return (*MAIN[kind], *SHARED, *SELDOM.get(kind, ()), *SELDOM_SHARED)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_form_has_every_field_of_its_kind(kind: Kind) -> None:
    set_elsewhere = {"id", "type", "kategori", "sværhed", "rev"}
    assert {one.key for one in asked_of(kind)} == set(keys_of(kind)) - set_elsewhere


@given(questions())
def test_what_is_shown_in_rows_is_written_back_as_it_was(question: Question) -> None:
    fields = {key: as_texts(value) for key, value in encode(question).items()}
    shown = dict(fields)
    for one in asked_of(kind_of(question)):
        if isinstance(one.way, Filled) and one.key in fields and _fits(fields[one.key], one.way):
            shown[one.key] = value_of(rows_of(fields[one.key], one.way), one.way)
    assert decode(shown).question == question


def _fits(value: Plain, way: Filled) -> bool:
    """Tell whether no text of a field holds the very sign that parts texts in a form."""
    sign = {Filled.ANSWERS: ";", Filled.TIES: "="}.get(way)
    return sign is None or sign not in str(value)


@pytest.mark.parametrize(
    ("value", "filled", "rows"),
    [
        ({"1848": "Tæt på"}, Filled.REMARKS, [("1848", "Tæt på")]),
        ("krig", Filled.TEXTS, [("krig",)]),
        (
            [["Færøerne", "Færø"], "Danmark"],
            Filled.ANSWERS,
            [("Færøerne", "Færø"), ("Danmark", "")],
        ),
        ([["a", "b"], "c"], Filled.TIES, [("a = b",), ("c",)]),
        ("Bogen s. 4", Filled.SOURCES, [("Bogen s. 4", "", "")]),
        ("", Filled.TEXTS, []),
    ],
)
def test_other_ways_of_writing_are_shown_too(
    value: Plain, filled: Filled, rows: list[tuple[str, ...]]
) -> None:
    assert rows_of(value, filled) == rows


def test_empty_rows_count_for_nothing() -> None:
    assert value_of([("a",), ("",), (" ",)], Filled.TEXTS) == ["a"]
    assert value_of([("", "", "")], Filled.SOURCES) == []


@pytest.mark.parametrize(
    ("row", "filled"),
    [
        (("", "Det var året efter"), Filled.REMARKS),
        (("", "Kongen"), Filled.PAIRS),
        (("", "Færø"), Filled.ANSWERS),
        (("", "", "2. maj 2024"), Filled.SOURCES),
    ],
)
def test_a_row_is_kept_while_its_first_text_is_not_written_yet(
    row: tuple[str, ...], filled: Filled
) -> None:
    assert rows_of(value_of([row], filled), filled) == [row]


def test_short_texts_stand_on_one_line() -> None:
    assert commas_of(["mand", "russere"]) == "mand, russere"
    assert list_of(" mand,, russere ") == ["mand", "russere"]


def test_the_ways_are_all_in_use() -> None:
    used = {one.way for kind in Kind for one in asked_of(kind)}
    assert used == {*Way, *Filled}

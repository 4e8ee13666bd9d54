"""Questions and plain mappings are two forms of the same."""

import json
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.notation.dates import Day, Precision, Year
from quizapp.questions.codec import decode, encode
from quizapp.questions.codec_gaps import cell_text, cell_value, read_gaps, write_gaps
from quizapp.questions.codec_hash import canonical_json
from quizapp.questions.codec_keys import decimal_text
from quizapp.questions.codec_mistakes import Plain, has_error
from quizapp.questions.codec_words import Shape
from quizapp.questions.keys import DateKey, Gap, ListedWording, NumberKey, Share, TermKey
from quizapp.questions.kinds import (
    Choice,
    Cloze,
    Date,
    Flashcard,
    Matching,
    Number,
    Question,
    Source,
    Term,
    WrongOption,
)
from tests.strategies import cloze_parts, questions

TERM: Final[dict[str, Plain]] = {
    "id": "a",
    "type": "skriv",
    "kategori": "begreb",
    "spørgsmål": "Hvad?",
    "svar": "en",
}


def with_fields(**fields: Plain) -> dict[str, Plain]:
    return TERM | fields


def codes_of(fields: dict[str, Plain]) -> list[str]:
    return [mistake.code for mistake in decode(fields).mistakes]


@given(questions())
def test_what_is_encoded_decodes_to_the_same_question(question: Question) -> None:
    decoded = decode(encode(question))
    assert {one.code for one in decoded.mistakes} <= {"invisible_character"}
    assert decoded.question == question


@given(questions())
def test_canonical_json_of_a_question_decodes_to_the_same_question(question: Question) -> None:
    body = canonical_json(encode(question))
    assert decode(json.loads(body)).question == question


@given(cloze_parts())
def test_a_text_with_gaps_is_read_as_it_was_written(parts: tuple[str | Gap, ...]) -> None:
    read, mistakes = read_gaps(write_gaps(parts))
    assert read == parts
    assert {one.code for one in mistakes} <= {"invisible_character"}


@given(st.text(alphabet="{}|\\:=( )datolskriv1\n"))
def test_any_text_with_braces_is_read(text: str) -> None:
    parts, _ = read_gaps(text)
    assert len(parts) <= len(text)


@given(st.dictionaries(st.sampled_from(["svar", "næsten", "tolerance", "zz"]), st.text()))
def test_any_fields_are_read(fields: dict[str, Plain]) -> None:
    decoded = decode(TERM | fields)
    assert (decoded.question is None) == has_error(decoded.mistakes)


def test_numbers_and_truth_values_of_json_mean_the_same_as_texts() -> None:
    texts: dict[str, Plain] = TERM | {
        "type": "tal",
        "svar": "1849",
        "tolerance": "0,5",
        "sværhed": "2",
        "enhed kræves": "ja",
    }
    values: dict[str, Plain] = texts | {
        "svar": 1849,
        "tolerance": Decimal("0.5"),
        "sværhed": 2,
        "enhed kræves": True,
    }
    read = decode(texts).question
    assert read is not None
    assert decode(values).question == decode(values | {"svar": 1849}).question
    assert encode(read)["tolerance"] == "0,5"
    again = decode(values).question
    assert isinstance(again, Number)
    assert again.key.tolerance == Decimal("0.5")
    assert again.difficulty == 2
    assert again.key.unit_required


def test_a_percentage_is_a_share_of_the_value() -> None:
    read = decode(TERM | {"type": "tal", "svar": "60.000", "tolerance": "1,5 %"}).question
    assert isinstance(read, Number)
    assert read.key.tolerance == Share(Decimal("0.015"))
    assert encode(read)["tolerance"] == "1,5 %"


def test_remarks_may_stand_in_a_list_or_a_mapping() -> None:
    listed = decode(with_fields(næsten=["to", {"tre": "Tæt på."}])).question
    mapped = decode(with_fields(næsten={"to": "", "tre": "Tæt på."})).question
    assert isinstance(listed, Term)
    assert listed == mapped
    assert listed.key.almost == (ListedWording("to"), ListedWording("tre", "Tæt på."))


def test_pairs_may_stand_in_a_list_or_a_mapping_and_keep_their_order() -> None:
    fields: dict[str, Plain] = {**TERM, "type": "par", "par": {"b": "1", "a": "2"}}
    del fields["svar"]
    read = decode(fields).question
    assert isinstance(read, Matching)
    assert read.pairs == (("b", "1"), ("a", "2"))
    assert encode(read)["par"] == [{"b": "1"}, {"a": "2"}]


def test_sources_may_be_a_text_a_mapping_or_a_list() -> None:
    page: Plain = {"titel": "T", "url": "https://x.dk", "set": "1. maj 2026"}
    one, mapped, many = (
        decode(with_fields(kilde=kilde)).question
        for kilde in ("Bog s. 1", page, ["Bog s. 1", page])
    )
    assert one
    assert mapped
    assert many
    assert one.sources == (Source(title="Bog s. 1"),)
    assert many.sources == one.sources + mapped.sources
    assert encode(one)["kilde"] == "Bog s. 1"


def test_an_option_may_say_why_it_is_wrong() -> None:
    fields: dict[str, Plain] = {
        **TERM,
        "type": "valg",
        "rigtigt": "en",
        "forkerte": ["to", {"tre": "Nej."}],
    }
    del fields["svar"]
    read = decode(fields).question
    assert isinstance(read, Choice)
    assert read.wrong == (WrongOption("to"), WrongOption("tre", "Nej."))
    assert read.shuffle


def test_a_date_in_a_gap_takes_the_year_that_follows_it() -> None:
    parts, mistakes = read_gaps("befriet den {dato(dag): 5. maj|4. maj::hint: sidst} 1945")
    assert mistakes == []
    assert isinstance(parts[1], Gap)
    key = parts[1].key
    assert isinstance(key, DateKey)
    assert (key.value.value, key.year_given) == (Day(1945, 5, 5), True)
    assert key.also[0].value == Day(1945, 5, 4)
    assert write_gaps(parts) == "befriet den {dato: 5. maj|4. maj::hint: sidst} 1945"


def test_a_date_in_a_gap_without_any_year_is_unreadable() -> None:
    _, mistakes = read_gaps("den {dato: 5. maj} kom")
    assert [mistake.code for mistake in mistakes] == ["unreadable_date"]


def test_a_gap_may_have_the_keys_of_its_kind() -> None:
    parts, mistakes = read_gaps(
        "{tal: 1940|1941::tolerance: 2::enhed: år::næsten: 1945 = Da sluttede den.|1946} og "
        r"{A\|B\::C::afvis: x\=y::hint: \}} og \{her\\"
    )
    assert mistakes == []
    number, _, term, rest = parts
    assert isinstance(number, Gap)
    assert isinstance(number.key, NumberKey)
    assert (number.key.tolerance, number.key.unit) == (Decimal(2), "år")
    assert number.key.almost[0].feedback == "Da sluttede den."
    assert isinstance(term, Gap)
    assert term.hint == "}"
    assert term.key == TermKey(answers=("A|B::C",), reject=(ListedWording("x=y"),))
    assert rest == " og {her\\"


def test_an_answer_that_looks_like_a_kind_is_written_with_its_own() -> None:
    parts = (Gap(key=TermKey(answers=("tal: 5",))),)
    assert write_gaps(parts) == "{skriv: tal: 5}"
    assert read_gaps("{Kong Hans: konge}")[0] == (Gap(key=TermKey(answers=("Kong Hans: konge",))),)


GAP_MISTAKES: Final = {
    "{": ("gap_open", 0),
    "a {b {c}": ("gap_open", 2),
    "{}": ("gap_empty", 1),
    "a {tal: }": ("gap_empty", 7),
    "{a|}": ("empty_text", 3),
    "{datoo: 1849}": ("gap_kind_near", 1),
    "{xyz(dag): 1849}": ("gap_kind", 1),
    "{dato(dg): 1849}": ("unknown_precision_near", 1),
    "{a::hint: b::hint: c}": ("gap_key_twice", 13),
    "{a::hnt: b}": ("unknown_key_near", 4),
    "{a::zzz}": ("unknown_key", 4),
    "{tal: 5::tolerance: x}": ("bad_tolerance", 20),
    "{a::også: b}": ("gap_key_twice", 4),
}


@pytest.mark.parametrize("text", GAP_MISTAKES)
def test_a_mistake_in_a_gap_has_its_place(text: str) -> None:
    _, mistakes = read_gaps(text)
    assert (mistakes[0].code, mistakes[0].offset) == GAP_MISTAKES[text]


CELLS: Final[dict[Shape, Plain]] = {
    Shape.TEXT: "a | b",
    Shape.LIST: ["a", "b|c"],
    Shape.REMARKED: ["a", {"b": "c = d"}],
    Shape.GROUPS: [["a", "b"], ["c"]],
}


@pytest.mark.parametrize("shape", CELLS)
def test_a_value_in_a_cell_is_read_as_it_was_written(shape: Shape) -> None:
    assert cell_value(cell_text(CELLS[shape]), shape) == CELLS[shape]


MISTAKES: Final[dict[str, tuple[dict[str, Plain], str]]] = {
    "a list for a text": ({"hint": ["a", "b"]}, "text_expected"),
    "nothing in a list": ({"emner": ["a", None]}, "text_expected"),
    "truth for a text": ({"hint": True}, "text_expected"),
    "a mapping of one for a text": ({"hint": {"a": "b"}}, "colon"),
    "a mapping of two for a text": ({"hint": {"a": "b", "c": "d"}}, "text_expected"),
    "a text for a list": ({"emner": "krig"}, "list_expected"),
    "a control character": ({"hint": "a\x00b"}, "hidden_character"),
    "half a character": ({"hint": "a\ud800b"}, "hidden_character"),
    "too much text": ({"hint": "æ" * 40_000}, "text_too_long"),
    "a list for a truth value": ({"nulstil": ["ja"]}, "text_expected"),
    "English yes": ({"nulstil": "yes"}, "yes_no"),
    "English no": ({"nulstil": "no"}, "yes_no"),
    "half a point of difficulty": ({"sværhed": 2.5}, "whole_number"),
    "difficulty 0": ({"sværhed": 0}, "whole_number"),
    "a huge revision": ({"rev": "9" * 5_000}, "whole_number"),
    "a revision in other digits": ({"rev": "٣"}, "whole_number"),
    "a source without title": ({"kilde": {"url": "https://x.dk"}}, "missing_field"),
    "a source with another key": ({"kilde": [{"titel": "a", "link": "b"}]}, "unknown_key"),
    "an empty source": ({"kilde": [""]}, "empty_text"),
    "a long key": ({"x" * 50: "a"}, "unknown_key"),
    "a key in capitals": ({"Hint": "a"}, "unknown_key_near"),
    "a kind that is a list": ({"type": ["skriv"]}, "text_expected"),
    "a list without answers": ({"type": "liste", "svar": []}, "missing_key"),
    "a range with a word": (
        {"type": "tal", "svar": "5", "godtag": ["4", "x"]},
        "unreadable_number",
    ),
    "a rejected mapping in a list": ({"afvis": [{"a": {"b": "c"}}]}, "colon"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_has_a_code(name: str) -> None:
    fields, code = MISTAKES[name]
    assert code in codes_of(TERM | fields)
    assert decode(TERM | fields).question is None


@pytest.mark.parametrize("key", ["id", "type", "kategori", "spørgsmål", "svar"])
def test_what_every_question_needs_is_missed(key: str) -> None:
    fields = {name: value for name, value in TERM.items() if name != key}
    assert "missing_key" in codes_of(fields)
    assert "missing_key" in codes_of(TERM | {key: ""})


def test_all_mistakes_are_found_at_once() -> None:
    fields = with_fields(id="Å", type="tal", svar="x", tolerance="y", sværhed="z", himt="h")
    assert codes_of(fields) == [
        "unknown_key_near",
        "bad_id",
        "whole_number",
        "unreadable_number",
        "bad_tolerance",
    ]


def test_texts_come_out_composed_and_without_blanks_at_the_ends() -> None:
    read = decode(with_fields(svar=" A\u030arhus\r\nby ", id="a")).question
    assert isinstance(read, Term)
    assert read.key.answers == ("Århus\nby",)


def test_precision_is_left_out_where_it_is_the_date_s_own() -> None:
    fields: dict[str, Plain] = TERM | {"type": "dato", "svar": "5. juni 1849"}
    own = decode(fields).question
    asked = decode(fields | {"nøjagtighed": "år"}).question
    assert isinstance(own, Date)
    assert isinstance(asked, Date)
    assert own.key.precision is Precision.DAY
    assert asked.key.precision is Precision.YEAR
    assert "nøjagtighed" not in encode(own)
    assert encode(asked)["nøjagtighed"] == "år"


def test_a_period_cannot_answer_for_a_day() -> None:
    fields: dict[str, Plain] = TERM | {"type": "dato", "svar": "1914-1918", "nøjagtighed": "dag"}
    assert codes_of(fields) == ["precision_too_fine"]


IMPOSSIBLE: Final = {
    "31. september 1905": True,
    "31/9 1905": True,
    "d. 30.02.1905": True,
    "29. februar 1905": True,
    "29. februar 1904": False,
    "5. foobar 1905": False,
    "5/13 1905": False,
    "3102 f.Kr.": False,
    "44 f.Kr.": False,
}


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_a_day_that_no_month_has_is_told_apart_from_an_unreadable_date(text: str) -> None:
    found = codes_of(TERM | {"type": "dato", "svar": text})
    assert ("impossible_date" in found) is IMPOSSIBLE[text]


def test_a_flashcard_has_a_front_and_a_cloze_needs_no_prompt() -> None:
    card = decode(
        {"id": "a", "type": "kort", "kategori": "begreb", "forside": "x", "bagside": "y"}
    ).question
    cloze = decode(
        {
            "id": "a",
            "type": "indsæt",
            "kategori": "tal",
            "tekst": "I {tal: 5}",
            "huller": "hver for sig",
        }
    ).question
    assert isinstance(card, Flashcard)
    assert card.prompt == "x"
    assert isinstance(cloze, Cloze)
    assert cloze.apart
    assert cloze.prompt == ""


def test_dates_before_christ_are_negative_years() -> None:
    read = decode(TERM | {"type": "dato", "svar": "44 f.Kr."}).question
    assert isinstance(read, Date)
    assert read.key.value.value == Year(-44)


def test_decimals_are_written_with_no_more_digits_than_needed() -> None:
    numbers = ("0.50", "-0", "1E+2", "60000", "0.05")
    assert [decimal_text(Decimal(one)) for one in numbers] == ["0,5", "0", "100", "60000", "0,05"]

"""Names of packs, questions and cards, and UUIDs."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.ids import CardKey, IdSource, PackId, QuestionId, is_pack_id, is_question_id

PACKS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?(\.[a-z0-9]{1,8}){0,3}", fullmatch=True)
QUESTIONS = st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)


@given(PACKS, QUESTIONS, st.sampled_from(["", "forside", "bagside", "hul-1", "hul-12"]))
def test_a_card_name_reads_back(pack: str, question: str, slot: str) -> None:
    key = CardKey(PackId(pack), QuestionId(question), slot)
    assert CardKey.parse(str(key)) == key


@pytest.mark.parametrize("text", ["", "pakke", "pakke/", "/q", "Pakke/q", "pakke/Q", "a/b c"])
def test_what_is_no_card_name_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a card name"):
        CardKey.parse(text)


@pytest.mark.parametrize(
    ("text", "is_id"),
    [
        ("dk.eksempelgym.danmarkshistorie-1", True),
        ("a", True),
        ("a" * 100, True),
        ("a" * 101, False),
        ("a..b", False),
        (".a", False),
        ("a.", False),
        ("æ", False),
        ("a_b", False),
        ("A", False),
    ],
)
def test_a_pack_id_is_small_letters_digits_and_hyphens_joined_by_dots(
    text: str, is_id: bool
) -> None:
    assert is_pack_id(text) is is_id


@pytest.mark.parametrize(
    ("text", "is_id"), [("k7f3q9", True), ("a" * 40, True), ("a" * 41, False), ("", False)]
)
def test_a_question_id_has_at_most_forty_characters(text: str, is_id: bool) -> None:
    assert is_question_id(text) is is_id


@given(st.integers(0, 2**47), st.integers(1, 2**40), st.integers())
def test_uuids_rise_with_time(at_ms: int, later_ms: int, seed: int) -> None:
    ids = IdSource(Random(seed))
    assert ids.new(at_ms) < ids.new(at_ms + later_ms)


@given(st.integers(0, 2**48 - 1), st.integers())
def test_uuids_are_of_version_7(at_ms: int, seed: int) -> None:
    uuid = IdSource(Random(seed)).new(at_ms)
    assert (uuid.version, uuid.variant, uuid.int >> 80) == (7, "specified in RFC 4122", at_ms)

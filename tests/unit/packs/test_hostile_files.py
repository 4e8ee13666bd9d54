"""A broken or hostile pakke.yaml ends in a problem, never in a crash or a standstill."""

from pathlib import Path
from random import Random
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.ids import PackId
from quizapp.packs.reader import check_text, read_pack
from quizapp.packs.source import PACK_FILE
from quizapp.packs.text_file import MOST_BYTES, read_text_file
from quizapp.packs.yaml_format import write_yaml
from quizapp.questions.pack import Manifest, Pack

HEAD: Final = "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\nspørgsmål:\n"
CARD: Final = "- id: a\n  type: kort\n  kategori: begreb\n  forside: ære\n  bagside: å\n"
LAUGHS: Final = "a: &a [x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)

REFUSED: Final = {
    "nothing": (b"", "not_a_pack_file"),
    "bytes": (Random(1).randbytes(10_000), "not_text"),
    "NUL": (HEAD.encode() + b"- id: \0\n", "hidden_character"),
    "too many bytes": (b"a: b\n" * (MOST_BYTES // 5 + 1), "file_too_big"),
    "too many lines": (b"a\n" * 800_000, "too_complex"),
    "too many parts": (b"[" + b"a," * 800_000 + b"]", "too_complex"),
    "deep lists": (b"[" * 100_000, "too_deep"),
    "deep mappings": (
        "".join(" " * depth + "a:\n" for depth in range(100)).encode(),
        "too_deep",
    ),
    "a billion laughs": (LAUGHS.encode(), "yaml_feature"),
    "Windows letters": ((HEAD + CARD).encode("cp1252"), "not_utf8"),
    "Mac letters": ((HEAD + CARD).encode("mac-roman"), "not_utf8"),
    "UTF-16 without a mark": (HEAD.encode("utf-16-be"), "not_text"),
    "control characters": ((HEAD + CARD.replace("ære", "\x07")).encode(), "hidden_character"),
    "a text of 70 KB": ((HEAD + CARD.replace("ære", "æ" * 35_000)).encode(), "text_too_long"),
    "too many questions": ((HEAD + "- id: a\n" * 10_001).encode(), "too_many"),
    "a list": (b"- a\n", "not_a_pack_file"),
    "lone brackets": ((HEAD + "- id: [\n" * 300).encode(), "special_start"),
    "an endless quote": ((HEAD + '- id: "' + "\n" * 3_000).encode(), "quote"),
    "many unknown keys": (
        (HEAD + "- id: a\n" + "".join(f"  x{n}: y\n" for n in range(3_000))).encode(),
        "unknown_key",
    ),
    "a number of 150 digits": (
        (
            HEAD + f"- id: a\n  type: tal\n  kategori: tal\n  spørgsmål: b\n  svar: {'1' * 150}\n"
        ).encode(),
        "unreadable_number",
    ),
    "a date of 300 characters": (
        (
            HEAD + f"- id: a\n  type: dato\n  kategori: tal\n  spørgsmål: b\n  svar: {'1 ' * 150}\n"
        ).encode(),
        "unreadable_date",
    ),
    "half a character": ((HEAD + '- id: "\\ud800"\n').encode(), "bad_escape"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    content, code = REFUSED[name]
    (tmp_path / PACK_FILE).write_bytes(content)
    read = read_pack(tmp_path)
    assert read.pack is None
    assert code in {problem.code for problem in read.problems}


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + CARD).replace("\n", "\r\n").encode(),
        (HEAD + CARD).replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + (HEAD + CARD).encode(),
        (HEAD + CARD).encode("utf-16"),
    ],
    ids=["CRLF", "CR", "BOM", "UTF-16"],
)
def test_a_text_from_any_editor_is_read(content: bytes, tmp_path: Path) -> None:
    (tmp_path / PACK_FILE).write_bytes(content)
    assert read_pack(tmp_path).pack is not None


def test_letters_lost_on_the_way_are_noticed(tmp_path: Path) -> None:
    card = CARD.replace("ære", "b?de s?lv og k?d").replace("bagside: å", "bagside: Ã¥")
    (tmp_path / PACK_FILE).write_text(HEAD + card, encoding="utf-8")
    codes = {problem.code for problem in read_pack(tmp_path).problems}
    assert codes >= {"lost_letters", "doubled_letters"}


def test_the_question_marks_of_addresses_are_not_lost_letters(tmp_path: Path) -> None:
    card = CARD.replace("ære", "https://kilde.dk/vis?id=a og https://kilde.dk/x?y=z?å=b?c=d")
    (tmp_path / PACK_FILE).write_text(HEAD + card, encoding="utf-8")
    assert "lost_letters" not in {problem.code for problem in read_pack(tmp_path).problems}


@given(st.text(alphabet="- :#'\"[]{}|>&*!%@\n\tabi\\", max_size=60))
def test_any_text_among_questions_is_read_to_the_end(text: str) -> None:
    after = CARD.replace("id: a", "id: ending").replace("  bagside: å\n", "")
    found = check_text(f"{HEAD}- id: first\n{text}\n{after}")
    last = max(problem.line for problem in found if problem.code == "missing_key")
    assert last == 8 + text.count("\n") + 1


@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    assert check_text(text)


def test_bytes_that_no_encoding_has_are_read_somehow() -> None:
    found = read_text_file(b"\xe6 \x81")
    assert found.text == "æ  "
    assert found.mistakes[0][2].code == "not_utf8"


def test_too_many_bytes_are_not_read_at_all() -> None:
    assert not read_text_file(bytes(MOST_BYTES + 1)).is_text


def test_hidden_characters_are_named_up_to_a_limit() -> None:
    assert len(read_text_file(b"\x07" * 500).mistakes) == 100


def test_places_inside_a_text_hold_where_the_file_shows_it_as_it_is() -> None:
    head = HEAD + "- id: a\n  type: indsæt\n  kategori: begreb\n  tekst: "
    places = {
        '"a {b"': (10, 13),
        "'a {b'": (10, 13),
        '"\\x61 {b"': (10, 10),
        "a\n    {b": (10, 10),
        "|2\n    a {b": (11, 7),
        "A\u030a {b": (10, 10),
    }
    for text, place in places.items():
        [problem] = [one for one in check_text(head + text + "\n") if one.code == "gap_open"]
        assert (problem.line, problem.column) == place


def test_a_value_over_several_lines_has_no_mechanical_repair() -> None:
    text = HEAD + CARD + "  emner: krig\n    og fred\n"
    [problem] = [one for one in check_text(text) if one.code == "list_expected"]
    assert problem.repair
    assert problem.repair.edit is None


def test_a_pack_without_questions_is_written_without_them() -> None:
    pack = Pack(manifest=Manifest(id=PackId("a.b"), title="T", version=1), questions=())
    assert "spørgsmål" not in write_yaml(pack)


def test_a_question_of_nothing_but_mistakes_is_given_up_after_some() -> None:
    found = check_text(HEAD + "- id: a\n" + "  x: y: z\n" * 30 + CARD.replace("bagside", "bagsid"))
    assert sum(problem.code == "colon" for problem in found) == 20
    assert "unknown_key_near" in {problem.code for problem in found}


def test_keys_that_stand_twice_are_named_up_to_a_limit() -> None:
    found = check_text(HEAD + "- id: a\n" + "  id: b\n" * 10_005)
    assert sum(problem.code == "key_twice" for problem in found) == 10_000


def test_a_file_that_is_wrong_only_as_a_whole_is_not_taken_for_sound() -> None:
    for before, code in ((" en løs linje\n", "stray_text"), ("%YAML 1.2\n", "special_start")):
        assert code in {problem.code for problem in check_text(f"{before}{HEAD}{CARD}")}
    text = f"{HEAD}{CARD}".replace("spørgsmål:", "spørgsmål: mine")
    [problem] = [one for one in check_text(text) if one.severity == "error"]
    assert problem.line in {6, 7}

"""Places where few packs come: still told of where they are, and refused for what they hold."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.packs import zip_file
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import check_text, read_pack
from quizapp.packs.source import RefusedError
from quizapp.packs.yaml_entries import NotEntriesError, change_medium
from quizapp.packs.zip_file import open_zip
from quizapp.questions.pack import Passage
from tests.builders import a_pack, a_question, with_picture

HEAD = "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n"
MEDIUM = {"alt": "Et kort", "ophav": "Museet"}


def places_of(text: str, code: str) -> list[tuple[int, int]]:
    return [(one.line, one.column) for one in check_text(text, "pakke.yaml") if one.code == code]


def test_a_tab_alone_on_a_line_is_told_where_it_stands() -> None:
    text = f"{HEAD}spørgsmål:\n- id: a\n\t\n  type: kort\n"
    assert places_of(text, "tab") == [(8, 1)]


@pytest.mark.parametrize(
    ("name", "code"), [("nowhere.quizpack", "file_missing"), ("folder", "not_a_pack")]
)
def test_what_is_no_file_is_no_zip(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(RefusedError) as refused:
        open_zip(tmp_path / name)
    assert refused.value.code == code


def test_a_zip_that_is_too_big_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.quizpack"
    with path.open("wb") as stream:
        stream.truncate(zip_file.MOST_ZIP_BYTES + 1)
    with pytest.raises(RefusedError) as refused:
        open_zip(path)
    assert refused.value.code == "file_too_big"


def test_a_drawing_that_runs_something_is_refused_in_a_single_file(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    pack = with_picture(a_pack(a_question("sp-1", billede="kort.svg")), "kort.svg", drawing)
    path = tmp_path / "a.quizpack"
    path.write_bytes(build_quizpack(pack))
    assert "contains_program" in [one.code for one in read_pack(path).problems]


def test_two_passages_of_one_name_are_refused_in_a_single_file(tmp_path: Path) -> None:
    twice = (Passage(mark="afsnit-1", body="Først."), Passage(mark="afsnit-1", body="Så."))
    path = tmp_path / "a.quizpack"
    path.write_bytes(build_quizpack(replace(a_pack(a_question("sp-1")), passages=twice)))
    assert [one.code for one in read_pack(path).problems] == ["broken_file"]


@pytest.mark.parametrize(
    "text",
    [
        "{pakke: {id: a}, medier: {x.png: {alt: et}}}\n",
        "medier: {x.png: {alt: et}, y.png: {alt: to} } ; mere\n",
    ],
)
def test_media_that_share_their_line_with_something_else_are_left_alone(text: str) -> None:
    with pytest.raises(NotEntriesError):
        change_medium(text, "kort.png", MEDIUM)

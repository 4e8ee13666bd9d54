"""Building the single file of a pack."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from quizapp.packs.build import build
from quizapp.packs.convert import convert, write_template
from quizapp.packs.editions import pack_content_sha, question_lines
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import read_pack
from quizapp.packs.whole_file import write_whole
from quizapp.packs.writer import write_pack
from quizapp.questions.kinds import Question
from quizapp.questions.pack import Pack
from tests.strategies import packs, without_pictures
from tests.unit.packs.test_quizpack import PACK, a_card


def test_a_built_file_holds_the_pack_of_the_folder(tmp_path: Path) -> None:
    write_pack(PACK, tmp_path / "folder")
    built = build(tmp_path / "folder", tmp_path / "new" / "a.quizpack")
    assert built.pack == PACK == read_pack(tmp_path / "new" / "a.quizpack").pack
    assert built.size == (tmp_path / "new" / "a.quizpack").stat().st_size
    assert not built.is_for_own_use


def test_building_again_follows_on_from_the_file_that_is_there(tmp_path: Path) -> None:
    out = tmp_path / "a.quizpack"
    write_pack(PACK, tmp_path / "one")
    build(tmp_path / "one", out)
    corrected = (a_card(image="a.png", back="ny"), *PACK.questions[1:])
    write_pack(replace(PACK, questions=corrected), tmp_path / "two")
    built = build(tmp_path / "two", out)
    assert built.pack
    assert built.raised == 1
    assert built.pack.manifest.previous == pack_content_sha(PACK)
    first = out.read_bytes()
    build(tmp_path / "two", out)
    assert out.read_bytes() == first


def test_a_pack_with_errors_is_not_built(tmp_path: Path) -> None:
    built = build(tmp_path, tmp_path / "a.quizpack")
    assert built.pack is None
    assert built.problems
    assert not (tmp_path / "a.quizpack").exists()


def test_a_pack_without_licence_is_for_own_use(tmp_path: Path) -> None:
    write_pack(replace(PACK, manifest=replace(PACK.manifest, license="")), tmp_path / "one")
    assert build(tmp_path / "one", tmp_path / "a.quizpack").is_for_own_use


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.quizpack").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "a.quizpack", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["a.quizpack"]


def test_a_pack_is_the_same_after_a_tour_through_every_form(tmp_path: Path) -> None:
    bare = replace(
        PACK,
        manifest=replace(PACK.manifest, reading_text=""),
        questions=tuple(map(without_references, PACK.questions)),
        passages=(),
        media=(),
        files={},
    )
    write_pack(bare, tmp_path / "start")
    forms = ["start", "a.quizpack", "mappe", "b.xlsx", "c.csv", "slut"]
    for before, after in pairwise(forms):
        assert convert(tmp_path / before, tmp_path / after, Random(1)).left_out == ()
    assert read_pack(tmp_path / "slut").pack == bare


@settings(max_examples=10)
@given(packs())
def test_any_questions_are_the_same_after_a_tour_through_every_form(
    tmp_path_factory: pytest.TempPathFactory, pack: Pack
) -> None:
    folder = tmp_path_factory.mktemp("tour")
    bare = replace(
        pack,
        manifest=replace(pack.manifest, reading_text=""),
        questions=tuple(map(without_references, pack.questions)),
        passages=(),
        media=(),
        files={},
    )
    write_pack(bare, folder / "start")
    for before, after in pairwise(["start", "a.quizpack", "mappe", "b.xlsx", "slut"]):
        convert(folder / before, folder / after, Random(1))
    found = read_pack(folder / "slut").pack
    assert found is not None
    assert question_lines(found) == question_lines(bare)
    assert build_quizpack(found) == build_quizpack(bare)


def test_what_a_form_cannot_carry_is_listed(tmp_path: Path) -> None:
    write_pack(PACK, tmp_path / "start")
    lost = {"a.xlsx": ("media",), "a.csv": ("media", "reading_text"), "a.quizpack": ()}
    for name, left_out in lost.items():
        assert convert(tmp_path / "start", tmp_path / name, Random(1)).left_out == left_out


@pytest.mark.parametrize("way", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("end", ["slut", "slut.quizpack"])
def test_what_comes_out_of_a_sheet_names_only_what_is_there(
    tmp_path: Path, way: str, end: str
) -> None:
    write_pack(PACK, tmp_path / "start")
    convert(tmp_path / "start", tmp_path / way, Random(1))
    converted = convert(tmp_path / way, tmp_path / end, Random(1))
    found = read_pack(tmp_path / end)
    assert [one for one in found.problems if one.severity == "error"] == []
    assert found.pack is not None
    assert "media" in converted.left_out
    assert ("reading_text" in converted.left_out) is (way == "a.csv")
    assert found.pack.passages == (PACK.passages if way == "a.xlsx" else ())


def test_a_sheet_written_back_into_its_folder_keeps_the_pictures(tmp_path: Path) -> None:
    write_pack(PACK, tmp_path / "start")
    convert(tmp_path / "start", tmp_path / "a.xlsx", Random(1))
    assert convert(tmp_path / "a.xlsx", tmp_path / "start", Random(1)).left_out == ()
    found = read_pack(tmp_path / "start").pack
    assert found is not None
    assert question_lines(found) == question_lines(PACK)


def test_a_reading_text_too_long_for_a_cell_is_listed(tmp_path: Path) -> None:
    long = replace(PACK.passages[0], body="a" * 40_000)
    write_pack(replace(PACK, passages=(long, *PACK.passages[1:])), tmp_path / "start")
    converted = convert(tmp_path / "start", tmp_path / "a.xlsx", Random(1))
    assert converted.left_out == ("media", "reading_text")


def without_references(question: Question) -> Question:
    return replace(without_pictures(question), passage="")


def test_a_pack_with_errors_is_not_converted(tmp_path: Path) -> None:
    assert convert(tmp_path, tmp_path / "a.csv", Random(1)).pack is None
    assert not (tmp_path / "a.csv").exists()


def test_the_template_is_a_workbook_without_questions(tmp_path: Path) -> None:
    write_template(tmp_path / "a.xlsx")
    assert {one.code for one in read_pack(tmp_path / "a.xlsx").problems} >= {"missing_field"}

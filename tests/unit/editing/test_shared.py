"""A corrected pack goes out under a new number, and names the edition it follows."""

from pathlib import Path

import pytest

from quizapp.base.ids import PackId
from quizapp.library.editing.packs import begin_pack
from quizapp.library.editing.shared import SharedPacks
from quizapp.packs.editions import pack_content_sha
from quizapp.packs.reader import read_pack
from quizapp.questions.pack import Manifest, Pack

QUESTION = "- id: {i}\n  type: skriv\n  kategori: sted\n  spørgsmål: Hvor er {i}?\n  svar: {a}\n"
MANIFEST = Manifest(id=PackId("a.b"), title="Min", version=1, license="CC0-1.0")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = begin_pack(tmp_path / "p", MANIFEST)
    add(made, QUESTION.format(i="a", a="Her"))
    return made


def add(folder: Path, text: str) -> None:
    path = folder / "pakke.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def set_version(folder: Path, version: int) -> None:
    path = folder / "pakke.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [f"  version: {version}\n" if "  version:" in line else line for line in lines]
    path.write_text("".join(kept), encoding="utf-8")


def pack_at(path: Path) -> Pack:
    found = read_pack(path)
    assert found.pack is not None, found.problems
    return found.pack


def test_the_first_edition_goes_out_under_its_own_number(folder: Path, tmp_path: Path) -> None:
    shared = SharedPacks(tmp_path / "editing")
    assert shared.next_version(folder, "a.b", 1) is None
    shared.build(folder, tmp_path / "ud.quizpack")
    assert shared.next_version(folder, "a.b", 1) is None


def test_a_change_after_sharing_asks_for_the_next_number(folder: Path, tmp_path: Path) -> None:
    shared = SharedPacks(tmp_path / "editing")
    shared.build(folder, tmp_path / "ud.quizpack")
    add(folder, QUESTION.format(i="b", a="Der"))
    assert shared.next_version(folder, "a.b", 1) == 2
    assert SharedPacks(tmp_path / "editing").next_version(folder, "a.b", 1) == 2
    set_version(folder, 2)
    assert shared.next_version(folder, "a.b", 2) is None


def test_another_number_alone_is_no_change(folder: Path, tmp_path: Path) -> None:
    shared = SharedPacks(tmp_path / "editing")
    set_version(folder, 3)
    shared.build(folder, tmp_path / "ud.quizpack")
    set_version(folder, 2)
    assert shared.next_version(folder, "a.b", 2) is None


def test_an_edition_follows_the_last_one_wherever_that_was_written(
    folder: Path, tmp_path: Path
) -> None:
    shared = SharedPacks(tmp_path / "editing")
    first = tmp_path / "hjemme" / "ud.quizpack"
    shared.build(folder, first)
    path = folder / "pakke.yaml"
    path.write_text(path.read_text("utf-8").replace("svar: Her", "svar: Ude"), encoding="utf-8")
    set_version(folder, 2)
    before = pack_content_sha(pack_at(first))
    first.unlink()
    second = tmp_path / "skolen" / "ud.quizpack"
    shared.build(folder, second)
    found = pack_at(second)
    assert found.manifest.previous == before
    assert found.questions[0].rev == 2


def test_a_file_of_another_pack_under_the_same_name_is_no_edition_before(
    folder: Path, tmp_path: Path
) -> None:
    shared = SharedPacks(tmp_path / "editing")
    out = tmp_path / "ud.quizpack"
    shared.build(folder, tmp_path / "foer.quizpack")
    other = begin_pack(tmp_path / "q", Manifest(id=PackId("c.d"), title="Anden", version=1))
    add(other, QUESTION.format(i="z", a="Her"))
    SharedPacks(tmp_path / "andre").build(other, out)
    add(folder, QUESTION.format(i="b", a="Der"))
    shared.build(folder, out)
    assert pack_at(out).manifest.previous == pack_content_sha(pack_at(tmp_path / "foer.quizpack"))


def test_a_pack_with_errors_is_not_shared_and_not_remembered(folder: Path, tmp_path: Path) -> None:
    shared = SharedPacks(tmp_path / "editing")
    add(folder, "- id: x\n  type: skriv\n")
    assert shared.build(folder, tmp_path / "ud.quizpack").pack is None
    assert shared.next_version(folder, "a.b", 1) is None

"""A folder is written whole: what cannot be finished leaves what was there."""

from pathlib import Path

import pytest

from quizapp.packs.whole_file import write_folder


def test_files_are_written_where_they_belong_and_nothing_else_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    write_folder(folder, {"pakke.yaml": b"x", "media/a.png": b"y"})
    write_folder(folder, {"pakke.yaml": b"z"})
    found = {str(one.relative_to(folder)): one for one in folder.rglob("*") if one.is_file()}
    assert {name: one.read_bytes() for name, one in found.items()} == {
        "pakke.yaml": b"z",
        "media/a.png": b"y",
    }
    assert sorted(one.name for one in folder.iterdir()) == ["media", "pakke.yaml"]


def test_a_folder_that_cannot_be_finished_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="name too long"):
        write_folder(tmp_path / "new", {"pakke.yaml": b"x", "a" * 300: b"y"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_bytes(b"mine")
    with pytest.raises(OSError, match="name too long"):
        write_folder(tmp_path, {"a" * 300: b"y"})
    assert [one.name for one in tmp_path.iterdir()] == ["other.txt"]

"""A finished file takes its place whole, and waits for who holds the old one."""

from pathlib import Path

import pytest

from quizapp.base.in_place import put_in_place


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    part, target = tmp_path / "ny", tmp_path / "gammel"
    part.write_text("ny")
    target.write_text("gammel")
    put_in_place(part, target)
    assert target.read_text() == "ny"
    assert not part.exists()


def held_so_often(times: int, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Let the system refuse that often, as Windows does for a file that another has open."""
    tries: list[Path] = []
    replace = Path.replace

    def refuse(part: Path, target: Path) -> Path:
        tries.append(part)
        if len(tries) <= times:
            raise PermissionError(13, "The process cannot access the file")
        return replace(part, target)

    monkeypatch.setattr(Path, "replace", refuse)
    return tries


def test_on_windows_a_file_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, target = tmp_path / "ny", tmp_path / "gammel"
    part.write_text("ny")
    tries = held_so_often(2, monkeypatch)
    put_in_place(part, target, platform="win32")
    assert target.read_text() == "ny"
    assert len(tries) == 3


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_one_that_stays_held_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    held_so_often(1000, monkeypatch)
    with pytest.raises(PermissionError):
        put_in_place(tmp_path / "ny", tmp_path / "gammel", platform=platform)

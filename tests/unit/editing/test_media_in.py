"""A picture that is brought in lies in the pack, under a name that every system can write."""

from pathlib import Path

import pytest

from quizapp.base.errors import QuizappError
from quizapp.library.editing.media_in import bring_in_medium, content_to_bring
from quizapp.packs.media import MOST_BYTES
from tests.hostile.folders import a_png

PNG = a_png(4, 3)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script><path d="M0 0"/></svg>'


def test_a_picture_is_copied_under_a_plain_name(tmp_path: Path) -> None:
    assert bring_in_medium(tmp_path, "Dybbøl Skanser.JPEG", PNG) == "dybboel-skanser.png"
    assert (tmp_path / "media/dybboel-skanser.png").read_bytes() == PNG


def test_the_same_picture_twice_is_one_and_another_gets_another_name(tmp_path: Path) -> None:
    names = [bring_in_medium(tmp_path, "a.png", content) for content in (PNG, PNG, PNG + b"1")]
    assert names == ["a.png", "a.png", "a-2.png"]


def test_a_drawing_is_brought_in_without_what_could_run(tmp_path: Path) -> None:
    name = bring_in_medium(tmp_path, "a.svg", SVG)
    assert b"script" not in (tmp_path / "media" / name).read_bytes()


@pytest.mark.parametrize("content", [b"MZ", b"", b"%PDF-1.4"])
def test_what_is_no_picture_is_refused_and_nothing_is_written(
    tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(QuizappError):
        bring_in_medium(tmp_path, "a.png", content)
    assert not (tmp_path / "media").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (a_png(20_001, 1), "picture_too_large"),
        (PNG[:-20], "picture_broken"),
        (PNG[:12], "picture_broken"),
        (b"RIFF\x24\x00\x00\x00WAVEdata\xff\xff\xff\x7f", "false_sound"),
    ],
)
def test_what_cannot_be_shown_or_heard_is_refused_with_a_reason(
    tmp_path: Path, content: bytes, code: str
) -> None:
    with pytest.raises(QuizappError) as caught:
        bring_in_medium(tmp_path, "a.png", content)
    assert caught.value.args[0] == code
    assert not (tmp_path / "media").exists()


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(QuizappError, match="20 MB"):
        content_to_bring(film)


def test_a_file_that_is_gone_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(QuizappError, match=r"væk\.png"):
        content_to_bring(tmp_path / "væk.png")

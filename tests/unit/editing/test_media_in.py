"""A picture that is brought in lies in the pack, under a name that every system can write."""

from pathlib import Path

import pytest

from quizapp.base.errors import QuizappError
from quizapp.library.editing.media_in import bring_in_medium

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
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

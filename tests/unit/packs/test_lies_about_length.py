"""Files that end too soon, and zip members that say one thing twice and differently."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from quizapp.packs.media import MOST_BYTES_IN_ALL
from quizapp.packs.media_size import is_cut_short
from quizapp.packs.source import RefusedError
from quizapp.packs.svg import _quoted
from quizapp.packs.zip_file import (
    MOST_ZIP_BYTES,
    ZipMembers,
    _check_local,
    _local,
    close_zip,
    open_zip,
)

JPG = b"\xff\xd8\xff\xe0" + b"head" + b"\xff\xda" + b"points"
WEBP = b"RIFF" + struct.pack("<I", 40) + b"WEBPVP8 "


@pytest.mark.parametrize(
    ("content", "is_short"),
    [
        (JPG, True),
        (JPG + b"\xff\xd9", False),
        (WEBP, True),
        (WEBP + bytes(32), False),
        (b"GIF89a", False),
    ],
)
def test_a_picture_that_lacks_its_end_is_known(content: bytes, is_short: bool) -> None:
    assert is_cut_short(content) is is_short


def test_an_attribute_stands_in_the_quotes_it_does_not_hold() -> None:
    assert _quoted('en "by"') == "'en \"by\"'"
    assert _quoted("en by") == '"en by"'


def why(error: pytest.ExceptionInfo[RefusedError]) -> str:
    return error.value.code


def test_a_member_that_is_locked_only_in_its_own_words_is_refused() -> None:
    header = (20, 1, 0, 0, 0, 0, 0, 0, 1, 0)
    with pytest.raises(RefusedError) as error:
        _check_local(ZipInfo("a"), header)
    assert why(error) == "contains_locked"


@pytest.mark.parametrize("stream", [b"", bytes(30)])
def test_a_member_with_nothing_before_it_is_refused(stream: bytes) -> None:
    entry = ZipInfo("a")
    entry.header_offset = 0
    with pytest.raises(RefusedError) as error:
        _local(entry, BytesIO(stream))
    assert why(error) == "broken_file"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "lille.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"0123456789")
    return path


def read(path: Path, limit: int, spent: int = 0) -> bytes:
    members: ZipMembers = open_zip(path)
    members.spent = spent
    try:
        return members.read("a.txt", limit)
    finally:
        close_zip(members)


def test_a_member_is_read_up_to_its_limit(small: Path) -> None:
    assert read(small, 10) == b"0123456789"
    with pytest.raises(RefusedError) as error:
        read(small, 9)
    assert why(error) == "file_too_big"


def test_all_members_together_have_a_limit(small: Path) -> None:
    with pytest.raises(RefusedError) as error:
        read(small, 10, spent=MOST_BYTES_IN_ALL)
    assert why(error) == "unpacked_too_big"


def test_a_zip_that_is_far_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "stor.zip"
    with path.open("wb") as file:
        file.truncate(MOST_ZIP_BYTES + 1)
    with pytest.raises(RefusedError) as error:
        open_zip(path)
    assert why(error) == "file_too_big"


@pytest.mark.parametrize(("name", "code"), [("mappe", "not_a_pack"), ("intet", "file_missing")])
def test_what_is_no_file_is_no_zip(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "mappe").mkdir()
    with pytest.raises(RefusedError) as error:
        open_zip(tmp_path / name)
    assert why(error) == code


@pytest.mark.parametrize(
    "header", [(20, 0, 8, 0, 0, 0, 3, 3, 1, 0), (20, 0, 0, 0, 0, 0, 2, 3, 1, 0)]
)
def test_a_member_that_says_two_things_of_itself_is_refused(header: tuple[int, ...]) -> None:
    entry = ZipInfo("a")
    entry.CRC, entry.compress_size, entry.file_size = 0, header[6], header[7]
    with pytest.raises(RefusedError) as error:
        _check_local(entry, header)
    assert why(error) == "broken_file"

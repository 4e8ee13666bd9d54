"""A single file that says one thing and holds another is refused."""

import io
import json
import struct
import tomllib
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from quizapp.base.ids import PackId, QuestionId
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.quizpack_words import APP
from quizapp.packs.reader import read_pack
from quizapp.questions.kinds import Category, Flashcard
from quizapp.questions.pack import Manifest, Medium, Pack
from tests.strategies import PICTURE

PACK: Final = Pack(
    manifest=Manifest(id=PackId("a.b"), title="Prøve", version=2, license="CC0-1.0"),
    questions=(
        Flashcard(
            id=QuestionId("a"),
            category=Category.TERM,
            prompt="for",
            back="bag",
            explanation="f",
            image="a.png",
        ),
    ),
    media=(Medium(name="a.png", alt="Et billede"),),
    files={"a.png": PICTURE},
)
GOOD: Final = build_quizpack(PACK)
_LISTED: Final = b"PK\x01\x02"
_BEFORE: Final = b"PK\x03\x04"


def codes_of(content: bytes, folder: Path) -> list[str]:
    path = folder / "a.quizpack"
    path.write_bytes(content)
    read = read_pack(path)
    assert read.pack is None
    return [one.code for one in read.problems if one.severity == "error"]


def with_manifest(**changed: Any) -> bytes:  # noqa: ANN401 - any JSON
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(GOOD)) as archive, ZipFile(stream, "w") as written:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename == "quizpack.json":
                content = json.dumps(json.loads(content) | changed).encode()
            written.writestr(entry, content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"counts": {"kort": 9}}, "broken_file"),
        ({"counts": "kort"}, "broken_file"),
        ({"min_app": "99.0"}, "newer_format"),
        ({"min_app": ["0.1"]}, "broken_file"),
        ({"format_version": 1}, "not_a_quizpack"),
        ({"format_version": "1.x"}, "not_a_quizpack"),
        ({"version": None}, "missing_field"),
        ({"title": "Prøve \u202e!nib"}, "hidden_character"),
        ({"attributions": [{"file": "../x"}]}, "broken_file"),
        ({"created": "31/2 2026"}, "unreadable_date"),
        ({"updated": "i går"}, "unreadable_date"),
        ({"language": "dansk"}, "bad_language"),
        ({"forrige": "abc"}, "bad_previous"),
        ({"id": "A B"}, "bad_pack_id"),
        ({"retired": ["A B"]}, "bad_id"),
        ({"authors": [{"name": "A", "url": "javascript:x"}]}, "bad_address"),
    ],
)
def test_a_manifest_that_lies_is_refused(
    changed: dict[str, Any], code: str, tmp_path: Path
) -> None:
    assert codes_of(with_manifest(**changed), tmp_path) == [code]


def test_a_manifest_that_tells_the_truth_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.quizpack"
    path.write_bytes(with_manifest(counts={"kort": 1}, min_app="0.1"))
    assert read_pack(path).pack == PACK


LIES: Final = {
    "encrypted": (_BEFORE, 6, "<H", 1),
    "method": (_BEFORE, 8, "<H", 8),
    "checksum": (_BEFORE, 14, "<I", 7),
    "packed size": (_BEFORE, 18, "<I", 1),
    "size": (_BEFORE, 22, "<I", 1),
    "listed packed size": (_LISTED, 20, "<I", 2**31),
}


@pytest.mark.parametrize("member", [0, 1])
@pytest.mark.parametrize("lie", LIES)
def test_a_member_that_is_listed_otherwise_than_it_stands_is_refused(
    lie: str, member: int, tmp_path: Path
) -> None:
    mark, offset, form, value = LIES[lie]
    place = GOOD.index(mark) if member == 0 else GOOD.index(mark, GOOD.index(mark) + 1)
    changed = bytearray(GOOD)
    struct.pack_into(form, changed, place + offset, value)
    assert codes_of(bytes(changed), tmp_path)[0] in {"broken_file", "contains_locked"}


def test_a_zip_that_is_one_of_several_disks_is_refused(tmp_path: Path) -> None:
    changed = bytearray(GOOD)
    struct.pack_into("<H", changed, GOOD.rindex(b"PK\x05\x06") + 4, 3)
    assert codes_of(bytes(changed), tmp_path) == ["contains_extra"]


def test_the_program_knows_its_own_version() -> None:
    project = Path(__file__).parents[3] / "pyproject.toml"
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == APP


def test_a_member_that_swells_is_refused_even_if_nobody_reads_it(tmp_path: Path) -> None:
    stream = io.BytesIO(GOOD)
    with ZipFile(stream, "a") as archive:
        archive.writestr("kilde/pakke.yaml", bytes(5_000_000), ZIP_DEFLATED, 9)
    assert codes_of(stream.getvalue(), tmp_path) == ["swells"]

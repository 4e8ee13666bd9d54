"""Pictures of a folder are read with what is wrong with them, each at its line and column."""

import json
import struct
import unicodedata
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.packs.editions import pack_content_sha
from quizapp.packs.problems import repaired
from quizapp.packs.quizpack import build_quizpack, read_quizpack
from quizapp.packs.reader import check_text, read_pack
from quizapp.questions.codec_hash import content_sha, meaning_sha
from tests.builders import a_choice, a_pack, a_question, with_picture

HEAD = """\
pakke:
  id: dk.eksempel.billeder
  titel: Billeder
  version: 1
  licens: CC0-1.0

medier:
  kort.png: {titel: Kort, skaber: Mig, kilde: egen, licens: CC0-1.0, alt: Et kort}

spørgsmål:
- id: a
  type: valg
  kategori: sted
  spørgsmål: Hvilket er det?
  rigtigt: Rundetårn
  forkerte: [Kronborg]
  forklaring: Derfor.
  kilde: Egen
"""


def png(width: int = 4, height: int = 3) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body)
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = zlib.compress(b"".join(b"\x00" + bytes(3 * width) for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def told(folder: Path, text: str, **files: bytes) -> list[tuple[str, int, int]]:
    (folder / "media").mkdir(exist_ok=True)
    for name, content in {"kort.png": png(), **files}.items():
        (folder / "media" / name.replace("__", ".")).write_bytes(content)
    (folder / "pakke.yaml").write_text(text, encoding="utf-8")
    return [(one.code, one.line, one.column) for one in read_pack(folder).problems]


def test_pictures_at_options_and_with_the_explanation_are_read(tmp_path: Path) -> None:
    text = f"{HEAD}  billeder: {{Rundetårn: kort.png}}\n  forklaringsbillede: kort.png\n"
    assert told(tmp_path, text) == []
    pack = read_pack(tmp_path).pack
    assert pack is not None
    expected = a_choice("x", billeder=[{"Ja": "kort.png"}], forklaringsbillede="kort.png")
    [question] = pack.questions
    assert question.explanation_image == expected.explanation_image == "kort.png"
    assert getattr(question, "option_images", None) == (("Rundetårn", "kort.png"),)


@pytest.mark.parametrize(
    ("line", "code", "column"),
    [
        ("  billeder: {Rundetårn: ../kort.png}", "no_picture_near", 25),
        ("  billeder: {Rundetårn: /etc/passwd}", "no_picture", 25),
        ("  billeder: {Rundetårn: '\\\\x\\y.svg'}", "no_picture", 25),
        ("  billeder: {Rundetaarn: kort.png}", "picture_of_no_option_near", 14),
        ("  billeder: {Himmelbjerget: kort.png}", "picture_of_no_option", 14),
        ("  billeder: [kort.png]", "picture_of_no_option", 14),
        ("  billeder: [Rundetårn]", "option_without_picture", 14),
        ("  billeder: [Rundetårn: kort.png, Rundetårn: kort.png]", "option_pictured_twice", 35),
        ("  billeder: kort.png", "list_expected", 13),
        ("  forklaringsbillede: kort2.png", "no_picture_near", 23),
        ("  forklaringsbilede: kort.png", "unknown_key_near", 3),
        ("  billede: kort.jpg", "no_picture_near", 12),
    ],
)
def test_a_picture_that_does_not_fit_is_told_where_it_stands(
    tmp_path: Path, line: str, code: str, column: int
) -> None:
    assert (code, 20 - 1, column) in told(tmp_path, f"{HEAD}{line}\n")


def test_a_near_option_is_put_right_with_quotes_where_it_needs_them() -> None:
    text = HEAD.replace("[Kronborg]", '["Kronborg: slot"]')
    text = f"{text}  billeder:\n  - Kronborg slot: kort.png\n"
    [problem] = check_text(text)
    assert problem.repair is not None
    assert problem.repair.edit is not None
    assert repaired(text, problem.repair.edit).endswith('  - "Kronborg: slot": kort.png\n')
    assert check_text(repaired(text, problem.repair.edit)) == ()


def test_mistakes_with_several_pictures_hide_none_of_each_other(tmp_path: Path) -> None:
    lines = "  billeder:\n  - Rundetårn\n  - Kronborg: x.gif\n  - Slot: kort.png\n"
    codes = [code for code, line, _ in told(tmp_path, HEAD + lines) if line > 18]
    assert codes == ["option_without_picture", "no_picture", "picture_of_no_option"]


def test_a_picture_without_origin_is_told_at_the_option_that_shows_it(tmp_path: Path) -> None:
    text = f"{HEAD}  billede: kort.png\n  billeder: {{Kronborg: nyt.png}}\n"
    assert told(tmp_path, text, nyt__png=png(5, 5)) == [("picture_undeclared", 20, 24)]


def test_a_picture_that_nobody_uses_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, HEAD) == [("medium_unused", 8, 3)]


def test_pictures_that_lie_there_unused_are_told_once(tmp_path: Path) -> None:
    text = f"{HEAD}  billede: kort.png\n"
    found = told(tmp_path, text, b__png=png(), a__jpg=png(), c__txt=b"noter")
    assert found == [("media_left_lying", 8, 3)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("kort.png", png()[:-20], "picture_broken"),
        ("kort.png", b"\x89PNG\r\n\x1a\n", "picture_broken"),
        ("kort.png", b"\xff\xd8\xff\xe0\x00\x10JFIF", "picture_broken"),
        ("kort.png", b"GIF89a\x02\x00\x02\x00;", "medium_misnamed"),
        ("kort.png", b"ikke et billede", "media_type"),
        ("kort.png", png(20_001, 1), "picture_too_large"),
    ],
)
def test_a_bad_picture_is_told_where_it_is_declared(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    text = f"{HEAD}  billede: {name}\n"
    assert told(tmp_path, text, **{name.replace(".", "__"): content}) == [(code, 8, 3)]


def test_a_bad_picture_that_is_declared_nowhere_is_told_where_it_is_used(tmp_path: Path) -> None:
    text = f"{HEAD}  billede: kort.png\n  billeder: {{Kronborg: nyt.png}}\n"
    assert ("media_type", 20, 24) in told(tmp_path, text, nyt__png=b"<html>")


def test_a_name_that_the_disk_writes_in_parts_is_found(tmp_path: Path) -> None:
    text = f"{HEAD}  billede: tårn.png\n".replace("  kort.png:", "  tårn.png:")
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / unicodedata.normalize("NFD", "tårn.png")).write_bytes(png())
    (tmp_path / "pakke.yaml").write_text(text, encoding="utf-8")
    found = read_pack(tmp_path)
    assert found.problems == ()
    assert found.pack is not None
    assert found.pack.files == {"tårn.png": png()}


def test_a_pack_without_such_pictures_keeps_its_hash_and_its_version() -> None:
    question = a_question("sp-1", billede="kort.png")
    assert content_sha(question).startswith("a6a302eb5973fa323c")
    pack = with_picture(a_pack(question), "kort.png", png())
    assert pack_content_sha(pack).startswith("896a3298f6912f860d")


@pytest.mark.parametrize(
    ("fields", "version"),
    [
        ({"billede": "kort.png"}, "1.0"),
        ({"forklaringsbillede": "kort.png"}, "1.1"),
        ({"billeder": [{"Ja": "kort.png"}]}, "1.1"),
    ],
)
def test_a_file_says_the_version_that_its_pictures_need(
    tmp_path: Path, fields: dict[str, object], version: str
) -> None:
    question = a_choice(**fields)  # type: ignore[arg-type] # plain values
    pack = with_picture(a_pack(question), "kort.png", png())
    path = tmp_path / "a.quizpack"
    path.write_bytes(build_quizpack(pack))
    with ZipFile(path) as file:
        assert json.loads(file.read("quizpack.json"))["format_version"] == version
    found, _problems = read_quizpack(path)
    assert found == pack


def test_other_pictures_do_not_make_another_question_of_it() -> None:
    plain = a_choice()
    shown = a_choice(billeder=[{"Ja": "kort.png"}], forklaringsbillede="b.png")
    assert meaning_sha(shown) == meaning_sha(plain)
    assert content_sha(shown) != content_sha(plain)

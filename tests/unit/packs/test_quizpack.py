"""The single file: the same bytes every time, and nothing a stranger put in it does harm."""

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given, settings

from quizapp.base.ids import PackId, QuestionId
from quizapp.base.texts import say
from quizapp.packs.editions import pack_content_sha, succeed
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import read_pack
from quizapp.packs.source import RefusedError
from quizapp.packs.strict_json import JsonError, read_json, read_object
from quizapp.packs.svg import SvgError, clean_svg, is_clean_svg
from quizapp.questions.kinds import Category, Flashcard
from quizapp.questions.pack import Author, Manifest, Medium, Pack, Passage
from tests.strategies import PICTURE, packs

Members = dict[str, bytes]


def a_card(key: str = "a", back: str = "bag", **own: Any) -> Flashcard:  # noqa: ANN401 - any field
    common: dict[str, Any] = {"explanation": "f", "category": Category.TERM, "prompt": "for"}
    return Flashcard(id=QuestionId(key), back=back, **common | own)


PACK: Final = Pack(
    manifest=Manifest(
        id=PackId("a.b"),
        title="Prøve",
        version=2,
        license="CC0-1.0",
        authors=(Author(name="Gruppen"),),
        reading_text="tekst.md",
    ),
    questions=(a_card(image="a.png"), a_card("b", passage="x")),
    passages=(Passage(mark="x", body="Tekst."),),
    media=(Medium(name="a.png", alt="Et billede"),),
    files={"a.png": PICTURE},
)


def members_of(content: bytes) -> Members:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: Members, **changes: Any) -> bytes:  # noqa: ANN401 - any field of ZipInfo
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members.items():
            info = ZipInfo(name)
            if name != "mimetype":
                for field, value in changes.items():
                    setattr(info, field, value)
            archive.writestr(info, content)
    return stream.getvalue()


def listed(members: Members) -> Members:
    """Make the manifest list what is there, as a forger would."""
    manifest = json.loads(members["quizpack.json"])
    manifest["files"] = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        for name, content in members.items()
        if name not in {"mimetype", "quizpack.json"}
    }
    return members | {"quizpack.json": json.dumps(manifest).encode()}


def with_manifest(**changes: Any) -> bytes:  # noqa: ANN401 - any JSON
    members = members_of(build_quizpack(PACK))
    manifest = json.loads(members["quizpack.json"]) | changes
    return zipped(members | {"quizpack.json": json.dumps(manifest).encode()})


def with_member(name: str, content: bytes) -> bytes:
    return zipped(listed(members_of(build_quizpack(PACK)) | {name: content}))


def with_questions(content: bytes) -> bytes:
    return with_member("spoergsmaal.jsonl", content)


def with_medium(content: bytes, extension: str) -> bytes:
    member = f"media/{hashlib.sha256(content).hexdigest()}.{extension}"
    members = members_of(build_quizpack(PACK)) | {member: content}
    manifest = json.loads(members["quizpack.json"])
    manifest["media"] = {"a.png": member}
    return zipped(listed(members | {"quizpack.json": json.dumps(manifest).encode()}))


def codes_of(content: bytes, folder: Path) -> set[str]:
    path = folder / "a.quizpack"
    path.write_bytes(content)
    read = read_pack(path)
    assert read.pack is None
    assert all(say(problem.message) for problem in read.problems)
    return {problem.code for problem in read.problems}


@settings(max_examples=15)
@given(packs())
def test_a_built_file_reads_back_as_the_same_pack(
    tmp_path_factory: pytest.TempPathFactory, pack: Pack
) -> None:
    path = tmp_path_factory.mktemp("quizpack") / "a.quizpack"
    path.write_bytes(build_quizpack(pack))
    assert read_pack(path).pack == pack


def test_the_same_pack_is_the_same_bytes() -> None:
    digest = hashlib.sha256(build_quizpack(PACK)).hexdigest()
    assert digest == hashlib.sha256(build_quizpack(replace(PACK))).hexdigest()


def test_a_pack_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(build_quizpack(PACK))
    assert read_pack(path).pack == PACK


def test_the_file_names_its_type_first_and_holds_no_name_of_the_author() -> None:
    members = members_of(build_quizpack(PACK))
    assert next(iter(members)) == "mimetype"
    assert not [name for name in members if "a.png" in name]


def test_a_file_may_be_deflated_and_bring_its_source(tmp_path: Path) -> None:
    members = members_of(build_quizpack(PACK)) | {"kilde/pakke.yaml": b"\xff"}
    path = tmp_path / "a.quizpack"
    path.write_bytes(zipped(members, compress_type=ZIP_DEFLATED))
    assert read_pack(path).pack == PACK


def test_fields_of_a_later_minor_version_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.quizpack"
    path.write_bytes(with_manifest(format_version="1.7", colour="blue"))
    assert read_pack(path).pack == PACK


GOOD: Final = build_quizpack(PACK)
CARD: Final = members_of(GOOD)["spoergsmaal.jsonl"].splitlines()[0]
BAD_SVG: Final = b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'


def _locked(content: bytes) -> bytes:
    at = content.rindex(b"PK\x01\x02")
    return content[: at + 8] + b"\x01" + content[at + 9 :]


def with_bomb() -> bytes:
    members = members_of(GOOD) | {f"media/{'0' * 64}.png": bytes(30 * 1024 * 1024)}
    manifest = json.loads(members["quizpack.json"])
    manifest["files"][f"media/{'0' * 64}.png"] = {}
    members["quizpack.json"] = json.dumps(manifest).encode()
    return zipped(members, compress_type=ZIP_DEFLATED)


HOSTILE: Final[dict[str, tuple[Callable[[], bytes], str]]] = {
    "no zip": (lambda: b"hello", "broken_file"),
    "half a file": (lambda: GOOD[: len(GOOD) // 2], "broken_file"),
    "a changed byte": (lambda: GOOD.replace(b"Et billede", b"Et billedE"), "broken_file"),
    "another zip": (lambda: zipped({"word/document.xml": b"x"}), "not_a_quizpack"),
    "another type": (
        lambda: zipped({"mimetype": b"application/zip+xxxxxxxxxxxxxxxxxx"}),
        "not_a_quizpack",
    ),
    "type not first": (
        lambda: zipped(dict(reversed(members_of(GOOD).items()))),
        "not_a_quizpack",
    ),
    "no questions": (
        lambda: zipped({k: v for k, v in members_of(GOOD).items() if "jsonl" not in k}),
        "broken_file",
    ),
    "empty questions": (lambda: with_questions(b""), "broken_file"),
    "a name that climbs": (lambda: with_member("../../evil.png", PICTURE), "contains_names"),
    "an absolute name": (lambda: with_member("/etc/passwd", b"x"), "contains_names"),
    "a program": (lambda: with_member("media/run.exe", b"MZ"), "contains_names"),
    "a name of Windows": (lambda: with_member("media\\a.png", PICTURE), "contains_names"),
    "a folder": (lambda: with_member("media/", b""), "contains_extra"),
    "a link": (
        lambda: zipped(members_of(GOOD), create_system=3, external_attr=0o120777 << 16),
        "contains_link",
    ),
    "another compression": (
        lambda: zipped(members_of(GOOD), compress_type=ZIP_BZIP2),
        "contains_extra",
    ),
    "a comment of a member": (lambda: zipped(members_of(GOOD), comment=b"x"), "contains_extra"),
    "a comment": (lambda: GOOD[:-2] + b"\x01\x00x", "contains_extra"),
    "a zip64 field": (
        lambda: zipped(members_of(GOOD), extra=b"\x99\x99\x00\x00\x01\x00\x00\x00"),
        "contains_extra",
    ),
    "another hash of the content": (lambda: with_manifest(content_sha256="0"), "broken_file"),
    "two names for one member": (
        lambda: (
            GOOD[: GOOD.rindex(b"quizpack.json")].replace(b"quizpack.json", b"quizpack.jsoN")
            + GOOD[GOOD.rindex(b"quizpack.json") :]
        ),
        "contains_names",
    ),
    "names that some systems take for one": (
        lambda: zipped(members_of(GOOD) | {"QUIZPACK.json": b"{}"}),
        "contains_names",
    ),
    "locked": (lambda: _locked(GOOD), "contains_locked"),
    "a bomb": (with_bomb, "swells"),
    "an unlisted file": (
        lambda: zipped(members_of(GOOD) | {f"media/{'0' * 64}.png": PICTURE}),
        "broken_file",
    ),
    "a listed file that is not there": (lambda: with_manifest(files={}), "broken_file"),
    "a file of another hash": (
        lambda: zipped(members_of(GOOD) | {"spoergsmaal.jsonl": b"{}\n"}),
        "broken_file",
    ),
    "questions of another pack": (lambda: with_questions(CARD + b"\n"), "broken_file"),
    "a later major version": (lambda: with_manifest(format_version="2.0"), "newer_format"),
    "no version": (lambda: with_manifest(format_version="x"), "not_a_quizpack"),
    "another format": (lambda: with_manifest(format="zip"), "not_a_quizpack"),
    "no title": (lambda: with_manifest(title=""), "missing_field"),
    "a bad id": (lambda: with_manifest(id="Å"), "bad_pack_id"),
    "a reading text elsewhere": (lambda: with_manifest(reading_text="../x"), "bad_file_name"),
    "passages that are none": (lambda: with_manifest(passages=["x"]), "broken_file"),
    "authors that are none": (lambda: with_manifest(authors="x"), "broken_file"),
    "media that are not there": (
        lambda: with_manifest(media={"a.png": "media/x.png"}),
        "broken_file",
    ),
    "no media for a picture": (lambda: with_manifest(media={}), "no_picture"),
    "a picture of another kind": (lambda: with_medium(PICTURE, "jpg"), "media_type"),
    "a drawing with a script": (lambda: with_medium(BAD_SVG, "svg"), "contains_program"),
    "a manifest that is no JSON": (
        lambda: zipped(members_of(GOOD) | {"quizpack.json": b"\xff"}),
        "broken_file",
    ),
    "a question with a mistake": (
        lambda: with_questions(CARD.replace(b'"kort"', b'"kart"') + b"\n"),
        "unknown_kind_near",
    ),
    "the same question twice": (lambda: with_questions((CARD + b"\n") * 2), "id_twice"),
    "too many questions": (lambda: with_questions(b"{}\n" * 10_001), "broken_file"),
    "NaN": (lambda: with_questions(b'{"rev": NaN}\n'), "broken_file"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    make, code = HOSTILE[name]
    assert code in codes_of(make(), tmp_path)


def test_mistakes_in_questions_are_placed_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.quizpack"
    path.write_bytes(with_questions((CARD + b"\n") * 2))
    problem = next(one for one in read_pack(path).problems if one.code == "id_twice")
    assert (problem.line, problem.message.fields["other"]) == (2, "1")


def test_a_successor_names_the_version_before_it_and_raises_revisions() -> None:
    changed = replace(PACK, questions=(a_card(image="a.png", back="ny"), a_card("b"), a_card("c")))
    after = succeed(changed, PACK)
    assert after.manifest.previous == pack_content_sha(PACK)
    assert [question.rev for question in after.questions] == [2, 1, 1]
    assert succeed(PACK, PACK) == PACK
    other = replace(PACK, manifest=replace(PACK.manifest, id=PackId("x")))
    assert succeed(other, PACK) is other


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "[Infinity]",
        "1e999",
        "9" * 50,
        '{"a":1,"a":2}',
        "[" * 25 + "]" * 25,
        "[" * 99_999,
        "",
    ],
)
def test_json_that_no_pack_needs_is_refused(text: str) -> None:
    with pytest.raises(JsonError):
        read_json(text)


def test_json_numbers_are_exact() -> None:
    assert str(read_json("0.1")) == "0.1"
    with pytest.raises(JsonError):
        read_object("[]")


DRAWING: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g fill="red">'
    b'<path d="M0 0"></path><text>&lt;a&gt; \xc3\xa6</text></g></svg>'
)

DIRTY: Final = {
    b"<script>alert(1)</script>": b"",
    b'<image href="https://x.dk/a.png"/>': b"",
    b'<rect onload="x()" width="5"/>': b'<rect width="5"></rect>',
    b'<rect fill="url(https://x.dk/a)"/>': b"<rect></rect>",
    b'<rect fill="url(#a)"/>': b'<rect fill="url(#a)"></rect>',
    b'<rect style="fill:red"/>': b"<rect></rect>",
    b"<style>@import 'x'</style>": b"",
    b"<foreignObject><p>a</p></foreignObject>": b"",
    b'<a xmlns="http://www.w3.org/1999/xhtml"/>': b"",
    b"<!-- x --><?php x ?>": b"",
}


@pytest.mark.parametrize("inside", DIRTY)
def test_a_drawing_keeps_shapes_and_loses_what_runs_or_fetches(inside: bytes) -> None:
    start = b'<svg xmlns="http://www.w3.org/2000/svg">'
    cleaned = clean_svg(start + inside + b"</svg>")
    assert cleaned == start + DIRTY[inside] + b"</svg>"
    assert is_clean_svg(cleaned)


def test_a_clean_drawing_stays_as_it_is() -> None:
    assert clean_svg(DRAWING) == DRAWING


@pytest.mark.parametrize(
    "content",
    [
        b"<svg/>",
        b"hello",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 99,
        bytes(3 * 1024 * 1024),
    ],
)
def test_what_is_no_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(SvgError):
        clean_svg(content)
    assert not is_clean_svg(content)


def test_a_refusal_carries_its_code() -> None:
    assert RefusedError("link", file="x").fields == {"file": "x"}


def test_a_zip_is_read_within_its_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.quizpack"
    path.write_bytes(GOOD)
    for limit, code in (("MOST_ZIP_BYTES", "file_too_big"), ("MOST_FILES", "too_many_files")):
        with monkeypatch.context() as patch:
            patch.setattr(f"quizapp.packs.zip_file.{limit}", 1)
            assert codes_of(GOOD, tmp_path) == {code}
    monkeypatch.setattr("quizapp.packs.zip_file.MOST_BYTES_IN_ALL", 500)
    assert codes_of(GOOD, tmp_path) == {"unpacked_too_big"}


def test_a_type_longer_than_its_name_is_refused(tmp_path: Path) -> None:
    assert codes_of(zipped({"mimetype": b"x" * 99}), tmp_path) == {"file_too_big"}


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    assert [one.code for one in read_pack(tmp_path / "a.quizpack").problems] == ["file_missing"]


def test_a_directory_that_points_past_the_members_is_refused(tmp_path: Path) -> None:
    entry = GOOD.rindex(b"PK\x01\x02")
    for offset in (5, len(GOOD) - 3):
        broken = GOOD[: entry + 42] + offset.to_bytes(4, "little") + GOOD[entry + 46 :]
        assert codes_of(broken, tmp_path) == {"broken_file"}


def test_an_extra_field_that_is_no_zip64_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.quizpack"
    path.write_bytes(zipped(members_of(GOOD), extra=b"\x99\x99\x02\x00ab"))
    assert read_pack(path).pack == PACK

"""Reading a pack's folder: text, reading text, media, and what may be wrong with the files."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.base.texts import say
from quizapp.packs import media_reading
from quizapp.packs.media import extension_of
from quizapp.packs.problems import Edit, repaired, where
from quizapp.packs.reader import ReadPack, check_text, read_pack
from quizapp.packs.reading_text import read_reading_text, write_reading_text
from quizapp.packs.source import PACK_FILE, open_folder
from quizapp.packs.yaml_format import read_yaml
from quizapp.packs.yaml_writer import block, inline
from quizapp.questions.pack import Passage
from tests.hostile.folders import a_png
from tests.strategies import PICTURE, passages

MANIFEST: Final = "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n"
MEDIUM: Final = "{titel: t, skaber: s, kilde: k, licens: PD, alt: a}"
CARD: Final = "- id: a\n  type: kort\n  kategori: begreb\n  forside: x\n  bagside: y\n"
QUIET: Final = {"no_explanation", "no_source"}


def a_folder(folder: Path, extra: str = "", question: str = "", about: str = "") -> Path:
    text = f"{MANIFEST}{about}{extra}spørgsmål:\n{CARD}{question}"
    (folder / PACK_FILE).write_text(text, encoding="utf-8")
    (folder / "media").mkdir(exist_ok=True)
    return folder


def codes_of(read: ReadPack) -> list[str]:
    assert all(say(one.message) and where(one) for one in read.problems)
    return [one.code for one in read.problems if one.code not in QUIET]


def test_a_pack_may_be_named_by_its_folder_or_its_file(tmp_path: Path) -> None:
    a_folder(tmp_path)
    assert read_pack(tmp_path).pack == read_pack(tmp_path / PACK_FILE).pack
    assert read_pack(tmp_path).pack is not None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("gone", "file_missing"),
        ("a.odt", "not_a_pack"),
        ("a.xls", "sheet_not_read"),
        ("empty", "no_pack_file"),
    ],
)
def test_a_path_that_is_no_pack_is_a_problem(name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(b"x")
    (tmp_path / "a.xls").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    assert codes_of(read_pack(tmp_path / name)) == [code]


def test_a_path_that_no_system_has_is_a_problem(tmp_path: Path) -> None:
    assert codes_of(read_pack(tmp_path / ("x" * 5_000))) == ["file_unreadable"]


def test_a_pack_file_that_is_a_link_is_refused(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / PACK_FILE).symlink_to(tmp_path / PACK_FILE)
    assert codes_of(read_pack(tmp_path / "other")) == ["link"]


def test_a_pack_file_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    a_folder(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    assert codes_of(read_pack(tmp_path)) == ["file_unreadable"]


def test_a_reading_text_is_read_with_the_pack(tmp_path: Path) -> None:
    a_folder(tmp_path, about="  læsetekst: tekst.md\n", question="  læs: afsnit-1\n")
    text = "# Titel\n\nIndledning.\n\n{#afsnit-1}\n## Krigen\nDet begyndte.\n\nSå gik det galt.\n"
    (tmp_path / "tekst.md").write_text(text, encoding="utf-8")
    pack = read_pack(tmp_path).pack
    assert pack is not None
    assert pack.passages == (
        Passage(mark="tekst-1", body="Indledning."),
        Passage(mark="afsnit-1", heading="Krigen", body="Det begyndte.\n\nSå gik det galt."),
    )


def test_mistakes_in_the_reading_text_have_their_file_and_line(tmp_path: Path) -> None:
    a_folder(tmp_path, about="  læsetekst: tekst.md\n")
    text = "{#a}\nx\n{#A B}\ny\n{#a}\nz\n"
    (tmp_path / "tekst.md").write_text(text, encoding="utf-8")
    found = [(one.code, Path(one.file).name, one.line) for one in read_pack(tmp_path).problems]
    assert ("bad_mark", "tekst.md", 3) in found
    assert ("mark_twice", "tekst.md", 5) in found


@pytest.mark.parametrize(
    ("name", "code"), [("gone.md", "file_missing"), ("../a.md", "bad_file_name")]
)
def test_a_reading_text_must_lie_in_the_folder(name: str, code: str, tmp_path: Path) -> None:
    a_folder(tmp_path, about=f"  læsetekst: {name}\n")
    read = read_pack(tmp_path)
    assert codes_of(read) == [code]
    assert read.problems[0].line == 6


def test_a_reading_text_in_windows_letters_is_named(tmp_path: Path) -> None:
    a_folder(tmp_path, about="  læsetekst: tekst.md\n")
    (tmp_path / "tekst.md").write_bytes("På øen".encode("cp1252"))
    assert codes_of(read_pack(tmp_path)) == ["not_utf8"]


def test_a_mark_that_nearly_fits_is_suggested(tmp_path: Path) -> None:
    a_folder(tmp_path, about="  læsetekst: tekst.md\n", question="  læs: afsnit1\n")
    (tmp_path / "tekst.md").write_text("{#afsnit-1}\nx\n", encoding="utf-8")
    [problem] = [one for one in read_pack(tmp_path).problems if one.code not in QUIET]
    assert (problem.code, problem.message.fields["near"]) == ("no_passage_near", "afsnit-1")


@given(passages())
def test_a_written_reading_text_reads_back(places: tuple[Passage, ...]) -> None:
    assert tuple(read_reading_text(write_reading_text("T", places)).passages) == places


@given(st.text(alphabet="# {}ab\n-"))
def test_any_reading_text_is_read_and_loses_no_letter(text: str) -> None:
    found = read_reading_text(text)
    kept = "".join(one.body for one in found.passages)
    assert kept.count("a") >= sum(line.strip() == "a" for line in text.split("\n"))


def test_automatic_marks_keep_clear_of_the_author_s() -> None:
    found = read_reading_text("{#tekst-2}\na\n\n# h\nb\n## c\nd")
    assert [one.mark for one in found.passages] == ["tekst-2", "tekst-3", "tekst-4"]


def test_pictures_are_read_by_name(tmp_path: Path) -> None:
    a_folder(tmp_path, f"medier:\n  a.png: {MEDIUM}\n", "  billede: a.png\n")
    (tmp_path / "media" / "a.png").write_bytes(PICTURE)
    (tmp_path / "media" / "stray.png").write_bytes(PICTURE)
    (tmp_path / "media" / "link.png").symlink_to(tmp_path / "media" / "a.png")
    pack = read_pack(tmp_path).pack
    assert pack is not None
    assert dict(pack.files) == {"a.png": PICTURE}


def test_a_picture_without_origin_is_used_with_a_warning(tmp_path: Path) -> None:
    a_folder(tmp_path, "", "  billede: a.png\n")
    (tmp_path / "media" / "a.png").write_bytes(a_png(2, 2))
    read = read_pack(tmp_path)
    assert codes_of(read) == ["picture_undeclared"]
    assert read.pack is not None
    assert "a.png" in read.pack.files


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"MZ", "media_type"),
        (b"<svg><script/></svg>", "media_type"),
        (PICTURE + bytes(20 * 1024 * 1024), "file_too_big"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, code: str, tmp_path: Path) -> None:
    a_folder(tmp_path, f"medier:\n  a.png: {MEDIUM}\n")
    (tmp_path / "media" / "a.png").write_bytes(content)
    assert codes_of(read_pack(tmp_path)) == [code]


def test_a_drawing_is_cleaned_on_the_way_in(tmp_path: Path) -> None:
    a_folder(tmp_path, f"medier:\n  a.svg: {MEDIUM}\n")
    start = b'<svg xmlns="http://www.w3.org/2000/svg">'
    (tmp_path / "media" / "a.svg").write_bytes(start + b"<script>x</script></svg>")
    pack = read_pack(tmp_path).pack
    assert pack is not None
    assert pack.files["a.svg"] == start + b"</svg>"


def test_media_beyond_the_limit_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media_reading, "MOST_BYTES_IN_ALL", 100)
    a_folder(tmp_path, f"medier:\n  a.png: {MEDIUM}\n  b.png: {MEDIUM}\n")
    for name in ("a.png", "b.png"):
        (tmp_path / "media" / name).write_bytes(a_png(2, 2))
    assert codes_of(read_pack(tmp_path)) == ["unpacked_too_big"]


def test_a_folder_of_countless_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.packs.source.MOST_FILES", 2)
    a_folder(tmp_path)
    for number in range(4):
        (tmp_path / "media" / f"{number}.png").write_bytes(b"")
    assert codes_of(read_pack(tmp_path)) == ["too_many_files"]


def test_a_folder_without_media_has_none(tmp_path: Path) -> None:
    a_folder(tmp_path)
    (tmp_path / "media").rmdir()
    assert open_folder(tmp_path).media == {}


@pytest.mark.parametrize("section", ["medier: x\n", "medier:\n  a.png: x\n"])
def test_media_need_fields(section: str, tmp_path: Path) -> None:
    a_folder(tmp_path, section)
    (tmp_path / "media" / "a.png").write_bytes(PICTURE)
    assert "media_not_mapping" in codes_of(read_pack(tmp_path))


def test_an_empty_section_of_media_is_none(tmp_path: Path) -> None:
    assert codes_of(read_pack(a_folder(tmp_path, "medier:\n"))) == []


@pytest.mark.parametrize("name", ["../a.png", ".skjult", "a/b.png", "con:", "a.png ", "x" * 200])
def test_a_medium_needs_a_name_that_every_system_has(name: str, tmp_path: Path) -> None:
    a_folder(tmp_path, f'medier:\n  "{name}": {MEDIUM}\n')
    assert "bad_file_name" in codes_of(read_pack(tmp_path))


@pytest.mark.parametrize(
    ("about", "code"),
    [
        ("  forfattere: mig\n", "list_expected"),
        ("  forfattere: [{sted: x}]\n", "missing_field"),
        ("  forfattere: [{navn: a, by: x}]\n", "unknown_key"),
        ("  udgåede: [Å]\n", "bad_id"),
        ("  sprog: da\n  tittel: x\n", "unknown_key_near"),
    ],
)
def test_mistakes_about_the_pack_are_found(about: str, code: str, tmp_path: Path) -> None:
    assert code in codes_of(read_pack(a_folder(tmp_path, about=about)))


def test_authors_may_be_names_alone(tmp_path: Path) -> None:
    pack = read_pack(a_folder(tmp_path, about="  forfattere: [A, {navn: B, sted: C}]\n")).pack
    assert pack is not None
    assert [(one.name, one.place) for one in pack.manifest.authors] == [("A", ""), ("B", "C")]


def test_a_manifest_that_is_no_mapping_is_none(tmp_path: Path) -> None:
    (tmp_path / PACK_FILE).write_text(f"pakke: x\nspørgsmål:\n{CARD}", encoding="utf-8")
    assert codes_of(read_pack(tmp_path)) == ["no_manifest"]


def test_an_editor_hears_of_mistakes_in_the_text_alone() -> None:
    question = CARD.replace("id: a", "id: b") + "  læs: x\n  billede: y.png\n  himt: z\n"
    problems = check_text(f"{MANIFEST}spørgsmål:\n{CARD}{question}")
    assert [one.code for one in problems if one.code not in QUIET] == ["unknown_key_near"]


def test_a_question_list_given_twice_is_read_whole() -> None:
    second = CARD.replace("id: a", "id: b").replace("forside", "forsid")
    problems = check_text(f"{MANIFEST}spørgsmål:\n{CARD}spørgsmål:\n{second}")
    codes = {one.code for one in problems}
    assert codes >= {"entry_twice", "unknown_key_near"}


KINDS: Final = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff\xe0": "jpg",
    b"GIF89a": "gif",
    b"RIFF\0\0\0\0WEBP": "webp",
    b"RIFF\0\0\0\0WAVE": "wav",
    b"RIFF\0\0\0\0AVI ": "",
    b"OggS" + bytes(24) + b"OpusHead": "opus",
    b"OggS" + bytes(24) + b"\x01vorbis": "ogg",
    b"\0\0\0\x20ftypM4A ": "m4a",
    b"\0\0\0\x20ftypheic": "",
    b"ID3\x04": "mp3",
    b"<svg xmlns='x'>": "svg",
    b"<?xml version='1.0'?>\n<svg>": "svg",
    b"<?xml version='1.0'?>\n<html>": "",
    b"": "",
}


@pytest.mark.parametrize("content", KINDS)
def test_media_are_known_by_their_content(content: bytes) -> None:
    assert extension_of(content) == KINDS[content]


def test_a_repair_touches_nothing_else() -> None:
    text = "a: b\r\nc: d\n"
    assert repaired(text, Edit(2, 4, 2, 5, "x")) == "a: b\r\nc: x\n"


def test_values_are_written_the_shortest_safe_way() -> None:
    assert inline(["a", "b, c", {"d": "e: f"}, True, 5]) == '[a, "b, c", {d: "e: f"}, ja, 5]'
    assert inline("\x07\u00a0ud\u2028") == '"\\U00000007\u00a0ud\\U00002028"'
    long = "ord " * 30 + "slut"
    assert block({"a": [long, {"b": long}]}, 0) == f"a:\n- {long}\n- b: {long}\n"
    assert block({"a": {"b": long, "c": "d"}}, 0) == f"a:\n  b: {long}\n  c: d\n"
    assert block({"a": "b\n\nc"}, 2) == "  a: |\n    b\n\n    c\n"
    assert block({"a": [{"b": ["c"]}]}, 0) == "a:\n- {b: [c]}\n"


def test_the_example_of_the_contract_is_read(shared_dir: Path) -> None:
    text = (shared_dir / "design" / "pack_format.md").read_text(encoding="utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    problems = check_text(example)
    assert {one.code for one in problems} == QUIET
    assert len(read_yaml(example, "a").questions) == 11


def test_a_reading_text_of_endless_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pakke.yaml").write_text(
        "pakke:\n  id: a.b\n  titel: T\n  version: 1\n  licens: CC0-1.0\n  læsetekst: t.md\n",
        encoding="utf-8",
    )
    marks = "".join(f"{{#m{number}}}\nx\n\n" for number in range(20_001))
    (tmp_path / "t.md").write_text(marks, encoding="utf-8")
    found = [(one.code, one.line, one.column) for one in read_pack(tmp_path).problems]
    assert ("too_complex", 6, 14) in found


def test_a_single_null_is_named_at_its_place_and_hides_nothing(tmp_path: Path) -> None:
    lines = ["pakke:", "  id: a.b", "  titel: P\0", "  version: x", "spørgsmål: []"]
    (tmp_path / "pakke.yaml").write_bytes("\n".join(lines).encode())
    found = {(one.code, one.line, one.column) for one in read_pack(tmp_path).problems}
    assert {("hidden_character", 3, 11), ("whole_number", 4, 12)} <= found

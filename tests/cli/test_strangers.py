"""What strangers wrote, or named their files, steers no terminal."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.base.terminal import printable
from tests.cli.conversation import command

ROOT = Path(__file__).resolve().parents[2]
NASTY = "\u202eond\x1b[31m\u2028fil\n"
SHOWN = frozenset("\n")

PACK = """pakke:
  id: a.b
  titel: "{title}"
  version: 1
  licens: MIT
spørgsmål:
- id: a
  type: skriv
  kategori: begreb
  spørgsmål: |
    Hvad er det
    for noget?
  svar: det
  forklaring: fordi
  kilde: bog
"""


def is_harmless(text: str) -> bool:
    return all(one.isprintable() or one in "\n\u00a0" for one in text)


def a_pack(folder: Path, name: str, title: str = "Prøve") -> Path:
    path = folder / name
    path.mkdir()
    (path / "pakke.yaml").write_text(PACK.replace("{title}", title))
    return path


@pytest.mark.parametrize("what", ["check", "install", "show"])
def test_an_error_steers_no_terminal_with_what_is_not_there(what: str, bank: Path) -> None:
    said = command(bank, what, NASTY)
    assert said.code in {1, 2, 3}
    assert (said.out + said.err).strip()
    assert is_harmless(said.out + said.err)


def test_the_name_of_a_written_file_steers_no_terminal(bank: Path, tmp_path: Path) -> None:
    source = a_pack(tmp_path, "pakke")
    for name in (f"a{NASTY}.csv", f"b{NASTY}.quizpack"):
        said = command(bank, "convert", str(source), str(tmp_path / name))
        assert said.code == 0
        assert is_harmless(said.out)
        assert said.out.count("\n") == 1


def test_a_title_and_a_prompt_are_shown_on_one_line_each(bank: Path, tmp_path: Path) -> None:
    source = a_pack(tmp_path, "pakke", "Prøve\\nIngen fejl")
    installed = command(bank, "install", str(source))
    assert installed.code == 0
    assert "»Prøve Ingen fejl«" in installed.out
    [line] = [one for one in command(bank, "packs").out.splitlines() if one.startswith("a.b")]
    assert "Prøve Ingen fejl" in line
    assert command(bank, "show", "a.b").out == "a (skriv, begreb): Hvad er det for noget?\n"


def test_a_sentence_keeps_its_blanks_and_an_emoji_its_parts() -> None:
    whole = "90\u00a0% 👩\u200d🏫"
    assert printable(whole) == whole


def test_what_a_learner_cannot_see_is_a_blank() -> None:
    assert printable("a\u202eb\x1b[0m\udcffc\td") == "a b [0m\ufffdc d"


def test_a_new_sheet_needs_no_ids_to_be_checked(bank: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text(
        "id;a.b\ntitel;P\nversion;1\nlicens;MIT\n\n"
        "id;type;kategori;spørgsmål;svar;forklaring;kilde\n"
        ";skriv;begreb;Hvad?;det;fordi;bog\n;skriv;begreb;Hvor?;der;fordi;bog\n"
    )
    said = command(bank, "check", "--json", str(sheet))
    assert (said.code, said.rows) == (0, [])


TOO_LONG = "a" * 300
"""A name that no disk has, and that asking for is an error of the system."""


def test_a_place_that_may_not_be_looked_at_is_told_of(bank: Path, tmp_path: Path) -> None:
    said = command(bank, "check", "--json", str(tmp_path / TOO_LONG))
    assert said.code == 1
    assert [row["code"] for row in said.rows] == ["file_unreadable"]


def test_a_bank_that_may_not_be_looked_at_is_told_of(tmp_path: Path) -> None:
    said = command(tmp_path / TOO_LONG, "packs")
    assert said.code == 3
    assert "Traceback" not in said.err
    assert said.err.strip()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="Linux has a full device")
@pytest.mark.parametrize(
    ("arguments", "code"), [("check {pack} >/dev/full", 3), ("nix 2>/dev/full", 2)]
)
def test_what_cannot_be_told_ends_with_its_code(arguments: str, code: int, tmp_path: Path) -> None:
    whole = arguments.format(pack=a_pack(tmp_path, "pakke"))
    line = f"exec {sys.executable} -m quizapp {whole}"
    done = subprocess.run(["sh", "-c", line], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == code


def test_a_device_is_never_written_over(bank: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "a.quizpack"
    os.mkfifo(pipe)
    assert command(bank, "convert", str(a_pack(tmp_path, "pakke")), str(pipe)).code == 3
    assert pipe.is_fifo()


def test_a_line_separator_inside_a_case_parts_no_line(bank: Path, tmp_path: Path) -> None:
    case = {"id": "a\u2028b", "kind": "term", "expected": {"answers": ["x"]}, "given": "x"}
    (tmp_path / "a.jsonl").write_text(json.dumps(case, ensure_ascii=False) + "\n" + "[" * 100_000)
    said = command(bank, "mark", str(tmp_path / "a.jsonl"))
    first, second = (json.loads(line) for line in said.out.strip("\n").split("\n"))
    assert first["id"] == "a\u2028b"
    assert "RecursionError" in second["error"]

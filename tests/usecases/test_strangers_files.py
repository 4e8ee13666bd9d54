"""A stranger's file is read in a process of its own, whatever it does to its reader."""

import pickle
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from quizapp.base.own_program import own_environment
from quizapp.base.texts import say
from quizapp.library import apart
from quizapp.library.apart import read_apart
from quizapp.library.read_worker import MOST_SECONDS, marking_too, read_into
from quizapp.packs.media_files import MediaFiles
from quizapp.packs.reader import read_pack
from quizapp.packs.writer import write_pack
from quizapp.questions.pack import Pack
from tests.builders import a_pack, a_question, with_picture, with_reading_text
from tests.hostile.all_of_them import HARMLESS, HEAVY, HOSTILE
from tests.hostile.folders import a_png


class StoppedError(Exception):
    """The person wants no more of it."""


def a_folder(folder: Path) -> tuple[Pack, Path]:
    pack = a_pack(a_question("sp-1", billede="kort.png", læs="afsnit-1"))
    whole = with_reading_text(with_picture(pack, "kort.png", a_png(3, 2)), "Et afsnit.")
    write_pack(whole, folder / "pakke")
    return whole, folder / "pakke"


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - HEAVY))
def test_a_hostile_file_is_refused_in_danish(name: str, tmp_path: Path) -> None:
    found = read_pack(HOSTILE[name](tmp_path))
    assert (found.pack is not None) is (name in HARMLESS)
    assert all(say(problem.message) for problem in found.problems)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("yaml: a million accepted answers", "too_many_items"),
        ("quizpack: a manifest of 15 MB of lists", "reading_heavy"),
        ("yaml: unknown keys near known ones", "unknown_key_near"),
        ("folder: a pipe for a pack", "not_a_pack"),
    ],
)
def test_what_asks_too_much_is_laid_aside(name: str, code: str, tmp_path: Path) -> None:
    found = read_apart(HOSTILE[name](tmp_path))
    assert found.pack is None
    # On a busy machine the clock may stop it before its memory does.
    assert {problem.code for problem in found.problems} & {code, "reading_slow"}


def test_a_pack_that_is_read_apart_is_the_same_pack(tmp_path: Path) -> None:
    _pack, folder = a_folder(tmp_path)
    assert read_apart(folder) == read_pack(folder)
    assert read_apart(folder).pack is not None


def test_pictures_lie_in_a_folder_as_long_as_somebody_has_the_pack(tmp_path: Path) -> None:
    _pack, folder = a_folder(tmp_path)
    files = read_into(folder, tmp_path, "").pack
    assert files is not None
    kept = files.files
    assert isinstance(kept, MediaFiles)
    assert dict(kept) == {"kort.png": a_png(3, 2)}
    lying = tmp_path / "medium-0"
    assert lying.is_file()
    kept.own_folder()
    del files, kept
    assert not lying.exists()


def test_media_can_be_left_out_again(tmp_path: Path) -> None:
    files = MediaFiles(tmp_path)
    files["a.png"] = b"a"
    del files["a.png"]
    assert dict(files) == {}


def test_marking_is_looked_at_when_asked_for(tmp_path: Path) -> None:
    pack = a_pack(a_question("sp-1", svar="Sejr", næsten=["Sejr"]))
    write_pack(pack, tmp_path / "pakke")
    plain = read_into(tmp_path / "pakke", tmp_path, "")
    assert read_into(tmp_path / "pakke", tmp_path, "", marking_too()).problems > plain.problems


def test_what_marking_warns_of_stands_at_its_value(tmp_path: Path) -> None:
    pack = a_pack(a_question("sp-1", svar="Sejr", næsten=["Sejr"]))
    folder = tmp_path / "pakke"
    write_pack(pack, folder)
    found = read_into(folder, tmp_path, "", marking_too()).problems
    (problem,) = [it for it in found if it.code == "almost_accepted"]
    line = (folder / "pakke.yaml").read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line[problem.column - 1 :].startswith("Sejr")


def test_an_error_elsewhere_hides_no_warning_of_marking(tmp_path: Path) -> None:
    pack = a_pack(a_question("sp-1", svar="Sejr", næsten=["Sejr"]), a_question("sp-2"))
    folder = tmp_path / "pakke"
    write_pack(pack, folder)
    file = folder / "pakke.yaml"
    written = file.read_text(encoding="utf-8").replace("id: sp-2", "id: SP 2")
    file.write_text(written, encoding="utf-8")
    codes = {it.code for it in read_into(folder, tmp_path, "", marking_too()).problems}
    assert codes >= {"bad_id", "almost_accepted"}


def test_a_switch_that_does_not_exist_is_told_at_its_value(tmp_path: Path) -> None:
    folder = tmp_path / "pakke"
    write_pack(a_pack(a_question("sp-1")), folder)
    file = folder / "pakke.yaml"
    written = file.read_text(encoding="utf-8").replace("pakke:\n", "pakke:\n  bedømmelse: alt\n", 1)
    file.write_text(written, encoding="utf-8")
    found = read_into(folder, tmp_path, "", marking_too()).problems
    assert [(it.line, it.column) for it in found if it.code == "bad_marking"] == [(2, 15)]


def test_a_prompt_that_names_its_twins_answer_is_warned_of_at_the_asking_one(
    tmp_path: Path,
) -> None:
    asked = a_question("sp-1", svar="Manchuriet", faktum="krig")
    told = a_question("sp-2", spørgsmål="Hvem vandt krigen i Manchuriet?", faktum="krig")
    folder = tmp_path / "pakke"
    write_pack(a_pack(asked, told), folder)
    found = read_into(folder, tmp_path, "", marking_too()).problems
    (problem,) = [it for it in found if it.code == "prompt_gives_answer"]
    line = (folder / "pakke.yaml").read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert line == "  svar: Manchuriet"


def test_what_cannot_be_read_is_not_looked_at_further(tmp_path: Path) -> None:
    found = read_into(tmp_path / "væk", tmp_path, "")
    assert read_into(tmp_path / "væk", tmp_path, "", marking_too()) == found


def test_rows_without_an_id_get_one_by_chance(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    about = "id;a.b\ntitel;T\nversion;1\nlicens;CC0-1.0\n\n"
    path.write_text(about + "type;kategori;spørgsmål;svar\nskriv;begreb;Hvad?;Det\n", "utf-8")
    assert read_apart(path).pack is None
    one, same = (read_apart(path, Random(1)).pack for _ in range(2))
    assert one is not None
    assert one == same


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    calls = []

    def watch() -> None:
        calls.append(1)
        if len(calls) == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        read_apart(HOSTILE["yaml: full questions by the million"](tmp_path), watch=watch)


def test_a_reader_that_dies_is_a_problem_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    _pack, folder = a_folder(tmp_path)
    assert [one.code for one in read_apart(folder).problems] == ["reading_failed"]


def test_a_file_that_takes_long_is_given_up(tmp_path: Path) -> None:
    _pack, folder = a_folder(tmp_path)
    assert [one.code for one in read_apart(folder, seconds=0.1).problems] == ["reading_slow"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no computing")
def test_what_computes_too_long_is_slow_and_not_broken(tmp_path: Path) -> None:
    script = "from quizapp.library.read_worker import *; limit_process(1)\nwhile True: pass"
    done = subprocess.run(
        [sys.executable, "-P", "-c", script], env=own_environment(), check=False, timeout=600
    )
    assert apart._refused(tmp_path, done.returncode).problems[0].code == "reading_slow"


def test_time_in_which_others_compute_is_not_counted() -> None:
    assert apart.LONGEST_S >= 8 * MOST_SECONDS


def test_only_values_of_a_pack_come_back(tmp_path: Path) -> None:
    for stranger in (Path, OSError, print):
        file = tmp_path / "found"
        file.write_bytes(pickle.dumps(stranger))
        with file.open("rb") as stream, pytest.raises(pickle.UnpicklingError):
            apart._OnlyOurs(stream).load()

"""What is written reaches the file or the journal, and no one else's work is lost."""

from pathlib import Path
from random import Random

import pytest

from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.library.editing.packs import (
    NotBroughtInError,
    OwnPacks,
    begin_pack,
    bring_in,
    free_folder,
    suggest_id,
)
from quizapp.library.editing.store import (
    ChangedOnDiskError,
    Journal,
    UnsavedError,
    keep_own,
    read_folder,
    save,
    take_other,
)
from quizapp.packs.quizpack import build_quizpack
from quizapp.packs.reader import read_pack
from quizapp.questions.pack import Manifest, Pack
from tests.unit.packs.test_quizpack import a_card

MANIFEST = Manifest(id=PackId("a.b"), title="Min pakke", version=1)


def begun(tmp_path: Path) -> Path:
    return begin_pack(tmp_path / "p", MANIFEST)


def test_a_saved_text_is_the_file(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    saved = save(base, f"{base.text}# mere\n")
    assert (base.folder / "pakke.yaml").read_text(encoding="utf-8") == saved.text
    assert save(saved, base.text).sha == base.sha


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfpakke:\r\n  id: a\r\n", "# ø\n".encode()])
def test_a_file_is_written_the_way_it_was_read(tmp_path: Path, content: bytes) -> None:
    folder = begun(tmp_path)
    (folder / "pakke.yaml").write_bytes(content)
    base = read_folder(folder)
    save(base, base.text)
    assert (folder / "pakke.yaml").read_bytes() == content


def test_a_file_of_another_encoding_is_read_as_it_was_meant(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    (folder / "pakke.yaml").write_bytes("# ø\n".encode("cp1252"))
    assert read_folder(folder).text == "# ø\n"


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    path = base.folder / "pakke.yaml"
    path.write_text("noget andet\n", encoding="utf-8")
    with pytest.raises(ChangedOnDiskError):
        save(base, "mit\n")
    assert path.read_text(encoding="utf-8") == "noget andet\n"


def test_both_editions_are_kept_whichever_is_chosen(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    path = base.folder / "pakke.yaml"
    path.write_text("den anden\n", encoding="utf-8")
    assert take_other(base, "min\n").text == "den anden\n"
    assert (base.folder / "pakke (min udgave).yaml").read_text(encoding="utf-8") == "min\n"
    keep_own(base, "min\n")
    other = base.folder / "pakke (den anden udgave).yaml"
    assert other.read_text(encoding="utf-8") == "den anden\n"
    keep_own(base, "min igen\n")
    assert other.read_text(encoding="utf-8") == "den anden\n"
    assert path.read_text(encoding="utf-8") == "min igen\n"


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    (base.folder / "pakke.yaml").unlink()
    with pytest.raises(UnsavedError):
        save(base, "mit\n")
    with pytest.raises(QuizappError):
        read_folder(base.folder)


def test_the_journal_gives_back_what_was_not_saved(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    journal = Journal(tmp_path / "j")
    assert journal.rescued(base) is None
    journal.write(base, "mit\n")
    rescued = Journal(tmp_path / "j").rescued(base)
    assert rescued is not None
    assert (rescued.text, rescued.base_sha) == ("mit\n", base.sha)
    saved = save(base, "mit\n")
    assert journal.rescued(saved) is None
    journal.clear(base.folder)
    assert journal.rescued(base) is None


def test_the_journal_forgets_what_is_saved_and_keeps_what_came_later(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    journal = Journal(tmp_path / "j")
    journal.write(base, "senere\n")
    journal.forget_saved(save(base, "mit\n"))
    assert journal.rescued(base) is not None
    saved = save(read_folder(base.folder), "senere\n")
    journal.forget_saved(saved)
    assert not list((tmp_path / "j").iterdir())
    journal.forget_saved(saved)


def test_a_spoilt_journal_is_no_journal(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    journal = Journal(tmp_path / "j")
    journal.write(base, "mit\n")
    [kept] = (tmp_path / "j").iterdir()
    kept.write_text("{", encoding="utf-8")
    assert journal.rescued(base) is None


def test_a_begun_pack_can_be_read_and_lacks_only_questions(tmp_path: Path) -> None:
    assert [
        one.code for one in read_pack(begun(tmp_path)).problems if one.code != "no_licence"
    ] == ["no_questions"]


def test_a_folder_that_is_there_is_not_taken(tmp_path: Path) -> None:
    begun(tmp_path)
    with pytest.raises(QuizappError):
        begin_pack(tmp_path / "p", MANIFEST)
    assert free_folder(tmp_path, "p").name == "p-2"


@pytest.mark.parametrize(
    ("title", "author", "expected"),
    [
        ("Danmarkshistorie 1: enevælden", "", "danmarkshistorie-1-enevaelden"),
        ("1864", "Åse Ørsted", "aase-oersted.1864"),
        ("  ", "Åse", ""),
        ("年", "Åse", ""),
    ],
)
def test_an_id_is_made_of_author_and_title(title: str, author: str, expected: str) -> None:
    assert suggest_id(title, author) == expected


def test_a_shared_file_becomes_a_folder_and_a_folder_stays(tmp_path: Path) -> None:
    shared = tmp_path / "min.quizpack"
    shared.write_bytes(build_quizpack(Pack(manifest=MANIFEST, questions=(a_card("a"),))))
    folder = bring_in(shared, tmp_path / "egne", Random(1))
    assert folder == tmp_path / "egne/min"
    found = read_pack(folder).pack
    assert found is not None
    assert [one.id for one in found.questions] == ["a"]
    assert bring_in(folder, tmp_path / "egne", Random(1)) == folder


def test_a_file_that_is_no_pack_says_why(tmp_path: Path) -> None:
    (tmp_path / "x.quizpack").write_bytes(b"ikke en pakke")
    with pytest.raises(NotBroughtInError) as caught:
        bring_in(tmp_path / "x.quizpack", tmp_path, Random(1))
    assert caught.value.problems


def test_packs_are_found_the_latest_first(tmp_path: Path) -> None:
    own = tmp_path / "packs"
    one, two = begin_pack(own / "en", MANIFEST), begin_pack(own / "to", MANIFEST)
    elsewhere = begin_pack(tmp_path / "andet", MANIFEST)
    packs = OwnPacks(tmp_path / "editing", own)
    packs.remember(two)
    packs.remember(elsewhere)
    assert [one.folder for one in packs.found()] == [elsewhere, two, one]

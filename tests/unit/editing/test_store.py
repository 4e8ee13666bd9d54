"""What is written reaches the file or the journal, and no one else's work is lost."""

import stat
import sys
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
    Content,
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
    saved = save(base, Content(f"{base.text}# mere\n"))
    assert (base.folder / "pakke.yaml").read_text(encoding="utf-8") == saved.text
    assert save(saved, Content(base.text)).sha == base.sha


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbfpakke:\r\n  id: a\r\n", "# ø\n".encode(), "# a\u2028b\x85c\u202e\n".encode()],
)
def test_a_file_is_written_the_way_it_was_read(tmp_path: Path, content: bytes) -> None:
    folder = begun(tmp_path)
    (folder / "pakke.yaml").write_bytes(content)
    base = read_folder(folder)
    save(base, Content(base.text))
    assert (folder / "pakke.yaml").read_bytes() == content


def test_a_file_of_another_encoding_is_read_as_it_was_meant(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    (folder / "pakke.yaml").write_bytes("# ø\n".encode("cp1252"))
    assert read_folder(folder).text == "# ø\n"


@pytest.mark.skipif(sys.platform == "win32", reason="rights are given otherwise there")
def test_a_saved_file_is_read_by_whom_any_file_of_hers_is_and_keeps_its_rights(
    tmp_path: Path,
) -> None:
    any_file = tmp_path / "andet.txt"
    any_file.write_text("x", "utf-8")
    folder = begin_pack(tmp_path / "pakke", Manifest(id=PackId("a.b"), title="T", version=1))
    file = folder / "pakke.yaml"
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(any_file.stat().st_mode)
    file.chmod(0o640)
    now = read_folder(folder)
    save(now, Content(now.text + "# mere\n", now.reading.text))
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [one.name for one in folder.iterdir()] == ["pakke.yaml"]


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    path = base.folder / "pakke.yaml"
    path.write_text("noget andet\n", encoding="utf-8")
    with pytest.raises(ChangedOnDiskError):
        save(base, Content("mit\n"))
    assert path.read_text(encoding="utf-8") == "noget andet\n"


def test_both_editions_are_kept_whichever_is_chosen(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    path = base.folder / "pakke.yaml"
    path.write_text("den anden\n", encoding="utf-8")
    assert take_other(base, Content("min\n")).text == "den anden\n"
    assert (base.folder / "pakke (min udgave).yaml").read_text(encoding="utf-8") == "min\n"
    keep_own(base, Content("min\n"))
    other = base.folder / "pakke (den anden udgave).yaml"
    assert other.read_text(encoding="utf-8") == "den anden\n"
    keep_own(base, Content("min igen\n"))
    assert other.read_text(encoding="utf-8") == "den anden\n"
    assert path.read_text(encoding="utf-8") == "min igen\n"


def test_a_folder_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    (base.folder / "pakke.yaml").unlink()
    with pytest.raises(UnsavedError):
        save(base, Content("mit\n"))
    with pytest.raises(QuizappError):
        read_folder(base.folder)


def test_the_journal_gives_back_what_was_not_saved(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    journal = Journal(tmp_path / "j")
    assert journal.rescued(base) is None
    journal.write(base, Content("mit\n"))
    rescued = Journal(tmp_path / "j").rescued(base)
    assert rescued is not None
    assert (rescued.content.text, rescued.base_sha) == ("mit\n", base.sha)
    saved = save(base, Content("mit\n"))
    assert journal.rescued(saved) is None
    journal.clear(base.folder)
    assert journal.rescued(base) is None


def test_the_journal_forgets_what_is_saved_and_keeps_what_came_later(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    journal = Journal(tmp_path / "j")
    journal.write(base, Content("senere\n"))
    saved = save(base, Content("mit\n"))
    journal.note_saved(base, saved)
    rescued = journal.rescued(saved)
    assert rescued is not None
    assert (rescued.content.text, rescued.base_sha) == ("senere\n", saved.sha)
    later = save(saved, Content("senere\n"))
    journal.note_saved(saved, later)
    assert not list((tmp_path / "j").iterdir())
    journal.note_saved(saved, later)


def test_what_is_written_before_one_is_told_of_a_save_changes_what_was_saved(
    tmp_path: Path,
) -> None:
    base = read_folder(begun(tmp_path))
    journal = Journal(tmp_path / "j")
    saved = save(base, Content("mit\n"))
    journal.note_saved(base, saved)
    journal.write(base, Content("senere\n"))
    rescued = journal.rescued(saved)
    assert rescued is not None
    assert rescued.base_sha == saved.sha
    again = save(saved, base.content)
    journal.note_saved(saved, again)
    journal.write(again, Content("igen\n"))
    rescued = journal.rescued(again)
    assert rescued is not None
    assert rescued.base_sha == again.sha


def with_reading(tmp_path: Path, content: bytes = b"# T\n\n{#a}\nOrd.\n") -> Path:
    folder = begun(tmp_path)
    path = folder / "pakke.yaml"
    text = path.read_text(encoding="utf-8").replace("pakke:\n", "pakke:\n  læsetekst: tekst.md\n")
    path.write_text(text, encoding="utf-8")
    (folder / "tekst.md").write_bytes(content)
    return folder


def test_a_reading_text_is_saved_beside_the_pack_and_only_when_it_changed(tmp_path: Path) -> None:
    base = read_folder(with_reading(tmp_path))
    assert base.reading.text == "# T\n\n{#a}\nOrd.\n"
    before = (base.folder / "pakke.yaml").stat().st_mtime_ns
    saved = save(base, Content(base.text, "{#a}\nAndre ord.\n"))
    assert (base.folder / "tekst.md").read_bytes() == b"{#a}\nAndre ord.\n"
    assert (base.folder / "pakke.yaml").stat().st_mtime_ns == before
    assert read_folder(base.folder) == saved


def test_a_reading_text_keeps_its_line_ends_and_its_mark_of_order(tmp_path: Path) -> None:
    base = read_folder(with_reading(tmp_path, b"\xef\xbb\xbf{#a}\r\nOrd.\r\n"))
    save(base, Content(base.text, base.reading.text.replace("Ord", "Nye ord")))
    written = (base.folder / "tekst.md").read_bytes()
    assert written == b"\xef\xbb\xbf{#a}\r\nNye ord.\r\n"


def test_a_file_that_the_pack_does_not_name_is_nobodys_reading_text(tmp_path: Path) -> None:
    folder = begun(tmp_path)
    (folder / "tekst.md").write_text("Mine egne noter.\n", encoding="utf-8")
    base = read_folder(folder)
    assert (base.reading.name, base.reading.text) == ("tekst-2.md", "")
    save(base, Content(base.text, "{#a}\nOrd.\n"))
    assert (folder / "tekst.md").read_text(encoding="utf-8") == "Mine egne noter.\n"


def test_a_reading_text_that_others_changed_is_not_written_over(tmp_path: Path) -> None:
    base = read_folder(with_reading(tmp_path))
    (base.folder / "tekst.md").write_text("{#a}\nDen andens.\n", encoding="utf-8")
    mine = Content(base.text, "{#a}\nMin.\n")
    with pytest.raises(ChangedOnDiskError):
        save(base, mine)
    assert take_other(base, mine).reading.text == "{#a}\nDen andens.\n"
    assert (base.folder / "tekst (min udgave).md").read_text(encoding="utf-8") == "{#a}\nMin.\n"
    assert keep_own(base, mine).reading.text == "{#a}\nMin.\n"
    other = base.folder / "tekst (den anden udgave).md"
    assert other.read_text(encoding="utf-8") == "{#a}\nDen andens.\n"


def test_the_journal_gives_back_a_reading_text_too(tmp_path: Path) -> None:
    base = read_folder(with_reading(tmp_path))
    journal = Journal(tmp_path / "j")
    mine = Content(base.text, "{#a}\nMin.\n")
    journal.write(base, mine)
    rescued = journal.rescued(base)
    assert rescued is not None
    assert (rescued.content, rescued.reading_sha) == (mine, base.reading.sha)
    journal.note_saved(base, base)
    assert journal.rescued(base) is not None
    journal.note_saved(base, save(base, mine))
    assert journal.rescued(base) is None


def test_a_spoilt_journal_is_no_journal(tmp_path: Path) -> None:
    base = read_folder(begun(tmp_path))
    journal = Journal(tmp_path / "j")
    journal.write(base, Content("mit\n"))
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

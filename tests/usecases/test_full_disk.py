"""A full disk: every sentence says what was not done, and what it says still holds."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.errors import DiskFullError
from quizapp.base.errors import QuizappError
from quizapp.base.ids import PackId
from quizapp.library.editing.packs import begin_pack, bring_in
from quizapp.library.editing.store import Content, read_folder, save
from quizapp.library.install import install_pack
from quizapp.library.remove import remove_pack
from quizapp.library.whole_pack import save_pack
from quizapp.packs.convert import write_form
from quizapp.packs.source import PACK_FILE
from quizapp.packs.writer import write_pack
from quizapp.questions.answers import Typed
from quizapp.questions.pack import Manifest
from quizapp.scheduling.exam import StudyTime
from quizapp.study.desk import Desk
from quizapp.study.exams import Exams
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from quizapp.upkeep.backups import back_up
from tests.builders import (
    MONDAY,
    PACK,
    a_bank,
    a_clock,
    a_pack,
    difference,
    next_version,
    rows_of,
    with_picture,
)
from tests.small_disks import fill
from tests.usecases.progress import LATER, TODAY

MANIFEST = Manifest(id=PackId("dk.historie.min"), title="Min", version=1)
WORDS = "et langt ord " * 8_000


@pytest.fixture
def bank(small_disk: Path) -> Iterator[Bank]:
    """A bank with a pack, on a small disk."""
    opened = a_bank(small_disk)
    install_pack(opened, a_pack(), MONDAY, TODAY)
    opened.checkpoint()
    yield opened
    opened.close()


def test_an_answer_is_not_kept_and_stands_there_still(bank: Bank) -> None:
    sitting = Desk(bank, a_clock()).begin(Plan())
    bank.pragma("max_page_count = 1")
    before = rows_of(bank.path)
    with pytest.raises(DiskFullError, match=r"det seneste svar er ikke gemt. Det står her stadig"):
        sitting.answer(Given(answer=Typed(WORDS)))
    assert isinstance(sitting.state, Asking)
    assert difference(before, rows_of(bank.path)) == {}


def test_an_exam_is_not_kept(bank: Bank) -> None:
    bank.pragma("max_page_count = 1")
    before = rows_of(bank.path)
    time = StudyTime(minutes=(20.0,) * 7)
    exams = Exams(bank, a_clock())
    with pytest.raises(DiskFullError, match=r"eksamen ikke kunne gemmes. Intet er ændret"):
        exams.add(WORDS, MONDAY + timedelta(days=9), Plan(packs=(PACK,)), time, None)
    assert difference(before, rows_of(bank.path)) == {}


@pytest.mark.parametrize("left", [0, 500_000])
def test_a_pack_is_not_installed(small_disk: Path, bank: Bank, left: int) -> None:
    """With the lesser room there is none for the copy before it, with the other for its picture."""
    fill(small_disk, left)
    before = rows_of(bank.path)
    pack = with_picture(next_version(a_pack()), "stort.png", bytes(600_000))
    with pytest.raises(DiskFullError, match=r"pakken ikke kunne installeres. Intet er ændret"):
        install_pack(bank, pack, LATER, TODAY + 5)
    assert difference(before, rows_of(bank.path)) == {}


def test_a_pack_is_not_removed(small_disk: Path, bank: Bank) -> None:
    fill(small_disk, 0)
    before = rows_of(bank.path)
    with pytest.raises(DiskFullError, match=r"pakken ikke kunne fjernes. Intet er ændret"):
        remove_pack(bank, PACK, LATER)
    assert difference(before, rows_of(bank.path)) == {}


def test_a_copy_is_not_made(small_disk: Path, bank: Bank) -> None:
    fill(small_disk, 0)
    with pytest.raises(DiskFullError, match=r"laves en sikkerhedskopi. Intet er ændret"):
        back_up(bank.path, LATER)


def test_an_installed_pack_is_not_saved(small_disk: Path, bank: Bank) -> None:
    fill(small_disk, 0)
    target = small_disk / "krige.quizpack"
    with pytest.raises(QuizappError, match=r"krige.quizpack ikke kunne gemmes. Intet er ændret"):
        save_pack(bank, PACK, target)
    assert not target.exists()


def test_what_is_written_is_not_saved_and_the_file_is_whole(small_disk: Path) -> None:
    folder = small_disk / "min"
    write_pack(a_pack(), folder)
    opened = read_folder(folder)
    fill(small_disk, 0)
    with pytest.raises(QuizappError, match="Det, du har skrevet, står her stadig"):
        save(opened, Content(opened.text + WORDS))
    assert (folder / PACK_FILE).read_text(encoding="utf-8") == opened.text


def test_a_new_pack_is_not_begun(small_disk: Path) -> None:
    fill(small_disk, 0)
    with pytest.raises(QuizappError, match=r"Intet er ændret. Frigør plads"):
        begin_pack(small_disk / "min", MANIFEST)
    assert not (small_disk / "min").exists()


def test_a_file_is_not_turned_into_a_pack_to_write_in(small_disk: Path, tmp_path: Path) -> None:
    write_form(a_pack(), tmp_path / "krige.xlsx")
    fill(small_disk, 0)
    with pytest.raises(QuizappError, match=r"krige ikke kunne gemmes. Intet er ændret"):
        bring_in(tmp_path / "krige.xlsx", small_disk, Random(1))
    assert not (small_disk / "krige").exists()

"""A full disk: the answer is not stored, nothing is half stored, and room makes all well again."""

import shutil
import subprocess
from pathlib import Path

import pytest

from quizapp.bank.backup import back_up, restore
from quizapp.bank.backup_names import Reason, list_backups
from quizapp.bank.bank import Bank
from quizapp.bank.errors import DiskFullError
from quizapp.bank.media import store_media
from quizapp.upkeep.replay import replay
from tests.builders import MONDAY, Given, a_bank, answer_card, card_id, difference, rows_of
from tests.small_disks import fill

LONG = "et langt svar " * 2000


def fill_until_full(bank: Bank) -> int:
    """Answer until the disk is full and return how many answers were acknowledged."""
    for number in range(500):
        try:
            with bank.transaction() as tx:
                answer_card(tx, card_id(tx, "sp-1"), Given(answer=LONG))
        except DiskFullError:
            return number
    pytest.fail("the disk never filled")


def test_an_answer_that_has_no_room_is_not_stored(bank: Bank) -> None:
    pages = bank.path.stat().st_size // 4096
    bank.pragma(f"max_page_count = {pages + 30}")
    acknowledged = fill_until_full(bank)
    assert acknowledged > 0
    with bank.read() as reader:
        assert len(list(reader.log())) == acknowledged
        assert reader.integrity_faults() == []
    assert replay(bank, check_only=True).changed == 0


def test_nothing_of_a_failed_answer_stays(bank: Bank) -> None:
    pages = bank.path.stat().st_size // 4096
    bank.pragma(f"max_page_count = {pages + 30}")
    fill_until_full(bank)
    before = rows_of(bank.path)
    with pytest.raises(DiskFullError, match="kunne ikke gemmes"), bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-2"), Given(answer=LONG))
    assert difference(before, rows_of(bank.path)) == {}


def test_the_same_answer_is_stored_once_there_is_room(bank: Bank) -> None:
    pages = bank.path.stat().st_size // 4096
    bank.pragma(f"max_page_count = {pages + 30}")
    acknowledged = fill_until_full(bank)
    bank.pragma("max_page_count = 1000000")
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(answer=LONG))
    with bank.read() as reader:
        assert len(list(reader.log())) == acknowledged + 1


def test_a_small_disk_fills_without_harm(small_disk: Path, template: Path) -> None:
    shutil.copy(template, small_disk / "bank.quizbank")
    bank = a_bank(small_disk, seed=2)
    acknowledged = fill_until_full(bank)
    with bank.read() as reader:
        assert len(list(reader.log())) == acknowledged
    bank.close()
    whole = a_bank(small_disk, seed=3)
    with whole.read() as reader:
        assert len(list(reader.log())) == acknowledged
        assert reader.integrity_faults() == []
    whole.close()


def test_a_full_disk_takes_no_new_bank(small_disk: Path) -> None:
    (small_disk / "filler").write_bytes(bytes(1_000_000))
    with pytest.raises(DiskFullError):
        a_bank(small_disk)
    assert [path.name for path in small_disk.iterdir()] == ["filler"]


def test_a_full_disk_takes_no_copy_and_keeps_no_half(small_disk: Path, template: Path) -> None:
    path = Path(shutil.copy(template, small_disk / "bank.quizbank"))
    whole = rows_of(path)
    fill(small_disk, left=50_000)
    with pytest.raises(DiskFullError, match="sikkerhedskopi"):
        back_up(path, MONDAY, Reason.MANUAL)
    assert list((small_disk / "backups").iterdir()) == []
    assert difference(whole, rows_of(path)) == {}


def test_a_full_disk_leaves_the_bank_where_a_copy_has_no_room(
    small_disk: Path, template: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(template, tmp_path / "kopi.quizbank"))
    path = Path(shutil.copy(template, small_disk / "bank.quizbank"))
    bank = a_bank(small_disk, seed=2)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    bank.close()
    whole = rows_of(path)
    fill(small_disk, left=50_000)
    with pytest.raises(DiskFullError, match=r"ikke kunne gendannes. Dine svar er, som de var"):
        restore(path, copy, MONDAY)
    assert difference(whole, rows_of(path)) == {}
    assert list_backups(path) == []
    assert not path.with_suffix(".restoring").exists()


def test_a_full_disk_takes_no_media(small_disk: Path) -> None:
    with pytest.raises(DiskFullError):
        store_media(small_disk / "media", {"stort.png": bytes(2_000_000)})
    assert list((small_disk / "media").iterdir()) == []


def test_a_disk_that_is_read_only_says_so(small_disk: Path, template: Path) -> None:
    shutil.copy(template, small_disk / "bank.quizbank")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(Exception, match="må ikke skrive i"):
        a_bank(small_disk)

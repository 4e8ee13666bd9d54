"""Damaged files say so, and a copy brings everything back."""

import gc
import shutil
import sqlite3
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from quizapp.bank.backup import DAILY_KEPT, back_up, back_up_daily, examine_copy, restore
from quizapp.bank.backup_names import Reason, list_backups
from quizapp.bank.bank import Bank
from quizapp.bank.errors import (
    BankBusyError,
    BankDamagedError,
    BankError,
    BankTooNewError,
    MissingError,
    NotABankError,
)
from quizapp.bank.header import SCHEMA_VERSION
from tests.builders import MONDAY, a_bank, answer_card, card_id, difference, rows_of

PAGE = 4096


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 3 * PAGE + 17])


def cut_to_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def zero_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[PAGE : 40 * PAGE] = bytes(39 * PAGE)
    path.write_bytes(content)


def zero_everything(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def random_bytes(path: Path) -> None:
    content = bytearray(path.read_bytes())
    rng = Random(4)
    for _ in range(20_000):
        content[rng.randrange(100, len(content))] = rng.randrange(256)
    path.write_bytes(content)


DAMAGES = (cut_short, cut_to_the_header, zero_pages, zero_everything, random_bytes)


def use(folder: Path) -> None:
    """Do what a start and a first answer do, and look at every table."""
    bank = a_bank(folder, seed=5)
    try:
        with bank.transaction() as tx:
            answer_card(tx, card_id(tx, "sp-1"))
        with bank.read() as reader:
            if reader.integrity_faults():
                raise BankDamagedError("damaged_no_copy", file="")
    finally:
        bank.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_bank_says_so_and_when_its_copy_is_from(
    template: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    back_up(path, MONDAY, Reason.MANUAL)
    damage(path)
    with pytest.raises(BankDamagedError) as caught:
        use(tmp_path)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_copy_brings_back_what_was_damaged(
    template: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    whole = rows_of(path)
    copy = back_up(path, MONDAY, Reason.MANUAL)
    damage(path)
    kept = restore(path, copy.path, MONDAY)
    assert difference(whole, rows_of(path)) == {}
    assert kept is not None
    assert kept.exists()
    use(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux lists what is open")
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_bank_is_not_kept_open(
    template: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    damage(path)
    gc.disable()
    try:
        with pytest.raises(BankError):
            use(tmp_path)
        held = [link for link in Path("/proc/self/fd").iterdir() if link.exists()]
        assert str(path) not in {str(link.readlink()) for link in held}
    finally:
        gc.enable()


def test_damage_names_the_day_of_the_newest_copy(template: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    back_up(path, MONDAY, Reason.MANUAL)
    cut_to_the_header(path)
    with pytest.raises(BankDamagedError, match=r"sikkerhedskopi er fra 23\.11\.2026"):
        a_bank(tmp_path)


def test_damage_without_a_copy_says_that_too(template: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(template, tmp_path / "bank.quizbank"))
    cut_to_the_header(path)
    with pytest.raises(BankDamagedError, match="der er ingen sikkerhedskopi"):
        a_bank(tmp_path)


def test_a_page_in_the_middle_is_told_of_wherever_it_lies(template: Path, tmp_path: Path) -> None:
    """No page may end the program, or give an answer that is none, without a word."""
    path = tmp_path / "bank.quizbank"
    untold = []
    for page in range(1, template.stat().st_size // PAGE, 3):
        content = bytearray(template.read_bytes())
        content[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
        path.write_bytes(content)
        try:
            use(tmp_path)
        except BankDamagedError:
            continue
        untold.append(page)
    assert untold == []


def test_a_copy_made_while_a_program_writes_is_whole(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    assert difference(rows_of(bank.path), rows_of(copy.path)) == {}
    assert not copy.path.with_name(copy.path.name + "-wal").exists()


def test_one_copy_is_made_a_day(bank: Bank) -> None:
    assert back_up_daily(bank.path, MONDAY) is not None
    assert back_up_daily(bank.path, MONDAY + timedelta(hours=3)) is None
    assert back_up_daily(bank.path, MONDAY + timedelta(days=1)) is not None


def test_seven_daily_copies_are_kept(bank: Bank) -> None:
    for day in range(10):
        back_up_daily(bank.path, MONDAY + timedelta(days=day))
    kept = list_backups(bank.path)
    assert len(kept) == DAILY_KEPT
    assert kept[0].at == MONDAY + timedelta(days=9)


def test_copies_made_by_hand_outlive_the_daily_ones(bank: Bank) -> None:
    back_up(bank.path, MONDAY, Reason.MANUAL)
    for day in range(10):
        back_up_daily(bank.path, MONDAY + timedelta(days=day))
    assert [copy.reason for copy in list_backups(bank.path)].count(Reason.MANUAL) == 1


def test_two_copies_within_a_second_both_stay(bank: Bank) -> None:
    names = {back_up(bank.path, MONDAY, Reason.MANUAL).path for _ in range(3)}
    assert len(names) == len(list_backups(bank.path)) == 3


def test_other_files_among_the_copies_are_left_alone(bank: Bank) -> None:
    back_up(bank.path, MONDAY, Reason.MANUAL)
    (bank.paths.backups / "notes.txt").write_text("mine")
    (bank.paths.backups / "other.2026-11-23T163000+0100.manual.quizbank").touch()
    assert len(list_backups(bank.path)) == 1


def test_a_restored_bank_has_what_the_copy_had(bank: Bank) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    bank.close()
    kept = restore(bank.path, copy.path, MONDAY)
    assert rows_of(bank.path)["review"] == []
    assert kept is not None
    assert len(rows_of(kept)["review"]) == 1


def test_a_replaced_bank_can_be_restored_again(bank: Bank) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    bank.close()
    kept = restore(bank.path, copy.path, MONDAY)
    assert kept is not None
    restore(bank.path, kept, MONDAY)
    assert len(rows_of(bank.path)["review"]) == 1


def test_a_bank_that_is_open_is_not_replaced(bank: Bank) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    with pytest.raises(BankBusyError):
        restore(bank.path, copy.path, MONDAY)
    assert [found.reason for found in list_backups(bank.path)] == [Reason.MANUAL]


def test_a_bank_that_is_gone_is_restored(bank: Bank) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    whole = rows_of(bank.path)
    bank.close()
    bank.path.unlink()
    assert restore(bank.path, copy.path, MONDAY) is None
    assert difference(whole, rows_of(bank.path)) == {}


def test_a_copy_that_is_no_bank_is_refused_and_the_bank_stays(bank: Bank, tmp_path: Path) -> None:
    bank.close()
    before = bank.path.read_bytes()
    other = tmp_path / "andet" / "billede.png"
    other.parent.mkdir()
    other.write_bytes(b"PNG" * 100)
    with pytest.raises(NotABankError):
        restore(bank.path, other, MONDAY)
    assert bank.path.read_bytes() == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_copy_is_refused(bank: Bank, damage: Callable[[Path], None]) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL).path
    damage(copy)
    with pytest.raises(BankError):
        examine_copy(copy)


def test_a_newer_copy_is_refused(bank: Bank) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL).path
    connection = sqlite3.connect(copy)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(BankTooNewError):
        restore(bank.path, copy, MONDAY)


def test_a_missing_copy_is_named(bank: Bank) -> None:
    with pytest.raises(MissingError):
        restore(bank.path, bank.paths.backups / "væk.quizbank", MONDAY)


def test_a_copy_that_fails_leaves_no_part(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(BankError, match="Disken er fuld"):
        back_up(bank.path, MONDAY, Reason.MANUAL)
    assert list(bank.paths.backups.iterdir()) == []


def test_a_log_left_behind_is_not_played_into_a_new_bank(bank: Bank, tmp_path: Path) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    left = tmp_path / "andet"
    left.mkdir()
    shutil.copy(f"{bank.path}-wal", left / "bank.quizbank-wal")
    new = a_bank(left, seed=6)
    with new.read() as reader:
        assert reader.integrity_faults() == []
        assert reader.packs() == []
    new.close()
    kept = [path.name for path in left.iterdir() if path.name.endswith(".left-wal")]
    assert len(kept) == 1


def test_a_log_left_behind_is_not_played_into_a_restored_bank(bank: Bank) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    whole = rows_of(copy.path)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    log = Path(f"{bank.path}-wal").read_bytes()
    bank.close()
    bank.path.unlink()
    Path(f"{bank.path}-wal").write_bytes(log)
    restore(bank.path, copy.path, MONDAY)
    assert difference(whole, rows_of(bank.path)) == {}

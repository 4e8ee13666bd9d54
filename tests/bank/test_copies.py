"""Which copies are kept, what a killed program leaves, and systems that are strict with files."""

import errno
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from quizapp.bank.backup import DAILY_KEPT, back_up, back_up_daily, restore
from quizapp.bank.backup_names import Reason, list_backups
from quizapp.bank.bank import Bank
from quizapp.bank.errors import BankError, MissingError
from quizapp.bank.file_uri import file_uri
from quizapp.bank.side_files import move_side_files
from tests.builders import MONDAY, a_bank, answer_card, card_id, difference, rows_of

A_YEAR = timedelta(days=365)


def test_copies_from_days_to_come_do_not_push_out_new_ones(bank: Bank) -> None:
    """After a week with the clock a year ahead, a new copy is not the oldest for a year."""
    for day in range(DAILY_KEPT):
        back_up_daily(bank.path, MONDAY + A_YEAR + timedelta(days=day))
    made = [back_up_daily(bank.path, MONDAY + timedelta(days=day)) for day in range(3)]
    there = {copy.path for copy in list_backups(bank.path)}
    assert {copy.path for copy in made if copy is not None} <= there
    assert len(there) == DAILY_KEPT


def test_a_copy_just_made_stays_though_the_clock_went_back(bank: Bank) -> None:
    for day in range(30):
        back_up(bank.path, MONDAY + timedelta(days=day), Reason.MANUAL)
    made = back_up(bank.path, MONDAY - A_YEAR, Reason.MANUAL)
    assert made.path.exists()


def test_a_copy_that_cannot_be_dropped_does_not_hinder_a_new_one(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(DAILY_KEPT):
        back_up_daily(bank.path, MONDAY + timedelta(days=day))

    def held(path: Path, *, missing_ok: bool = False) -> None:
        if path.suffix == ".quizbank" or not missing_ok:
            raise PermissionError(errno.EACCES, "held by a virus scanner", str(path))

    monkeypatch.setattr(Path, "unlink", held)
    made = back_up_daily(bank.path, MONDAY + timedelta(days=DAILY_KEPT))
    assert made is not None
    assert made.path.exists()


@pytest.mark.parametrize("stamp", ["2026-13-45T000000+0100", "2026-02-30T000000+0100"])
def test_a_name_with_no_day_of_any_calendar_is_no_copy(bank: Bank, stamp: str) -> None:
    bank.paths.backups.mkdir()
    (bank.paths.backups / f"bank.{stamp}.daily.quizbank").touch()
    assert list_backups(bank.path) == []
    assert back_up_daily(bank.path, MONDAY) is not None


def test_halves_of_copies_are_dropped_but_not_one_that_is_being_made(bank: Bank) -> None:
    bank.paths.backups.mkdir()
    half, fresh = (
        bank.paths.backups / f"bank.{at:%Y-%m-%dT%H%M%S%z}.daily.part"
        for at in (MONDAY - timedelta(days=2), MONDAY - timedelta(minutes=1))
    )
    half.touch()
    fresh.touch()
    assert list_backups(bank.path) == []
    back_up(bank.path, MONDAY, Reason.MANUAL)
    assert [half.exists(), fresh.exists()] == [False, True]


def set_aside_and_killed(path: Path, copy: Path, at: datetime) -> Path:
    """Do what a restore does until the moment when neither file has the bank's name."""
    part = path.with_suffix(".restoring")
    shutil.copy(copy, part)
    kept = path.parent / "backups" / f"bank.{at:%Y-%m-%dT%H%M%S%z}.replaced.quizbank"
    move_side_files(path, kept)
    path.rename(kept)
    return kept


def test_a_restore_that_was_killed_is_finished_at_the_next_start(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    whole = rows_of(copy.path)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-2"))
    bank.close()
    kept = set_aside_and_killed(bank.path, copy.path, MONDAY)
    again = a_bank(bank.path.parent, seed=7)
    again.close()
    assert difference(whole, rows_of(again.path)) == {}
    assert len(rows_of(kept)["review"]) == 2
    assert not bank.path.with_suffix(".restoring").exists()


def test_half_a_copy_is_not_taken_for_a_bank(bank: Bank) -> None:
    copy = back_up(bank.path, MONDAY, Reason.MANUAL)
    bank.close()
    bank.path.unlink()
    half = bank.path.with_suffix(".restoring")
    half.write_bytes(copy.path.read_bytes()[: 4096 * 5])
    again = a_bank(bank.path.parent, seed=7)
    with again.read() as reader:
        assert reader.packs() == []
    again.close()
    restore(bank.path, copy.path, MONDAY)
    assert not half.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is like that by itself")
def test_a_copy_is_made_where_only_what_may_be_written_can_be_flushed(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl  # noqa: PLC0415 - Windows has none

    flush = os.fsync

    def as_windows_does(handle: int) -> None:
        if fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY:
            raise OSError(errno.EBADF, "Bad file descriptor")
        flush(handle)

    monkeypatch.setattr(os, "fsync", as_windows_does)
    assert back_up(bank.path, MONDAY, Reason.MANUAL).path.exists()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/hjem/å b?/bank"), "file:///hjem/%C3%A5%20b%3F/bank?mode=ro"),
        (PureWindowsPath("C:/Data/b#1/bank"), "file:///C:/Data/b%231/bank?mode=ro"),
        (
            PureWindowsPath(r"\\skole\elever\Bo\bank"),
            "file:////skole/elever/Bo/bank?mode=ro",
        ),
    ],
)
def test_sqlite_is_told_the_file_on_every_system(
    path: PurePosixPath | PureWindowsPath, uri: str
) -> None:
    assert file_uri(path, "ro") == uri


@pytest.mark.parametrize("vanish", [Path.unlink, lambda path: path.rename(path.parent / "væk")])
def test_nothing_is_written_in_a_file_that_has_gone(
    bank: Bank, vanish: Callable[[Path], object]
) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    vanish(bank.path)
    with pytest.raises(MissingError, match="findes ikke"), bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-2"))


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ESTALE, "Er drevet tilsluttet"), (errno.EACCES, "må ikke skrive")]
)
def test_a_drive_that_answers_no_more_is_told_of(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def lost(_path: Path) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "stat", lost)
    with pytest.raises(BankError, match=said), bank.transaction():
        pass


def test_a_bank_that_came_back_is_written_in_again(bank: Bank) -> None:
    aside = bank.path.with_suffix(".aside")
    bank.path.rename(aside)
    with pytest.raises(MissingError, match="findes ikke"), bank.transaction():
        pass
    aside.rename(bank.path)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
    with closing(sqlite3.connect(bank.path)) as other:
        assert other.execute("SELECT count(*) FROM review").fetchone() == (1,)

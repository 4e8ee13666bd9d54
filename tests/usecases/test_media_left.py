"""Media that nothing needs go in time, and none that anything may need."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.bank.media import store_media
from quizapp.bank.media_left import LEFT_AFTER, drop_left_media
from quizapp.library.install import undo_installation
from quizapp.library.remove import remove_pack
from quizapp.upkeep.backups import back_up, back_up_daily
from tests.builders import MONDAY, PACK, a_pack, a_question, next_version, with_picture
from tests.usecases.progress import LATER, install

PICTURE = b"et kort over Sydslesvig"
LONG_AFTER = MONDAY + LEFT_AFTER + timedelta(days=40)


def installed(bank: Bank) -> int:
    """Install a pack with a picture that no question shows, as of Monday; return its number."""
    done = install(bank, with_picture(a_pack(), "kort.png", PICTURE))
    assert done.installation is not None
    age(bank)
    return done.installation


def age(bank: Bank, at: datetime = MONDAY) -> None:
    """Let all media have been written at a time."""
    for path in files(bank):
        os.utime(path, (at.timestamp(), at.timestamp()))


def files(bank: Bank) -> list[Path]:
    return sorted(bank.paths.media.iterdir())


def taken_back(bank: Bank) -> None:
    """Leave a picture that no pack has, by taking an installation back."""
    undo_installation(bank, installed(bank), LATER)


def test_what_an_undone_installation_left_goes(bank: Bank) -> None:
    taken_back(bank)
    assert drop_left_media(bank.path, LONG_AFTER) == 1
    assert files(bank) == []


def test_it_goes_with_the_copy_of_a_day(bank: Bank) -> None:
    taken_back(bank)
    back_up_daily(bank.path, LONG_AFTER)
    assert files(bank) == []


def test_what_is_not_a_month_old_stays(bank: Bank) -> None:
    taken_back(bank)
    assert drop_left_media(bank.path, MONDAY + LEFT_AFTER - timedelta(days=1)) == 0


def test_what_an_installation_under_way_uses_again_stays(bank: Bank) -> None:
    taken_back(bank)
    long_ago = MONDAY - timedelta(days=10_000)
    age(bank, long_ago)
    store_media(bank.paths.media, {"kort.png": PICTURE})
    assert drop_left_media(bank.path, long_ago + 2 * LEFT_AFTER) == 0


def updated(bank: Bank) -> None:
    """Take the picture out with an update, which can be taken back."""
    installed(bank)
    install(bank, next_version(a_pack(), *a_pack().questions))


def removed(bank: Bank) -> None:
    installed(bank)
    remove_pack(bank, PACK, LATER)


def in_an_older_revision(bank: Bank) -> None:
    """Show the picture in a question of which there is a newer revision now."""
    shown = a_question("sp-1", billede="kort.png")
    install(bank, with_picture(a_pack(shown), "kort.png", PICTURE))
    age(bank)
    install(bank, next_version(a_pack(), a_question("sp-1", svar="Andet")))


def in_a_copy(bank: Bank) -> None:
    """Name the picture in a copy alone."""
    number = installed(bank)
    back_up(bank.path, LATER)
    undo_installation(bank, number, LATER)


def beside_a_copy_that_cannot_be_read(bank: Bank) -> None:
    taken_back(bank)
    copy = back_up(bank.path, LATER).path
    copy.write_bytes(copy.read_bytes()[:5_000])


@pytest.mark.parametrize(
    "happens",
    [
        installed,
        updated,
        removed,
        in_an_older_revision,
        in_a_copy,
        beside_a_copy_that_cannot_be_read,
    ],
)
def test_what_anything_may_need_stays(bank: Bank, happens: Callable[[Bank], object]) -> None:
    happens(bank)
    before = files(bank)
    assert drop_left_media(bank.path, LONG_AFTER) == 0
    assert files(bank) == before
    assert len(before) == 1

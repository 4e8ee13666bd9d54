"""The packs that come with the program: into a new bank, and updated after a program upgrade."""

import hashlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.bank.bank import Bank

if TYPE_CHECKING:
    from quizapp.library.install import Installed

PACK_FILE: Final = "pakke.yaml"
SEEN: Final = "shipped"
FIRST: Final = "portsmouth-1905"
"""The folder of the pack that a new learner begins with."""


def has_new_shipped(bank: Bank, content: Path) -> bool:
    """Tell whether a shipped file is new or changed since the packs were last installed."""
    return _unseen(bank, content) != ""


def install_shipped(bank: Bank, content: Path, at: datetime, study_day: int) -> "list[Installed]":
    """Install the shipped packs that are new or changed since the last time.

    Where no file has changed this costs a look at each file's size and time. A pack the learner
    removed stays removed, one she has newer or in another edition stays as it is; a missing folder
    gives an empty list.
    """
    seen = _unseen(bank, content)
    if not seen:
        return []
    # Reading packs takes 60 ms to load, and there is something to read a few times a year.
    from quizapp.library.shipped_pack import install_folder  # noqa: PLC0415

    found = [install_folder(bank, folder, at, study_day) for folder in shipped_folders(content)]
    with bank.transaction() as tx:
        tx.set_setting(SEEN, seen)
    return [installed for installed in found if installed is not None]


def shipped_folders(content: Path) -> list[Path]:
    """Return the folders of the shipped packs, the one to begin with first, then by name."""
    if not content.is_dir():
        return []
    found = [folder for folder in content.iterdir() if (folder / PACK_FILE).is_file()]
    return sorted(found, key=lambda folder: (folder.name != FIRST, folder.name))


def _unseen(bank: Bank, content: Path) -> str:
    """Return the fingerprint of the shipped files; empty when it was seen, or there are none."""
    seen = _fingerprint(content)
    with bank.read() as reader:
        return "" if reader.setting(SEEN) == seen else seen


def _fingerprint(content: Path) -> str:
    """Return a hash of names, sizes and times of the shipped files; empty when there are none."""
    lines = [
        f"{path.relative_to(content)} {status.st_size} {status.st_mtime_ns}"
        for path, status in _files(content)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest() if lines else ""


def _files(content: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for folder in shipped_folders(content):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path, path.stat()

"""The packs that come with the program: into a new bank, and updated after a program upgrade."""

import hashlib
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from quizapp.bank.bank import Bank
from quizapp.bank.values import PackSource
from quizapp.library.difference import OlderVersionError, OtherEditionError
from quizapp.library.install import Installed, PackRefusedError, install_pack, read_usable
from quizapp.packs.source import PACK_FILE

SEEN: Final = "shipped"


def install_shipped(bank: Bank, content: Path, at: datetime, study_day: int) -> list[Installed]:
    """Install the shipped packs that are new or changed since the last time.

    Where no file has changed this costs a look at each file's size and time. A pack the learner
    removed stays removed, one she has newer or in another edition stays as it is; a missing folder
    gives an empty list.
    """
    seen = _fingerprint(content)
    with bank.read() as reader:
        if not seen or reader.setting(SEEN) == seen:
            return []
    found = [_install(bank, folder, at, study_day) for folder in shipped_folders(content)]
    with bank.transaction() as tx:
        tx.set_setting(SEEN, seen)
    return [installed for installed in found if installed is not None]


def shipped_folders(content: Path) -> list[Path]:
    """Return the folders of the shipped packs, in a stable order."""
    if not content.is_dir():
        return []
    return sorted(folder for folder in content.iterdir() if (folder / PACK_FILE).is_file())


def _install(bank: Bank, folder: Path, at: datetime, study_day: int) -> Installed | None:
    try:
        pack = read_usable(folder)
        with bank.read() as reader:
            was = reader.pack(pack.manifest.id)
        if was is not None and not was.is_active:
            return None
        return install_pack(bank, pack, at, study_day, source=PackSource.SHIPPED)
    except (PackRefusedError, OlderVersionError, OtherEditionError):
        # The learner's own packs must open whatever has happened to a shipped one.
        return None


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

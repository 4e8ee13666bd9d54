"""One pack that came with the program, installed by the rules of every other pack."""

from datetime import datetime
from pathlib import Path

from quizapp.bank.bank import Bank
from quizapp.bank.values import PackSource
from quizapp.library.difference import OlderVersionError, OtherEditionError
from quizapp.library.install import Installed, PackRefusedError, install_pack, read_usable


def install_folder(bank: Bank, folder: Path, at: datetime, study_day: int) -> Installed | None:
    """Install a shipped pack; None where the learner removed it, or has it newer or otherwise."""
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

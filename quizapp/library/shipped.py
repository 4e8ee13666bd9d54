"""The packs that come with the program: into a new bank, and updated after a program upgrade."""

from datetime import datetime
from pathlib import Path

from quizapp.bank.bank import Bank
from quizapp.library.install import Installed


def install_shipped(bank: Bank, content: Path, at: datetime, study_day: int) -> list[Installed]:
    """Install the shipped packs that are new or changed since the last time.

    Where no file has changed this costs a look at each file's size and time. A pack the learner
    removed stays removed; a missing folder gives an empty list.
    """

"""Where the learner's files lie, and where the shipped packs are."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import quizapp
from quizapp.base.errors import QuizappError


@dataclass(frozen=True, slots=True)
class LearnerPaths:
    """One learner's folder: bank, media and backups."""

    bank: Path

    @property
    def folder(self) -> Path:
        """The folder that holds the bank."""
        return self.bank.parent

    @property
    def media(self) -> Path:
        """Media by content hash."""
        return self.folder / "media"

    @property
    def backups(self) -> Path:
        """Copies of the bank."""
        return self.folder / "backups"


@dataclass(frozen=True, slots=True)
class DataPaths:
    """The program's data folder; ``QUIZAPP_HOME`` moves it."""

    root: Path

    @property
    def learners(self) -> Path:
        """One folder a learner."""
        return self.root / "learners"

    @property
    def packs(self) -> Path:
        """The packs that are written here, a folder each."""
        return self.root / "packs"

    @property
    def editing(self) -> Path:
        """What is written and not saved yet, and which packs were written in last."""
        return self.root / "editing"

    @property
    def crash(self) -> Path:
        """Reports of mistakes in the program, without answers or names."""
        return self.root / "crash"

    @property
    def settings(self) -> Path:
        """Window, theme and last learner."""
        return self.root / "settings.ini"

    def learner(self, name: str) -> LearnerPaths:
        """Return a learner's files."""
        return LearnerPaths(self.learners / name / "bank.quizbank")


def data_paths(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> DataPaths:
    """Return the data folder: ``QUIZAPP_HOME``, or the platform's own place for such files.

    Raises ``QuizappError`` for a user whom the system knows no home of.
    """
    try:
        if chosen := environment.get("QUIZAPP_HOME"):
            return DataPaths(Path(chosen).expanduser())
        home = Path.home()
    except RuntimeError as error:
        raise QuizappError("no_home") from error
    if platform == "win32":
        return DataPaths(Path(environment.get("APPDATA", home / "AppData/Roaming")) / "Quizapp")
    if platform == "darwin":
        return DataPaths(home / "Library/Application Support/Quizapp")
    return DataPaths(Path(environment.get("XDG_DATA_HOME") or home / ".local/share") / "quizapp")


def content_folder() -> Path:
    """Return the shipped packs: inside the wheel, or beside the package in a checkout."""
    package = Path(quizapp.__file__).parent
    inside = package / "content"
    return inside if inside.is_dir() else package.parent / "content"


def locale_folder() -> Path:
    """Return the folder of translations."""
    return Path(quizapp.__file__).parent / "ui/assets/locale"

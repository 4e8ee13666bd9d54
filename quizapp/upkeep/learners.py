"""The learners on this computer: one folder each, and the one last opened."""

import configparser
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.bank.errors import files_named
from quizapp.bank.sort_keys import danish_sort_key
from quizapp.base.errors import MisuseError
from quizapp.base.paths import DataPaths, LearnerPaths

NAME_LENGTH: Final = 60
FIRST_LEARNER: Final = "Mig"

_SECTION: Final = "learner"
_LAST: Final = "last"
# What some system does not allow in a file name, and what hides a file.
_UNSAFE: Final = re.compile(r"[^\w .()'-]+|^[. ]+|[. ]+$")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class LearnerNameError(MisuseError):
    """The name cannot be a learner's, or is taken."""

    family = "errors"


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner's name, which is that of her folder, and her files."""

    name: str
    paths: LearnerPaths


def list_learners(paths: DataPaths) -> list[Learner]:
    """Return the learners by name, in Danish order."""
    try:
        folders = [folder.name for folder in paths.learners.iterdir() if folder.is_dir()]
    except OSError:
        return []
    return [Learner(name, paths.learner(name)) for name in sorted(folders, key=danish_sort_key)]


def create_learner(paths: DataPaths, name: str) -> Learner:
    """Make a folder for a new learner.

    Raises ``LearnerNameError`` for a name without letters or one that is taken, ``BankError``
    where the folder cannot be made.
    """
    safe = folder_name(name)
    taken = {learner.name.casefold() for learner in list_learners(paths)}
    if safe.casefold() in taken:
        raise LearnerNameError("learner_exists", name=safe)
    learner = Learner(safe, paths.learner(safe))
    with files_named(learner.paths.folder):
        learner.paths.folder.mkdir(parents=True)
    return learner


def choose_learner(paths: DataPaths, learner: Learner) -> None:
    """Remember who was opened last; raises a ``BankError`` where that cannot be written."""
    parser = _settings(paths.settings)
    if not parser.has_section(_SECTION):
        parser.add_section(_SECTION)
    parser.set(_SECTION, _LAST, learner.name)
    with files_named(paths.settings):
        paths.root.mkdir(parents=True, exist_ok=True)
        part = paths.settings.with_suffix(f".{os.getpid()}.part")
        with part.open("w", encoding="utf-8") as file:
            parser.write(file)
        part.replace(paths.settings)


def last_learner(paths: DataPaths) -> Learner:
    """Return the learner opened last, else the first by name, else a new one."""
    learners = list_learners(paths)
    last = _settings(paths.settings).get(_SECTION, _LAST, fallback="")
    for learner in learners:
        if learner.name == last:
            return learner
    return learners[0] if learners else create_learner(paths, FIRST_LEARNER)


def folder_name(name: str) -> str:
    """Return a name that every system takes for a folder; letters such as æ, ø and å stay.

    Raises ``LearnerNameError`` when nothing is left of it, or it is too long.
    """
    safe = " ".join(unicodedata.normalize("NFC", name).split())
    while (cleaned := _UNSAFE.sub("", safe)) != safe:
        safe = cleaned
    if not any(letter.isalnum() for letter in safe) or len(safe) > NAME_LENGTH:
        raise LearnerNameError("learner_name", limit=NAME_LENGTH)
    return f"{safe}_" if _RESERVED.fullmatch(safe) else safe


def _settings(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError, OSError):
        # A file that cannot be read is as if it said nothing.
        return configparser.ConfigParser(interpolation=None)
    return parser

"""The learners on this computer: one folder each, and the one last opened."""

import configparser
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.bank.errors import files_named
from quizapp.bank.glance import count_answers
from quizapp.bank.sort_keys import danish_sort_key
from quizapp.base.errors import MisuseError
from quizapp.base.in_place import put_in_place
from quizapp.base.paths import DataPaths, LearnerPaths

NAME_LENGTH: Final = 60
FIRST_LEARNER: Final = "Mig"

_SECTION: Final = "learner"
_LAST: Final = "last"
_ASKS: Final = "ask_at_start"
_NAMES: Final = "names"
REMOVED: Final = "removed"
# What some system does not allow in a file name, and what hides a file.
_UNSAFE: Final = re.compile(r"[^\w .()'-]+|^[. ]+|[. ]+$")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(\..*)?", re.IGNORECASE)
# What means something in the settings, or cannot stand there.
_NOT_KEPT: Final = re.compile(r"[^\w .()'-]")


class LearnerNameError(MisuseError):
    """The name cannot be a learner's, or is taken."""

    family = "errors"


class LearnerGoneError(MisuseError):
    """The folder of a learner is there no more."""

    family = "errors"


@dataclass(frozen=True, slots=True)
class Learner:
    """A learner's folder, her files, and what she is called; another name moves no folder."""

    name: str
    paths: LearnerPaths
    called: str = ""

    @property
    def shown(self) -> str:
        """What she is called."""
        return self.called or _readable(self.name)


def list_learners(paths: DataPaths) -> list[Learner]:
    """Return the learners by what they are called, in Danish order."""
    try:
        folders = [folder.name for folder in paths.learners.iterdir() if folder.is_dir()]
    except OSError:
        return []
    settings = _settings(paths.settings)
    learners = [
        Learner(name, paths.learner(name), settings.get(_NAMES, _kept(name), fallback=""))
        for name in folders
    ]
    return sorted(learners, key=lambda learner: danish_sort_key(learner.shown))


def learner_in(paths: DataPaths, folder: str) -> Learner:
    """Return the learner of a folder; raises ``LearnerGoneError``."""
    for learner in list_learners(paths):
        if learner.name == folder:
            return learner
    raise LearnerGoneError("learner_gone")


def name_shown(paths: DataPaths, folder: str) -> str:
    """Return what the learner of a folder is called."""
    called = _settings(paths.settings).get(_NAMES, _kept(folder), fallback="")
    return called or _readable(folder)


def rename_learner(paths: DataPaths, learner: Learner, name: str) -> Learner:
    """Call a learner something else; raises ``LearnerNameError`` as ``create_learner`` does."""
    safe = folder_name(name)
    others = (one.shown.casefold() for one in list_learners(paths) if one.name != learner.name)
    if safe.casefold() in others:
        raise LearnerNameError("learner_exists", name=safe)
    _write(paths, _NAMES, _kept(learner.name), safe)
    return Learner(learner.name, learner.paths, safe)


def remove_learner(paths: DataPaths, learner: Learner, stamp: str) -> Path:
    """Put a learner's folder aside, whole, under the program's own; returns where it lies now.

    ``stamp`` makes the place its own. Raises a ``BankError`` where that cannot be done.
    """
    aside = paths.root / REMOVED / f"{learner.name} {stamp}"
    with files_named(learner.paths.folder):
        aside.parent.mkdir(parents=True, exist_ok=True)
        learner.paths.folder.rename(aside)
    _write(paths, _NAMES, _kept(learner.name), None)
    return aside


def bring_back(learner: Learner, paths: DataPaths, aside: Path) -> None:
    """Put a folder that ``remove_learner`` put aside back where it lay, under its name.

    Raises a ``BankError`` where that cannot be done, ``LearnerNameError`` when the name is taken.
    """
    others = (one.shown.casefold() for one in list_learners(paths))
    if learner.paths.folder.exists() or learner.shown.casefold() in others:
        raise LearnerNameError("learner_exists", name=learner.shown)
    with files_named(learner.paths.folder):
        aside.rename(learner.paths.folder)
    if learner.called:
        _write(paths, _NAMES, _kept(learner.name), learner.shown)


def count_answers_of(learner: Learner) -> int:
    """Return how many answers a learner has given."""
    return count_answers(learner.paths.bank) or 0


def asks_at_start(paths: DataPaths) -> bool:
    """Tell whether the program begins by asking who is to study: where there are several."""
    wishes = _settings(paths.settings).get(_SECTION, _ASKS, fallback="yes") != "no"
    return wishes and len(list_learners(paths)) > 1


def wishes_to_be_asked(paths: DataPaths) -> bool:
    """Tell whether the program may ask at its start."""
    return _settings(paths.settings).get(_SECTION, _ASKS, fallback="yes") != "no"


def set_asks_at_start(paths: DataPaths, *, asks: bool) -> None:
    """Remember whether to ask at the start, or to open who was opened last."""
    _write(paths, _SECTION, _ASKS, "yes" if asks else "no")


def create_learner(paths: DataPaths, name: str) -> Learner:
    """Make a folder for a new learner.

    Raises ``LearnerNameError`` for a name without letters or one that is taken, ``BankError``
    where the folder cannot be made.
    """
    safe = folder_name(name)
    learners = list_learners(paths)
    taken = {name.casefold() for one in learners for name in (one.name, one.shown)}
    if safe.casefold() in taken:
        raise LearnerNameError("learner_exists", name=safe)
    learner = Learner(safe, paths.learner(safe))
    with files_named(learner.paths.folder):
        learner.paths.folder.mkdir(parents=True)
    return learner


def choose_learner(paths: DataPaths, learner: Learner) -> None:
    """Remember who was opened last; raises a ``BankError`` where that cannot be written."""
    _write(paths, _SECTION, _LAST, _kept(learner.name))


def last_learner(paths: DataPaths) -> Learner:
    """Return the learner opened last, else the first by name, else a new one."""
    learners = list_learners(paths)
    last = _settings(paths.settings).get(_SECTION, _LAST, fallback="")
    for learner in learners:
        if _kept(learner.name) == last:
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


def _kept(folder: str) -> str:
    """Return a folder's name as the settings keep it; a person may have made one by hand."""
    return _NOT_KEPT.sub(lambda sign: f"%{os.fsencode(sign[0]).hex()}", folder).strip()


def _readable(folder: str) -> str:
    """Return the name of a folder without what is no text: the system allows any bytes."""
    return folder.encode(errors="replace").decode()


def _write(paths: DataPaths, section: str, key: str, value: str | None) -> None:
    """Set a key of the settings, or take it away; what else stands there stays."""
    parser = _settings(paths.settings)
    if not parser.has_section(section):
        parser.add_section(section)
    if value is None:
        parser.remove_option(section, key)
    else:
        parser.set(section, key, value)
    with files_named(paths.settings):
        paths.root.mkdir(parents=True, exist_ok=True)
        part = paths.settings.with_suffix(f".{os.getpid()}.part")
        with part.open("w", encoding="utf-8") as file:
            parser.write(file)
        put_in_place(part, paths.settings)


def _settings(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError, OSError):
        # A file that cannot be read is as if it said nothing.
        return configparser.ConfigParser(interpolation=None)
    return parser

"""The packs one writes: begun, brought in from a file, and found again."""

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from quizapp.base.errors import QuizappError, is_of_full_disk
from quizapp.base.ids import PACK_ID_LENGTH, is_pack_id
from quizapp.packs.convert import convert
from quizapp.packs.manifest import encode_manifest
from quizapp.packs.problems import Problem
from quizapp.packs.source import PACK_FILE
from quizapp.packs.whole_file import write_folder
from quizapp.packs.yaml_format import read_yaml
from quizapp.packs.yaml_writer import block
from quizapp.questions.pack import Manifest

MOST_RECENT: Final = 30
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ö": "oe", "ä": "ae"})


class NotBroughtInError(QuizappError):
    """The file could not be read as a pack; ``problems`` says why."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        super().__init__("not_brought_in", file=path.name)
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPack:
    """A pack in the list of those one writes."""

    folder: Path
    title: str
    questions: int


def slug(text: str) -> str:
    """Return a text in the letters that ids and folders are written with."""
    plain = text.casefold().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def suggest_id(title: str, author: str) -> str:
    """Return an id for a new pack: who wrote it, and what it is called; ``""`` without a title."""
    parts = [one for one in (slug(author)[:40].strip("-"), slug(title)[:58].strip("-")) if one]
    found = ".".join(parts)[:PACK_ID_LENGTH]
    return found if slug(title) and is_pack_id(found) else ""


def free_folder(parent: Path, title: str) -> Path:
    """Return a folder of that name that is not there yet."""
    name = slug(title)[:60].strip("-") or "pakke"
    found, number = parent / name, 1
    while found.exists():
        number += 1
        found = parent / f"{name}-{number}"
    return found


def begin_pack(folder: Path, manifest: Manifest) -> Path:
    """Write a pack without questions into a new folder; raises ``QuizappError``."""
    text = "pakke:\n" + block(encode_manifest(manifest), 2) + "\nspørgsmål:\n"
    if folder.exists():
        raise QuizappError("folder_taken", folder=str(folder))
    try:
        write_folder(folder, {PACK_FILE: text.encode()})
    except OSError as error:
        raise not_written(error, folder) from error
    return folder


def not_written(error: OSError, path: Path) -> QuizappError:
    """Return what to say of a new file or folder that could not be written."""
    if is_of_full_disk(error):
        return QuizappError("no_room_for_file", path=str(path))
    return QuizappError("no_permission", folder=str(path.parent))


def bring_in(path: Path, parent: Path, random: Random) -> Path:
    """Turn a shared file or a sheet into a folder that can be written in; raises ``QuizappError``.

    A folder that is a pack already is used as it is.
    """
    if path.is_dir() and (path / PACK_FILE).is_file():
        return path
    if path.name == PACK_FILE:
        return path.parent
    folder = free_folder(parent, path.stem)
    try:
        converted = convert(path, folder, random)
    except OSError as error:
        raise not_written(error, folder) from error
    if converted.pack is None:
        raise NotBroughtInError(path, converted.problems)
    return folder


class OwnPacks:
    """The packs one has written in, the latest first; kept in the program's own folder."""

    def __init__(self, place: Path, packs: Path) -> None:
        self._list = place / "seneste.json"
        self._packs = packs

    def found(self) -> list[OwnPack]:
        """Return those that are still there: the ones opened last, then others of one's own."""
        known = self._known()
        others = sorted(self._packs.iterdir()) if self._packs.is_dir() else []
        folders = [*known, *(one for one in others if one not in known)]
        return [_own_pack(one) for one in folders if (one / PACK_FILE).is_file()]

    def remember(self, folder: Path) -> None:
        """Put a pack first in the list."""
        folder = folder.absolute()
        known = [folder, *(one for one in self._known() if one != folder)][:MOST_RECENT]
        with suppress(OSError):
            self._list.parent.mkdir(parents=True, exist_ok=True)
            self._list.write_text(json.dumps([str(one) for one in known]), encoding="utf-8")

    def _known(self) -> Sequence[Path]:
        try:
            kept = json.loads(self._list.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return ()
        return [Path(one) for one in kept if isinstance(one, str)] if isinstance(kept, list) else ()


def _own_pack(folder: Path) -> OwnPack:
    try:
        text = (folder / PACK_FILE).read_text(encoding="utf-8", errors="replace")
    except OSError:
        text = ""
    found = read_yaml(text.replace("\r\n", "\n"), PACK_FILE)
    title = found.manifest.title if found.manifest and found.manifest.title else folder.name
    return OwnPack(folder=folder, title=title, questions=len(found.decoded))

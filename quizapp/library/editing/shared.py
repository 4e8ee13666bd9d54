"""What was shared of the packs one writes, so that the next edition follows the last one."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quizapp.library.editing.reading_file import open_reading
from quizapp.library.editing.store import read_folder
from quizapp.packs.build import Built, build
from quizapp.packs.media import MEDIA_FOLDER
from quizapp.packs.quizpack import QUIZPACK
from quizapp.packs.whole_file import write_whole


@dataclass(frozen=True, slots=True)
class LastShared:
    """The edition that was shared last: its version, and the hash of the files it was made of."""

    version: int
    source_sha: str


class SharedPacks:
    """Keeps a copy of the last shared edition of each pack in the program's own folder."""

    def __init__(self, place: Path) -> None:
        self._place = place / "delt"

    def next_version(self, folder: Path, pack_id: str, version: int) -> int | None:
        """Return the version an edition should have; None where its own will do.

        It will not where something else was shared already under that number. Raises
        ``QuizappError`` if the pack cannot be read.
        """
        last = self._last(pack_id)
        if last is None or version > last.version or last.source_sha == source_sha(folder):
            return None
        return last.version + 1

    def build(self, folder: Path, target: Path) -> Built:
        """Build the single file of a pack as the one after that shared last; raises ``OSError``."""
        sha = source_sha(folder)
        built = build(folder, target, earlier=self._copy_of)
        if built.pack is not None:
            manifest = built.pack.manifest
            with suppress(OSError):
                write_whole(self._copy_of(manifest.id), target.read_bytes())
                kept = json.dumps({"version": manifest.version, "source": sha})
                write_whole(self._note_of(manifest.id), kept.encode())
        return built

    def _last(self, pack_id: str) -> LastShared | None:
        try:
            kept = json.loads(self._note_of(pack_id).read_text(encoding="utf-8"))
            return LastShared(int(kept["version"]), str(kept["source"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _copy_of(self, pack_id: str) -> Path:
        return self._place / f"{_name_of(pack_id)}{QUIZPACK}"

    def _note_of(self, pack_id: str) -> Path:
        return self._place / f"{_name_of(pack_id)}.json"


def source_sha(folder: Path) -> str:
    """Return the hash of what a pack is made of, whatever its version; raises ``QuizappError``."""
    on_disk = read_folder(folder)
    reading = open_reading(folder, on_disk.text.replace("\r\n", "\n"))
    lines = [line for line in on_disk.text.splitlines() if not line.strip().startswith("version:")]
    media = folder / MEDIA_FOLDER
    files = sorted(media.iterdir()) if media.is_dir() else []
    named = [f"{one.name} {one.stat().st_size}" for one in files if one.is_file()]
    return hashlib.sha256("\n".join([*lines, reading.text, *named]).encode()).hexdigest()


def _name_of(pack_id: str) -> str:
    return hashlib.sha256(pack_id.encode()).hexdigest()[:20]

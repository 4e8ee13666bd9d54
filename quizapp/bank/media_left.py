"""Media that nothing needs: left by an installation that failed or was taken back."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from quizapp.bank.file_uri import file_uri
from quizapp.bank.header import HeaderKind, read_header
from quizapp.base.paths import LearnerPaths

LEFT_AFTER: Final = timedelta(days=30)
"""An installation under way writes its media before its rows; a month is far beyond any."""

_NAME: Final = re.compile(r"[0-9a-f]{64}\.[a-z0-9]+")
_NAMED: Final = "SELECT sha256 || '.' || ext FROM media"
_NO_BANK: Final = frozenset({HeaderKind.NOT_A_BANK, HeaderKind.EMPTY, HeaderKind.MISSING})
_LOCK_TIMEOUT_S: Final = 1.0


def drop_left_media(bank: Path, at: datetime) -> int:
    """Delete media that no bank in the learner's folder and no copy of one names; return how many.

    A bank keeps naming the media of every revision it holds and of every installation that can be
    taken back. Where a bank or a copy cannot be read nothing is deleted, for it may be mended.
    """
    paths = LearnerPaths(bank)
    dropped = 0
    with suppress(OSError, sqlite3.Error):
        old = [path for path in _of_media(paths) if _touched(path) < at - LEFT_AFTER]
        named = _named_anywhere(paths) if old else frozenset()
        for path in old:
            if path.name not in named and _touched(path) < at - LEFT_AFTER:
                path.unlink()
                dropped += 1
    return dropped


def _of_media(paths: LearnerPaths) -> Iterator[Path]:
    if paths.media.is_dir():
        yield from (one for one in paths.media.iterdir() if _NAME.fullmatch(one.name))


def _touched(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone()


def _named_anywhere(paths: LearnerPaths) -> frozenset[str]:
    folders = (paths.folder, paths.backups)
    files = [one for folder in folders if folder.is_dir() for one in folder.iterdir()]
    return frozenset(name for file in files if file.is_file() for name in _named_in(file))


def _named_in(file: Path) -> list[str]:
    if read_header(file).kind in _NO_BANK:
        return []
    opened = sqlite3.connect(file_uri(file.absolute(), "ro"), uri=True, timeout=_LOCK_TIMEOUT_S)
    with closing(opened) as connection:
        return [str(name) for (name,) in connection.execute(_NAMED)]

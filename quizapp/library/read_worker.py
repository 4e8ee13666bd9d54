"""The body of the process that reads a stranger's file; it knows neither bank nor window."""

import contextlib
import os
import pickle
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Final

from quizapp.packs.media_files import MediaFiles
from quizapp.packs.reader import NOTHING_FURTHER, Further, ReadPack, read_pack

MOST_MEMORY: Final = 400 * 1024 * 1024
"""Bytes of address space. macOS does not hold to it, Windows has none: there the sizes, counts
and depths that the readers allow, and the time, are what holds."""

MOST_FILE_BYTES: Final = 100 * 1024 * 1024
MOST_SECONDS: Final = 7
"""Of computing. How long that takes on the clock depends on what else the machine does."""

MOST_PROBLEMS: Final = 10_000
FOUND: Final = "found"
TOO_HEAVY: Final = 86
"""The exit code of a process that had not memory enough."""


def main(arguments: Sequence[str]) -> int:
    """Read the pack at a path into a folder: ``PATH FOLDER SEED MARKING``, the last 0 or 1."""
    path, folder, seed, with_marking = arguments
    limit_process()
    try:
        further = marking_too() if with_marking == "1" else NOTHING_FURTHER
        found = read_into(Path(path), Path(folder), seed, further)
        found = replace(found, problems=found.problems[:MOST_PROBLEMS])
        with (Path(folder) / FOUND).open("wb") as stream:
            pickle.dump(found, stream, protocol=5)
    except MemoryError:
        # Nothing may ask for memory now, so the usual way out is not taken.
        os._exit(TOO_HEAVY)
    return 0


def limit_process(seconds: int = MOST_SECONDS) -> None:
    """Bound what this process may take; past its seconds of computing SIGXCPU ends it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    limits = (
        (resource.RLIMIT_AS, MOST_MEMORY, 0),
        # At the harder bound the system kills without saying why.
        (resource.RLIMIT_CPU, seconds, 1),
        (resource.RLIMIT_FSIZE, MOST_FILE_BYTES, 0),
        (resource.RLIMIT_CORE, 0, 0),
    )
    for kind, most, more in limits:
        with contextlib.suppress(ValueError, OSError):
            _, hard = resource.getrlimit(kind)
            bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
            last = most + more if hard == resource.RLIM_INFINITY else min(most + more, hard)
            resource.setrlimit(kind, (bound, last))


def read_into(path: Path, folder: Path, seed: str, further: Further = NOTHING_FURTHER) -> ReadPack:
    """Read a pack; its media lie in the folder. A seed gives ids to rows that have none."""
    random = Random(int(seed)) if seed else None  # noqa: S311 - names, not secrets
    return read_pack(path, random, MediaFiles(folder), further)


def marking_too() -> Further:
    """Return the checks of what marking makes of the author's keys."""
    # Not above: loading how answers are marked takes as long as reading a small pack.
    from quizapp.library.marking_checks import (  # noqa: PLC0415
        marking_mistakes,
        switch_mistakes,
    )

    return Further(manifest=switch_mistakes, questions=marking_mistakes)

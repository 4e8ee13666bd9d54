"""Every hostile file of our own making: seconds and memory until it is refused.

``python -m tests.benchmarks.hostile_files [WORD]`` reads each in the process that strangers' files
are read in, and says how long that took and how much memory it and this program took together.
Exits 1 when one took ten seconds or more, 500 MB or more, or was not refused.
"""

import multiprocessing
import resource
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF
from time import perf_counter

from quizapp.base.texts import say
from quizapp.library.apart import read_apart
from tests.hostile.all_of_them import HARMLESS, HOSTILE

FORK = multiprocessing.get_context("fork")
MOST_SECONDS = 10.0
MOST_MEGABYTES = 500.0


def main(word: str) -> int:
    """Read them all and print a table."""
    bad = 0
    print(f"{'seconds':>7} {'MB':>5}  {'hazard':46} says")
    chosen = [name for name in HOSTILE if word in name]
    for name in chosen:
        seconds, megabytes, said = measure(name)
        is_read = name in HARMLESS
        is_bad = seconds >= MOST_SECONDS or megabytes >= MOST_MEGABYTES or is_read == bool(said)
        bad += is_bad
        print(f"{seconds:7.2f} {megabytes:5.0f}  {name:46} {said[:60]}{'  BAD' * is_bad}")
    print(f"{len(chosen)} hazards, {bad} bad")
    return 1 if bad else 0


def measure(name: str) -> tuple[float, float, str]:
    """Return seconds, MB of both processes at their highest, and the first sentence."""
    with tempfile.TemporaryDirectory() as folder:
        with ProcessPoolExecutor(1, FORK) as making:
            path = making.submit(make, name, Path(folder)).result()
        with ProcessPoolExecutor(1, FORK) as reading:
            return reading.submit(read_measured, path).result()


def make(name: str, folder: Path) -> Path:
    """Make a hostile file."""
    return HOSTILE[name](folder)


def read_measured(path: Path) -> tuple[float, float, str]:
    """Read a file in a process that has read no other."""
    began = perf_counter()
    found = read_apart(path, with_marking=True)
    seconds = perf_counter() - began
    peaks = [resource.getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)]
    errors = [one for one in found.problems if one.severity == "error"]
    said = f"{errors[0].code}: {say(errors[0].message)}" if found.pack is None else ""
    return seconds, sum(peaks) / 1024, said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))

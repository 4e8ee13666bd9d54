"""Reads strangers' files in a process of its own, with bounds on its memory and its time.

Whatever a file does to its reader ends in a problem that a person can read.
"""

import io
import logging
import pickle
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from pathlib import Path
from random import Random
from typing import Any, Final

from typing_extensions import override

from quizapp.base.own_program import NO_WINDOW, READ_APART, own_command, own_environment
from quizapp.base.texts import Message
from quizapp.library.read_worker import FOUND, TOO_HEAVY
from quizapp.packs.media_files import MediaFiles
from quizapp.packs.problems import Problem
from quizapp.packs.reader import ReadPack
from quizapp.questions.codec_mistakes import Severity

_log = logging.getLogger("quizapp.library.apart")
_LOOK_EVERY_S: Final = 0.1
# A second on a machine that has nothing else to do; a minute where twenty programs start at once
# and a virus scanner reads along. What computes without end is stopped long before.
LONGEST_S: Final = 60
_COMPUTED_TOO_LONG: Final = -getattr(signal, "SIGXCPU", 0) or None
_OURS: Final = ("quizapp.questions.", "quizapp.packs.", "quizapp.notation.", "quizapp.base.")


def _member_of(kind: type, name: str) -> object:
    """Return a member of an enumeration; Python up to 3.11.3 pickles one as a ``getattr``."""
    if not issubclass(kind, Enum):
        raise pickle.UnpicklingError(kind.__name__)
    return kind[name]


_PLAIN: Final = {
    ("decimal", "Decimal"): Decimal,
    ("builtins", "frozenset"): frozenset,
    ("builtins", "getattr"): _member_of,
}
_SEED_BITS: Final = 64


def nobody_waits() -> None:
    """Stand in for one who may want the reading to stop."""


def read_apart(
    path: Path,
    random: Random | None = None,
    *,
    with_marking: bool = False,
    watch: Callable[[], None] = nobody_waits,
    seconds: float = LONGEST_S,
) -> ReadPack:
    """Read the pack at a path as ``read_pack`` does, in at most so many seconds.

    ``watch`` is called ten times a second and stops the reading with an exception of its own.
    ``with_marking`` adds what marking makes of the author's keys.
    """
    seed = "" if random is None else str(random.getrandbits(_SEED_BITS))
    folder = Path(tempfile.mkdtemp(prefix="quizapp-"))
    try:
        command = own_command(
            READ_APART, str(path), str(folder), seed, "1" if with_marking else "0"
        )
        code = _exit_code(command, watch, seconds)
        found = _found(path, folder / FOUND) if code == 0 else _refused(path, code)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if found.pack is not None and isinstance(found.pack.files, MediaFiles) and found.pack.files:
        found.pack.files.own_folder()
    else:
        shutil.rmtree(folder, ignore_errors=True)
    return found


def _exit_code(command: list[str], watch: Callable[[], None], seconds: float) -> int | None:
    """Run the process to its end and return its exit code, None when it took too long."""
    process = subprocess.Popen(  # noqa: S603 - this very program
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=own_environment(),
        creationflags=NO_WINDOW,
    )
    try:
        for _ in range(round(seconds / _LOOK_EVERY_S)):
            watch()
            try:
                return process.wait(_LOOK_EVERY_S)
            except subprocess.TimeoutExpired:
                continue
        return None
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _refused(path: Path, code: int | None) -> ReadPack:
    # Not a warning: without a log it would stand in English on the terminal.
    _log.info("reading ended with %s", code)
    said = "reading_slow" if code in {None, _COMPUTED_TOO_LONG} else "reading_failed"
    return _problem(path, "reading_heavy" if code == TOO_HEAVY else said)


def _problem(path: Path, code: str) -> ReadPack:
    message = Message(f"packs.{code}", {"file": path.name})
    problem = Problem(file=str(path), code=code, severity=Severity.ERROR, message=message)
    return ReadPack(None, (problem,))


def _found(path: Path, file: Path) -> ReadPack:
    try:
        with file.open("rb") as stream:
            found = _OnlyOurs(stream).load()
    except (pickle.UnpicklingError, OSError, EOFError):
        return _problem(path, "reading_failed")
    assert isinstance(found, ReadPack), "the worker writes nothing else"
    return found


class _OnlyOurs(pickle.Unpickler):
    """Makes values of the pack's own classes and nothing else."""

    def __init__(self, stream: io.BufferedReader) -> None:
        super().__init__(stream)

    @override
    def find_class(self, module_name: str, global_name: str) -> Any:
        if (module_name, global_name) in _PLAIN:
            return _PLAIN[module_name, global_name]
        found = super().find_class(module_name, global_name)
        is_class = isinstance(found, type) and found.__module__ == module_name
        if not (is_class and module_name.startswith(_OURS)):
            raise pickle.UnpicklingError(f"{module_name}.{global_name}")
        return found

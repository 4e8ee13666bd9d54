"""How processes are started: this very program anew, and without a window of their own."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

READ_APART: Final = "--read-apart"
"""The first argument of a process that reads a stranger's file; no person types it."""

# What ``subprocess.CREATE_NO_WINDOW`` is; loading that takes time before the first paint.
NO_WINDOW: Final = 0x08000000 if sys.platform == "win32" else 0
"""Flags for starting a process that shows no black window on Windows."""


def own_command(*arguments: str) -> list[str]:
    """Return the command that starts this very program with some arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    # Without -P a yaml.py in the folder one stands in would be run instead of the real one.
    return [sys.executable, "-P", "-m", "quizapp", *arguments]


def own_environment() -> Mapping[str, str]:
    """Return an environment in which that command finds the program."""
    home = str(Path(__file__).resolve().parent.parent.parent)
    paths = os.environ.get("PYTHONPATH", "")
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (home, paths)))}

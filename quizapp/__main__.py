"""Starts Quizapp: the window, or one command of the command line."""

import io
import os
import sys
from pathlib import Path

from quizapp.base.own_program import READ_APART
from quizapp.bootstrap import run_command, run_window
from quizapp.cli.parser import names_command


def main() -> int:
    """Run the program with the arguments it was started with and return its exit code."""
    if getattr(sys, "frozen", False):
        # A packed program is started anew for a process of its own, with arguments that say so.
        import multiprocessing  # noqa: PLC0415 - 20 ms that an unpacked program need not spend

        multiprocessing.freeze_support()
    # Read when numpy is first imported; its matrices here are too small to share between threads.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _provide_streams()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # Pipes on Windows are not UTF-8 by themselves; a stray byte spoils only its own line.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = sys.argv[1:]
    if arguments[:1] == [READ_APART]:
        from quizapp.library import read_worker  # noqa: PLC0415 - no other run needs it

        return read_worker.main(arguments[1:])
    return run_command(arguments) if names_command(arguments) else run_window(arguments)


def _provide_streams() -> None:
    """Put something in the place of streams that are not there, whatever their type says.

    Windows gives a program without a console none, and a caller may close them.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - for the whole run
            setattr(sys, name, nothing)


if __name__ == "__main__":
    sys.exit(main())

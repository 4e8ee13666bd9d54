"""A screen of its own, and the program on it as a person would have it: started, typed at, seen."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
# A start takes a second; on a machine that does twenty other things, twenty.
PATIENCE_S: Final = 120.0
_PAUSE_S = 0.03
_QUIET_LOOKS: Final = 4
_SLEEPING: Final = frozenset("SIZ")
_PICTURES = "QUIZAPP_PICTURES"


def until(check: Callable[[], str], what: str) -> str:
    """Return what the check returns once it is not empty; fail when it takes too long."""
    pause = Event()
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if found := check():
            return found
        pause.wait(_PAUSE_S)
    message = f"waited {PATIENCE_S:.0f} s for {what}"
    raise AssertionError(message)


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """Give the name of a new X display with a window manager on it."""
    reading, writing = os.pipe()
    # Without -noreset the server starts anew when its last client goes, which the first question
    # for the desktops may be, and throws out the window manager that is just coming.
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-noreset"]
    xvfb = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        display = f":{pipe.readline().strip()}"
    manager = subprocess.Popen(
        ["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL
    )
    try:
        # A window that comes before its manager is never given the focus.
        until(lambda: _desktops(display), "the window manager")
        yield display
    finally:
        for process in (manager, xvfb):
            process.terminate()
            process.wait(timeout=PATIENCE_S)


def _is_busy(pid: int) -> bool:
    """Tell whether a process computes, or would if it had its turn; or one that it started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        states = [(task / "stat").read_text().rpartition(")")[2].split()[0] for task in tasks]
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        # It or one of its threads has ended meanwhile: look again, or there is nothing to see.
        return Path(f"/proc/{pid}").exists()
    return not _SLEEPING.issuperset(states) or any(_is_busy(int(child)) for child in children)


def _desktops(display: str) -> str:
    """Return what the window manager says of its desktops; nothing before it is there."""
    asked = subprocess.run(
        ["xdotool", "get_num_desktops"],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout if asked.returncode == 0 else ""


class Desktop:
    """One display and one data folder, with the program to start on them."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "QUIZAPP_HOME": str(home),
            "LC_ALL": "C.UTF-8",
        }
        self.started: list[subprocess.Popen[str]] = []

    def command(self, *arguments: str) -> list[dict[str, Any]]:
        """Run the command line and return the objects it wrote."""
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", "--json", *arguments],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            message = f"{arguments} ended with {done.returncode}: {done.stdout}{done.stderr}"
            raise AssertionError(message)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the window."""
        program = subprocess.Popen(
            [sys.executable, "-m", "quizapp", *arguments],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.started.append(program)
        return program

    def open(self, *arguments: str) -> subprocess.Popen[str]:
        """Start the window and wait until it can be worked with."""
        program = self.start(*arguments)
        self.wait_for_title("I dag")
        return program

    def close(self) -> None:
        """End whatever is still running."""
        for program in self.started:
            if program.poll() is None:
                program.kill()
            program.communicate(timeout=PATIENCE_S)

    def title(self) -> str:
        """Return the window's title without the program's name; empty while there is none."""
        found = self._xdotool("search", "--onlyvisible", "--name", "Quizapp$")
        if not found.strip():
            return ""
        name = self._xdotool("getwindowname", found.split()[-1])
        return name.strip().removesuffix(" – Quizapp")

    def wait_for_title(self, pattern: str) -> str:
        """Wait until the title fits a regular expression from its start, and return it."""

        def fitting() -> str:
            title = self.title()
            return title if re.match(pattern, title) else ""

        return until(fitting, f"the title {pattern!r}, not {self.title()!r}")

    def wait_for_other_title(self, before: str) -> str:
        """Wait until the title is another one, and return it."""

        def other() -> str:
            title = self.title()
            return "" if title == before else title

        return until(other, f"another title than {before!r}")

    def settle(self, milliseconds: int = 0) -> None:
        """Wait at least so long, and until the program has nothing more to do.

        For what the window's title does not tell: that a form is built, or what was typed is kept.
        """
        Event().wait(milliseconds / 1000)
        quiet = 0

        def rests() -> str:
            nonlocal quiet
            quiet = 0 if any(_is_busy(one.pid) for one in self.started) else quiet + 1
            return "yes" * (quiet >= _QUIET_LOOKS)

        until(rests, "the program to rest")

    def press(self, *keys: str) -> None:
        """Press keys by their X names; a key of the form ``text:…`` is typed letter by letter."""
        self.settle()
        for key in keys:
            if key.startswith("text:"):
                self._xdotool("type", "--delay", "5", key.removeprefix("text:"))
            else:
                self._xdotool("key", key)

    def picture(self, name: str) -> None:
        """Keep a picture of the screen where ``QUIZAPP_PICTURES`` says, if it does."""
        folder = os.environ.get(_PICTURES)
        if folder and shutil.which("import"):
            path = Path(folder)
            path.mkdir(parents=True, exist_ok=True)
            command = ["import", "-window", "root", str(path / f"{name}.png")]
            subprocess.run(command, env=self.environment, check=True)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout

"""A round by ear alone: a second process sees only the accessible tree, and presses in it."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest

from tests.journeys.screen import PATIENCE_S, Desktop, screen, until

pytestmark = pytest.mark.screen

LAUNCHER: Final = Path("/usr/libexec/at-spi-bus-launcher")
SYSTEM_PYTHON: Final = Path("/usr/bin/python3")
READER: Final = str(Path(__file__).with_name("reader.py"))
FOLDER: Final = str(Path(__file__).with_name("eleven"))
MONDAY: Final = "2026-11-23T16:00"


@contextmanager
def accessibility_bus(environment: dict[str, str]) -> Iterator[None]:
    """Give programs in this environment a bus of their own, and the one for screen readers."""
    reading, writing = os.pipe()
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--print-address={writing}"],
        pass_fds=[writing],
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        environment["DBUS_SESSION_BUS_ADDRESS"] = pipe.readline().strip()
    environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], env=environment)
    try:
        yield
    finally:
        for process in (launcher, bus):
            process.terminate()
            process.wait(timeout=PATIENCE_S)


class Ear:
    """What a person with a screen reader has."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def tree(self) -> list[dict[str, Any]]:
        """Return everything that is showing."""
        done = self._run("tree")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def names(self) -> str:
        """Return every name and description, one a line."""
        return "\n".join(f"{part['name']} {part['description']}" for part in self.tree())

    def until_heard(self, text: str) -> None:
        """Wait until something is called so."""
        until(lambda: text if text in self.names() else "", f"{text!r} in the tree")

    def press(self, name: str) -> None:
        """Press a part by its name."""
        until(lambda: "" if self._run("press", name).returncode else name, f"to press {name!r}")

    def until_focused(self, name: str) -> None:
        """Wait until something has the focus."""

        def has_it() -> str:
            # What passes its focus on is focused as well, and has no name.
            focused = [part["name"] for part in self.tree() if part["focused"]]
            return name if name in focused else ""

        until(has_it, f"the focus on {name!r}")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [SYSTEM_PYTHON, READER, *arguments],
            env=self._desktop.environment,
            capture_output=True,
            text=True,
            check=False,
        )


def has_bindings() -> bool:
    if not (LAUNCHER.exists() and SYSTEM_PYTHON.exists() and shutil.which("dbus-daemon")):
        return False
    ask = "import gi; gi.require_version('Atspi', '2.0')"
    return subprocess.run([SYSTEM_PYTHON, "-c", ask], check=False).returncode == 0


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    if not has_bindings():
        pytest.skip("the system has no accessibility bus or no bindings for it")
    with screen() as display:
        desktop = Desktop(display, tmp_path / "home")
        with accessibility_bus(desktop.environment):
            try:
                yield desktop
            finally:
                desktop.close()


def test_a_choice_is_answered_by_ear(desktop: Desktop) -> None:
    desktop.command("--now", MONDAY, "install", FOLDER)
    desktop.open("--now", MONDAY)
    ear = Ear(desktop)
    ear.press("Bibliotek")
    ear.press("Se de ")
    ear.press("Øv »Elleve svarformer«")
    ear.until_heard("Hvornår blev Danmarks Riges Grundlov underskrevet?")
    ear.until_focused("Skriv datoen")
    for following in ("Hvor mange stiftsamter", "Hvad kaldes unionen", "Hvad førte nederlaget"):
        ear.press("Spring over")
        ear.until_heard(following)
    ear.until_heard("Svarmulighed 3 af 3: Slesvig og Holsten gik tabt")
    ear.press("Svarmulighed 3 af 3")
    ear.until_heard("Rigtigt")
    ear.until_focused("Næste")
    ear.press("Næste")
    ear.until_heard("Hvad mistede Danmark i 1658?")


def test_everything_that_takes_the_focus_says_what_it_is(desktop: Desktop) -> None:
    desktop.command("--now", MONDAY, "install", FOLDER)
    desktop.open("--now", MONDAY)
    ear = Ear(desktop)
    silent = [part for part in ear.tree() if part["focusable"] and not part["name"]]
    assert not silent
    ear.press("Indstillinger")
    ear.until_heard("Tekststørrelse")
    silent = [part for part in ear.tree() if part["focusable"] and not part["name"]]
    assert not silent

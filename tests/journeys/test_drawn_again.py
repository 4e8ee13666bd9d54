"""After another size of text, colours or language the window goes on drawing what happens."""

import shutil
import subprocess
from functools import partial

import pytest

from tests.journeys.screen import Desktop, until

pytestmark = pytest.mark.screen
MONDAY = "2026-11-23T16:00"


def seen(desktop: Desktop) -> bytes:
    """Return what is on the screen."""
    command = ["import", "-window", "root", "-depth", "8", "rgb:-"]
    return subprocess.run(command, env=desktop.environment, check=True, capture_output=True).stdout


@pytest.mark.skipif(shutil.which("import") is None, reason="takes no pictures of the screen")
def test_what_happens_after_another_size_of_text_is_drawn(desktop: Desktop) -> None:
    desktop.open("--now", MONDAY)
    desktop.press("ctrl+comma")
    desktop.wait_for_title("Indstillinger")
    for key in ("Right", "Right", "Tab", "Left", "Tab"):
        desktop.settle(300)
        before = seen(desktop)
        desktop.press(key)
        until(partial(_changed, desktop, before), f"{key} to be drawn")


def _changed(desktop: Desktop, before: bytes) -> str:
    return "" if seen(desktop) == before else "yes"

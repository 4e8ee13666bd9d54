"""A desktop for each journey; without the tools for one the journeys are left out."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.screen import Desktop, screen


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Give a screen with an empty data folder."""
    missing = [tool for tool in ("xdotool", "openbox") if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with screen() as display:
        desktop = Desktop(display, tmp_path / "home")
        try:
            yield desktop
        finally:
            desktop.close()

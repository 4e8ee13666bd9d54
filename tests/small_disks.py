"""Real disks of 1 MB, to fill."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def a_small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 1 MB; skips the test where this user may not."""
    folder = tmp_path / "lille disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or shutil.which("mount") is None or os.geteuid():
        pytest.skip("only root on Linux may mount a small disk")
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if done.returncode:
        pytest.skip(f"mount is not allowed here: {done.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, left: int) -> None:
    """Leave only so many bytes free."""
    (disk / "filler").write_bytes(bytes(shutil.disk_usage(disk).free - left))

"""The program where there is no console: nothing to read, nowhere to write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the streams")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [("packs", 0), ("packs --bank /dev/null/bank.quizbank", 3), ("--bank", 2), ("--nothing", 2)],
)
def test_a_run_without_any_stream_ends_as_it_would_with_them(
    tmp_path: Path, arguments: str, code: int
) -> None:
    command = f"exec {sys.executable} -m quizapp {arguments} <&- >&- 2>&-"
    environment = {**os.environ, "QUIZAPP_HOME": str(tmp_path)}
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, env=environment, check=False)
    assert done.returncode == code

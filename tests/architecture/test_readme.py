"""What the README promises is so."""

import os
import re
import subprocess
import sys
from pathlib import Path

from quizapp.cli.main import COMMANDS
from tests.architecture.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"(?:\.venv/bin/python -m quizapp|`quizapp) ([a-z]+)")


def test_every_command_it_names_exists() -> None:
    named = set(COMMAND.findall(README))
    assert named
    assert named <= {command.name for command in COMMANDS}


def test_every_file_it_links_to_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_the_pack_it_shows_is_one_the_program_accepts(tmp_path: Path) -> None:
    shown = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert len(shown) == 1
    (tmp_path / "min-pakke").mkdir()
    (tmp_path / "min-pakke/pakke.yaml").write_text(shown[0], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", "check", "--json", tmp_path / "min-pakke"],
        cwd=ROOT,
        env={**os.environ, "QUIZAPP_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

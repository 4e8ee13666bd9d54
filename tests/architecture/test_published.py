"""What the project publishes names no machine, no registry and no unfinished business."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, named, tracked_files

TEXT_SUFFIXES = frozenset(
    {
        ".py",
        ".md",
        ".toml",
        ".lock",
        ".yaml",
        ".yml",
        ".txt",
        ".qss",
        ".po",
        ".mako",
        ".json",
        ".jsonl",
        ".csv",
        ".sh",
        ".ini",
    }
)
# In pieces, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.~])/(?:" + "work/|root/|home/\\w+/|tmp/|opt/pypi)")
REGISTRIES = re.compile(
    "py" + r"pi\.org|python" + r"hosted|npm" + r"js\.(?:org|com)|deb\." + "debian"
)
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")

WRITTEN = [
    path
    for path in tracked_files()
    if (path.suffix in TEXT_SUFFIXES or path.parent.name == ".ci")
    and not named(path).startswith("LICENSES/")
]


def lines_with(pattern: re.Pattern[str], path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [f"{named(path)}:{n}: {line}" for n, line in enumerate(lines, 1) if pattern.search(line)]


@pytest.mark.parametrize("pattern", [MACHINE_PATHS, REGISTRIES, UNFINISHED], ids=str)
def test_no_published_file_holds(pattern: re.Pattern[str]) -> None:
    assert not [line for path in WRITTEN for line in lines_with(pattern, path)]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_every_package_in_a_lock_has_hashes(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    assert not [line for line in lock.splitlines() if "--hash=sha256:" not in line]


def test_the_sources_are_found() -> None:
    assert ROOT / "start.py" in WRITTEN
    assert ROOT / ".ci/run" in WRITTEN

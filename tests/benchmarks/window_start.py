"""Times the window from launch: shell, today's figures, memory; beside another program.

    .venv/bin/python tests/benchmarks/window_start.py --runs 5
    .venv/bin/python tests/benchmarks/window_start.py --peer-title 'Anki$' -- V/bin/anki -b BASE

Needs Xvfb, xdotool and ImageMagick's import. What follows ``--`` starts the other program; both run
in alternation on one screen, and a last line divides ours by theirs (both times by the time their
picture stood). »shell« is the first picture of the window, »figures« the one that then stays for a
second.
"""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

DISPLAY = ":96"
STAYS_S = 1.0
PATIENCE_S = 60.0
START = datetime.fromisoformat("2026-11-20T12:00:00+01:00")


@dataclass(frozen=True)
class Start:
    """One start: seconds from launch to the shell and to the figures, megabytes when they stand."""

    shell_s: float
    figures_s: float
    pss_mb: float


def run(*command: str) -> bytes:
    """Return what a command prints."""
    return subprocess.run(command, check=False, capture_output=True).stdout


def time_start(command: list[str], title: str) -> Start:
    """Start a program, watch its window until the picture stays, and end it."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    shell: float | None = None
    figures = 0.0
    picture = b""
    try:
        while (now := time.perf_counter() - began) < PATIENCE_S:
            windows = run("xdotool", "search", "--onlyvisible", "--name", title).split()
            if not windows:
                continue
            seen = run("import", "-window", windows[-1].decode(), "-depth", "8", "ppm:-")
            if seen and seen != picture:
                shell = now if shell is None else shell
                figures, picture = now, seen
            if picture and now - figures > STAYS_S:
                break
        return Start(shell or 0.0, figures, _memory_mb(process.pid))
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _memory_mb(pid: int) -> float:
    """Return the memory of a process and all below it, shared pages counted by their share."""
    children = run("ps", "-o", "pid=", "--ppid", str(pid)).split()
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        told = ""
    found = re.search(r"^Pss:\s+(\d+)", told, re.MULTILINE)
    own = int(found[1]) / 1024 if found else 0.0
    return own + sum(_memory_mb(int(child)) for child in children)


def tell(tool: str, starts: list[Start]) -> dict[str, float]:
    """Print each start and the medians; return the medians."""
    for start in starts:
        print(json.dumps({"tool": tool, **asdict(start)}))
    medians = {
        key: round(statistics.median(asdict(start)[key] for start in starts), 3)
        for key in ("shell_s", "figures_s", "pss_mb")
    }
    print(json.dumps({"tool": tool, "case": "median", **medians}), flush=True)
    return medians


def main() -> None:
    """Time ours, and the other beside it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer-title", default="")
    parser.add_argument("peer", nargs="*")
    options = parser.parse_args()
    os.environ["DISPLAY"] = DISPLAY
    screen = ["Xvfb", DISPLAY, "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"]
    display = subprocess.Popen(screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not run("xdotool", "getdisplaygeometry"):
            pass
        with tempfile.TemporaryDirectory() as folder:
            ours, theirs = _alternate(Path(folder), options)
    finally:
        display.terminate()
        display.wait()
    medians = tell("quizapp", ours)
    if theirs:
        peer = tell("peer", theirs)
        print(
            json.dumps(
                {
                    "case": "ours / theirs",
                    "shell": round(medians["shell_s"] / peer["figures_s"], 3),
                    "figures": round(medians["figures_s"] / peer["figures_s"], 3),
                    "pss": round(medians["pss_mb"] / peer["pss_mb"], 3),
                }
            )
        )


def _alternate(folder: Path, options: argparse.Namespace) -> tuple[list[Start], list[Start]]:
    os.environ["QUIZAPP_HOME"] = str(folder)
    # A first start sets the bank up; what is timed is the start of every other day.
    time_start(_quizapp(0), "Quizapp")
    ours: list[Start] = []
    theirs: list[Start] = []
    for number in range(options.runs):
        ours.append(time_start(_quizapp(number + 1), "Quizapp"))
        if options.peer:
            theirs.append(time_start(options.peer, options.peer_title))
    return ours, theirs


def _quizapp(day: int) -> list[str]:
    now = (START + timedelta(days=day)).isoformat()
    return [sys.executable, "-m", "quizapp", "--now", now]


if __name__ == "__main__":
    main()

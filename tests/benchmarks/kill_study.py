"""Kills `quizapp study --jsonl` at random moments and counts what was acknowledged but lost.

    .venv/bin/python tests/benchmarks/kill_study.py --kills 200 --seed 1

Each round answers until a SIGKILL comes at a moment drawn from the seed, half of them right after
an answer was sent. Prints a JSON line at the end; the exit code is 1 when a review is missing or
`quizapp doctor` finds anything.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, Any

START = datetime.fromisoformat("2026-11-22T12:00:00+01:00")
LONGEST_S = 0.6
EXAMPLES: dict[str, Any] = {
    "kort": 3,
    "åbent": {"text": "Det ved jeg.", "rating": 3},
    "par": {},
    "liste": ["a", "b"],
    "indsæt": ["a"],
    "flervalg": [],
    "rækkefølge": [],
}


def quizapp(bank: Path, *arguments: str) -> list[str]:
    """Return the command line of one command over a bank."""
    return [sys.executable, "-m", "quizapp", "--bank", str(bank), *arguments]


def killed_sitting(bank: Path, now: datetime, random_: random.Random) -> list[str]:
    """Answer until the kill comes; return the reviews that were acknowledged before it."""
    command = quizapp(bank, "study", "--jsonl", "--now", now.isoformat())
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    acknowledged: list[str] = []
    timer: threading.Timer | None = None
    for line in process.stdout:
        if timer is None:
            # The clock starts when the program talks, so that kills fall into the answering.
            delay = random_.uniform(0, LONGEST_S)
            timer = threading.Timer(delay, os.kill, (process.pid, signal.SIGKILL))
            timer.start()
        row = json.loads(line)
        if "review" in row:
            acknowledged.append(row["review"])
        if "prompt" in row and not _send(process.stdin, row):
            break
    if timer is not None:
        timer.join()
    process.kill()
    process.wait()
    return acknowledged


def _send(stdin: IO[str], question: dict[str, Any]) -> bool:
    answer = EXAMPLES.get(question["kind"], "1905")
    try:
        stdin.write(json.dumps({"card": question["card"], "answer": answer}) + "\n")
        stdin.flush()
    except BrokenPipeError:
        return False
    return True


def main() -> int:
    """Run the kills and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        bank = Path(folder) / "bank.quizbank"
        subprocess.run(quizapp(bank, "packs"), check=True, stdout=subprocess.DEVNULL)
        acknowledged: list[str] = []
        for number in range(options.kills):
            # A new day each round, so that there is always something to ask.
            now = START + timedelta(days=number)
            acknowledged += killed_sitting(bank, now, random_)
        log = subprocess.run(
            quizapp(bank, "log", "--json"), check=True, capture_output=True, text=True
        )
        logged = {json.loads(line)["review"] for line in log.stdout.splitlines()}
        last = (START + timedelta(days=options.kills)).isoformat()
        doctor = subprocess.run(
            quizapp(bank, "doctor", "--json", "--now", last),
            check=False,
            capture_output=True,
            text=True,
        )
    lost = [review for review in acknowledged if review not in logged]
    print(
        json.dumps(
            {
                "kills": options.kills,
                "acknowledged": len(acknowledged),
                "logged": len(logged),
                "lost": len(lost),
                "doctor": doctor.returncode,
            }
        )
    )
    return 1 if lost or doctor.returncode else 0


if __name__ == "__main__":
    sys.exit(main())

"""Kill the window at any moment: ``python -m tests.journeys.kill_window --kills 20 --seed 1``.

A person at a real screen types, answers and goes on, and somewhere in it the program is killed:
while letters are typed, while an answer is marked, after the verdict. What the title showed as
marked must be in the log, the next start must say aloud what was kept, and ``doctor`` must find
nothing. Prints a JSON line a kill; needs what ``accessible_week`` needs.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from threading import Event, Timer
from typing import Final

from tests.journeys.accessible_week import ANSWERS, FOLDER, VERDICTS, desktop_with_bus
from tests.journeys.person import FaultError, Person
from tests.journeys.screen import PATIENCE_S, Desktop

LONGEST_S: Final = 12.0
_LONG: Final = 25
KEPT: Final = "Programmet lukkede uventet."


@dataclass(slots=True)
class Seen:
    """What one run showed before it was killed."""

    verdicts: int = 0
    last: str = ""


def killed_run(desktop: Desktop, day: str, delay_s: float) -> Seen:
    """Answer until the kill comes; return what was seen."""
    program = desktop.open("--now", day)
    timer = Timer(delay_s, program.kill)
    desktop.press("Return")
    timer.start()
    seen = Seen()
    pause = Event()
    idle = 0
    while program.poll() is None:
        title = desktop.title()
        if title in {"", seen.last}:
            pause.wait(0.02)
            idle += 1
            if idle % _LONG == 0:
                # More than one field, or another kind of answer.
                desktop.press("ctrl+d")
            continue
        idle = 0
        seen.last = title
        if title in VERDICTS:
            seen.verdicts += 1
            # The button takes no press in its first moment.
            pause.wait(0.5)
            desktop.press("Return")
        elif " af " in title:
            desktop.press(*keys_for(title))
        else:
            # Nor does the one at the end of a round.
            pause.wait(0.5)
            desktop.press("Return")
    timer.join()
    program.communicate(timeout=PATIENCE_S)
    return seen


def keys_for(title: str) -> tuple[str, ...]:
    """Type something into a field; say of everything else that one does not know."""
    if any(prompt in title for prompt in ANSWERS) and "Hvornår" not in title:
        return ("ctrl+d",)
    return ("text:5. juni 1849", "Return")


def hear_what_was_kept(desktop: Desktop, day: str) -> None:
    """Start again, hear what was kept, and quit as one should."""
    person = Person(desktop)
    program = desktop.open("--now", day)
    try:
        person.must_hear(KEPT)
    finally:
        person.leave()
    desktop.press("ctrl+q")
    if program.wait(timeout=PATIENCE_S):
        raise FaultError("the program did not end as it should")


def rows_of(desktop: Desktop, day: str) -> int:
    """Return how many answers the log has that were not taken back."""
    return sum(not row["retracted"] for row in desktop.command("--now", day, "log"))


def is_sound(desktop: Desktop, day: str) -> bool:
    """Return whether ``doctor`` finds nothing."""
    return all(row["ok"] for row in desktop.command("--now", day, "doctor"))


def kill_and_look(desktop: Desktop, number: int, random: Random, tell: Callable[..., None]) -> bool:
    """Kill once; return whether all is as it was shown."""
    day = f"2026-{1 + number // 28:02}-{1 + number % 28:02}T16:00"
    before = rows_of(desktop, day)
    delay = random.uniform(0.05, LONGEST_S)
    seen = killed_run(desktop, day, delay)
    kept = rows_of(desktop, day) - before
    # One more may have been on the disk, and not yet on the screen.
    is_good = seen.verdicts <= kept <= seen.verdicts + 1 and is_sound(desktop, day)
    hear_what_was_kept(desktop, day)
    tell(kill=number, after_s=round(delay, 2), seen=seen.verdicts, kept=kept, last=seen.last[:30])
    return is_good


def main() -> int:
    """Kill as often as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()

    def tell(**values: object) -> None:
        sys.stdout.write(json.dumps(values, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    began = time.monotonic()
    with desktop_with_bus() as desktop:
        desktop.command("--now", "2026-01-01T16:00", "install", FOLDER)
        # Once started as it should be, so that it does not welcome.
        desktop.open("--now", "2026-01-01T16:00")
        desktop.press("ctrl+q")
        desktop.started[-1].wait(timeout=PATIENCE_S)
        random = Random(options.seed)
        good = [kill_and_look(desktop, number, random, tell) for number in range(options.kills)]
        reports = list(desktop.home.glob("crash/*.txt"))
    tell(kills=len(good), bad=good.count(False), seconds=round(time.monotonic() - began))
    return 1 if reports or not all(good) else 0


if __name__ == "__main__":
    raise SystemExit(main())

"""A mock exam by keyboard alone on a real screen: begun, killed in the middle, handed in."""

from typing import Any, Final

import pytest

from tests.journeys.screen import PATIENCE_S, ROOT, Desktop
from tests.journeys.test_first_days import KEYS

pytestmark = pytest.mark.screen

FOLDER: Final = str(ROOT / "tests/journeys/eleven")
PACK: Final = "dk.quizapp.test.elleve"
MONDAY: Final = "2026-11-23T16:00"
BEFORE_THE_KILL: Final = 4
ASKED: Final = 9
"""Of the eleven kinds two are rated by the learner herself, and left out."""


def keys_for(title: str) -> tuple[str, ...]:
    """Return the keys that answer a question and go on; picking does not go on by itself."""
    keys = next(keys for prompt, keys in KEYS.items() if prompt in title)
    return keys if keys[-1] == "Return" else (*keys, "Return")


def begin(desktop: Desktop) -> str:
    """Find the mock exam among the actions, take the exam's scope, and begin."""
    desktop.press("ctrl+k", "text:proeveeks", "Return")
    desktop.wait_for_title("Prøveeksamen")
    desktop.picture("1_begynd")
    desktop.press("Return")
    return desktop.wait_for_title(r"1 af \d+: ")


def logged(desktop: Desktop) -> list[dict[str, Any]]:
    """Return the answers that count."""
    rows = desktop.command("--now", MONDAY, "log")
    return [row for row in rows if "answer" in row and not row["retracted"]]


def test_a_mock_exam_survives_a_kill_and_is_marked_when_it_is_handed_in(desktop: Desktop) -> None:
    desktop.command("--now", MONDAY, "install", FOLDER)
    exam = ("exam", "add", "--title", "Historie", "--at", "2026-12-10T09:00", "--pack", PACK)
    desktop.command("--now", MONDAY, *exam, "--minutes", "20")
    program = desktop.open("--now", MONDAY)
    title = begin(desktop)
    for _question in range(BEFORE_THE_KILL):
        desktop.picture(f"2_{title[:2].strip()}")
        desktop.press(*keys_for(title))
        title = desktop.wait_for_other_title(title)
    program.kill()
    program.wait(timeout=PATIENCE_S)
    assert logged(desktop) == []

    desktop.open("--now", MONDAY)
    desktop.picture("3_i_dag_efter_kill")
    desktop.press("ctrl+k", "text:proeveeks", "Return")
    desktop.wait_for_title("Prøveeksamen")
    desktop.picture("4_fortsaet")
    desktop.press("Return")
    assert desktop.wait_for_title(rf"{BEFORE_THE_KILL + 1} af {ASKED}: ") == title
    for _question in range(BEFORE_THE_KILL, ASKED):
        desktop.picture(f"5_{title[:2].strip()}")
        desktop.press(*keys_for(title))
        title = desktop.wait_for_other_title(title)
    assert title == "Prøveeksamen"
    desktop.picture("6_resultat")
    answers = logged(desktop)
    assert len(answers) == ASKED
    assert {row["mode"] for row in answers} == {"mock_exam"}
    assert all(row["ok"] for row in desktop.command("--now", MONDAY, "doctor"))
    desktop.press("ctrl+q")

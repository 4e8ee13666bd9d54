"""A learner's first two days by keyboard alone, on a real screen, as a process of its own."""

import re
from threading import Event
from typing import Any, Final

import pytest

from quizapp.ui.study.next_button import GUARD_MS
from tests.journeys.screen import PATIENCE_S, ROOT, Desktop

pytestmark = pytest.mark.screen

PACK: Final = "dk.quizapp.test.elleve"
FOLDER: Final = str(ROOT / "tests/journeys/eleven")
MONDAY: Final = "2026-11-23T16:00"
TUESDAY: Final = "2026-11-24T16:00"
ASKED: Final = re.compile(r"(\d+) af (\d+): (.*)")

KEYS: Final = {
    "Hvornår blev Danmarks Riges Grundlov": ("text:5/6 1849", "Return"),
    "Hvor mange stiftsamter": ("text:60", "Return"),
    "Hvad kaldes unionen": ("text:Kalmarunionen", "Return"),
    "Hvad førte nederlaget": ("3",),
    "Hvad mistede Danmark": ("1", "2", "Return"),
    "Sæt begivenhederne": ("space", "Down", "space", "Return"),
    "Forbind konge": ("1", "a", "2", "b", "Return"),
    "Udfyld teksten": ("text:9. april", "Return", "text:1940", "Return"),
    "Nævn to dele": ("text:Groenland", "Return", "text:Faeroeerne", "Return"),
    "stavnsbånd": ("space", "3"),
    "Hvorfor tabte": ("text:Preussen var staerkere.", "ctrl+Return", "3"),
}
KINDS: Final = 11
SHIPPED: Final = 2
BUTTONS_OF_A_PACK: Final = 4


def keys_for(title: str) -> tuple[str, ...]:
    return next(keys for prompt, keys in KEYS.items() if prompt in title)


def begin_pack(desktop: Desktop) -> str:
    """Go to the library and begin a round over the pack of eleven kinds; return the title."""
    desktop.press("ctrl+5")
    desktop.wait_for_title("Bibliotek")
    # From the field past the five filters to the packs.
    desktop.press(*["Tab"] * 6, "Return")
    desktop.wait_for_title("Pakker")
    # From adding past the buttons of the packs that came along to »Øv« of ours.
    desktop.picture("bibliotek")
    desktop.press(*["Tab"] * (SHIPPED * BUTTONS_OF_A_PACK + 1), "Return")
    return desktop.wait_for_title(r"1 af \d+: ")


def answer(desktop: Desktop, title: str, keys: tuple[str, ...] = ()) -> str:
    """Answer the question in the title and return the next title."""
    desktop.press(*(keys or keys_for(title)))
    return desktop.wait_for_other_title(title)


def go_on(desktop: Desktop, verdict: str) -> str:
    """Leave a verdict and return the next title."""
    # The guard itself is what is waited for.
    Event().wait((GUARD_MS + 200) / 1000)
    desktop.press("Return")
    return desktop.wait_for_other_title(verdict)


def is_verdict(title: str) -> bool:
    return title in {"Rigtigt", "Næsten", "Forkert", "Ikke besvaret"}


def study_to_the_end(desktop: Desktop, title: str) -> None:
    """Answer until the round is over."""
    for step in range(60):
        if title.startswith("Runden er slut"):
            return
        if is_verdict(title):
            desktop.picture(f"{step:02}_{title}")
            title = go_on(desktop, title)
        else:
            desktop.picture(f"{step:02}_sporgsmaal")
            title = answer(desktop, title)
    message = "the round never ended"
    raise AssertionError(message)


def counted(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if not row["retracted"] and row["card"].startswith(PACK)]


def crash_reports(desktop: Desktop) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in desktop.home.glob("crash/*.txt")]


def go_home(desktop: Desktop) -> None:
    """Go from the library, where the round was begun, to »I dag«."""
    desktop.wait_for_title("Bibliotek")
    desktop.press("ctrl+1")
    desktop.wait_for_title("I dag")


def quit_window(desktop: Desktop) -> None:
    program = desktop.started[-1]
    desktop.press("ctrl+q")
    assert program.wait(timeout=PATIENCE_S) == 0
    assert not crash_reports(desktop)


def back_to_today(desktop: Desktop) -> None:
    """Leave a round that was begun in the library."""
    desktop.settle(GUARD_MS + 200)
    desktop.press("Return")
    desktop.wait_for_title("Bibliotek")
    desktop.press("ctrl+1")
    desktop.wait_for_title("I dag")


def test_eleven_kinds_an_undo_and_the_next_day(desktop: Desktop) -> None:
    desktop.command("--now", MONDAY, "install", FOLDER)
    desktop.open("--now", MONDAY)
    desktop.picture("i_dag_foerste_start")
    title = begin_pack(desktop)
    verdict = answer(desktop, title, ("text:6/6 1849", "Return"))
    desktop.picture("forkert_dato")
    desktop.press("ctrl+z")
    assert desktop.wait_for_other_title(verdict) == title
    desktop.picture("fortrudt")
    study_to_the_end(desktop, title)
    desktop.picture("runden_er_slut")
    back_to_today(desktop)
    desktop.picture("i_dag_efter")
    quit_window(desktop)

    rows = desktop.command("--now", MONDAY, "log")
    assert [row["answer"] for row in rows if row["retracted"]] == ["6/6 1849"]
    due_days = {row["card"]: row["due"] for row in counted(rows) if row["due"]}
    assert len({card.partition("#")[0] for card in due_days}) == KINDS
    predicted = sum(day <= TUESDAY[:10] for day in due_days.values())

    [due] = [row for row in desktop.command("--now", TUESDAY, "due") if row.get("pack") == PACK]
    assert due["due"] == predicted
    desktop.open("--now", TUESDAY)
    desktop.picture("naeste_dag")
    if predicted:
        found = ASKED.match(begin_pack(desktop))
        assert found is not None
        assert int(found.group(2)) == predicted + due["new"]
    quit_window(desktop)


def test_a_second_start_shows_the_first_window(desktop: Desktop) -> None:
    desktop.open("--now", MONDAY)
    second = desktop.start("--now", MONDAY)
    said, _trouble = second.communicate(timeout=PATIENCE_S)
    assert (second.returncode, said) == (
        0,
        "Programmet er allerede åbent. Her er vinduet.\n",
    )
    assert desktop.started[0].poll() is None


def test_a_kill_in_the_middle_keeps_every_answer(desktop: Desktop) -> None:
    desktop.command("--now", MONDAY, "install", FOLDER)
    program = desktop.open("--now", MONDAY)
    verdict = answer(desktop, begin_pack(desktop))
    title = go_on(desktop, verdict)
    answer(desktop, title)
    program.kill()
    program.wait(timeout=PATIENCE_S)
    answers = [row["answer"] for row in counted(desktop.command("--now", MONDAY, "log"))]
    assert answers == ["5/6 1849", "60"]
    assert all(row["ok"] for row in desktop.command("--now", MONDAY, "doctor"))
    desktop.open("--now", MONDAY)
    desktop.picture("efter_kill")
    quit_window(desktop)


def test_a_kill_is_told_of_and_a_polite_end_is_not(desktop: Desktop) -> None:
    desktop.open("--now", MONDAY).terminate()
    code = desktop.started[-1].wait(timeout=PATIENCE_S)
    markers = list((desktop.home / "crash").glob("running*"))
    assert (code, markers) == (0, [])
    program = desktop.open("--now", MONDAY)
    program.kill()
    program.wait(timeout=PATIENCE_S)
    assert list((desktop.home / "crash").glob("running*"))
    desktop.open("--now", MONDAY)
    desktop.picture("efter_kill_besked")
    quit_window(desktop)
    assert not list((desktop.home / "crash").glob("running*"))

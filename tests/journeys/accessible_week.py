"""A learner's first week by ear: ``python -m tests.journeys.accessible_week``.

The program runs on a screen of its own, and a second process (``listener.py``) that sees only the
accessible tree does everything: adds a pack, answers all eleven kinds, overrules a verdict, looks
at progress, takes the dark colours, quits, and comes back day after day. Prints what it did; fails
at anything that cannot be found, pressed or heard. Needs Xvfb, openbox, xdotool, the accessibility
bus and the system Python's bindings for it.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.journeys.person import BUTTON, Do, FaultError, Person, press, write
from tests.journeys.screen import PATIENCE_S, Desktop, screen, until
from tests.journeys.test_screen_reader import accessibility_bus

PACK: Final = "dk.quizapp.test.elleve"
FOLDER: Final = str(Path(__file__).with_name("eleven"))
DAYS: Final = tuple(f"2026-11-{day}T16:00" for day in range(23, 30))
VERDICTS: Final = frozenset({"Rigtigt", "Næsten", "Forkert", "Ikke besvaret"})
KINDS: Final = 11
A_DAY: Final = 14


SUBMIT: Final = press("Svar", BUTTON)
GOOD: Final = press("3, ", BUTTON)
ANSWERS: Final = {
    "Hvornår blev Danmarks Riges Grundlov": (write("Skriv datoen", "5/6 1849"), SUBMIT),
    "Hvor mange stiftsamter": (write("Skriv et tal", "60"), SUBMIT),
    "Hvad kaldes unionen": (write("Skriv svaret", "Nordunionen"), SUBMIT),
    "Hvad førte nederlaget": (press("Svarmulighed 3 af 3"),),
    "Hvad mistede Danmark": (press("Svarmulighed 1"), press("Svarmulighed 2"), SUBMIT),
    "Sæt begivenhederne": (
        Do("key", "space"),
        Do("key", "Down"),
        Do("key", "space"),
        SUBMIT,
    ),
    "Forbind konge": (
        press("Harald", "check box"),
        press("Jellingstenen", "check box"),
        press("Christian", "check box"),
        press("Rundetårn", "check box"),
        SUBMIT,
    ),
    "Udfyld teksten": (write("Hul 1", "9. april"), write("Hul 2", "1940"), SUBMIT),
    "Nævn to dele": (write("Svar 1", "Grønland"), write("Svar 2", "Færøerne"), SUBMIT),
    "stavnsbånd": (press("Vend kortet", BUTTON), GOOD),
    "Hvorfor tabte": (
        write("Hvorfor tabte", "Preussen var stærkere."),
        press("Sammenlign", BUTTON),
        GOOD,
    ),
}


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def answer_question(person: Person, title: str) -> str:
    """Answer the question in the title, or say that one does not know; return the verdict."""
    steps = next((done for prompt, done in ANSWERS.items() if prompt in title), None)
    prompt = title.partition(": ")[2]
    person.must_hear(prompt)
    person.check_names(prompt)
    for step in steps or (press("Ved ikke", BUTTON),):
        person.do(step)
    return person.until_title(lambda now: now != title, f"a verdict on {prompt!r}")


def study(person: Person, most: int) -> Counter[str]:
    """Answer questions until the round is over, or there have been so many; count the verdicts."""
    verdicts: Counter[str] = Counter()
    title = person.until_title(lambda now: " af " in now, "a question")
    while not title.startswith("Runden er slut"):
        if title not in VERDICTS:
            if sum(verdicts.values()) >= most:
                person.press("Afslut runden", BUTTON)
                title = person.until_title(lambda now: now.startswith("Runden"), "the end")
                continue
            prompt = title
            title = answer_question(person, title)
            if title not in VERDICTS:
                verdicts["self-rated"] += 1
                continue
            verdicts[title] += 1
            person.must_hear(title)
            person.check_names(title)
            if title == "Forkert" and "unionen" in prompt:
                person.press("Mit svar var rigtigt", BUTTON)
                title = person.until_title(lambda now: now == "Rigtigt", "the overruled verdict")
                person.must_hear("Tæller som rigtigt")
                verdicts["overruled"] += 1
        title = go_on(person, title)
    return verdicts


def go_on(person: Person, verdict: str) -> str:
    """Leave a verdict and return the next title."""
    person.press("Næste", BUTTON)

    def gone_on() -> str:
        title = person.title()
        if title == verdict:
            # The button takes no press in the first moment, so that nobody skips the verdict.
            person.ask(do="press", name="Næste", role=BUTTON)
        return title.replace(verdict, "")

    try:
        return until(gone_on, "the next question")
    except AssertionError as error:
        raise FaultError(f"{error} on:\n{person.spoken()}") from error


def add_pack(person: Person) -> None:
    """Find the pack of eleven kinds as a file, look at what it would change, and add it."""
    person.press("Tilføj pakke", BUTTON)
    person.do(write("Filnavn", str(Path(FOLDER, "pakke.yaml"))))
    person.press("Åbn", BUTTON)
    person.until_title(lambda now: now == "Tilføj pakke", "what adding would change")
    person.must_hear("Side: Tilføj pakke")
    person.check_names("Tilføj pakke")
    person.press("Tilføj", BUTTON)
    person.must_hear("»Elleve svarformer« er tilføjet.")
    # Adding ends where all questions are.
    person.until_title(lambda now: now == "Bibliotek", "Bibliotek")
    person.press("Se de ", BUTTON)


def leave_round(person: Person) -> None:
    """Go from the end of a round to where it was begun."""
    person.check_names("the end of the round")
    person.press(person.focused(), BUTTON)
    person.until_title(lambda now: now in {"I dag", "Bibliotek"}, "the page it was begun on")


def look_at_progress(person: Person) -> None:
    """Look at the page of progress; every chart must say itself."""
    person.press("Fremgang")
    person.until_title(lambda now: now == "Fremgang", "Fremgang")
    person.must_hear("Fremgang")
    person.check_names("Fremgang")
    said = [part for part in person.tree() if part["description"] or part["role"] == "label"]
    if len(said) < 5:
        raise FaultError(f"the page of progress says next to nothing:\n{person.spoken()}")
    say(f"  progress: {len(said)} parts that say something")


def lay_a_timeline(person: Person) -> int:
    """Lay two events on a timeline by what is said of the places; return how many."""
    person.press("Øv", "radio button")
    person.until_title(lambda now: now == "Øv", "Øv")
    person.check_names("Øv")
    person.press("Tidslinje")
    person.press("Begynd tidslinjen", BUTTON)
    for number in (1, 2):
        person.until_title(lambda now, n=number: now.startswith(f"Tidslinje, {n} af"), "an event")  # type: ignore[misc]
        person.must_hear("Plads ")
        person.check_names("Tidslinje")
        person.press("Plads ", BUTTON)
        go_on_along(person)
    person.press("Afslut runden", BUTTON)
    person.until_title(lambda now: now == "Øv", "Øv")
    say("  timeline: two events laid")
    return 2


def go_on_along(person: Person) -> None:
    """Leave the verdict on a place, as soon as the button takes a press."""
    before = person.title()
    until(lambda: "heard" if person.ask(do="press", name="Næste", role=BUTTON) else "", "»Næste«")

    def gone_on() -> str:
        title = person.title()
        if title == before:
            person.ask(do="press", name="Næste", role=BUTTON)
        return title.replace(before, "")

    until(gone_on, "the next event")


def take_dark_colours(person: Person) -> None:
    """Choose the dark theme in the settings."""
    person.press("Indstillinger")
    person.until_title(lambda now: now == "Indstillinger", "Indstillinger")
    person.check_names("Indstillinger")
    person.press("Mørk")
    person.check_names("Indstillinger")

    def is_chosen() -> str:
        tiles = (part for part in person.tree() if part["name"].startswith("Mørk"))
        return next((part["name"] for part in tiles if "CHECKED" in part["states"]), "")

    say(f"  colours: {until(is_chosen, 'the dark tile to be chosen')}")


def quit_by_name(person: Person, program: "subprocess.Popen[str]") -> None:
    """Quit as one does who knows no keys: find the command by its words."""
    person.press("Find")
    person.do(write("", "Afslut Quizapp"))
    person.press("Afslut Quizapp")
    code = program.wait(timeout=PATIENCE_S)
    if code:
        raise FaultError(f"the program ended with {code}")


@contextmanager
def desktop_with_bus() -> Iterator[Desktop]:
    """Give a screen with the bus that screen readers use."""
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        desktop = Desktop(display, Path(folder, "home"))
        with accessibility_bus(desktop.environment):
            try:
                yield desktop
            finally:
                desktop.close()


def a_day(desktop: Desktop, day: str) -> Counter[str]:
    """Do what is done on one day; return what came of it."""
    program = desktop.open("--now", day)
    person = Person(desktop)
    try:
        person.until_title(lambda now: now == "I dag", "I dag")
        person.check_names("I dag")
        if day == DAYS[0]:
            person.press("Bibliotek")
            person.must_hear("Bibliotek")
            person.check_names("Bibliotek")
            person.press("Se de ", BUTTON)
            add_pack(person)
            person.press("Øv »Elleve svarformer«")
        else:
            person.press(person.focused(), BUTTON)
        verdicts = study(person, 60 if day == DAYS[0] else A_DAY)
        leave_round(person)
        if day in {DAYS[0], DAYS[-1]}:
            look_at_progress(person)
        if day == DAYS[0]:
            verdicts["laid"] += lay_a_timeline(person)
            take_dark_colours(person)
        quit_by_name(person, program)
    finally:
        person.leave()
    say(f"{day}: {dict(verdicts)}; {dict(person.done)}")
    return verdicts


def check_log(desktop: Desktop, told: Counter[str]) -> None:
    """Fail where the bank does not hold what was heard."""
    rows = [row for row in desktop.command("--now", DAYS[-1], "log") if not row["retracted"]]
    answers = sum(told.values()) - told["overruled"]
    kinds = {row["card"].partition("#")[0] for row in rows if row["card"].startswith(PACK)}
    if len(rows) != answers or len(kinds) != KINDS:
        raise FaultError(f"heard {answers} answers, logged {len(rows)} of {len(kinds)} kinds")
    bad = [row for row in desktop.command("--now", DAYS[-1], "doctor") if not row["ok"]]
    reports = list(desktop.home.glob("crash/*.txt"))
    if bad or reports:
        raise FaultError(f"doctor: {bad}; crash reports: {reports}")
    if "dark" not in (desktop.home / "settings.ini").read_text(encoding="utf-8"):
        raise FaultError("the dark colours were not kept")
    say(f"log: {len(rows)} answers, {len(kinds)} kinds, doctor clean")


def how_it_stands(desktop: Desktop) -> str:
    """Return what there is to say of the program after a fault."""
    program = desktop.started[-1]
    if program.poll() is None:
        return "the program runs"
    said, trouble = program.communicate(timeout=PATIENCE_S)
    reports = [path.read_text(encoding="utf-8") for path in desktop.home.glob("crash/*.txt")]
    return "\n".join((f"the program ended with {program.returncode}", said, trouble, *reports))


def main() -> int:
    """Live the week."""
    began = time.monotonic()
    told: Counter[str] = Counter()
    with desktop_with_bus() as desktop:
        try:
            for day in DAYS:
                told += a_day(desktop, day)
            check_log(desktop, told)
        except AssertionError as error:
            say(f"FAULT: {error}")
            say(how_it_stands(desktop))
            return 1
    say(f"a week by ear in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

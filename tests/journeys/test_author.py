"""A newcomer writes a pack by keyboard alone, shares it, adds it and answers its questions."""

from pathlib import Path
from typing import Final

import pytest

from quizapp.base.clock import SystemClock
from quizapp.base.paths import data_paths
from quizapp.bootstrap import open_bank
from quizapp.library.shelf import Shelf
from quizapp.packs.reader import read_pack
from quizapp.questions.kinds import Choice, Date, Term
from quizapp.upkeep.learners import last_learner
from tests.journeys.screen import PATIENCE_S, Desktop, until

pytestmark = pytest.mark.screen

TERM: Final = ("text:Hvad hed kongen i 1660?", "Tab", "text:Frederik 3.")
# Back to the kind, the first letter of another, and on past category and difficulty.
DATE: Final = (
    *("shift+Tab",) * 3,
    "text:D",
    *("Tab",) * 3,
    "text:Hvornaar kom grundloven?",
    "Tab",
    "text:5. juni 1849",
)
CHOICE: Final = (
    *("shift+Tab",) * 3,
    "text:V",
    *("Tab",) * 3,
    "text:Hvem mistede magten?",
    "Tab",
    "text:Adelen",
    "Tab",
    "text:Kongen",
    "Tab",
    "text:Han fik mere",
    "Tab",
    "Tab",
    "text:Borgerne",
)


def without_shipped_packs(home: Path) -> None:
    """Make a bank in which nobody has any packs."""
    clock = SystemClock()
    paths = data_paths({"QUIZAPP_HOME": str(home)})
    bank = open_bank(last_learner(paths).paths.bank, clock)
    shelf = Shelf(bank, clock)
    for pack in shelf.packs():
        shelf.remove(pack.id)
    bank.close()


def written(home: Path) -> str:
    path = home / "packs/enevaelden/pakke.yaml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def begin(desktop: Desktop) -> None:
    """Begin a pack from »Skriv pakker«."""
    desktop.press("ctrl+6")
    desktop.wait_for_title("Skriv pakker")
    desktop.picture("skriv_tom")
    desktop.press("Return")
    desktop.wait_for_title("Ny pakke")
    desktop.press("text:Enevaelden", "Tab", "text:Anna")
    desktop.picture("skriv_ny")
    desktop.press("Return")
    desktop.wait_for_title("Enevaelden")


def write_three(desktop: Desktop) -> None:
    """Write a term, a date and a choice."""
    desktop.settle(700)
    desktop.press(*TERM)
    for keys in (DATE, CHOICE):
        desktop.settle(700)
        desktop.press("ctrl+Return")
        desktop.settle(700)
        desktop.press(*keys[:4])
        desktop.settle(700)
        desktop.press(*keys[4:])
    until(lambda: "Borgerne" * ("Borgerne" in written(desktop.home)), "the file")


def test_a_newcomer_writes_shares_adds_and_answers_a_pack(desktop: Desktop, tmp_path: Path) -> None:
    without_shipped_packs(desktop.home)
    desktop.open()
    begin(desktop)
    write_three(desktop)
    desktop.picture("skriv_tre")
    kinds = [type(one) for one in _questions(desktop.home / "packs/enevaelden")]
    assert kinds == [Term, Date, Choice]

    target = tmp_path / "enevaelden.quizpack"
    desktop.press("ctrl+e")
    desktop.settle(700)
    desktop.picture("skriv_eksport")
    desktop.press("Return")
    desktop.settle(700)
    desktop.picture("skriv_eksport_fil")
    desktop.press("ctrl+a", f"text:{target}", "Return")
    until(lambda: str(target) * target.is_file(), "the shared file")
    assert len(_questions(target)) == 3

    desktop.settle(700)
    desktop.press("ctrl+r")
    desktop.wait_for_title("Tilføj pakke")
    # The page that reads has the same title, and Enter there means »Stop«.
    desktop.settle(1000)
    desktop.picture("skriv_tilfoej")
    desktop.press("Return")
    desktop.wait_for_title("Bibliotek")
    desktop.press("ctrl+1")
    desktop.wait_for_title("I dag")
    desktop.press("ctrl+Return")
    title = desktop.wait_for_title(r"1 af 3: ")
    desktop.picture("skriv_oevet")
    assert any(text in title for text in ("kongen", "grundloven", "magten"))


def test_what_was_typed_a_second_ago_survives_a_kill(desktop: Desktop) -> None:
    program = desktop.open()
    begin(desktop)
    desktop.settle(700)
    desktop.press("text:Hvad hed kongen i 1660?", "Tab", "text:Frederik 3.")
    desktop.settle(900)
    program.kill()
    program.wait()
    desktop.open()
    desktop.press("ctrl+6")
    desktop.wait_for_title("Skriv pakker")
    desktop.press("Return")
    desktop.wait_for_title("Enevaelden")
    desktop.settle(700)
    desktop.picture("skriv_reddet")
    kept = [path.read_text("utf-8") for path in (desktop.home / "editing").glob("*.json")]
    assert "Frederik 3." in written(desktop.home) or any("Frederik 3." in one for one in kept)


def _questions(path: Path) -> tuple[object, ...]:
    pack = read_pack(path).pack
    assert pack is not None
    return pack.questions


def test_what_was_typed_last_is_in_the_file_when_the_program_is_quit(desktop: Desktop) -> None:
    program = desktop.open()
    begin(desktop)
    desktop.settle(700)
    desktop.press("text:Hvad hed kongen i 1660?", "Tab", "text:Frederik 3.", "ctrl+q")
    program.wait(timeout=PATIENCE_S)
    assert "svar: Frederik 3." in written(desktop.home)
    assert not list((desktop.home / "editing").glob("????????????????????.json"))


def test_every_command_of_the_editor_has_a_key_that_works_while_one_writes(
    desktop: Desktop,
) -> None:
    desktop.open()
    begin(desktop)
    desktop.settle(700)
    desktop.press(*TERM)
    desktop.settle(700)
    desktop.press("ctrl+d")
    desktop.settle(700)
    assert written_ids(desktop) == 2
    desktop.press("alt+2", "ctrl+a", "text:Hvem var konge i 1700?", "Tab")
    desktop.press("ctrl+a", "text:Frederik 4.")
    desktop.settle(700)
    desktop.press("alt+Up")
    until(lambda: "1" * (prompts(desktop)[:1] == ["Hvem var konge i 1700?"]), "the move")
    desktop.press("alt+3", "text:frederik 4")
    desktop.settle(700)
    desktop.picture("skriv_proevet")
    desktop.press("alt+1", "Down")
    desktop.settle(700)
    desktop.press("Delete")
    until(lambda: "1" * (prompts(desktop) == ["Hvem var konge i 1700?"]), "one question less")
    desktop.press("ctrl+z")
    until(lambda: "1" * (len(prompts(desktop)) == 2), "the question back")
    desktop.press("alt+4")
    desktop.settle(700)
    desktop.picture("skriv_advarsel")
    # The licence that is missing is the first of the warnings.
    desktop.press("Return")
    desktop.settle(700)
    desktop.press("Down")
    until(lambda: "1" * ("licens: CC-BY-SA-4.0" in written(desktop.home)), "the licence")


def written_ids(desktop: Desktop) -> int:
    until(lambda: "1" * (written(desktop.home).count("- id: ") > 1), "two questions")
    return written(desktop.home).count("- id: ")


def prompts(desktop: Desktop) -> list[str]:
    lines = written(desktop.home).splitlines()
    return [line.split(": ", 1)[1] for line in lines if line.startswith("  spørgsmål: ")]


QUESTIONS: Final = "".join(
    f"- id: k{number}\n  type: skriv\n  kategori: begreb\n"
    f"  spørgsmål: Hvad er ord nummer {number}?\n  svar: svar{number}\n\n"
    for number in range(1, 4)
)


def export(desktop: Desktop, target: Path) -> None:
    """Share the pack in the form that is offered first."""
    desktop.press("ctrl+e")
    desktop.settle(1200)
    desktop.press("Return")
    desktop.settle(900)
    desktop.press("ctrl+a", f"text:{target}", "Return")
    until(lambda: str(target) * target.is_file(), f"{target.name}")


def install(desktop: Desktop) -> None:
    """Add the pack that is written to one's own, or update it."""
    desktop.press("ctrl+r")
    desktop.wait_for_title("Tilføj pakke")
    # The page that reads has the same title, and Enter there means »Stop«.
    desktop.settle(1000)
    desktop.press("Return")
    desktop.wait_for_title("Bibliotek")


def begin_with_a_file(desktop: Desktop) -> Path:
    """Lay a pack where one's own are, and open it in the window."""
    folder = desktop.home / "packs/krig"
    folder.mkdir(parents=True)
    head = "pakke:\n  id: anna.krig\n  titel: Krig\n  version: 1  # den første\n\nspørgsmål:\n"
    (folder / "pakke.yaml").write_text(head + QUESTIONS, encoding="utf-8")
    desktop.open()
    desktop.press("ctrl+6")
    desktop.wait_for_title("Skriv pakker")
    desktop.settle(700)
    desktop.press("Return")
    desktop.wait_for_title("Krig")
    desktop.settle(1500)
    return folder / "pakke.yaml"


def answer_one(desktop: Desktop) -> None:
    """Answer the first question of a round rightly, and end the round."""
    desktop.press("ctrl+1")
    desktop.wait_for_title("I dag")
    desktop.press("ctrl+Return")
    title = desktop.wait_for_title("1 af 3: ")
    desktop.press(f"text:svar{title.split()[-1].rstrip('?')}", "Return")
    desktop.settle(900)
    desktop.press("Return")
    desktop.wait_for_title("2 af 3: ")
    desktop.press("Escape")
    desktop.settle(700)
    desktop.press("Return")
    desktop.wait_for_title("Runden er slut")
    desktop.settle(700)
    desktop.press("Return")
    desktop.wait_for_title("I dag")


def test_on_tuesday_a_corrected_question_goes_out_and_nobody_loses_an_answer(
    desktop: Desktop, tmp_path: Path
) -> None:
    without_shipped_packs(desktop.home)
    file = begin_with_a_file(desktop)
    export(desktop, tmp_path / "mandag.quizpack")
    install(desktop)
    answer_one(desktop)

    desktop.press("ctrl+6")
    desktop.wait_for_title("Krig")
    desktop.settle(700)
    desktop.press("alt+1", "End", "alt+2", "Tab", "ctrl+a", "text:nyt svar")
    desktop.settle(1800)
    export(desktop, tmp_path / "tirsdag.quizpack")
    desktop.picture("skriv_tirsdag")
    install(desktop)
    desktop.press("ctrl+q")
    desktop.started[-1].wait(timeout=PATIENCE_S)

    assert "  version: 2  # den første\n" in file.read_text(encoding="utf-8")
    shared = [read_pack(tmp_path / f"{day}.quizpack").pack for day in ("mandag", "tirsdag")]
    assert [pack.manifest.version if pack else 0 for pack in shared] == [1, 2]
    [begun] = [one["begun"] for one in desktop.command("stats") if one.get("scope") == "all"]
    assert begun == 1

"""Freezes a bank of the form in force: ``python -m tests.bank.freeze``, once a release.

A frozen bank that has been released is never written again.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final

from quizapp.bank.header import APPLICATION_ID, SCHEMA_VERSION
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from tests.builders import (
    MONDAY,
    Given,
    a_bank,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    with_picture,
    with_reading_text,
)

TARGET: Final = Path(__file__).parent / "frozen" / f"{SCHEMA_VERSION:04}.sql"


def freeze(folder: Path) -> str:
    """Return the SQL of a small bank in which everything has happened once."""
    bank = a_bank(folder)
    pack = a_pack(
        a_question("sp-1", emner=["Krige/1864"], billede="kort.png", læs="afsnit-1"),
        a_question("sp-2", faktum="f"),
        a_question("sp-3", faktum="f", grundlag="ekstern", sværhed=3),
        a_flashcard("kort-1", **{"begge veje": True}),
    )
    pack = with_picture(with_reading_text(pack, "Der var engang en krig."), "kort.png", b"png")
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    with bank.transaction() as tx:
        first = answer_card(tx, card_id(tx, "sp-1"), Given(outcome=Outcome.WRONG))
        second = answer_card(tx, card_id(tx, "sp-2"))
        tx.retract(second, MONDAY)
        tx.overrule(first, Outcome.CORRECT, 1.0, "learner", MONDAY)
        answer_card(tx, card_id(tx, "sp-2"), Given(outcome=Outcome.ALMOST, score=0.6))
        later = MONDAY + timedelta(days=2)
        answer_card(tx, card_id(tx, "kort-1", "forside"), Given(at=later))
        tx.move(card_id(tx, "sp-2"), study_day(MONDAY) + 9, MONDAY, study_day(MONDAY))
        tx.suspend(tx.question_of(card_id(tx, "sp-3")).question_id, MONDAY)
        tx.set_setting("new_per_day", 12)
    bank.close()
    with closing(sqlite3.connect(bank.path)) as connection:
        lines = list(connection.iterdump())
    marks = [
        f"PRAGMA application_id = {APPLICATION_ID};",
        f"PRAGMA user_version = {SCHEMA_VERSION};",
    ]
    return "\n".join([*lines, *marks]) + "\n"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        TARGET.write_text(freeze(Path(made)), encoding="utf-8")

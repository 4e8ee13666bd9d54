"""An update of a pack that has something of everything."""

from typing import Final

from quizapp.base.ids import QuestionId
from quizapp.library.likeness import Lookalike
from quizapp.library.told import ChangedQuestion, Foreseen, Overtaken, OwnMet
from tests.builders import a_question

NOTHING_FORESEEN: Final = Foreseen(changes=(), lookalikes=(), doubtful=(), overtaken=(), answers=0)
SHIPS: Final = "Hvor mange skibe nåede frem til Vladivostok?"
RIOTS: Final = "Hvad kaldes optøjerne i Tokyo i 1905?"
ANGER: Final = "Hvorfor blev folk i Tokyo så vrede?"
ENGLISH: Final = "Hvem skrev den engelske original?"


def a_survey(*, asks: bool) -> Foreseen:
    """Return what an update would change, with something to choose or without."""
    ships = a_question("a", type="tal", spørgsmål=SHIPS, svar="4")
    changes = [
        ChangedQuestion("retested", ships, a_question("a", type="tal", spørgsmål=SHIPS, svar="3")),
        ChangedQuestion("new", None, a_question("b", spørgsmål=RIOTS, svar="Hibiya-optøjerne")),
        ChangedQuestion(
            "changed",
            a_question("c", spørgsmål=ANGER, forklaring="Det borde være mere."),
            a_question("c", spørgsmål=ANGER, forklaring="Det burde være mere."),
        ),
        ChangedQuestion("removed", a_question("d", spørgsmål=ENGLISH), None),
        *(ChangedQuestion("new", None, a_question(f"e{number}")) for number in range(14)),
    ]
    if not asks:
        return Foreseen(
            changes=tuple(changes), lookalikes=(), doubtful=(), overtaken=(), answers=1204
        )
    other = a_question("a", type="skriv", spørgsmål="Nævn en by på Sakhalin", svar="Korsakov")
    same = tuple(
        Lookalike(QuestionId(f"ny-{number}"), QuestionId(f"g-{number}"), text, text)
        for number, text in enumerate((RIOTS, ANGER, ENGLISH, SHIPS, "Hvem mæglede i Portsmouth?"))
    )
    return Foreseen(
        changes=tuple(changes),
        lookalikes=same,
        doubtful=(ChangedQuestion("retested", ships, other),),
        overtaken=(
            Overtaken(
                QuestionId("f"),
                ("den tredobbelte indblanding",),
                a_question(
                    "f", spørgsmål="Hvad kaldes kravet fra 1895?", svar="Tripleinterventionen"
                ),
                a_question("f", spørgsmål="Hvad kaldes kravet fra 1895?", svar="Trelandsnoten"),
            ),
        ),
        answers=1204,
        own=(an_own_met(),),
    )


def an_own_met() -> OwnMet:
    """Return a question that she wrote in her own words, and that the pack has corrected."""
    own = a_question("g", spørgsmål=ANGER, svar="Vreden", forklaring="Ingen penge, ingen fred.")
    old = a_question("g", spørgsmål=ANGER, svar="Vreden", forklaring="Japan fik ingen penge.")
    new = a_question(
        "g", spørgsmål=ANGER, svar="Vreden", forklaring="Japan fik ingen erstatning af Rusland."
    )
    return OwnMet(QuestionId("g"), own, old, new, own, is_conflict=True)

"""What is read aloud of pictures is their alt text, where it is heard with what it belongs to."""

from dataclasses import replace
from pathlib import Path

from quizapp.grading.verdict import Outcome
from quizapp.questions.answers import Picked
from quizapp.questions.pack import Medium
from quizapp.study.flow import Picture, Shown
from quizapp.ui.study.aloud_words import words_of
from tests.screens import samples as s

TOWN = Picture(Path("by.png"), Medium(name="by.png", alt="En rød by"))
BARE = Picture(Path("by.png"), Medium(name="by.png", title="Titel"))
FIRST = s.CHOICE.right


def test_a_question_is_read_with_its_picture_and_those_of_its_options() -> None:
    shown = Shown(options=(FIRST, "Nej"), picture=TOWN, at_options={"Nej": TOWN, FIRST: BARE})
    said = words_of(replace(s.asking(s.CHOICE), shown=shown))
    assert said.endswith(
        f"Billede: En rød by. Svarmulighed 1: {FIRST}. Svarmulighed 2: Nej. Billede: En rød by."
    )


def test_an_explanation_is_read_with_its_picture() -> None:
    judged = s.judged(s.CHOICE, Picked(FIRST), Outcome.CORRECT, feedback="Rigtigt.", correct=FIRST)
    asking = replace(judged.asking, shown=Shown(explaining=TOWN))
    assert "Billede: En rød by." in words_of(replace(judged, asking=asking))

"""Whoever studies by lines gets the pictures with the question."""

from dataclasses import replace
from pathlib import Path

from quizapp.base.ids import CardKey
from quizapp.base.texts import Message
from quizapp.cli.questions import question_keys
from quizapp.questions.pack import Medium
from quizapp.study.flow import Asking, Picture, Progress, Shown
from tests.builders import PACK, a_choice

PICTURE = Picture(Path("kort.png"), Medium(name="kort.png", alt="Et kort"))
SAID = {"path": "kort.png", "alt": "Et kort"}


def an_asking(shown: Shown) -> Asking:
    question = a_choice()
    return Asking(
        card=CardKey(PACK, question.id),
        question=question,
        pack_title="Krige",
        is_new=True,
        shown=replace(shown, options=("Ja", "Nej")),
        reason=Message("study.why.new"),
        progress=Progress(done=0, total=1, seconds_left=0),
    )


def test_a_picture_and_those_of_the_options_come_with_path_and_alt_text() -> None:
    keys = question_keys(an_asking(Shown(picture=PICTURE, at_options={"Ja": PICTURE})))
    assert (keys["picture"], keys["pictures"]) == (SAID, {"Ja": SAID})


def test_a_question_without_pictures_says_nothing_of_them() -> None:
    assert not {"picture", "pictures"} & question_keys(an_asking(Shown())).keys()

"""A card asks its question in its own way, and an answer that fits no question is refused."""

from dataclasses import replace

import pytest

from quizapp.questions.answer_form import AnswerFormError, read_answer
from quizapp.questions.answer_form import Plain as AnswerPlain
from quizapp.questions.cards import as_asked, slots_of
from quizapp.questions.kinds import Cloze, Flashcard, Kind, Question
from quizapp.questions.stored import read_stored
from tests.builders import a_flashcard, a_question


def gaps_apart() -> Question:
    text = "Freden kom i {Portsmouth} i {tal: 1905}."
    return a_question(
        "hul", type="indsæt", tekst=text, huller="hver for sig", spørgsmål=None, svar=None
    )


def test_a_gap_on_its_own_card_shows_the_other_gaps_filled_in() -> None:
    question = gaps_apart()
    first, second = (as_asked(question, slot) for slot in slots_of(question))
    assert isinstance(first, Cloze)
    assert isinstance(second, Cloze)
    assert [len(one.gaps) for one in (first, second)] == [1, 1]
    assert "1905" in "".join(part for part in first.parts if isinstance(part, str))
    assert "Portsmouth" in "".join(part for part in second.parts if isinstance(part, str))


def test_the_back_of_a_flashcard_asks_the_other_way_round() -> None:
    card = a_flashcard()
    assert isinstance(card, Flashcard)
    card = replace(card, both_ways=True)
    front, back = (as_asked(card, slot) for slot in slots_of(card))
    assert (front.prompt, back.prompt) == ("Forside kort-1", "Bagside kort-1")


def test_a_slot_that_a_question_does_not_have_is_the_programs_own_fault() -> None:
    with pytest.raises(ValueError, match="no slot"):
        as_asked(a_question(), "hul-9")


def test_a_stored_question_that_does_not_read_says_why() -> None:
    with pytest.raises(ValueError, match="missing_key"):
        read_stored({"id": "a"})


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Kind.DATE, 1905),
        (Kind.ENUMERATION, "Witte"),
        (Kind.ENUMERATION, [1905]),
        (Kind.MATCHING, ["Witte"]),
        (Kind.FLASHCARD, True),
        (Kind.FLASHCARD, 5),
        (Kind.OPEN, "Fordi"),
        (Kind.OPEN, {"text": "Fordi"}),
    ],
)
def test_an_answer_of_another_form_is_refused(kind: Kind, said: AnswerPlain) -> None:
    with pytest.raises(AnswerFormError):
        read_answer(kind, said)

"""An author sees how answers would be marked before anybody gives them."""

import pytest
from hypothesis import given

from quizapp.grading.verdict import Outcome
from quizapp.library.editing.trials import try_text, typical
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Question
from tests.strategies import questions


def question(**fields: Plain) -> Question:
    shared: dict[str, Plain] = {"id": "a", "kategori": "begreb", "spørgsmål": "Hvad?"}
    found = decode({**shared, **fields}).question
    assert found is not None
    return found


DATE = question(type="dato", svar="5. september 1905")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [("5/9 05", Outcome.CORRECT), ("september 1905", Outcome.ALMOST), ("1904", Outcome.WRONG)],
)
def test_a_text_is_marked_as_a_learners_would_be(text: str, outcome: Outcome) -> None:
    trial = try_text(DATE, text, "")
    assert trial is not None
    assert trial.outcome is outcome


def test_typical_answers_to_a_date_are_of_all_outcomes() -> None:
    assert {one.outcome for one in typical(DATE, "")} == set(Outcome)


def test_a_number_is_tried_with_its_unit_and_the_english_comma() -> None:
    number = question(type="tal", svar="60.000", enhed="soldater")
    texts = {one.text: one.outcome for one in typical(number, "")}
    assert texts["60.000 soldater"] is Outcome.CORRECT
    assert texts["60,000"] is Outcome.ALMOST
    assert texts["66000"] is Outcome.WRONG


def test_a_term_is_tried_with_a_letter_left_out() -> None:
    texts = {
        one.text: one.outcome for one in typical(question(type="skriv", svar="Manchuriet"), "")
    }
    assert texts["Manchriet"] is Outcome.ALMOST


def test_each_option_of_a_choice_shows_its_verdict() -> None:
    choice = question(type="valg", rigtigt="a", forkerte=["b", {"c": "nej"}])
    assert [(one.text, one.outcome) for one in typical(choice, "")] == [
        ("a", Outcome.CORRECT),
        ("b", Outcome.WRONG),
        ("c", Outcome.WRONG),
    ]


def test_a_list_is_tried_with_commas() -> None:
    listed = question(type="liste", svar=["Danmark", "Grønland"])
    trial = try_text(listed, "grønland, danmark", "")
    assert trial is not None
    assert trial.outcome is Outcome.CORRECT


def test_a_switch_that_cannot_be_read_marks_by_the_rules() -> None:
    assert try_text(DATE, "5/9 05", "sludder") == try_text(DATE, "5/9 05", "")


@given(questions())
def test_every_question_can_be_tried(one: Question) -> None:
    assert all(trial.text for trial in typical(one, ""))
    typed = try_text(one, "noget", "")
    assert typed is None or typed.text == "noget"

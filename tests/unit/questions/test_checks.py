"""What an author may have overlooked in a question that can be read."""

from dataclasses import replace
from typing import Final

import pytest

from quizapp.questions.checks import Surroundings, check_question, repeated_ids
from quizapp.questions.codec import decode
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Question
from quizapp.questions.twins import twins

Fields = dict[str, Plain]
BASE: Final[Fields] = {
    "id": "a",
    "kategori": "begreb",
    "spørgsmål": "Hvad?",
    "forklaring": "Fordi.",
    "kilde": "Bog",
}


def a_question(**fields: Plain) -> Question:
    question = decode(BASE | fields).question
    assert question is not None
    return question


def codes_of(question: Question, around: Surroundings | None = None) -> list[str]:
    return [one.code for one in check_question(question, around or Surroundings())]


SOUND: Final[dict[str, Fields]] = {
    "a rejected number beyond the tolerance": {
        "type": "tal",
        "svar": "50",
        "tolerance": "1",
        "afvis": ["52"],
    },
    "a value inside its range": {"type": "tal", "svar": "50", "godtag": ["49", "51"]},
    "a tolerance for nothing": {"type": "tal", "svar": "0", "tolerance": "5"},
    "other units rejected": {"type": "tal", "svar": "5", "enhed": "m", "afvis enheder": ["km"]},
    "another date rejected": {"type": "dato", "svar": "1849", "afvis": ["1848"]},
    "options of a length": {"type": "valg", "rigtigt": "abc", "forkerte": ["abd", "ab"]},
    "one long wrong option": {"type": "valg", "rigtigt": "a" * 40, "forkerte": ["b", "c" * 39]},
    "an order": {"type": "rækkefølge", "rækkefølge": ["a", ["b", "c"]]},
    "pairs": {"type": "par", "par": {"a": "b", "c": "d"}, "overskydende": ["e"]},
    "an open question": {"type": "åbent", "modelsvar": "x"},
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_question_has_no_mistakes(name: str) -> None:
    assert codes_of(a_question(**SOUND[name])) == []


def test_every_option_that_gives_itself_away_is_noticed() -> None:
    wrong: Plain = ["kort", "også"]
    one = a_question(type="valg", rigtigt="et meget langt og grundigt svar", forkerte=wrong)
    several = a_question(
        type="flervalg", rigtige=["et meget langt svar her", "et andet langt svar"], forkerte=wrong
    )
    assert codes_of(one) == codes_of(several) == ["giveaway"]


def test_right_options_must_differ() -> None:
    question = a_question(type="flervalg", rigtige=["a", "A"], forkerte=["b"])
    assert codes_of(question) == ["same_option"]


def test_a_gap_is_checked_as_a_question_of_its_kind() -> None:
    fields = {key: value for key, value in BASE.items() if key != "spørgsmål"}
    question = decode(
        fields | {"type": "indsæt", "tekst": "I {tal: 5::godtag: 6|8} skete"}
    ).question
    assert question is not None
    [mistake] = check_question(question, Surroundings())
    assert (mistake.code, mistake.path) == ("outside_range", ("tekst",))


def test_what_a_question_refers_to_must_be_there() -> None:
    question = a_question(type="skriv", svar="x", læs="afsnit-1", billede="a.png")
    assert codes_of(question) == ["no_passage", "no_picture"]
    around = Surroundings(marks=("afsnit-1",), media=("a.png",))
    assert codes_of(question, around) == []


def test_a_retired_id_is_not_used_again() -> None:
    question = a_question(type="skriv", svar="x")
    assert codes_of(question, Surroundings(retired=frozenset({question.id}))) == ["retired_id"]


def test_the_second_of_two_questions_with_one_id_is_named() -> None:
    question = a_question(type="skriv", svar="x")
    found = list(repeated_ids([question.id, "", question.id]))
    assert [(position, mistake.other) for position, mistake in found] == [(2, 0)]


TWINS: Final = {
    "I hvilket år ledte Kuropatkin den russiske hær ved Mukden?": True,
    "Hvem var Kuropatkin?": False,
    "Hvem ledte den russiske hær ved Mukden i 1905?": False,
    "Hvor boede Kuropatkin efter krigen mod den japanske kejser?": False,
}


@pytest.mark.parametrize("prompt", TWINS)
def test_only_a_question_that_asks_much_alike_gives_an_answer_away(prompt: str) -> None:
    asked = a_question(
        type="skriv", spørgsmål="Hvem ledte den russiske hær ved Mukden?", svar="Kuropatkin"
    )
    other = a_question(type="dato", spørgsmål=prompt, svar="1905")
    found = list(twins([asked, other, None]))
    assert [(position, mistake.other) for position, mistake in found] == (
        [(0, 1)] if TWINS[prompt] else []
    )


def test_an_answer_that_its_own_prompt_holds_is_given_away_by_nobody_else() -> None:
    asked = a_question(type="skriv", spørgsmål="Staver man Mukden med k, Mukden?", svar="Mukden")
    other = a_question(type="skriv", spørgsmål="Staver man så Mukden med k?", svar="ja")
    assert list(twins([asked, other])) == []


@pytest.mark.parametrize(("fact", "expected"), [("", ["twin"]), ("mur", [])])
def test_two_that_answer_each_other_on_one_fact_are_kept_apart_anyway(
    fact: str, expected: list[str]
) -> None:
    one = a_question(type="skriv", spørgsmål="Hvilken mur byggede Godfred?", svar="Dannevirke")
    two = a_question(type="skriv", spørgsmål="Hvem stod bag Dannevirke?", svar="Godfred")
    found = twins([replace(one, fact=fact), replace(two, fact=fact)])
    assert [mistake.code for _, mistake in found] == expected

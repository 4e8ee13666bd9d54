"""A paper and its result show the pictures that the questions have."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.library.install import install_pack
from quizapp.questions.answers import Answer, Picked, PickedMany
from quizapp.questions.codec_mistakes import Plain
from quizapp.scheduling.day import study_day
from quizapp.study.flow import Shown
from quizapp.study.mock_exams import MockExams
from tests.builders import MONDAY, a_bank, a_choice, a_clock, a_pack, a_question, with_picture
from tests.usecases.mock.making import begun

OPTIONS = ("Ja", "Nej", "Måske", "Aldrig")
ANSWERS: dict[str, Answer | None] = {
    "forkert": Picked("Nej"),
    "blank": None,
    "flere": PickedMany(("Ja", "Aldrig")),
    "orden": None,
}


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path, a_clock())
    shown: dict[str, Plain] = {"billeder": [{text: "kort.png"} for text in OPTIONS]}
    choice: dict[str, Plain] = {"rigtigt": "Ja", "forkerte": list(OPTIONS[1:])}
    several: dict[str, Plain] = {"type": "flervalg", "svar": None, "rigtige": ["Ja", "Måske"]}
    pack = a_pack(
        a_choice("forkert", **choice, **shown, billede="kort.png", forklaringsbillede="kort.png"),
        a_choice("blank", **choice, **shown),
        a_question("flere", **several, forkerte=["Nej", "Aldrig"], **shown),
        a_question("orden", type="rækkefølge", svar=None, rækkefølge=list(OPTIONS), **shown),
    )
    install_pack(opened, with_picture(pack, "kort.png", b"png"), MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def looked_at(bank: Bank) -> dict[str, Shown]:
    mocks = MockExams(bank, FixedClock(MONDAY))
    paper = begun(mocks)
    for place, sheet in enumerate(paper.sheets):
        answer = ANSWERS[str(sheet.asking.card.question)]
        mocks.save(paper.mock_id, place, replace(sheet, answer=answer))
    result = mocks.hand_in(paper.mock_id)
    return {str(one.card.question): one.shown for one in result.marked}


def test_the_paper_shows_every_option_with_its_picture(bank: Bank) -> None:
    paper = begun(MockExams(bank, FixedClock(MONDAY)))
    assert [set(it.asking.shown.at_options) for it in paper.sheets] == [set(OPTIONS)] * 4


@pytest.mark.parametrize(
    ("question", "options"),
    [
        ("forkert", {"Ja", "Nej"}),
        ("blank", {"Ja"}),
        ("flere", {"Ja", "Måske", "Aldrig"}),
        ("orden", set(OPTIONS)),
    ],
)
def test_the_result_shows_what_was_chosen_and_what_is_right(
    looked_at: dict[str, Shown], question: str, options: set[str]
) -> None:
    assert set(looked_at[question].at_options) == options


def test_the_result_shows_the_pictures_of_question_and_explanation(
    looked_at: dict[str, Shown],
) -> None:
    shown = looked_at["forkert"]
    assert shown.picture is not None
    assert shown.explaining is not None
    assert looked_at["blank"].picture is None

"""A question with a picture is asked with it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.library.install import install_pack
from quizapp.questions.pack import Medium
from quizapp.scheduling.day import study_day
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from tests.builders import MONDAY, a_bank, a_clock, a_pack, a_question, with_picture

MEDIUM = Medium(name="kort.png", creator="Mig", license="CC0-1.0", alt="Et kort")


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[list[Asking]]:
    clock = a_clock()
    bank = a_bank(tmp_path, clock)
    question = a_question("a", billede="kort.png")
    pack = with_picture(a_pack(question, a_question("b")), "kort.png", b"png")
    pack = replace(pack, media=(MEDIUM,))
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    sitting = Desk(bank, clock).begin(Plan())
    found: list[Asking] = []
    while isinstance(state := sitting.state, Asking):
        found.append(state)
        sitting.skip()
        if len(found) == 2:
            break
    yield found
    bank.close()


def test_the_file_and_its_alt_text_are_shown_beside_the_question(asked: list[Asking]) -> None:
    [picture] = [one.shown.picture for one in asked if one.card.question == "a"]
    assert picture is not None
    assert picture.path.read_bytes() == b"png"
    assert picture.medium == MEDIUM


def test_a_question_without_a_picture_shows_none(asked: list[Asking]) -> None:
    assert [one.shown.picture for one in asked if one.card.question == "b"] == [None]

"""A question with a picture is asked with it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.library.install import install_pack
from quizapp.questions.pack import Medium
from quizapp.scheduling.day import study_day
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.mock_exams import MockExams
from quizapp.study.mock_values import MockWish
from quizapp.study.plan import Plan
from tests.builders import MONDAY, a_bank, a_clock, a_pack, a_question, with_picture

MEDIUM = Medium(name="kort.png", creator="Mig", license="CC0-1.0", alt="Et kort")


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path, a_clock())
    question = a_question("a", billede="kort.png")
    pack = with_picture(a_pack(question, a_question("b")), "kort.png", b"png")
    pack = replace(pack, media=(MEDIUM,))
    install_pack(opened, pack, MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def asked(bank: Bank) -> list[Asking]:
    sitting = Desk(bank, a_clock()).begin(Plan())
    found: list[Asking] = []
    while isinstance(state := sitting.state, Asking):
        found.append(state)
        sitting.skip()
        if len(found) == 2:
            break
    return found


def test_the_file_and_its_alt_text_are_shown_beside_the_question(asked: list[Asking]) -> None:
    [picture] = [one.shown.picture for one in asked if one.card.question == "a"]
    assert picture is not None
    assert picture.path.read_bytes() == b"png"
    assert picture.medium == MEDIUM


def test_a_question_without_a_picture_shows_none(asked: list[Asking]) -> None:
    assert [one.shown.picture for one in asked if one.card.question == "b"] == [None]


def test_a_paper_asks_with_the_same_picture_as_a_sitting(bank: Bank, asked: list[Asking]) -> None:
    paper = MockExams(bank, a_clock()).begin(MockWish(plan=Plan(), count=2, seed=1))
    on_paper = {it.asking.card: it.asking.shown.picture for it in paper.sheets}
    assert on_paper == {it.card: it.shown.picture for it in asked}

"""A reading text with the questions that each passage answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.ids import PackId
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from tests.builders import MONDAY, PACK, a_bank, a_clock, a_pack, a_question, with_reading_text


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path / "elev")
    first = [a_question(f"sp-{number}", læs="afsnit-1") for number in range(5)]
    pack = with_reading_text(a_pack(*first, a_question("fri")), "Krigen begyndte. " * 100, "Slut.")
    install_pack(opened, pack, MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank, a_clock())


def test_a_passage_has_some_of_its_own_questions(desk: Desk) -> None:
    first, second = desk.reading(PACK)
    assert [part.passage.mark for part in (first, second)] == ["afsnit-1", "afsnit-2"]
    assert len(first.questions) == 3
    assert all(leaf.card.question.startswith("sp-") for leaf in first.questions)
    assert second.questions == ()


def test_an_offer_says_how_long_the_text_takes(desk: Desk) -> None:
    text = desk.offer(Plan()).text
    assert text is not None
    assert (text.pack, text.passages, text.minutes) == (PACK, 2, 2)


def test_a_pack_without_a_text_offers_none(desk: Desk) -> None:
    assert desk.offer(Plan(packs=(PackId("ingen"),))).text is None
    assert desk.reading(PackId("ingen")) == ()

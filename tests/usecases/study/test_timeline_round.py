"""A timeline over a real bank: which events come, and what a place does to memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.questions.kinds import Question
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import MemoryState, Mode, Phase
from quizapp.study.desk import Desk
from quizapp.study.plan import Plan
from quizapp.study.sitting import NothingToUndoError
from quizapp.study.timeline_round import TimelineRound
from tests.builders import MONDAY, a_bank, a_clock, a_pack, a_question, answer_card, card_id

PRACTICE = Plan(mode=Mode.PRACTICE, seed=3)


def a_date(key: str, date: str, precision: str = "år", **fields: str) -> Question:
    said = {"kategori": "dato", "nøjagtighed": precision, **fields}
    return a_question(key, type="dato", svar=date, **said)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    opened = a_bank(tmp_path / "elev")
    questions = (
        a_date("d-1", "1868", faktum="meiji"),
        a_date("d-2", "1800-tallet", "århundrede", faktum="meiji"),
        a_date("d-3", "8. februar 1904", "dag"),
        a_date("d-4", "44 f.Kr."),
        a_question("sp-1"),
    )
    install_pack(opened, a_pack(*questions), MONDAY, study_day(MONDAY))
    yield opened
    opened.close()


@pytest.fixture
def desk(bank: Bank) -> Desk:
    return Desk(bank, a_clock())


def memory(bank: Bank, question: str) -> MemoryState:
    with bank.read() as reader:
        return reader.memory(card_id(reader, question)).state


def lay_all(round_: TimelineRound) -> None:
    while round_.line.current is not None:
        round_.lay(round_.line.judge(None).place)


def test_only_dated_questions_come_one_a_fact_the_most_exact(desk: Desk) -> None:
    line = desk.timeline(PRACTICE).line
    found = sorted(event.date for event in (*line.laid, *line.coming))
    assert found == ["1868", "44 f.Kr.", "8. februar 1904"]


def test_an_offer_counts_events_as_a_timeline_does(desk: Desk) -> None:
    assert desk.offer(Plan()).events == 3


def test_no_more_events_come_than_were_wanted(desk: Desk) -> None:
    line = desk.timeline(Plan(mode=Mode.PRACTICE, limit=2)).line
    assert len(line.laid) + len(line.coming) == 2


def test_the_line_ends_in_order(desk: Desk) -> None:
    round_ = desk.timeline(PRACTICE)
    lay_all(round_)
    assert [event.date for event in round_.line.laid] == ["44 f.Kr.", "1868", "8. februar 1904"]
    assert all(laid.outcome is Outcome.CORRECT for laid in round_.line.past)


def test_practice_leaves_memory_alone(desk: Desk, bank: Bank) -> None:
    lay_all(desk.timeline(PRACTICE))
    assert {memory(bank, name).phase for name in ("d-1", "d-3", "d-4")} == {Phase.NEW}


def test_where_it_counts_a_place_moves_memory(desk: Desk, bank: Bank) -> None:
    round_ = desk.timeline(Plan(any_day=True, seed=3))
    laid = round_.lay(round_.line.judge(None).place)
    assert memory(bank, laid.event.card.question).phase is Phase.REVIEW


def test_a_place_counts_for_less_than_a_typed_date(desk: Desk, bank: Bank) -> None:
    round_ = desk.timeline(Plan(any_day=True, seed=3))
    laid = round_.lay(round_.line.judge(None).place)
    other = next(name for name in ("d-1", "d-3", "d-4") if name != laid.event.card.question)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, other))
    placed, typed = (memory(bank, name) for name in (laid.event.card.question, other))
    assert placed.stability < typed.stability


def test_taking_a_place_back_restores_line_and_memory(desk: Desk, bank: Bank) -> None:
    round_ = desk.timeline(Plan(any_day=True, seed=3))
    before = round_.line
    laid = round_.lay(0)
    round_.undo()
    assert round_.line == before
    assert not round_.can_undo
    assert memory(bank, laid.event.card.question).phase is Phase.NEW


def test_without_a_place_there_is_nothing_to_take_back(desk: Desk) -> None:
    with pytest.raises(NothingToUndoError):
        desk.timeline(PRACTICE).undo()

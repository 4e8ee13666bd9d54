"""Taking answers back once the sitting is over: the bank is as before, and as after again."""

from pathlib import Path

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.library.install import install_pack
from quizapp.questions.answers import Typed
from quizapp.scheduling.day import study_day
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from quizapp.study.taking_back import Returned
from tests.builders import LOG, MONDAY, a_bank, a_clock, a_pack, a_question, difference, rows_of

PROMPT = "Hvilken by?"


def a_desk(folder: Path) -> tuple[Desk, Bank, FixedClock]:
    clock = a_clock()
    bank = a_bank(folder, clock)
    pack = a_pack(*(a_question(f"sp-{number}", spørgsmål=PROMPT) for number in range(3)))
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    return Desk(bank, clock), bank, clock


def answer_one(desk: Desk, *, overrules: bool) -> None:
    sitting = desk.begin(Plan())
    assert isinstance(sitting.state, Asking)
    sitting.answer(Given(answer=Typed("helt forkert")))
    if overrules:
        sitting.overrule()
    sitting.stop()


@pytest.mark.parametrize("overrules", [False, True])
def test_an_answer_is_taken_back_after_a_restart_and_brought_back(
    tmp_path: Path, *, overrules: bool
) -> None:
    desk, bank, clock = a_desk(tmp_path)
    before = rows_of(bank.path, LOG)
    answer_one(desk, overrules=overrules)
    after = rows_of(bank.path, LOG)
    path = bank.path
    bank.close()
    bank = a_bank(tmp_path, clock, seed=2)
    answers = Desk(bank, clock).answers
    taken = answers.undo()
    assert isinstance(taken, Returned)
    assert taken.prompt == PROMPT
    assert not difference(before, rows_of(path, LOG))
    assert answers.redo() == taken
    assert not difference(after, rows_of(path, LOG))
    bank.close()


def test_the_newest_answer_goes_first_and_comes_back_last(tmp_path: Path) -> None:
    desk, _bank, clock = a_desk(tmp_path)
    for _round in range(2):
        answer_one(desk, overrules=False)
        clock.move(days=1)
    newest, oldest = desk.answers.undo(), desk.answers.undo()
    assert None not in {newest, oldest}
    assert desk.answers.undo() is None
    assert (desk.answers.redo(), desk.answers.redo()) == (oldest, newest)
    assert desk.answers.redo() is None


def test_nothing_is_brought_back_past_a_newer_answer(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    answer_one(desk, overrules=False)
    desk.answers.undo()
    answer_one(desk, overrules=False)
    assert desk.answers.redo() is None


def test_an_answer_taken_back_in_the_sitting_is_not_taken_back_again(tmp_path: Path) -> None:
    desk, _bank, _clock = a_desk(tmp_path)
    sitting = desk.begin(Plan())
    sitting.answer(Given(answer=Typed("helt forkert")))
    sitting.undo()
    sitting.stop()
    assert desk.answers.undo() is None

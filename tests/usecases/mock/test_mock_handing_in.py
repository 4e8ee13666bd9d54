"""A mock exam handed in: marked as in a sitting, counted once or kept apart, taken back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.bank import Bank
from quizapp.bank.errors import DiskFullError
from quizapp.base.clock import FixedClock
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack
from quizapp.questions.answer_form import right_answer
from quizapp.questions.answers import Answer, Picked, Typed
from quizapp.questions.kinds import Kind
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Mode
from quizapp.study.desk import Desk
from quizapp.study.flow import Asking
from quizapp.study.mock_exams import MockError, MockExams
from quizapp.study.mock_values import MockResult, MockWish
from quizapp.study.plan import Plan
from quizapp.study.recording import Given
from quizapp.upkeep.replay import replay
from tests.builders import (
    MONDAY,
    a_bank,
    a_clock,
    a_question,
    card_id,
    difference,
    next_version,
    rows_of,
)
from tests.usecases.mock.making import (
    WRONG,
    begun,
    fill,
    handed_in,
    marked,
    memory_rows,
    modes,
    place_of,
    rightly,
    the_questions,
)


def test_nothing_is_logged_before_it_is_handed_in(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    before = memory_rows(bank)
    paper = begun(mocks)
    fill(mocks, paper, clock, rightly)
    assert modes(bank) == []
    assert not difference(before, memory_rows(bank))


def test_handing_in_writes_each_answer_to_the_log_once(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    result = handed_in(mocks, clock)
    assert modes(bank) == [Mode.MOCK_EXAM] * 11
    with pytest.raises(MockError, match="afleveret"):
        mocks.hand_in(result.mock_id)


def test_answers_are_marked_as_in_a_sitting(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    paper = begun(mocks)
    at = place_of(paper, "d")
    mocks.save(paper.mock_id, at, replace(paper.sheets[at], answer=Typed("5/9"), elapsed_ms=5000))
    told = next(one for one in mocks.hand_in(paper.mock_id).marked if one.position == at)
    sitting = Desk(bank, clock).begin(Plan(cards=(told.card,), any_day=True, mode=Mode.PRACTICE))
    assert isinstance(sitting.state, Asking)
    judged = sitting.answer(Given(answer=Typed("5/9")))
    assert (told.outcome, told.feedback) == (judged.verdict.outcome, judged.feedback)


def test_the_log_says_when_each_answer_was_given(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    paper = begun(mocks)
    clock.move(seconds=40)
    mocks.save(paper.mock_id, 0, replace(paper.sheets[0], answer=WRONG, elapsed_ms=40_000))
    clock.move(hours=1)
    mocks.hand_in(paper.mock_id)
    with bank.read() as reader:
        (review,) = reader.log()
    assert (review.at, review.elapsed_ms) == (MONDAY + timedelta(seconds=40), 40_000)


def test_a_blank_is_wrong_but_says_nothing_of_memory(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    paper = begun(mocks)
    fill(mocks, paper, clock, lambda it: None if it.asking.card.question == "d" else rightly(it))
    result = mocks.hand_in(paper.mock_id)
    assert (result.figure.right, result.figure.asked) == (10, 11)
    assert marked(result)["d"] is Outcome.WRONG
    assert len(modes(bank)) == 10


def test_the_result_counts_by_category_and_by_kind(mocks: MockExams, clock: FixedClock) -> None:
    result = handed_in(mocks, clock)
    counted = {name: (it.right, it.asked) for name, it in result.by_category}
    assert counted == {"dato": (1, 1), "begreb": (5, 6), "person": (4, 4)}
    kinds = {kind: (it.right, it.asked) for kind, it in result.by_kind}
    assert kinds[Kind.TERM] == (7, 8)


def test_errors_come_first_and_are_what_is_practised(mocks: MockExams, clock: FixedClock) -> None:
    result = handed_in(mocks, clock)
    assert result.marked[0].card.question == "b-0"
    assert [card.question for card in result.missed] == ["b-0"]


def test_the_time_that_ran_out_is_told(mocks: MockExams) -> None:
    paper = begun(mocks, minutes=1)
    result = mocks.hand_in(paper.mock_id, is_time_up=True)
    assert result.is_time_up
    with pytest.raises(MockError, match="Tiden"):
        mocks.take_back(paper.mock_id)


def test_memory_is_the_fold_of_the_log_afterwards(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    handed_in(mocks, clock)
    before = memory_rows(bank)
    replay(bank)
    assert not difference(before, memory_rows(bank))


def test_kept_apart_it_leaves_memory_and_figures_as_they_were(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    before = memory_rows(bank)
    paper = mocks.begin(MockWish(seed=1, counts=False))
    fill(mocks, paper, clock, lambda it: WRONG if it.asking.card.question == "b-0" else rightly(it))
    result = mocks.hand_in(paper.mock_id)
    assert not difference(before, memory_rows(bank))
    assert (result.figure.right, result.counts) == (10, False)


def test_switching_off_takes_back_and_on_again_brings_back(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    before = memory_rows(bank)
    result = handed_in(mocks, clock)
    counted = memory_rows(bank)
    off = mocks.set_counts(result.mock_id, counts=False)
    assert not difference(before, memory_rows(bank))
    on = mocks.set_counts(result.mock_id, counts=True)
    assert not difference(counted, memory_rows(bank))
    assert (off.counts, on.counts) == (False, True)
    assert off.figure == on.figure == result.figure


def test_taken_back_it_is_under_way_again_with_every_answer(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    before = memory_rows(bank)
    result = handed_in(mocks, clock)
    paper = mocks.take_back(result.mock_id)
    assert not difference(before, memory_rows(bank))
    assert all(sheet.answer is not None for sheet in paper.sheets)
    again = mocks.hand_in(result.mock_id)
    assert again.figure == result.figure
    assert len(modes(bank)) == 11


def test_the_learner_may_know_better(mocks: MockExams, bank: Bank, clock: FixedClock) -> None:
    result = handed_in(mocks, clock)
    at = result.marked[0].position
    better = mocks.overrule(result.mock_id, at)
    assert better.figure.right == 11
    with pytest.raises(MockError):
        mocks.overrule(result.mock_id, at)
    with bank.read() as reader:
        due = reader.memory(card_id(reader, "b-0")).due_day
    assert due is not None
    assert due > study_day(MONDAY)


def test_knowing_better_can_be_taken_back(mocks: MockExams, bank: Bank, clock: FixedClock) -> None:
    result = handed_in(mocks, clock)
    before = memory_rows(bank)
    at = result.marked[0].position
    mocks.overrule(result.mock_id, at)
    assert mocks.withdraw(result.mock_id, at).figure == result.figure
    assert not difference(before, memory_rows(bank))


def test_what_was_picked_cannot_be_argued(mocks: MockExams) -> None:
    paper = begun(mocks)
    at = place_of(paper, "v")
    wrong = next(option for option in paper.sheets[at].asking.shown.options if option != "Ja")
    mocks.save(paper.mock_id, at, replace(paper.sheets[at], answer=Picked(wrong)))
    mocks.hand_in(paper.mock_id)
    with pytest.raises(MockError):
        mocks.overrule(paper.mock_id, at)


def test_overruled_and_then_kept_apart_nothing_is_left_of_it(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    before = memory_rows(bank)
    result = handed_in(mocks, clock)
    mocks.overrule(result.mock_id, result.marked[0].position)
    counted = memory_rows(bank)
    mocks.set_counts(result.mock_id, counts=False)
    assert not difference(before, memory_rows(bank))
    mocks.set_counts(result.mock_id, counts=True)
    assert not difference(counted, memory_rows(bank))


def test_an_answer_given_later_keeps_its_day_when_an_old_one_is_overruled(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    result = handed_in(mocks, clock)
    clock.move(days=3)
    sitting = Desk(bank, clock).begin(Plan(cards=(result.marked[0].card,), any_day=True))
    assert isinstance(sitting.state, Asking)
    sitting.answer(Given(answer=right_answer(sitting.state.question)))
    with bank.read() as reader:
        due = reader.memory(card_id(reader, "b-0")).due_day
    mocks.overrule(result.mock_id, result.marked[0].position)
    with bank.read() as reader:
        assert reader.memory(card_id(reader, "b-0")).due_day == due


def test_a_question_whose_answer_changed_meanwhile_is_marked_as_it_was_and_kept_apart(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    paper = begun(mocks)
    fill(mocks, paper, clock, rightly)
    changed = [
        a_question("b-0", svar="Noget nyt", emner=["krigen"]) if it.id == "b-0" else it
        for it in the_questions().questions
    ]
    install_pack(bank, next_version(the_questions(), *changed), clock.now(), study_day(MONDAY))
    with bank.read() as reader:
        before = reader.memory(card_id(reader, "b-0"))
    result = mocks.hand_in(paper.mock_id)
    assert marked(result)["b-0"] is Outcome.CORRECT
    with bank.read() as reader:
        assert reader.memory(card_id(reader, "b-0")) == before


def test_a_mock_exam_can_be_put_away_and_taken_out(mocks: MockExams) -> None:
    paper = begun(mocks)
    mocks.set_aside(paper.mock_id)
    assert mocks.running() is None
    mocks.set_aside(paper.mock_id, aside=False)
    assert mocks.running() is not None


def test_the_one_before_over_the_same_scope_is_told(mocks: MockExams, clock: FixedClock) -> None:
    first = handed_in(mocks, clock)
    clock.move(days=7)
    second = handed_in(mocks, clock, wrong="ingen")
    assert first.earlier is None
    assert second.earlier is not None
    assert (second.earlier.days, second.earlier.figure) == (7, first.figure)


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(["off", "on", "overrule", "withdraw", "back", "practise"]), max_size=7)
)
def test_whatever_is_done_to_a_result_memory_is_the_fold_of_the_log(steps: list[str]) -> None:
    with TemporaryDirectory() as folder:
        clock = a_clock()
        bank = a_bank(Path(folder), clock)
        install_pack(bank, the_questions(), MONDAY, study_day(MONDAY))
        mocks = MockExams(bank, clock)
        result = handed_in(mocks, clock)
        for step in steps:
            clock.move(hours=7)
            result = _done(step, mocks, bank, clock, result)
        before = memory_rows(bank)
        replay(bank)
        assert not difference(before, memory_rows(bank))
        bank.close()


def _done(
    step: str, mocks: MockExams, bank: Bank, clock: FixedClock, result: MockResult
) -> MockResult:
    at = next(one.position for one in result.marked if one.card.question == "b-0")
    is_overruled = next(one.is_overruled for one in result.marked if one.position == at)
    match step:
        case "off" | "on":
            return mocks.set_counts(result.mock_id, counts=step == "on")
        case "overrule" if not is_overruled:
            return mocks.overrule(result.mock_id, at)
        case "withdraw" if is_overruled:
            return mocks.withdraw(result.mock_id, at)
        case "back":
            mocks.take_back(result.mock_id)
            return mocks.hand_in(result.mock_id)
        case "practise":
            sitting = Desk(bank, clock).begin(Plan(cards=result.missed, any_day=True))
            if isinstance(sitting.state, Asking):
                sitting.answer(Given(answer=right_answer(sitting.state.question)))
        case _:
            pass
    return result


def test_on_a_full_disk_nothing_of_it_is_handed_in_and_all_of_it_later(
    mocks: MockExams, bank: Bank, clock: FixedClock
) -> None:
    paper = begun(mocks)
    # Long enough that the log needs more pages than are left.
    fill(mocks, paper, clock, lambda it: long_answer(rightly(it)))
    bank.checkpoint()
    before = rows_of(bank.path)
    bank.pragma("max_page_count = 1")
    with pytest.raises(DiskFullError, match=r"prøven ikke kunne afleveres. Dine svar står her"):
        mocks.hand_in(paper.mock_id)
    assert not difference(before, rows_of(bank.path))
    bank.pragma("max_page_count = 1000000")
    assert mocks.hand_in(paper.mock_id).figure.asked == 11
    assert modes(bank) == [Mode.MOCK_EXAM] * 11


def long_answer(answer: Answer) -> Answer:
    return Typed("en lang forklaring " * 200) if isinstance(answer, Typed) else answer

"""The log: answers appended, taken back, brought back and overruled."""

from contextlib import closing
from datetime import timedelta

import pytest

from quizapp.bank.bank import Bank
from quizapp.grading.verdict import Outcome
from quizapp.scheduling.day import study_day
from quizapp.scheduling.memory import Mode, Phase
from tests.builders import (
    LOG,
    MONDAY,
    Given,
    a_bank,
    a_clock,
    answer_card,
    card_id,
    difference,
    rows_of,
)

TODAY = study_day(MONDAY)


def test_an_answer_is_logged_with_its_evidence(bank: Bank) -> None:
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"), Given(answer=["a", "ø"], elapsed_ms=1234))
    with bank.read() as reader:
        found = reader.review(uuid)
    assert found is not None
    assert found.answer == ["a", "ø"]
    assert found.elapsed_ms == 1234
    assert found.at == MONDAY
    assert found.at.utcoffset() == MONDAY.utcoffset()
    assert str(found.key) == "dk.eksempel.krige/sp-1"


def fail_after_an_answer(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
        tx.memory(10_000)


def test_a_failed_transaction_leaves_nothing(bank: Bank) -> None:
    before = rows_of(bank.path)
    with pytest.raises(KeyError):
        fail_after_an_answer(bank)
    assert difference(before, rows_of(bank.path)) == {}


def test_a_clock_set_back_does_not_reorder_the_log(bank: Bank) -> None:
    with bank.transaction() as tx:
        first = answer_card(tx, card_id(tx, "sp-1"))
    earlier = MONDAY - timedelta(days=400)
    bank.close()
    with closing(a_bank(bank.path.parent, a_clock(earlier), seed=3)) as again:
        with again.transaction() as tx:
            second = answer_card(tx, card_id(tx, "sp-2"), Given(at=earlier))
        with again.read() as reader:
            assert [review.uuid for review in reader.log()] == [first, second]


def test_rows_of_one_moment_have_ticks_of_their_own(bank: Bank) -> None:
    with bank.transaction() as tx:
        for question in ("sp-1", "sp-2", "sp-3"):
            answer_card(tx, card_id(tx, question))
    with bank.read() as reader:
        ticks = [review.tick for review in reader.log()]
    assert ticks == [ticks[0], ticks[0] + 1, ticks[0] + 2]


def test_undo_restores_the_bank(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-2"))
    before = rows_of(bank.path, LOG)
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"))
    with bank.transaction() as tx:
        tx.retract(uuid, MONDAY)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_redo_brings_back_what_undo_took(bank: Bank) -> None:
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"))
    before = rows_of(bank.path, LOG)
    with bank.transaction() as tx:
        tx.retract(uuid, MONDAY)
        tx.restore(uuid, MONDAY)
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_an_answer_taken_back_stays_in_the_log(bank: Bank) -> None:
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"))
        tx.retract(uuid, MONDAY)
    with bank.read() as reader:
        assert [review.is_retracted for review in reader.log()] == [True]


def test_an_answer_is_taken_back_once(bank: Bank) -> None:
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"))
        tx.retract(uuid, MONDAY)
    with pytest.raises(ValueError, match="already retracted"), bank.transaction() as tx:
        tx.retract(uuid, MONDAY)


def test_only_a_retracted_answer_is_brought_back(bank: Bank) -> None:
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"))
    with pytest.raises(ValueError, match="not retracted"), bank.transaction() as tx:
        tx.restore(uuid, MONDAY)


def test_an_unknown_answer_is_a_key_error(bank: Bank) -> None:
    unknown = a_bank(bank.path.parent / "andet", seed=9)
    with unknown.transaction() as tx:
        uuid = tx._name_row().uuid
    unknown.close()
    with bank.transaction() as tx:
        with pytest.raises(KeyError):
            tx.retract(uuid, MONDAY)
        with pytest.raises(KeyError):
            tx.withdraw(uuid, MONDAY)
        with pytest.raises(KeyError):
            tx.retract_event(uuid, MONDAY)
        assert tx.review(uuid) is None


def test_the_learners_own_verdict_counts(bank: Bank) -> None:
    with bank.transaction() as tx:
        card = card_id(tx, "sp-1")
        uuid = answer_card(tx, card, Given(outcome=Outcome.WRONG))
        wrong = tx.memory(card).state.stability
        memory = tx.overrule(uuid, Outcome.CORRECT, 1.0, "learner", MONDAY)
        found = tx.review(uuid)
        counts = tx.day_counts(TODAY, TODAY)
    assert found is not None
    assert (found.outcome, found.score, found.is_overruled) == (Outcome.CORRECT, 1.0, True)
    assert memory.state.stability > wrong
    assert [(count.outcome, count.n) for count in counts] == [(Outcome.CORRECT, 1)]


def test_an_overruling_can_be_withdrawn(bank: Bank) -> None:
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"), Given(outcome=Outcome.WRONG))
    before = rows_of(bank.path, LOG)
    with bank.transaction() as tx:
        tx.overrule(uuid, Outcome.CORRECT, 1.0, "learner", MONDAY)
        tx.withdraw(uuid, MONDAY)
        found = tx.review(uuid)
    assert found is not None
    assert not found.is_overruled
    assert difference(before, rows_of(bank.path, LOG)) == {}


def test_overruling_a_retracted_answer_counts_nothing(bank: Bank) -> None:
    with bank.transaction() as tx:
        uuid = answer_card(tx, card_id(tx, "sp-1"), Given(outcome=Outcome.WRONG))
        tx.retract(uuid, MONDAY)
        tx.overrule(uuid, Outcome.CORRECT, 1.0, "learner", MONDAY)
        assert tx.day_counts(TODAY, TODAY) == []
        tx.restore(uuid, MONDAY)
        assert [count.outcome for count in tx.day_counts(TODAY, TODAY)] == [Outcome.CORRECT]


def test_a_moved_card_is_due_when_it_was_moved_to(bank: Bank) -> None:
    with bank.transaction() as tx:
        card = card_id(tx, "sp-1")
        answer_card(tx, card)
        decided = tx.memory(card).due_day
        event = tx.move(card, TODAY + 77, MONDAY, TODAY).uuid
        assert tx.memory(card).due_day == TODAY + 77
        assert tx.retract_event(event, MONDAY).due_day == decided
        assert tx.retract_event(event, None).due_day == TODAY + 77


def test_practice_is_counted_but_moves_no_memory(bank: Bank) -> None:
    with bank.transaction() as tx:
        card = card_id(tx, "sp-1")
        answer_card(tx, card, Given(mode=Mode.PRACTICE))
        assert tx.memory(card).state.phase == Phase.NEW
        assert tx.refold(card).state.phase == Phase.NEW
        assert [count.mode for count in tx.day_counts(TODAY, TODAY)] == [Mode.PRACTICE]
        assert tx.answered_today(TODAY) == frozenset()
        assert tx.new_begun_on(TODAY) == 0


def test_today_knows_what_was_answered(bank: Bank) -> None:
    later = MONDAY + timedelta(days=3)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(at=MONDAY))
        answer_card(tx, card_id(tx, "sp-1"), Given(at=later))
        answer_card(tx, card_id(tx, "sp-2"), Given(at=later))
        question = tx.question_of(card_id(tx, "sp-2")).question_id
        assert question in tx.answered_today(TODAY + 3)
        assert tx.facts_today(TODAY + 3) == {"dk.eksempel.krige/f"}
        assert tx.new_begun_on(TODAY + 3) == 1
        assert tx.new_begun_on(TODAY) == 1


def test_the_pace_is_what_answers_took(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(elapsed_ms=2000))
        answer_card(tx, card_id(tx, "sp-3"), Given(elapsed_ms=6000))
        assert tx.pace(TODAY) == {"begreb": 4.0}
        assert tx.pace(TODAY + 1) == {}


def test_siblings_and_questions_of_one_fact_are_near(bank: Bank) -> None:
    with bank.transaction() as tx:
        front, back = card_id(tx, "kort-1", "forside"), card_id(tx, "kort-1", "bagside")
        answer_card(tx, front)
        answer_card(tx, card_id(tx, "sp-2"))
        due_front, due_fact = tx.memory(front).due_day, tx.memory(card_id(tx, "sp-2")).due_day
        sides = tx.load_nearby(tx.question_of(back), TODAY, TODAY + 30)
        fact = tx.load_nearby(tx.question_of(card_id(tx, "sp-3")), TODAY, TODAY + 30)
    assert sides.sibling_days == {due_front}
    assert fact.sibling_days == {due_fact}


def test_the_load_of_a_window_is_counted_by_day(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
        due = tx.memory(card_id(tx, "sp-1")).due_day
        assert due is not None
        load = tx.load_nearby(tx.question_of(card_id(tx, "sp-2")), due, due + 2).by_day
        assert dict(load) == {due: 1, due + 1: 0, due + 2: 0}
        assert len(load) == 3
        assert load.get(due + 3, 5) == 5


def test_a_sitting_begins_and_ends(bank: Bank) -> None:
    with bank.transaction() as tx:
        session = tx.begin_session(Mode.SCHEDULED, {"limit": 3}, MONDAY)
        tx.end_session(session, MONDAY)
    ((_, _, _, mode, plan, started, offset, ended),) = rows_of(bank.path)["study_session"]
    assert (mode, plan, offset, started == ended) == (0, '{"limit":3}', 60, True)


def test_the_newest_two_hundred_undo_steps_are_kept(bank: Bank) -> None:
    with bank.transaction() as tx:
        for number in range(205):
            tx.add_undo_step("study.undo.answer", [{"n": number}], MONDAY)
    steps = rows_of(bank.path)["undo_step"]
    assert len(steps) == 200


def test_undo_and_redo_walk_through_the_steps(bank: Bank) -> None:
    with bank.transaction() as tx:
        first = tx.add_undo_step("a", [{"n": 1}], MONDAY)
        second = tx.add_undo_step("b", [{"n": 2}], MONDAY)
        step = tx.last_undo_step()
        assert step is not None
        assert (step.step_id, step.label, step.actions) == (second, "b", ({"n": 2},))
        tx.mark_undone(second, MONDAY)
        tx.mark_undone(first, MONDAY)
        assert tx.last_undo_step() is None
        redo = tx.next_redo_step()
        assert redo is not None
        assert (redo.step_id, redo.is_undone) == (first, True)
        tx.mark_redone(first)
        again = tx.next_redo_step()
        assert again is not None
        assert again.step_id == second


def test_a_new_step_forgets_what_redo_would_bring_back(bank: Bank) -> None:
    with bank.transaction() as tx:
        tx.mark_undone(tx.add_undo_step("a", [], MONDAY), MONDAY)
        tx.add_undo_step("b", [], MONDAY)
        assert tx.next_redo_step() is None


def test_a_card_keeps_its_history_with_the_question_of_the_time(bank: Bank) -> None:
    with bank.transaction() as tx:
        card = card_id(tx, "sp-1")
        answer_card(tx, card)
        (review,) = tx.reviews(card)
        assert tx.question_at(review.revision_id)["spørgsmål"] == "Hvad er sp-1?"
        with pytest.raises(KeyError):
            tx.question_at(10_000)


def test_unknown_cards_are_key_errors(bank: Bank) -> None:
    with bank.read() as reader:
        with pytest.raises(KeyError):
            reader.question_of(10_000)
        with pytest.raises(KeyError):
            reader.memory(10_000)

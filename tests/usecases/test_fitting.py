"""Fitting to the learner: in a process of its own, adopted when it wins, and undone whole."""

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from multiprocessing import Pipe, active_children
from pathlib import Path
from random import Random

import pytest

from quizapp.bank.bank import Bank
from quizapp.base.clock import FixedClock
from quizapp.grading.verdict import Outcome as Verdict
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from quizapp.scheduling.fit import FEWEST_TARGETS
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Fsrs6, Weights
from quizapp.scheduling.intervals import intervals_when_right
from quizapp.upkeep import fit_worker
from quizapp.upkeep.doctor import Check, examine
from quizapp.upkeep.fit_outcome import Failed, Fitted, Share, TooFew
from quizapp.upkeep.fitting import ENOUGH, FitError, Fitter
from quizapp.upkeep.rebuild import Moving
from quizapp.upkeep.replay import replay
from tests.builders import (
    LOG,
    MONDAY,
    Given,
    a_bank,
    a_clock,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    rows_of,
)
from tests.unit.scheduling.learners import QUICK_FORGETTER

CARDS = 60
LAST_DAY = 80
AFTER = MONDAY + timedelta(days=LAST_DAY)
TODAY = study_day(AFTER)
MOVING = Moving(desired_retention=0.9, study_day=TODAY)


def a_quick_forgetter(folder: Path) -> Bank:
    """Return the bank of a learner who forgets faster than the default weights believe."""
    bank = a_bank(folder, a_clock(AFTER))
    questions = [a_question(f"sp-{number}") for number in range(CARDS)]
    pack = a_pack(*questions, a_flashcard("k", **{"begge veje": True}))
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    rng, model = Random(4), Fsrs6(QUICK_FORGETTER.values)
    with bank.transaction() as tx:
        for number in range(CARDS):
            card, day, stability = card_id(tx, f"sp-{number}"), number // 6, 0.5
            gap = 0
            while day < LAST_DAY:
                is_right = rng.random() < model.recall(stability, gap)
                outcome = Verdict.CORRECT if is_right else Verdict.WRONG
                answer_card(tx, card, Given(outcome=outcome, at=MONDAY + timedelta(days=day)))
                stability = stability * 1.6 if is_right else 0.5
                gap = rng.choice((1, 2, 4, 8, 15))
                day += gap
        for slot in ("forside", "bagside"):
            answer_card(tx, card_id(tx, "k", slot), Given(at=AFTER - timedelta(days=1)))
    return bank


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bank = a_quick_forgetter(tmp_path_factory.mktemp("learner"))
    bank.close()
    return bank.path


@pytest.fixture
def bank(template: Path, tmp_path: Path) -> Iterator[Bank]:
    shutil.copy(template, tmp_path / "bank.quizbank")
    opened = a_bank(tmp_path, a_clock(AFTER), seed=7)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def fitted(template: Path) -> Fitted:
    bank = a_bank(template.parent, a_clock(AFTER), seed=5)
    outcome = Fitter(bank, a_clock(AFTER)).start().wait()
    bank.close()
    assert isinstance(outcome, Fitted)
    return outcome


def fitter(bank: Bank) -> Fitter:
    return Fitter(bank, a_clock(AFTER))


def due_days(bank: Bank) -> dict[int, int | None]:
    with bank.read() as reader:
        return {card: it.folded.due_day for card, it in reader.stored_folds().items()}


def test_a_fit_is_offered_from_as_many_answers_as_it_needs(bank: Bank, tmp_path: Path) -> None:
    assert ENOUGH == FEWEST_TARGETS
    standing = fitter(bank).standing()
    assert standing.targets >= standing.needed
    assert not standing.can_undo
    empty = a_bank(tmp_path / "empty")
    standing = fitter(empty).standing()
    assert standing.targets < standing.needed
    empty.close()


def test_answers_to_learn_from_are_counted_as_the_fit_counts_them(
    bank: Bank, fitted: Fitted
) -> None:
    assert fitter(bank).standing().targets == fitted.targets


def test_the_fit_finds_that_she_forgets_faster(fitted: Fitted) -> None:
    assert fitted.is_better
    assert abs(fitted.foretold_fitted - fitted.right) < abs(fitted.foretold_now - fitted.right)
    assert sum(intervals_when_right(fitted.weights)) < sum(intervals_when_right(DEFAULT_WEIGHTS))


def no_process_is_left() -> bool:
    """Tell whether every process has ended; one on a busy machine may be on its way."""
    for process in active_children():
        process.join(60)
    return not active_children()


def test_the_caller_goes_on_while_it_is_fitted(bank: Bank) -> None:
    run = fitter(bank).start()
    assert run.poll() is None
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(at=AFTER))
    assert isinstance(run.wait(), Fitted)
    assert run.share > 0.9
    assert no_process_is_left()


def test_progress_is_told_and_never_falls(bank: Bank) -> None:
    told: list[int] = []
    fitter(bank).start().wait(lambda done, _total: told.append(done))
    assert told == sorted(told)
    assert len(set(told)) > 3


def test_a_cancelled_fit_leaves_nothing(bank: Bank) -> None:
    before = rows_of(bank.path)
    run = fitter(bank).start()
    run.cancel()
    assert no_process_is_left()
    assert isinstance(run.poll(), Failed)
    assert not difference(before, rows_of(bank.path))


def test_fitting_alone_changes_nothing(bank: Bank) -> None:
    before = rows_of(bank.path)
    fitter(bank).start().wait()
    assert not difference(before, rows_of(bank.path))


def test_too_few_answers_are_said_to_be_too_few(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    outcome = fitter(bank).start().wait()
    bank.close()
    assert outcome == TooFew(targets=0, needed=ENOUGH)


def test_the_body_of_the_process_says_how_far_it_has_read(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    install_pack(bank, a_pack(a_question("sp-1")), MONDAY, study_day(MONDAY))
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(at=MONDAY))
    bank.close()
    ours, theirs = Pipe()
    with ours, theirs:
        assert fit_worker._fitted(bank.path, theirs) == TooFew(targets=0, needed=ENOUGH)
        assert ours.recv() == Share(0.0)


def test_a_bank_that_cannot_be_read_is_told_of(bank: Bank) -> None:
    bank.close()
    for path in bank.path.parent.glob("bank.quizbank*"):
        path.unlink()
    bank.path.write_bytes(b"not a bank" * 1000)
    outcome = fitter(bank).start().wait()
    assert isinstance(outcome, Failed)
    assert outcome.message.code == "errors.not_a_bank"


@pytest.mark.skipif(not hasattr(os, "kill"), reason="no signals here")
def test_a_process_that_dies_is_told_of(bank: Bank) -> None:
    run = fitter(bank).start()
    run._process.kill()
    outcome = run.wait()
    assert isinstance(outcome, Failed)
    assert outcome.message.code == "errors.fit_ended"


def test_adopted_weights_leave_memory_as_the_fold_of_the_log(bank: Bank, fitted: Fitted) -> None:
    fitter(bank).adopt(fitted)
    assert replay(bank, check_only=True).changed == 0
    findings = {one.check: one.ok for one in examine(bank, AFTER, TODAY)}
    assert all(findings[check] for check in Check if check != Check.FUTURE_DAYS)
    with bank.read() as reader:
        assert reader.current_fold().weights == fitted.weights


def test_adopting_moves_memory_but_no_day(bank: Bank, fitted: Fitted) -> None:
    days, rows = due_days(bank), rows_of(bank.path)
    fitter(bank).adopt(fitted)
    assert due_days(bank) == days
    assert difference(rows, rows_of(bank.path)).keys() == {"fold", "memory"}


def test_days_move_when_she_says_so(bank: Bank, fitted: Fitted) -> None:
    before = due_days(bank)
    fitter(bank).adopt(fitted, MOVING)
    after = due_days(bank)
    moved = {card for card, day in before.items() if after[card] != day}
    assert len(moved) > 10
    assert all((after[card] or 0) >= TODAY for card in moved)
    assert replay(bank, check_only=True).changed == 0


def test_sides_of_one_card_are_not_moved_to_the_same_day(bank: Bank, fitted: Fitted) -> None:
    fitter(bank).adopt(fitted, MOVING)
    with bank.read() as reader:
        front, back = (
            reader.memory(card_id(reader, "k", slot)).due_day for slot in ("forside", "bagside")
        )
    assert front != back


@pytest.mark.parametrize("moving", [None, MOVING])
def test_undoing_restores_every_row_of_memory(
    bank: Bank, fitted: Fitted, moving: Moving | None
) -> None:
    before = rows_of(bank.path, LOG)
    fitter(bank).adopt(fitted, moving)
    fitter(bank).undo()
    assert not difference(before, rows_of(bank.path, LOG))


def test_undoing_counts_what_was_answered_since_with_the_former_weights(
    bank: Bank, fitted: Fitted
) -> None:
    fitter(bank).adopt(fitted)
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"), Given(at=AFTER))
    fitter(bank).undo()
    assert replay(bank, check_only=True).changed == 0
    with bank.read() as reader:
        assert reader.memory(card_id(reader, "sp-1")).state.last_day == TODAY
        assert reader.current_fold().weights == DEFAULT_WEIGHTS


def test_what_was_adopted_is_told_and_can_be_undone_once(bank: Bank, fitted: Fitted) -> None:
    fitter(bank).adopt(fitted)
    standing = fitter(bank).standing()
    assert standing.fitted_on == fitted.targets
    assert standing.adopted_at == AFTER
    fitter(bank).undo()
    with pytest.raises(FitError):
        fitter(bank).undo()


def test_weights_that_lost_are_refused(bank: Bank, fitted: Fitted) -> None:
    lost = Fitted(
        weights=fitted.weights,
        against=fitted.against,
        fold_id=fitted.fold_id,
        targets=fitted.targets,
        loss_now=0.4,
        loss_fitted=0.4,
        right=0.8,
        foretold_now=0.8,
        foretold_fitted=0.8,
    )
    before = rows_of(bank.path)
    with pytest.raises(FitError):
        fitter(bank).adopt(lost)
    assert not difference(before, rows_of(bank.path))


def test_weights_tried_against_others_than_those_in_force_are_refused(
    bank: Bank, fitted: Fitted
) -> None:
    with bank.transaction() as tx:
        tx.add_fold(Weights((0.3, *DEFAULT_WEIGHTS.values[1:])), None, AFTER)
    with pytest.raises(FitError):
        fitter(bank).adopt(fitted)


class _StoppedError(Exception):
    """Stands for a learner who presses »Stop«."""


def test_adopting_that_is_stopped_leaves_nothing(bank: Bank, fitted: Fitted) -> None:
    before = rows_of(bank.path)

    def stop(_done: int, _total: int) -> None:
        raise _StoppedError

    with pytest.raises(_StoppedError):
        fitter(bank).adopt(fitted, tell=stop)
    assert not difference(before, rows_of(bank.path))


def test_a_second_fit_is_tried_against_the_first(bank: Bank, fitted: Fitted) -> None:
    fitter(bank).adopt(fitted)
    again = fitter(bank).start().wait()
    assert isinstance(again, Fitted)
    assert again.against == fitted.weights


def test_intervals_of_a_card_that_is_always_right_grow() -> None:
    days = intervals_when_right(DEFAULT_WEIGHTS)
    assert list(days) == sorted(set(days))
    longer = intervals_when_right(DEFAULT_WEIGHTS, 0.8)
    assert all(wide > near for wide, near in zip(longer, days, strict=True))


def test_the_clock_of_a_bank_may_stand_still(bank: Bank, fitted: Fitted) -> None:
    clock: FixedClock = a_clock(AFTER)
    Fitter(bank, clock).adopt(fitted, MOVING)
    Fitter(bank, clock).undo()
    assert replay(bank, check_only=True).changed == 0

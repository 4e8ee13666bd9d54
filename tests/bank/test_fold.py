"""The fold of the log is the stored memory, whatever a learner does."""

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.bank import Bank, Transaction
from quizapp.grading.verdict import Outcome
from quizapp.library.install import install_pack, undo_installation
from quizapp.questions.pack import Pack
from quizapp.scheduling.day import study_day
from quizapp.scheduling.evidence import Hints
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Weights
from quizapp.scheduling.memory import Mode, Rating
from quizapp.upkeep.doctor import Check, examine
from quizapp.upkeep.replay import replay
from tests.builders import (
    LOG,
    MONDAY,
    Given,
    a_bank,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    next_version,
    rows_of,
)

CARDS = (("sp-1", ""), ("sp-2", ""), ("sp-3", ""), ("kort-1", "forside"), ("kort-1", "bagside"))

ANSWERS = st.tuples(
    st.just("answer"),
    st.sampled_from(CARDS),
    st.builds(
        Given,
        outcome=st.sampled_from(Outcome),
        score=st.none() | st.floats(0, 1),
        mode=st.sampled_from([Mode.SCHEDULED, Mode.SCHEDULED, Mode.PRACTICE, Mode.MOCK_EXAM]),
        rating=st.sampled_from(Rating),
        hints=st.sampled_from(Hints),
        elapsed_ms=st.integers(0, 60_000),
    ),
)
STEPS = st.one_of(
    ANSWERS,
    ANSWERS,
    ANSWERS,
    st.tuples(st.just("wait"), st.integers(-3, 40)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
    st.tuples(st.just("overrule"), st.sampled_from(Outcome)),
    st.tuples(st.just("withdraw")),
    st.tuples(st.just("move"), st.sampled_from(CARDS), st.integers(1, 30)),
    st.tuples(st.just("update"), st.sampled_from(["sp-1", "sp-2"]), st.booleans()),
    st.tuples(st.just("undo update")),
)


@dataclass
class Learner:
    """Somebody who studies, regrets, and whose teacher corrects the pack."""

    bank: Bank
    pack: Pack
    days: int = 0
    answered: list[UUID] = field(default_factory=list)
    undone: list[UUID] = field(default_factory=list)
    installed: list[int] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The learner's present."""
        return MONDAY + timedelta(days=self.days)


def act(learner: Learner, step: tuple[object, ...]) -> None:
    """Do one thing, if it can be done now."""
    now = learner.now
    match step:
        case ("wait", int(days)):
            learner.days += days
        case ("update", str(question), bool(is_answer)):
            update(learner, question, is_answer=is_answer)
        case ("undo update",) if learner.installed:
            undo_installation(learner.bank, learner.installed.pop(), now)
        case _:
            with learner.bank.transaction() as tx:
                act_in(tx, learner, step)


def update(learner: Learner, question: str, *, is_answer: bool) -> None:
    now = learner.now
    version = learner.pack.manifest.version + 1
    text = f"Ny tekst {version}"
    mended = a_question(question, **({"svar": text} if is_answer else {"hint": text}))
    questions = (mended if one.id == question else one for one in learner.pack.questions)
    learner.pack = next_version(learner.pack, *questions)
    done = install_pack(learner.bank, learner.pack, now, study_day(now))
    assert done.installation is not None
    learner.installed.append(done.installation)


def act_in(tx: Transaction, learner: Learner, step: tuple[object, ...]) -> None:
    now = learner.now
    match step:
        case ("answer", (str(question), str(slot)), Given() as given_answer):
            uuid = answer_card(tx, card_id(tx, question, slot), replace(given_answer, at=now))
            learner.answered.append(uuid)
            learner.undone.clear()
        case ("undo",) if learner.answered:
            tx.retract(learner.answered[-1], now)
            learner.undone.append(learner.answered.pop())
        case ("redo",) if learner.undone:
            tx.restore(learner.undone[-1], now)
            learner.answered.append(learner.undone.pop())
        case ("overrule", Outcome() as outcome) if learner.answered:
            tx.overrule(learner.answered[-1], outcome, outcome / 2, "learner", now)
        case ("withdraw",) if learner.answered:
            tx.withdraw(learner.answered[-1], now)
        case ("move", (str(question), str(slot)), int(days)):
            day = study_day(now)
            tx.move(card_id(tx, question, slot), day + days, now, day)
        case _:
            pass


def a_learner(folder: Path, template: Path) -> Learner:
    shutil.copy(template, folder / "bank.quizbank")
    pack = a_pack(
        a_question("sp-1", emner=["Krige/1864", "Konger"]),
        a_question("sp-2", faktum="f", kategori="årsag"),
        a_question("sp-3", faktum="f"),
        a_flashcard("kort-1", **{"begge veje": True}),
    )
    bank = a_bank(folder, seed=3)
    # Hundreds of histories: what a power cut would lose is not asked here.
    bank.pragma("synchronous = OFF")
    return Learner(bank, pack)


@settings(max_examples=50)
@given(steps=st.lists(STEPS, max_size=25))
def test_the_fold_of_the_log_is_the_stored_memory(
    template: Path, steps: list[tuple[object, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        learner = a_learner(Path(folder), template)
        for step in steps:
            act(learner, step)
        assert replay(learner.bank, check_only=True).changed == 0
        found = examine(learner.bank, MONDAY, study_day(MONDAY))
        assert [one.check for one in found if not one.ok and one.check != Check.DISK] == []
        learner.bank.close()


@settings(max_examples=30)
@given(before=st.lists(STEPS, max_size=10), answer=ANSWERS)
def test_undo_restores_the_bank_exactly_after_any_history(
    template: Path, before: list[tuple[object, ...]], answer: tuple[object, ...]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        learner = a_learner(Path(folder), template)
        for step in before:
            act(learner, step)
        was = rows_of(learner.bank.path, LOG)
        act(learner, answer)
        then = rows_of(learner.bank.path, LOG)
        act(learner, ("undo",))
        assert difference(was, rows_of(learner.bank.path, LOG)) == {}
        act(learner, ("redo",))
        assert difference(then, rows_of(learner.bank.path, LOG)) == {}
        learner.bank.close()


@settings(max_examples=15)
@given(before=st.lists(STEPS, max_size=15))
def test_installing_twice_changes_nothing_after_any_history(
    template: Path, before: list[tuple[object, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        learner = a_learner(Path(folder), template)
        for step in before:
            act(learner, step)
        # Taking an update back leaves the pack at another version than the file last installed.
        update(learner, "sp-1", is_answer=False)
        was = rows_of(learner.bank.path)
        now = learner.now
        install_pack(learner.bank, learner.pack, now, study_day(now))
        assert difference(was, rows_of(learner.bank.path)) == {}
        learner.bank.close()


def test_memory_that_was_tampered_with_is_found_and_put_right(bank: Bank) -> None:
    with bank.transaction() as tx:
        for question in ("sp-1", "sp-2"):
            answer_card(tx, card_id(tx, question))
    was = rows_of(bank.path)
    with bank.transaction() as tx:
        tampered = tx.memory(card_id(tx, "sp-1"))
        tx.set_memory(tampered.card_id, tampered.state, 1, tampered.fold_id)
        new = tx.memory(card_id(tx, "sp-3"))
        tx.set_memory(new.card_id, tampered.state, 1, new.fold_id)
    assert replay(bank, check_only=True).changed == 2
    done = replay(bank)
    assert (done.cards, done.reviews, done.changed) == (5, 2, 2)
    assert difference(was, rows_of(bank.path)) == {}


def test_cards_with_events_alone_are_folded_too(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-3"))
        tx.move(card_id(tx, "sp-1"), 30_000, MONDAY, study_day(MONDAY))
    assert replay(bank, check_only=True).changed == 0


def test_new_weights_move_memory_when_it_is_replayed(bank: Bank) -> None:
    with bank.transaction() as tx:
        answer_card(tx, card_id(tx, "sp-1"))
        before = tx.memory(card_id(tx, "sp-1"))
        values = DEFAULT_WEIGHTS.values
        adopted = tx.add_fold(Weights((*values[:2], values[2] * 2, *values[3:])), 400, MONDAY)
        assert tx.current_fold().fold_id == adopted
    assert replay(bank, check_only=True).changed == 0
    assert replay(bank).changed == 1
    assert replay(bank, check_only=True).changed == 0
    with bank.read() as reader:
        after = reader.memory(card_id(reader, "sp-1"))
        untouched = reader.memory(card_id(reader, "sp-2"))
    assert after.state.stability > before.state.stability
    assert after.due_day == before.due_day
    assert after.fold_id == untouched.fold_id == adopted

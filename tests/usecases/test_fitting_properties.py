"""Whatever she answered and whatever weights come: adopting keeps memory true, undoing restores."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.grading.verdict import Outcome as Verdict
from quizapp.library.install import install_pack
from quizapp.scheduling.day import study_day
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, LOWER, UPPER, Weights
from quizapp.scheduling.memory import Rating
from quizapp.upkeep.fit_outcome import Fitted
from quizapp.upkeep.fitting import Fitter
from quizapp.upkeep.rebuild import Moving
from quizapp.upkeep.replay import replay
from tests.builders import (
    LOG,
    MONDAY,
    Given,
    a_bank,
    a_choice,
    a_clock,
    a_flashcard,
    a_pack,
    a_question,
    answer_card,
    card_id,
    difference,
    rows_of,
)

CARDS = (("a", ""), ("b", ""), ("valg-1", ""), ("k", "forside"), ("k", "bagside"))

Answer = tuple[int, int, Verdict, Rating]

answers = st.lists(
    st.tuples(
        st.integers(0, len(CARDS) - 1),
        st.integers(0, 20),
        st.sampled_from(Verdict),
        st.sampled_from(Rating),
    ),
    max_size=12,
)


@st.composite
def weight_sets(draw: st.DrawFn) -> Weights:
    factors = draw(st.lists(st.floats(0.5, 2), min_size=len(LOWER), max_size=len(LOWER)))
    limits = zip(DEFAULT_WEIGHTS.values, factors, LOWER, UPPER, strict=True)
    return Weights(tuple(min(max(w * f, low), high) for w, f, low, high in limits))


def won(weights: Weights, against: Weights, fold_id: int) -> Fitted:
    return Fitted(
        weights=weights,
        against=against,
        fold_id=fold_id,
        targets=400,
        loss_now=0.5,
        loss_fitted=0.4,
        right=0.8,
        foretold_now=0.9,
        foretold_fitted=0.8,
    )


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bank = a_bank(tmp_path_factory.mktemp("template"))
    pack = a_pack(
        a_question("a", faktum="krig"),
        a_question("b", faktum="krig"),
        a_choice(),
        a_flashcard("k", **{"begge veje": True}),
    )
    install_pack(bank, pack, MONDAY, study_day(MONDAY))
    bank.close()
    return bank.path


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(before=answers, since=answers, weights=weight_sets(), moves=st.booleans())
def test_memory_is_the_fold_of_the_log_before_and_after_and_undone(
    template: Path, before: list[Answer], since: list[Answer], weights: Weights, *, moves: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(template, Path(folder) / "bank.quizbank")
        clock = a_clock()
        bank = a_bank(Path(folder), clock, seed=3)

        def give(some: list[Answer]) -> None:
            with bank.transaction() as tx:
                for place, days, outcome, rating in some:
                    clock.move(days=days)
                    given = Given(outcome=outcome, rating=rating, at=clock.now())
                    answer_card(tx, card_id(tx, *CARDS[place]), given)

        give(before)
        rows = rows_of(bank.path, LOG)
        fitter = Fitter(bank, clock)
        with bank.read() as reader:
            current = reader.current_fold()
        moving = Moving(desired_retention=0.85, study_day=study_day(clock.now()))
        fitted = won(weights, current.weights, current.fold_id)
        fitter.adopt(fitted, moving if moves else None)
        assert replay(bank, check_only=True).changed == 0
        fitter.undo()
        assert not difference(rows, rows_of(bank.path, LOG))
        fitter.adopt(fitted, moving if moves else None)
        give(since)
        assert replay(bank, check_only=True).changed == 0
        fitter.undo()
        assert replay(bank, check_only=True).changed == 0
        assert replay(bank).changed == 0
        bank.close()


def test_moved_days_of_one_fact_are_kept_apart(template: Path, tmp_path: Path) -> None:
    shutil.copy(template, tmp_path / "bank.quizbank")
    bank = a_bank(tmp_path, seed=4)
    with bank.transaction() as tx:
        for question in ("a", "b"):
            answer_card(tx, card_id(tx, question), Given(at=MONDAY - timedelta(days=1)))
        current = tx.current_fold()
    slower = Weights((*DEFAULT_WEIGHTS.values[:2], 6.0, *DEFAULT_WEIGHTS.values[3:]))
    moving = Moving(desired_retention=0.9, study_day=study_day(MONDAY))
    fitted = won(slower, current.weights, current.fold_id)
    Fitter(bank, a_clock()).adopt(fitted, moving)
    with bank.read() as reader:
        one, other = (reader.memory(card_id(reader, question)).due_day for question in "ab")
    bank.close()
    assert one is not None
    assert one > study_day(MONDAY) + 2
    assert one != other

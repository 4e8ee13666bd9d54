"""What an answer does to memory, by kind, score, hint and day."""

from dataclasses import replace
from itertools import pairwise
from math import exp, log

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.questions.kinds import Kind
from quizapp.scheduling.evidence import (
    SELF_RATED,
    Chances,
    Evidence,
    Hints,
    after,
    chances_of,
    known,
    moves_memory,
    rating_for,
    shown_rating,
    ways_to_pair,
)
from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, Weights, model_of
from quizapp.scheduling.memory import NEW, MemoryState, Phase, Rating
from tests.unit.scheduling.strategies import (
    DAY,
    MARKED,
    marked,
    ratings,
    scores,
    self_rated,
    states,
    weights,
)

MODEL = model_of(DEFAULT_WEIGHTS)
KNOWN_CARD = MemoryState(
    phase=Phase.REVIEW, stability=20.0, difficulty=5.0, last_day=DAY, reps=4, lapses=0
)
marked_kinds = st.sampled_from(MARKED)
later_days = st.integers(DAY + 1, DAY + 400)


def typed(score: float, **fields: object) -> Evidence:
    return replace(Evidence(kind=Kind.TERM, score=score), **fields)  # type: ignore[arg-type]  # one of its fields


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [
        (Kind.TERM, 0, Chances(0.01, 0.06)),
        (Kind.ENUMERATION, 0, Chances(0.01, 0.06)),
        (Kind.CLOZE, 0, Chances(0.01, 0.06)),
        (Kind.DATE, 0, Chances(0.03, 0.05)),
        (Kind.NUMBER, 0, Chances(0.03, 0.05)),
        (Kind.CHOICE, 4, Chances(0.25, 0.02)),
        (Kind.MULTIPLE_CHOICE, 4, Chances(1 / 15, 0.02)),
        (Kind.ORDERING, 4, Chances(1 / 24, 0.02)),
        (Kind.MATCHING, ways_to_pair(3, 5), Chances(1 / 60, 0.02)),
    ],
)
def test_each_kind_has_its_guess_and_slip(kind: Kind, options: int, expected: Chances) -> None:
    assert chances_of(kind, options) == expected


def test_a_partial_hint_makes_a_guess_likelier() -> None:
    assert chances_of(Kind.TERM, 0, Hints.PARTIAL).guess == pytest.approx(0.01 + 0.99 / 4)


@pytest.mark.parametrize(("left", "right", "ways"), [(3, 3, 6), (2, 4, 12), (5, 3, 6)])
def test_ways_to_pair_counts_choices_in_order(left: int, right: int, ways: int) -> None:
    assert ways_to_pair(left, right) == ways


def test_a_first_right_answer_starts_between_good_and_failed() -> None:
    p = 0.5 * 0.94 / (0.5 * 0.94 + 0.5 * 0.01)
    failed = MODEL.same_day_stability(MODEL.first_stability(Rating.AGAIN), Rating.GOOD)
    expected = exp(p * log(MODEL.first_stability(Rating.GOOD)) + (1 - p) * log(failed))
    assert after(NEW, typed(1.0), DAY, DEFAULT_WEIGHTS).stability == pytest.approx(expected)


def test_a_later_wrong_answer_mixes_by_the_chance_of_a_slip() -> None:
    day = DAY + 20
    recall = MODEL.recall(20.0, 20)
    p = recall * 0.06 / (recall * 0.06 + (1 - recall) * 0.99)
    good = MODEL.next_stability(20.0, 5.0, recall, Rating.GOOD)
    again = MODEL.next_stability(20.0, 5.0, recall, Rating.AGAIN)
    failed = MODEL.same_day_stability(again, Rating.GOOD)
    expected = exp(p * log(good) + (1 - p) * log(failed))
    assert after(KNOWN_CARD, typed(0.0), day, DEFAULT_WEIGHTS).stability == pytest.approx(expected)


def test_difficulty_is_mixed_linearly() -> None:
    p = known(KNOWN_CARD, typed(0.6), DAY + 20, DEFAULT_WEIGHTS)
    good = MODEL.next_difficulty(5.0, Rating.GOOD)
    failed = MODEL.next_difficulty(MODEL.next_difficulty(5.0, Rating.AGAIN), Rating.GOOD)
    found = after(KNOWN_CARD, typed(0.6), DAY + 20, DEFAULT_WEIGHTS).difficulty
    assert found == pytest.approx(p * good + (1 - p) * failed)


@given(states(), later_days)
def test_a_slip_of_spelling_is_known_to_memory(state: MemoryState, day: int) -> None:
    assert after(state, typed(0.9), day, DEFAULT_WEIGHTS) == after(
        state, typed(1.0), day, DEFAULT_WEIGHTS
    )


@given(states(), marked(), st.integers(DAY - 5, DAY), weights())
def test_a_second_marked_answer_of_the_day_moves_nothing(
    state: MemoryState, evidence: Evidence, day: int, w: Weights
) -> None:
    assert after(state, evidence, day, w) is state
    assert not moves_memory(state, evidence, day)


@given(states() | st.just(NEW), marked(), later_days, weights())
def test_a_rapid_guess_says_nothing(
    state: MemoryState, evidence: Evidence, day: int, w: Weights
) -> None:
    assert after(state, replace(evidence, is_rapid=True), day, w) is state


@given(states() | st.just(NEW), marked_kinds, scores(), later_days, weights())
def test_a_hint_that_reveals_the_answer_is_a_fail(
    state: MemoryState, kind: Kind, score: float, day: int, w: Weights
) -> None:
    evidence = Evidence(kind=kind, score=score, hints=Hints.REVEALING)
    assert known(state, evidence, day, w) == 0
    assert after(state, evidence, day, w).phase in {Phase.LEARNING, Phase.RELEARNING}


def test_a_revealed_flashcard_counts_as_again() -> None:
    said_good = Evidence(
        kind=Kind.FLASHCARD, score=1.0, self_rating=Rating.GOOD, hints=Hints.REVEALING
    )
    said_again = Evidence(kind=Kind.FLASHCARD, score=0.0, self_rating=Rating.AGAIN)
    day = DAY + 30
    assert after(KNOWN_CARD, said_good, day, DEFAULT_WEIGHTS) == after(
        KNOWN_CARD, said_again, day, DEFAULT_WEIGHTS
    )


@given(states() | st.just(NEW), marked(), later_days, weights())
def test_a_better_score_never_gives_a_lower_stability(
    state: MemoryState, evidence: Evidence, day: int, w: Weights
) -> None:
    found = [
        after(state, replace(evidence, score=score), day, w).stability
        for score in (0.0, 0.3, 0.6, 1.0)
    ]
    assert all(better >= worse * (1 - 1e-12) for worse, better in pairwise(found))


@given(states(), marked(score=1.0), later_days, weights())
def test_a_right_answer_never_lowers_stability(
    state: MemoryState, evidence: Evidence, day: int, w: Weights
) -> None:
    assume(evidence.hints != Hints.REVEALING)
    assert after(state, evidence, day, w).stability >= state.stability


@given(states() | st.just(NEW), ratings(), st.integers(DAY - 3, DAY + 400), weights())
def test_a_better_self_rating_never_gives_a_lower_stability(
    state: MemoryState, rating: Rating, day: int, w: Weights
) -> None:
    def stability(button: int) -> float:
        evidence = Evidence(kind=Kind.FLASHCARD, score=1.0, self_rating=Rating(button))
        return after(state, evidence, day, w).stability

    first = state.phase == Phase.NEW  # fitted first stabilities are sorted, random ones are not
    assume(not first or list(w.values[:4]) == sorted(w.values[:4]))
    assert stability(min(rating + 1, 4)) >= stability(rating)


@given(
    states() | st.just(NEW), st.one_of(marked(), self_rated()), st.integers(0, 40_000), weights()
)
def test_memory_stays_within_its_bounds(
    state: MemoryState, evidence: Evidence, day: int, w: Weights
) -> None:
    found = after(state, evidence, day, w)
    if found is state:
        return
    assert 0.001 <= found.stability <= 36_500
    assert 1 <= found.difficulty <= 10
    assert found.reps == state.reps + 1
    assert found.last_day >= state.last_day or state is NEW


@given(states(), self_rated(), st.integers(DAY - 50, DAY))
def test_a_clock_that_went_back_never_moves_the_last_day_back(
    state: MemoryState, evidence: Evidence, day: int
) -> None:
    assert after(state, evidence, day, DEFAULT_WEIGHTS).last_day == DAY


def test_a_self_rating_on_the_same_day_takes_the_same_day_step() -> None:
    evidence = Evidence(kind=Kind.OPEN, score=1.0, self_rating=Rating.GOOD)
    found = after(KNOWN_CARD, evidence, DAY, DEFAULT_WEIGHTS)
    assert found.stability == MODEL.same_day_stability(20.0, Rating.GOOD)


@pytest.mark.parametrize("rating", Rating)
def test_a_first_self_rating_starts_as_the_model_says(rating: Rating) -> None:
    evidence = Evidence(kind=Kind.OPEN, score=1.0, self_rating=rating)
    found = after(NEW, evidence, DAY, DEFAULT_WEIGHTS)
    assert (found.stability, found.difficulty) == (
        MODEL.first_stability(rating),
        MODEL.first_difficulty(rating),
    )


def test_a_first_miss_is_learning_and_no_lapse() -> None:
    found = after(NEW, typed(0.0), DAY, DEFAULT_WEIGHTS)
    assert (found.phase, found.lapses) == (Phase.LEARNING, 0)


def test_a_card_missed_again_on_another_day_has_lapsed() -> None:
    first = after(NEW, typed(0.0), DAY, DEFAULT_WEIGHTS)
    second = after(first, typed(0.0), DAY + 1, DEFAULT_WEIGHTS)
    assert (second.phase, second.lapses) == (Phase.LEARNING, 1)


def test_a_known_card_that_is_missed_is_relearning() -> None:
    found = after(KNOWN_CARD, typed(0.0), DAY + 60, DEFAULT_WEIGHTS)
    assert (found.phase, found.lapses) == (Phase.RELEARNING, 1)


def test_pressing_again_twice_on_a_day_is_one_lapse() -> None:
    again = Evidence(kind=Kind.FLASHCARD, score=0.0, self_rating=Rating.AGAIN)
    once = after(KNOWN_CARD, again, DAY + 9, DEFAULT_WEIGHTS)
    assert after(once, again, DAY + 9, DEFAULT_WEIGHTS).lapses == 1


@given(states(), later_days)
def test_a_right_choice_says_less_than_a_right_word(state: MemoryState, day: int) -> None:
    choice = Evidence(kind=Kind.CHOICE, score=1.0, options=4)
    assert known(state, choice, day, DEFAULT_WEIGHTS) <= known(
        state, typed(1.0), day, DEFAULT_WEIGHTS
    )


@pytest.mark.parametrize(
    ("evidence", "day", "expected"),
    [
        (typed(1.0), DAY + 20, Rating.GOOD),
        (typed(0.6), DAY + 20, Rating.HARD),
        (typed(0.0), DAY + 20, Rating.AGAIN),
        (typed(1.0, hints=Hints.REVEALING), DAY + 20, Rating.AGAIN),
        (Evidence(kind=Kind.CHOICE, score=1.0, options=2), DAY + 2000, Rating.HARD),
        (typed(0.0), DAY, Rating.AGAIN),
        (typed(0.6), DAY, Rating.HARD),
        (typed(0.9), DAY, Rating.GOOD),
        (Evidence(kind=Kind.OPEN, score=1.0, self_rating=Rating.EASY), DAY, Rating.EASY),
    ],
)
def test_the_exported_rating_says_what_the_answer_meant(
    evidence: Evidence, day: int, expected: Rating
) -> None:
    assert rating_for(KNOWN_CARD, evidence, day, DEFAULT_WEIGHTS) == expected


@pytest.mark.parametrize(("outcome", "expected"), [(0, 1), (1, 2), (2, 3)])
def test_the_shown_rating_follows_the_verdict(outcome: int, expected: int) -> None:
    assert shown_rating(outcome) == expected


def test_the_shown_rating_of_a_self_rated_answer_is_her_own() -> None:
    assert shown_rating(2, Rating.EASY) == Rating.EASY


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_a_score_outside_nought_to_one_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="a score is 0–1"):
        Evidence(kind=Kind.TERM, score=score)


@pytest.mark.parametrize("kind", sorted(SELF_RATED))
def test_a_self_rated_kind_without_a_rating_is_refused(kind: Kind) -> None:
    with pytest.raises(ValueError, match="rated by the learner"):
        Evidence(kind=kind, score=1.0)

"""From an answer to a change of memory: a marked answer is evidence, a self-rating is a rating.

Sources: the guess and slip model of knowledge tracing (Corbett & Anderson 1995) for what an answer
says about recall, and FSRS for what recall and forgetting do to memory. ``EVIDENCE_VERSION`` names
this table in a fold: whoever changes a number here raises it.
"""

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from math import exp, factorial, log
from typing import Final, assert_never

from quizapp.questions.kinds import Kind
from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.fsrs import Fsrs6, Weights, clamped_stability, model_of
from quizapp.scheduling.memory import MemoryState, Phase, Rating

EVIDENCE_VERSION: Final = 1

SELF_RATED: Final = frozenset({Kind.FLASHCARD, Kind.OPEN})
KNOWN_SCORE: Final = 0.9
"""From here on an answer counts as known: right, or a slip of spelling or notation."""

FIRST_RECALL: Final = 0.5
PARTIAL_HINT_GUESS: Final = 0.25
HARD_BELOW: Final = 0.85
AGAIN_BELOW: Final = 0.5


class Hints(IntEnum):
    """What the learner had seen before she answered; the numbers are those of the log."""

    NONE = 0
    PARTIAL = 1
    REVEALING = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What one answer says about memory.

    ``score`` is 0–1 as recorded. ``options`` counts what was offered to choose from, order or tick,
    and for matching the ways to pair them (``ways_to_pair``); 0 where the answer is typed.
    ``is_rapid`` marks a guess too fast to have been read: it says nothing. Self-rated kinds need
    ``self_rating``; raises ``ValueError`` without it, and for a score outside 0–1.
    """

    kind: Kind
    score: float
    options: int = 0
    hints: Hints = Hints.NONE
    self_rating: Rating | None = None
    is_rapid: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.score <= 1:
            raise ValueError(f"a score is 0–1, not {self.score}")
        if self.kind in SELF_RATED and self.self_rating is None:
            raise ValueError(f"{self.kind} is rated by the learner")


@dataclass(frozen=True, slots=True)
class Chances:
    """How often a kind is right unknown (guess) and wrong though known (slip)."""

    guess: float
    slip: float


TYPED: Final = Chances(0.01, 0.06)
MEASURED: Final = Chances(0.03, 0.05)
PICKED_SLIP: Final = 0.02


@lru_cache(maxsize=1024)
def chances_of(kind: Kind, options: int, hints: Hints = Hints.NONE) -> Chances:
    """Return guess and slip of a kind; a partial hint makes a guess likelier."""
    plain = _plain_chances(kind, max(options, 2))
    if hints == Hints.NONE:
        return plain
    return replace(plain, guess=plain.guess + (1 - plain.guess) * PARTIAL_HINT_GUESS)


def _plain_chances(kind: Kind, options: int) -> Chances:
    match kind:
        case Kind.TERM | Kind.ENUMERATION | Kind.CLOZE | Kind.FLASHCARD | Kind.OPEN:
            return TYPED
        case Kind.DATE | Kind.NUMBER:
            return MEASURED
        case Kind.CHOICE | Kind.MATCHING:
            return Chances(1 / options, PICKED_SLIP)
        case Kind.MULTIPLE_CHOICE:
            return Chances(1 / (2**options - 1), PICKED_SLIP)
        case Kind.ORDERING:
            return Chances(1 / factorial(options), PICKED_SLIP)
        case _:
            assert_never(kind)


def ways_to_pair(left: int, right: int) -> int:
    """Return in how many ways ``left`` things can be paired with ``right`` others."""
    return factorial(right) // factorial(max(right - left, 0))


def moves_memory(state: MemoryState, evidence: Evidence, study_day: int) -> bool:
    """Say whether the answer moves memory; if not, it is logged and counted only.

    The first answer of a study day does, for self-rated kinds every one; a rapid guess never.
    """
    if evidence.is_rapid:
        return False
    return (
        state.phase == Phase.NEW
        or evidence.kind in SELF_RATED
        or elapsed_days(state.last_day, study_day) > 0
    )


def known(state: MemoryState, evidence: Evidence, study_day: int, weights: Weights) -> float:
    """Return how likely it is, given the answer, that the card was remembered (0–1)."""
    return _known(state, evidence, study_day, model_of(weights))


def _known(state: MemoryState, evidence: Evidence, study_day: int, model: Fsrs6) -> float:
    if evidence.hints == Hints.REVEALING:
        return 0.0
    recall = FIRST_RECALL
    if state.phase != Phase.NEW:
        recall = model.recall(state.stability, elapsed_days(state.last_day, study_day))
    chances = chances_of(evidence.kind, evidence.options, evidence.hints)
    right = recall * (1 - chances.slip)
    wrong = recall * chances.slip
    if_right = right / (right + (1 - recall) * chances.guess)
    if_wrong = wrong / (wrong + (1 - recall) * (1 - chances.guess))
    share = 1.0 if evidence.score >= KNOWN_SCORE else evidence.score
    return share * if_right + (1 - share) * if_wrong


def after(state: MemoryState, evidence: Evidence, study_day: int, weights: Weights) -> MemoryState:
    """Return memory after an answer: the same object where the answer does not move memory."""
    if not moves_memory(state, evidence, study_day):
        return state
    model = model_of(weights)
    if evidence.self_rating is not None and evidence.kind in SELF_RATED:
        rating = Rating.AGAIN if evidence.hints == Hints.REVEALING else evidence.self_rating
        stability, difficulty = _rated(state, rating, study_day, model)
        return _moved(state, study_day, stability, difficulty, passed=rating != Rating.AGAIN)
    p = _known(state, evidence, study_day, model)
    stability, difficulty = _mixed(state, p, study_day, model)
    if evidence.score >= KNOWN_SCORE and evidence.hints != Hints.REVEALING:
        stability = max(stability, state.stability)
    return _moved(state, study_day, stability, difficulty, passed=p >= AGAIN_BELOW)


def _rated(state: MemoryState, rating: Rating, study_day: int, model: Fsrs6) -> tuple[float, float]:
    if state.phase == Phase.NEW:
        return model.first_stability(rating), model.first_difficulty(rating)
    elapsed = elapsed_days(state.last_day, study_day)
    difficulty = model.next_difficulty(state.difficulty, rating)
    if elapsed == 0:
        return model.same_day_stability(state.stability, rating), difficulty
    recall = model.recall(state.stability, elapsed)
    return model.next_stability(state.stability, state.difficulty, recall, rating), difficulty


def _mixed(state: MemoryState, p: float, study_day: int, model: Fsrs6) -> tuple[float, float]:
    good_stability, good_difficulty = _rated(state, Rating.GOOD, study_day, model)
    stability, difficulty = _rated(state, Rating.AGAIN, study_day, model)
    # The feedback after a miss is followed by one repeat that goes well.
    # At very low stability that repeat alone can outgrow a pass; a miss never does.
    fail_stability = min(model.same_day_stability(stability, Rating.GOOD), good_stability)
    fail_difficulty = model.next_difficulty(difficulty, Rating.GOOD)
    mixed = exp(p * log(good_stability) + (1 - p) * log(fail_stability))
    return clamped_stability(mixed), p * good_difficulty + (1 - p) * fail_difficulty


def _moved(
    state: MemoryState, study_day: int, stability: float, difficulty: float, *, passed: bool
) -> MemoryState:
    is_new_day = state.phase != Phase.NEW and study_day > state.last_day
    return MemoryState(
        phase=_next_phase(state.phase, passed=passed),
        stability=stability,
        difficulty=difficulty,
        last_day=study_day if state.phase == Phase.NEW else max(state.last_day, study_day),
        reps=state.reps + 1,
        lapses=state.lapses + (is_new_day and not passed),
    )


def _next_phase(phase: Phase, *, passed: bool) -> Phase:
    if passed:
        return Phase.REVIEW
    return Phase.LEARNING if phase in {Phase.NEW, Phase.LEARNING} else Phase.RELEARNING


def rating_for(state: MemoryState, evidence: Evidence, study_day: int, weights: Weights) -> Rating:
    """Return the whole-number rating that an export to other programs carries.

    Self-rated answers keep their button. A marked answer becomes Again where the card was probably
    not remembered, Hard where that is in doubt, else Good; Easy is for the learner alone to say.
    """
    if evidence.hints == Hints.REVEALING:
        return Rating.AGAIN
    if evidence.self_rating is not None and evidence.kind in SELF_RATED:
        return evidence.self_rating
    share = evidence.score
    if moves_memory(state, evidence, study_day):
        share = known(state, evidence, study_day, weights)
    return rating_of_known(share)


def rating_of_known(share: float) -> Rating:
    """Return the whole-number rating of a marked answer by how likely the card was remembered."""
    if share < AGAIN_BELOW:
        return Rating.AGAIN
    return Rating.HARD if share < HARD_BELOW else Rating.GOOD


def shown_rating(outcome: int, self_rating: Rating | None = None) -> Rating:
    """Return the rating a learner is told: 1 wrong, 2 almost, 3 correct, or the one she gave.

    ``outcome`` is the verdict's number (0 wrong, 1 almost, 2 correct). This tells what happened;
    ``rating_for`` tells what it meant for memory, and the two may differ: a lucky guess is right.
    """
    return self_rating if self_rating is not None else Rating(outcome + 1)

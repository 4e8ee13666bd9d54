"""A learner's log as trials: what weights are fitted to and measured on."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.questions.kinds import Kind
from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.evidence import (
    KNOWN_SCORE,
    SELF_RATED,
    Chances,
    Evidence,
    Hints,
    after,
    chances_of,
    known,
    moves_memory,
    rating_for,
    rating_of_known,
)
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.memory import NEW, Mode, Rating
from quizapp.scheduling.replay import Event, LogEntry

RATED = Chances(0.0, 0.0)
NEVER_TARGETS = frozenset({Kind.CHOICE, Kind.MULTIPLE_CHOICE})


@dataclass(frozen=True, slots=True)
class Trial:
    """One answer that moved memory.

    ``at`` orders the trials of all cards. ``known`` is how likely a marked answer makes it that
    the card was remembered, None for a rating, which is taken at its word. A target is predicted
    when fitting and measuring; other trials are history only. ``right`` is what was observed (0–1)
    and ``chances`` how it depends on recall.
    """

    at: int
    elapsed: int
    rating: Rating
    right: float
    is_target: bool
    known: float | None = None
    chances: Chances = RATED


History = list[list[Trial]]
"""Trials by card, each card's in their order."""


def rated_trial(at: int, elapsed: int, rating: Rating, *, is_first: bool) -> Trial:
    """Return a trial of a self-rated answer; a target where a day or more has passed."""
    return Trial(
        at=at,
        elapsed=elapsed,
        rating=rating,
        right=float(rating != Rating.AGAIN),
        is_target=elapsed > 0 and not is_first,
    )


def trials_of(entries: Iterable[LogEntry], weights: Weights) -> list[Trial]:
    """Return the trials in one card's log, marked ones read with the weights she has now.

    The log counts from the newest event that started memory anew, as the fold does.
    """
    state = NEW
    trials: list[Trial] = []
    for entry in sorted(entries, key=lambda entry: (entry.tick, entry.uuid)):
        if entry.retracted or entry.mode == Mode.PRACTICE:
            continue
        if entry.event in {Event.CHANGED, Event.RESET}:
            state, trials = NEW, []
            continue
        evidence, day = entry.evidence, entry.study_day
        if evidence is None or not moves_memory(state, evidence, day):
            continue
        elapsed = elapsed_days(state.last_day, day) if trials else 0
        if evidence.kind in SELF_RATED:
            rating = rating_for(state, evidence, day, weights)
            trials.append(rated_trial(entry.tick, elapsed, rating, is_first=not trials))
        else:
            sure = known(state, evidence, day, weights)
            trials.append(_marked_trial(entry.tick, elapsed, evidence, sure))
        state = after(state, evidence, day, weights)
    return trials


def _marked_trial(at: int, elapsed: int, evidence: Evidence, sure: float) -> Trial:
    return Trial(
        at=at,
        elapsed=elapsed,
        rating=rating_of_known(sure),
        right=1.0 if evidence.score >= KNOWN_SCORE else evidence.score,
        is_target=elapsed > 0
        and evidence.hints == Hints.NONE
        and evidence.kind not in NEVER_TARGETS,
        known=sure,
        chances=chances_of(evidence.kind, evidence.options, evidence.hints),
    )

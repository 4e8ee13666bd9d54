"""Whether forecasts came true: the share right at repetition beside what memory foretold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from quizapp.bank.bank import Reader
from quizapp.scheduling.day import elapsed_days
from quizapp.scheduling.evidence import KNOWN_SCORE, SELF_RATED, Evidence, Hints, after, chances_of
from quizapp.scheduling.fsrs import Weights, model_of
from quizapp.scheduling.memory import NEW, MemoryState, Mode, Phase, Rating
from quizapp.scheduling.replay import Event, LogEntry
from quizapp.stats.values import Bin, Retention

MOST_ANSWERS = 2_000
"""So many of the newest answers are looked at: they settle a share to about one in a hundred."""

EDGES = (0.0, 0.6, 0.75, 0.85, 0.93, 1.01)


@dataclass(frozen=True, slots=True)
class Foretold:
    """One repetition: its study day, the chance of a right answer, and the share that came."""

    study_day: int
    expected: float
    right: float


def foretold_since(reader: Reader, first_day: int) -> list[Foretold]:
    """Return the newest repetitions since a study day, each with what was expected of it."""
    weights = reader.current_fold().weights
    return [
        told
        for card in reader.answered_lately(first_day, MOST_ANSWERS)
        for told in repetitions(reader.history(card), weights)
        if told.study_day >= first_day
    ]


def retention(told: Iterable[Foretold], days: int, study_day: int) -> Retention:
    """Sum up the repetitions of the last so many study days, today included."""
    chosen = [one for one in told if study_day - days < one.study_day <= study_day]
    if not chosen:
        return Retention(days=days, answers=0, measured=0.0, expected=0.0)
    return Retention(
        days=days,
        answers=len(chosen),
        measured=_mean([one.right for one in chosen]),
        expected=_mean([one.expected for one in chosen]),
        bins=tuple(_bins(chosen)),
    )


def repetitions(entries: Iterable[LogEntry], weights: Weights) -> Iterator[Foretold]:
    """Yield the answers of one card's log that memory could foretell.

    Those are the first of a later study day, without a hint. A guess may be right and a slip wrong:
    what is expected counts with both, as what is measured does.
    """
    state = NEW
    for entry in sorted(entries, key=lambda entry: (entry.tick, entry.uuid)):
        if entry.retracted or entry.mode == Mode.PRACTICE:
            continue
        if entry.event in {Event.CHANGED, Event.RESET}:
            state = NEW
        if entry.evidence is None:
            continue
        if _is_repetition(state, entry.evidence, entry.study_day):
            yield Foretold(
                entry.study_day,
                _expected(state, entry.evidence, entry.study_day, weights),
                _right(entry.evidence),
            )
        state = after(state, entry.evidence, entry.study_day, weights)


def _is_repetition(state: MemoryState, evidence: Evidence, study_day: int) -> bool:
    return (
        state.phase != Phase.NEW
        and elapsed_days(state.last_day, study_day) > 0
        and evidence.hints == Hints.NONE
        and not evidence.is_rapid
    )


def _expected(state: MemoryState, evidence: Evidence, study_day: int, weights: Weights) -> float:
    recall = model_of(weights).recall(state.stability, elapsed_days(state.last_day, study_day))
    if evidence.kind in SELF_RATED:
        return recall
    chances = chances_of(evidence.kind, evidence.options)
    return recall * (1 - chances.slip) + (1 - recall) * chances.guess


def _right(evidence: Evidence) -> float:
    if evidence.kind in SELF_RATED:
        return float(evidence.self_rating != Rating.AGAIN)
    return 1.0 if evidence.score >= KNOWN_SCORE else evidence.score


def _bins(told: list[Foretold]) -> Iterator[Bin]:
    for low, high in pairwise(EDGES):
        inside = [one for one in told if low <= one.expected < high]
        if inside:
            expected = _mean([one.expected for one in inside])
            yield Bin(expected, _mean([one.right for one in inside]), len(inside))


def _mean(values: list[float]) -> float:
    return fsum(values) / len(values)

"""Sums a sitting up."""

from collections import Counter
from collections.abc import Sequence

from quizapp.base.ids import CardKey
from quizapp.grading.verdict import Outcome
from quizapp.study.flow import Judged, Missed, Summary

DAYS_OF_WEEK = 7


def sum_up(judged: Sequence[tuple[Judged, int | None]]) -> Summary:
    """Return what the answers of a sitting came to; each comes with its milliseconds, if known.

    A card that was missed and later right stays among the missed; its category counts each answer.
    """
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    days: dict[CardKey, int] = {}
    missed: dict[CardKey, Missed] = {}
    for it, _ in judged:
        category = it.asking.question.category.value
        asked[category] += 1
        right[category] += it.verdict.outcome == Outcome.CORRECT or it.is_overruled
        if it.moves_memory:
            days[it.asking.card] = it.days_until
        if it.verdict.outcome != Outcome.CORRECT and not it.is_overruled:
            prompt = it.asking.question.line
            missed[it.asking.card] = Missed(card=it.asking.card, prompt=prompt, correct=it.correct)
    return Summary(
        reviews=len(judged),
        outcomes=_outcomes(judged),
        elapsed_ms=sum(elapsed or 0 for _, elapsed in judged),
        by_category={category: (right[category], asked[category]) for category in asked},
        missed=tuple(missed),
        again=tuple(missed.values()),
        tomorrow=sum(day <= 1 for day in days.values()),
        this_week=sum(1 < day <= DAYS_OF_WEEK for day in days.values()),
    )


def _outcomes(judged: Sequence[tuple[Judged, int | None]]) -> dict[Outcome, int]:
    counted = Counter(
        Outcome.CORRECT if it.is_overruled else it.verdict.outcome for it, _ in judged
    )
    return {outcome: counted[outcome] for outcome in Outcome}

"""Finds the numbers behind »Hvorfor nu?«: memory of one card and the curve that led to it."""

from typing import Final

from quizapp.bank.bank import Reader
from quizapp.base.ids import CardKey
from quizapp.scheduling.curve import Stretch, recall_now, recall_on, stretches_of
from quizapp.scheduling.fsrs import Weights
from quizapp.scheduling.leech import is_leech
from quizapp.scheduling.memory import Mode, Phase
from quizapp.study.story import CardStory, CurvePart, CurvePoint, LastAnswer

STEPS: Final = 24


def story_of(reader: Reader, key: CardKey, study_day: int) -> CardStory:
    """Tell what is known of a card; raises ``KeyError`` for one that is not there."""
    card_id = reader.card_id(key)
    if card_id is None:
        raise KeyError(key)
    weights = reader.current_fold().weights
    memory = reader.memory(card_id)
    state = memory.state
    reviews = [
        review
        for review in reader.reviews(card_id)
        if not review.is_retracted and review.mode != Mode.PRACTICE
    ]
    newest = reviews[-1] if reviews else None
    is_known = state.phase != Phase.NEW
    due_day = memory.due_day
    return CardStory(
        study_day=study_day,
        answers=len(reviews),
        forgotten=state.lapses,
        is_leech=is_leech(state),
        recall=recall_now(state, study_day, weights),
        last=LastAnswer(study_day=newest.study_day, outcome=newest.outcome) if newest else None,
        stability_days=state.stability if is_known else None,
        due_day=due_day,
        interval_days=due_day - state.last_day if is_known and due_day is not None else None,
        parts=curve_of(stretches_of(reader.history(card_id), weights), weights, study_day),
    )


def curve_of(stretches: list[Stretch], weights: Weights, study_day: int) -> tuple[CurvePart, ...]:
    """Return the curve through the stretches up to a day; the last one ends there."""
    if not stretches:
        return ()
    ends = [stretch.study_day for stretch in stretches[1:]] + [study_day]
    return tuple(
        CurvePart(score=stretch.score, points=_points(stretch, end, weights))
        for stretch, end in zip(stretches, ends, strict=True)
    )


def _points(stretch: Stretch, end: int, weights: Weights) -> tuple[CurvePoint, ...]:
    span = max(end - stretch.study_day, 0)
    steps = STEPS if span else 0
    days = [stretch.study_day + span * step / max(steps, 1) for step in range(steps + 1)]
    return tuple(CurvePoint(day=day, recall=recall_on(stretch, day, weights)) for day in days)

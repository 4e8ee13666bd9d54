"""What weights mean in days: how long until a card comes again that is always answered right."""

from typing import Final

from quizapp.questions.kinds import Kind
from quizapp.scheduling.due import DueRules
from quizapp.scheduling.evidence import Evidence, after
from quizapp.scheduling.fsrs import Weights, model_of
from quizapp.scheduling.memory import NEW

SHOWN: Final = 4
_RIGHT: Final = Evidence(kind=Kind.TERM, score=1.0)


def intervals_when_right(
    weights: Weights, desired_retention: float = DueRules().desired_retention, answers: int = SHOWN
) -> tuple[int, ...]:
    """Return the days after each of so many right typed answers, each given on the day it is due.

    >>> from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS
    >>> len(intervals_when_right(DEFAULT_WEIGHTS, answers=3))
    3
    """
    state, day = NEW, 0
    days: list[int] = []
    for _ in range(answers):
        state = after(state, _RIGHT, day, weights)
        days.append(model_of(weights).interval(state.stability, desired_retention))
        day += days[-1]
    return tuple(days)

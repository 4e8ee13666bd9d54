"""Today's plan: which cards, in which order, within the minutes of the day."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from quizapp.scheduling.exam import (
    DayPlan,
    ExamCard,
    ExamPlanning,
    Planned,
    Purpose,
    exams_ahead,
    seconds_on,
)
from quizapp.scheduling.fsrs import model_of

if TYPE_CHECKING:
    from quizapp.scheduling.exam_order import Ranked

HARDLY_ANY: Final = 1e-7
SPARE_MIN: Final = 1e-7
NEEDED: Final = 0.005


def plan_today(planning: ExamPlanning) -> DayPlan:
    """Return today's plan; it is empty on a day without minutes.

    First comes what the exams need, then ordinary reviews that are due, then what still adds a
    little to the exams. Together the cards are expected to take no more than the day has.
    """
    whole = full_plan(planning)
    left = whole.budget_seconds
    fitting: list[Planned] = []
    for planned in whole.cards:
        if planned.seconds <= left:
            left -= planned.seconds
            fitting.append(planned)
    return replace(whole, cards=tuple(fitting))


def full_plan(planning: ExamPlanning) -> DayPlan:
    """Return all that is worth asking today, best first, whatever time it takes.

    On a day without minutes that is nothing.
    """
    budget = seconds_on(planning, planning.today)
    prices = None
    for_exams: list[Planned] = []
    if budget <= 0:
        return DayPlan(day=planning.today, budget_seconds=0.0)
    if exams_ahead(planning):
        from quizapp.scheduling.exam_order import ranked  # noqa: PLC0415 - numpy only when needed

        found = ranked(planning)
        prices = found.prices
        for_exams = [_planned(found, at) for at in _worth_asking(found)]
    due = _due(planning, {each.card for each in for_exams if each.gain >= NEEDED})
    if due:
        kept_alive = {each.card for each in due}
        needed = [each for each in for_exams if each.gain >= NEEDED]
        little = [each for each in for_exams if each.gain < NEEDED and each.card not in kept_alive]
        for_exams = [*needed, *due, *little]
    return DayPlan(day=planning.today, budget_seconds=budget, cards=tuple(for_exams), prices=prices)


def _worth_asking(found: "Ranked") -> list[int]:
    """Return the cards better asked today than later, then those that asking today still helps."""
    now = [int(at) for at in found.order if found.index[at] > HARDLY_ANY]
    per_second = found.gain * found.columns.worth / found.seconds
    later = [at for at in set(range(len(per_second))) - set(now) if per_second[at] > SPARE_MIN]
    return now + sorted(later, key=lambda at: (-per_second[at], found.columns.cards[at].card))


def _planned(found: "Ranked", at: int) -> Planned:
    return Planned(
        card=found.columns.cards[at].card,
        is_new=bool(found.columns.is_new[at]),
        seconds=float(found.seconds[at]),
        recall=float(found.recall[at]),
        gain=float(found.gain[at]),
    )


def _due(planning: ExamPlanning, taken: set[int]) -> list[Planned]:
    """Return the ordinary reviews that are due and not in the plan already, longest due first."""
    due = [card for card in planning.cards if card.card not in taken and _is_due(planning, card)]
    due.sort(key=lambda card: (card.due_day or 0, card.card))
    model = model_of(planning.weights)
    return [
        _ordinary(card, model.recall(card.stability or 1.0, planning.today - card.last_day))
        for card in due
    ]


def _is_due(planning: ExamPlanning, card: ExamCard) -> bool:
    is_asked = card.stability is not None and card.last_day < planning.today
    return is_asked and card.due_day is not None and card.due_day <= planning.today


def _ordinary(card: ExamCard, recall: float) -> Planned:
    return Planned(
        card=card.card,
        is_new=False,
        seconds=recall * card.seconds.passed + (1 - recall) * card.seconds.failed,
        recall=recall,
        gain=0.0,
        purpose=Purpose.ORDINARY,
    )

"""Today's queue while an exam is ahead: the plan's cards in the plan's order, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizapp.bank.bank import Reader
from quizapp.scheduling.exam import (
    SECONDS_A_MINUTE,
    ExamPlanning,
    Planned,
    Purpose,
    exams_ahead,
)
from quizapp.scheduling.exam_plan import full_plan
from quizapp.scheduling.memory import Mode, Phase
from quizapp.scheduling.queue import QueueCard, Queued, QueueRules, Reason, Why
from quizapp.study.exam_planning import planning_on
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences

AT_ONCE = 2_000
"""So many cards are let go in one step."""
LONGEST_LOOK = 366
"""So many days ahead it is looked for minutes."""


def exam_queue(
    reader: Reader, plan: Plan, preferences: Preferences, rules: QueueRules, fraction: float
) -> list[Queued] | None:
    """Return what the exam plan asks today; None where the ordinary queue is what counts.

    That is so for a round over a chosen scope, and without an exam ahead that has cards and time.
    ``fraction`` is the share of the study day (0–1) that has passed.
    """
    if not is_days_own(plan):
        return None
    planning = planning_on(reader, preferences, (rules.study_day, fraction))
    if not has_time(planning):
        return None
    if plan.is_extra and plan.minutes is not None:
        planning = _with_extra(planning, plan.minutes)
    whole = full_plan(planning)
    room = whole.budget_seconds
    if plan.minutes is not None:
        room = min(room, plan.minutes * SECONDS_A_MINUTE)
    cards = {card.card: card for card in reader.cards_in()}
    titles = _titles(reader, planning)
    queue = [
        _queued(cards[planned.card], planned, titles.get(planned.card, ""), planning.today)
        for planned in _fitting(_apart(whole.cards, cards, rules), room)
    ]
    parts = [*_parts(whole.cards), *_parts(planning.cards), *_parts(tuple(cards.values()))]
    del whole, planning, cards
    while parts:
        parts.pop()
    return queue


def _with_extra(planning: ExamPlanning, minutes: int) -> ExamPlanning:
    """Return the planning with so many minutes left today, whatever the plan had for the day."""
    time, today = planning.time, planning.today
    own = {**time.own, today: planning.spent_seconds / SECONDS_A_MINUTE + minutes}
    return replace(planning, time=replace(time, own=own, days_off=time.days_off - {today}))


def _parts(many: tuple[object, ...]) -> Iterator[tuple[object, ...]]:
    """Yield many objects in parts that hold them until they are let go, one part after the other.

    All of a big bank's cards at once are one step of the interpreter, and for so long the window
    would stand still.
    """
    return (many[at : at + AT_ONCE] for at in range(0, len(many), AT_ONCE))


def is_days_own(plan: Plan) -> bool:
    """Say whether a plan is the whole day's round, not a scope somebody chose."""
    chosen = plan.packs or plan.categories or plan.topics or plan.cards
    return plan.mode == Mode.SCHEDULED and not plan.any_day and not chosen


def has_time(planning: ExamPlanning) -> bool:
    """Say whether an exam with cards is ahead, with minutes on some day until then."""
    ahead = exams_ahead(planning)
    if not ahead:
        return False
    days = range(planning.today, min(ahead[-1].day, planning.today + LONGEST_LOOK) + 1)
    return any(planning.time.minutes_on(day) > 0 for day in days)


def _apart(
    planned: Iterable[Planned], cards: dict[int, QueueCard], rules: QueueRules
) -> Iterator[Planned]:
    """Yield one card of each question and each fact, none of those answered today."""
    questions, facts = set(rules.done_questions), set(rules.done_facts)
    for each in planned:
        card = cards.get(each.card)
        if card is None or card.question in questions or (card.fact and card.fact in facts):
            continue
        questions.add(card.question)
        facts.add(card.fact)
        yield each


def _fitting(planned: Iterable[Planned], room: float) -> Iterator[Planned]:
    left = room
    for each in planned:
        if each.seconds <= left:
            left -= each.seconds
            yield each


def _titles(reader: Reader, planning: ExamPlanning) -> dict[int, str]:
    """Return for each card the first exam that asks it."""
    names = {record.exam_id: record.title for record in reader.exams()}
    found: dict[int, str] = {}
    for exam in reversed(exams_ahead(planning)):
        found |= {card: names[exam.exam] for card, weight in exam.cards.items() if weight > 0}
    return found


def _queued(card: QueueCard, planned: Planned, title: str, today: int) -> Queued:
    is_new = card.phase == Phase.NEW
    overdue = 0 if card.due_day is None else max(today - card.due_day, 0)
    reason = Reason.OVERDUE if overdue else Reason.DUE
    if is_new:
        reason = Reason.NEW if card.due_day is None else Reason.CHANGED
    why = Why(
        reason=reason,
        topic=card.topic,
        recall=None if is_new else planned.recall,
        last_day=None if is_new else card.last_day,
        days_overdue=overdue,
        exam=title if planned.purpose == Purpose.EXAM else "",
    )
    return Queued(replace(card, seconds=planned.seconds), why)

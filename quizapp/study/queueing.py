"""Builds the queue of a sitting from the bank."""

from quizapp.bank.bank import Reader
from quizapp.bank.values import CardScope
from quizapp.base.errors import MisuseError
from quizapp.base.ids import PackId
from quizapp.scheduling.memory import Mode
from quizapp.scheduling.queue import Queued, QueueRules, build_queue, practice_queue
from quizapp.study.plan import Plan
from quizapp.study.preferences import Preferences
from quizapp.study.turns import in_turn

PACE_DAYS = 90
SPARE = 2
"""So many times the answers that are wanted are drawn for practice: some cards may be skipped."""


def scope_of(plan: Plan) -> CardScope:
    """Return the cards a plan is about, in the bank's terms."""
    return CardScope(
        packs=plan.packs, categories=plan.categories, topics=plan.topics, cards=plan.cards
    )


def check_packs(reader: Reader, packs: tuple[PackId, ...]) -> None:
    """Raise ``MisuseError`` for a pack that is not installed."""
    known = {record.key for record in reader.packs()}
    for pack in packs:
        if pack not in known:
            raise MisuseError("unknown_pack", pack=pack)


def queue_for(
    reader: Reader,
    plan: Plan,
    preferences: Preferences,
    study_day: int,
    fraction: float = 0.0,
) -> list[Queued]:
    """Return what a sitting asks today, in order: while an exam is ahead, what its plan says.

    ``fraction`` is the share of the study day (0–1) that has passed.
    """
    scope = scope_of(plan)
    rules = rules_for(reader, plan, preferences, study_day)
    if reader.has_exam_ahead():
        from quizapp.study.exam_day import exam_queue  # noqa: PLC0415 - seldom, and slow to load

        planned = exam_queue(reader, plan, preferences, rules, fraction)
        if planned is not None:
            return planned
    pace = reader.pace(study_day - PACE_DAYS)
    if plan.mode == Mode.PRACTICE or plan.any_day:
        if plan.limit is None:
            return practice_queue(reader.cards_in(scope, pace), rules)
        drawn = reader.sample_cards(SPARE * plan.limit, rules.seed, scope, pace)
        return practice_queue(drawn, rules)
    due = reader.due_cards(study_day, scope, pace)
    # Cards of one question keep apart, so more than the day's share is looked at.
    new = reader.new_cards(4 * rules.new_left + 20, scope, pace) if rules.new_left else []
    return build_queue([*due, *in_turn(reader, new)], rules)


def rules_for(reader: Reader, plan: Plan, preferences: Preferences, study_day: int) -> QueueRules:
    """Return today's limits, with what was done today taken off."""
    minutes = plan.minutes if plan.minutes is not None else preferences.minutes_per_day
    return QueueRules(
        study_day=study_day,
        seed=plan.seed if plan.seed is not None else study_day,
        weights=reader.current_fold().weights,
        new_left=max(0, preferences.new_per_day - reader.new_begun_on(study_day)),
        seconds_left=None if minutes is None else 60.0 * minutes,
        done_questions=reader.answered_today(study_day),
        done_facts=reader.facts_today(study_day),
    )

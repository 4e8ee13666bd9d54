"""What to expect of an exam if the plan is followed: the score, how sure that is, and where.

No numpy is imported until a forecast is made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from quizapp.scheduling.exam import Exam, ExamCard, ExamPlanning, Prices, exam_is_ahead

SHARE = 0.8
"""How often an exam is meant to end within the interval of its forecast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A share of right answers (0–1) with its 80 % interval, and the cards it is about.

    ``now`` is what would be right today, ``seen`` how many of the cards have been asked.
    """

    score: float
    low: float
    high: float
    now: float
    seen: int
    cards: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchAhead:
    """What the plan has in mind for some days from ``day`` on, nearly always one.

    ``known`` (0–1) is what would be right just before; from ``low`` to ``high`` reaches what can
    still go otherwise until then (80 %), which is nothing at first and all of it at the exam.
    """

    day: int
    minutes: float
    answers: float
    new: float
    known: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamForecast:
    """The forecast of one exam; ``will_see`` counts the cards that are reached before it."""

    exam: int
    day: int
    expected: Expected
    will_see: float
    by_category: Mapping[str, Expected] = field(default_factory=dict[str, Expected])
    by_topic: Mapping[str, Expected] = field(default_factory=dict[str, Expected])
    ahead: tuple[StretchAhead, ...] = ()
    prices: Prices | None = None

    @property
    def has_time(self) -> bool:
        """Say whether there are minutes on some day before the exam."""
        return any(it.minutes > 0 for it in self.ahead if it.day <= self.day)

    @property
    def coverage(self) -> float:
        """Return the share (0–1) of the cards that have been asked."""
        return self.expected.seen / self.expected.cards


class WhyNone(StrEnum):
    """Why an exam has no forecast."""

    PAST = "past"
    NO_CARDS = "no_cards"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoForecast:
    """An exam that nothing can be said of."""

    exam: int
    why: WhyNone


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """A change to try: more (or fewer) minutes each day, no days off, a topic left out, a pause.

    ``start`` is the first day of study. A topic left out is not studied, and not scored either.
    """

    extra_minutes: float = 0.0
    without_days_off: bool = False
    left_out: str = ""
    start: int | None = None


def forecast_exams(planning: ExamPlanning) -> tuple[ExamForecast | NoForecast, ...]:
    """Return what to expect of each exam, in the order they are given."""
    why = {exam.exam: reason for exam in planning.exams if (reason := _why_none(planning, exam))}
    found: dict[int, ExamForecast] = {}
    if len(why) < len(planning.exams):
        from quizapp.scheduling.exam_expected import expected_exams  # noqa: PLC0415 - numpy

        found = {each.exam: each for each in expected_exams(planning)}
    return tuple(
        NoForecast(exam=exam.exam, why=why[exam.exam]) if exam.exam in why else found[exam.exam]
        for exam in planning.exams
    )


def forecast_exam(planning: ExamPlanning, exam: int) -> ExamForecast | NoForecast:
    """Return what to expect of one exam, the others still sharing its minutes."""
    return next(each for each in forecast_exams(planning) if each.exam == exam)


def recalled(
    planning: ExamPlanning, elapsed: Sequence[float], stability: Sequence[float]
) -> list[float]:
    """Return the chances of remembering so many days after an answer, as forecasts take them."""
    from quizapp.scheduling.exam_hindsight import recalled_by  # noqa: PLC0415 - numpy

    return recalled_by(planning, elapsed, stability)


def changed(planning: ExamPlanning, what_if: WhatIf) -> ExamPlanning:
    """Return the planning as it would be."""
    time = planning.time
    extra = what_if.extra_minutes
    # More minutes a day do not make a free weekday a day of study.
    minutes = tuple(max(each + extra, 0.0) if each > 0 else 0.0 for each in time.minutes)
    own = {day: max(each + extra, 0.0) if each > 0 else 0.0 for day, each in time.own.items()}
    off = frozenset[int]() if what_if.without_days_off else time.days_off
    if what_if.start is not None:
        off |= frozenset(range(planning.today, what_if.start))
    exams = planning.exams
    if what_if.left_out:
        exams = tuple(_without(planning, exam, what_if.left_out) for exam in exams)
    return replace(
        planning, time=replace(time, minutes=minutes, own=own, days_off=off), exams=exams
    )


def what_if(planning: ExamPlanning, exam: int, change: WhatIf) -> ExamForecast | NoForecast:
    """Return what to expect of an exam after a change; prices in the planning make it quick."""
    return forecast_exam(changed(planning, change), exam)


def _without(planning: ExamPlanning, exam: Exam, topic: str) -> Exam:
    left_out = {card.card for card in planning.cards if topic in card.topics}
    kept = {card: weight for card, weight in exam.cards.items() if card not in left_out}
    return replace(exam, cards=kept)


def _why_none(planning: ExamPlanning, exam: Exam) -> WhyNone | None:
    if not exam_is_ahead(exam, planning.today, planning.fraction):
        return WhyNone.PAST
    has_card = any(_is_asked(exam, card) for card in planning.cards)
    return None if has_card else WhyNone.NO_CARDS


def _is_asked(exam: Exam, card: ExamCard) -> bool:
    return exam.cards.get(card.card, 0.0) > 0

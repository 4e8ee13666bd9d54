"""Exams, cards and plannings for the tests of the exam plan."""

import numpy as np
from hypothesis import strategies as st

from quizapp.scheduling.exam import AnswerSeconds, Exam, ExamCard, ExamPlanning, StudyTime

TODAY = 20_000


def seen_card(number: int, rng: np.random.Generator) -> ExamCard:
    """A card asked some days ago."""
    return ExamCard(
        card=number,
        rank=number,
        stability=float(np.exp(rng.normal(1.5, 1.2))),
        difficulty=float(rng.uniform(1, 10)),
        last_day=TODAY - int(rng.integers(0, 40)),
        due_day=TODAY + int(rng.integers(-5, 20)),
        category="Dato" if number % 2 else "Sted",
        topics=("Krig",) if number % 3 else ("Fred", "Handel"),
        seconds=some_seconds(rng),
    )


def new_card(number: int, rng: np.random.Generator) -> ExamCard:
    return ExamCard(
        card=number,
        rank=number,
        category="Dato" if number % 2 else "Sted",
        topics=("Krig",) if number % 3 else ("Fred", "Handel"),
        seconds=some_seconds(rng),
    )


def some_seconds(rng: np.random.Generator) -> AnswerSeconds:
    pace = float(np.exp(rng.normal(0, 0.3)))
    return AnswerSeconds(new=20 * pace, passed=13 * pace, failed=33 * pace)


def some_cards(count: int, seed: int = 1, seen: float = 0.5) -> tuple[ExamCard, ...]:
    rng = np.random.default_rng(seed)
    return tuple(
        seen_card(number, rng) if rng.random() < seen else new_card(number, rng)
        for number in range(count)
    )


def a_planning(
    *,
    cards: tuple[ExamCard, ...] | None = None,
    days: int = 8,
    minutes: float = 5.0,
    goal: float | None = None,
    today: int = TODAY,
    days_off: frozenset[int] = frozenset(),
) -> ExamPlanning:
    """One exam some days ahead that asks all cards."""
    cards = some_cards(30) if cards is None else cards
    weights = {card.card: 1.0 for card in cards}
    exam = Exam(exam=1, day=TODAY + days, cards=weights, goal=goal)
    time = StudyTime(minutes=(minutes,) * 7, days_off=days_off)
    return ExamPlanning(today=today, cards=cards, exams=(exam,), time=time)


def plannings() -> st.SearchStrategy[ExamPlanning]:
    """Any planning: exams behind, today and ahead, few or no minutes, cards and days off."""
    return st.integers(0, 2**32 - 1).map(random_planning)


def random_planning(seed: int) -> ExamPlanning:
    rng = np.random.default_rng(seed)
    cards = some_cards(int(rng.choice([0, 1, 5, 25])), seed, float(rng.random()))
    exams = tuple(
        Exam(
            exam=number,
            day=TODAY + int(rng.choice([-3, 0, 1, 2, 5, 12, 50])),
            fraction=float(rng.random()),
            cards={card.card: float(rng.choice([0, 1, 4])) for card in cards if rng.random() < 0.8},
        )
        for number in range(int(rng.choice([0, 1, 1, 1, 2, 4])))
    )
    minutes = [float(each) for each in rng.choice([0, 1, 5, 20, 200], 7)]
    a, b, c, d, e, f, g = minutes
    return ExamPlanning(
        today=TODAY,
        fraction=float(rng.random()),
        cards=cards,
        exams=exams,
        time=StudyTime(
            minutes=(a, b, c, d, e, f, g),
            days_off=frozenset(TODAY + int(day) for day in rng.integers(0, 12, 3)),
        ),
        spent_seconds=float(rng.choice([0, 0, 90])),
    )

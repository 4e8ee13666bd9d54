"""What is asked today, and in which order."""

from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.fsrs import DEFAULT_WEIGHTS, model_of
from quizapp.scheduling.memory import Phase
from quizapp.scheduling.queue import (
    QueueCard,
    Queued,
    QueueRules,
    Reason,
    Why,
    build_queue,
    practice_queue,
    value_of_review,
)
from tests.unit.scheduling.strategies import DAY

TODAY = QueueRules(study_day=DAY)
MODEL = model_of(DEFAULT_WEIGHTS)


def a_card(number: int, **fields: object) -> QueueCard:
    card = QueueCard(
        card=number, question=number, pack="p", category="dato", phase=Phase.NEW, rank=number
    )
    return replace(card, **fields)  # type: ignore[arg-type]  # some of its fields


def a_due_card(number: int, due_day: int = DAY, **fields: object) -> QueueCard:
    seen: dict[str, object] = {
        "phase": Phase.REVIEW,
        "due_day": due_day,
        "stability": 10.0,
        "difficulty": 5.0,
        "last_day": due_day - 10,
    }
    return a_card(number, **(seen | fields))


def numbers(queue: list[Queued]) -> list[int]:
    return [queued.card.card for queued in queue]


def test_packs_that_wait_their_turn_begin_last() -> None:
    cards = [a_card(1, turn=2), a_card(2, turn=1), a_card(3), a_card(4, turn=1)]
    assert numbers(build_queue(cards, TODAY)) == [3, 2, 4, 1]


def many_cards() -> st.SearchStrategy[list[QueueCard]]:
    return st.integers(0, 2**32 - 1).map(random_cards)


def random_cards(seed: int) -> list[QueueCard]:
    rng = np.random.default_rng(seed)
    cards = []
    for number in range(rng.integers(0, 31)):
        place: dict[str, Any] = {
            "question": int(rng.integers(0, 26)),
            "fact": ["", "", "a", "b"][rng.integers(4)],
            "category": ["dato", "tal", "begreb"][rng.integers(3)],
            "seconds": float(rng.uniform(0, 60)),
            "stability": float(rng.uniform(0.1, 300)),
        }
        due = DAY + int(rng.integers(-20, 6))
        make = a_card(number) if rng.integers(2) else a_due_card(number, due)
        cards.append(replace(make, **place))
    return cards


@given(many_cards(), st.randoms(use_true_random=False), st.integers(0, 9))
def test_the_queue_does_not_depend_on_the_order_of_reading(
    cards: list[QueueCard], random: Random, seed: int
) -> None:
    rules = replace(TODAY, seed=seed)
    shuffled = list(cards)
    random.shuffle(shuffled)
    assert build_queue(shuffled, rules) == build_queue(cards, rules)


@given(many_cards())
def test_cards_of_one_question_or_fact_never_meet(cards: list[QueueCard]) -> None:
    queue = build_queue(cards, TODAY)
    questions = [queued.card.question for queued in queue]
    facts = [queued.card.fact for queued in queue if queued.card.fact]
    assert len(set(questions)) == len(questions)
    assert len(set(facts)) == len(facts)


@given(many_cards(), st.integers(0, 5), st.integers(0, 5), st.floats(0, 300))
def test_the_day_never_exceeds_its_limits(
    cards: list[QueueCard], new: int, reviews: int, seconds: float
) -> None:
    rules = replace(TODAY, new_left=new, reviews_left=reviews, seconds_left=seconds)
    queue = build_queue(cards, rules)
    fresh = [queued for queued in queue if queued.why.reason == Reason.NEW]
    assert len(fresh) <= new
    assert len(queue) - len(fresh) <= reviews
    assert sum(queued.card.seconds for queued in queue) <= seconds + 60


@given(many_cards())
def test_nothing_is_asked_before_it_is_due(cards: list[QueueCard]) -> None:
    queue = build_queue(cards, TODAY)
    assert all(queued.card.due_day is None or queued.card.due_day <= DAY for queued in queue)


def test_twenty_new_cards_come_in_the_authors_order() -> None:
    cards = [a_card(number, rank=100 - number) for number in range(30)]
    assert numbers(build_queue(cards, TODAY)) == list(range(29, 9, -1))


def test_new_cards_are_spread_evenly_between_reviews() -> None:
    cards = [a_due_card(number) for number in range(9)] + [a_card(100 + it) for it in range(3)]
    queue = build_queue(cards, TODAY)
    assert [at for at, queued in enumerate(queue) if queued.why.reason == Reason.NEW] == [1, 5, 9]


def test_overdue_cards_come_before_those_due_today() -> None:
    cards = [a_due_card(1), a_due_card(2, DAY - 3), a_due_card(3), a_due_card(4, DAY - 1)]
    assert set(numbers(build_queue(cards, TODAY))[:2]) == {2, 4}


def test_of_overdue_cards_the_most_valuable_comes_first() -> None:
    cards = [a_due_card(number, DAY - 5 * number, stability=3.0 * number) for number in range(1, 9)]
    values = [value_of_review(it.card, DAY, MODEL) for it in build_queue(cards, TODAY)]
    assert values == sorted(values, reverse=True)


def test_a_quicker_card_is_worth_more() -> None:
    slow, quick = a_due_card(1, seconds=40.0), a_due_card(2, seconds=8.0)
    assert value_of_review(quick, DAY, MODEL) > value_of_review(slow, DAY, MODEL)


def test_with_a_limit_the_most_valuable_of_today_are_taken() -> None:
    cards = [a_due_card(number, seconds=10.0 + number) for number in range(20)]
    queue = build_queue(cards, replace(TODAY, reviews_left=5))
    assert set(numbers(queue)) == {0, 1, 2, 3, 4}


def test_the_minutes_of_the_day_end_the_queue() -> None:
    cards = [a_due_card(number, seconds=30.0) for number in range(20)]
    assert len(build_queue(cards, replace(TODAY, seconds_left=300.0))) == 10


def test_reviews_take_the_minutes_before_new_cards_do() -> None:
    cards = [a_due_card(number, seconds=30.0) for number in range(4)] + [a_card(9)]
    queue = build_queue(cards, replace(TODAY, seconds_left=120.0))
    assert [queued.why.reason for queued in queue] == [Reason.DUE] * 4


def test_another_seed_orders_todays_cards_otherwise() -> None:
    cards = [a_due_card(number) for number in range(20)]
    one, other = (numbers(build_queue(cards, replace(TODAY, seed=seed))) for seed in (1, 2))
    assert one != other
    assert sorted(one) == sorted(other)


def test_one_more_card_does_not_shuffle_the_others() -> None:
    cards = [a_due_card(number) for number in range(20)]
    before = numbers(build_queue(cards[:-1], TODAY))
    after = numbers(build_queue(cards, TODAY))
    assert [number for number in after if number != 19] == before


def test_look_alikes_do_not_follow_each_other() -> None:
    cards = [a_due_card(number, category="dato" if number % 2 else "tal") for number in range(20)]
    looks = [queued.card.category for queued in build_queue(cards, TODAY)]
    assert all(one != other for one, other in pairwise(looks))


def test_topics_tell_cards_of_one_category_apart() -> None:
    cards = [a_due_card(number, topic="krig" if number % 2 else "fred") for number in range(20)]
    looks = [queued.card.topic for queued in build_queue(cards, TODAY)]
    assert all(one != other for one, other in pairwise(looks))


def test_the_card_of_a_question_answered_today_waits() -> None:
    cards = [a_due_card(1, question=7), a_due_card(2, fact="freden"), a_due_card(3)]
    rules = replace(TODAY, done_questions=frozenset({7}), done_facts=frozenset({"freden"}))
    assert numbers(build_queue(cards, rules)) == [3]


def test_a_changed_card_comes_first_and_is_not_counted_as_new() -> None:
    cards = [a_due_card(1, DAY - 9), a_card(2, due_day=DAY)]
    queue = build_queue(cards, replace(TODAY, new_left=0))
    assert [queued.why.reason for queued in queue] == [Reason.CHANGED, Reason.OVERDUE]


def test_a_seen_card_without_a_due_day_is_asked() -> None:
    card = a_due_card(1)
    assert numbers(build_queue([replace(card, due_day=None)], TODAY)) == [1]


def test_the_reason_of_an_overdue_card_holds_the_numbers() -> None:
    queue = build_queue([a_due_card(1, DAY - 4, topic="krigen")], TODAY)
    assert queue[0].why == Why(
        reason=Reason.OVERDUE,
        topic="krigen",
        recall=MODEL.recall(10.0, 14),
        last_day=DAY - 14,
        days_overdue=4,
    )


def test_the_reason_of_a_new_card_names_its_topic() -> None:
    queue = build_queue([a_card(1, topic="freden")], TODAY)
    assert queue[0].why == Why(reason=Reason.NEW, topic="freden")


def test_practice_asks_everything_in_scope() -> None:
    cards = [a_card(1), a_due_card(2, DAY + 50), a_due_card(3)]
    queue = practice_queue(cards, TODAY)
    assert sorted(numbers(queue)) == [1, 2, 3]
    assert {queued.why.reason for queued in queue} == {Reason.PRACTICE}

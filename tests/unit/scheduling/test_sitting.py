"""One sitting's way through its queue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.memory import Phase
from quizapp.scheduling.queue import QueueCard, Queued, Reason, Why
from quizapp.scheduling.sitting import SittingQueue


def a_sitting(size: int) -> SittingQueue:
    return SittingQueue(
        tuple(
            Queued(
                QueueCard(
                    card=number,
                    question=number,
                    pack="p",
                    category="dato",
                    phase=Phase.NEW,
                    rank=number,
                ),
                Why(reason=Reason.NEW),
            )
            for number in range(size)
        )
    )


def asked(sitting: SittingQueue, failures: list[bool]) -> list[int]:
    """The cards asked, one answer after the other (right once ``failures`` are used up)."""
    found = []
    answers = iter(failures)
    while (current := sitting.current) is not None:
        found.append(current.card.card)
        sitting = sitting.answered(failed=next(answers, False))
    return found


def test_cards_come_in_order() -> None:
    assert asked(a_sitting(4), []) == [0, 1, 2, 3]


def test_a_failed_card_returns_after_three_others() -> None:
    assert asked(a_sitting(6), [True]) == [0, 1, 2, 3, 0, 4, 5]


def test_a_failed_card_returns_at_the_end_when_there_are_fewer_others() -> None:
    assert asked(a_sitting(3), [True]) == [0, 1, 2, 0]


def test_a_card_that_is_never_right_returns_five_times() -> None:
    assert asked(a_sitting(1), [True] * 9) == [0] * 6


def test_the_last_failed_card_lets_the_others_go_first() -> None:
    assert asked(a_sitting(2), [True, True]) == [0, 1, 0, 1]


def test_a_returning_card_says_so() -> None:
    sitting = a_sitting(1).answered(failed=True)
    assert sitting.current is not None
    assert sitting.current.why.reason == Reason.FAILED


@given(st.integers(1, 12), st.lists(st.booleans(), max_size=60))
def test_three_others_stand_between_unless_the_queue_is_used_up(
    size: int, failures: list[bool]
) -> None:
    order = asked(a_sitting(size), failures)
    last_fresh = max(order.index(number) for number in range(size))
    for at, number in enumerate(order[: last_fresh + 1]):
        assert number not in order[max(0, at - 3) : at]


@given(st.integers(0, 8), st.lists(st.booleans(), max_size=60))
def test_every_card_is_asked_and_none_more_than_six_times(size: int, failures: list[bool]) -> None:
    order = asked(a_sitting(size), failures)
    assert set(order) == set(range(size))
    assert all(order.count(number) <= 6 for number in order)


@given(st.integers(1, 8), st.lists(st.booleans(), max_size=12))
def test_a_waiting_card_returns_after_as_many_answers_as_was_said(
    size: int, failures: list[bool]
) -> None:
    sitting = a_sitting(size)
    for failed in failures:
        if sitting.current is not None:
            sitting = sitting.answered(failed=failed)
    to_come = asked(sitting, [])
    for card in range(size):
        waits = any(it.queued.card.card == card for it in sitting.waiting)
        assert sitting.answers_before(card) == (to_come.index(card) if waits else None)


@given(st.integers(1, 8), st.lists(st.booleans(), min_size=1, max_size=30))
def test_the_sitting_before_an_answer_is_not_touched_by_it(size: int, failures: list[bool]) -> None:
    sitting = a_sitting(size)
    for failed in failures:
        if sitting.current is None:
            return
        before = repr(sitting)
        later = sitting.answered(failed=failed)
        assert repr(sitting) == before
        assert later.answers == sitting.answers + 1
        sitting = later


def test_a_skipped_card_is_not_asked_again() -> None:
    sitting = a_sitting(2).skipped()
    assert asked(sitting, []) == [1]
    assert sitting.answers == 0


def test_a_returning_card_can_be_skipped() -> None:
    sitting = a_sitting(1).answered(failed=True).skipped()
    assert sitting.current is None


def test_what_is_left_counts_the_returning() -> None:
    assert a_sitting(5).answered(failed=True).left == 5
    assert a_sitting(5).answered(failed=False).left == 4


def test_cards_put_aside_are_gone_from_both_rows() -> None:
    sitting = a_sitting(5).answered(failed=True).without({0, 3})
    assert asked(sitting, []) == [1, 2, 4]


def test_nothing_can_be_answered_at_the_end() -> None:
    with pytest.raises(IndexError):
        a_sitting(0).answered(failed=False)


def test_nothing_can_be_skipped_at_the_end() -> None:
    with pytest.raises(IndexError):
        a_sitting(0).skipped()

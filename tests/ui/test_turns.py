"""Long work in short steps: a step a turn, all of them, and nothing of what was replaced."""

from collections.abc import Iterator

from pytestqt.qtbot import QtBot

from quizapp.ui.turns import Turns, to_the_end


def counting(into: list[int], most: int) -> Iterator[None]:
    for number in range(most):
        into.append(number)
        yield


def test_nothing_is_done_before_the_event_loop_comes_round(qtbot: QtBot) -> None:
    del qtbot
    done: list[int] = []
    turns = Turns()
    turns.go(counting(done, 3))
    assert not done


def test_every_step_is_taken(qtbot: QtBot) -> None:
    done: list[int] = []
    turns = Turns()
    turns.go(counting(done, 3))
    qtbot.waitUntil(lambda: done == [0, 1, 2])


def test_what_is_new_replaces_what_was_left(qtbot: QtBot) -> None:
    first: list[int] = []
    second: list[int] = []
    turns = Turns()
    turns.go(counting(first, 3))
    turns.go(counting(second, 3))
    qtbot.waitUntil(lambda: len(second) == 3)
    assert not first


def test_a_step_may_begin_something_new(qtbot: QtBot) -> None:
    done: list[int] = []
    turns = Turns()

    def begin() -> Iterator[None]:
        turns.go(counting(done, 2))
        yield from ()

    turns.go(begin())
    qtbot.waitUntil(lambda: done == [0, 1])


def test_what_is_left_can_be_done_at_once(qtbot: QtBot) -> None:
    del qtbot
    done: list[int] = []
    turns = Turns()
    turns.go(counting(done, 3))
    turns.finish()
    assert done == [0, 1, 2]


def test_nothing_is_done_after_a_stop(qtbot: QtBot) -> None:
    done: list[int] = []
    turns = Turns()
    turns.go(counting(done, 3))
    turns.stop()
    qtbot.wait(20)
    assert not done


def test_what_must_not_stay_half_done_is_done_when_it_is_stopped() -> None:
    done: list[int] = []
    steps = to_the_end(counting(done, 5))
    next(steps)
    assert done == [0]
    steps.close()
    assert done == [0, 1, 2, 3, 4]


def test_what_was_never_begun_is_not_done_when_it_is_stopped() -> None:
    done: list[int] = []
    to_the_end(counting(done, 5)).close()
    assert not done

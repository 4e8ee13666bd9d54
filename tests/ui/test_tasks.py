"""Work runs off the GUI thread, in order, and comes back to it."""

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from quizapp.ui.garbage import collect_due
from quizapp.ui.tasks import TaskHandle, TaskRunner

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    assert made.stop()


def _fail(error: Exception) -> None:
    raise AssertionError(error)


def test_work_runs_in_another_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[int] = []
    runner.run(threading.get_ident, seen.append, _fail)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen != [threading.get_ident()]


def test_the_result_comes_back_on_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[int] = []
    runner.run(lambda: 1, lambda _one: seen.append(threading.get_ident()), _fail)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [threading.get_ident()]


class Noting:
    """Asks for work, and notes in which thread it is deleted."""

    def __init__(self, deleted: list[int], divisor: int = 1) -> None:
        self._deleted = deleted
        self._divisor = divisor
        self.itself: Noting | None = None

    def work(self) -> int:
        return 1 // self._divisor

    def hear(self, _outcome: object) -> None:
        """Hear what came of it."""

    def __del__(self) -> None:
        self._deleted.append(threading.get_ident())


def test_what_work_knew_is_let_go_on_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    deleted: list[int] = []
    after: list[int] = []
    for divisor in (1, 0):
        part = Noting(deleted, divisor)
        runner.run(part.work, part.hear, part.hear)
        del part
    # What still holds the last task lets it go for the next one.
    runner.run(lambda: 7, after.append, _fail)
    qtbot.waitUntil(lambda: bool(after))
    assert deleted == 2 * [threading.get_ident()]


def test_what_work_made_and_left_in_a_circle_is_not_collected_in_its_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    deleted: list[int] = []
    many: list[list[int]] = []

    def work() -> list[list[int]]:
        part = Noting(deleted)
        part.itself = part
        del part
        return [[number] for number in range(10 * gc.get_threshold()[0])]

    runner.run(work, many.extend, _fail)
    qtbot.waitUntil(lambda: bool(many))
    assert not deleted
    collect_due()
    assert deleted == [threading.get_ident()]


def test_all_work_runs_in_one_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[int] = []
    for _task in range(5):
        runner.run(threading.get_ident, seen.append, _fail)
    qtbot.waitUntil(lambda: len(seen) == 5)
    assert len(set(seen)) == 1


def test_results_come_in_the_order_of_asking(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[int] = []
    for number in range(20):
        runner.run(partial(int, number), seen.append, _fail)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))


def test_forgotten_work_is_done_and_tells_nobody(runner: TaskRunner, qtbot: QtBot) -> None:
    done: list[str] = []
    told: list[str] = []
    runner.run(lambda: done.append("old"), lambda _nothing: told.append("old"), _fail)
    runner.forget()
    runner.run(lambda: done.append("new"), lambda _nothing: told.append("new"), _fail)
    qtbot.waitUntil(lambda: bool(told))
    assert (done, told) == (["old", "new"], ["new"])


def test_stopped_work_ends_where_it_looks_and_the_next_begins(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    began = threading.Event()
    told: list[str] = []

    def endless(handle: TaskHandle) -> str:
        began.set()
        while True:
            handle.heed()

    old = runner.run_long(endless, told.append, _fail)
    assert began.wait(5)
    runner.run(lambda: "new", told.append, _fail)
    old.cancel()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["new"]


def test_an_error_is_told_and_the_next_task_runs(runner: TaskRunner, qtbot: QtBot) -> None:
    errors: list[str] = []
    done: list[int] = []

    def break_down() -> int:
        raise ValueError("itu")

    runner.run(break_down, done.append, lambda error: errors.append(str(error)))
    runner.run(lambda: 7, done.append, _fail)
    qtbot.waitUntil(lambda: bool(done))
    assert (errors, done) == (["itu"], [7])


def test_progress_is_told_on_the_gui_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[tuple[int, int, int]] = []
    done: list[None] = []

    def work(handle: TaskHandle) -> None:
        for step in range(3):
            handle.report(step, 3)

    runner.run_long(
        work, done.append, _fail, lambda n, total: told.append((n, total, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(done))
    assert told == [(step, 3, threading.get_ident()) for step in range(3)]


def test_no_progress_is_told_of_what_was_cancelled(runner: TaskRunner, qtbot: QtBot) -> None:
    reported = threading.Event()
    told: list[int] = []
    after: list[int] = []

    def work(handle: TaskHandle) -> None:
        handle.report(1, 3)
        reported.set()

    handle = runner.run_long(work, lambda _nothing: None, _fail, lambda n, _total: told.append(n))
    # The news is on its way to this thread, which hears of it only when it looks.
    assert reported.wait(60)
    handle.cancel()
    runner.run(lambda: 7, after.append, _fail)
    qtbot.waitUntil(lambda: bool(after))
    assert not told


def test_cancelled_work_stops_and_calls_nobody(runner: TaskRunner, qtbot: QtBot) -> None:
    started, go_on = threading.Event(), threading.Event()
    seen: list[str] = []
    after: list[int] = []

    def work(handle: TaskHandle) -> str:
        started.set()
        go_on.wait(60)
        handle.report(1, 2)
        return "nåede igennem"

    handle = runner.run_long(work, seen.append, _fail)
    assert started.wait(60)
    handle.cancel()
    go_on.set()
    runner.run(lambda: 1, after.append, _fail)
    qtbot.waitUntil(lambda: bool(after))
    assert seen == []


def test_stopping_finishes_the_work_in_hand() -> None:
    runner = TaskRunner()
    finished: list[int] = []
    for number in range(3):
        runner.run(partial(finished.append, number), lambda _none: None, _fail)
    assert runner.stop()
    assert finished == [0, 1, 2]


def test_work_after_stopping_is_not_taken() -> None:
    runner = TaskRunner()
    runner.stop()
    assert runner.run(lambda: 1, lambda _one: None, _fail).is_cancelled

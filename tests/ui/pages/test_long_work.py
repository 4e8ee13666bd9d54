"""Work in the library that takes a while: it says so, and stopping it tells what came of it."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.library.busy_page import BusyPage, adding_words
from quizapp.ui.library.long_work import Ends, LongWork
from quizapp.ui.tasks import TaskRunner

WORDS = adding_words("Krige", is_update=False)


class Seen:
    """What a long work has told."""

    def __init__(self, long: LongWork) -> None:
        self.pages: list[BusyPage] = []
        self.told: list[str] = []
        long.opened.connect(self._on_opened)

    @property
    def ends(self) -> Ends[str]:
        return Ends(
            done=self.told.append,
            failed=lambda error: self.told.append(f"failed: {error}"),
            stopped=lambda: self.told.append("stopped"),
        )

    def _on_opened(self, page: QWidget) -> None:
        assert isinstance(page, BusyPage)
        self.pages.append(page)


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    running = TaskRunner()
    yield running
    assert running.stop()


def begin(qtbot: QtBot, runner: TaskRunner, work: Callable[[Callable[[], None]], str]) -> Seen:
    """Begin work and wait until the page that tells of it is there."""
    long = LongWork(runner, runner)
    seen = Seen(long)
    long.begin(WORDS, work, seen.ends)
    qtbot.waitUntil(lambda: bool(seen.pages))
    qtbot.addWidget(seen.pages[0])
    return seen


def test_work_of_a_moment_shows_no_page(qtbot: QtBot, runner: TaskRunner) -> None:
    long = LongWork(runner, runner)
    seen = Seen(long)
    long.begin(WORDS, lambda _watch: "done", seen.ends)
    qtbot.waitUntil(lambda: seen.told == ["done"])
    qtbot.wait(500)
    assert seen.pages == []


def test_work_that_looks_is_stopped(qtbot: QtBot, runner: TaskRunner) -> None:
    def work(watch: Callable[[], None]) -> str:
        while True:
            Event().wait(0.01)
            watch()

    seen = begin(qtbot, runner, work)
    assert seen.told == []
    seen.pages[0].stop.click()
    qtbot.waitUntil(lambda: seen.told == ["stopped"])


def test_work_that_is_done_all_the_same_says_so(qtbot: QtBot, runner: TaskRunner) -> None:
    go_on = Event()

    def work(_watch: Callable[[], None]) -> str:
        go_on.wait()
        return "done"

    seen = begin(qtbot, runner, work)
    seen.pages[0].stop.click()
    go_on.set()
    qtbot.waitUntil(lambda: seen.told == ["done"])


def test_work_that_fails_says_so(qtbot: QtBot, runner: TaskRunner) -> None:
    go_on = Event()

    def work(_watch: Callable[[], None]) -> str:
        go_on.wait()
        raise OSError("fuld")

    seen = begin(qtbot, runner, work)
    go_on.set()
    qtbot.waitUntil(lambda: seen.told == ["failed: fuld"])

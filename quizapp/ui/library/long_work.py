"""Work that may take more than a moment: it says so then, and can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.library.busy_page import BusyPage, BusyWords
from quizapp.ui.tasks import TaskRunner

_MOMENT_MS = 300
T = TypeVar("T")


class _StoppedError(Exception):
    """The work noticed that it was asked to stop, and has changed nothing."""


@dataclass(frozen=True, slots=True)
class _Stopped:
    """What comes of work that was stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends(Generic[T]):
    """What follows work: exactly one of the three."""

    done: Callable[[T], None]
    failed: Callable[[Exception], None]
    stopped: Callable[[], None]


class LongWork(QObject):
    """Begins work; ``opened`` carries the page that says what is done.

    Stopping is a wish: work that was past its last look is done all the same, and says so.
    """

    opened = Signal(QWidget)

    def __init__(self, runner: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner

    def begin(
        self, words: BusyWords, work: Callable[[Callable[[], None]], T], ends: Ends[T]
    ) -> None:
        """Do work; it gets what it is to call often, and what raises when it shall stop."""
        stop = Event()
        waiting = self._show_later(words, stop)

        def on_done(found: T | _Stopped) -> None:
            waiting.stop()
            waiting.deleteLater()
            if isinstance(found, _Stopped):
                ends.stopped()
            else:
                ends.done(found)

        def on_failed(error: Exception) -> None:
            waiting.stop()
            waiting.deleteLater()
            ends.failed(error)

        self._runner.run(lambda: _guarded(work, stop), on_done, on_failed)

    def _show_later(self, words: BusyWords, stop: Event) -> QTimer:
        def show() -> None:
            page = BusyPage(words)
            page.stopped.connect(stop.set)
            self.opened.emit(page)

        waiting = QTimer(self)
        waiting.setSingleShot(True)
        waiting.timeout.connect(show)
        waiting.start(_MOMENT_MS)
        return waiting


def _guarded(work: Callable[[Callable[[], None]], T], stop: Event) -> T | _Stopped:
    def watch() -> None:
        if stop.is_set():
            raise _StoppedError

    try:
        return work(watch)
    except _StoppedError:
        return _Stopped()

"""Work off the GUI thread: one worker, first come first served, results back on the GUI thread."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

_log = logging.getLogger("quizapp.ui.tasks")
T = TypeVar("T")
STOP_WAIT_MS = 10_000


class Cancelled(Exception):  # noqa: N818 - not an error: what was asked for happened
    """Work noticed that it was asked to stop."""


class TaskHandle:
    """What work may say and ask while it runs, and what the window holds on to."""

    def __init__(self, tell: "Callable[[TaskHandle, int, int], None]") -> None:
        self._tell = tell
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop; it is not called back after that."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def heed(self) -> None:
        """Raise ``Cancelled`` when the work was asked to stop."""
        if self.is_cancelled:
            raise Cancelled

    def report(self, done: int, total: int) -> None:
        """Say how far the work is; raises ``Cancelled`` when it was asked to stop."""
        self.heed()
        self._tell(self, done, total)


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[TaskHandle], Any]
    handle: TaskHandle
    on_done: Callable[[Any], None]
    on_error: Callable[[Exception], None]
    era: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a task; ``error`` is ``Cancelled`` where nobody is to be told."""

    task: _Task
    result: Any = None
    error: Exception | None = None


class _Worker(QThread):
    """Takes tasks from a queue until it gets none, and puts what came of each in another.

    What a task knows, parts of the window too, must be let go by the GUI thread. So nothing of it
    is held here any more when its outcome is told.
    """

    told = Signal()

    def __init__(
        self,
        queue: SimpleQueue[_Task | None],
        outcomes: SimpleQueue[_Outcome],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._queue = queue
        self._outcomes = outcomes

    @override
    def run(self) -> None:
        while self._work_off():
            self.told.emit()

    def _work_off(self) -> bool:
        task = self._queue.get()
        if task is None:
            return False
        self._outcomes.put(_outcome_of(task))
        return True


def _outcome_of(task: _Task) -> _Outcome:
    try:
        task.handle.heed()
        return _Outcome(task, task.work(task.handle))
    except Exception as error:  # noqa: BLE001 - the edge: the window says what went wrong
        return _Outcome(task, error=error)


class TaskRunner(QObject):
    """Runs work in one worker thread, in order; made and used on the GUI thread.

    The bank is opened and used only in such work, so that it lives in one thread.
    """

    _progressed = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._followed: dict[TaskHandle, Callable[[int, int], None]] = {}
        self._worker = _Worker(self._queue, self._outcomes, self)
        self._worker.told.connect(self._on_told)
        self._progressed.connect(self._on_progressed)
        self._is_stopped = False
        self._era = 0

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> TaskHandle:
        """Do the work after all that was asked for before; exactly one of the two is called."""
        return self.run_long(lambda _handle: work(), on_done, on_error)

    def run_long(
        self,
        work: Callable[[TaskHandle], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> TaskHandle:
        """Do work that reports how far it is and can be stopped; a stopped one calls nobody."""
        handle = TaskHandle(self._progressed.emit)
        if self._is_stopped:
            handle.cancel()
            return handle
        if on_progress is not None:
            self._followed[handle] = on_progress
        self._queue.put(_Task(work, handle, on_done, on_error, self._era))
        if not self._worker.isRunning():
            self._worker.start()
        return handle

    def forget(self) -> None:
        """Tell nobody of work asked for until now; it is done all the same.

        For the moment when the pages that asked for it go.
        """
        self._era += 1
        self._followed.clear()

    def stop(self) -> bool:
        """Finish the work in hand and what waits before it, then end the thread.

        Returns whether it ended within ten seconds.
        """
        self._is_stopped = True
        self._queue.put(None)
        return not self._worker.isRunning() or self._worker.wait(STOP_WAIT_MS)

    def _on_told(self) -> None:
        outcome = self._outcomes.get()
        task, error = outcome.task, outcome.error
        self._followed.pop(task.handle, None)
        if error is not None and not isinstance(error, Cancelled):
            _log.warning("work failed: %s", type(error).__name__)
        if task.handle.is_cancelled or task.era != self._era or isinstance(error, Cancelled):
            return
        if error is None:
            task.on_done(outcome.result)
        else:
            task.on_error(error)

    def _on_progressed(self, handle: TaskHandle, done: int, total: int) -> None:
        tell = self._followed.get(handle)
        if tell is not None and not handle.is_cancelled:
            tell(done, total)

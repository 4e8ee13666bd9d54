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

    def __init__(self, tell: Callable[[int, int], None]) -> None:
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
        self._tell(done, total)


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[TaskHandle], Any]
    handle: TaskHandle
    on_done: Callable[[Any], None]
    on_error: Callable[[Exception], None]
    on_progress: Callable[[int, int], None] | None
    era: int


class _Worker(QThread):
    """Takes tasks from the queue until it gets none."""

    finished_task = Signal(object, object)
    failed_task = Signal(object, object)

    def __init__(self, queue: SimpleQueue[_Task | None], parent: QObject) -> None:
        super().__init__(parent)
        self._queue = queue

    @override
    def run(self) -> None:
        while (task := self._queue.get()) is not None:
            if task.handle.is_cancelled:
                continue
            try:
                result = task.work(task.handle)
            except Cancelled:
                continue
            except Exception as error:  # noqa: BLE001 - the edge: the window says what went wrong
                self.failed_task.emit(task, error)
            else:
                self.finished_task.emit(task, result)


class TaskRunner(QObject):
    """Runs work in one worker thread, in order; made and used on the GUI thread.

    The bank is opened and used only in such work, so that it lives in one thread.
    """

    _progressed = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[_Task | None] = SimpleQueue()
        self._worker = _Worker(self._queue, self)
        self._worker.finished_task.connect(self._on_finished)
        self._worker.failed_task.connect(self._on_failed)
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
        handle = TaskHandle(lambda done, total: self._progressed.emit(task, done, total))
        if self._is_stopped:
            handle.cancel()
            return handle
        task = _Task(work, handle, on_done, on_error, on_progress, self._era)
        self._queue.put(task)
        if not self._worker.isRunning():
            self._worker.start()
        return handle

    def forget(self) -> None:
        """Tell nobody of work asked for until now; it is done all the same.

        For the moment when the pages that asked for it go.
        """
        self._era += 1

    def stop(self) -> bool:
        """Finish the work in hand and what waits before it, then end the thread.

        Returns whether it ended within ten seconds.
        """
        self._is_stopped = True
        self._queue.put(None)
        return not self._worker.isRunning() or self._worker.wait(STOP_WAIT_MS)

    def _on_finished(self, task: _Task, result: object) -> None:
        if self._is_awaited(task):
            task.on_done(result)

    def _on_failed(self, task: _Task, error: Exception) -> None:
        _log.warning("work failed: %s", type(error).__name__)
        if self._is_awaited(task):
            task.on_error(error)

    def _is_awaited(self, task: _Task) -> bool:
        return not task.handle.is_cancelled and task.era == self._era

    def _on_progressed(self, task: _Task, done: int, total: int) -> None:
        if task.on_progress is not None and self._is_awaited(task):
            task.on_progress(done, total)

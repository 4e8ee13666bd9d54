"""Keeps a paper while it is written: what changes is stored at once, the newest of each place."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.base.errors import QuizappError
from quizapp.study.mock_values import MockResult, Sheet
from quizapp.ui.tasks import TaskRunner

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.mock_exams import MockExams


class PaperKeeper(QObject):
    """While one thing is being stored, the newest of what follows waits, place by place.

    ``failed`` carries a ``QuizappError`` after which nothing is lost: ``try_again`` goes on.
    ``kept`` says that all there was is stored, ``marked`` carries a ``MockResult``.
    """

    failed = Signal(object)
    kept = Signal()
    marked = Signal(object)

    def __init__(self, mocks: "MockExams", runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._mocks = mocks
        self._runner = runner
        self._mock_id = 0
        self._waiting: dict[tuple[int, int], Sheet] = {}
        self._is_busy = False
        self._has_failed = False
        self._then: Callable[[], None] | None = None

    def keep(self, mock_id: int) -> None:
        """Be ready for the sheets of a paper; what waits of the one before is stored first.

        Where that could not be stored it is let go: nobody is there to try again.
        """
        self._mock_id = mock_id
        self._then = None
        if self._has_failed:
            self._waiting = {}
            self._has_failed = False

    def store(self, place: int, sheet: Sheet) -> None:
        """Store what stands at a place now."""
        self._waiting[self._mock_id, place] = sheet
        self._go_on()

    def hand_in(self, *, is_time_up: bool) -> None:
        """Hand the paper in once everything is stored."""
        mock_id = self._mock_id

        def work() -> MockResult:
            return self._mocks.hand_in(mock_id, is_time_up=is_time_up)

        self._then = lambda: self._do(work, self.marked.emit)
        self._go_on()

    def try_again(self) -> None:
        """Go on with what could not be done."""
        self._go_on()

    def _go_on(self) -> None:
        if self._is_busy:
            return
        if self._waiting:
            self._store_next()
        elif self._then is not None:
            self._then()
        else:
            self.kept.emit()

    def _store_next(self) -> None:
        key, sheet = next(iter(self._waiting.items()))
        mock_id, place = key

        def stored(_nothing: object) -> None:
            # What was written meanwhile is stored next.
            if self._waiting.get(key) == sheet:
                del self._waiting[key]

        self._do(lambda: self._mocks.save(mock_id, place, sheet), stored, goes_on=True)

    def _do(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        *,
        goes_on: bool = False,
    ) -> None:
        self._is_busy = True

        def finished(result: object) -> None:
            self._is_busy = False
            self._has_failed = False
            if goes_on:
                done(result)
                self._go_on()
            else:
                self._then = None
                done(result)

        self._runner.run(work, finished, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        if not isinstance(error, QuizappError):
            # A mistake in the program: the crash hook reports it.
            raise error
        self._has_failed = True
        self.failed.emit(error)

"""The page of a timeline and the timeline itself, tied together: one thing at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.clock import Clock
from quizapp.base.texts import _
from quizapp.study.plan import Plan
from quizapp.study.timeline import LEAST, Laid, Timeline
from quizapp.ui.practice.timeline_page import TimelinePage
from quizapp.ui.program import Services
from quizapp.ui.tasks import TaskRunner

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.timeline_round import TimelineRound

T = TypeVar("T")


class LineRoute(QObject):
    """Begins a timeline and shows it; ``left`` says that the learner is done with it."""

    opened = Signal(QWidget)
    left = Signal()
    changed = Signal()
    again_asked = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = services.desk
        self._runner = runner
        self._clock = clock
        self._round: TimelineRound | None = None
        self._is_busy = False
        self._shown_at_ms = 0
        self.page = TimelinePage(clock)
        self.page.lay_asked.connect(self._lay)
        self.page.undo_asked.connect(self._undo)
        self.page.again_asked.connect(self.again_asked)
        self.page.left.connect(self._leave)
        self.page.changed.connect(self._on_changed)

    def begin(self, plan: Plan) -> None:
        """Begin a timeline over a plan."""

        def show(begun: "TimelineRound") -> None:
            self._is_busy = False
            if begun.line.total + 1 < LEAST:
                self.told.emit(_("Der er ikke noget at øve her lige nu."))
                return
            self._round = begun
            self.opened.emit(self.page)
            self.page.show_line(begun.line, can_undo=False)

        self._do(lambda: self._desk.timeline(plan), show)

    def codes(self) -> tuple[str, ...]:
        """Return the commands that can be done now."""
        page = self.page
        undo = ("edit.undo",) if page.can_undo else ()
        hint = ("question.hint",) if page.has_hint else ()
        unknown = ("question.unknown",) if page.is_asking else ()
        return ("round.leave", *undo, *hint, *unknown)

    def do(self, code: str) -> None:
        """Do one of the commands."""
        acts: dict[str, Callable[[], None]] = {
            "round.leave": self.page.left.emit,
            "edit.undo": self._undo,
            "question.hint": self.page.show_hint,
            "question.unknown": self.page.answer_nothing,
        }
        acts[code]()

    def _lay(self, place: int | None) -> None:
        elapsed_ms = max(0, self._clock.monotonic_ms() - self._shown_at_ms)

        def work() -> tuple[Laid, Timeline]:
            assert self._round is not None, "a line is begun before anything is laid on it"
            return self._round.lay(place, elapsed_ms), self._round.line

        def show(done: tuple[Laid, Timeline]) -> None:
            self._is_busy = False
            self.page.show_laid(*done)

        self._do(work, show)

    def _undo(self) -> None:
        def work() -> tuple[Timeline, bool]:
            assert self._round is not None, "a line is begun before anything is taken back"
            self._round.undo()
            return self._round.line, self._round.can_undo

        def show(done: tuple[Timeline, bool]) -> None:
            self._is_busy = False
            line, can_undo = done
            self.page.show_line(line, can_undo=can_undo)
            self.told.emit(_("Svaret er taget tilbage."))

        self._do(work, show)

    def _leave(self) -> None:
        ended, self._round = self._round, None
        if ended is not None:
            self._runner.run(ended.stop, lambda _nothing: None, self.failed.emit)
        self.left.emit()

    def _do(self, work: Callable[[], T], show: Callable[[T], None]) -> None:
        """Do one thing after another; what is asked meanwhile is dropped."""
        if not self._is_busy:
            self._is_busy = True
            self._runner.run(work, show, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(error)

    def _on_changed(self) -> None:
        self._shown_at_ms = self._clock.monotonic_ms()
        self.changed.emit()

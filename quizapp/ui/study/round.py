"""The thread between the study page and the sitting: one thing at a time, in the worker."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.ids import CardKey
from quizapp.questions.answers import Answer
from quizapp.questions.pack import Passage
from quizapp.study.flow import Asking, Finished, FlowState, Judged
from quizapp.study.plan import Plan
from quizapp.ui.program import Services
from quizapp.ui.study.wishes import Wish
from quizapp.ui.tasks import TaskRunner

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.sitting import Sitting


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a sitting stands, and whether its newest answer can be taken back."""

    state: FlowState
    can_undo: bool


_STEPS: dict[Wish, Callable[["Sitting"], object]] = {
    Wish.PROCEED: lambda sitting: sitting.proceed(),
    Wish.SKIP: lambda sitting: sitting.skip(),
    Wish.HINT: lambda sitting: sitting.reveal_hint(),
    Wish.UNDO: lambda sitting: sitting.undo(),
    Wish.OVERRULE: lambda sitting: sitting.overrule(),
    Wish.KEEP_WORDING: lambda sitting: sitting.keep_wording(),
    Wish.SUSPEND: lambda sitting: sitting.suspend(),
    Wish.BURY: lambda sitting: sitting.bury(),
    Wish.STOP: lambda sitting: sitting.stop(),
}


class Round(QObject):
    """Does what the learner asks of a sitting; while one thing is under way, others are dropped.

    ``turned`` carries a ``Turn``; ``failed`` a ``QuizappError`` after which nothing has changed;
    ``noted`` says that a report of a mistake was kept, ``note_kept`` the learner's own note;
    ``text_read`` carries passages;
    ``story_read`` a ``CardStory``, ``coming_read`` a ``Coming``.
    """

    turned = Signal(object)
    failed = Signal(object)
    noted = Signal()
    note_kept = Signal()
    card_paused = Signal()
    text_read = Signal(tuple)
    story_read = Signal(object)
    coming_read = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._clock = clock
        self._sitting: Sitting | None = None
        self._is_busy = False
        self._is_left = False
        self._shown_at_ms = 0
        self._again: Callable[[], None] | None = None

    def begin(self, plan: Plan) -> None:
        """Begin a sitting."""

        def work() -> Turn:
            self._sitting = self._services.desk.begin(plan)
            return _turn(self._sitting)

        self._do(work)

    def answer(self, answer: Answer, confidence: int | None = None) -> None:
        """Have an answer marked and stored, with how sure the learner said she was (1–3)."""
        said = _Said(answer, self._elapsed_ms(), confidence)
        self._ask(lambda sitting: _store(sitting, said))

    def rate(self, answer: Answer, confidence: int | None = None) -> None:
        """Store the learner's own rating and go on, since she has seen the right answer.

        Where there is more to say, that the question keeps failing, it is said first.
        """
        said = _Said(answer, self._elapsed_ms(), confidence)

        def work(sitting: "Sitting") -> None:
            if isinstance(sitting.state, Asking):
                _store(sitting, said)
            if not (isinstance(sitting.state, Judged) and sitting.state.is_leech):
                sitting.proceed()

        self._ask(work)

    def do(self, wish: Wish) -> None:
        """Do what the learner wants of the sitting; leaving the page is not its business."""
        if wish is Wish.RETRY:
            self._try_again()
        elif wish is Wish.SHOW_TEXT:
            self._read_text()
        elif wish in _STEPS:
            self._ask(_STEPS[wish], keeps_time=wish is Wish.HINT)

    def report(self, text: str) -> None:
        """Keep a note that something is wrong with the question."""

        def work() -> None:
            assert self._sitting is not None, "a sitting is begun before anything is reported"
            self._sitting.report(text)

        self._runner.run(work, lambda _nothing: self.noted.emit(), self._on_failed)

    def note(self, card: CardKey, text: str) -> None:
        """Keep the learner's note on a question."""
        finder = self._services.desk.finder
        self._runner.run(
            lambda: finder.set_note_of(card, text), lambda _: self.note_kept.emit(), self._on_failed
        )

    def pause_card(self, card: CardKey) -> None:
        """Put a question of the round that is over on pause."""
        finder = self._services.desk.finder
        self._runner.run(
            lambda: finder.pause_card(card), lambda _: self.card_paused.emit(), self._on_failed
        )

    def read_story(self, card: CardKey) -> None:
        """Read the numbers behind a card."""
        self._runner.run(
            lambda: self._services.desk.story(card), self.story_read.emit, self._on_failed
        )

    def look_ahead(self) -> None:
        """Work out what the next days take, behind what is shown already."""
        self._runner.run(self._services.desk.coming, self.coming_read.emit, self._on_failed)

    def _try_again(self) -> None:
        if self._again is not None:
            self._again()

    def _elapsed_ms(self) -> int:
        return max(0, self._clock.monotonic_ms() - self._shown_at_ms)

    def _ask(self, work: Callable[["Sitting"], object], *, keeps_time: bool = False) -> None:
        if self._is_left:
            return

        def whole() -> Turn:
            assert self._sitting is not None, "a sitting is begun before anything is asked of it"
            work(self._sitting)
            return _turn(self._sitting)

        self._do(whole, keeps_time=keeps_time)

    def _do(self, work: Callable[[], Turn], *, keeps_time: bool = False) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        self._again = lambda: self._do(work, keeps_time=keeps_time)

        def done(turn: Turn) -> None:
            self._is_busy = False
            # A round in which nothing was answered is left at once; its page may still be seen.
            self._is_left = isinstance(turn.state, Finished) and not turn.state.summary.reviews
            if isinstance(turn.state, Asking) and not keeps_time:
                self._shown_at_ms = self._clock.monotonic_ms()
            self.turned.emit(turn)

        self._runner.run(work, done, self._on_failed)

    def _read_text(self) -> None:
        def work() -> tuple[Passage, ...]:
            assert self._sitting is not None, "a sitting is begun before its text is read"
            state = self._sitting.state
            asking = state.asking if isinstance(state, Judged) else state
            if isinstance(asking, Finished):
                return ()
            return self._services.desk.reading_text(asking.card.pack)

        self._runner.run(work, self.text_read.emit, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        if not isinstance(error, QuizappError):
            # A mistake in the program: the crash hook reports it.
            raise error
        self.failed.emit(error)


@dataclass(frozen=True, slots=True)
class _Said:
    """An answer, in how many milliseconds it was given, and how sure she was."""

    answer: Answer
    elapsed_ms: int
    confidence: int | None


def _store(sitting: "Sitting", said: _Said) -> None:
    # Not above: it loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.recording import Given  # noqa: PLC0415

    sitting.answer(
        Given(answer=said.answer, elapsed_ms=said.elapsed_ms, confidence=said.confidence)
    )


def _turn(sitting: "Sitting") -> Turn:
    return Turn(sitting.state, sitting.can_undo)

"""The page of a sitting and the sitting itself, tied together."""

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.ids import CardKey
from quizapp.base.texts import _
from quizapp.scheduling.memory import Mode
from quizapp.study.coming import MORE
from quizapp.study.flow import Asking, Finished, FlowState, Judged
from quizapp.study.plan import Plan
from quizapp.ui.aloud.reader import Reader
from quizapp.ui.forms.own_version_box import OwnVersionBox
from quizapp.ui.own_versions import OwnVersions
from quizapp.ui.program import Services
from quizapp.ui.study.aloud_words import words_of
from quizapp.ui.study.outcome_part import headline_of
from quizapp.ui.study.page import StudyPage
from quizapp.ui.study.round import Round, Turn
from quizapp.ui.study.wishes import Wish
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.widgets.tab_order import put_last

# The finish page is to be painted before the worker plays the days to come.
_LOOK_AHEAD_MS = 300
_SETTING_ASIDE = (
    *("question.pause", "question.bury", "question.report", "question.note"),
    "question.aloud",
)


class StudyRoute(QObject):
    """Begins rounds and shows them; ``left`` says that the learner is back at the desk.

    ``told`` carries a sentence and whether Ctrl+Z takes back what it tells of; an empty one takes
    away what was told last.
    """

    left = Signal()
    told = Signal(str, bool)
    began = Signal()
    state_changed = Signal()
    failed = Signal(object)
    keys_asked = Signal()

    def __init__(
        self, services: Services, runner: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.page = StudyPage(clock)
        self._round = Round(services, runner, clock, self)
        self.reader = Reader(runner, parent=self)
        self.reader.changed.connect(self._on_reading)
        self._wish: Wish | None = None
        self._told_of_undo = False
        page, round_ = self.page, self._round
        page.answered.connect(lambda answer: round_.answer(answer, page.confidence))
        page.rated.connect(lambda answer: round_.rate(answer, page.confidence))
        page.note_written.connect(round_.note)
        round_.note_kept.connect(self._on_note_kept)
        page.reported.connect(round_.report)
        page.wished.connect(self.do)
        page.keys_asked.connect(self.keys_asked)
        page.aloud_asked.connect(self.read_aloud)
        page.story_asked.connect(round_.read_story)
        round_.story_read.connect(page.show_story)
        round_.turned.connect(self._on_turned)
        round_.failed.connect(self._on_failed)
        round_.text_read.connect(page.show_text)
        round_.noted.connect(self._on_noted)
        self._own = OwnVersions(services, runner, self)
        self._own.told.connect(lambda text, _undo: self.told.emit(text, False))  # noqa: FBT003 - a signal's
        self._own.failed.connect(self.failed)
        page.own_asked.connect(self._write_own)
        self._connect_finish(page, round_)

    def _connect_finish(self, page: StudyPage, round_: Round) -> None:
        page.pause_card_asked.connect(round_.pause_card)
        round_.card_paused.connect(self._on_card_paused)
        page.practice_asked.connect(self._practise)
        page.more_asked.connect(lambda: self.begin(MORE))
        round_.coming_read.connect(page.show_coming)

    @property
    def state(self) -> FlowState | None:
        """What the page shows."""
        return self.page.state

    @property
    def can_undo(self) -> bool:
        """Whether Ctrl+Z has an answer to take back."""
        return self.page.can_undo

    def read_aloud(self) -> None:
        """Read what is shown, or stop."""
        note = self.page.card.note if self.page.card is not None else ""
        self.reader.toggle(words_of(self.state, note))

    def _write_own(self, card: CardKey) -> None:
        """Open a box for the question in the learner's own words, below what was answered."""
        shown = self.page.card

        def show(box: OwnVersionBox) -> None:
            if shown is None or not isValid(shown) or self.page.card is not shown:
                return
            box.closed.connect(lambda: self._close_own(box))
            shown.body.addWidget(box)
            self.page.stage.reveal(box)
            put_last(self.page.bar, self.page.stage)
            box.take_focus()

        self._own.open_for(card, show)

    def _close_own(self, box: OwnVersionBox) -> None:
        box.hide()
        box.deleteLater()
        self.page.focus_main()

    def begin(self, plan: Plan) -> None:
        """Begin a round."""
        self.page.state = None
        self._round.begin(plan)

    def do(self, wish: Wish) -> None:
        """Do what the learner wants, from a button, a menu or a key."""
        self._wish = wish
        if wish is Wish.LEAVE:
            self.reader.stop()
            self.left.emit()
        elif wish is Wish.SHOW_TEXT and self.page.stage.text is not None:
            self.page.close_text()
        else:
            self._round.do(wish)

    @property
    def title(self) -> str:
        """What the page shows, for the window's own title."""
        match self.state:
            case Asking() as asking:
                text = _("{i} af {n}: {prompt}")
                progress = asking.progress
                return text.format(
                    i=progress.done + 1, n=progress.total, prompt=asking.question.line
                )
            case Judged() as judged:
                return headline_of(judged)
            case Finished() | None:
                return _("Runden er slut")

    def codes(self) -> tuple[str, ...]:
        """Return the commands that can be done now."""
        state = self.state
        common: tuple[str, ...] = ("round.leave",)
        undo = ("edit.undo",) if self.can_undo else ()
        match state:
            case Asking():
                hint = ("question.hint",) if state.question.hint and not state.hint else ()
                ways = ("question.unknown", "question.skip", *_SETTING_ASIDE)
                return (*common, *undo, *hint, *ways)
            case Judged():
                text = ("question.text",) if state.asking.question.passage else ()
                overrule = ("question.overrule",) if self.page.can_overrule else ()
                return (*common, *undo, *text, *_SETTING_ASIDE, *overrule)
            case Finished() | None:
                return common

    def _practise(self, cards: tuple[object, ...]) -> None:
        self.begin(Plan(cards=cards, mode=Mode.PRACTICE))  # type: ignore[arg-type]  # a Signal(tuple) forgets of what

    def _on_turned(self, turn: Turn) -> None:
        is_first = self.page.state is None
        if isinstance(turn.state, Finished):
            self.reader.stop()
        if isinstance(turn.state, Finished) and not turn.state.summary.reviews:
            self._on_nothing_done(is_first=is_first)
            return
        if is_first:
            # Before the question, so that its field keeps the focus it takes.
            self.began.emit()
        is_other = turn.state != self.page.state
        self.page.show_turn(turn.state, can_undo=turn.can_undo)
        if is_other:
            self._read_by_itself(turn.state)
            if isinstance(turn.state, Finished):
                QTimer.singleShot(_LOOK_AHEAD_MS, self, self._look_ahead)
        said = {
            Wish.UNDO: _("Svaret er taget tilbage."),
            Wish.SUSPEND: _("På pause."),
            Wish.BURY: _("Venter til i morgen."),
            Wish.KEEP_WORDING: _("Din formulering tæller fra nu af."),
        }
        if self._wish in said:
            self.told.emit(said[self._wish], False)  # noqa: FBT003 - a signal's arguments
        elif self._told_of_undo and isinstance(turn.state, Judged):
            # Below another answer it would be taken to be about that one.
            self.told.emit("", False)  # noqa: FBT003 - a signal's arguments
        self._told_of_undo = self._wish is Wish.UNDO
        self._wish = None
        self.state_changed.emit()

    def _look_ahead(self) -> None:
        if isinstance(self.state, Finished):
            self._round.look_ahead()

    def _read_by_itself(self, state: FlowState) -> None:
        asking = state.asking if isinstance(state, Judged) else state
        self.reader.stop()
        if isinstance(asking, Asking) and asking.reads_aloud:
            self.read_aloud()

    def _on_reading(self) -> None:
        self.page.is_read_aloud = self.reader.is_reading

    def _on_nothing_done(self, *, is_first: bool) -> None:
        if is_first:
            text = _("Der er ikke noget at øve her lige nu.")
            self.told.emit(text, False)  # noqa: FBT003 - a signal's arguments
        else:
            self.left.emit()

    def _on_failed(self, error: QuizappError) -> None:
        if self.page.state is None:
            self.failed.emit(error)
        else:
            self.page.show_failure(error)

    def _on_card_paused(self) -> None:
        self.told.emit(_("På pause. Du finder det igen i biblioteket."), False)  # noqa: FBT003 - a signal's

    def _on_note_kept(self) -> None:
        self.told.emit(_("Noten er gemt."), False)  # noqa: FBT003 - a signal's arguments

    def _on_noted(self) -> None:
        self.told.emit(_("Fejlen er noteret."), False)  # noqa: FBT003 - a signal's arguments

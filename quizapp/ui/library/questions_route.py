"""The library's questions tied to the finder: found while typing, read when looked at."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, QTimer, Signal
from shiboken6 import isValid

from quizapp.base.clock import Clock
from quizapp.base.texts import _, ngettext, number_text
from quizapp.scheduling.day import date_of, study_day
from quizapp.scheduling.memory import Mode
from quizapp.study.found import Choices, Detail, Found, Hit, Wanted
from quizapp.study.plan import Plan
from quizapp.ui.forms.own_version_box import OwnVersionBox
from quizapp.ui.library.questions_page import PRACTISED_AT_MOST, QuestionsPage
from quizapp.ui.own_versions import OwnVersions
from quizapp.ui.program import Services
from quizapp.ui.tasks import TaskHandle, TaskRunner

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.finding import Paused, ResetDone, TakenWording

_READ_AT_A_TIME = 1_000
_BETWEEN_READS_MS = 30


class QuestionsRoute(QObject):
    """Keeps the page and the bank in step; what was asked for and is out of date is dropped.

    ``told`` carries a sentence and what takes it back; ``started`` a ``Plan``.
    """

    told = Signal(str, object)
    started = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._finder = services.desk.finder
        self._runner = runner
        self._search: TaskHandle | None = None
        self._look: TaskHandle | None = None
        self._is_ready = False
        self._next_read = QTimer(self)
        self._next_read.setSingleShot(True)
        self._next_read.setInterval(_BETWEEN_READS_MS)
        self._next_read.timeout.connect(self._get_ready)
        self.page = QuestionsPage(date_of(study_day(clock.now())))
        self.page.wanted_changed.connect(self._find)
        self.page.rows_missing.connect(self._read_rows)
        self.page.detail_asked.connect(self._read_detail)
        self.page.practise_asked.connect(self._practise)
        self.page.pause_asked.connect(self.pause)
        self.page.resume_asked.connect(self.resume)
        self.page.reset_asked.connect(self._reset)
        self.page.noted.connect(self.set_note)
        self._own = OwnVersions(services, runner, self)
        self._own.told.connect(self.told)
        self._own.changed.connect(self._show_changed)
        self._own.failed.connect(self.failed)

    def refresh(self, then: Callable[[Choices], None] | None = None) -> None:
        """Read anew what there is, show it, and go on."""
        wanted = self.page.wanted()

        def work() -> tuple[Choices, Found]:
            return self._finder.choices(), self._finder.find(wanted)

        def show(read: tuple[Choices, Found]) -> None:
            choices, found = read
            self.page.show_choices(choices)
            self.page.list.rows.forget()
            self.page.show_found(found)
            self._is_ready = False
            self._next_read.start()
            if then is not None:
                then(choices)

        self._runner.run(work, show, self.failed.emit)

    def look_for(self, text: str) -> None:
        """Look for a text in all questions."""
        # The list is read once, when the page is shown.
        blocker = QSignalBlocker(self.page)
        self.page.filters.clear()
        self.page.search.edit.setText(text)
        blocker.unblock()

    def look_at(self, question: int) -> None:
        """Show a question in full, where it is on the list that is shown."""
        shown = self.page.list
        row = shown.rows.row_of(question)
        if row is not None:
            shown.setFocus()
            shown.go_to(row)
            middle = shown.ScrollHint.PositionAtCenter
            shown.scrollTo(shown.rows.index(row), middle)
            shown.opened.emit(row)

    def pause(self, questions: Sequence[int]) -> None:
        """Put questions on pause; what takes it back leaves those alone that were already."""

        def done(new: tuple[int, ...]) -> None:
            n = len(new)
            text = ngettext("På pause.", "{n} spørgsmål er på pause.", n).format(n=number_text(n))
            self._show_changed()
            self.told.emit(text, lambda: self.resume(new))

        self._runner.run(lambda: self._finder.pause(questions), done, self.failed.emit)

    def resume(self, questions: Sequence[int]) -> None:
        """Take questions in again."""
        n = len(questions)
        text = ngettext(
            "Spørgsmålet er taget med igen.", "{n} spørgsmål er taget med igen.", n
        ).format(n=number_text(n))

        def done(paused: "Paused") -> None:
            self._show_changed()
            undo = (lambda: self._pause_again(paused)) if paused.since else None
            self.told.emit(text, undo)

        self._runner.run(lambda: self._finder.resume(questions), done, self.failed.emit)

    def _pause_again(self, paused: "Paused") -> None:
        self._change(lambda: self._finder.pause_again(paused), _("Alt er som før."), None)

    def _take_wording(self, question: int, wording: str) -> None:
        def done(taken: "TakenWording") -> None:
            self._show_changed()
            text = _("»{wording}« tæller ikke mere.").format(wording=wording)
            self.told.emit(text, lambda: self._put_wording(taken))

        self._runner.run(
            lambda: self._finder.take_wording(question, wording), done, self.failed.emit
        )

    def _put_wording(self, taken: "TakenWording") -> None:
        self._change(lambda: self._finder.put_wording(taken), _("Alt er som før."), None)

    def set_note(self, question: int, note: str) -> None:
        """Keep a note, and offer to put the one before in its place."""

        def done(before: str) -> None:
            said = _("Noten er gemt.") if note else _("Noten er fjernet.")
            self._show_changed()
            self.told.emit(said, lambda: self._put_back(question, before))

        self._runner.run(lambda: self._finder.set_note(question, note), done, self.failed.emit)

    def _put_back(self, question: int, note: str) -> None:
        self._change(lambda: self._finder.set_note(question, note), _("Noten er som før."), None)

    def _reset(self, questions: Sequence[int]) -> None:
        n = len(questions)
        text = ngettext(
            "Spørgsmålet er nyt igen. Dine svar er gemt.",
            "{n} spørgsmål er nye igen. Dine svar er gemt.",
            n,
        ).format(n=number_text(n))

        def done(reset: "ResetDone") -> None:
            self._show_changed()
            self.told.emit(text, lambda: self._take_back(reset))

        self._runner.run(lambda: self._finder.reset(questions), done, self.failed.emit)

    def _take_back(self, reset: "ResetDone") -> None:
        self._change(lambda: self._finder.take_back(reset), _("Alt er som før."), None)

    def _change(
        self, work: Callable[[], object], said: str, undo: Callable[[], None] | None
    ) -> None:
        def done(_nothing: object) -> None:
            self._show_changed()
            self.told.emit(said, undo)

        self._runner.run(work, done, self.failed.emit)

    def _show_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _find(self, wanted: Wanted) -> None:
        if self._search is not None:
            self._search.cancel()
        self._search = self._runner.run(
            lambda: self._finder.find(wanted), self.page.show_found, self.failed.emit
        )

    def _read_rows(self, questions: tuple[int, ...]) -> None:
        def show(hits: tuple[Hit, ...]) -> None:
            self.page.list.rows.put(hits)

        self._runner.run(lambda: self._finder.hits(questions), show, self.failed.emit)

    def _read_detail(self, question: int) -> None:
        def show(detail: Detail | None) -> None:
            if detail is not None:
                self.page.show_detail(detail)
                self._offer_own(question)

        if self._look is not None:
            self._look.cancel()
        self._look = self._runner.run(lambda: self._finder.detail(question), show, self.failed.emit)

    def _offer_own(self, question: int) -> None:
        """Let the question that is shown be written in the learner's own words."""
        card = self.page.detail
        if card is None or card.detail.hit.question != question:
            return

        def show(box: OwnVersionBox) -> None:
            if isValid(card):
                card.show_own(box)

        card.wording_dropped.connect(lambda wording: self._take_wording(question, wording))
        card.own_asked.connect(lambda: self._own.open(question, show))
        card.as_packed_asked.connect(lambda: self._own.ask_as_packed(question))

    def _practise(self, questions: tuple[int, ...]) -> None:
        def start(hits: tuple[Hit, ...]) -> None:
            cards = tuple(card for hit in hits for card in hit.cards)[:PRACTISED_AT_MOST]
            self.started.emit(Plan(cards=cards, mode=Mode.PRACTICE))

        some = questions[:PRACTISED_AT_MOST]
        self._runner.run(lambda: self._finder.hits(some), start, self.failed.emit)

    def _get_ready(self) -> None:
        """Read ahead what can be searched for, a little at a time, while the page is shown."""
        if not self.page.isVisible() or self._is_ready:
            return

        def read(has_more: bool) -> None:  # noqa: FBT001 - what the finder says
            self._is_ready = not has_more
            self._next_read.start()

        self._runner.run(lambda: self._finder.get_ready(_READ_AT_A_TIME), read, self.failed.emit)

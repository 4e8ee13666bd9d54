"""The pages of mock exams tied to the bank: begun, kept, handed in, looked at again."""

from collections.abc import Callable
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from quizapp.base.clock import Clock
from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.questions.pack import Passage
from quizapp.scheduling.memory import Mode
from quizapp.study.mock_values import Marked, MockOffer, MockResult, Paper, PastMock, Running
from quizapp.study.plan import Plan
from quizapp.ui.actions import Actions
from quizapp.ui.exam.page import ExamPage
from quizapp.ui.home.page import HomePage
from quizapp.ui.mock.keeper import PaperKeeper
from quizapp.ui.mock.page import MockPage
from quizapp.ui.mock.past import ExamMocks
from quizapp.ui.mock.result_page import MockResultPage
from quizapp.ui.mock.result_pdf import print_on, write_pdf
from quizapp.ui.mock.running_card import RunningCard
from quizapp.ui.mock.start_page import MockStartPage
from quizapp.ui.mock.text_page import TextPage
from quizapp.ui.practice.page import PracticePage
from quizapp.ui.program import Services
from quizapp.ui.shell import EXAM, PRACTICE, Shell
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.widgets.save_file import place_to_save

CODES: Final = ("mock.next", "mock.previous", "mock.flag", "mock.hand_in", "mock.leave")
_PDF: Final = ".pdf"


class MockRoute(QObject):
    """``started`` carries a ``Plan`` to practise, ``told`` a sentence and what takes it back.

    ``closed`` carries the code of the place that the learner came from and goes back to.
    """

    started = Signal(object)
    told = Signal(str, object)
    closed = Signal(str)
    failed = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, clock: Clock, shell: Shell, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._mocks = services.mocks
        self._desk = services.desk
        self._runner = runner
        self._clock = clock
        self._exam: UUID | None = None
        self._is_time_up = False
        self.page = MockPage(clock)
        self.start = MockStartPage()
        self.results = MockResultPage()
        self._text: TextPage | None = None
        self._on_exam_page: ExamMocks | None = None
        self._is_opening = False
        self._keeper = PaperKeeper(self._mocks, runner, self)
        self._connect_paper()
        self._connect_desk()

    def _connect_paper(self) -> None:
        page, keeper = self.page, self._keeper
        page.stored.connect(keeper.store)
        page.retried.connect(keeper.try_again)
        page.titled.connect(self._shell.titled)
        page.handed_in.connect(lambda: self._hand_in(is_time_up=False))
        page.time_up.connect(lambda: self._hand_in(is_time_up=True))
        page.left.connect(self._on_left)
        keeper.kept.connect(lambda: page.show_failure(""))
        keeper.failed.connect(lambda error: page.show_failure(str(error)))
        keeper.marked.connect(self._on_marked)

    def _connect_desk(self) -> None:
        start, results = self.start, self.results
        start.scoped.connect(self._read_offer)
        start.begun.connect(self.begin)
        start.resumed.connect(self.resume)
        start.put_away.connect(self.put_away)
        start.opened.connect(self.open_result)
        start.back_pressed.connect(self._close)
        results.back_pressed.connect(self._close)
        results.practised.connect(self._practise)
        results.counted.connect(self._on_counted)
        results.overruled.connect(self._on_overruled)
        results.text_asked.connect(self._read_text)
        results.saved.connect(self._save)
        results.printed.connect(self._print)

    def open(self, exam: UUID | None = None, plan: Plan | None = None) -> None:
        """Show where a mock exam is begun: for an exam, over a plan, or over what is chosen."""
        self._exam = exam
        if exam is not None or plan is not None:
            self.start.form.choose(exam, plan or Plan())
        self._show_start()

    def open_result(self, mock_id: int) -> None:
        """Show a mock exam that was handed in."""
        self._run(lambda: self._mocks.result(mock_id), self._show_result)

    def begin(self) -> None:
        """Begin the mock exam that is chosen."""
        wish = self.start.form.wish(seed=int(self._clock.now().timestamp() * 1000) % 2**31)
        self._open_paper(lambda: self._mocks.begin(wish))

    def resume(self, mock_id: int) -> None:
        """Go on with a mock exam."""
        self._open_paper(lambda: self._mocks.resume(mock_id))

    def put_away(self, mock_id: int) -> None:
        """Put a mock exam away that is not to be gone on with."""

        def done(_nothing: object) -> None:
            text = _("Prøveeksamenen er lagt væk.")
            self.told.emit(text, lambda: self._take_out(mock_id))
            self._show_start()

        self._run(lambda: self._mocks.set_aside(mock_id), done)

    def greet(self, home: HomePage) -> None:
        """Offer to go on, on »I dag«, with a mock exam that was begun."""

        def show(running: Running | None) -> None:
            if running is None or not isValid(home) or home.findChild(RunningCard) is not None:
                return
            card = RunningCard(running)
            card.resumed.connect(lambda number: self._from_home(running, number))
            card.put_away.connect(self.put_away)
            home.column.insertWidget(1, card)

        self._run(self._mocks.running, show)

    def wire(self, actions: Actions, exams: ExamPage, practice: PracticePage) -> None:
        """Be reached from other pages and by the window's keys."""
        exams.has_mock = True
        exams.mock_asked.connect(self.open)
        exams.shown.connect(lambda: self.show_on_exam(exams))
        practice.mock_asked.connect(lambda plan: self.open(None, plan))
        self.attach(exams)
        for code in CODES:
            actions[code].triggered.connect(lambda _on=False, code=code: self.do(code))

    def attach(self, exams: ExamPage) -> None:
        """Show the mock exams of an exam at the foot of its page."""
        card = ExamMocks()
        card.resumed.connect(lambda number: self._from_exam(exams, lambda: self.resume(number)))
        card.opened.connect(lambda number: self._from_exam(exams, lambda: self.open_result(number)))
        exams.column.addWidget(card)
        self._on_exam_page = card

    def show_on_exam(self, exams: ExamPage) -> None:
        """Read what the page's exam has of mock exams."""
        card, view = self._on_exam_page, exams.view
        if card is None:
            return
        if view is None:
            card.hide()
            return
        exam = view.uuid

        def show(found: tuple[Running | None, tuple[PastMock, ...]]) -> None:
            running, past = found
            is_ours = running is not None and running.exam == exam
            if isValid(card):
                card.show_mocks(running if is_ours else None, past, self._clock.now().date())

        self._run(lambda: (self._mocks.running(), self._mocks.past(exam)), show)

    def codes(self, frame: QWidget | None) -> tuple[str, ...] | None:
        """Return the commands that can be done now; None when the paper is not shown."""
        return CODES if frame is self.page else None

    def do(self, code: str) -> None:
        """Do one of the paper's commands."""
        acts: dict[str, Callable[[], None]] = {
            "mock.next": lambda: self.page.go(1),
            "mock.previous": lambda: self.page.go(-1),
            "mock.flag": self.page.toggle_flag,
            "mock.hand_in": self.page.ask_to_hand_in,
            "mock.leave": self.page.leave,
        }
        acts[code]()

    def go_back(self, page: QWidget) -> bool:
        """Go back from a page of the desk; say whether it was one of these."""
        if page is self._text:
            self._close_text()
        elif page in (self.start, self.results):
            self._close()
        else:
            return False
        return True

    def _from_home(self, running: Running, number: int) -> None:
        # One that was made for an exam belongs to its page, and leads back there.
        self._exam = running.exam
        self.resume(number)

    def _from_exam(self, exams: ExamPage, act: Callable[[], None]) -> None:
        self._exam = None if exams.view is None else exams.view.uuid
        act()

    def _show_start(self) -> None:
        def show() -> None:
            self.start.set_back(self._back_words())
            self._show(self.start, _("Prøveeksamen"))
            self.start.take_focus()

        self._read_offer(show)

    def _read_offer(self, then: Callable[[], None] | None = None) -> None:
        asked = self.start.form.exam

        def show(offer: MockOffer) -> None:
            self.start.show_offer(offer, self._clock.now().date())
            if self.start.form.exam != asked:
                # The first exam there is was chosen, or the one chosen is no more.
                self._read_offer(then)
            elif then is not None:
                # In a turn of its own: to fill the page and to show it each takes a while.
                QTimer.singleShot(0, self.start, then)

        self._run(self._offer_work(), show)

    def _offer_work(self) -> Callable[[], MockOffer]:
        form = self.start.form
        plan, exam = form.plan, form.exam
        return lambda: self._mocks.offer(plan if exam is None else Plan(), exam)

    def _open_paper(self, work: Callable[[], Paper]) -> None:
        # A second press, from somebody who cannot wait, must not begin a second one.
        if self._is_opening:
            return
        self._is_opening = True

        def failed(error: Exception) -> None:
            self._is_opening = False
            self._fail(error)

        self._runner.run(work, self._show_paper, failed)

    def _show_paper(self, paper: Paper) -> None:
        self._keeper.keep(paper.mock_id)
        self.page.show_paper(paper)
        # In a turn of its own: to build the question and to show it each takes a while.
        QTimer.singleShot(0, self.page, self._show_built)

    def _show_built(self) -> None:
        self._is_opening = False
        self._shell.show_sitting(self.page, self.page.bar)
        self.page.take_focus()

    def _show_result(self, result: MockResult, then: Callable[[], None] | None = None) -> None:
        self.results.set_back(self._back_words())
        self.results.show_result(result)

        def show() -> None:
            self._show(self.results, _("Prøveeksamen"))
            self.results.take_focus()
            if then is not None:
                then()

        # In a turn of its own: to build the answers and to show them each takes a while.
        QTimer.singleShot(0, self.results, show)

    def _hand_in(self, *, is_time_up: bool) -> None:
        self._is_time_up = is_time_up
        self._keeper.hand_in(is_time_up=is_time_up)

    def _on_marked(self, result: MockResult) -> None:
        self._show_result(result, lambda: self._tell_handed_in(result.mock_id))

    def _tell_handed_in(self, mock_id: int) -> None:
        if self._is_time_up:
            self.told.emit(_("Tiden er gået. Alt, du har skrevet, er afleveret."), None)
        else:
            self.told.emit(_("Afleveret."), lambda: self._take_back(mock_id))

    def _take_back(self, mock_id: int) -> None:
        self._open_paper(lambda: self._mocks.take_back(mock_id))

    def _take_out(self, mock_id: int) -> None:
        def done(_nothing: object) -> None:
            self._show_start()

        self._run(lambda: self._mocks.set_aside(mock_id, aside=False), done)

    def _on_left(self) -> None:
        self.told.emit(_("Alle svar er gemt. Du kan fortsætte prøveeksamenen senere."), None)
        self._show_start()

    def _practise(self) -> None:
        result = self.results.result
        if result is not None:
            self.started.emit(Plan(cards=result.missed, mode=Mode.PRACTICE))

    def _on_counted(self, counts: bool) -> None:  # noqa: FBT001 - a slot of the switch
        result = self.results.result
        if result is not None:
            number = result.mock_id
            self._run(lambda: self._mocks.set_counts(number, counts=counts), self._show_again)

    def _on_overruled(self, marked: Marked) -> None:
        result = self.results.result
        if result is None:
            return
        number, place = result.mock_id, marked.position

        def take_back() -> None:
            self._run(lambda: self._mocks.withdraw(number, place), self._show_again)

        def done(better: MockResult) -> None:
            self._show_again(better)
            self.told.emit(_("Tæller som rigtigt, fordi du siger det."), take_back)

        self._run(lambda: self._mocks.overrule(number, place), done)

    def _show_again(self, result: MockResult) -> None:
        self.results.show_result(result)

    def _read_text(self, marked: Marked) -> None:
        def show(passages: tuple[Passage, ...]) -> None:
            text = TextPage(passages, marked.question.passage)
            text.closed.connect(self._close_text)
            self._text = text
            self._show(text, _("Læsetekst"), is_passing=True)
            text.take_focus()

        self._run(lambda: self._desk.reading_text(marked.card.pack), show)

    def _close_text(self) -> None:
        self._text = None
        self._show(self.results, _("Prøveeksamen"))
        self.results.take_focus()

    def _close(self) -> None:
        self.closed.emit(self._place())

    def _save(self) -> None:
        result = self.results.result
        if result is None:
            return
        suggested = Path.home() / f"{_('Prøveeksamen')} {result.at.date().isoformat()}{_PDF}"
        kinds = {_PDF: f"PDF (*{_PDF})"}
        if path := place_to_save(self.results, _("Gem som PDF"), suggested, kinds):
            self._write(result, path)

    def _write(self, result: MockResult, path: Path) -> None:
        if write_pdf(result, path, look_in_force().font("base").family()):
            self.told.emit(_("»{file}« er gemt.").format(file=path.name), None)
        else:
            text = _("»{file}« kunne ikke gemmes der. Vælg en anden mappe.")
            self._shell.warn(text.format(file=path.name))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loaded rarely

        result = self.results.result
        if result is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Prøveeksamen"))
        dialog = QPrintDialog(printer, self.results.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_on(printer, result, look_in_force().font("base").family())
            self.told.emit(_("Resultatet er sendt til printeren."), None)

    def _place(self) -> str:
        return PRACTICE if self._exam is None else EXAM

    def _show(self, page: QWidget, title: str, *, is_passing: bool = False) -> None:
        self._shell.show_page(page, self._place(), title, is_passing=is_passing)

    def _back_words(self) -> str:
        return _("Øv") if self._exam is None else _("Eksamen")

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._runner.run(work, done, self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, QuizappError):
            # A mistake in the program: the crash hook reports it.
            raise error
        self.failed.emit(error)

"""The exam pages tied to the bank: read, forecast and stored in the worker, undone by the toast."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from shiboken6 import isValid

from quizapp.base.texts import _
from quizapp.scheduling.exam_terms import Afterwards, ExamResult
from quizapp.study.exam_values import ExamDraft, ExamForm, ExamTab, ExamView, Preview, Trial
from quizapp.study.today import ExamGlance
from quizapp.ui.exam.form_page import FormPage
from quizapp.ui.exam.page import ExamPage
from quizapp.ui.find_hits import Group, Hit
from quizapp.ui.program import Services
from quizapp.ui.shell import EXAM, Shell
from quizapp.ui.tasks import TaskHandle, TaskRunner

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.study.exams import ExamsBefore

SLOW_MS = 300
Heed = Callable[[], None]
Found = tuple[ExamView | None, tuple[ExamTab, ...]]


class ExamRoute(QObject):
    """``started`` carries a ``Plan`` to begin, ``mock_asked`` the uuid of an exam to try out.

    ``told`` carries a sentence and what takes back what it tells of; ``glanced`` what the home
    page says of an exam.
    """

    started = Signal(object)
    mock_asked = Signal(object)
    told = Signal(str, object)
    glanced = Signal(object)
    failed = Signal(object)

    def __init__(
        self, services: Services, runner: TaskRunner, shell: Shell, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._exams = services.exams
        self._runner = runner
        self._shell = shell
        self._actions: list[QAction] = []
        self._chosen: UUID | None = None
        self._trying: TaskHandle | None = None
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._show_waiting)
        self.page = ExamPage()
        self.form: FormPage | None = None
        page = self.page
        page.started.connect(self.started)
        page.mock_asked.connect(self.mock_asked)
        page.chosen.connect(self._on_chosen)
        page.edit_asked.connect(self.edit)
        page.brought_back.connect(self._on_brought_back)
        page.day_set.connect(self._on_day_set)
        page.tried.connect(self._on_tried)
        page.used.connect(self._on_used)
        page.finished.connect(self._on_finished)
        page.told.connect(lambda text: self.told.emit(text, None))
        page.warned.connect(shell.warn)

    def go(self) -> None:
        """Show the exam page as soon as it is forecast; if that takes long, as it was last."""
        self._slow.start()
        self._stop_trying()

        def show() -> None:
            self._shell.show_page(self.page, EXAM, _("Eksamen"))
            self.page.take_focus()
            bar = self.page.verticalScrollBar()
            QTimer.singleShot(0, self.page, lambda: bar.setValue(0))

        self.refresh(show)

    def _show_waiting(self) -> None:
        if not isValid(self.page):
            return
        self.page.show_waiting()
        self._shell.show_page(self.page, EXAM, _("Regner på planen …"))

    def look_at(self, exam: str) -> None:
        """Show an exam by its uuid, or the form of a new one."""
        if exam:
            self._chosen = UUID(exam)
            self.go()
        else:
            self.edit(None)

    def has_open_form(self) -> bool:
        """Say whether the form is shown, which has Ctrl+Enter for itself."""
        return isinstance(self._shell.page, FormPage) and self._shell.is_at_desk

    def hits(self) -> list[Hit]:
        """Return the exams for »Find handling«; none in the middle of a sitting."""
        if not self._shell.is_at_desk:
            return []
        return [
            Hit(text=it.text(), icon="graduation-cap", act=it.trigger, group=Group.PAGE)
            for it in self._actions
        ]

    def refresh_glance(self) -> None:
        """Forecast the exam of the home page again, and list the exams there are."""
        exams = self._exams

        def show(found: tuple[ExamGlance | None, tuple[ExamTab, ...]]) -> None:
            glance, tabs = found
            self._list(tabs)
            if glance is not None:
                self.glanced.emit(glance)

        self._runner.run(exams.glance, show, self.failed.emit)

    def _list(self, tabs: tuple[ExamTab, ...]) -> None:
        for gone in self._actions:
            gone.deleteLater()
        self._actions = []
        for tab in tabs:
            action = QAction(_("Eksamen: {exam}").format(exam=tab.title), self)
            action.triggered.connect(lambda _on=False, one=str(tab.uuid): self.look_at(one))
            self._actions.append(action)

    def refresh(self, then: Callable[[], None] | None = None) -> None:
        """Read and forecast again, show it, and go on."""
        exams, chosen = self._exams, self._chosen

        def show(found: Found) -> None:
            view, put_away = found
            self._slow.stop()
            if not isValid(self.page):
                return
            self.page.show_soon(view, put_away, lambda: placed(view))

        def placed(view: ExamView | None) -> None:
            bar = self.page.verticalScrollBar()
            place = bar.value()
            # What was looked at stays where it is once the new parts have their places.
            QTimer.singleShot(0, self.page, lambda: bar.setValue(place))
            self._list(() if view is None else view.tabs)
            if then is not None:
                then()

        def failed(error: Exception) -> None:
            self._slow.stop()
            self.failed.emit(error)

        self._runner.run(lambda: (exams.view(chosen), exams.put_away()), show, failed)

    def edit(self, exam: UUID | None) -> None:
        """Open the form of an exam, of a new one where none is named."""
        exams = self._exams
        self._runner.run(lambda: exams.form(exam), self._open_form, self.failed.emit)

    def _open_form(self, read: ExamForm) -> None:
        form = self.form = FormPage(read)
        form.left.connect(self.go)
        form.tried.connect(lambda draft: self._preview(form, draft))
        form.saved.connect(lambda draft: self._save(read.uuid, draft))
        name = read.uuid
        if name is not None:
            form.removed.connect(lambda: self._remove(name, read.draft.title))
            form.put_aside.connect(lambda: self._put_aside(name, read.draft.title))

        def show() -> None:
            self._shell.show_page(form, EXAM, form.title, is_passing=True)
            form.take_focus()

        # In a turn of its own: to build the form and to show it each takes a while.
        QTimer.singleShot(0, form, show)

    def _preview(self, form: FormPage, draft: ExamDraft | None) -> None:
        exams, name = self._exams, form.form.uuid
        if draft is None:
            self._stop_trying()
            return

        def show(preview: Preview) -> None:
            if isValid(form):
                form.show_preview(preview, draft)

        self._try(lambda heed: exams.preview(draft, name, heed), show)

    def _save(self, exam: UUID | None, draft: ExamDraft) -> None:
        exams = self._exams
        self._stop_trying()

        def done(stored: "tuple[UUID, ExamsBefore]") -> None:
            name, before = stored
            self._chosen = name
            self.go()
            self._tell(_("Planen er gemt."), before)

        self._runner.run(lambda: exams.save(draft, exam), done, self.failed.emit)

    def _remove(self, exam: UUID, title: str) -> None:
        exams = self._exams
        said = _("»{exam}« er slettet. Dine svar er gemt.").format(exam=title)
        self._change(lambda: exams.remove(exam), said, leaves=True)

    def _put_aside(self, exam: UUID, title: str) -> None:
        exams = self._exams
        said = _("»{exam}« er lagt væk.").format(exam=title)
        self._change(lambda: exams.put_aside(exam), said, leaves=True)

    def _on_chosen(self, exam: UUID) -> None:
        self._chosen = exam
        self.refresh(self.page.take_focus)

    def _on_brought_back(self, exam: UUID) -> None:
        exams = self._exams
        self._chosen = exam
        self._change(lambda: exams.bring_back(exam), _("Eksamenen er hentet frem."))

    def _on_day_set(self, day: int, minutes: float | None) -> None:
        exams = self._exams

        def back_to_day() -> None:
            if self.page.days is not None:
                self.page.days.calendar.focus_day(day)

        self._change(lambda: exams.set_day(day, minutes), _("Planen er lagt om."), back_to_day)

    def _on_tried(self, minutes: int) -> None:
        view, exams = self.page.view, self._exams
        if view is None:
            return
        name = view.uuid

        def show(trial: Trial) -> None:
            if isValid(self.page) and self.page.what_if is not None:
                self.page.what_if.show_trial(trial)

        self._try(lambda heed: exams.try_minutes(name, minutes, heed), show)

    def _on_used(self, minutes: int) -> None:
        exams = self._exams

        def back_to_slider() -> None:
            if self.page.what_if is not None:
                self.page.what_if.slider.setFocus()

        work = lambda: exams.use_minutes(minutes)  # noqa: E731 - handed on as it is
        self._change(work, _("Planen er lagt om."), back_to_slider)

    def _on_finished(self, result: ExamResult) -> None:
        view, exams = self.page.view, self._exams
        if view is None:
            return
        name = view.uuid
        said = {
            None: _("Gemt."),
            Afterwards.KEEP: _("Gemt. Spørgsmålene fortsætter som før."),
            Afterwards.SLOW: _("Gemt. Spørgsmålene kommer sjældnere fra nu af."),
            Afterwards.REST: _("Gemt. Spørgsmålene hviler nu."),
        }[result.then]
        self._change(lambda: exams.finish(name, result), said)

    def _change(
        self,
        work: "Callable[[], ExamsBefore]",
        said: str,
        then: Callable[[], None] | None = None,
        *,
        leaves: bool = False,
    ) -> None:
        """Change something, show how it is then, and offer to take it back."""

        def done(before: "ExamsBefore") -> None:
            if leaves:
                self._chosen = None
                self.go()
            else:
                self.refresh(then or self.page.take_focus)
            self._tell(said, before)

        self._runner.run(work, done, self.failed.emit)

    def _tell(self, said: str, before: "ExamsBefore") -> None:
        self.told.emit(said, lambda: self._go_back(before))

    def _go_back(self, before: "ExamsBefore") -> None:
        exams = self._exams

        def placed() -> None:
            # What had the focus is gone; it must not fall on whatever stands next.
            if self.page.isVisible():
                self.page.take_focus()

        self._runner.run(
            lambda: exams.go_back(before), lambda _nothing: self.refresh(placed), self.failed.emit
        )

    def _try(self, work: Callable[[Heed], Trial | Preview], show: Callable[..., None]) -> None:
        """Work something out; only the newest wish counts, and an older one ends soon."""
        self._stop_trying()
        self._trying = self._runner.run_long(
            lambda handle: work(handle.heed), show, self.failed.emit
        )

    def _stop_trying(self) -> None:
        """End what is being worked out: nobody waits for it, and what is next waits behind it."""
        if self._trying is not None:
            self._trying.cancel()
            self._trying = None

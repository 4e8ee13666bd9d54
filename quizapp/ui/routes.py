"""The pages and the ways between them; loaded only after the window has been painted."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.study.found import Choices
from quizapp.study.plan import Plan
from quizapp.study.today import Today
from quizapp.ui.actions import BY_CODE
from quizapp.ui.editor.room import EditorRoom
from quizapp.ui.exam.route import ExamRoute
from quizapp.ui.find_route import Ways, find_over
from quizapp.ui.home.page import HomePage
from quizapp.ui.home.today_card import SHORT_MINUTES
from quizapp.ui.key_help import KeyHelp
from quizapp.ui.learners.route import LearnersRoute
from quizapp.ui.library.questions_route import QuestionsRoute
from quizapp.ui.library.route import LibraryRoute
from quizapp.ui.library.sub_page import SubPage, has_own_enter, stops_work, title_of
from quizapp.ui.mock.route import MockRoute
from quizapp.ui.practice.route import PracticeRoute
from quizapp.ui.printing.route import PrintRoute
from quizapp.ui.program import Services
from quizapp.ui.progress.route import ProgressRoute
from quizapp.ui.settings.route import SettingsRoute
from quizapp.ui.shell import (
    AUTHORING,
    EXAM,
    FIND,
    HOME,
    LEARNERS,
    LIBRARY,
    PRACTICE,
    PROGRESS,
    SETTINGS,
)
from quizapp.ui.study.past_answers import PastAnswers
from quizapp.ui.study.route import StudyRoute
from quizapp.ui.study.wishes import OF_THE_SITTING, WISHES, Wish
from quizapp.ui.surroundings import Surroundings

_EVERYWHERE = ("app.quit", FIND, "help.keys", "view.full")
_Route = PracticeRoute | ProgressRoute | LearnersRoute | LibraryRoute
_SIZES = ("text.larger", "text.smaller", "text.normal")


class Routes(QObject):
    """Pages know no other page: they say what was wanted, and here it is done."""

    def __init__(
        self, services: Services, home: HomePage, around: Surroundings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._around = around
        self._shell = around.shell
        self._actions = around.actions
        self._runner = around.runner
        self._take_back: Callable[[], None] | None = None
        self._back_to = HOME
        self.home = home

    def build(self) -> Iterator[None]:
        """Build the pages, in steps that are short enough for the window; do this once, first."""
        services, around = self._services, self._around
        self.study = StudyRoute(services, around.runner, around.clock, self)
        self.past = PastAnswers(services, around.runner, around.shell, self)
        self.library = LibraryRoute(services, around.runner, self)
        self.printing = PrintRoute(services, around.runner, around.shell, self)
        yield
        self.questions = QuestionsRoute(services, around.runner, around.clock, self)
        yield
        self.settings = SettingsRoute(
            services, around.runner, around.clock, around.appearance, self
        )
        yield
        self.practice = PracticeRoute(services, around.runner, around.clock, self)
        yield
        self.progress = ProgressRoute(services, around.runner, around.shell, self)
        self.exam = ExamRoute(services, around.runner, around.shell, self)
        self.editor = EditorRoom(
            around.shell, around.actions, around.paths, around.runner, around.clock, self
        )
        yield
        self.mock = MockRoute(services, around.runner, around.clock, around.shell, self)
        yield
        self.learners = LearnersRoute(
            around.paths, around.learner, around.runner, around.clock, self
        )
        self._find = find_over(self._ways(), services, around, self)
        self._keys = KeyHelp(around.actions, around.shell)
        yield
        self._connect_pages()
        self._connect_questions()
        self._connect_exams()
        self._connect_actions()
        self.exam.refresh_glance()
        self.mock.greet(self.home)

    def _ways(self) -> Ways:
        return Ways(
            home=self.home,
            exam=self.exam,
            questions=self.questions,
            settings=self.settings,
            begin=self.begin,
            go_library=self.go_library,
            fail=self.fail,
        )

    def take_over(self, former: "Routes") -> None:
        """Go on from the pages of another language."""
        self.editor.take_over(former.editor)
        self.settings.take_over(former.settings)

    def begin(self, plan: Plan) -> None:
        """Begin a round that ends at »I dag«."""
        self._back_to = HOME
        self.study.begin(plan)

    def _begin_here(self, plan: Plan) -> None:
        """Begin a round that ends where it was begun."""
        self.begin(plan)
        self._back_to = self._shell.place

    def _after_round(self) -> None:
        # Not by their actions, which rest during a round.
        self._acts.get(self._back_to, self.go_home)()

    def open_pack(self, path: Path) -> None:
        """Show what adding a pack would change; not in the middle of a round."""
        if self._shell.is_at_desk:
            self.library.preview(path)
        else:
            self._tell(_("Afslut først det, du er i gang med, og åbn så filen igen."))

    def go_home(self) -> None:
        """Show »I dag«, as soon as its figures are read; what is shown now stays until then."""

        def show(today: Today) -> None:
            self.home.show_today(today)
            self.mock.greet(self.home)
            self._shell.show_page(self.home, HOME, _("I dag"))
            self.home.take_focus()

        self._runner.run(self._services.desk.today, show, self.fail)

    def refresh_home(self) -> None:
        """Read the figures again if »I dag« is shown: the day may have turned."""
        if self._shell.page is not self.home or not self._shell.is_at_desk:
            return

        def show(today: Today) -> None:
            self.home.show_today(today)
            self.mock.greet(self.home)
            if self._shell.page is self.home and self._shell.is_at_desk:
                self.home.take_focus()

        self._runner.run(self._services.desk.today, show, self.fail)

    def fail(self, error: Exception) -> None:
        """Tell of an error that a person can act on; any other is the crash hook's business."""
        if not isinstance(error, QuizappError):
            raise error
        self._shell.warn(str(error))

    def _connect_pages(self) -> None:
        self._shell.chosen.connect(lambda code: self._actions[code].trigger())
        self._shell.undone.connect(self._undo)
        self._shell.changed.connect(self._on_page_changed)
        self.home.started.connect(self.begin)
        self.home.add_asked.connect(self.library.choose_file)
        page = self.study.page
        self.study.began.connect(lambda: self._shell.show_sitting(page, page.bar))
        self.study.left.connect(self._after_round)
        self.study.keys_asked.connect(self._keys.toggle)
        self.study.state_changed.connect(self._on_study_changed)
        self.library.page.started.connect(self._begin_here)
        self.library.opened.connect(self._open_sub_page)
        self.library.closed.connect(self.go_library)
        self.library.told.connect(self._tell_with_undo)
        self.settings.memory.told.connect(self._tell_with_undo)
        self.practice.started.connect(self._begin_here)
        self.practice.opened.connect(self._open_practice)
        self.practice.left.connect(self._after_reading)
        self.practice.changed.connect(self._on_practice_changed)
        self.progress.page.started.connect(self._begin_here)
        self.past.changed.connect(self.refresh_home)
        self.editor.told.connect(self._tell_with_undo)
        self.editor.failed.connect(self.fail)
        self.editor.try_asked.connect(self.library.preview)
        self.editor.print_asked.connect(self.printing.open_folder)
        self.editor.changed.connect(self.update_actions)
        for teller in (self.study, self.practice, self.settings, self.progress, self.past):
            teller.told.connect(self._tell)
            teller.failed.connect(self.fail)
        self.library.failed.connect(self.fail)

    def _connect_exams(self) -> None:
        self.home.exam_asked.connect(self.exam.look_at)
        self.home.glance_wanted.connect(self.exam.refresh_glance)
        self.exam.glanced.connect(self.home.show_glance)
        self.mock.wire(self._actions, self.exam.page, self.practice.page)
        for route in (self.exam, self.mock):
            route.started.connect(self._begin_here)
            route.told.connect(self._tell_with_undo)
            route.failed.connect(self.fail)
        self.mock.closed.connect(lambda code: self._actions[code].trigger())

    def _connect_questions(self) -> None:
        self.questions.started.connect(self._begin_here)
        self.questions.told.connect(self._tell_with_undo)
        self.questions.failed.connect(self.fail)
        self.questions.page.add_asked.connect(self.library.choose_file)
        self.questions.page.packs_asked.connect(self._go_packs)
        self.library.page.print_asked.connect(self.printing.open)
        self.library.page.left.connect(self.go_library)
        self.library.changed.connect(self.questions.refresh)
        self.learners.told.connect(self._tell_with_undo)
        self.learners.failed.connect(self.fail)
        self.learners.named.connect(self._shell.desk.side.call_learner)
        self.settings.changed.connect(self._tell_with_undo)
        self.home.text_asked.connect(self.practice.read_text)
        self.home.named.connect(self.learners.call_current)
        self.home.friendly_chosen.connect(self.settings.set_friendly)
        self.home.write_asked.connect(self._actions[AUTHORING].trigger)

    def _connect_actions(self) -> None:
        acts = self._acts = {
            "edit.undo": self._undo,
            "edit.redo": self.past.redo,
            FIND: self._find.open,
            "help.keys": self._keys.toggle,
            "round.start": lambda: self.begin(Plan()),
            "round.short": lambda: self.begin(Plan(minutes=SHORT_MINUTES)),
            "question.unknown": self._answer_nothing,
            "question.report": self.study.page.open_report,
            "question.note": self.study.page.open_note,
            "question.aloud": self.study.read_aloud,
            HOME: self.go_home,
            PRACTICE: self._go_practice,
            EXAM: self.exam.go,
            "exam.add": lambda: self.exam.edit(None),
            PROGRESS: self._go_progress,
            LIBRARY: self.go_library,
            SETTINGS: self._go_settings,
            "mock.start": self.mock.open,
            "pack.add": self.library.choose_file,
            LEARNERS: self._go_learners,
            "backup.make": self.settings.make_copy,
            "go.back": self._go_back,
        }
        for code, act in acts.items():
            self._actions[code].triggered.connect(lambda _on=False, act=act: act())
        for code, wish in WISHES.items():
            self._actions[code].triggered.connect(
                lambda _on=False, code=code, wish=wish: self._do_wish(code, wish)
            )
        self._at_desk = {*acts, *_EVERYWHERE, *_SIZES} - set(OF_THE_SITTING)

    def update_actions(self) -> None:
        """Switch on the commands that can be done now, and the others off."""
        if self._shell.is_at_desk:
            codes = set(self._at_desk)
            if self._shell.page is not self.home:
                codes -= {"edit.redo"} if self._take_back else {"edit.redo", "edit.undo"}
            codes = self.editor.codes(codes)
            if self.exam.has_open_form() or has_own_enter(self._shell.page):
                codes -= {"round.start"}
        elif (own := self._codes_of(self._shell.frame)) is not None:
            codes = {*own, *_EVERYWHERE, *_SIZES}
        else:
            codes = {*self.study.codes(), *_EVERYWHERE, *_SIZES}
        for code in BY_CODE:
            self._actions[code].setEnabled(code in codes)

    def _codes_of(self, frame: QWidget | None) -> tuple[str, ...] | None:
        """Return what a page without a side-bar can do; None for the sitting's own."""
        return self.mock.codes(frame) or self.practice.codes(frame)

    def _on_page_changed(self) -> None:
        self._find.close_up()
        self._keys.close_up()
        self.update_actions()

    def _on_study_changed(self) -> None:
        self.update_actions()
        if not self._shell.is_at_desk:
            self._shell.titled.emit(self.study.title)

    def _go(self, route: _Route, code: str, title: str) -> None:
        """Show a page as soon as what it says has been read."""

        def show() -> None:
            self._shell.show_page(route.page, code, title)
            route.page.take_focus()

        route.refresh(show)

    def _go_practice(self) -> None:
        self._go(self.practice, PRACTICE, _("Øv"))

    def _open_practice(self, page: QWidget) -> None:
        self._shell.show_sitting(page, self.practice.bar_of(page))
        self._on_practice_changed()

    def _after_reading(self) -> None:
        # Also »I dag« leads to the text, the first time.
        if self._shell.place == HOME:
            self.go_home()
        else:
            self._go_practice()

    def _on_practice_changed(self) -> None:
        self.update_actions()
        if self.practice.codes(self._shell.frame) is not None:
            self._shell.titled.emit(self.practice.title(self._shell.frame))

    def _do_wish(self, code: str, wish: Wish) -> None:
        if self.practice.codes(self._shell.frame) is None:
            self.study.do(wish)
        else:
            self.practice.do(code)

    def _answer_nothing(self) -> None:
        if self.practice.codes(self._shell.frame) is None:
            self.study.page.answer_nothing()
        else:
            self.practice.do("question.unknown")

    def _go_progress(self) -> None:
        self._go(self.progress, PROGRESS, _("Fremgang"))

    def _go_learners(self) -> None:
        self._go(self.learners, LEARNERS, _("Hvem skal øve?"))

    def go_library(self, then: Callable[[], None] | None = None) -> None:
        """Show the questions, or the packs where there are none, and go on."""

        def show(choices: Choices) -> None:
            if not choices.packs:
                self._go_packs()
                return
            self._shell.show_page(self.questions.page, LIBRARY, _("Bibliotek"))
            self.questions.page.take_focus()
            if then is not None:
                then()

        self.questions.refresh(show)

    def _go_packs(self) -> None:
        self._go(self.library, LIBRARY, _("Pakker"))

    def _go_settings(self) -> None:
        self._shell.show_page(self.settings.page, SETTINGS, _("Indstillinger"))
        self.settings.refresh()
        self.settings.page.take_focus()

    def _open_sub_page(self, page: SubPage) -> None:
        self._shell.show_page(page, LIBRARY, title_of(page), is_passing=True)
        page.take_focus()

    def _go_back(self) -> None:
        if self.printing.go_back() or self.editor.go_back() or self.mock.go_back(self._shell.page):
            return
        page = self._shell.page
        if stops_work(page) or (page is self.questions.page and self.questions.page.go_back()):
            return
        if page is self.library.page or isinstance(page, SubPage):
            self.go_library()
        elif self.exam.has_open_form():
            self.exam.go()
        else:
            self.go_home()

    def _undo(self) -> None:
        if self.editor.undo():
            return
        # A toast of the desk may still be there over a mock exam, which has nothing to undo itself.
        if not (self._shell.is_at_desk or self.mock.codes(self._shell.frame)):
            self._do_wish("edit.undo", Wish.UNDO)
        elif self._take_back is not None:
            take_back, self._take_back = self._take_back, None
            take_back()
            self.update_actions()
        elif self._shell.page is self.home:
            self.past.undo()

    def _tell(self, text: str, can_undo: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._shell.tell(text, can_undo=can_undo)

    def _tell_with_undo(self, text: str, take_back: Callable[[], None] | None) -> None:
        self._take_back = take_back
        self._tell(text, can_undo=take_back is not None)
        self.update_actions()

"""The window: two frames, the pages in them, and the routes between."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _, ngettext
from quizapp.scheduling.day import date_of, study_day
from quizapp.study.plan import Plan
from quizapp.study.today import Today
from quizapp.ui.actions import BY_CODE, Actions
from quizapp.ui.appearance import AppearanceKeeper
from quizapp.ui.desk_frame import DeskFrame
from quizapp.ui.find_handling import FindHandling
from quizapp.ui.home.page import HomePage
from quizapp.ui.key_help import KeyHelp
from quizapp.ui.library.add_page import AddPage
from quizapp.ui.library.refused_page import RefusedPage
from quizapp.ui.library.route import LibraryRoute
from quizapp.ui.program import Program, Services
from quizapp.ui.settings.route import SettingsRoute
from quizapp.ui.study.route import StudyRoute
from quizapp.ui.study.wishes import Wish
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.trouble_page import TroublePage
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.side_bar import Place
from quizapp.ui.widgets.toast import Toast

LEAST_SIZE = (720, 480)
FIRST_SIZE = (1180, 800)
HOME, LIBRARY, SETTINGS, FIND = "go.home", "go.library", "app.settings", "edit.find"
_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_WISHES = {
    "round.leave": Wish.STOP,
    "question.hint": Wish.HINT,
    "question.skip": Wish.SKIP,
    "question.text": Wish.SHOW_TEXT,
    "question.overrule": Wish.OVERRULE,
    "question.pause": Wish.SUSPEND,
    "question.bury": Wish.BURY,
}


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, program: Program, appearance: AppearanceKeeper) -> None:
        super().__init__()
        self._program = program
        self._appearance = appearance
        self._runner = TaskRunner(self)
        self._services: Services | None = None
        self._study: StudyRoute | None = None
        self._library: LibraryRoute | None = None
        self._settings: SettingsRoute | None = None
        self._waiting: tuple[Path, ...] = program.opened
        self._take_back: Callable[[], None] | None = None
        self.setWindowTitle("Quizapp")
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self._actions = Actions(self)
        self._frames = QStackedWidget()
        self._desk = DeskFrame(side_pages(), side_below())
        self._home = HomePage()
        self._home.show_day(date_of(study_day(program.clock.now())))
        self._frames.addWidget(self._desk)
        self.setCentralWidget(self._frames)
        self._toast = Toast(self._frames)
        self._toast.undone.connect(self._undo)
        self._find = FindHandling(self._actions, self._frames)
        self._keys = KeyHelp(self._actions, self._frames)
        self._home.started.connect(self.begin)
        self._home.add_asked.connect(lambda: self._trigger("pack.add"))
        self._desk.chosen.connect(self._trigger)
        self._connect_actions()
        self._show_page(self._home, HOME, _("I dag"))
        self._restore_geometry()

    def open_bank(self, *, ended_badly: bool = False) -> None:
        """Open the bank in the worker, then show what today is worth doing."""

        def opened(services: Services) -> None:
            self._services = services
            self._study = self._new_study(services)
            self._library = self._new_library(services)
            self._settings = self._new_settings(services)
            self._go_home(self._tell_what_was_kept if ended_badly else None)
            waiting, self._waiting = self._waiting, ()
            for path in waiting:
                self.open_pack(path)

        self._runner.run(self._program.open_services, opened, self._on_not_opened)

    def close_bank(self) -> None:
        """Finish what is under way, and close the bank in the thread that opened it."""
        if self._services is not None:
            services, self._services = self._services, None
            self._runner.run(services.close, lambda _nothing: None, self._on_failed)
        self._runner.stop()

    def begin(self, plan: Plan) -> None:
        """Begin a round."""
        if self._study is not None:
            self._study.begin(plan)

    def come_forward(self, to_open: tuple[Path, ...] = ()) -> None:
        """Show the window above others; a second start asks for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        for path in to_open:
            self.open_pack(path)

    def open_pack(self, path: Path) -> None:
        """Show what adding a pack would change."""
        if self._library is None:
            self._waiting = (*self._waiting, path)
        elif not self._is_studying():
            self._library.preview(path)

    def show_crash(self, report: str) -> None:
        """Say that the program made a mistake, and that the answers are safe."""
        del report
        self._tell(_("Noget gik galt i programmet. Dine svar er gemt."))

    def _new_study(self, services: Services) -> StudyRoute:
        study = StudyRoute(services, self._runner, self._program.clock, self)
        self._frames.addWidget(study.page)
        study.began.connect(self._show_study)
        study.left.connect(self._go_home)
        study.told.connect(self._tell)
        study.failed.connect(self._on_failed)
        study.state_changed.connect(self._on_study_changed)
        return study

    def _new_library(self, services: Services) -> LibraryRoute:
        library = LibraryRoute(services, self._runner, self)
        library.page.started.connect(self.begin)
        library.opened.connect(self._open_sub_page)
        library.closed.connect(self._go_library)
        library.told.connect(self._tell_with_undo)
        library.failed.connect(self._on_failed)
        return library

    def _new_settings(self, services: Services) -> SettingsRoute:
        clock = self._program.clock
        settings = SettingsRoute(services, self._runner, clock, self._appearance, self)
        settings.told.connect(self._tell)
        settings.failed.connect(self._on_failed)
        return settings

    def _show_frame(self, frame: QWidget) -> None:
        self._find.close_up()
        self._keys.close_up()
        self._frames.setCurrentWidget(frame)
        self._update_actions()

    def _show_study(self) -> None:
        if self._study is not None:
            self._show_frame(self._study.page)

    def _on_study_changed(self) -> None:
        self._update_actions()
        if self._is_studying() and self._study is not None:
            self._name_window(self._study.title)

    def _name_window(self, title: str) -> None:
        self.setWindowTitle(_("{title} – Quizapp").format(title=title))

    def _is_studying(self) -> bool:
        return self._study is not None and self._frames.currentWidget() is self._study.page

    def _go_home(self, then: Callable[[Today], None] | None = None) -> None:
        self._show_page(self._home, HOME, _("I dag"))
        self._refresh_home(then)

    def _go_library(self) -> None:
        if self._library is not None:
            self._show_page(self._library.page, LIBRARY, _("Bibliotek"))
            self._library.refresh()
            self._library.page.take_focus()

    def _go_settings(self) -> None:
        if self._settings is not None:
            self._show_page(self._settings.page, SETTINGS, _("Indstillinger"))
            self._settings.refresh()
            self._settings.page.take_focus()

    def _open_sub_page(self, page: AddPage | RefusedPage) -> None:
        self._show_page(page, LIBRARY, _("Tilføj pakke"), is_passing=True)
        page.take_focus()

    def _show_page(self, page: QWidget, code: str, title: str, *, is_passing: bool = False) -> None:
        show = self._desk.show_passing if is_passing else self._desk.show_page
        show(page, code)
        self._show_frame(self._desk)
        self._name_window(title)
        announce(page, _("Side: {page}").format(page=title))

    def _refresh_home(self, then: Callable[[Today], None] | None = None) -> None:
        services = self._services
        if services is None:
            return

        def show(today: Today) -> None:
            self._home.show_today(today)
            if self._desk.stack.currentWidget() is self._home and not self._is_studying():
                self._home.take_focus()
            if then is not None:
                then(today)

        self._runner.run(services.desk.today, show, self._on_failed)

    def _tell_what_was_kept(self, today: Today) -> None:
        text = ngettext(
            "Programmet lukkede uventet. {n} svar fra i dag er gemt.",
            "Programmet lukkede uventet. {n} svar fra i dag er gemt.",
            today.done,
        )
        self._tell(text.format(n=today.done))

    def _tell(self, text: str, can_undo: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        bar = self._study.page.bar if self._study is not None and self._is_studying() else None
        self._toast.set_lift(0 if bar is None else bar.height())
        self._toast.say(text, can_undo=can_undo)

    def _tell_with_undo(self, text: str, take_back: Callable[[], None] | None) -> None:
        self._take_back = take_back
        self._tell(text, can_undo=take_back is not None)
        self._update_actions()

    def _on_not_opened(self, error: Exception) -> None:
        if not isinstance(error, QuizappError):
            raise error
        page = TroublePage(self._program.bank, error)
        page.retried.connect(self.open_bank)
        page.quit_asked.connect(self.close)
        self._show_page(page, HOME, _("Svarene kunne ikke åbnes"), is_passing=True)
        page.take_focus()

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, QuizappError):
            # A mistake in the program: the crash hook reports it.
            raise error
        self._tell(str(error))

    def _connect_actions(self) -> None:
        simple: dict[str, Callable[[], object]] = {
            "app.quit": self.close,
            "edit.undo": self._undo,
            FIND: self._find.open,
            "help.keys": self._keys.toggle,
            "round.start": lambda: self.begin(Plan()),
            "round.short": lambda: self.begin(Plan(minutes=5)),
            "question.unknown": self._answer_nothing,
            "question.report": self._report,
            HOME: self._go_home,
            LIBRARY: self._go_library,
            SETTINGS: self._go_settings,
            "pack.add": self._add_pack,
            "go.back": self._go_back,
            "text.larger": lambda: self._scale(1),
            "text.smaller": lambda: self._scale(-1),
            "text.normal": lambda: self._appearance.choose(scale=1.0),
            "view.full": self._toggle_full,
        }
        for code, act in simple.items():
            self._actions[code].triggered.connect(lambda _on=False, act=act: act())
        for code, wish in _WISHES.items():
            self._actions[code].triggered.connect(lambda _on=False, wish=wish: self._wish(wish))
        self._possible = {*simple, *_WISHES}

    def _update_actions(self) -> None:
        codes: set[str] = set()
        if self._is_studying() and self._study is not None:
            codes |= set(self._study.codes()) | {"text.larger", "text.smaller", "text.normal"}
            codes |= {"view.full", "app.quit", FIND, "help.keys"}
        else:
            codes |= self._possible - set(_WISHES) - {"question.unknown", "question.report"}
            if self._take_back is None:
                codes -= {"edit.undo"}
        for code in BY_CODE:
            self._actions[code].setEnabled(code in codes)

    def _trigger(self, code: str) -> None:
        self._actions[code].trigger()

    def _wish(self, wish: Wish) -> None:
        if self._study is not None and self._is_studying():
            self._study.do(wish)

    def _answer_nothing(self) -> None:
        if self._study is not None:
            self._study.page.answer_nothing()

    def _report(self) -> None:
        if self._study is not None:
            self._study.page.open_report()

    def _undo(self) -> None:
        if self._is_studying():
            self._wish(Wish.UNDO)
        elif self._take_back is not None:
            take_back, self._take_back = self._take_back, None
            take_back()
            self._update_actions()

    def _add_pack(self) -> None:
        if self._library is not None:
            self._library.choose_file()

    def _go_back(self) -> None:
        page = self._desk.stack.currentWidget()
        if isinstance(page, AddPage | RefusedPage):
            self._go_library()
        elif not self._is_studying():
            self._go_home()

    def _scale(self, step: int) -> None:
        now = min(_SCALES, key=lambda scale: abs(scale - self._appearance.chosen.scale))
        at = min(max(_SCALES.index(now) + step, 0), len(_SCALES) - 1)
        self._appearance.choose(scale=_SCALES[at])

    def _toggle_full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore_geometry(self) -> None:
        self.resize(*FIRST_SIZE)
        geometry = self._appearance.chosen.geometry
        if geometry:
            self.restoreGeometry(QByteArray(geometry))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._appearance.choose(geometry=bytes(self.saveGeometry().data()))
        super().closeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_back and self._services is not None and not self._is_studying():
            # The day may have turned while another window was in front.
            self._refresh_home()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        for path in paths:
            self.open_pack(path)


def side_pages() -> tuple[Place, ...]:
    """Return the pages of the side-bar, in order; a page that does not exist is not shown."""
    return _places(HOME, LIBRARY)


def side_below() -> tuple[Place, ...]:
    """Return what stands at the foot of the side-bar."""
    return _places(FIND, SETTINGS)


def _places(*codes: str) -> tuple[Place, ...]:
    shown = {FIND: "Ctrl+K"}
    words = {SETTINGS: _("Indstillinger"), FIND: _("Find")}
    return tuple(
        Place(
            code=code,
            text=words.get(code, _(BY_CODE[code].text)),
            icon=BY_CODE[code].icon,
            key=shown.get(code, ""),
        )
        for code in codes
    )

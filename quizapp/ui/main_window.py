"""The window: painted at once, filled when the bank is open, remembered when it closes."""

import gc
from collections.abc import Callable, Generator, Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid
from typing_extensions import override

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.scheduling.day import date_of, study_day
from quizapp.study.today import Today
from quizapp.ui.actions import BY_CODE, Actions
from quizapp.ui.appearance import AppearanceKeeper
from quizapp.ui.crash import NOTHING_SPECIAL, FormerRun, kept_sentence
from quizapp.ui.first_wishes import hold_wishes
from quizapp.ui.program import OpenedBank, Program, Services
from quizapp.ui.shell import HOME, SETTINGS, Shell
from quizapp.ui.surroundings import Surroundings
from quizapp.ui.tasks import TaskRunner
from quizapp.ui.theme.dress import dress
from quizapp.ui.turns import Turns, to_the_end

if TYPE_CHECKING:
    # Its pages load a third of the program, which the first paint does not wait for.
    from quizapp.ui.home.page import HomePage
    from quizapp.ui.routes import Routes

LEAST_SIZE = (720, 480)
FIRST_SIZE = (1180, 800)
_OF_PAGES = ("author.", "exam.", "mock.", "question.")
_OWN = frozenset({"app.quit", "text.larger", "text.smaller", "text.normal", "view.full"})


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, program: Program, appearance: AppearanceKeeper) -> None:
        super().__init__()
        self._program = program
        self._appearance = appearance
        self._runner = TaskRunner(self)
        self._services: Services | None = None
        self._routes: Routes | None = None
        self._close: Callable[[], None] | None = None
        self._wish: Callable[[Routes], object] | None = None
        self._former: tuple[QObject, ...] = ()
        self._turns = Turns(self)
        self._spoken = appearance.chosen.language
        self._waiting: tuple[Path, ...] = program.opened
        # It bears the page's name once there is something on it to work with.
        self.setWindowTitle("Quizapp")
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self._build()
        # Until there is something to do, nothing is drawn as if it were chosen.
        self._shell.setFocus()
        self._restore_geometry()
        appearance.failed.connect(lambda error: self._shell.warn(str(error)))
        appearance.spoken.connect(self._on_spoken)

    @property
    def routes(self) -> "Routes | None":
        """The pages, once the bank is open."""
        return self._routes

    def open_bank(self, former: FormerRun = NOTHING_SPECIAL) -> None:
        """Open the bank in the worker and show what today is worth doing; then load the rest."""

        def work() -> tuple[Today, OpenedBank | None]:
            # Loaded here, the window stays alive meanwhile.
            import quizapp.ui.home.page  # noqa: F401, PLC0415

            today = self._program.kept_today()
            if today is not None:
                return today, None
            bank = self._program.open_bank()
            return bank.today, bank

        def looked(found: tuple[Today, OpenedBank | None]) -> None:
            from quizapp.ui.home.page import HomePage  # noqa: PLC0415 - loaded by now

            today, bank = found
            self._close = bank.close if bank is not None else None
            home = HomePage()
            home.chosen = self._appearance.chosen
            home.appearance_chosen.connect(lambda changes: self._appearance.choose(**changes))
            hold_wishes(home, self._hold)
            home.show_today(today)
            self._shell.desk.show_page(home, HOME)
            home.take_focus()
            # Once the figures are painted.
            QTimer.singleShot(0, lambda: self._load(found, home, former))

        self._runner.run(work, looked, self._on_not_opened)

    def _load(
        self, found: tuple[Today, OpenedBank | None], home: "HomePage", former: FormerRun
    ) -> None:
        shown, opened = found

        def work() -> tuple[OpenedBank, Services]:
            import quizapp.ui.routes  # noqa: F401, PLC0415 - loaded here, the window stays alive

            bank = opened or self._program.open_bank()
            return bank, bank.load_services()

        def loaded(done: tuple[OpenedBank, Services]) -> None:
            bank, self._services = done
            self._close = bank.close
            self._turns.go(furnish(bank, self._services))

        def furnish(bank: OpenedBank, services: Services) -> Iterator[None]:
            routes = self._routes = yield from self._build_routes(services, home)
            if bank.today != shown:
                home.show_today(bank.today)
            self._shell.show_page(home, HOME, _("I dag"))
            if former.is_news:
                self._shell.tell(kept_sentence(former, bank.today.done))
            # What is loaded by now stays: going through it again for garbage stops the window
            # for 60 ms each time.
            gc.freeze()
            yield from self._be_ready(routes)

        def failed(error: Exception) -> None:
            self._release()
            self._on_not_opened(error)

        self._runner.run(work, loaded, failed)

    def _be_ready(self, routes: "Routes") -> Iterator[None]:
        """Do what was wished for before there were pages, and have the others at hand."""
        from quizapp.ui.readiness import lay_out  # noqa: PLC0415 - loaded by now

        wish, self._wish = self._wish, None
        if wish is not None:
            wish(routes)
        waiting, self._waiting = self._waiting, ()
        for path in waiting:
            routes.open_pack(path)
        yield from lay_out(routes, self._shell)
        if self._spoken != self._appearance.chosen.language:
            self._turns.go(self._build_anew())

    def _hold(self, wish: "Callable[[Routes], object]") -> None:
        """Keep the newest wish until there is something that can fulfil it."""
        if self._routes is None:
            self._wish = wish

    def close_bank(self) -> None:
        """Finish what is under way, and close the bank in the thread that opened it."""
        self._turns.stop()
        # What was kept for good goes with the window.
        gc.unfreeze()
        self._release()
        self._runner.stop()
        # The pages may be gone before the thread's last results are delivered.
        self._runner.forget()
        self._let_go()

    def _release(self) -> None:
        if self._close is not None:
            close, self._close = self._close, None
            self._runner.run(close, lambda _nothing: None, self._on_not_opened)

    def come_forward(self, to_open: tuple[Path, ...] = ()) -> None:
        """Show the window above others; a second start asks for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        for path in to_open:
            self._open_pack(path)

    def show_crash(self, _report: str) -> None:
        """Say that the program made a mistake, and that the answers are safe."""
        self._shell.warn(_("Noget gik galt i programmet. Dine svar er gemt."))

    def _build(self) -> None:
        """Build what stands around the pages, in the language in force."""
        self._actions = Actions(self)
        self._shell = Shell(date_of(study_day(self._program.clock.now())), self._program.learner)
        self._shell.titled.connect(self._on_titled)
        self._shell.chosen.connect(self._hold_key)
        self._connect_actions()
        self.setCentralWidget(self._shell)

    def _on_spoken(self) -> None:
        def begin(_nothing: None) -> None:
            # Otherwise the pages are being built, and whoever does that looks at the language last.
            if self._routes is not None:
                self._turns.go(self._build_anew())

        # After what is under way, which still has the old pages to show its result on.
        self._runner.run(lambda: None, begin, self._on_not_opened)

    def _build_anew(self) -> Iterator[None]:
        """Build everything in another language, in turns in which nothing is drawn."""
        former, services = self._routes, self._services
        if former is None or services is None or self._spoken == self._appearance.chosen.language:
            return
        self._spoken = self._appearance.chosen.language
        self._routes = None
        self.setUpdatesEnabled(False)
        try:
            routes = yield from self._replace(former, services)
        finally:
            # Also after a mistake, or nothing would ever be drawn again.
            if isValid(self):
                self.setUpdatesEnabled(True)
                self.repaint()  # Qt else waits for ever under X11
        yield from self._be_ready(routes)

    def _replace(self, former: "Routes", services: Services) -> "Generator[None, None, Routes]":
        """Put new pages in place of those there are, and show the settings."""
        from quizapp.ui.home.page import HomePage  # noqa: PLC0415 - loaded by now

        # The pages that go must not hear of the next choice.
        self._appearance.changed.disconnect()
        self._runner.forget()
        self._set_aside(former, self._shell)
        yield
        self._build()
        yield
        routes = yield from self._build_routes(services, HomePage())
        # Dressed and laid out in the turn in which it is shown, it would hold the window up.
        yield from self._shell.desk.prepare(routes.settings.page)
        self._routes = routes
        routes.take_over(former)
        self._actions[SETTINGS].trigger()
        return routes

    def _set_aside(self, routes: "Routes", shell: Shell) -> None:
        # They stay until the next time: work that they asked for may still come back to them.
        self._let_go()
        self._former = (routes, shell, self._actions, *self.actions())
        for action in self.actions():
            self.removeAction(action)
        self.takeCentralWidget()
        shell.hide()
        shell.setParent(None)

    def _let_go(self) -> None:
        former, self._former = self._former, ()
        for part in former:
            part.deleteLater()

    def _build_routes(
        self, services: Services, home: "HomePage"
    ) -> "Generator[None, None, Routes]":
        from quizapp.ui.readiness import take_in  # noqa: PLC0415 - loaded by now
        from quizapp.ui.routes import Routes  # noqa: PLC0415 - loaded by now

        around = Surroundings(
            shell=self._shell,
            actions=self._actions,
            appearance=self._appearance,
            runner=self._runner,
            clock=self._program.clock,
            paths=self._program.paths,
            learner=self._program.bank.parent.name,
        )
        routes = Routes(services, home, around, self)
        yield from to_the_end(chain(routes.build(), take_in(routes, self._shell)))
        routes.learners.chosen.connect(self._hand_over)
        for reader in (routes.study.reader, routes.settings.reader):
            reader.told.connect(self._shell.warn)
        return routes

    def ask_who(self, former: FormerRun) -> None:
        """Ask who is to study before any bank is opened."""
        from quizapp.ui.learners.route import LearnersRoute  # noqa: PLC0415 - where there are several

        program = self._program
        route = LearnersRoute(
            program.paths, program.bank.parent.name, self._runner, program.clock, self
        )

        def shown() -> None:
            self._shell.show_page(route.page, HOME, _("Hvem skal øve?"), is_passing=True)
            route.page.take_focus()

        route.page.is_start = True
        route.chosen.connect(lambda folder: self._on_known(folder, former))
        route.told.connect(self._shell.tell)
        route.failed.connect(self._on_not_opened)
        route.refresh(shown)

    def _on_known(self, folder: str, former: FormerRun) -> None:
        if folder == self._program.bank.parent.name:
            self.open_bank(former)
        else:
            self._hand_over(folder)

    def _hand_over(self, folder: str) -> None:
        """Leave the window to another learner, or stay where she is the one who has it."""
        if folder == self._program.bank.parent.name:
            self._actions[HOME].trigger()
            return
        self._program.handover.learner = folder
        self.close()

    def _open_pack(self, path: Path) -> None:
        if self._routes is None:
            self._waiting = (*self._waiting, path)
        else:
            self._routes.open_pack(path)

    def _on_titled(self, title: str) -> None:
        self.setWindowTitle(_("{title} – Quizapp").format(title=title))

    def _on_not_opened(self, error: Exception) -> None:
        from quizapp.ui.trouble_page import TroublePage  # noqa: PLC0415 - seldom needed

        if not isinstance(error, QuizappError):
            # A mistake in the program: the crash hook reports it.
            raise error
        page = TroublePage(self._program.bank, error)
        page.retried.connect(self.open_bank)
        page.mend_asked.connect(self._mend)
        page.quit_asked.connect(self.close)
        self._shell.show_page(page, HOME, _("Svarene kunne ikke åbnes"), is_passing=True)
        page.take_focus()

    def _mend(self, work: Callable[[datetime], object]) -> None:
        now = self._program.clock.now
        self._runner.run(lambda: work(now()), lambda _: self.open_bank(), self._on_not_opened)

    def _connect_actions(self) -> None:
        for code, act in (
            ("app.quit", self.close),
            ("text.larger", lambda: self._appearance.step_scale(1)),
            ("text.smaller", lambda: self._appearance.step_scale(-1)),
            ("text.normal", lambda: self._appearance.choose(scale=1.0)),
            ("view.full", self._toggle_full),
        ):
            self._actions[code].triggered.connect(lambda _on=False, act=act: act())
        for code in BY_CODE.keys() - _OWN:
            # What belongs to pages that are not there yet shares keys with other pages.
            self._actions[code].setEnabled(not code.startswith(_OF_PAGES))
            self._actions[code].triggered.connect(lambda _on=False, code=code: self._hold_key(code))

    def _hold_key(self, code: str) -> None:
        self._hold(lambda _routes: self._actions[code].trigger())

    def _toggle_full(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore_geometry(self) -> None:
        self.resize(*FIRST_SIZE)
        if geometry := self._appearance.chosen.geometry:
            self.restoreGeometry(QByteArray(geometry))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._appearance.choose(geometry=bytes(self.saveGeometry().data()))
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc goes back from a page of the desk; a sitting keeps it to itself.
        if event.key() == Qt.Key.Key_Escape and self._shell.is_at_desk:
            self._actions["go.back"].trigger()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_back and self._routes is not None and self._shell.is_at_desk:
            # The day may have turned while another window was in front.
            self._routes.refresh_home()

    @override
    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        child = event.child()
        # What asks for a file, where the computer has no window of its own for that.
        if event.polished() and isinstance(child, QWidget) and child.isWindow():
            dress(child)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self._open_pack(Path(url.toLocalFile()))

"""The whole window over a real bank in a folder of its own, off the screen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.base.clock import FixedClock
from quizapp.base.paths import DataPaths
from quizapp.study.flow import Asking, FlowState, Judged
from quizapp.study.today import Today
from quizapp.ui.appearance import AppearanceKeeper
from quizapp.ui.main_window import MainWindow
from quizapp.ui.program import OpenedBank, Program, Services
from quizapp.ui.routes import Routes
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.window_settings import WindowSettings
from tests.builders import a_bank, a_clock
from tests.services import services_over

T = TypeVar("T")
ELEVEN = Path(__file__).resolve().parents[2] / "journeys/eleven"


@dataclass(frozen=True, slots=True)
class Opened:
    """A window that has opened its bank, and what a test asks of it."""

    window: MainWindow
    qtbot: QtBot
    clock: FixedClock
    home: Path

    @property
    def routes(self) -> Routes:
        """The window's pages."""
        routes = self.window.routes
        assert routes is not None
        return routes

    @property
    def title(self) -> str:
        """What the window says it shows."""
        return self.window.windowTitle().removesuffix(" – Quizapp")

    @property
    def state(self) -> FlowState | None:
        """What the sitting's page shows."""
        return self.routes.study.state

    def press(self, key: Qt.Key, *, control: bool = False) -> None:
        """Press a key where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        modifier = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(focused, key, modifier if control else Qt.KeyboardModifier.NoModifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text where the focus is, and press Enter."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        QTest.keyClick(focused, Qt.Key.Key_Return)

    def do(self, code: str) -> None:
        """Do a command as its key would."""
        for action in self.window.actions():
            if action.objectName() == code:
                assert action.isEnabled(), f"{code} cannot be done now"
                action.trigger()
                return
        message = f"no command {code}"
        raise AssertionError(message)

    def can_do(self, code: str) -> bool:
        """Tell whether a command is switched on."""
        return any(it.objectName() == code and it.isEnabled() for it in self.window.actions())

    def until(self, check: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(check)
        QApplication.processEvents()

    def ask(self, work: Callable[[], T]) -> T:
        """Return what the bank says, asked in the thread that has it; here it may be at work."""
        said: list[T] = []
        self.routes._runner.run(work, said.append, self.routes.fail)
        self.until(lambda: bool(said))
        return said[0]

    @contextmanager
    def worker_held(self) -> Iterator[None]:
        """Let what is asked for meanwhile wait until the end."""
        go_on = Event()
        self.routes._runner.run(go_on.wait, lambda _is_set: None, self.routes.fail)
        try:
            yield
        finally:
            go_on.set()

    def until_title(self, start: str) -> None:
        """Wait until the window shows something."""
        self.until(lambda: self.title.startswith(start))

    def until_asked(self) -> Asking:
        """Wait for a question and return it."""
        self.until(lambda: isinstance(self.state, Asking))
        assert isinstance(self.state, Asking)
        return self.state

    def until_judged(self) -> Judged:
        """Wait for a verdict and return it."""
        self.until(lambda: isinstance(self.state, Judged))
        assert isinstance(self.state, Judged)
        return self.state

    def words(self) -> str:
        """Return every word that can be seen."""
        labels = self.window.findChildren(WrappingLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def button(self, name: str) -> QWidget:
        """Return the visible part whose accessible name begins so."""
        for part in self.window.findChildren(QWidget):
            if part.isVisible() and part.accessibleName().startswith(name):
                return part
        message = f"nothing to press is called {name}"
        raise AssertionError(message)

    def click(self, name: str) -> None:
        """Press a part by its name with the mouse."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


def opened_bank(services: Services) -> OpenedBank:
    """Return a bank as the window gets it, with what today is worth doing."""
    return OpenedBank(
        today=services.desk.today(), load_services=lambda: services, close=services.close
    )


@contextmanager
def opened_window(
    qtbot: QtBot,
    home: Path,
    *packs: Path,
    open_services: Callable[[], Services] | None = None,
    kept: Today | None = None,
    meanwhile: Callable[[Opened], None] = lambda _opened: None,
) -> Iterator[Opened]:
    """Give a window over a new bank with packs installed, and close it afterwards.

    ``kept`` is what the window knows of today before its bank is open, ``meanwhile`` what is done
    before there is anything to do it with.
    """
    clock = a_clock()

    def open_here() -> Services:
        services = services_over(a_bank(home, clock), clock)
        for pack in packs:
            services.shelf.install(pack)
        return services

    program = Program(
        paths=DataPaths(home),
        clock=clock,
        learner="Freja",
        bank=home / "bank.quizbank",
        settings=WindowSettings(home / "settings.ini"),
        kept_today=lambda: kept,
        open_bank=lambda: opened_bank((open_services or open_here)()),
    )
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    appearance = AppearanceKeeper(app, program.settings)
    window = MainWindow(program, appearance)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open_bank()
    opened = Opened(window, qtbot, clock, home)
    try:
        meanwhile(opened)
        opened.until(lambda: window.windowTitle() != "Quizapp")
        yield opened
    finally:
        window.close_bank()
        window.close()


def press(*keys: Qt.Key) -> None:
    """Press keys, each where the focus is by then."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        QApplication.processEvents()

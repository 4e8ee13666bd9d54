"""The whole window in this process without a screen, over a bank of its own, outside pytest."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from quizapp.bank.bank import Bank
from quizapp.base.clock import Clock
from quizapp.base.paths import DataPaths
from quizapp.ui.app import make_application
from quizapp.ui.appearance import AppearanceKeeper
from quizapp.ui.main_window import MainWindow
from quizapp.ui.program import OpenedBank, Program
from quizapp.ui.window_settings import WindowSettings
from tests.services import services_over

PATIENCE_S: Final = 60.0


@dataclass(slots=True)
class Trouble:
    """What went wrong and nobody caught: exceptions and Qt's warnings."""

    said: list[str] = field(default_factory=list)

    def watch(self) -> None:
        """Hear of everything from now on."""
        sys.excepthook = self._on_error
        sys.unraisablehook = lambda raised: self._on_error(
            raised.exc_type, raised.exc_value, raised.exc_traceback
        )
        qInstallMessageHandler(self._on_message)

    def _on_error(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        sys.__excepthook__(kind, error or kind(), trace)
        self.said.append(f"{kind.__name__}: {error}")

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        del context
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            self.said.append(f"{kind.name}: {text}")


def application() -> QApplication:
    """Return the application as the program makes it."""
    app = make_application([])
    app.setQuitOnLastWindowClosed(False)
    return app


def opened_over(bank: Bank, clock: Clock) -> OpenedBank:
    """Return a bank as the window gets it."""
    services = services_over(bank, clock)
    return OpenedBank(
        today=services.desk.today(), load_services=lambda: services, close=services.close
    )


def window_over(
    app: QApplication, bank: Path, clock: Clock, open_bank: Callable[[], OpenedBank]
) -> MainWindow:
    """Return a window that is shown and whose bank has been opened."""
    folder = bank.parent
    program = Program(
        paths=DataPaths(folder),
        clock=clock,
        learner="Freja",
        bank=bank,
        settings=WindowSettings(folder / "settings.ini"),
        kept_today=lambda: None,
        open_bank=open_bank,
    )
    appearance = AppearanceKeeper(app, program.settings)
    appearance.apply()
    window = MainWindow(program, appearance)
    # A keeper lives as long as the application, but this one serves a single window.
    appearance.setParent(window)
    window.show()
    window.activateWindow()
    window.open_bank()
    until(lambda: window.windowTitle() != "Quizapp", "the window to open its bank")
    return window


def until(check: Callable[[], bool], what: str, patience_s: float = PATIENCE_S) -> None:
    """Let the window work until something is so; raises ``TimeoutError``."""
    pause = Event()
    end = time.monotonic() + patience_s
    while not check():
        if time.monotonic() > end:
            message = f"waited {patience_s:.0f} s for {what}"
            raise TimeoutError(message)
        QApplication.processEvents()
        pause.wait(0.001)


def close_window(window: MainWindow) -> None:
    """End a window as the program does when it is quit, and let Qt delete it."""
    window.close()
    window.close_bank()
    # On a busy computer the bank may take longer than the window waits.
    assert window._runner._worker.wait(round(PATIENCE_S * 1000)), "the bank never closed"
    window.deleteLater()
    delete_what_asked_for_it()


def delete_what_asked_for_it() -> None:
    """Really delete what asked to be deleted, which the event loop does only on its way round."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()

"""Starts the window: one a bank, in Danish, painted before anything slow begins."""

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.ui.appearance import AppearanceKeeper
from quizapp.ui.crash import CrashHook
from quizapp.ui.danish import speak_danish
from quizapp.ui.ending import EndingSignals
from quizapp.ui.first_paint import FirstPaint
from quizapp.ui.garbage import Collector
from quizapp.ui.main_window import MainWindow
from quizapp.ui.program import Program
from quizapp.ui.single_instance import SingleInstance


class NoScreenError(QuizappError):
    """There is no screen to show a window on."""

    def __init__(self) -> None:
        super().__init__("no_screen")


def run_window(program: Program, qt_args: list[str]) -> int:
    """Show the window until it is closed; return the exit code.

    One that is handed to another learner is followed by hers. A bank that is open already is
    shown by the window that has it. Raises ``NoScreenError``.
    """
    demand_screen(os.environ, sys.platform)
    app = make_application(qt_args)
    while True:
        code = _run(app, program)
        if not program.handover.learner or program.of_learner is None:
            return code
        program = program.of_learner(program.handover.learner)


def _run(app: QApplication, program: Program) -> int:
    instance = SingleInstance(program.bank)
    if not instance.claim(program.opened):
        sys.stdout.write(_("Programmet er allerede åbent. Her er vinduet.") + "\n")
        return 0
    hook = CrashHook(program.paths.crash, program.clock, name=program.bank.parent.name)
    hook.install()
    appearance = AppearanceKeeper(app, program.settings)
    appearance.apply()
    window = MainWindow(program, appearance)
    hook.crashed.connect(window.show_crash)
    instance.called.connect(window.come_forward)
    ending = EndingSignals()
    ending.asked.connect(window.close)
    ending.asked.connect(app.quit)
    ending.install()
    # At logout the connection to the screen may break before the loop ends.
    app.commitDataRequest.connect(lambda _manager: hook.end())
    window.show()
    former = hook.begin()
    hook.trace_faults()
    begin = window.ask_who if program.asks_who else window.open_bank
    FirstPaint(window).past.connect(lambda: begin(former))
    try:
        return app.exec()
    finally:
        window.close_bank()
        hook.end()
        instance.release()
        ending.remove()
        appearance.deleteLater()


def make_application(qt_args: list[str]) -> QApplication:
    """Return the application, named and speaking Danish."""
    qInstallMessageHandler(_on_qt_message)
    app = QApplication([sys.argv[0], *qt_args])
    app.setApplicationName("Quizapp")
    app.setApplicationDisplayName("Quizapp")
    app.setDesktopFileName("quizapp")
    app.setWindowIcon(QIcon())
    Collector(app)
    speak_danish(app)
    return app


def demand_screen(environment: Mapping[str, str], platform: str) -> None:
    """Raise ``NoScreenError`` where Qt would abort the program for want of a screen."""
    if platform != "linux" or environment.get("QT_QPA_PLATFORM"):
        return
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        raise NoScreenError


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    del context
    if kind is QtMsgType.QtFatalMsg:
        # Qt is about to abort, as a rule because a screen was named that does not answer.
        sys.stderr.write(f"{text}\n{NoScreenError()}\n")
        sys.stderr.flush()
        os._exit(NoScreenError.exit_code)
    sys.stderr.write(f"{text}\n")

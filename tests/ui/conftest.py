"""What every test of the window leaves behind: nothing."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.garbage import collect_due

PATIENCE_MS = 60_000
for _waits in (
    QtBot.waitUntil,
    QtBot.waitSignal,
    QtBot.waitSignals,
    QtBot.waitActive,
    QtBot.waitExposed,
):
    # Five seconds by itself: too few on a machine that does twenty other things.
    assert _waits.__kwdefaults__ is not None
    _waits.__kwdefaults__["timeout"] = PATIENCE_MS


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window or a thread; really delete what asked to be deleted."""
    # Set up after this one, torn down before it: pytest-qt closes its widgets first.
    request.getfixturevalue("qapp")
    # As in the program: in a worker's thread it would take parts of the window apart.
    gc.disable()
    threads_before = set(threading.enumerate())
    widgets_before = set(QApplication.topLevelWidgets())
    yield
    _delete_what_waits()
    collect_due()
    gc.enable()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    # Pages that a closed window kept without a parent: 250 a test, each restyled with every theme.
    for widget in set(QApplication.topLevelWidgets()) - widgets_before:
        if widget.parentWidget() is None:
            widget.deleteLater()
    _delete_what_waits()
    # Qt's own, which Python knows by a dummy as soon as one logs, are the window's to end.
    threads = {
        thread
        for thread in set(threading.enumerate()) - threads_before
        if not thread.name.startswith("Dummy-")
    }
    for thread in threads:
        # One that has just told its result may still be on its way out.
        thread.join(1)
    threads = {thread for thread in threads if thread.is_alive()}
    assert not windows, f"left visible: {windows}"
    assert not threads, f"left running: {threads}"


def _delete_what_waits() -> None:
    """Run every ``deleteLater``; by itself it never runs between tests."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()

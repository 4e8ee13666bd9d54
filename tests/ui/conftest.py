"""What every test of the window leaves behind: nothing."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window or a thread; really delete what asked to be deleted."""
    # Set up after this one, torn down before it: pytest-qt closes its widgets first.
    request.getfixturevalue("qapp")
    before = set(threading.enumerate())
    yield
    # Without this ``deleteLater`` never runs between tests and widgets pile up.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in windows:
        window.hide()
    threads = set(threading.enumerate()) - before
    assert not windows, f"left visible: {windows}"
    assert not threads, f"left running: {threads}"

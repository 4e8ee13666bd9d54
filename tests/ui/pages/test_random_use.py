"""Somebody who presses anything, anywhere: nothing breaks, and no answer is lost."""

import os
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from quizapp.study.flow import Judged
from quizapp.upkeep.keeper import Keeper
from tests.builders import a_bank, a_clock
from tests.ui.pages.window import ELEVEN, Opened, opened_window

ACTIONS: Final = int(os.environ.get("QUIZAPP_RANDOM_ACTIONS", "400"))
KEYS: Final = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
    Qt.Key.Key_T,
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_A,
    Qt.Key.Key_B,
    Qt.Key.Key_Backspace,
)
CONTROLLED: Final = (
    *(getattr(Qt.Key, f"Key_{key}") for key in "125ZHDJTMPK0"),
    Qt.Key.Key_Comma,
    Qt.Key.Key_Return,
)
TEXTS: Final = ("5. juni 1849", "1849", "Kalmarunionen", "60", "9. april", "æøå, 1940", "xyz")


def press_something(opened: Opened, random: Random) -> None:
    """Press a key, type a text, or click somewhere."""
    window = opened.window
    focused = QApplication.focusWidget() or window
    choice = random.random()
    if choice < 0.4:
        QTest.keyClick(focused, random.choice(KEYS))
    elif choice < 0.55:
        QTest.keyClicks(focused, random.choice(TEXTS))
    elif choice < 0.7:
        control = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(focused, random.choice(CONTROLLED), control)
    else:
        place = QPoint(random.randrange(window.width()), random.randrange(window.height()))
        under = window.childAt(place) or window
        QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(window, place))


def close_what_opened(window: QWidget) -> None:
    """Close menus, as somebody does who looks away; file choosers are not opened here."""
    for other in QApplication.topLevelWidgets():
        if isinstance(other, QMenu) and other.isVisible() and other is not window:
            other.close()


def test_random_use_breaks_nothing_and_loses_no_answer(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A chooser of files is modal, and the system's own.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: ("", ""))
    random = Random(20261122)
    acknowledged: set[str] = set()
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        for _action in range(ACTIONS):
            press_something(opened, random)
            opened.clock.move(milliseconds=random.randrange(900))
            QApplication.processEvents()
            close_what_opened(opened.window)
            if isinstance(opened.state, Judged):
                acknowledged.add(str(opened.state.review))
    with closing(a_bank(tmp_path)) as bank:
        keeper = Keeper(bank, a_clock())
        logged = {row["review"] for row in keeper.log()}
        findings = keeper.examine()
    assert acknowledged
    assert acknowledged <= logged
    assert all(finding.ok for finding in findings)

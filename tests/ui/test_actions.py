"""Every command is there once, with words and keys of its own."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from quizapp.ui.actions import COMMANDS, MENUS, STUDY, WRITE, Actions, key_text


def test_no_two_commands_share_a_code() -> None:
    assert len({command.code for command in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("elsewhere", [WRITE, STUDY])
def test_no_two_commands_share_a_key_where_both_can_be_done(elsewhere: str) -> None:
    here = [command for command in COMMANDS if command.menu != elsewhere]
    keys = Counter(key for command in here for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    for command in COMMANDS:
        for key in command.keys:
            assert not QKeySequence(key).isEmpty(), key


def test_every_command_is_in_a_menu() -> None:
    assert {command.menu for command in COMMANDS} == set(MENUS)


def test_keys_are_named_in_danish() -> None:
    assert [key_text(key) for key in ("Alt+Left", "Ctrl++", "Ctrl+Return", "F1", "Ctrl+,")] == [
        "Alt+Pil venstre",
        "Ctrl++",
        "Ctrl+Enter",
        "F1",
        "Ctrl+,",
    ]


def test_a_command_is_triggered_by_its_key(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(actions["go.library"].triggered):
        qtbot.keySequence(window, "Ctrl+5")


def test_only_what_can_be_done_is_available(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    for command in COMMANDS:
        actions[command.code].setEnabled(command.code == "question.hint")
    codes = [command.code for command, _action in actions.available()]
    assert codes == ["question.hint"]

"""A window takes everything with it when it goes: pages not yet shown, and those set aside."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.language import DANISH, ENGLISH, speak
from tests.ui.pages.window import Opened, opened_window


def parts_in_no_window() -> list[QWidget]:
    """Return what nobody takes along."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [part for part in QApplication.topLevelWidgets() if part.parentWidget() is None]


def say_everything_in(opened: Opened, language: str) -> None:
    """Choose a language and wait until the window speaks it."""
    former = opened.routes
    opened.window._appearance.choose(language=language)
    opened.until(lambda: opened.window.routes not in (None, former))


@pytest.mark.parametrize("languages", [(), (ENGLISH,), (ENGLISH, DANISH)])
def test_every_page_is_in_the_window_when_that_closes(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, languages: tuple[str, ...]
) -> None:
    before = parts_in_no_window()
    try:
        with opened_window(qtbot, tmp_path) as opened:
            for language in languages:
                say_everything_in(opened, language)
    finally:
        speak(qapp, DANISH)
    stray = [part for part in parts_in_no_window() if part not in before]
    assert stray == [opened.window]


def test_a_language_chosen_while_another_is_being_put_in_is_put_in_after_it(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    try:
        with opened_window(qtbot, tmp_path) as opened:
            former = opened.routes
            opened.window._appearance.choose(language=ENGLISH)
            opened.until(lambda: opened.window.routes is None)
            opened.window._appearance.choose(language=DANISH)
            opened.until(lambda: opened.window.routes not in (None, former))
            opened.until_title("Indstillinger")
    finally:
        speak(qapp, DANISH)

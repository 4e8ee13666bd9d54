"""A window takes everything with it when it goes: pages not yet shown, and those set aside."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.library.editing.packs import begin_pack
from quizapp.ui.editor.question_commands import add
from quizapp.ui.editor.writing import Writing
from quizapp.ui.language import DANISH, ENGLISH, speak
from tests.ui.pages.editor_desk import MANIFEST, new_pack, open_pack
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


@pytest.mark.parametrize("turns", range(1, 10))
def test_pages_half_built_in_another_language_go_with_the_window(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication, turns: int
) -> None:
    before = parts_in_no_window()
    try:
        with opened_window(qtbot, tmp_path) as opened:
            opened.window._appearance.choose(language=ENGLISH)
            opened.until(lambda: opened.window.routes is None)
            for _turn in range(turns):
                if opened.window.routes is None:  # a quick machine may be done before the last
                    QApplication.processEvents()
    finally:
        speak(qapp, DANISH)
    stray = [part for part in parts_in_no_window() if part not in before]
    assert stray == [opened.window]


def test_a_pack_that_is_open_when_another_language_is_chosen_goes_with_the_window(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    before = parts_in_no_window()
    try:
        with new_pack(qtbot, tmp_path) as desk:
            opened = desk.opened
            say_everything_in(opened, ENGLISH)
            opened.until(lambda: opened.routes.editor.route.writing is not None)
    finally:
        speak(qapp, DANISH)
    stray = [part for part in parts_in_no_window() if part not in before]
    assert stray == [opened.window]


def test_a_pack_that_is_still_being_opened_when_the_window_closes_goes_with_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    before = parts_in_no_window()
    pack = begin_pack(tmp_path / "pakke", MANIFEST)
    with opened_window(qtbot, tmp_path / "home") as opened:
        route = opened.routes.editor.route
        route.open(pack)
        qtbot.waitUntil(lambda: route._opening is not None)
    stray = [part for part in parts_in_no_window() if part not in before]
    assert stray == [opened.window]


def test_a_pack_that_was_left_is_not_held_on_to(qtbot: QtBot, tmp_path: Path) -> None:
    packs = [begin_pack(tmp_path / name, MANIFEST) for name in ("en", "to", "tre")]
    with opened_window(qtbot, tmp_path / "home") as opened:
        route = opened.routes.editor.route
        seen: list[weakref.ref[Writing]] = []
        for pack in packs:
            desk = open_pack(opened, pack)
            add(desk.writing)
            desk.term("Hvornår var slaget?", "1864")
            seen.append(weakref.ref(desk.writing))
            route.show_list()
            opened.until_title("Skriv pakker")
            assert "1864" in (pack / "pakke.yaml").read_text("utf-8")
            del desk
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert [one() for one in seen] == [None, None, None]
        assert route.findChildren(Writing) == []

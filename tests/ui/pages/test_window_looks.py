"""Size, colours and style sheet of an open window: changed at once, on all that is seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.theme.apply import style_sheet
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.window_settings import WindowSettings
from tests.ui.pages.window import ELEVEN, Opened, opened_window


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as window:
        yield window


def test_the_size_of_text_changes_at_once_and_is_kept(opened: Opened) -> None:
    opened.do("text.larger")
    opened.until(lambda: look_in_force().scale == pytest.approx(1.1))
    opened.until(opened.window.updatesEnabled)
    kept = WindowSettings(opened.home / "settings.ini").chosen
    assert kept.scale == pytest.approx(1.1)


def test_the_colours_change_at_once(opened: Opened) -> None:
    opened.do("app.settings")
    opened.until_title("Indstillinger")
    opened.click("Mørkt")
    opened.until(lambda: look_in_force().theme.scheme == "dark")


def test_a_page_shown_while_the_size_changes_is_not_drawn_before_it_has_it(opened: Opened) -> None:
    page = opened.routes.practice.page
    opened.do("text.larger")
    opened.window._shell.show_page(page, "go.study", "Øv")
    assert not opened.window.updatesEnabled()
    opened.until(opened.window.updatesEnabled)
    assert page.main.look is look_in_force()
    assert page.main.look.scale > 1


def test_a_page_shown_right_after_the_size_changed_has_the_new_size(opened: Opened) -> None:
    page = opened.routes.practice.page
    opened.do("text.larger")
    opened.until(lambda: look_in_force().scale > 1)
    opened.window._shell.show_page(page, "go.study", "Øv")
    assert page.main.look is look_in_force()


def sheets_over(widget: QWidget) -> list[str]:
    """Return the style sheets that a widget and those around it wear."""
    around: list[QWidget] = [widget]
    while (above := around[-1].parentWidget()) is not None:
        around.append(above)
    return [one.styleSheet() for one in around if one.styleSheet()]


@pytest.mark.parametrize("code", ["edit.find", "help.keys", "go.study", "round.start"])
def test_every_part_that_is_seen_wears_the_style_sheet_in_force(opened: Opened, code: str) -> None:
    opened.do(code)
    QApplication.processEvents()
    opened.do("text.larger")
    opened.until(lambda: look_in_force().scale > 1 and opened.window.updatesEnabled())
    drawn_by_qt = (QLineEdit, QScrollBar, QComboBox)
    parts = [part for part in opened.window.findChildren(QWidget) if isinstance(part, drawn_by_qt)]
    seen = [part for part in parts if part.isVisible()]
    assert seen
    assert {tuple(sheets_over(part)) for part in seen} == {(style_sheet(look_in_force()),)}


def test_choosing_twice_in_a_row_ends_with_the_last_choice(opened: Opened) -> None:
    opened.do("text.larger")
    opened.do("text.normal")
    page = opened.routes.practice.page
    opened.until(lambda: opened.window.updatesEnabled() and page.main.look is look_in_force())
    assert page.main.look.scale == pytest.approx(1.0)


def test_what_is_hidden_takes_the_new_size_soon(opened: Opened) -> None:
    opened.do("text.larger")
    page = opened.routes.practice.page
    opened.until(lambda: page.main.look is look_in_force() and page.main.look.scale > 1)

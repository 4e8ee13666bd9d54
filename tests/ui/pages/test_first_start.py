"""The first start: what is chosen there is in force at once, and the name is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.base.paths import DataPaths
from quizapp.ui.home.first_choices import FirstChoices
from quizapp.ui.home.page import HomePage
from quizapp.ui.theme.look import look_in_force
from quizapp.ui.theme.tokens import Scheme
from quizapp.ui.widgets.button import Button, IconButton
from quizapp.ui.widgets.popover import Popover
from quizapp.ui.window_settings import Appearance
from quizapp.upkeep.learners import create_learner, name_shown
from tests.screens.samples import today
from tests.ui.pages.window import ELEVEN, Opened, opened_window

WITH_TEXT = Path(__file__).resolve().parents[3] / "content/kanon-tidslinjen"


@pytest.fixture
def with_text(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, WITH_TEXT) as opened:
        opened.do("go.home")
        opened.until(lambda: bool(opened.window.findChildren(FirstChoices)))
        yield opened


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened_window(qtbot, tmp_path, ELEVEN) as opened:
        opened.do("go.home")
        opened.until(lambda: bool(opened.window.findChildren(FirstChoices)))
        yield opened


def choices(opened: Opened) -> FirstChoices:
    return next(part for part in opened.window.findChildren(FirstChoices) if part.isVisible())


def test_the_colours_change_at_once(opened: Opened) -> None:
    choices(opened).schemes.segments[Appearance.DARK.value].click()
    opened.until(lambda: look_in_force().theme.scheme is Scheme.DARK)
    assert opened.window._appearance.chosen.appearance is Appearance.DARK


def test_the_text_grows_at_once(opened: Opened) -> None:
    choices(opened).sizes.segments["A++"].click()
    opened.until(lambda: look_in_force().theme.scale == 1.5)


def test_the_size_that_was_pressed_stays_in_sight(opened: Opened) -> None:
    opened.window.resize(1180, 800)
    size = choices(opened).sizes.segments["A++"]
    size.setFocus()
    size.click()
    opened.until(lambda: look_in_force().theme.scale == 1.5)
    page = next(page for page in opened.window.findChildren(HomePage) if page.isVisible())
    opened.until(lambda: page.verticalScrollBar().maximum() > 0)
    opened.until(
        lambda: page.viewport().rect().contains(size.mapTo(page.viewport(), size.rect().center()))
    )


def test_spelling_is_kept_with_the_learner(opened: Opened) -> None:
    choices(opened).friendly.click()
    opened.do("app.settings")
    opened.until_title("Indstillinger")
    opened.until(opened.routes.settings.page.friendly.isChecked)


def test_what_is_chosen_does_not_begin_a_round(opened: Opened) -> None:
    choices(opened).sizes.segments["A+"].click()
    assert opened.title == "I dag"


def test_the_name_is_that_of_the_profile(qtbot: QtBot, tmp_path: Path) -> None:
    data = DataPaths(tmp_path)
    folder = create_learner(data, "Mig").paths.folder
    with opened_window(qtbot, folder, ELEVEN) as opened:
        learners = opened.routes.learners
        learners._paths = data
        opened.do("go.home")
        opened.until(lambda: bool(opened.window.findChildren(FirstChoices)))
        field = choices(opened).name.edit
        QTest.keyClicks(field, "Freja")
        field.editingFinished.emit()
        opened.until(lambda: name_shown(data, "Mig") == "Freja")
        opened.until(lambda: bool(opened.button("Freja, skift profil")))


def test_the_text_can_be_read_before_the_first_round(with_text: Opened) -> None:
    with_text.click("Læs teksten først")
    with_text.until(with_text.routes.practice.text.isVisible)
    assert "Afsnit 1 af" in with_text.words()


def test_who_has_read_comes_back_to_begin(with_text: Opened) -> None:
    with_text.click("Læs teksten først")
    with_text.until(with_text.routes.practice.text.isVisible)
    with_text.press(Qt.Key.Key_Escape)
    with_text.until_title("I dag")
    assert with_text.button("Begynd").hasFocus()


def test_a_pack_without_a_text_offers_none(opened: Opened) -> None:
    names = [button.text() for button in opened.window.findChildren(Button) if button.isVisible()]
    assert "Begynd" in names
    assert "Læs teksten først" not in names


def test_without_packs_one_can_write_questions(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path) as opened:
        opened.until(lambda: "Du har ingen pakker endnu" in opened.words())
        opened.click("Skriv dine egne spørgsmål")
        opened.until_title("Skriv pakker")


def test_a_file_dropped_in_a_round_is_not_passed_over_in_silence(opened: Opened) -> None:
    opened.do("round.start")
    opened.until_asked()
    opened.routes.open_pack(WITH_TEXT)
    opened.until(lambda: "Afslut først det, du er i gang med" in opened.words())


def test_the_figures_of_the_categories_can_be_asked_why(qtbot: QtBot) -> None:
    page = HomePage()
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show_today(today())
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    [why] = [it for it in page.findChildren(IconButton) if "siger tallene" in it.accessibleName()]
    QTest.mouseClick(why, Qt.MouseButton.LeftButton)
    [popover] = page.findChildren(Popover)
    assert popover.isVisible()
    QTest.keyClick(popover.close_button, Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert why.hasFocus()

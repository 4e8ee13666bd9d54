"""The library where there is little room: the list stays readable while several are chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.library.questions_page import QuestionsPage
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme, look_in_force
from tests.screens.pages import ALL_SCENES

SIZES = ((1.0, (720, 480)), (2.0, (720, 480)), (2.0, (1180, 800)), (1.5, (1024, 640)))


@pytest.fixture
def _theme_after(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, Theme())


@pytest.mark.usefixtures("_theme_after")
@pytest.mark.parametrize(("scale", "size"), SIZES)
def test_list_and_choices_have_both_room(
    qtbot: QtBot, qapp: QApplication, scale: float, size: tuple[int, int]
) -> None:
    apply_theme(qapp, Theme(scale=scale))
    desk = ALL_SCENES["19_spoergsmaal_flere"]()
    qtbot.addWidget(desk)
    desk.resize(*size)
    desk.show()
    qtbot.waitExposed(desk)
    QApplication.processEvents()
    [page] = desk.findChildren(QuestionsPage)
    look = look_in_force()
    row = page.list.row_drawing.height_px()
    assert page.list.viewport().width() > look.em(12)
    assert page.list.viewport().height() > 1.5 * row
    assert page.pane.isVisible()
    assert page.pane.width() > look.em(12)


def test_an_empty_list_leaves_no_pane_beside_it(qtbot: QtBot) -> None:
    desk = ALL_SCENES["19_spoergsmaal_ingen"]()
    qtbot.addWidget(desk)
    desk.resize(1180, 800)
    desk.show()
    qtbot.waitExposed(desk)
    [page] = desk.findChildren(QuestionsPage)
    assert not page.pane.isVisible()

"""No page clips a word, has a silent part or a target too small to hit, whatever the look."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.language import DANISH, ENGLISH, speak
from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.fonts import OPEN_DYSLEXIC
from quizapp.ui.theme.look import Theme
from quizapp.ui.theme.tokens import Scheme
from tests.screens.pages import ALL_SCENES, LEAST, SMALL, WIDE
from tests.ui.clipping import clipped, small_targets, unnamed

LOOKS = {
    "plain": (Theme(), WIDE),
    "small": (Theme(), SMALL),
    "least": (Theme(), LEAST),
    "large": (Theme(scale=2.0), SMALL),
    "large and least": (Theme(scale=2.0), LEAST),
    "dyslexia": (Theme(family=OPEN_DYSLEXIC), SMALL),
    "dyslexia, large and least": (Theme(scale=2.0, family=OPEN_DYSLEXIC), LEAST),
    "contrast": (Theme(scheme=Scheme.CONTRAST), SMALL),
}
ENGLISH_LOOKS = {
    "English": (Theme(), SMALL),
    "English, wide": (Theme(), WIDE),
    "English, large and least": (Theme(scale=2.0), LEAST),
}


@pytest.fixture(params=[*LOOKS, *ENGLISH_LOOKS])
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[tuple[int, int]]:
    theme, size = {**LOOKS, **ENGLISH_LOOKS}[request.param]
    speak(qapp, ENGLISH if request.param in ENGLISH_LOOKS else DANISH)
    apply_theme(qapp, theme)
    yield size
    speak(qapp, DANISH)


@pytest.fixture(params=ALL_SCENES)
def page(request: pytest.FixtureRequest, qtbot: QtBot, look: tuple[int, int]) -> QWidget:
    widget = ALL_SCENES[request.param]()
    qtbot.addWidget(widget)
    widget.resize(*look)
    widget.show()
    qtbot.waitExposed(widget)
    for _turn in range(12):  # what folds on its way tells the parts above it one turn at a time
        QApplication.processEvents()
    return widget


def test_a_page_is_clean(page: QWidget) -> None:
    assert not clipped(page)
    assert not unnamed(page)
    assert not small_targets(page)

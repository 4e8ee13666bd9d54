"""Every widget of the gallery in sizes that hurt: nothing clipped, silent or tiny."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme
from tests.screens.gallery import SAMPLES
from tests.ui.clipping import clipped, small_targets, unnamed

SIZES = [(1.0, 1180, 800), (2.0, 1024, 640), (2.0, 720, 480), (0.8, 720, 480)]


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES.keys())
def test_all_words_fit_and_all_parts_can_be_named_and_hit(
    qapp: QApplication,
    qtbot: QtBot,
    sample: Callable[[], QWidget],
    scale: float,
    width: int,
    height: int,
) -> None:
    apply_theme(qapp, Theme(scale=scale))
    page = sample()
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    assert clipped(page) + unnamed(page) + small_targets(page) == []

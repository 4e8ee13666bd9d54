"""The plain light look for every test here, whatever the one before left behind."""

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.ui.theme.apply import apply_theme
from quizapp.ui.theme.look import Theme


@pytest.fixture(autouse=True)
def _plain_look(qapp: QApplication) -> None:
    apply_theme(qapp, Theme())

"""A theme reaches every widget at once."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import quizapp.ui
from quizapp.ui.theme.apply import apply_theme, style_sheet
from quizapp.ui.theme.look import Look, Theme, look_in_force
from quizapp.ui.theme.tokens import Scheme
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.field import Field, FieldSize
from quizapp.ui.widgets.label import WrappingLabel

UI = Path(quizapp.ui.__file__).parent


@pytest.mark.parametrize("scheme", list(Scheme))
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_style_sheet_is_filled_to_the_last_token(scheme: Scheme, scale: float) -> None:
    assert "$" not in style_sheet(Look(Theme(scheme=scheme, scale=scale)))


def test_widgets_inherit_the_look_of_the_application(qapp: QApplication) -> None:
    look = apply_theme(qapp, Theme(scheme=Scheme.DARK))
    assert look_in_force() is look


def test_the_palette_follows_the_scheme(qapp: QApplication) -> None:
    look = apply_theme(qapp, Theme(scheme=Scheme.DARK))
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.colour("bg")


def test_a_widget_on_screen_takes_the_new_size(qapp: QApplication, qtbot: QtBot) -> None:
    button = Button("Fortsæt")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint().width()
    apply_theme(qapp, Theme(scale=2.0))
    assert button.sizeHint().width() > 1.5 * before


def test_a_widget_not_yet_shown_takes_the_new_size(qapp: QApplication, qtbot: QtBot) -> None:
    label = WrappingLabel("Portsmouth-traktaten")
    qtbot.addWidget(label)
    before = label.sizeHint().height()
    apply_theme(qapp, Theme(scale=2.0))
    assert label.sizeHint().height() == 2 * before


@pytest.mark.parametrize("path", sorted((UI / "widgets").glob("*.py")), ids=lambda path: path.name)
def test_no_widget_names_a_colour_or_a_size_of_letters(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b|setPixelSize|setPointSize|GlobalColor", source)


def test_a_field_on_screen_takes_the_new_size(qapp: QApplication, qtbot: QtBot) -> None:
    field = Field("Skriv datoen", size=FieldSize.LARGE)
    qtbot.addWidget(field)
    field.show()
    look = apply_theme(qapp, Theme(scale=2.0))
    assert field.edit.font().pixelSize() == look.text_px("field_large")

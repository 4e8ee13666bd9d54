"""The net that catches clipped words has no holes of its own."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.drop_down import DropDown
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.rich_text import RichText
from tests.ui.clipping import clipped, small_targets, unnamed

LONG = "Rusland brugte stadig den julianske kalender, som var tretten dage bagud."


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def _put(page: QWidget, part: QWidget, *, at: tuple[int, int], size: tuple[int, int]) -> None:
    part.setParent(page)
    part.setGeometry(*at, *size)
    part.show()


def test_what_fits_is_left_alone(page: QWidget) -> None:
    label = WrappingLabel(LONG)
    _put(page, label, at=(0, 0), size=(300, label.heightForWidth(300)))
    button = Button("Fortsæt")
    _put(page, button, at=(0, 200), size=button.sizeHint().toTuple())
    assert clipped(page) + unnamed(page) + small_targets(page) == []


def test_a_label_that_is_too_low_is_found(page: QWidget) -> None:
    _put(page, WrappingLabel(LONG), at=(0, 0), size=(200, 22))
    assert "needs" in clipped(page)[0]


def test_a_word_that_is_cut_is_found(page: QWidget) -> None:
    _put(page, WrappingLabel("Spørgsmålspakker"), at=(0, 0), size=(60, 200))
    assert "cuts a word" in clipped(page)[0]


def test_a_word_may_break_at_its_hyphen(page: QWidget) -> None:
    _put(page, WrappingLabel("Portsmouth-traktaten"), at=(0, 0), size=(100, 200))
    assert clipped(page) == []


@pytest.mark.parametrize("part", [Button, Chip])
def test_a_button_or_chip_without_room_for_its_words_is_found(
    page: QWidget, part: type[Button | Chip]
) -> None:
    _put(page, part("Mit svar var rigtigt"), at=(0, 0), size=(50, 40))
    assert "needs" in clipped(page)[0]


def test_a_drop_down_that_is_too_low_for_its_choice_is_found(page: QWidget) -> None:
    drop_down = DropDown("Svarform")
    drop_down.addItem("Åbent spørgsmål")
    _put(page, drop_down, at=(0, 0), size=(150, 40))
    assert "needs" in clipped(page)[0]


def test_rich_text_that_is_too_low_is_found(page: QWidget) -> None:
    _put(page, RichText(f"<p>{LONG * 4}</p>"), at=(0, 0), size=(300, 40))
    assert "needs" in clipped(page)[0]


def test_what_lies_outside_its_parent_is_found(page: QWidget) -> None:
    _put(page, Button("Fortsæt"), at=(350, 0), size=(120, 44))
    assert "outside" in clipped(page)[0]


def test_what_is_only_scrolled_away_is_not_clipped(page: QWidget) -> None:
    inner = QWidget()
    inner.setMinimumHeight(2_000)
    column = QVBoxLayout(inner)
    column.addStretch(1)
    column.addWidget(Button("Nederst"))
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(inner)
    _put(page, scroll, at=(0, 0), size=(300, 200))
    assert clipped(page) == []


def test_a_silent_field_is_found(page: QWidget) -> None:
    _put(page, QLineEdit(), at=(0, 0), size=(200, 44))
    assert len(unnamed(page)) == 1


def test_a_small_button_is_found(page: QWidget) -> None:
    _put(page, QPushButton("OK"), at=(0, 0), size=(60, 24))
    assert len(small_targets(page)) == 1


def test_what_is_hidden_is_not_looked_at(page: QWidget) -> None:
    _put(page, WrappingLabel(LONG), at=(0, 0), size=(20, 5))
    page.findChildren(WrappingLabel)[0].hide()
    assert clipped(page) == []

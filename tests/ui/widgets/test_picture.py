"""A picture is as large as there is room for, and says what it shows; a sound can be played."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.questions.pack import Medium
from quizapp.study.flow import Picture
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.picture import MOST_HIGH_PX, PictureArea
from quizapp.ui.widgets.picture_box import PictureBox, add_medium

MEDIUM = Medium(name="by.png", creator="Fotograf", license="CC0-1.0", alt="En rød by")


def a_picture(width: int = 800, height: int = 400) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


@pytest.fixture
def card(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    return widget


def body(card: QWidget) -> QVBoxLayout:
    layout = card.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout


def test_a_wide_picture_is_scaled_to_the_width_and_never_too_high(qtbot: QtBot) -> None:
    area = PictureArea(a_picture(), "En by")
    qtbot.addWidget(area)
    assert [area.heightForWidth(width) for width in (400, 200)] == [200, 100]
    assert area.heightForWidth(2_000) == MOST_HIGH_PX


def test_a_picture_on_a_card_says_what_it_shows_and_who_made_it(
    card: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "by.png").write_bytes(a_picture())
    add_medium(body(card), Picture(tmp_path / "by.png", MEDIUM))
    [box] = card.findChildren(PictureBox)
    assert "En rød by" in box.area.accessibleName()
    assert [label.text() for label in box.findChildren(WrappingLabel)] == ["Fotograf · CC0-1.0"]


def test_a_file_that_is_gone_leaves_its_alt_text(card: QWidget, tmp_path: Path) -> None:
    add_medium(body(card), Picture(tmp_path / "by.png", MEDIUM))
    texts = [label.text() for label in card.findChildren(WrappingLabel)]
    assert any("En rød by" in text for text in texts)


def test_a_sound_gets_a_button(card: QWidget, tmp_path: Path) -> None:
    add_medium(body(card), Picture(tmp_path / "tale.mp3", MEDIUM))
    names = [part.accessibleName() for part in card.findChildren(QWidget)]
    assert "Afspil lyden: En rød by" in names


def test_a_question_without_a_picture_adds_nothing(card: QWidget) -> None:
    add_medium(body(card), None)
    assert body(card).count() == 0

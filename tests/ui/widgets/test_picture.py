"""A picture is as large as there is room for, sharp, and says what it shows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from quizapp.ui.widgets.picture import HIGHEST_PX, PicturePart, PictureView

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    path = tmp_path / "bred.png"
    image.save(str(path))
    return path


def test_a_wide_picture_is_scaled_to_the_width(qtbot: QtBot, wide: Path) -> None:
    view = PictureView(wide, "En by")
    qtbot.addWidget(view)
    assert [view.heightForWidth(width) for width in (400, 200)] == [200, 100]


def test_no_picture_is_higher_than_the_limit(qtbot: QtBot, wide: Path) -> None:
    view = PictureView(wide, "En by")
    qtbot.addWidget(view)
    assert view.heightForWidth(2_000) == HIGHEST_PX


def test_a_drawing_grows_with_the_room_and_a_small_photo_does_not(
    qtbot: QtBot, tmp_path: Path, wide: Path
) -> None:
    (tmp_path / "a.svg").write_text(SVG, encoding="utf-8")
    drawing = PictureView(tmp_path / "a.svg", "En trekant")
    photo = PictureView(wide, "En by", highest=1_000)
    qtbot.addWidget(drawing)
    qtbot.addWidget(photo)
    assert drawing.heightForWidth(400) == 200
    assert photo.heightForWidth(2_000) == 400


def test_the_picture_is_drawn_and_says_what_it_shows(qtbot: QtBot, wide: Path) -> None:
    part = PicturePart(wide, "En rød by", "Fotograf · CC0-1.0")
    qtbot.addWidget(part)
    part.resize(300, 300)
    part.show()
    shot = part.grab().toImage()
    assert shot.pixelColor(10, 10).red() > 200
    assert part.view.accessibleName() == "En rød by"


def test_a_file_that_is_no_picture_is_known_as_none(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"ikke et billede")
    view = PictureView(tmp_path / "a.png", "x")
    qtbot.addWidget(view)
    assert not view.is_readable

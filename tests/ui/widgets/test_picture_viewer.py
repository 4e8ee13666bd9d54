"""A picture is opened as large as the window by key and pointer, and closed again."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from quizapp.questions.pack import Medium
from quizapp.study.flow import Picture
from quizapp.ui.widgets.decoding import image_of
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.lift_list import LiftList, LiftRow
from quizapp.ui.widgets.match_board import MatchBoard
from quizapp.ui.widgets.options import Mark, OptionList, OptionState
from quizapp.ui.widgets.picture import PictureArea
from quizapp.ui.widgets.picture_box import PictureBox, credits_text
from quizapp.ui.widgets.picture_viewer import EnlargeButton, PictureViewer
from quizapp.ui.widgets.sound import SoundPart
from tests.ui.widgets.test_picture import a_picture

MEDIUM = Medium(name="by.png", title="Byen", creator="Fotograf", license="CC0-1.0", alt="En by")


class Page:
    """A window with a picture on it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 700)
        self.box = PictureBox(a_picture(400, 100), MEDIUM)
        QVBoxLayout(self.window).addWidget(self.box)
        self.done = QAction(self.window)
        self.done.setShortcut("Ctrl+D")
        self.window.addAction(self.done)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.box.enlarge.setFocus()

    @property
    def viewer(self) -> PictureViewer | None:
        """The picture in large, while it is open."""
        found = self.window.findChildren(PictureViewer)
        return next((one for one in found if not one.isHidden()), None)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


@pytest.fixture
def viewer(page: Page) -> PictureViewer:
    QTest.keyClick(page.box.enlarge, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert page.viewer is not None
    return page.viewer


def test_a_key_on_the_button_opens_the_picture_as_wide_as_the_window(
    page: Page, viewer: PictureViewer
) -> None:
    assert viewer.geometry() == page.window.rect()
    assert viewer.area.width() > page.box.area.shown_size(page.box.area.width()).width()
    assert viewer.area.width() >= 800
    assert "En by" in viewer.accessibleName()


def test_enter_on_the_button_opens_it_too(page: Page) -> None:
    QTest.keyClick(page.box.enlarge, Qt.Key.Key_Return)
    assert page.viewer is not None


def test_a_press_on_the_picture_opens_it(page: Page) -> None:
    QTest.mouseClick(page.box.area, Qt.MouseButton.LeftButton)
    assert page.viewer is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_esc_or_the_button_closes_it_and_the_focus_goes_back(
    page: Page, viewer: PictureViewer, key: Qt.Key
) -> None:
    assert viewer.close_button.hasFocus()
    QTest.keyClick(viewer.close_button, key)
    assert page.viewer is None
    assert page.box.enlarge.hasFocus()


def test_plus_and_minus_change_its_size_and_the_ends_are_told(viewer: PictureViewer) -> None:
    fitting = viewer.area.width()
    assert not viewer.smaller.isEnabled()
    for _step in range(9):
        QTest.keyClick(viewer.close_button, Qt.Key.Key_Plus)
    assert viewer.area.width() == pytest.approx(4 * fitting, abs=4)
    assert not viewer.larger.isEnabled()
    bar = viewer._scroll.horizontalScrollBar()
    assert bar.value() == pytest.approx(bar.maximum() / 2, abs=4)
    QTest.keyClick(viewer.close_button, Qt.Key.Key_Right)
    assert bar.value() > bar.maximum() / 2 + 10
    for _step in range(9):
        QTest.keyClick(viewer.close_button, Qt.Key.Key_Minus)
    assert viewer.area.width() == fitting


def test_tab_stays_inside_while_it_is_open(page: Page, viewer: PictureViewer) -> None:
    inside = {viewer.larger, viewer.close_button}
    for _step in range(5):
        focused = page.window.focusWidget()
        assert focused in inside
        QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_no_command_of_the_page_is_given_while_it_is_open(
    page: Page, viewer: PictureViewer, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.done.triggered):
        QTest.keyClick(viewer.close_button, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def test_it_follows_the_window(page: Page, viewer: PictureViewer) -> None:
    page.window.resize(500, 400)
    QApplication.processEvents()
    assert viewer.geometry() == page.window.rect()
    assert viewer.area.width() < 500


def test_a_drawing_is_drawn_in_the_screens_own_points(qtbot: QtBot) -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50">'
        b'<rect width="25" height="50"/></svg>'
    )
    area = PictureArea(drawing, "Et felt")
    qtbot.addWidget(area)
    area.resize(400, 400)
    ratio = area.devicePixelRatioF()
    image = area.grab().toImage()
    assert image.width() == 400 * ratio
    edge = [image.pixelColor(x, round(20 * ratio)).lightness() for x in range(image.width())]
    # Black, then white, with no grey of a picture that was blown up in between.
    assert sum(20 < one < 235 for one in edge) <= 2


@pytest.fixture
def pictures(tmp_path: Path) -> dict[str, Picture]:
    (tmp_path / "by.png").write_bytes(a_picture(200, 100))
    return {"Ja": Picture(tmp_path / "by.png", MEDIUM)}


def test_an_option_says_its_picture_to_a_screen_reader(
    qtbot: QtBot, pictures: dict[str, Picture]
) -> None:
    options = OptionList(("Ja", "Nej"), pictures=pictures)
    qtbot.addWidget(options)
    assert [row.accessibleDescription() for row in options.rows] == ["Billede: En by", ""]


def test_a_press_on_an_options_picture_chooses_it_and_the_button_enlarges(
    qtbot: QtBot, pictures: dict[str, Picture]
) -> None:
    options = OptionList(("Ja", "Nej"), pictures=pictures)
    qtbot.addWidget(options)
    options.resize(700, 400)
    options.show()
    qtbot.waitExposed(options)
    pressed: list[int] = []
    options.pressed.connect(pressed.append)
    picture = options.rows[0].picture
    assert picture is not None
    at = picture.area.mapTo(options.rows[0], QPoint(20, 20))
    QTest.mouseClick(options.rows[0], Qt.MouseButton.LeftButton, pos=at)
    assert pressed == [0]
    QTest.mouseClick(picture.enlarge, Qt.MouseButton.LeftButton)
    assert pressed == [0]
    assert options.findChild(PictureViewer) is not None


def test_a_judged_options_picture_can_still_be_enlarged(
    qtbot: QtBot, pictures: dict[str, Picture]
) -> None:
    options = OptionList(("Ja", "Nej"), pictures=pictures)
    qtbot.addWidget(options)
    options.set_marks((Mark(OptionState.RIGHT), Mark(OptionState.DIMMED)))
    options.resize(700, 400)
    options.show()
    qtbot.waitExposed(options)
    [button] = options.findChildren(EnlargeButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert options.findChild(PictureViewer) is not None


def test_pictures_lie_two_and_two_where_there_is_room(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "by.png").write_bytes(a_picture(200, 100))
    names = ("a", "b", "c", "d")
    every = {name: Picture(tmp_path / "by.png", MEDIUM) for name in names}
    options = OptionList(names, pictures=every)
    qtbot.addWidget(options)
    options.show()
    tops = []
    for width in (700, 300):
        options.resize(width, 1_200)
        QApplication.processEvents()
        tops.append(len({row.y() for row in options.rows}))
    assert tops == [2, 4]


def test_items_to_order_and_to_match_show_theirs(
    qtbot: QtBot, pictures: dict[str, Picture]
) -> None:
    lifted = LiftList("Orden", ("Ja", "Nej"), pictures=pictures)
    board = MatchBoard(("", ""), ("1", "2"), ("Ja", "Nej"), pictures=pictures)
    for part in (lifted, board):
        qtbot.addWidget(part)
    said = [row.accessibleDescription() for row in lifted.findChildren(LiftRow)]
    assert sorted(said) == ["", "Billede: En by"]
    assert board.right[0].accessibleDescription() == "Billede: En by"


def test_pictures_to_match_stay_in_sight_where_it_is_narrow(
    qtbot: QtBot, pictures: dict[str, Picture]
) -> None:
    board = MatchBoard(("", ""), ("1", "2"), ("Ja", "Nej"), pictures=pictures)
    qtbot.addWidget(board)
    board.resize(300, 900)
    board.show()
    qtbot.waitExposed(board)
    QApplication.processEvents()
    assert board.right[0].isVisible()
    assert board.right[0].mapTo(board, QPoint(0, 0)).y() > board.left[1].y()


def test_an_option_that_is_a_sound_is_played_beside_its_words(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "tale.mp3").write_bytes(b"ID3" + bytes(100))
    sound = Picture(tmp_path / "tale.mp3", MEDIUM)
    options = OptionList(("Ja", "Nej"), pictures={"Ja": sound})
    qtbot.addWidget(options)
    [part] = options.findChildren(SoundPart)
    assert part.play.accessibleName() == "Afspil lyden: En by"
    words = [label.text() for label in options.findChildren(WrappingLabel)]
    assert not any("kan ikke vises" in one or "Byen" in one for one in words)


def test_a_photograph_is_read_no_larger_than_it_is_shown() -> None:
    image = image_of(a_picture(3_000, 1_000), 600)
    assert image is not None
    assert (image.width(), image.height()) == (600, 200)


def test_a_large_photograph_is_read_beside_the_window(qtbot: QtBot) -> None:
    area = PictureArea(a_picture(2_000, 1_000), "En by")
    qtbot.addWidget(area)
    area.resize(400, area.heightForWidth(400))
    assert area.is_there
    assert area.height() == 200
    qtbot.waitUntil(lambda: area.grab().toImage().pixelColor(200, 100).red() == 255)


def test_a_large_picture_that_is_broken_is_said_in_words_in_its_place(qtbot: QtBot) -> None:
    area = PictureArea(a_picture(2_000, 1_000)[:400], "Billede: En by")
    qtbot.addWidget(area)
    area.resize(400, 200)
    qtbot.waitUntil(lambda: area._is_lost)
    image = area.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(100, 300) for y in range(80, 120)}
    assert len(seen) > 3


@pytest.mark.usefixtures("qapp")
def test_a_picture_that_comes_after_its_place_went_harms_nobody() -> None:
    area = PictureArea(a_picture(3_000, 2_000), "En by")
    area.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for thread in threading.enumerate():
        if thread.name == "picture":
            thread.join()
    QApplication.processEvents()
    assert not isValid(area)


def test_makers_are_named_once_and_titles_are_left_out() -> None:
    other = Medium(name="b.png", creator="Tegner", title="Svaret")
    assert credits_text([MEDIUM, MEDIUM, other]) == "Billeder: Fotograf · CC0-1.0; Tegner"
    assert credits_text([MEDIUM]) == "Billede: Fotograf · CC0-1.0"
    assert credits_text([Medium(name="c.png")]) == ""

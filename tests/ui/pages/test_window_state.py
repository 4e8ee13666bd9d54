"""The window comes back as it was left, and never where it cannot be seen."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.ui.main_window import LEAST_SIZE
from tests.ui.pages.window import ELEVEN, Opened, opened_window


def test_size_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path) as opened:
        opened.window.resize(780, 560)
    with opened_window(qtbot, tmp_path) as opened:
        assert opened.window.size().toTuple() == (780, 560)


def test_a_window_left_maximised_comes_back_maximised(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path) as opened:
        opened.window.showMaximized()
        opened.until(opened.window.isMaximized)
    with opened_window(qtbot, tmp_path) as opened:
        assert opened.window.isMaximized()


def test_a_window_left_on_a_screen_that_is_gone_is_brought_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with opened_window(qtbot, tmp_path) as opened:
        opened.window.resize(*LEAST_SIZE)
        opened.window.move(QPoint(9_000, 9_000))
        QApplication.processEvents()
    with opened_window(qtbot, tmp_path) as opened:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        assert screen.intersects(opened.window.frameGeometry())


def test_nonsense_for_a_geometry_is_passed_over(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[window]\ngeometry = bm9uc2Vuc2U=\n", encoding="utf-8")
    with opened_window(qtbot, tmp_path) as opened:
        width, height = opened.window.size().toTuple()
    assert (width, height) >= LEAST_SIZE


def dropped(opened: Opened, *paths: Path) -> bool:
    """Drag files over the window and let go; return whether the window wanted them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = opened.window.rect().center()
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(middle, actions, data, button, none)
    QApplication.sendEvent(opened.window, entering)
    if entering.isAccepted():
        dropping = QDropEvent(QPointF(middle), actions, data, button, none)
        QApplication.sendEvent(opened.window, dropping)
    return entering.isAccepted()


def test_a_pack_that_is_dropped_is_shown_before_it_is_added(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path) as opened:
        assert dropped(opened, ELEVEN / "pakke.yaml")
        opened.until(lambda: "Elleve svarformer" in opened.words())


def test_what_is_no_file_is_not_taken(qtbot: QtBot, tmp_path: Path) -> None:
    with opened_window(qtbot, tmp_path) as opened:
        data = QMimeData()
        data.setText("5. juni 1849")
        entering = QDragEnterEvent(
            QPoint(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(opened.window, entering)
        assert not entering.isAccepted()

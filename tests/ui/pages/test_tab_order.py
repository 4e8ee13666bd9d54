"""Tab comes to everything on a page, and to the bar at the foot last."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.ui.overlay import Overlay
from quizapp.ui.widgets.frame import BottomBar, PageScroll
from tests.screens.pages import ALL_SCENES, WIDE

SITTINGS = (
    "06_valg_forkert",
    "12b_kort_vendt",
    "15_meld_fejl",
    "28_laes",
    "29_tidslinje",
    "29_tidslinje_hint",
)
MOST = 400


@pytest.fixture
def page(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    widget = ALL_SCENES[request.param]()
    qtbot.addWidget(widget)
    widget.resize(*WIDE)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    QApplication.processEvents()
    return widget


def stops(page: QWidget) -> list[QWidget]:
    """Return what should be reached; of a group of radio buttons Tab comes to the chosen one."""
    return [
        part
        for part in page.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and part.isEnabled()
        and part.focusProxy() is None
    ]


def walked(start: QWidget) -> list[QWidget]:
    """Return what Tab comes to, from a start until it comes to something again."""
    start.setFocus()
    seen: list[QWidget] = []
    while len(seen) < MOST:
        focused = QApplication.focusWidget()
        if focused is None or focused in seen:
            break
        seen.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return seen


@pytest.mark.parametrize("page", ALL_SCENES, indirect=True)
def test_tab_comes_to_everything(page: QWidget) -> None:
    wanted = stops(page)
    if not wanted:
        pytest.skip("nothing takes the focus")
    seen = walked(wanted[0])
    # What lies over a page keeps the focus inside.
    overlay = next((over for over in page.findChildren(Overlay) if over.isVisible()), None)
    wanted = [part for part in stops(page) if overlay is None or overlay.isAncestorOf(part)]
    assert not [_name(part) for part in wanted if part not in seen]


@pytest.mark.parametrize("page", SITTINGS, indirect=True)
def test_the_bar_at_the_foot_comes_after_the_page(page: QWidget) -> None:
    area = page.findChildren(PageScroll)[0]
    [bar] = [bar for bar in page.findChildren(BottomBar) if bar.isVisible()]
    seen = walked(next(part for part in stops(page) if area.isAncestorOf(part)))
    in_area = [at for at, part in enumerate(seen) if area.isAncestorOf(part)]
    in_bar = [at for at, part in enumerate(seen) if bar.isAncestorOf(part)]
    assert in_area
    assert in_bar
    assert max(in_area) < min(in_bar)


def _name(part: QWidget) -> str:
    words = part.accessibleName()
    if isinstance(part, QAbstractButton):
        words = words or part.text()
    place = part.mapTo(part.window(), QPoint(0, 0)).toTuple()
    return f"{type(part).__name__} »{words[:40]}« at {place}"

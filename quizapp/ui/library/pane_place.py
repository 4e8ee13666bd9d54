"""Where the pane of the library stands: beside the list, in its place, or below it."""

from enum import Enum, auto

from PySide6.QtWidgets import QBoxLayout, QWidget

from quizapp.ui.theme.look import Look, look_in_force
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.frame import PageScroll

BAR_PX = 12
"""Room that the pane keeps at its sides for the shadow and the scroll bar."""

PANE_PX = 460
_WIDE_PX = 1120
_PANE_EM = 20
_NO_LIMIT = 16_777_215
_LIST_LEAST_EM = 18
_SHARE_BELOW = 0.45


class PaneSpot(Enum):
    """Where the pane stands."""

    BESIDE = auto()
    ALONE = auto()
    BELOW = auto()


def spot_of(page: QWidget, look: Look, *, is_alone: bool, is_narrow: bool) -> PaneSpot:
    """Return where there is room: a list too narrow to read has the pane below it."""
    if is_alone:
        return PaneSpot.ALONE
    left = page.width() - look.em(_PANE_EM)
    too_narrow = is_narrow and left < look.em(_LIST_LEAST_EM) + look.space(60)
    return PaneSpot.BELOW if too_narrow else PaneSpot.BESIDE


def place_pane(pane: PageScroll, panes: QBoxLayout, spot: PaneSpot, page: QWidget) -> None:
    """Give the pane its place on a page, and its size."""
    look = look_in_force()
    bar = 0 if not pane.isHidden() else look.space(BAR_PX)
    panes.setContentsMargins(0, 0, bar, 0)
    is_below = spot is PaneSpot.BELOW
    lay(panes, is_beside=not is_below)
    beside = look.em(_PANE_EM) + 2 * look.space(BAR_PX)
    width = min(beside, page.width()) if spot is PaneSpot.BESIDE else page.width()
    pane.set_column(_WIDE_PX if is_below else PANE_PX)
    pane.setMinimumWidth(0 if is_below else width)
    pane.setMaximumWidth(_NO_LIMIT if is_below else width)
    height = round(page.height() * _SHARE_BELOW)
    pane.setMinimumHeight(height if is_below else 0)
    pane.setMaximumHeight(height if is_below else _NO_LIMIT)

"""Give an open window another theme without holding it up: what is seen first, then page by page.

Each page wears a style sheet of its own. One on the application would make Qt go through every part
of every page, and twice, before anything can be drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from quizapp.ui.theme.apply import IN_FORCE, colour, innermost_first, style_sheet, tell
from quizapp.ui.theme.look import Look, Theme, set_look
from quizapp.ui.turns import Turns

_IS_BEARER = "quizapp_bears"
_WORN = "quizapp_worn"


@dataclass(frozen=True, slots=True)
class _Clothes:
    """A look and the style sheet that goes with it."""

    look: Look
    sheet: str = field(repr=False)


def dress(bearer: QWidget) -> None:
    """Give a page, a bar or a box over them the theme in force; do so before it is shown.

    It costs nothing where it has that on. What is in it needs no call of its own.
    """
    let_bear(bearer)
    clothes = _clothes_of(QCoreApplication.instance(), IN_FORCE)
    worn = _clothes_of(bearer, _WORN)
    if clothes is None or worn is clothes:
        return
    bearer.setProperty(_WORN, clothes)
    parts = innermost_first([bearer, *bearer.findChildren(QWidget)])
    if worn is None:
        # What was built under another theme takes its sizes before Qt tells it in its own order.
        tell(parts)
        bearer.setStyleSheet(clothes.sheet)
        return
    # The style sheet puts back fonts from before it, so parts may take theirs only after it.
    set_look(worn.look)
    bearer.setStyleSheet(clothes.sheet)
    set_look(clothes.look)
    tell(parts)


def let_bear(page: QWidget) -> None:
    """Let a page wear what ``dress`` gives it; until then it is left as it is."""
    page.setProperty(_IS_BEARER, True)  # noqa: FBT003 - Qt's own order


def _clothes_of(holder: QObject | None, name: str) -> _Clothes | None:
    found = None if holder is None else holder.property(name)
    return found if isinstance(found, _Clothes) else None


class Dresser(QObject):
    """Gives the application a theme in a few turns of the event loop.

    Nothing is drawn until all that is seen has it on; what is hidden gets it afterwards.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._still: list[QWidget] = []
        self._turns = Turns(self)

    def put_on(self, theme: Theme) -> None:
        """Give the application the theme."""
        look = Look(theme)
        windows = [window for window in self._app.topLevelWidgets() if window.isVisible()]
        for window in windows:
            if window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._still.append(window)
        self._turns.go(self._steps(_Clothes(look, style_sheet(look))))
        if not windows:
            self._turns.finish()

    def _steps(self, clothes: _Clothes) -> Iterator[None]:
        if self._app.styleSheet():
            self._app.setStyleSheet("")
        colour(self._app, clothes.look)
        yield
        self._app.setProperty(IN_FORCE, clothes)
        set_look(clothes.look)
        bearers, carriers = _find(self._app)
        try:
            for bearer in bearers:
                if isValid(bearer) and bearer.isVisible():
                    dress(bearer)
                    yield
            tell(carriers)
        except Exception:
            # A mistake here must not leave a window that is never drawn again.
            self._draw_again()
            raise
        yield
        self._draw_again()
        yield
        for bearer in bearers:
            if isValid(bearer):
                dress(bearer)
                yield

    def _draw_again(self) -> None:
        still, self._still = self._still, []
        for window in still:
            if isValid(window):
                window.setUpdatesEnabled(True)
                # Under X11 Qt else waits for ever for what was asked for while nothing was drawn.
                window.repaint()


def _find(app: QApplication) -> tuple[list[QWidget], list[QWidget]]:
    """Return what wears the theme, and what only holds that, innermost first."""
    bearers: list[QWidget] = []
    carriers: list[QWidget] = []
    waiting = [one for one in app.topLevelWidgets() if one.parentWidget() is None]
    while waiting:
        widget = waiting.pop()
        is_unseen = widget.isWindow() and not widget.isVisible()
        if widget.property(_IS_BEARER) or (is_unseen and widget.parentWidget() is None):
            bearers.append(widget)
        elif not is_unseen:
            carriers.append(widget)
            find = Qt.FindChildOption.FindDirectChildrenOnly
            waiting += widget.findChildren(QWidget, options=find)
    return bearers, innermost_first(carriers)

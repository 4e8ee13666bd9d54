"""Put a theme on an application at once, also on the windows that are open."""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from string import Template

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from quizapp.ui.theme.look import Look, Theme, set_look
from quizapp.ui.theme.palette import palette_of
from quizapp.ui.theme.tokens import ROLES

_AT_A_TURN = 40


@cache
def _template() -> Template:
    return Template((files("quizapp.ui") / "theme" / "style.qss").read_text(encoding="utf-8"))


def style_sheet(look: Look) -> str:
    """Fill the style sheet from the look; raises ``KeyError`` for a token that does not exist."""
    names = {
        name: getattr(look.colours, name)
        for name in look.colours.__dataclass_fields__
        if name != "heat"
    }
    names |= {f"px_{role}": f"{look.text_px(role)}px" for role in ROLES}
    names |= {f"s{step}": f"{look.space(step)}px" for step in (2, 4, 6, 8, 10, 12, 14, 16)}
    # A radius over half the size is ignored by Qt: then a knob would be square.
    groove, over = 2 * look.space(4), look.space(6)
    names |= {
        "groove": f"{groove}px",
        "groove_radius": f"{groove // 2}px",
        "knob": f"{groove + 2 * over - 4}px",
        "knob_over": f"{over}px",
        "knob_radius": f"{groove // 2 + over}px",
    }
    names |= {
        "target": f"{look.target()}px",
        "radius_small": f"{look.radius('small')}px",
        "radius_control": f"{look.radius('control')}px",
        "bar": f"{look.space(14)}px",
        "bar_radius": f"{look.space(3)}px",
        "family": look.theme.family,
    }
    return _template().substitute(names)


def apply_theme(app: QApplication, theme: Theme) -> Look:
    """Give the application the theme; every widget is told by a ``StyleChange`` event."""
    look = _put_on(app, theme)
    _tell(_innermost_first(app.allWidgets()))
    return look


def _put_on(app: QApplication, theme: Theme) -> Look:
    look = Look(theme)
    _take_off(app, look)
    _dress(app, look)
    return look


def _take_off(app: QApplication, look: Look) -> None:
    """Take the style sheet off before another is put on: replacing one costs Qt four times more."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(look.colours))
    app.setFont(look.font())
    app.setStyleSheet("")


def _dress(app: QApplication, look: Look) -> None:
    app.setStyleSheet(style_sheet(look))
    # Only now: the style sheet puts back the fonts that widgets had before it.
    set_look(look)


def _tell(widgets: Iterable[QWidget]) -> None:
    """Tell widgets of the look; Qt itself tells only those that have been shown."""
    for widget in widgets:
        if isValid(widget):
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _innermost_first(widgets: Iterable[QWidget]) -> list[QWidget]:
    """Return widgets so that each comes after those in it, which it measures."""
    return sorted(widgets, key=_depth, reverse=True)


class Dresser(QObject):
    """Gives the application a theme without holding it up.

    Where there are windows it takes a few turns of the event loop, in which nothing is drawn, and
    what is hidden is told a little later. ``finish`` does at once what is left to do; whoever is
    about to show something hidden calls it.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._next: Look | None = None
        self._still: list[QWidget] = []
        self._waiting: deque[QWidget] = deque()
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)

    def put_on(self, theme: Theme) -> None:
        """Give the application the theme."""
        self._waiting.clear()
        self._still += [
            window
            for window in self._app.topLevelWidgets()
            if window.isVisible() and window.updatesEnabled()
        ]
        self._next = Look(theme)
        for window in self._still:
            window.setUpdatesEnabled(False)
        _take_off(self._app, self._next)
        if self._still:
            self._turn.start(0)
        else:
            self.finish()

    def finish(self) -> None:
        """Do at once what is left to do."""
        self._turn.stop()
        self._dress()
        waiting, self._waiting = self._waiting, deque()
        _tell(waiting)
        self._draw_again()

    def _go_on(self) -> None:
        if self._next is not None:
            self._dress()
        elif self._still:
            # What is seen comes first, so all of it is told before anything is drawn.
            _tell(self._take(len(self._waiting), is_seen=True))
            self._draw_again()
        else:
            _tell(self._take(_AT_A_TURN, is_seen=False))
            if not self._waiting:
                self._turn.stop()

    def _dress(self) -> None:
        if self._next is not None:
            look, self._next = self._next, None
            _dress(self._app, look)
            widgets = _innermost_first(self._app.allWidgets())
            self._waiting = deque(sorted(widgets, key=lambda one: not one.isVisible()))

    def _take(self, most: int, *, is_seen: bool) -> Iterator[QWidget]:
        for _one in range(min(most, len(self._waiting))):
            widget = self._waiting[0]
            if is_seen and isValid(widget) and not widget.isVisible():
                return
            yield self._waiting.popleft()

    def _draw_again(self) -> None:
        still, self._still = self._still, []
        for window in still:
            if isValid(window):
                window.setUpdatesEnabled(True)


def finish_dressing() -> None:
    """Let nothing hidden wait for the theme any longer, because some of it is to be shown."""
    app = QCoreApplication.instance()
    if app is not None:
        for dresser in app.findChildren(Dresser):
            dresser.finish()


def _depth(widget: QWidget) -> int:
    depth = 0
    above = widget.parentWidget()
    while above is not None:
        depth += 1
        above = above.parentWidget()
    return depth

"""Put a theme on an application at once, also on the windows that are open."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from quizapp.ui.theme.look import Look, Theme, set_look
from quizapp.ui.theme.palette import palette_of
from quizapp.ui.theme.tokens import ROLES

IN_FORCE = "quizapp_clothes"
"""The application's property that says what ``dress`` gives; unset, it wears a sheet itself."""


@cache
def _template() -> Template:
    return Template((Path(__file__).parent / "style.qss").read_text(encoding="utf-8"))


def style_sheet(look: Look) -> str:
    """Fill the style sheet from the look; raises ``KeyError`` for a token that does not exist."""
    names = {
        name: getattr(look.colours, name)
        for name in look.colours.__dataclass_fields__
        if name != "heat"
    }
    names |= {f"px_{role}": f"{look.text_px(role)}px" for role in ROLES}
    names |= {f"s{step}": f"{look.space(step)}px" for step in (2, 4, 6, 8, 10, 12, 14, 16, 28)}
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
    look = Look(theme)
    app.setProperty(IN_FORCE, None)
    # Off before another is put on: replacing one costs Qt four times more.
    app.setStyleSheet("")
    colour(app, look)
    app.setStyleSheet(style_sheet(look))
    # Only now: the style sheet puts back the fonts that widgets had before it.
    set_look(look)
    tell(innermost_first(app.allWidgets()))
    return look


def colour(app: QApplication, look: Look) -> None:
    """Give the application the palette and the font of a look."""
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette_of(look.colours))
    app.setFont(look.font())


def tell(widgets: Iterable[QWidget]) -> None:
    """Tell widgets of the look; Qt itself tells only those that have been shown."""
    for widget in widgets:
        if isValid(widget):
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def innermost_first(widgets: Iterable[QWidget]) -> list[QWidget]:
    """Return widgets so that each comes after those in it, which it measures."""
    return sorted(widgets, key=_depth, reverse=True)


def _depth(widget: QWidget) -> int:
    depth = 0
    above = widget.parentWidget()
    while above is not None:
        depth += 1
        above = above.parentWidget()
    return depth

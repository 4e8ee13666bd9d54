"""The order in which Tab walks, after parts have come and gone."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_turn(*parts: QWidget) -> None:
    """Let Tab come to these parts one after another."""
    for one, following in pairwise(parts):
        QWidget.setTabOrder(one, following)


def put_last(bar: QWidget, before: QWidget) -> None:
    """Let Tab come to a bar at the foot after everything in the part before it.

    Qt puts what is added to a page later last of all, also after such a bar.
    """
    earlier = [*_stops(before)]
    # Only the bar is moved: moved itself, what passes its focus on would be met twice.
    in_turn(*earlier[-1:], *_stops(bar))


def _stops(holder: QWidget) -> Iterator[QWidget]:
    for part in (holder, *holder.findChildren(QWidget)):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None:
            yield part

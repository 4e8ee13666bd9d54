"""Arrow keys that walk in a column of parts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


def walk_round(event: QKeyEvent, parts: Sequence[QWidget]) -> bool:
    """Move the focus to the part above or below, past the ends to the other end; tell whether."""
    step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
    now = next((at for at, part in enumerate(parts) if part.hasFocus()), None)
    if step is None or now is None:
        return False
    parts[(now + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)
    return True

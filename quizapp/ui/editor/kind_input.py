"""The way a question is answered: chosen at once with the pointer, after a pause with keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.ui.forms.inputs import ChoiceInput

PAUSE_MS = 700
_OPENING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4})


class KindInput(ChoiceInput):
    """A choice that keys may walk through: only where they stop is it made.

    Every kind on the way would leave out what it cannot hold, and put another form under the keys.
    """

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(choices, parent)
        self._is_walking = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self.box.installEventFilter(self)

    @override
    def _on_activated(self) -> None:
        if self._is_walking:
            self._pause.start()
        else:
            self._pause.stop()
            self.changed.emit()

    def _make_now(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            # Once the focus is where it goes: another form takes the place of this one.
            QTimer.singleShot(0, self, self.changed.emit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
                self._is_walking = not is_alt and event.key() not in _OPENING
            elif event.type() == QEvent.Type.MouseButtonPress:
                self._is_walking = False
            elif event.type() == QEvent.Type.FocusOut:
                self._make_now()
        return super().eventFilter(watched, event)

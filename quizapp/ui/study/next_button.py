"""The button that goes on, which an absent-minded key press does not reach."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.base.clock import Clock
from quizapp.ui.study.answer_view import is_enter
from quizapp.ui.widgets.button import Button, Dress

GUARD_MS = 400


class NextButton(Button):
    """Goes on with a fresh key press, never with a held one.

    With a guard it takes only a press that began some time after it was shown, so that an
    explanation is not passed over by the key that was meant for the answer.
    """

    def __init__(
        self, text: str, clock: Clock, *, is_guarded: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, Dress.MAIN, key="Enter", parent=parent)
        self._clock = clock
        self._opens_at_ms = clock.monotonic_ms() + (GUARD_MS if is_guarded else 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        presses = is_enter(event) or event.key() == Qt.Key.Key_Space
        is_too_early = event.isAutoRepeat() or self._clock.monotonic_ms() < self._opens_at_ms
        if presses and is_too_early:
            event.accept()
        else:
            super().keyPressEvent(event)

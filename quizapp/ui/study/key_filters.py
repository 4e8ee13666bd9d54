"""Keys that a part of the sitting must not take for itself, or not yet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.base.clock import Clock
from quizapp.ui.study.answer_view import AnswerView, is_enter
from quizapp.ui.study.next_button import GUARD_MS


class PatientEnter(QObject):
    """Keeps an Enter too many from parts that would take it for an answer.

    It was meant for what stood there before when it is held, or pressed within so short a time
    that nobody has read what came; any other key shows that somebody has.
    """

    def __init__(self, clock: Clock, holder: QWidget) -> None:
        super().__init__(holder)
        self._clock = clock
        self._opens_at_ms = clock.monotonic_ms() + GUARD_MS
        for part in (holder, *holder.findChildren(QWidget)):
            part.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_enter(event):
                return event.isAutoRepeat() or self._clock.monotonic_ms() < self._opens_at_ms
            self._opens_at_ms = 0
        return super().eventFilter(watched, event)


class FreeUndo(QObject):
    """Lets Ctrl+Z take an answer back from a field that has nothing of its own to take back.

    By itself a field keeps Ctrl+Z also then.
    """

    def __init__(self, view: AnswerView, can_undo: Callable[[], bool]) -> None:
        super().__init__(view)
        self._view = view
        self._can_undo = can_undo
        for field in view.fields():
            field.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            is_free = not self._view.has_text() and self._can_undo()
            if is_free and event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

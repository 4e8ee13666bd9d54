"""A field that leaves Ctrl+Z to the page as long as nothing was typed in it."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class PageUndo(QObject):
    """Forgets at each coming what was typed before: what the page did since is what is taken back.

    A toast that offers Ctrl+Z would else have a field take back a word that was searched for.
    """

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() not in _STAYING:
            with QSignalBlocker(self._edit):
                self._edit.setText(self._edit.text())
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            if is_undo and not self._edit.isUndoAvailable():
                event.ignore()
                return True
        return super().eventFilter(watched, event)

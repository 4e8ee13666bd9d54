"""A box one writes in: two buttons, Ctrl+Enter to keep it and Esc to leave it be."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.boxes import SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout

_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class WritingBox(SunkBox):
    """``closed`` says: leave it be. The keys are met here when no field has a use for them."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.save = Button(_("Gem"), Dress.SOFT, key=_("Ctrl+Enter"), small=True)
        self.cancel = Button(_("Annullér"), Dress.QUIET, small=True)
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.closed)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons)
        flow.addWidget(self.save)
        flow.addWidget(self.cancel)

    def keep(self) -> None:
        """Hand over what was written."""
        raise NotImplementedError

    def _end(self) -> None:
        """Put the buttons below what is there."""
        self.body.addWidget(self._buttons)
        self._restyle()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            is_save = is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.type() is QEvent.Type.ShortcutOverride:
                # Elsewhere the same keys begin a round, and take back what the page did.
                if is_save or any(event.matches(one) for one in _HISTORY):
                    event.accept()
                    return True
            elif event.type() is QEvent.Type.KeyPress:
                if is_save:
                    self.keep()
                    return True
                if event.key() == Qt.Key.Key_Escape:
                    self.closed.emit()
                    return True
        return super().event(event)

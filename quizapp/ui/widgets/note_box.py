"""A few lines of one's own, written in a box with two buttons."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.boxes import SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel

MOST = 2_000


class NoteBox(SunkBox):
    """``saved`` carries the text (empty takes the note away), ``closed`` says: leave it be."""

    saved = Signal(str)
    closed = Signal()

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self.edit = QPlainTextEdit(note)
        self.edit.setAccessibleName(_("Din note"))
        self.edit.setPlaceholderText(_("Skriv, hvad der hjælper dig med at huske det"))
        self.edit.setTabChangesFocus(True)
        self.edit.installEventFilter(self)
        self.save = Button(_("Gem"), Dress.SOFT, key=_("Ctrl+Enter"), small=True)
        self.cancel = Button(_("Annullér"), Dress.QUIET, small=True)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        self.body.addWidget(WrappingLabel(_("Din note"), "small_strong"))
        self.body.addWidget(self.edit)
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(self.save)
        flow.addWidget(self.cancel)
        self.body.addWidget(line)
        self._restyle()

    def take_focus(self) -> None:
        """Put the caret after what stands there."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.edit.setTextCursor(cursor)

    def _on_save(self) -> None:
        self.saved.emit(self.edit.toPlainText().strip()[:MOST])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            is_save = is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.type() is QEvent.Type.ShortcutOverride and is_save:
                # Elsewhere the same keys begin a round.
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and is_save:
                self._on_save()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "edit"):
            self.edit.setFixedHeight(4 * self.look.line_px("base") + self.look.space(20))

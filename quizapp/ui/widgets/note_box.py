"""A few lines of one's own, written in a box with two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.writing_box import WritingBox

MOST = 2_000


class NoteBox(WritingBox):
    """``saved`` carries the text; an empty one takes the note away."""

    saved = Signal(str)

    def __init__(self, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(note)
        self.edit.setAccessibleName(_("Din note"))
        self.edit.setPlaceholderText(_("Skriv, hvad der hjælper dig med at huske det"))
        self.edit.setTabChangesFocus(True)
        self.body.addWidget(WrappingLabel(_("Din note"), "small_strong"))
        self.body.addWidget(self.edit)
        self._end()

    def take_focus(self) -> None:
        """Put the caret after what stands there."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.edit.setTextCursor(cursor)

    @override
    def keep(self) -> None:
        self.saved.emit(self.edit.toPlainText().strip()[:MOST])

    @override
    def _restyle(self) -> None:
        super()._restyle()
        if hasattr(self, "edit"):
            self.edit.setFixedHeight(4 * self.look.line_px("base") + self.look.space(20))

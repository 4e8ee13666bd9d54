"""A question in one's own words: its texts in a box with two buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import SunkBox
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine

MOST = 4_000
_LINES = {"prompt": 3, "answer": 2, "hint": 2, "explanation": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The texts of a question; ``answer`` is None where it is not one text."""

    prompt: str
    answer: str | None
    hint: str
    explanation: str


class OwnVersionBox(SunkBox):
    """``saved`` carries ``OwnWords``, ``closed`` says: leave it be."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, words: OwnWords, parent: QWidget | None = None) -> None:
        super().__init__(gap=8, parent=parent)
        self._has_answer = words.answer is not None
        self.edits: dict[str, QPlainTextEdit] = {}
        self.body.addWidget(WrappingLabel(_("Din udgave"), "strong"))
        about = _("Kun du ser den. En ny version af pakken skriver ikke i den.")
        self.body.addWidget(WrappingLabel(about, "small", "muted"))
        self._add("prompt", _("Spørgsmål"), words.prompt)
        if words.answer is not None:
            self._add("answer", _("Svar"), words.answer)
        self._add("hint", _("Hint"), words.hint)
        self._add("explanation", _("Forklaring"), words.explanation)
        self._error = IconLine("circle-alert", "", "base", "bad")
        self._error.hide()
        self.body.addWidget(self._error)
        self.save = Button(_("Gem"), Dress.SOFT, key=_("Ctrl+Enter"), small=True)
        self.cancel = Button(_("Annullér"), Dress.QUIET, small=True)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.closed)
        line = QWidget()
        flow = FlowLayout(line)
        flow.addWidget(self.save)
        flow.addWidget(self.cancel)
        self.body.addWidget(line)
        self._restyle()

    def take_focus(self) -> None:
        """Put the caret in the first text."""
        self.edits["prompt"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, text: str) -> None:
        """Say why it cannot be kept; what was written stands as it did."""
        self._error.set_text(text)
        self._error.show()
        announce(self, text, urgent=True)
        self.take_focus()

    def words(self) -> OwnWords:
        """Return what stands in the box."""
        texts = {name: edit.toPlainText().strip()[:MOST] for name, edit in self.edits.items()}
        return OwnWords(
            prompt=texts["prompt"],
            answer=texts["answer"] if self._has_answer else None,
            hint=texts["hint"],
            explanation=texts["explanation"],
        )

    def _add(self, name: str, label: str, text: str) -> None:
        edit = QPlainTextEdit(text)
        edit.setAccessibleName(label)
        edit.setTabChangesFocus(True)
        edit.installEventFilter(self)
        self.edits[name] = edit
        self.body.addWidget(WrappingLabel(label, "small_strong"))
        self.body.addWidget(edit)

    def _on_save(self) -> None:
        self.saved.emit(self.words())

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
        if hasattr(self, "edits"):
            for name, edit in self.edits.items():
                edit.setFixedHeight(_LINES[name] * self.look.line_px("base") + self.look.space(20))

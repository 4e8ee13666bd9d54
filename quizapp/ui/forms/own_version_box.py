"""A question in one's own words: its texts and its answers in a box with two buttons."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.form_shapes import ANSWER, Asked, Way
from quizapp.library.own_texts import OwnTexts
from quizapp.questions.codec_mistakes import Plain
from quizapp.questions.kinds import Kind
from quizapp.ui.forms.fields import input_of, put_fields
from quizapp.ui.forms.inputs import Labelled, TextInput
from quizapp.ui.forms.words import words_of
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine
from quizapp.ui.widgets.writing_box import WritingBox

MOST: Final = 4_000


class OwnVersionBox(WritingBox):
    """``saved`` carries ``OwnTexts``; answers that nobody touched are as they came."""

    saved = Signal(object)

    def __init__(self, texts: OwnTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = texts.kind
        self._answers: dict[str, Plain] = {**texts.answers}
        self.fields: dict[str, Labelled] = {}
        self.edits: dict[str, QPlainTextEdit] = {}
        self.body.addWidget(WrappingLabel(_("Din udgave"), "strong"))
        about = _("Kun du ser den. En ny version af pakken skriver ikke i den.")
        self.body.addWidget(WrappingLabel(about, "small", "muted"))
        is_card = texts.kind is Kind.FLASHCARD
        self._add("prompt", _("Forside") if is_card else _("Spørgsmål"), texts.prompt)
        put_fields(self.body.addWidget, ANSWER[texts.kind], self._answer)
        self._add("hint", _("Hint"), texts.hint)
        self._add("explanation", _("Forklaring"), texts.explanation)
        self._error = IconLine("circle-alert", "", "base", "bad")
        self._error.hide()
        self.body.addWidget(self._error)
        self._end()

    def take_focus(self) -> None:
        """Put the caret in the first text."""
        self.edits["prompt"].setFocus()

    def show_error(self, text: str) -> None:
        """Say why it cannot be kept; what was written stands as it did."""
        self._error.set_text(text)
        self._error.show()
        announce(self, text, urgent=True)
        self.take_focus()

    def texts(self) -> OwnTexts:
        """Return what stands in the box."""
        said = {name: edit.toPlainText().strip()[:MOST] for name, edit in self.edits.items()}
        return OwnTexts(
            kind=self._kind,
            prompt=said["prompt"],
            answers={**self._answers},
            hint=said["hint"],
            explanation=said["explanation"],
        )

    def edits_of(self, key: str) -> Sequence[QWidget]:
        """Return where an answer's field is written, by its key."""
        return self.fields[key].input.edits()

    def _add(self, name: str, label: str, text: str) -> None:
        made = TextInput()
        made.show_value(text)
        made.edit.setUndoRedoEnabled(True)
        self.edits[name] = made.edit
        self.body.addWidget(Labelled(label, made))

    def _answer(self, one: Asked) -> Labelled:
        words = words_of(self._kind, one.key)
        made = input_of(one, words.columns)
        made.show_value(self._answers.get(one.key))
        if isinstance(made, TextInput):
            made.edit.setUndoRedoEnabled(True)
        made.changed.connect(lambda: self._answers.update({one.key: made.value()}))
        # What stands beside a label tells how an author writes it: a line of its own suffices.
        labelled = Labelled(words.label, made, words.note if one.way is not Way.LINE else "")
        self.fields[one.key] = labelled
        return labelled

    @override
    def keep(self) -> None:
        self.saved.emit(self.texts())

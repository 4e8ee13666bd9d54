"""A question whose lines cannot be read as fields: the lines themselves."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.library.editing.form_values import text_of
from quizapp.questions.codec_mistakes import Plain
from quizapp.ui.forms.inputs import Labelled, TextInput
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.label import WrappingLabel


class RawForm(Part):
    """The lines of a question as they stand in the file; ``edited`` carries them."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines()
        said = _(
            "Linjerne kan ikke læses som felter. Ret dem her, eller brug rettelsen under »Fejl«."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(WrappingLabel(said, "base", "muted"))
        column.addWidget(Labelled(_("Linjerne i filen"), self._lines))
        self._lines.changed.connect(lambda: self.edited.emit(str(self._lines.value())))

    def show_text(self, text: str) -> None:
        """Show the lines."""
        self._lines.show_value(text)

    def focus_first(self) -> None:
        """Put the focus on the lines."""
        self._lines.edit.setFocus()


class _Lines(TextInput):
    """Lines whose letters are of one width, so that indentation can be seen."""

    @override
    def value(self) -> str:
        return self.edit.toPlainText().strip("\n")

    @override
    def show_value(self, value: Plain) -> None:
        # As they are, margins and all; only how the lines end cannot be seen here.
        lines = text_of(value).replace("\r\n", "\n").strip("\n")
        if lines != self.value():
            super().show_value(lines)

    @override
    def _restyle(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self.look.text_px("base"))
        self.edit.setFont(font)
        self._fit()

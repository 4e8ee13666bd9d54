"""The reading text with the place marked that an answer of a result comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.questions.pack import Passage
from quizapp.ui.study.passages import readable
from quizapp.ui.widgets.boxes import Ground
from quizapp.ui.widgets.reading_text import ReadingText

_BESIDE_TEXT = 140


class TextPage(Ground):
    """``closed`` says that the reader goes back to the result."""

    closed = Signal()

    def __init__(
        self, passages: tuple[Passage, ...], mark: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._mark = mark if any(passage.mark == mark for passage in passages) else ""
        self.text = ReadingText(_("Læsetekst"), readable(passages))
        self.text.closed.connect(self.closed)
        self._line = QHBoxLayout(self)
        self._line.addStretch(1)
        self._line.addWidget(self.text, 1_000)
        self._line.addStretch(1)
        self._restyle()

    def take_focus(self) -> None:
        """Show the place that was asked for."""
        if self._mark:
            self.text.show_passage(self._mark)
        else:
            self.text.close_button.setFocus()

    @override
    def _restyle(self) -> None:
        across, down = self.look.space(36), self.look.space(28)
        self._line.setContentsMargins(across, down, across, down)
        self.text.setMaximumWidth(self.look.column_px("reading") + self.look.space(_BESIDE_TEXT))

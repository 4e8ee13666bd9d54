"""The head of the editor: the way back, the pack's name on one line, how it is saved, buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from quizapp.ui.editor.one_line import OneLine
from quizapp.ui.widgets.base import Part
from quizapp.ui.widgets.button import Button, Dress, IconButton
from quizapp.ui.widgets.label import WrappingLabel


class EditorHeader(Part):
    """Two lines and a way back above them, or all on one line where the page is low."""

    back_pressed = Signal()

    def __init__(self, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(back, Dress.QUIET, icon="chevron-left", small=True)
        self.back.set_flush(is_flush=True)
        self._short_back = IconButton("chevron-left", back)
        self._title = OneLine("title")
        self._subtitle = WrappingLabel(" ", "base", "muted", capped=False)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._line = QHBoxLayout()
        self._line.addWidget(self._short_back)
        self._line.addLayout(words, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._line)
        self._words: dict[Button, str] = {}
        self.back.clicked.connect(self.back_pressed)
        self._short_back.clicked.connect(self.back_pressed)
        self.set_low(is_low=False)
        self._restyle()

    def set_texts(self, title: str, subtitle: str) -> None:
        """Change the name of the pack and the line below it."""
        self._title.set_whole(title)
        self._subtitle.setText(subtitle)

    def add_button(self, button: Button) -> None:
        """Put a button at the right, after those already there."""
        self._words[button] = button.text()
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_low(self, *, is_low: bool) -> None:
        """Leave out words where there is no room for them."""
        self.back.setVisible(not is_low)
        self._short_back.setVisible(is_low)
        self._subtitle.setVisible(not is_low)
        self._title.set_role("section" if is_low else "title")
        for button, words in self._words.items():
            button.setText("" if is_low else words)
            button.setToolTip(button.accessibleName() if is_low else "")
            button.updateGeometry()

    @override
    def _restyle(self) -> None:
        self._line.setSpacing(self.look.space(10))

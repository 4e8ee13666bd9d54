"""Something about the whole file that asks for a choice, above the panes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.ui.widgets.boxes import Box, clear, row
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.marks import IconLine


class Notice(Box):
    """One sentence and its choices; ``chosen`` carries the code of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            fill="warn_soft", line="warn_line", radius="tile", padding=(16, 10), parent=parent
        )
        self.buttons: dict[str, Button] = {}
        self.hide()

    def show_notice(self, text: str, choices: Sequence[tuple[str, str]]) -> None:
        """Ask something; choices are a code and its words, the usual one first."""
        clear(self.body)
        self.body.addWidget(IconLine("triangle-alert", text, "base", "text"))
        self.buttons = {}
        for code, words in choices:
            dress = Dress.PLAIN if not self.buttons else Dress.QUIET
            button = Button(words, dress, small=True)
            button.clicked.connect(lambda _on=False, code=code: self.chosen.emit(code))
            self.buttons[code] = button
        self.body.addLayout(row(*self.buttons.values()))
        self.setAccessibleName(text)
        self.show()

    def focus(self) -> None:
        """Put the focus on the usual choice."""
        for button in [*self.buttons.values()][:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

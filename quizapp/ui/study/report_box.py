"""»Meld fejl«: a line about what is wrong with the question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.ui.widgets.boxes import SunkBox, row
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.field import Field


class ReportBox(SunkBox):
    """A field with two buttons; ``sent`` carries what was written."""

    sent = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=10, parent=parent)
        self.field = Field(_("Hvad er der galt med spørgsmålet?"))
        self._send = Button(_("Gem"), Dress.SOFT, small=True)
        self._cancel = Button(_("Annullér"), Dress.QUIET, small=True)
        self.body.addWidget(self.field)
        self.body.addLayout(row(self._send, self._cancel))
        self.field.submitted.connect(lambda _text: self._on_sent())
        self._send.clicked.connect(self._on_sent)
        self._cancel.clicked.connect(self.closed)

    def _on_sent(self) -> None:
        text = self.field.text().strip()
        if text:
            self.sent.emit(text)
        else:
            self.field.set_error(_("Skriv, hvad der er galt, eller vælg »Annullér«."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

"""A file is being read or a pack added: what is happening, and the way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.texts import _
from quizapp.ui.widgets.boxes import Card, row
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel


class BusyPage(PageScroll):
    """Says what is done; ``stopped`` is emitted by »Stop«, where stopping is possible."""

    stopped = Signal()

    def __init__(self, text: str, *, can_stop: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(760, parent=parent)
        self.column.addWidget(PageHeader(_("Tilføj pakke")))
        card = Card(shadow=True, padding=(30, 26), gap=14)
        self._line = WrappingLabel(text, "section", capped=False)
        self.stop = Button(_("Stop"))
        if not can_stop:
            self.stop.hide()
        self.stop.clicked.connect(self.stopped)
        card.body.addWidget(self._line)
        note = _("En stor fil kan tage op til ti sekunder. Intet er ændret endnu.")
        card.body.addWidget(WrappingLabel(note, "base", "muted"))
        card.body.addLayout(row(self.stop))
        self.column.addWidget(card)

    def take_focus(self) -> None:
        """Put the focus on the way out."""
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

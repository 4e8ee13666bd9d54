"""A file that may be added, but only if the learner says so: an older or another edition."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.errors import QuizappError
from quizapp.base.texts import _
from quizapp.ui.widgets.boxes import Card
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel

OLDER, OTHER = "errors.older_version", "errors.other_edition"


class AskPage(PageScroll):
    """Keeping what is there comes first.

    ``accepted`` says that the file is wanted in its place, ``both`` that it shall stand beside.
    """

    accepted = Signal()
    both = Signal()
    left = Signal()

    def __init__(self, error: QuizappError, parent: QWidget | None = None) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        is_older = error.message.code == OLDER
        header = PageHeader(_("Tilføj pakke"), back=_("Bibliotek"))
        header.back_pressed.connect(self.left)
        self.main = Button(_("Behold min"), Dress.MAIN, key=_("Enter"))
        back = _("Gå tilbage til version {n}").format(n=error.message.fields.get("file", ""))
        change = Button(back if is_older else _("Skift til filens"))
        both = Button(_("Behold begge"))
        self.main.clicked.connect(self.left)
        both.clicked.connect(self.both)
        change.clicked.connect(self.accepted)
        card = Card(shadow=True, padding=(30, 26), gap=14)
        card.body.addWidget(WrappingLabel(str(error), "section", capped=False))
        card.body.addWidget(
            WrappingLabel(
                _(
                    "Ingen af dine svar går tabt. Beholder du begge, står filens spørgsmål i en"
                    " pakke for sig, og din egen er, som den er."
                ),
                "base",
                "muted",
            )
        )
        line = QWidget()
        flow = FlowLayout(line)
        for button in (self.main, both, change):
            flow.addWidget(button)
        card.body.addWidget(line)
        self.column.addWidget(header)
        self.column.addWidget(card)

    def take_focus(self) -> None:
        """Put the focus on the main button."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

"""»Tilføj pakke«: what adding a pack would change, before it is done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.texts import _, ngettext, number_text
from quizapp.ui.widgets.boxes import Card, row
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.marks import IconLine

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.install import Installed


class AddPage(PageScroll):
    """What a file would bring; ``accepted`` and ``left`` say what the learner decided."""

    accepted = Signal()
    left = Signal()

    def __init__(self, preview: "Installed", parent: QWidget | None = None) -> None:
        super().__init__(760, parent=parent)
        header = PageHeader(preview.title, _version_text(preview), _("Bibliotek"))
        header.back_pressed.connect(self.left)
        self.column.addWidget(header)
        card = Card(shadow=True, padding=(30, 26), gap=12)
        for icon, text in changes_of(preview):
            card.body.addWidget(IconLine(icon, text, "base", "text"))
        if not preview.has_licence:
            no_licence = _("Pakken har ingen licens og er kun til eget brug.")
            card.body.addWidget(IconLine("info", no_licence))
        card.body.addWidget(WrappingLabel(_("Ingen af dine svar går tabt."), "small", "muted"))
        word = _("Tilføj") if preview.previous_version is None else _("Opdatér")
        self.main = Button(word, Dress.MAIN, icon="plus", key=_("Enter"))
        cancel = Button(_("Annullér"), Dress.QUIET)
        self.main.clicked.connect(self.accepted)
        cancel.clicked.connect(self.left)
        card.body.addLayout(row(self.main, cancel))
        self.column.addWidget(card)

    def take_focus(self) -> None:
        """Put the focus on the main button."""
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)


def is_known(preview: "Installed") -> bool:
    """Tell whether the file holds nothing that the learner does not have."""
    figures = (preview.new, preview.changed, preview.retested, preview.restarted)
    return preview.previous_version is not None and not any(
        (*figures, preview.returned, preview.removed)
    )


def changes_of(preview: "Installed") -> list[tuple[str, str]]:
    """Return an icon and a sentence for each thing that would change, the weightiest first."""
    rows = (
        (preview.retested, "rotate-ccw", _retested(preview.retested)),
        (
            preview.restarted,
            "rotate-ccw",
            _("{n} spørgsmål begynder forfra, fordi forfatteren har bedt om det."),
        ),
        (preview.new, "plus", _new(preview.new)),
        (
            preview.changed,
            "pencil-line",
            _("{n} spørgsmål er rettet i teksten. Du beholder det, du har lært."),
        ),
        (
            preview.returned,
            "undo-2",
            _("{n} spørgsmål er kommet tilbage med det, du havde lært."),
        ),
        (
            preview.removed,
            "eye-off",
            _("{n} spørgsmål er taget ud og skjules. Dine svar gemmes."),
        ),
    )
    return [(icon, text.format(n=number_text(count))) for count, icon, text in rows if count]


def _retested(count: int) -> str:
    return ngettext(
        "{n} spørgsmål har fået et nyt svar og kommer igen i dag, mærket »ændret«.",
        "{n} spørgsmål har fået et nyt svar og kommer igen i dag, mærket »ændret«.",
        count,
    )


def _new(count: int) -> str:
    return ngettext("{n} nyt spørgsmål.", "{n} nye spørgsmål.", count)


def _version_text(preview: "Installed") -> str:
    if preview.previous_version is None:
        return _("Ny pakke, version {n}").format(n=preview.version)
    text = _("Opdatering fra version {old} til {new}")
    return text.format(old=preview.previous_version, new=preview.version)

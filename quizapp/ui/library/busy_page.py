"""A file is being read or a pack added: what is happening, and the way to stop it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from quizapp.base.texts import _
from quizapp.ui.widgets.announce import announce
from quizapp.ui.widgets.boxes import Card, row
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel


@dataclass(frozen=True, slots=True)
class BusyWords:
    """What is done, and what it means to stop it now."""

    title: str
    text: str
    note: str


def reading_words() -> BusyWords:
    """Return what is said while a file is read."""
    note = _("En stor fil kan tage op til ti sekunder. Intet er ændret endnu.")
    return BusyWords(_("Åbner pakke"), _("Læser filen …"), note)


def adding_words(title: str, *, is_update: bool) -> BusyWords:
    """Return what is said while a pack is written."""
    note = _("Stopper du nu, er alt, som det var.")
    if is_update:
        return BusyWords(_("Opdaterer pakke"), _("Opdaterer »{pack}« …").format(pack=title), note)
    return BusyWords(_("Tilføjer pakke"), _("Tilføjer »{pack}« …").format(pack=title), note)


class BusyPage(PageScroll):
    """Says what is done; ``stopped`` is emitted by »Stop«. Enter alone stops nothing."""

    stopped = Signal()

    def __init__(self, words: BusyWords, parent: QWidget | None = None) -> None:
        super().__init__(760, at_desk=True, parent=parent)
        self.setWindowTitle(words.title)
        self.column.addWidget(PageHeader(words.title))
        card = Card(shadow=True, padding=(30, 26), gap=14)
        self.line = WrappingLabel(words.text, "section", capped=False)
        self.stop = Button(_("Stop"), key=_("Esc"))
        self.stop.clicked.connect(self._on_stop)
        card.body.addWidget(self.line)
        card.body.addWidget(WrappingLabel(words.note, "base", "muted"))
        card.body.addLayout(row(self.stop))
        self.column.addWidget(card)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{words.text} {words.note}")

    def take_focus(self) -> None:
        """Put the focus on the page: whoever presses Enter once more does not stop it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_stop(self) -> None:
        text = _("Stopper …")
        self.line.setText(text)
        self.take_focus()
        self.stop.setEnabled(False)
        announce(self, text)
        self.stopped.emit()

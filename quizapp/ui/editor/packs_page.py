"""»Skriv pakker«: the packs one writes, and the ways to begin or open one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.base.texts import _, ngettext, number_text
from quizapp.library.editing.packs import OwnPack
from quizapp.ui.editor.one_line import OneLine
from quizapp.ui.widgets.boxes import Card, clear, row
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.pages import EmptyState


class PacksPage(PageScroll):
    """One card a pack; ``opened`` carries its folder."""

    opened = Signal(object)
    begun = Signal()
    file_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        said = _("Lav dine egne spørgsmål, og del dem som én fil.")
        self._header = PageHeader(_("Skriv pakker"), said)
        self.open = Button(_("Åbn en fil …"), icon="folder-open")
        self.begin = Button(_("Ny pakke"), Dress.MAIN, icon="plus")
        self._header.add_button(self.open)
        self._header.add_button(self.begin)
        self.open.clicked.connect(self.file_asked)
        self.begin.clicked.connect(self.begun)
        self._cards = QVBoxLayout()
        self.column.addWidget(self._header)
        self.column.addLayout(self._cards)
        self._first: QWidget = self.begin

    def show_packs(self, packs: Sequence[OwnPack]) -> None:
        """Show the packs that one has written in."""
        clear(self._cards)
        self._cards.setSpacing(self._header.look.space(16))
        self._first = self.begin
        for pack in packs:
            self._cards.addWidget(self._card(pack))
        if not packs:
            empty = EmptyState(
                "pencil-line",
                _("Du har ikke skrevet en pakke endnu."),
                _("Begynd en ny, eller åbn en pakke, som du vil skrive videre på."),
                _("Ny pakke"),
            )
            empty.pressed.connect(self.begun)
            card = Card()
            card.body.addWidget(empty)
            self._cards.addWidget(card)
        folder = Button(_("Åbn en mappe …"), Dress.LINK, small=True)
        folder.clicked.connect(self.folder_asked)
        self._cards.addWidget(folder, 0, Qt.AlignmentFlag.AlignLeft)

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, pack: OwnPack) -> Card:
        card = Card(gap=8)
        count = ngettext("{n} spørgsmål", "{n} spørgsmål", pack.questions)
        card.body.addWidget(WrappingLabel(pack.title, "section"))
        card.body.addWidget(
            WrappingLabel(count.format(n=number_text(pack.questions)), "base", "muted")
        )
        place = OneLine("small", "muted")
        place.set_whole(_short(pack.folder))
        card.body.addWidget(place)
        go_on = Button(_("Skriv videre"), Dress.SOFT, icon="pencil-line", small=True)
        go_on.setAccessibleName(_("Skriv videre på »{pack}«").format(pack=pack.title))
        go_on.clicked.connect(lambda: self.opened.emit(pack.folder))
        if self._first is self.begin:
            self._first = go_on
        card.body.addLayout(row(go_on))
        return card


def _short(folder: Path) -> str:
    """Return a folder as one knows it: from one's own home on."""
    home = Path.home()
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)

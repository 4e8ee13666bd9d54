"""The packs of the library with their figures, and the way to add one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.base.texts import _, ngettext, number_text
from quizapp.study.plan import Plan
from quizapp.ui.widgets.boxes import Card, clear
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.chip import Chip
from quizapp.ui.widgets.flow import FlowLayout
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.pages import EmptyState

if TYPE_CHECKING:
    # It loads SQLAlchemy, which the window does without until it is painted.
    from quizapp.library.overview import PackOverview


class LibraryPage(PageScroll):
    """One card a pack; ``started`` carries a ``Plan``.

    ``removed`` and ``share_asked`` carry a pack's id and title, ``print_asked`` its id.
    """

    add_asked = Signal()
    left = Signal()
    started = Signal(object)
    removed = Signal(str, str)
    print_asked = Signal(str)
    share_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._header = PageHeader(_("Pakker"), back=_("Bibliotek"))
        self._header.back_pressed.connect(self.left)
        self.add = Button(_("Tilføj pakke"), icon="plus")
        self.add.clicked.connect(self.add_asked)
        self._header.add_button(self.add)
        self._cards = QVBoxLayout()
        self.column.addWidget(self._header)
        self.column.addLayout(self._cards)

    def show_packs(self, packs: "Sequence[PackOverview]") -> None:
        """Show the packs that are installed."""
        clear(self._cards)
        self._cards.setSpacing(self._header.look.space(16))
        questions = sum(pack.questions for pack in packs)
        self._header.back.setVisible(bool(packs))
        self._header.set_texts(_("Pakker"), _subtitle(questions, len(packs)))
        for pack in packs:
            self._cards.addWidget(self._card(pack))
        if not packs:
            empty = EmptyState(
                "library",
                _("Du har ingen pakker endnu."),
                _("Åbn en fil fra din lærer, eller slip den her."),
                _("Vælg fil …"),
            )
            empty.pressed.connect(self.add_asked)
            card = Card()
            card.body.addWidget(empty)
            self._cards.addWidget(card)

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, pack: "PackOverview") -> Card:
        card = Card(gap=10)
        card.body.addWidget(WrappingLabel(pack.title, "section"))
        card.body.addWidget(WrappingLabel(_figures(pack), "base", "muted"))
        chips = QWidget()
        flow = FlowLayout(chips)
        flow.addWidget(Chip(_("version {n}").format(n=pack.version)))
        if pack.license:
            flow.addWidget(Chip(pack.license))
        card.body.addWidget(chips)
        card.body.addWidget(self._buttons(pack))
        return card

    def _buttons(self, pack: "PackOverview") -> QWidget:
        buttons = QWidget()
        line = FlowLayout(buttons)
        if pack.due or pack.new:
            study = Button(_("Øv pakken"), Dress.SOFT, icon="play", small=True)
            study.setAccessibleName(_("Øv »{pack}«").format(pack=pack.title))
            study.clicked.connect(lambda: self.started.emit(Plan(packs=(pack.id,))))
            line.addWidget(study)
        paper = Button(_("Udskriv"), Dress.QUIET, icon="printer", small=True)
        paper.setAccessibleName(_("Udskriv »{pack}«").format(pack=pack.title))
        paper.clicked.connect(lambda: self.print_asked.emit(pack.id))
        line.addWidget(paper)
        share = Button(_("Del som fil"), Dress.QUIET, icon="share-2", small=True)
        share.setAccessibleName(_("Del »{pack}« som fil").format(pack=pack.title))
        share.clicked.connect(lambda: self.share_asked.emit(pack.id, pack.title))
        line.addWidget(share)
        remove = Button(_("Fjern"), Dress.QUIET, icon="trash-2", small=True)
        remove.setAccessibleName(_("Fjern »{pack}«").format(pack=pack.title))
        remove.clicked.connect(lambda: self.removed.emit(pack.id, pack.title))
        line.addWidget(remove)
        return buttons


def _subtitle(questions: int, packs: int) -> str:
    if not packs:
        # The card below says so in words.
        return ""
    return ngettext("{n} spørgsmål i {m} pakke", "{n} spørgsmål i {m} pakker", packs).format(
        n=number_text(questions), m=number_text(packs)
    )


def _figures(pack: "PackOverview") -> str:
    text = _("{n} spørgsmål · {due} til repetition · {new} nye")
    return text.format(
        n=number_text(pack.questions), due=number_text(pack.due), new=number_text(pack.new)
    )

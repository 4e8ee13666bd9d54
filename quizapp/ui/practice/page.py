"""»Øv«: a selection, a way to go through it, whether it counts, and one button."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from quizapp.base.texts import _
from quizapp.scheduling.memory import Mode
from quizapp.study.offer import Offer
from quizapp.study.plan import Plan
from quizapp.ui.practice.amounts import how_much, is_marked, note_of, there
from quizapp.ui.practice.scope import ScopeCard
from quizapp.ui.practice.ways import WORDS, Way, WayTiles
from quizapp.ui.widgets.beside import lay
from quizapp.ui.widgets.button import Button, Dress
from quizapp.ui.widgets.frame import PageHeader, PageScroll
from quizapp.ui.widgets.label import WrappingLabel
from quizapp.ui.widgets.switch import Switch

_STACK_BELOW_EM = 40


class PracticePage(PageScroll):
    """``scoped`` carries a ``Plan`` whose offer is wanted; the other signals one to go by.

    ``started`` begins a round, ``leafed`` leafing, ``lined`` a timeline; ``read`` carries the pack
    whose text is to be read, ``mock_asked`` the scope of a mock exam. No plan has a seed: who
    begins it draws one.
    """

    scoped = Signal(object)
    started = Signal(object)
    leafed = Signal(object)
    lined = Signal(object)
    read = Signal(object)
    mock_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._offer: Offer | None = None
        self.scope = ScopeCard()
        self.ways = WayTiles()
        self.counts = Switch(_("Svarene tæller med i det, du kan"))
        self._note = WrappingLabel("", "small", "muted")
        self.main = Button("", Dress.MAIN, icon="play", key=_("Enter"))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.counts)
        self._foot.addWidget(self._note, 1)
        self._foot.addStretch(1)
        self._foot.addWidget(self.main, 0, Qt.AlignmentFlag.AlignRight)
        header = PageHeader(_("Øv"), _("Fri øvelse ved siden af dagens runde"))
        self.column.addWidget(header)
        self.column.addWidget(self.scope)
        self.column.addWidget(self.ways)
        self.column.addLayout(self._foot)
        self.scope.changed.connect(lambda: self.scoped.emit(self.scope.plan))
        self.scope.amount_changed.connect(self._show_amounts)
        self.ways.chosen.connect(lambda _way: self._show_amounts())
        self.ways.confirmed.connect(self.begin)
        self.main.clicked.connect(self.begin)
        self._show_amounts()

    def show_offer(self, offer: Offer) -> None:
        """Show how much there is in the scope."""
        self._offer = offer
        self.scope.show_offer(offer)
        self._show_amounts()

    def take_focus(self) -> None:
        """Put the focus on the button, or where something can be chosen."""
        first: QWidget = self.main if self.main.isEnabled() else self.scope.packs
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Begin what is chosen, if there is anything in it."""
        offer, way = self._offer, self.ways.way
        if offer is None or not self._there(way):
            return
        counts = self.counts.isChecked()
        mode = Mode.SCHEDULED if counts else Mode.PRACTICE
        limited = replace(self.scope.plan, limit=self._there(way))
        marked = replace(limited, mode=mode, any_day=counts)
        match way:
            case Way.READ:
                self.read.emit(offer.text.pack if offer.text is not None else None)
            case Way.MOCK:
                self.mock_asked.emit(self.scope.plan)
            case Way.LEAF:
                self.leafed.emit(limited)
            case Way.TIMELINE:
                self.lined.emit(marked)
            case Way.MISSED:
                chosen = offer.missed[: self.scope.amount]
                self.started.emit(Plan(cards=chosen, mode=mode, any_day=counts))
            case Way.MIXED:
                self.started.emit(marked)

    def _there(self, way: Way) -> int:
        return there(self._offer, way, self.scope.amount) if self._offer is not None else 0

    def _show_amounts(self) -> None:
        offer = self._offer
        for way, tile in self.ways.tiles.items():
            tile.set_much(how_much(offer, way, self.scope.amount) if offer is not None else "")
        way = self.ways.way
        self.main.set_text(_(WORDS[way].begin))
        self.main.setEnabled(self._there(way) > 0)
        self.counts.setVisible(is_marked(way))
        self._note.setVisible(not is_marked(way))
        self._note.setText(note_of(way))

    def _arrange(self) -> None:
        look = self.main.look
        stacked = 0 < self.viewport().width() < look.em(_STACK_BELOW_EM)
        lay(self._foot, is_beside=not stacked)
        self._foot.setSpacing(look.space(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
